/* The report: where Keel loses first, then violations, then the figures. */
#include <string.h>

#include "core/base/err.h"
#include "sim/sim.h"

static const char caveat[] = "This is an engineering check of rules against made-up people. It is "
			     "no evidence about people.\n";

static double per(double a, double b)
{
	return b > 0 ? a / b : 0;
}

static double rises_per_session(const sim_result *result)
{
	return per((double)result->counted_rises, (double)result->completed);
}

static double late_share(const sim_result *result)
{
	return 100 * per((double)result->late_dose_s, (double)result->late_limit_s);
}

static double dose_share(const sim_result *result)
{
	return 100 * per((double)result->dose_s, (double)result->limit_s);
}

/* ---- rules --------------------------------------------------------------------------------------
 */

/* Rules that a simulation without certain things cannot meet, and why. */
static const struct explained {
	keel_rule rule;
	const char *why;
} explained[] = {
	{KEEL_RULE_PLAN_SECOND_PASS, "must never fire: it is a defect when it does"},
};

static const char *why_silent(keel_rule rule)
{
	for (size_t i = 0; i < sizeof explained / sizeof explained[0]; i++)
		if (explained[i].rule == rule)
			return explained[i].why;
	return NULL;
}

int sim_report_silent(FILE *out, const sim_watch *watch, int64_t at_least)
{
	int silent = 0;
	for (int i = 0; i < KEEL_RULE_COUNT; i++) {
		const char *why = why_silent((keel_rule)i);
		if (watch->rule_count[i] >= at_least)
			continue;
		silent += why == NULL;
		if (out != NULL)
			fprintf(out, "  %-24s %8lld  %s\n", keel_rule_id((keel_rule)i),
				(long long)watch->rule_count[i],
				why == NULL ? "NOT EXPLAINED" : why);
	}
	return silent;
}

/* ---- text ---------------------------------------------------------------------------------------
 */

static void print_codes(FILE *out, const sim_def *def, const sim_watch *watch, bool odd)
{
	for (int i = 0; i < watch->code_count; i++) {
		const sim_code *code = &watch->codes[i];
		if (code->odd == odd)
			fprintf(out, "  %-58s %7lld  first: --seed %llu --person %d, day %d: %s\n",
				code->code, (long long)code->count, (unsigned long long)def->seed,
				code->person, code->day, code->text);
	}
}

static void print_violations(FILE *out, const sim_def *def, const sim_watch *watch)
{
	fprintf(out, "\nviolations: %lld in %lld plans\n", (long long)watch->violation_count,
		(long long)watch->plan_count);
	print_codes(out, def, watch, false);
	fprintf(out, "odd, to be looked at:\n");
	print_codes(out, def, watch, true);
}

static void print_losses(FILE *out, const sim_result *results, int count)
{
	const sim_result *keel = &results[0];
	int losses = 0;
	fprintf(out, "where keel loses:\n");
	for (int i = 1; i < count; i++) {
		const sim_result *other = &results[i];
		const char *name = sim_policy_names[other->policy];
		bool fixed =
			other->policy == SIM_POLICY_FIVE_BEST || other->policy == SIM_POLICY_SHEET;
		if (rises_per_session(keel) >= rises_per_session(other) && ++losses)
			fprintf(out, "  counted rises a session: %.4f against %.4f of %s\n",
				rises_per_session(keel), rises_per_session(other), name);
		if (fixed && dose_share(keel) < dose_share(other) && ++losses)
			fprintf(out, "  dose: %.1f %% of the hidden limit against %.1f %% of %s\n",
				dose_share(keel), dose_share(other), name);
		if (keel->prescribed < other->prescribed && ++losses)
			fprintf(out, "  sessions prescribed: %lld against %lld of %s\n",
				(long long)keel->prescribed, (long long)other->prescribed, name);
	}
	if (dose_share(keel) < 80 && ++losses)
		fprintf(out, "  dose: %.1f %% of the hidden limit, wanted 80\n", dose_share(keel));
	double reached = 100 * per((double)keel->improving_reached, (double)keel->improving);
	if (reached < 95 && ++losses)
		fprintf(out,
			"  %.1f %% of those who improve reach the next stage in six weeks, wanted "
			"95\n",
			reached);
	if (sim_median(keel->resting_bins) > 10 && ++losses)
		fprintf(out, "  median of movement-days resting: %d %%, wanted 10 or less\n",
			sim_median(keel->resting_bins));
	if (keel->empty_days > 0 && ++losses)
		fprintf(out, "  %lld empty days without a lock\n", (long long)keel->empty_days);
	if (losses == 0)
		fprintf(out, "  nowhere that is measured here\n");
}

static void print_table(FILE *out, const sim_result *results, int count)
{
	fprintf(out, "\n%-10s %9s %9s %9s %9s %8s %8s %9s %9s %7s\n", "policy", "sessions",
		"rises/s.", "true 2+", "spreads", "dose %", "late %", "over lim.", "plans/s",
		"empty");
	for (int i = 0; i < count; i++) {
		const sim_result *result = &results[i];
		fprintf(out, "%-10s %9lld %9.4f %9.4f %9lld %8.1f %8.1f %8.1f%% %9.0f %7lld\n",
			sim_policy_names[result->policy], (long long)result->completed,
			rises_per_session(result),
			per((double)result->true_rises, (double)result->completed),
			(long long)result->spreads, dose_share(result), late_share(result),
			100 * per((double)result->over_limit_items, (double)result->items),
			per((double)result->person_days, result->seconds),
			(long long)result->empty_days);
	}
}

/* Which rules hold the dose under the hidden limit: the largest shares. */
static void print_short(FILE *out, const sim_result *keel)
{
	int64_t total_s = keel->limit_s - keel->dose_s;
	fprintf(out, "  under the hidden limit, by rule of the dose:");
	for (int i = 0; i < KEEL_RULE_COUNT; i++)
		if (20 * keel->short_s[i] >= total_s && total_s > 0)
			fprintf(out, " %s %.0f %%,", keel_rule_id((keel_rule)i),
				100 * per((double)keel->short_s[i], (double)total_s));
	fprintf(out, " others less than 5 %% each\n");
}

static void print_keel(FILE *out, const sim_result *keel)
{
	fprintf(out,
		"\nkeel: %lld people, %lld person-days in %.1f s; %lld plans, %lld locked days\n",
		(long long)keel->people, (long long)keel->person_days, keel->seconds,
		(long long)keel->plans, (long long)keel->locked_days);
	fprintf(out, "  steps up %lld, down %lld, of those down by pain without a true rise %lld\n",
		(long long)keel->steps_up, (long long)keel->steps_down,
		(long long)keel->noise_down);
	fprintf(out, "  movement-days resting: %.1f %% in all, median of people %d %%\n",
		100 * per((double)keel->resting_days, (double)keel->movement_days),
		sim_median(keel->resting_bins));
	fprintf(out,
		"  largest search: %lld nodes; of the items of a session %.0f %% were in the one "
		"before\n",
		(long long)keel->nodes_max,
		100 * per((double)keel->again_items, (double)keel->items));
	fprintf(out, "  longest rest of a direction: %lld days\n",
		(long long)keel->direction_days_max);
	for (int stage = KEEL_STAGE_RESTORE; stage < KEEL_STAGE_COUNT; stage++)
		fprintf(out, "  climbed to %-10s %5.1f %% of people, median day %d\n",
			keel_stage_names[stage],
			100 * per((double)keel->stage_people[stage], (double)keel->people),
			sim_median(keel->stage_day_bins[stage]));
	fprintf(out,
		"  of %lld who improve, %.1f %% reach the next stage within six weeks; of the %lld "
		"of "
		"them with 12 sessions by then, %.1f %%\n",
		(long long)keel->improving,
		100 * per((double)keel->improving_reached, (double)keel->improving),
		(long long)keel->improving_active,
		100 * per((double)keel->improving_active_reached, (double)keel->improving_active));
	fprintf(out,
		"  of %lld with six steady sessions running, %lld were once offered nothing more\n",
		(long long)keel->people_steady, (long long)keel->people_stuck);
	fprintf(out, "  S2's order in personal plans at the end:");
	for (int i = 0; i <= SIM_ORDER_STEPS; i++)
		fprintf(out, " %s %lld%s", sim_order_names[i], (long long)keel->order_people[i],
			i < SIM_ORDER_STEPS ? "," : "\n");
	print_short(out, keel);
	fprintf(out,
		"  records shuffled, in pieces and from %lld snapshots: %lld, another state: "
		"%lld\n",
		(long long)keel->snapshots, (long long)keel->shuffled,
		(long long)keel->shuffled_wrong);
	fprintf(out, "  counted rises a session by kind of people:");
	for (int i = 0; i < SIM_KIND_COUNT; i++)
		fprintf(out, "%s %s %.3f", i == 0 ? "" : ";", sim_kind_names[i],
			per((double)keel->kind_rises[i], (double)keel->kind_sessions[i]));
	fprintf(out, "\n");
}

void sim_report(FILE *out, const sim_def *def, const sim_result *results, int result_count,
		const sim_watch *watch)
{
	fputs(caveat, out);
	bool keel = results[0].policy == SIM_POLICY_KEEL;
	if (keel) {
		print_losses(out, results, result_count);
		print_violations(out, def, watch);
	}
	print_table(out, results, result_count);
	if (!keel)
		return;
	print_keel(out, &results[0]);
	fprintf(out, "\nrules that fired less than 1,000 times:\n");
	sim_report_silent(out, watch, 1000);
}

/* ---- JSON ---------------------------------------------------------------------------------------
 */

static void put_result(FILE *out, const sim_result *result)
{
	fprintf(out,
		"{\"policy\":\"%s\",\"people\":%lld,\"person_days\":%lld,\"prescribed\":%lld,"
		"\"completed\":%lld,\"counted_rises\":%lld,\"true_rises\":%lld,\"spreads\":%lld,"
		"\"dose_permille\":%d,\"late_dose_permille\":%d,\"items\":%lld,\"over_limit_"
		"items\":%lld,\"empty_days\":%lld,"
		"\"locked_days\":%lld,\"steps_up\":%lld,\"steps_down\":%lld,\"noise_down\":%lld,"
		"\"improving\":%lld,\"improving_reached\":%lld,\"resting_median_percent\":%d,"
		"\"steady\":%lld,\"stuck\":%lld,\"shuffled\":%lld,\"shuffled_wrong\":%lld}",
		sim_policy_names[result->policy], (long long)result->people,
		(long long)result->person_days, (long long)result->prescribed,
		(long long)result->completed, (long long)result->counted_rises,
		(long long)result->true_rises, (long long)result->spreads,
		(int)(10 * dose_share(result)), (int)(10 * late_share(result)),
		(long long)result->items, (long long)result->over_limit_items,
		(long long)result->empty_days, (long long)result->locked_days,
		(long long)result->steps_up, (long long)result->steps_down,
		(long long)result->noise_down, (long long)result->improving,
		(long long)result->improving_reached, sim_median(result->resting_bins),
		(long long)result->people_steady, (long long)result->people_stuck,
		(long long)result->shuffled, (long long)result->shuffled_wrong);
}

void sim_report_json(FILE *out, const sim_def *def, const sim_result *results, int result_count,
		     const sim_watch *watch)
{
	fprintf(out, "{\"people\":%d,\"days\":%d,\"seed\":%llu,\"violations\":%lld,\"codes\":[",
		def->people, def->days, (unsigned long long)def->seed,
		(long long)watch->violation_count);
	for (int i = 0; i < watch->code_count; i++)
		fprintf(out,
			"%s{\"code\":\"%s\",\"odd\":%s,\"count\":%lld,\"person\":%d,\"day\":%d}",
			i == 0 ? "" : ",", watch->codes[i].code,
			watch->codes[i].odd ? "true" : "false", (long long)watch->codes[i].count,
			watch->codes[i].person, watch->codes[i].day);
	fprintf(out, "],\"results\":[");
	for (int i = 0; i < result_count; i++) {
		fprintf(out, "%s", i == 0 ? "" : ",");
		put_result(out, &results[i]);
	}
	fprintf(out, "],\"rules\":{");
	for (int i = 0; i < KEEL_RULE_COUNT; i++)
		fprintf(out, "%s\"%s\":%lld", i == 0 ? "" : ",", keel_rule_id((keel_rule)i),
			(long long)watch->rule_count[i]);
	fprintf(out, "}}\n");
}
