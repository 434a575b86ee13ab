#include "cli/say.h"

#include <string.h>

#include "core/base/date.h"
#include "core/coach/words.h"
#include "core/state/thresholds.h"

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
				       "Friday", "Saturday", "Sunday"};
static const char *const months[] = {"January",	  "February", "March",	  "April",
				     "May",	  "June",     "July",	  "August",
				     "September", "October",  "November", "December"};

const char *keel_say_text(const keel_core *core, const char *key)
{
	const char *sentence = keel_text_find(core->catalogue, "en", key);
	return sentence == NULL ? "" : sentence;
}

const char *keel_say_movement(const keel_core *core, const char *id, const char *what)
{
	char key[120];
	snprintf(key, sizeof key, "%s.%s", id, what);
	const char *sentence = keel_text_find(core->catalogue, "en", key);
	if (sentence != NULL)
		return sentence;
	return strcmp(what, "name") == 0 ? id : "";
}

void keel_say_dose(const keel_movement *movement, const keel_dose *dose, char *text,
		   size_t text_bytes)
{
	char amount[60];
	const char *side = movement->sides == KEEL_SIDES_NONE ? "" : " a side";
	if (dose->work_s >= 120)
		snprintf(amount, sizeof amount, "%d min%s", dose->work_s / 60, side);
	else if (dose->work_s > 0)
		snprintf(amount, sizeof amount, "%d s%s", dose->work_s, side);
	else if (dose->hold_s > 0 && dose->reps > 1)
		snprintf(amount, sizeof amount, "%d holds of %d s%s", dose->reps, dose->hold_s,
			 side);
	else if (dose->hold_s > 0)
		snprintf(amount, sizeof amount, "hold %d s%s", dose->hold_s, side);
	else
		snprintf(amount, sizeof amount, "%d times%s", dose->reps > 0 ? dose->reps : 1,
			 side);
	int n = dose->sets > 1 ? snprintf(text, text_bytes, "%d × %s", dose->sets, amount)
			       : snprintf(text, text_bytes, "%s", amount);
	if (dose->load_hg > 0 && n > 0 && (size_t)n < text_bytes)
		n += snprintf(text + n, text_bytes - (size_t)n, ", %d.%d kg", dose->load_hg / 10,
			      dose->load_hg % 10);
	if (dose->rest_s > 0 && dose->sets > 1 && n > 0 && (size_t)n < text_bytes)
		snprintf(text + n, text_bytes - (size_t)n, ", %d s rest", dose->rest_s);
}

bool keel_say_is_seed_dose(const keel_movement *movement, int rung)
{
	for (int i = 0; i < movement->source_count; i++) {
		const char *dot = strchr(movement->sources[i], '.');
		if (dot != NULL && strcmp(dot, ".dose") == 0)
			return movement->seed_rung == rung;
	}
	return false;
}

void keel_say_date(int32_t date, char *text, size_t text_bytes)
{
	keel_civil civil = keel_date_to_civil(date);
	snprintf(text, text_bytes, "%s, %d %s %d", weekdays[keel_date_weekday(date)], civil.day,
		 months[civil.month - 1], civil.year);
}

/* Characters of a word of UTF-8: bytes that do not continue one. */
static int width_of(const char *text, size_t byte_count)
{
	int width = 0;
	for (size_t i = 0; i < byte_count; i++)
		width += ((unsigned char)text[i] & 0xc0) != 0x80;
	return width;
}

void keel_say_wrapped(FILE *out, int indent, const char *text)
{
	int column = indent;
	while (*text != '\0') {
		size_t word_bytes = strcspn(text, " ");
		int width = width_of(text, word_bytes);
		if (column > indent && column + 1 + width > KEEL_SAY_COLUMNS) {
			fprintf(out, "\n%*s", indent, "");
			column = indent;
		} else if (column > indent) {
			fputc(' ', out);
			column++;
		}
		fwrite(text, 1, word_bytes, out);
		column += width;
		text += word_bytes;
		while (*text == ' ')
			text++;
	}
	fputc('\n', out);
}

void keel_say_reason(FILE *out, const keel_core *core, int indent, const keel_reason *why)
{
	char text[KEEL_SENTENCE_BYTES_MAX];
	keel_coach_say_rule(core->catalogue, "en", why, text, sizeof text);
	keel_say_wrapped(out, indent, text);
}

void keel_say_lock(FILE *out, const keel_core *core, const keel_lock *lock)
{
	char key[80], date[60];
	keel_say_reason(out, core, 0, &lock->why);
	if (lock->question >= 0 && lock->question < core->catalogue->question_count) {
		snprintf(key, sizeof key, "screen.%s.ask",
			 core->catalogue->questions[lock->question].id);
		fprintf(out, "You answered: %s\n", keel_say_text(core, key));
	}
	if (lock->way_mistake)
		fprintf(out, "If that was a mistake, take the answer back in the app: it asks once "
			     "more in full.\n");
	if (lock->way_assessed)
		fprintf(out, "When you have been assessed and told that exercise is safe, say so "
			     "in the app, with the "
			     "date and by whom.\n");
	if (lock->not_before_date != KEEL_NO_DATE) {
		keel_say_date(lock->not_before_date, date, sizeof date);
		fprintf(out, "Calm movements may come back from %s.\n", date);
	}
}

static void say_item(FILE *out, const keel_core *core, const keel_item *item, int number)
{
	const keel_movement *movement = &core->catalogue->movements[item->movement];
	char dose[120];
	keel_say_dose(movement, &item->dose, dose, sizeof dose);
	fprintf(out, "%2d  %s · %s%s\n    ", number, keel_say_movement(core, movement->id, "name"),
		dose, item->steps_up ? " · a step up" : "");
	keel_say_reason(out, core, 4, &item->dose_why);
	fprintf(out, "    ");
	keel_say_reason(out, core, 4, &item->choice_why);
	for (int i = 0; i < item->caution_count; i++) {
		fprintf(out, "    ");
		keel_say_reason(out, core, 4, &item->cautions[i]);
	}
}

static void say_withheld(FILE *out, const keel_core *core, const keel_withheld *withheld)
{
	const keel_movement *movement = &core->catalogue->movements[withheld->movement];
	char date[60];
	fprintf(out, "  · %s: ", keel_say_movement(core, movement->id, "name"));
	keel_say_reason(out, core, 4, &withheld->why);
	if (withheld->until_date != KEEL_NO_DATE) {
		keel_say_date(withheld->until_date, date, sizeof date);
		fprintf(out, "    Back from %s.\n", date);
	}
	if (withheld->instead != KEEL_NO_MOVEMENT)
		fprintf(out, "    Instead: %s\n",
			keel_say_movement(core, core->catalogue->movements[withheld->instead].id,
					  "name"));
}

/* What rests or waits for something is named; what was merely not chosen is counted. */
static void say_all_withheld(FILE *out, const keel_core *core)
{
	const keel_prescription *plan = &core->prescription;
	int not_chosen = 0, named = 0;
	for (int i = 0; i < plan->withheld_count; i++) {
		const char *rule = keel_rule_id(plan->withheld[i].why.rule);
		if (strncmp(rule, "plan.", 5) == 0) {
			not_chosen++;
			continue;
		}
		if (named++ == 0)
			fprintf(out, "\nNot today\n");
		say_withheld(out, core, &plan->withheld[i]);
	}
	if (not_chosen > 0)
		fprintf(out, "\n%d more fit you too; a few done well are better than many.\n",
			not_chosen);
}

static void say_asks(FILE *out, const keel_core *core)
{
	const keel_allowed *allowed = &core->allowed;
	if (allowed->ask_screening)
		fprintf(out,
			"\nA few questions about your back come first (`keel do` asks them).\n");
	if (allowed->ask_review)
		fprintf(out, "\nThis week's question is open: anything new since last week?\n");
	if (allowed->ask_morning)
		fprintf(out, "\nThis morning's pain is not in the record yet.\n");
	if (allowed->ask_after)
		fprintf(out, "\nHow did your back take the last session? `keel do` asks.\n");
}

/* The self-test of today, which no plan needs. */
static void say_test(FILE *out, const keel_core *core)
{
	char key[80];
	if (core->allowed.test < 0)
		return;
	snprintf(key, sizeof key, "selftest.%s.name", keel_test_names[core->allowed.test]);
	fprintf(out, "\n%s: %s\n", keel_say_text(core, "ui.test.offer"), keel_say_text(core, key));
	snprintf(key, sizeof key, "selftest.%s.what", keel_test_names[core->allowed.test]);
	keel_say_wrapped(out, 0, keel_say_text(core, key));
	fprintf(out, "The app leads it, when you like; the session does not wait for it.\n");
}

void keel_say_today(FILE *out, const keel_core *core)
{
	const keel_prescription *plan = &core->prescription;
	char date[60], stage[40];
	keel_say_date(core->moment.date, date, sizeof date);
	if (core->allowed.locked && core->allowed.lock_count > 0) {
		fprintf(out, "%s\n\n", date);
		keel_say_lock(out, core, &core->allowed.locks[0]);
		say_asks(out, core);
		return;
	}
	snprintf(stage, sizeof stage, "stage.%s", keel_stage_names[core->allowed.stage]);
	fprintf(out, "%s · %s · about %d min\n", date, keel_say_text(core, stage), plan->minutes);
	if (core->state.goal_bytes > 0)
		fprintf(out, "For: %.*s\n", (int)core->state.goal_bytes, core->state.goal);
	if (core->allowed.stage_today < core->allowed.stage)
		keel_say_reason(out, core, 0, &core->allowed.cap_why);
	fputc('\n', out);
	if (keel_state_running(&core->state, core->moment.date) != NULL)
		fprintf(out, "A session of today is open; `keel do` goes on with it.\n\n");
	for (int i = 0; i < plan->item_count; i++)
		say_item(out, core, &plan->items[i], i + 1);
	say_all_withheld(out, core);
	for (int i = 0; i < core->allowed.advice_count; i++) {
		fputc('\n', out);
		keel_say_reason(out, core, 0, &core->allowed.advice[i]);
	}
	say_test(out, core);
	say_asks(out, core);
}
