/* Writing the compiled form that core/catalogue/load.c describes. Numbers go out byte by byte,
 * little end first, so that two machines write the same file. Everything was linted before: what
 * stands here is known to fit.
 */
#include <stdlib.h>
#include <string.h>

#include "compiler/model.h"
#include "core/base/hash.h"

typedef struct writer {
	unsigned char *bytes;
	size_t used, capacity;
	bool is_broken;
} writer;

static void put_bytes(writer *w, const void *bytes, size_t byte_count)
{
	if (w->is_broken) {
		return;
	}
	if (w->capacity - w->used < byte_count) {
		size_t capacity = (w->capacity + byte_count) * 2;
		unsigned char *larger = realloc(w->bytes, capacity);
		if (!larger) {
			w->is_broken = true;
			return;
		}
		w->bytes = larger;
		w->capacity = capacity;
	}
	memcpy(w->bytes + w->used, bytes, byte_count);
	w->used += byte_count;
}

static void put_uint(writer *w, uint64_t value, unsigned byte_count)
{
	unsigned char bytes[8];
	for (unsigned i = 0; i < byte_count; i++) {
		bytes[i] = (unsigned char)(value >> (8 * i));
	}
	put_bytes(w, bytes, byte_count);
}

static void put_int(writer *w, int64_t value, unsigned byte_count)
{
	put_uint(w, (uint64_t)value, byte_count);
}

static void put_text(writer *w, const char *text, unsigned length_bytes)
{
	size_t length = strlen(text);
	put_uint(w, length, length_bytes);
	put_bytes(w, text, length + 1);
}

static void put_dose(writer *w, const keel_dose *dose)
{
	const int16_t values[] = {dose->sets,	dose->reps,    dose->hold_s, dose->work_s,
				  dose->rest_s, dose->load_hg, dose->lever};
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		put_int(w, values[i], 2);
	}
}

static void put_phase(writer *w, const keel_phase *phase)
{
	put_uint(w,
		 phase->hold | (unsigned)phase->dose_length << 1 |
			 (unsigned)phase->until_eased << 2,
		 1);
	put_uint(w, phase->breath, 1);
	put_uint(w, phase->track, 1);
	put_int(w, phase->length_ms, 4);
}

static void put_movement(writer *w, const keel_model *model, const keel_model_movement *m)
{
	put_text(w, m->id, 1);
	put_int(w, m->aim, 1);
	put_int(w, m->stage, 1);
	put_int(w, m->sides, 1);
	put_int(w, m->pain_limit, 1);
	put_uint(w, m->positions, 4);
	put_uint(w, m->equipment, 4);
	put_uint(w, m->directions, 4);
	put_uint(w, m->directions_end, 4);
	put_uint(w, m->gates, 4);
	put_uint(w,
		 m->neutral | (unsigned)m->loaded << 1 | (unsigned)m->tight_side << 2 |
			 (unsigned)m->rest_each_side << 3,
		 1);
	put_int(w, keel_model_movement_index(model, m->easier), 2);
	put_int(w, keel_model_movement_index(model, m->harder), 2);
	put_int(w, keel_model_movement_index(model, m->replaced_by), 2);
	put_int(w, m->seed_rung, 2);
	put_int(w, m->set_up_ms, 4);
	put_uint(w, m->lengthens, 4);
	put_uint(w, m->works, 4);
	put_int(w, m->rung_count, 1);
	for (int i = 0; i < m->rung_count; i++) {
		put_dose(w, &m->rungs[i]);
	}
	put_int(w, m->phase_count, 1);
	for (int i = 0; i < m->phase_count; i++) {
		put_phase(w, &m->phases[i].facts);
	}
	put_int(w, m->need_count, 1);
	for (int i = 0; i < m->need_count; i++) {
		put_int(w, keel_model_movement_index(model, m->needs[i].movement), 2);
		put_int(w, m->needs[i].clean_count, 2);
	}
}

static void put_facts(writer *w, const keel_model *model)
{
	put_int(w, model->movement_count, 2);
	for (int i = 0; i < model->movement_count; i++) {
		put_movement(w, model, &model->movements[i]);
	}
	put_int(w, model->programme_count, 1);
	for (int i = 0; i < model->programme_count; i++) {
		const keel_model_programme *programme = &model->programmes[i];
		put_text(w, programme->id, 1);
		put_int(w, programme->kind, 1);
		put_int(w, programme->item_count, 1);
		for (int k = 0; k < programme->item_count; k++) {
			const keel_model_item *item = &programme->items[k];
			put_int(w, keel_model_movement_index(model, item->movement), 2);
			put_int(w, item->rung, 2);
			put_int(w, item->group, 1);
			put_int(w, item->step, 1);
		}
	}
	put_int(w, model->question_count, 1);
	for (int i = 0; i < model->question_count; i++) {
		const keel_model_question *question = &model->questions[i];
		put_text(w, question->id, 1);
		put_int(w, question->tier, 1);
		put_uint(w, question->first_run | (unsigned)question->leg << 1, 1);
		put_int(w, i, 1);
		put_int(w, question->group, 2);
	}
}

static int most_percent(const keel_model_movement *m, int muscle)
{
	const int *percent = m->computed.percent[muscle];
	return percent[0] > percent[1] ? percent[0] : percent[1];
}

/* A side counts when it has two thirds of the other's: the leg that is bent to lie comfortably is
 * not the one that is stretched. */
static unsigned stretched_sides(const keel_model_movement *m, int muscle)
{
	const int *percent = m->computed.percent[muscle];
	unsigned left = percent[0] > 0 && 3 * percent[0] >= 2 * percent[1];
	unsigned right = percent[1] > 0 && 3 * percent[1] >= 2 * percent[0];
	return left | right << 1;
}

/* The most lengthened first; those without a line in the body model last. */
static void put_stretches(writer *w, const keel_model_movement *m)
{
	int order[KEEL_MUSCLE_COUNT], count = 0;
	for (int muscle = 0; muscle < KEEL_MUSCLE_COUNT; muscle++) {
		int at = count;
		if ((m->lengthens & (UINT32_C(1) << muscle)) == 0) {
			continue;
		}
		for (; at > 0 && most_percent(m, order[at - 1]) < most_percent(m, muscle); at--) {
			order[at] = order[at - 1];
		}
		order[at] = muscle;
		count++;
	}
	put_int(w, count, 1);
	for (int i = 0; i < count; i++) {
		put_int(w, order[i], 1);
		put_uint(w, stretched_sides(m, order[i]), 1);
	}
}

static void put_shown(writer *w, const keel_model *model)
{
	for (int i = 0; i < model->movement_count; i++) {
		const keel_model_movement *m = &model->movements[i];
		for (int k = 0; k < m->phase_count; k++) {
			put_text(w, m->phases[k].facts.cue, 1);
		}
		put_int(w, m->source_count, 1);
		for (int k = 0; k < m->source_count; k++) {
			put_text(w, m->sources[k], 1);
		}
		put_int(w, m->fault_count, 1);
		for (int k = 0; k < m->fault_count; k++) {
			const keel_model_fault *fault = &m->faults[k];
			put_text(w, fault->id, 1);
			put_text(w, fault->cue ? fault->cue : "", 1);
			put_int(w, fault->angle_index, 2);
			put_int(w, fault->has_over ? fault->over_deg : INT16_MAX, 2);
			put_int(w, fault->has_under ? fault->under_deg : INT16_MIN, 2);
		}
		put_stretches(w, m);
	}
}

static void put_texts(writer *w, const keel_model *model)
{
	const char *languages[32];
	int language_count = 0;
	for (int i = 0; i < model->text_count; i++) {
		const char *language = model->texts[i].language;
		bool is_new =
			language_count == 0 || strcmp(languages[language_count - 1], language) != 0;
		if (is_new && language_count < 32) {
			languages[language_count++] = language;
		}
	}
	put_int(w, language_count, 1);
	for (int i = 0; i < language_count; i++) {
		put_text(w, languages[i], 1);
	}
	put_int(w, model->text_count, 4);
	int at = 0;
	for (int i = 0; i < model->text_count; i++) {
		const keel_model_text *text = &model->texts[i];
		at += strcmp(languages[at], text->language) != 0;
		put_int(w, at, 1);
		put_text(w, text->key, 1);
		put_text(w, text->sentence, 2);
	}
}

static uint64_t hash_of(const unsigned char *bytes, size_t byte_count)
{
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), bytes, byte_count));
}

unsigned char *keel_emit(const keel_model *model, size_t *byte_count)
{
	writer w = {0};
	unsigned char header[KEEL_CATALOGUE_HEADER_BYTES] = {0};
	put_bytes(&w, header, sizeof(header));
	put_facts(&w, model);
	size_t facts_bytes = w.used - sizeof(header);
	put_shown(&w, model);
	size_t shown_bytes = w.used - sizeof(header) - facts_bytes;
	put_texts(&w, model);
	if (w.is_broken) {
		free(w.bytes);
		return NULL;
	}
	const unsigned char *facts = w.bytes + sizeof(header);
	size_t rest_bytes = w.used - sizeof(header) - facts_bytes;
	writer h = {header, 0, sizeof(header), false};
	put_bytes(&h, KEEL_CATALOGUE_MAGIC, 4);
	put_uint(&h, KEEL_CATALOGUE_VERSION, 4);
	put_uint(&h, facts_bytes, 4);
	put_uint(&h, shown_bytes, 4);
	put_uint(&h, rest_bytes - shown_bytes, 4);
	put_uint(&h, 0, 4);
	put_uint(&h, hash_of(facts, facts_bytes), 8);
	put_uint(&h, hash_of(facts + facts_bytes, rest_bytes), 8);
	memcpy(w.bytes, header, sizeof(header));
	*byte_count = w.used;
	return w.bytes;
}
