/* Texts: every key that the product will look up is there in English, places in sentences are well
 * formed, and no word of the forbidden list is shown to a person (CLINICAL 9).
 */
#include <ctype.h>
#include <string.h>

#include "compiler/model.h"
#include "core/state/rules.h"

static void need_text(keel_model *model, keel_diag_place place, const char *key)
{
	keel_model_text *text = keel_model_find_text(model, "en", key);
	if (!text) {
		keel_diag_error(model->diags, place, "missing-text", "text/en has no '%s'", key);
	} else {
		text->is_used = true;
	}
}

static void need_part(keel_model *model, keel_diag_place place, const char *id, const char *part)
{
	need_text(model, place, keel_model_format(model, "%s.%s", id, part));
}

static void lint_movement_texts(keel_model *model, const keel_model_movement *movement)
{
	keel_diag_place place = keel_yaml_place_of(movement->node, "id");
	static const char *const parts[] = {"name", "how.1", "why", "setup", "feel"};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		need_part(model, place, movement->id, parts[i]);
	}
	for (int i = 0; i < movement->phase_count; i++) {
		const keel_model_phase *phase = &movement->phases[i];
		if (phase->facts.cue[0]) {
			need_text(model, keel_yaml_place_of(phase->node, "cue"), phase->facts.cue);
		}
	}
	for (int i = 0; i < movement->fault_count; i++) {
		const keel_model_fault *fault = &movement->faults[i];
		need_text(model, fault->node->place,
			  keel_model_format(model, "%s.fault.%s", movement->id, fault->id));
		if (fault->cue) {
			need_text(model, keel_yaml_place_of(fault->node, "cue"), fault->cue);
		}
	}
}

static void lint_names(keel_model *model, keel_diag_place place, const char *prefix,
		       const char *const *names, int name_count)
{
	for (int i = 0; i < name_count; i++) {
		need_part(model, place, prefix, names[i]);
	}
}

static void lint_lists(keel_model *model)
{
	keel_diag_place place =
		model->movement_count > 0 ? model->movements[0].node->place : (keel_diag_place){0};
	lint_names(model, place, "aim", keel_aim_names, keel_aim_name_count);
	lint_names(model, place, "stage", keel_stage_names, keel_stage_name_count);
	lint_names(model, place, "direction", keel_direction_names, keel_direction_name_count);
	lint_names(model, place, "position", keel_position_names, keel_position_name_count);
	lint_names(model, place, "ability", keel_ability_names, keel_ability_name_count);
	lint_names(model, place, "equipment", keel_equipment_names, keel_equipment_name_count);
	lint_names(model, place, "condition", keel_condition_names, keel_condition_name_count);
	lint_names(model, place, "gate", keel_gate_names, keel_gate_name_count);
	lint_names(model, place, "muscle", keel_muscle_names, keel_muscle_name_count);
	lint_names(model, place, "breath", keel_breath_names, keel_breath_name_count);
	lint_names(model, place, "place", keel_place_names, keel_place_name_count);
	lint_names(model, place, "sign", keel_sign_names, keel_sign_name_count);
	lint_names(model, place, "side", keel_side_names, keel_side_name_count);
	static const char *const rules[] = {
#define RULE_ID(NAME, id, source, grade) id,
		KEEL_RULE_LIST(RULE_ID)
#undef RULE_ID
	};
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		/* A warning: a new rule must not stop everybody's build; the shipped catalogue is
		 * tested for none. */
		const char *key = keel_model_format(model, "rule.%s", rules[i]);
		if (!keel_model_find_text(model, "en", key)) {
			keel_diag_warning(model->diags, place, "missing-text",
					  "text/en has no '%s'", key);
		}
	}
}

/* {0}, {1:condition}: a number, and perhaps the list in which it is a name. */
static void lint_places(keel_model *model, const keel_model_text *text)
{
	static const char *const lists[] = {
#define LIST_NAME(LIST, list) #list,
		KEEL_NAMES_LISTS(LIST_NAME)
#undef LIST_NAME
	};
	const int list_count = (int)(sizeof(lists) / sizeof(lists[0]));
	for (const char *at = strchr(text->sentence, '{'); at; at = strchr(at + 1, '{')) {
		size_t digits = strspn(at + 1, "0123456789");
		const char *after = at + 1 + digits;
		size_t list_bytes = *after == ':' ? strcspn(after + 1, "}") : 0;
		const char *end = *after == ':' ? after + 1 + list_bytes : after;
		bool is_ui = strncmp(text->key, "ui.", 3) == 0;
		bool is_known = *after != ':' ||
				keel_name_find(lists, list_count, after + 1, list_bytes) >= 0;
		if (!is_ui && (digits == 0 || *end != '}' || !is_known)) {
			keel_diag_error(model->diags, text->node->place, "text-place",
					"'%s': a place is {0} or {0:condition}, with a known list",
					text->key);
			return;
		}
	}
}

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || ((unsigned char)c & 0x80);
}

/* The phrase as words of their own; with a star at its end also with any ending. */
static const char *find_phrase(const char *sentence, const char *phrase)
{
	size_t phrase_bytes = strlen(phrase);
	bool any_ending = phrase_bytes > 0 && phrase[phrase_bytes - 1] == '*';
	phrase_bytes -= any_ending;
	for (const char *at = sentence; *at; at++) {
		bool is_start = at == sentence || !is_letter(at[-1]);
		if (is_start && strncasecmp(at, phrase, phrase_bytes) == 0 &&
		    (any_ending || !is_letter(at[phrase_bytes]))) {
			return at;
		}
	}
	return NULL;
}

static void lint_text_words(keel_model *model, const keel_model_text *text)
{
	for (int i = 0; i < model->forbidden_count; i++) {
		bool is_same_language = strcmp(model->forbidden_language[i], text->language) == 0;
		if (is_same_language && find_phrase(text->sentence, model->forbidden[i])) {
			keel_diag_error(
				model->diags, text->node->place, "forbidden-word",
				"'%s' says \"%s\", which is never shown to a person (CLINICAL 9)",
				text->key, model->forbidden[i]);
		}
	}
	if (text->sentence[0] == '<' && text->sentence[strlen(text->sentence) - 1] == '>') {
		keel_diag_error(model->diags, text->node->place, "text-unfilled",
				"'%s' still says what belongs here: %s", text->key, text->sentence);
	}
	if (strchr(text->sentence, '!')) {
		keel_diag_error(model->diags, text->node->place, "exclamation",
				"'%s' has an exclamation mark; Keel does not shout", text->key);
	}
}

void keel_lint_words(keel_model *model)
{
	for (int i = 0; i < model->text_count; i++) {
		const keel_model_text *text = &model->texts[i];
		if (i > 0 && strcmp(model->texts[i - 1].key, text->key) == 0 &&
		    strcmp(model->texts[i - 1].language, text->language) == 0) {
			keel_diag_error(model->diags, text->node->place, "duplicate-id",
					"the text '%s' is there twice", text->key);
		}
		lint_places(model, text);
		lint_text_words(model, text);
	}
}

/* A text that starts with the id of a movement belongs to it; an id that is gone leaves its texts
 * behind. */
static void lint_orphans(keel_model *model)
{
	static const char *const parts[] = {"how", "name", "why", "setup", "feel", "fault"};
	for (int i = 0; i < model->text_count; i++) {
		const keel_model_text *text = &model->texts[i];
		const char *dot = strchr(text->key, '.');
		size_t part_bytes = dot ? strcspn(dot + 1, ".") : 0;
		if (!dot || keel_name_find(parts, 6, dot + 1, part_bytes) < 0) {
			continue;
		}
		const char *id =
			keel_model_format(model, "%.*s", (int)(dot - text->key), text->key);
		bool is_ours = strcmp(id, "ui") == 0 || strcmp(id, "programme") == 0 ||
			       strcmp(id, "emergency") == 0;
		if (!is_ours && !keel_model_find_movement(model, id)) {
			keel_diag_warning(model->diags, text->node->place, "orphan-text",
					  "there is no movement '%s' for this text", id);
		}
	}
}

static bool has_fault(const keel_model_movement *movement, const char *id)
{
	for (int i = 0; i < movement->fault_count; i++) {
		if (strcmp(movement->faults[i].id, id) == 0) {
			return true;
		}
	}
	return false;
}

/* Below a movement's id stand its own words and the cues that some movement says; a renamed fault
 * or cue leaves its old words behind. */
static void lint_unsaid(keel_model *model)
{
	static const char *const parts[] = {"how", "name", "why", "setup", "feel", "lever"};
	for (int i = 0; i < model->text_count; i++) {
		const keel_model_text *text = &model->texts[i];
		const char *dot = strchr(text->key, '.');
		const keel_model_movement *movement =
			dot ? keel_model_find_movement(
				      model, keel_model_format(model, "%.*s",
							       (int)(dot - text->key), text->key))
			    : NULL;
		if (!movement || strcmp(text->language, "en") != 0 ||
		    keel_name_find(parts, 6, dot + 1, strcspn(dot + 1, ".")) >= 0) {
			continue;
		}
		bool is_fault = strncmp(dot, ".fault.", 7) == 0;
		if (is_fault ? !has_fault(movement, dot + 7) : !text->is_used) {
			keel_diag_warning(model->diags, text->node->place, "orphan-text",
					  "no phase or fault says '%s'", text->key);
		}
	}
}

void keel_lint_text_keys(keel_model *model)
{
	for (int i = 0; i < model->movement_count; i++) {
		lint_movement_texts(model, &model->movements[i]);
	}
	for (int i = 0; i < model->programme_count; i++) {
		const keel_model_programme *programme = &model->programmes[i];
		keel_diag_place place = keel_yaml_place_of(programme->node, "id");
		need_part(model, place, "programme",
			  keel_model_format(model, "%s.name", programme->id));
		need_part(model, place, "programme",
			  keel_model_format(model, "%s.idea", programme->id));
	}
	for (int i = 0; i < model->question_count; i++) {
		const keel_model_question *question = &model->questions[i];
		keel_diag_place place = question->node->place;
		need_part(model, place, "screen", keel_model_format(model, "%s.ask", question->id));
		need_part(model, place, "screen", keel_model_format(model, "%s.why", question->id));
		need_part(model, place, "screen",
			  keel_model_format(model, "%s.example", question->id));
		if (question->tier == KEEL_TIER_EMERGENCY) {
			need_part(model, place, "emergency.say", question->id);
		}
	}
	for (int i = 0; i < model->source_count; i++) {
		if (model->sources[i].is_used && !model->sources[i].is_movement) {
			need_part(model, model->sources[i].node->place, "source",
				  model->sources[i].id);
		}
	}
	lint_lists(model);
	lint_orphans(model);
	lint_unsaid(model);
}
