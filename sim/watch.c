#include "sim/watch.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/base/date.h"

static sim_code *note(sim_watch *watch, const char *code, bool odd)
{
	int i = 0;
	while (i < watch->code_count && strcmp(watch->codes[i].code, code) != 0)
		i++;
	if (i == SIM_CODES_MAX)
		return NULL;
	sim_code *known = &watch->codes[i];
	if (i < watch->code_count) {
		known->count++;
		return NULL;
	}
	watch->code_count++;
	*known = (sim_code){code, 1, odd, watch->person, watch->day, ""};
	return known;
}

void sim_violation(sim_watch *watch, const char *code, const char *format, ...)
{
	va_list arguments;
	watch->violation_count++;
	sim_code *first = note(watch, code, false);
	if (first == NULL)
		return;
	va_start(arguments, format);
	vsnprintf(first->text, sizeof first->text, format, arguments);
	va_end(arguments);
}

void sim_oddity(sim_watch *watch, const char *code, const char *format, ...)
{
	va_list arguments;
	sim_code *first = note(watch, code, true);
	if (first == NULL)
		return;
	va_start(arguments, format);
	vsnprintf(first->text, sizeof first->text, format, arguments);
	va_end(arguments);
}

static void fired(sim_watch *watch, const keel_reason *why)
{
	if ((int)why->rule >= 0 && why->rule < KEEL_RULE_COUNT)
		watch->rule_count[why->rule]++;
}

static void count_rules(sim_watch *watch, const sim_case *at)
{
	const keel_allowed *allowed = at->allowed;
	const keel_prescription *plan = at->plan;
	for (int i = 0; i < plan->item_count; i++) {
		fired(watch, &plan->items[i].dose_why);
		fired(watch, &plan->items[i].choice_why);
		for (int k = 0; k < plan->items[i].caution_count; k++)
			fired(watch, &plan->items[i].cautions[k]);
	}
	for (int i = 0; i < plan->withheld_count; i++)
		fired(watch, &plan->withheld[i].why);
	for (int i = 0; i < allowed->lock_count; i++)
		fired(watch, &allowed->locks[i].why);
	for (int i = 0; i < allowed->limit_count; i++)
		fired(watch, &allowed->limits[i].why);
	for (int i = 0; i < allowed->advice_count; i++)
		fired(watch, &allowed->advice[i]);
	fired(watch, &allowed->stage_why);
	if (allowed->stage_today != allowed->stage)
		fired(watch, &allowed->cap_why);
	if (allowed->holds)
		fired(watch, &allowed->hold_why);
	if (allowed->ask_screening && !allowed->locked)
		fired(watch, &allowed->ask_why);
	if (allowed->ask_later)
		watch->rule_count[KEEL_RULE_SCREEN_LATER]++;
	for (int i = 0; i < KEEL_TEST_COUNT && !allowed->locked; i++) {
		fired(watch, &allowed->tests[i].why);
		if (allowed->tests[i].found_date != KEEL_NO_DATE)
			fired(watch, &allowed->tests[i].found);
	}
}

/* 1, as far as it can be seen from here: nothing while a lock stands or before the urgent
 * questions. */
static void check_lock(sim_case *at)
{
	sim_watch *watch = at->watch;
	int tier = sim_ledger_tier(at->ledger);
	int unanswered = sim_ledger_unanswered(at->ledger, true);
	int year = keel_date_to_civil(at->now->date).year;
	bool young = at->ledger->birth_year != SIM_NONE && year - at->ledger->birth_year < 18;
	bool locks = tier <= KEEL_TIER_SAME_DAY || unanswered > 0 || young ||
		     at->ledger->unknown_safety_count > 0;
	if (locks && at->plan->item_count > 0)
		sim_violation(watch, "1 prescribed under a lock", "tier %d, %d unanswered", tier,
			      unanswered);
	if (locks && !at->allowed->locked)
		sim_violation(watch, "1 lock not seen", "tier %d, %d unanswered", tier, unanswered);
	if (!locks && at->allowed->locked)
		sim_violation(watch, "1 locked without cause", "rule %s",
			      keel_rule_id(at->allowed->locks[0].why.rule));
	if (!at->allowed->locked && at->plan->item_count == 0)
		sim_violation(watch, "12 empty-handed", "%d withheld", at->plan->withheld_count);
}

void sim_watch_plan(sim_case *at)
{
	at->watch->plan_count++;
	count_rules(at->watch, at);
	sim_check_reasons(at);
	if (at->light) {
		if (at->plan->item_count > 0 && at->allowed->locked)
			sim_violation(at->watch, "1 prescribed under a lock", "clocks wrong");
		if (at->plan->item_count == 0 && !at->allowed->locked)
			sim_violation(at->watch, "12 empty-handed", "%d withheld",
				      at->plan->withheld_count);
		return;
	}
	at->today = sim_ledger_today(at->ledger, at->now->date);
	at->pain_now =
		at->now->date - at->ledger->rest_pain_date <= 3 ? at->ledger->rest_pain : SIM_NONE;
	check_lock(at);
	sim_check_caps(at);
	if (at->allowed->locked)
		return;
	sim_check_stage(at);
	sim_check_order(at);
	sim_check_rests(at);
	sim_check_directions(at);
	sim_check_gates(at);
	sim_check_doses(at);
	sim_check_session(at);
}
