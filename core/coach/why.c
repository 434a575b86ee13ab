/* Why this, why not that: one movement, today, with its history and what each time meant. */
#include <string.h>

#include "core/coach/coach.h"
#include "core/coach/words.h"
#include "core/safety/safety.h"

static const keel_item *find_item(const keel_prescription *prescription, int movement)
{
	for (int i = 0; i < prescription->item_count; i++)
		if (prescription->items[i].movement == movement)
			return &prescription->items[i];
	return NULL;
}

static const keel_withheld *find_withheld(const keel_prescription *prescription, int movement)
{
	for (int i = 0; i < prescription->withheld_count; i++)
		if (prescription->withheld[i].movement == movement)
			return &prescription->withheld[i];
	return NULL;
}

static keel_pain_outcome outcome_of(const keel_core *core, const keel_exposure *exposure,
				    bool neutral)
{
	int32_t rise = keel_state_rise_read(&core->state, core->moment.date, exposure->rise);
	const keel_pain_input input = {.before = exposure->during == KEEL_UNKNOWN
							 ? KEEL_UNKNOWN
							 : exposure->during - exposure->rise,
				       .during = exposure->during,
				       .rise = rise,
				       .settled_known = true,
				       .settled = exposure->settled == 1,
				       .further = exposure->further == 1,
				       .none_added = exposure->none_added == 1,
				       .neutral = neutral};
	return keel_pain_judge(&input);
}

static void put_history(keel_json *json, const keel_core *core, const keel_movement *movement)
{
	const keel_movement_state *record =
		keel_state_movement(&core->state, movement->id, (int)strlen(movement->id));
	keel_json_key(json, "history");
	keel_json_open(json, '[');
	for (int i = 0; record != NULL && i < record->exposure_count; i++) {
		const keel_exposure *exposure = &record->exposures[i];
		keel_pain_outcome outcome = outcome_of(core, exposure, movement->neutral);
		keel_json_open(json, '{');
		keel_coach_put_date(json, "date", exposure->date);
		keel_json_put_int(json, "rung", exposure->rung);
		keel_json_key(json, "dose");
		keel_coach_put_dose(json, &exposure->dose);
		keel_json_put_int(json, "rise", exposure->rise);
		keel_json_put_bool(json, "counted", outcome.counted);
		keel_json_put_text(json, "outcome_rule",
				   exposure->answered ? keel_rule_id(outcome.rule)
						      : "effort.unanswered");
		keel_json_key(json, "challenge");
		if (exposure->challenge == KEEL_UNKNOWN)
			keel_json_null(json);
		else
			keel_json_int(json, exposure->challenge);
		keel_json_put_bool(json, "form_lost", exposure->form_lost == 1);
		keel_json_put_bool(json, "complete", exposure->complete == 1);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

/* What it did to the pain, in the session and on the next morning. */
static void put_effects(keel_json *json, const keel_core *core, const keel_movement *movement)
{
	keel_pattern patterns[KEEL_MOVEMENTS_MAX];
	const keel_movement_state *record =
		keel_state_movement(&core->state, movement->id, (int)strlen(movement->id));
	keel_pattern_look(&core->state, core->moment.date, patterns);
	keel_json_put_int(json, "times", record == NULL ? 0 : record->done_count);
	keel_json_put_int(json, "eased", record == NULL ? 0 : record->eased_count);
	keel_coach_put_pattern(
		json, record == NULL ? NULL : &patterns[record - core->state.movements]);
}

static void put_verdict(keel_json *json, const keel_core *core, int movement,
			const keel_reason *why)
{
	char text[KEEL_SENTENCE_BYTES_MAX];
	char grade[2] = {keel_rule_grade(why->rule), '\0'};
	const keel_movement_verdict *verdict = &core->allowed.movements[movement];
	keel_coach_put_reason(json, why);
	keel_json_put_text(json, "text",
			   keel_coach_say_rule(core->catalogue, "en", why, text, sizeof text));
	keel_json_put_text(json, "source", keel_rule_source(why->rule));
	keel_json_put_text(json, "grade", grade);
	keel_coach_put_date(json, "until_date", verdict->until_date);
	keel_json_key(json, "instead");
	if (verdict->instead == KEEL_NO_MOVEMENT)
		keel_json_null(json);
	else
		keel_json_text(json, core->catalogue->movements[verdict->instead].id);
}

static void put_dose(keel_json *json, const keel_core *core, int movement, const keel_item *item)
{
	const keel_movement_verdict *verdict = &core->allowed.movements[movement];
	const keel_dose *dose = item != NULL ? &item->dose : &verdict->dose;
	const keel_reason *why = item != NULL ? &item->dose_why : &verdict->dose_why;
	keel_json_put_int(json, "rung", item != NULL ? item->rung : verdict->rung);
	keel_json_put_int(json, "rung_count", core->catalogue->movements[movement].rung_count);
	keel_json_key(json, "dose");
	if (dose->sets > 0)
		keel_coach_put_dose(json, dose);
	else
		keel_json_null(json);
	keel_json_key(json, "dose_why");
	keel_json_open(json, '{');
	keel_coach_put_reason(json, why);
	keel_json_close(json, '}');
}

keel_err keel_core_why_json(keel_core *core, const keel_now *now, const char *movement, char *out,
			    size_t out_bytes, size_t *written_bytes)
{
	keel_json json;
	int index = keel_movement_find(core->catalogue, movement, strlen(movement));
	if (index == KEEL_NO_MOVEMENT)
		return KEEL_ERR_NOT_FOUND;
	keel_coach_day(core, now);
	const keel_item *item = find_item(&core->prescription, index);
	const keel_withheld *withheld = find_withheld(&core->prescription, index);
	const keel_movement_verdict *verdict = &core->allowed.movements[index];
	const keel_reason *why = item != NULL	    ? &item->choice_why
				 : withheld != NULL ? &withheld->why
						    : &verdict->why;
	if (core->allowed.locked && core->allowed.lock_count > 0)
		why = &core->allowed.locks[0].why;
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "movement", movement);
	keel_coach_put_date(&json, "date", core->moment.date);
	keel_json_put_bool(&json, "in", item != NULL);
	put_verdict(&json, core, index, why);
	put_dose(&json, core, index, item);
	put_history(&json, core, &core->catalogue->movements[index]);
	put_effects(&json, core, &core->catalogue->movements[index]);
	keel_json_close(&json, '}');
	return keel_json_end(&json, written_bytes);
}
