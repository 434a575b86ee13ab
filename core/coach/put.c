/* Pieces of JSON that several answers share. */
#include <string.h>

#include "core/base/date.h"
#include "core/coach/coach.h"
#include "core/coach/player.h"

void keel_coach_date_text(int32_t date, char text[11])
{
	keel_civil civil = keel_date_to_civil(date);
	const int parts[3] = {civil.year, civil.month, civil.day};
	const int digits[3] = {4, 2, 2};
	int at = 0;
	for (int i = 0; i < 3; i++) {
		int value = parts[i];
		for (int k = digits[i] - 1; k >= 0; k--) {
			text[at + k] = (char)('0' + value % 10);
			value /= 10;
		}
		at += digits[i];
		text[at++] = i < 2 ? '-' : '\0';
	}
}

void keel_coach_put_date(keel_json *json, const char *key, int32_t date)
{
	char name[40];
	char text[11];
	size_t stem_bytes = strlen(key);
	/* until_date has until_text beside it, date has date_text */
	if (stem_bytes > 5 && memcmp(key + stem_bytes - 5, "_date", 5) == 0)
		stem_bytes -= 5;
	KEEL_ASSERT(stem_bytes + sizeof "_text" <= sizeof name);
	memcpy(name, key, stem_bytes);
	memcpy(name + stem_bytes, "_text", sizeof "_text");
	keel_json_key(json, key);
	if (date == KEEL_NO_DATE) {
		keel_json_null(json);
		keel_json_key(json, name);
		keel_json_null(json);
		return;
	}
	keel_coach_date_text(date, text);
	keel_json_int(json, date);
	keel_json_put_text(json, name, text);
}

void keel_coach_put_reason(keel_json *json, const keel_reason *why)
{
	keel_json_put_text(json, "rule", keel_rule_id(why->rule));
	keel_json_key(json, "inputs");
	keel_json_open(json, '[');
	for (int i = 0; i < why->input_count; i++)
		keel_json_int(json, why->inputs[i]);
	keel_json_close(json, ']');
}

void keel_coach_put_text_or_null(keel_json *json, const char *key, keel_text text)
{
	keel_json_key(json, key);
	if (text.byte_count == 0)
		keel_json_null(json);
	else
		keel_json_text_bytes(json, text.bytes, (size_t)text.byte_count);
}

void keel_coach_put_int_or_null(keel_json *json, const char *key, int32_t value)
{
	keel_json_key(json, key);
	if (value == KEEL_ABSENT)
		keel_json_null(json);
	else
		keel_json_int(json, value);
}

void keel_coach_put_name_or_null(keel_json *json, const char *key, const char *const *names,
				 int32_t value)
{
	keel_json_key(json, key);
	if (value == KEEL_ABSENT)
		keel_json_null(json);
	else
		keel_json_text(json, names[value]);
}

void keel_coach_put_known(keel_json *json, const char *key, int32_t value)
{
	keel_json_key(json, key);
	if (value == KEEL_UNKNOWN)
		keel_json_null(json);
	else
		keel_json_int(json, value);
}

void keel_coach_put_dose(keel_json *json, const keel_dose *dose)
{
	keel_json_open(json, '{');
	keel_json_put_int(json, "sets", dose->sets);
	keel_json_put_int(json, "reps", dose->reps);
	keel_json_put_int(json, "hold_s", dose->hold_s);
	keel_json_put_int(json, "work_s", dose->work_s);
	keel_json_put_int(json, "rest_s", dose->rest_s);
	keel_json_put_int(json, "load_hg", dose->load_hg);
	keel_json_put_int(json, "lever", dose->lever);
	keel_json_close(json, '}');
}

void keel_coach_put_pattern(keel_json *json, const keel_pattern *pattern)
{
	const keel_pattern none = {.verdict = KEEL_PATTERN_TOO_LITTLE};
	const keel_pattern *at = pattern == NULL ? &none : pattern;
	keel_json_key(json, "mornings");
	keel_json_open(json, '{');
	keel_json_put_text(json, "verdict", keel_pattern_verdict_name(at->verdict));
	keel_json_put_int(json, "after", at->after);
	keel_json_put_int(json, "more", at->more);
	keel_json_put_int(json, "less", at->less);
	keel_json_put_int(json, "other", at->other);
	keel_json_put_int(json, "other_more", at->other_more);
	keel_json_put_int(json, "other_less", at->other_less);
	keel_json_close(json, '}');
}

static void put_choice(keel_json *json, const keel_reason *why)
{
	keel_json_put_text(json, "choice_rule", keel_rule_id(why->rule));
	keel_json_key(json, "choice_inputs");
	keel_json_open(json, '[');
	for (int i = 0; i < why->input_count; i++)
		keel_json_int(json, why->inputs[i]);
	keel_json_close(json, ']');
}

void keel_coach_put_item(keel_json *json, const keel_core *core, const keel_item *item, int index)
{
	const keel_movement *movement = &core->catalogue->movements[item->movement];
	keel_json_open(json, '{');
	keel_json_put_int(json, "index", index);
	keel_json_put_text(json, "movement", movement->id);
	keel_json_put_text(json, "aim", keel_aim_names[movement->aim]);
	keel_json_put_text(json, "stage", keel_stage_names[movement->stage]);
	keel_json_put_text(json, "purpose", keel_purpose_names[item->purpose]);
	keel_json_put_int(json, "rung", item->rung);
	keel_json_put_int(json, "rung_count", movement->rung_count);
	keel_json_put_bool(json, "steps_up", item->steps_up);
	keel_json_key(json, "dose");
	keel_coach_put_dose(json, &item->dose);
	keel_json_put_text(json, "sides", keel_sides_names[movement->sides]);
	keel_json_put_int(json, "working_s", item->working_s);
	keel_json_put_int(json, "total_s", item->total_s);
	keel_json_put_bool(json, "asks_effort", keel_player_asks_effort(movement));
	keel_coach_put_reason(json, &item->dose_why);
	put_choice(json, &item->choice_why);
	keel_json_key(json, "instead_of");
	if (item->instead_of == KEEL_NO_MOVEMENT)
		keel_json_null(json);
	else
		keel_json_text(json, core->catalogue->movements[item->instead_of].id);
	keel_json_key(json, "cautions");
	keel_json_open(json, '[');
	for (int i = 0; i < item->caution_count; i++) {
		keel_json_open(json, '{');
		keel_coach_put_reason(json, &item->cautions[i]);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
	keel_json_close(json, '}');
}
