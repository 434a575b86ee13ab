/* What the body model says of each movement, and the lock that holds it still.
 *
 * From the solved poses come the muscles that lengthen on each side and the band of load on the low
 * back, with its spread. These are floats, and floats differ by a hair between machines and
 * compilers; so they are rounded, kept in catalogue/computed.lock and read by people as a diff. The
 * compiler computes them again whenever it solves and refuses when the result has left the locked
 * one by more than a margin. What is shown and reported is always the locked number.
 *
 * computed.lock, one row a movement, sorted:
 *   ID BAND PERCENT PERCENT PERCENT PERCENT POSE [MUSCLE:LEFT/RIGHT …]
 * Percent: of the samples in the bands rest, light, moderate, demanding. # begins a remark.
 */
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/model.h"

#define LINE_BYTES_MAX 2048
/* Margins: half a step of rounding and a little more, so that a value in the middle of two steps
 * does not flicker. Muscle percentages are multiples of 5, the threshold too. */
#define STEP_PERCENT 5
#define MARGIN_PERCENT 1.5f
#define BAND_MARGIN .05f
#define SPREAD_MARGIN 10

static const char *const band_names[] = {
#define BAND_NAME(name) #name,
	KEEL_LOAD_BAND_LIST(BAND_NAME)
#undef BAND_NAME
};
static const int band_name_count = KEEL_LOAD_BAND_COUNT;

void keel_read_override(keel_model *model, keel_model_movement *movement)
{
	static const keel_field fields[] = {
		{"band", KEEL_FIELD_NAME, true, offsetof(keel_model_override, band),
		 .names = band_names, .name_count = &band_name_count},
		{"source", KEEL_FIELD_KEY, true, offsetof(keel_model_override, source), .least = 0},
		{"reason", KEEL_FIELD_TEXT, true, offsetof(keel_model_override, reason),
		 .least = 0},
	};
	const keel_yaml *node = movement->override_node;
	keel_model_override read = {.node = node};
	if (node && keel_schema_read(model->diags, node, "a load_override", fields,
				     KEEL_FIELD_COUNT(fields), &read)) {
		movement->load_override = read;
	}
}

/* So that a kept track never outlives the row it was compared with. */
keel_hash keel_computed_hash(keel_hash hash, const keel_model_movement *movement)
{
	const keel_model_computed *c = &movement->computed;
	hash = keel_hash_i64(hash, c->is_known ? c->band : -1);
	for (int i = 0; i < KEEL_LOAD_BAND_COUNT; i++) {
		hash = keel_hash_i64(hash, c->spread[i]);
	}
	for (int k = 0; k < 2 * KEEL_MUSCLE_COUNT; k++) {
		hash = keel_hash_i64(hash, c->percent[k / 2][k % 2]);
	}
	return hash;
}

/* Words of a row, ended by zero bytes in place. */
static char *next_word(char **at)
{
	*at += strspn(*at, " ");
	char *word = *at;
	*at += strcspn(*at, " ");
	if (**at) {
		*(*at)++ = 0;
	}
	return *word ? word : NULL;
}

static bool read_whole(const char *text, int *value)
{
	char *end = NULL;
	long number = text ? strtol(text, &end, 10) : -1;
	*value = (int)number;
	return text && end != text && !*end && number >= 0 && number < 1000;
}

/* "psoas:10/0" */
static bool read_muscle(char *word, keel_model_computed *computed)
{
	char *colon = strchr(word, ':'), *slash = strchr(word, '/');
	if (!colon || !slash || slash < colon) {
		return false;
	}
	*colon = *slash = 0;
	int muscle = keel_name_find(keel_muscle_names, keel_muscle_name_count, word, strlen(word));
	return muscle >= 0 && read_whole(colon + 1, &computed->percent[muscle][0]) &&
	       read_whole(slash + 1, &computed->percent[muscle][1]);
}

static bool read_row(keel_model *model, char *at, keel_model_computed *computed)
{
	char *band = next_word(&at), *word;
	computed->band =
		band ? keel_name_find(band_names, band_name_count, band, strlen(band)) : -1;
	bool is_good = computed->band >= 0;
	for (int i = 0; i < KEEL_LOAD_BAND_COUNT; i++) {
		is_good = is_good && read_whole(next_word(&at), &computed->spread[i]);
	}
	word = next_word(&at);
	computed->pose = keel_model_format(model, "%s", word ? word : "");
	is_good = is_good && word;
	while (is_good && (word = next_word(&at))) {
		is_good = read_muscle(word, computed);
	}
	computed->is_known = is_good;
	return is_good;
}

void keel_read_lock(keel_model *model, const keel_source *source)
{
	int line = 0;
	for (const char *from = source->bytes; *from; line++) {
		size_t bytes = strcspn(from, "\n");
		char text[LINE_BYTES_MAX];
		snprintf(text, sizeof(text), "%.*s", (int)bytes, from);
		text[strcspn(text, "#")] = 0;
		from += bytes + (from[bytes] == '\n');
		char *at = text;
		const char *id = next_word(&at);
		keel_model_movement *movement = id ? keel_model_find_movement(model, id) : NULL;
		keel_model_computed row = {0};
		keel_diag_place place = {source, line + 1, 1};
		if (id && !movement && !model->updates_lock) {
			keel_diag_warning(model->diags, place, "lock-stale",
					  "there is no movement '%s' any more", id);
		} else if (movement && read_row(model, at, &row)) {
			movement->computed = row;
		} else if (movement && !model->updates_lock) {
			keel_diag_error(model->diags, place, "lock-form",
					"this row is not as keel-compile writes it");
		}
	}
}

/* What was found before rounding. */
typedef struct findings {
	float percent[KEEL_GLOW_COUNT][2]; /* the most over all poses */
	float load_n;
	int worst;
	keel_load_spread spread;
} findings;

static bool is_shown(const keel_model_movement *movement, int pose_index)
{
	bool is_used = pose_index == movement->start_index;
	for (int i = 0; i < movement->phase_count; i++) {
		is_used = is_used || movement->phases[i].pose_index == pose_index;
	}
	return is_used;
}

static void find_all(const keel_model_movement *movement, const keel_body_build *build,
		     const keel_body_pose *poses, findings *found)
{
	keel_load_def worst = {0};
	memset(found, 0, sizeof(*found));
	found->load_n = -1;
	for (int i = 0; i < movement->pose_count; i++) {
		keel_lengthening one;
		keel_load_def def = {build, &movement->poses[i].def, &poses[i]};
		if (!is_shown(movement, i)) {
			continue;
		}
		keel_lengthening_of(build, &poses[i], &one);
		for (int k = 0; k < 2 * KEEL_GLOW_COUNT; k++) {
			float *most = &found->percent[k / 2][k % 2];
			*most = fmaxf(*most, one.percent[k / 2][k % 2]);
		}
		float load_n = keel_load_n(&def);
		if (load_n > found->load_n) {
			found->load_n = load_n;
			found->worst = i;
			worst = def;
		}
	}
	keel_hash seed = keel_hash_bytes(keel_hash_start(), movement->id, strlen(movement->id));
	keel_load_spread_of(&worst, keel_hash_end(seed), &found->spread);
}

static int rounded_percent(float percent)
{
	bool is_long = percent >= KEEL_LENGTHEN_LEAST_PERCENT;
	return is_long ? STEP_PERCENT * (int)((percent + STEP_PERCENT / 2.0f) / STEP_PERCENT) : 0;
}

static keel_model_computed rounded(const keel_model_movement *movement, const findings *found)
{
	keel_model_computed computed = {
		.is_known = true,
		.band = (int32_t)keel_load_band_of(found->load_n),
		.pose = movement->poses[found->worst].name,
	};
	memcpy(computed.spread, found->spread.percent, sizeof(computed.spread));
	for (int k = 0; k < 2 * KEEL_MUSCLE_COUNT; k++) {
		computed.percent[k / 2][k % 2] = rounded_percent(found->percent[k / 2][k % 2]);
	}
	return computed;
}

static bool is_percent_kept(float found, int locked)
{
	if (locked == 0) {
		return found < KEEL_LENGTHEN_LEAST_PERCENT + MARGIN_PERCENT;
	}
	return found > KEEL_LENGTHEN_LEAST_PERCENT - MARGIN_PERCENT &&
	       fabsf(found - (float)locked) <= STEP_PERCENT / 2.0f + MARGIN_PERCENT;
}

/* The sentence of the first difference; NULL when all is kept. */
static const char *difference(keel_model *model, const keel_model_computed *locked,
			      const findings *found)
{
	for (int k = 0; k < 2 * KEEL_MUSCLE_COUNT; k++) {
		int percent = locked->percent[k / 2][k % 2];
		float now = found->percent[k / 2][k % 2];
		if (!is_percent_kept(now, percent)) {
			return keel_model_format(model,
						 "%s, %s, lengthens by %.1f %%, locked at %d",
						 keel_muscle_names[k / 2], k % 2 ? "right" : "left",
						 (double)now, percent);
		}
	}
	int low = (int)keel_load_band_of(found->load_n * (1 - BAND_MARGIN));
	int high = (int)keel_load_band_of(found->load_n * (1 + BAND_MARGIN));
	if (locked->band < low || locked->band > high) {
		return keel_model_format(model, "the low back's load is '%s', locked as '%s'",
					 band_names[keel_load_band_of(found->load_n)],
					 band_names[locked->band]);
	}
	for (int i = 0; i < KEEL_LOAD_BAND_COUNT; i++) {
		if (abs(locked->spread[i] - found->spread.percent[i]) > SPREAD_MARGIN) {
			return keel_model_format(model, "of 100 samples %d are '%s', locked at %d",
						 found->spread.percent[i], band_names[i],
						 locked->spread[i]);
		}
	}
	return NULL;
}

static bool is_exempt(keel_model_movement *movement, const char *muscle)
{
	for (int i = 0; i < movement->exemption_count; i++) {
		keel_model_exemption *exemption = &movement->exemptions[i];
		if (strcmp(exemption->rule, "stretch") == 0 && exemption->part &&
		    strcmp(exemption->part, muscle) == 0) {
			exemption->used_count++;
			return true;
		}
	}
	return false;
}

/* An authored stretch must be one: of the muscles that the model has lines for. */
static void lint_stretches(keel_model *model, keel_model_movement *movement)
{
	for (int muscle = 0; muscle < KEEL_MUSCLE_COUNT; muscle++) {
		const int *percent = movement->computed.percent[muscle];
		bool is_said = movement->lengthens & (UINT32_C(1) << muscle);
		bool is_found = percent[0] > 0 || percent[1] > 0;
		const char *name = keel_muscle_names[muscle];
		if (is_said && keel_lengthening_has((keel_glow)muscle) && !is_found &&
		    !is_exempt(movement, name)) {
			keel_diag_warning(
				model->diags, keel_yaml_place_of(movement->node, "targets"),
				"stretch-not-found",
				"%s does not become longer by 5 %% in any pose; correct the pose "
				"or the target, or exempt {rule: stretch, part: %s}",
				name, name);
		}
	}
}

void keel_compute_movement(keel_model *model, keel_model_movement *movement,
			   const keel_body_build *build, const keel_body_pose *poses)
{
	static findings found;
	static const char how[] = "keel-compile DIR --update-lock --report docs/COMPUTED.md";
	find_all(movement, build, poses, &found);
	const char *change =
		movement->computed.is_known ? difference(model, &movement->computed, &found) : NULL;
	if (change && !model->updates_lock && !model->is_draft) {
		keel_diag_error(model->diags, movement->node->place, "computed-changed",
				"%s; look at the picture, then: %s", change, how);
	} else if (!movement->computed.is_known && !model->updates_lock && !model->is_draft) {
		keel_diag_warning(model->diags, movement->node->place, "computed-missing",
				  "not in computed.lock yet; look at the picture, then: %s", how);
	}
	if (!movement->computed.is_known || change) {
		movement->computed = rounded(movement, &found);
	}
	lint_stretches(model, movement);
}

void keel_lint_computed(keel_model *model)
{
	for (int i = 0; i < model->movement_count; i++) {
		keel_model_movement *movement = &model->movements[i];
		const keel_model_override *own = &movement->load_override;
		if (own->node && !keel_model_find_source(model, own->source)) {
			keel_diag_error(model->diags, keel_yaml_place_of(own->node, "source"),
					"unknown-source", "there is no source '%s'", own->source);
		}
	}
}

static void add_text(keel_model *model, const char *key, const char *sentence)
{
	if (model->text_count < KEEL_TEXTS_MAX) {
		model->texts[model->text_count++] =
			(keel_model_text){NULL, "en", key, sentence, true};
	}
}

void keel_computed_add_texts(keel_model *model)
{
	for (int i = 0; i < model->movement_count; i++) {
		const keel_model_movement *movement = &model->movements[i];
		const keel_model_computed *c = &movement->computed;
		const keel_model_override *own = &movement->load_override;
		if (!c->is_known) {
			continue;
		}
		add_text(model, keel_model_format(model, "%s.load-band", movement->id),
			 own->node ? keel_model_format(model, "%s (measured: %s)",
						       band_names[own->band], own->source)
				   : band_names[c->band]);
		add_text(model, keel_model_format(model, "%s.load-spread", movement->id),
			 keel_model_format(model, "%d rest, %d light, %d moderate, %d demanding",
					   c->spread[0], c->spread[1], c->spread[2], c->spread[3]));
	}
}
