/* The catalogue for those who show it: sentences of a language, and movements with their facts. */
#include <string.h>

#include "core/base/hash.h"
#include "core/coach/coach.h"
#include "core/coach/player.h"

static const char *const programme_kinds[] = {
#define KIND_NAME(NAME, text) text,
	KEEL_NAMES_PROGRAMME_KIND(KIND_NAME)
#undef KIND_NAME
};

static bool is_english(const keel_text_entry *entry)
{
	return strcmp(entry->language, "en") == 0;
}

keel_err keel_core_texts_json(keel_core *core, const char *language, char *out, size_t out_bytes,
			      size_t *written_bytes)
{
	keel_json json;
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '{');
	for (int i = 0; i < core->catalogue->text_count; i++) {
		const keel_text_entry *entry = &core->catalogue->texts[i];
		if (!is_english(entry))
			continue;
		const char *sentence = keel_text_find(core->catalogue, language, entry->key);
		keel_json_put_text(&json, entry->key,
				   sentence == NULL ? entry->sentence : sentence);
	}
	keel_json_close(&json, '}');
	return keel_json_end(&json, written_bytes);
}

static void put_set(keel_json *json, const char *key, uint32_t bits, const char *const *names,
		    int name_count)
{
	keel_json_key(json, key);
	keel_json_open(json, '[');
	for (int i = 0; i < name_count; i++)
		if (bits >> i & 1u)
			keel_json_text(json, names[i]);
	keel_json_close(json, ']');
}

static void put_neighbour(keel_json *json, const char *key, const keel_catalogue *catalogue,
			  int movement)
{
	keel_json_key(json, key);
	if (movement == KEEL_NO_MOVEMENT)
		keel_json_null(json);
	else
		keel_json_text(json, catalogue->movements[movement].id);
}

static void put_phases(keel_json *json, const keel_movement *movement)
{
	keel_json_key(json, "phases");
	keel_json_open(json, '[');
	for (int i = 0; i < movement->phase_count; i++) {
		const keel_phase *phase = &movement->phases[i];
		keel_json_open(json, '{');
		keel_json_put_bool(json, "hold", phase->hold);
		keel_json_put_bool(json, "dose_length", phase->dose_length);
		keel_json_put_bool(json, "until_eased", phase->until_eased);
		keel_json_put_text(json, "breath", keel_breath_names[phase->breath]);
		keel_json_put_int(json, "track", phase->track);
		keel_json_put_int(json, "length_ms", phase->length_ms);
		keel_json_put_text(json, "cue", phase->cue);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

/* The phase at whose end the movement shows itself best: its first that moves. */
static int end_phase(const keel_movement *movement)
{
	for (int i = 0; i < movement->phase_count; i++)
		if (!movement->phases[i].hold)
			return i;
	return 0;
}

static void put_lists(keel_json *json, const keel_catalogue *catalogue,
		      const keel_movement *movement)
{
	keel_json_key(json, "rungs");
	keel_json_open(json, '[');
	for (int i = 0; i < movement->rung_count; i++)
		keel_coach_put_dose(json, &movement->rungs[i]);
	keel_json_close(json, ']');
	put_phases(json, movement);
	keel_json_key(json, "needs");
	keel_json_open(json, '[');
	for (int i = 0; i < movement->need_count; i++) {
		keel_json_open(json, '{');
		keel_json_put_text(json, "movement",
				   catalogue->movements[movement->needs[i].movement].id);
		keel_json_put_int(json, "clean_count", movement->needs[i].clean_count);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
	keel_json_key(json, "faults");
	keel_json_open(json, '[');
	for (int i = 0; i < movement->fault_count; i++)
		keel_json_text(json, movement->faults[i].id);
	keel_json_close(json, ']');
	static const char *const sides[] = {"", "left", "right", "both"};
	keel_json_key(json, "stretches");
	keel_json_open(json, '[');
	for (int i = 0; i < movement->stretch_count; i++) {
		const keel_stretch *stretch = &movement->stretches[i];
		keel_json_open(json, '{');
		keel_json_put_text(json, "muscle", keel_muscle_names[stretch->muscle]);
		keel_json_put_text(json, "side", sides[stretch->sides & 3]);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
	keel_json_key(json, "sources");
	keel_json_open(json, '[');
	for (int i = 0; i < movement->source_count; i++)
		keel_json_text(json, movement->sources[i]);
	keel_json_close(json, ']');
}

/* Both sides of the muscles of a set, as bits of keel_glow. */
static uint64_t glow_of(uint32_t muscles)
{
	uint64_t glow = 0;
	for (int i = 0; i < keel_muscle_name_count; i++)
		if ((muscles >> i & 1) == 1)
			glow |= (uint64_t)3 << (2 * i);
	return glow;
}

static void put_glow(keel_json *json, const char *key, uint64_t glow)
{
	keel_json_key(json, key);
	keel_json_open(json, '[');
	keel_json_int(json, (int64_t)(glow & UINT32_MAX));
	keel_json_int(json, (int64_t)(glow >> 32));
	keel_json_close(json, ']');
}

/* What glows in the figure (core/body/figure.h): what lengthens by side, what works on both. */
static void put_glows(keel_json *json, const keel_movement *movement)
{
	uint64_t stretch = 0;
	for (int i = 0; i < movement->stretch_count; i++)
		stretch |= (uint64_t)(movement->stretches[i].sides & 3)
			   << (2 * movement->stretches[i].muscle);
	put_glow(json, "stretch_glow", stretch);
	put_glow(json, "work_glow", glow_of(movement->works));
}

static void put_movement(keel_json *json, const keel_catalogue *catalogue,
			 const keel_movement *movement)
{
	keel_json_open(json, '{');
	keel_json_put_text(json, "id", movement->id);
	keel_json_put_text(json, "aim", keel_aim_names[movement->aim]);
	keel_json_put_text(json, "stage", keel_stage_names[movement->stage]);
	keel_json_put_text(json, "sides", keel_sides_names[movement->sides]);
	keel_json_put_text(json, "pain_limit", keel_pain_limit_names[movement->pain_limit]);
	put_set(json, "positions", movement->positions, keel_position_names,
		keel_position_name_count);
	put_set(json, "equipment", movement->equipment, keel_equipment_names,
		keel_equipment_name_count);
	put_set(json, "directions", movement->directions, keel_direction_names,
		keel_direction_name_count);
	put_set(json, "directions_end", movement->directions_end, keel_direction_names,
		keel_direction_name_count);
	put_set(json, "gates", movement->gates, keel_gate_names, keel_gate_name_count);
	put_set(json, "lengthens", movement->lengthens, keel_muscle_names, keel_muscle_name_count);
	put_set(json, "works", movement->works, keel_muscle_names, keel_muscle_name_count);
	keel_json_put_bool(json, "neutral", movement->neutral);
	keel_json_put_bool(json, "loaded", movement->loaded);
	keel_json_put_bool(json, "asks_effort", keel_player_asks_effort(movement));
	put_neighbour(json, "easier", catalogue, movement->easier);
	put_neighbour(json, "harder", catalogue, movement->harder);
	put_neighbour(json, "replaced_by", catalogue, movement->replaced_by);
	keel_json_put_int(json, "set_up_ms", movement->set_up_ms);
	keel_json_put_int(json, "seed_rung", movement->seed_rung);
	keel_json_put_int(json, "end_phase", end_phase(movement));
	put_glows(json, movement);
	put_lists(json, catalogue, movement);
	keel_json_close(json, '}');
}

static void put_programmes(keel_json *json, const keel_catalogue *catalogue)
{
	keel_json_key(json, "programmes");
	keel_json_open(json, '[');
	for (int i = 0; i < catalogue->programme_count; i++) {
		const keel_programme *programme = &catalogue->programmes[i];
		keel_json_open(json, '{');
		keel_json_put_text(json, "id", programme->id);
		keel_json_put_text(json, "kind", programme_kinds[programme->kind]);
		keel_json_key(json, "items");
		keel_json_open(json, '[');
		for (int k = 0; k < programme->item_count; k++) {
			keel_json_open(json, '{');
			keel_json_put_text(json, "movement",
					   catalogue->movements[programme->items[k].movement].id);
			keel_json_put_int(json, "rung", programme->items[k].rung);
			keel_json_close(json, '}');
		}
		keel_json_close(json, ']');
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_questions(keel_json *json, const keel_catalogue *catalogue)
{
	keel_json_key(json, "questions");
	keel_json_open(json, '[');
	for (int i = 0; i < catalogue->question_count; i++) {
		const keel_question *question = &catalogue->questions[i];
		keel_json_open(json, '{');
		keel_json_put_text(json, "id", question->id);
		keel_json_put_text(json, "tier", keel_tier_names[question->tier]);
		keel_json_put_bool(json, "first_run", question->first_run);
		keel_json_put_bool(json, "leg", question->leg);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

keel_err keel_core_catalogue_json(keel_core *core, char *out, size_t out_bytes,
				  size_t *written_bytes)
{
	keel_json json;
	char facts[17];
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "core", KEEL_CORE_VERSION);
	keel_hash_text(core->catalogue->facts_hash, facts);
	keel_json_put_text(&json, "facts", facts);
	keel_json_key(&json, "movements");
	keel_json_open(&json, '[');
	for (int i = 0; i < core->catalogue->movement_count; i++)
		put_movement(&json, core->catalogue, &core->catalogue->movements[i]);
	keel_json_close(&json, ']');
	put_programmes(&json, core->catalogue);
	put_questions(&json, core->catalogue);
	keel_json_close(&json, '}');
	return keel_json_end(&json, written_bytes);
}
