/* Decoding the compiled catalogue.
 *
 * The bytes come from outside (a file, a download), so nothing is cast and nothing is believed: the
 * stream is read number by number, every count and index is held against its bound before memory is
 * taken, and two hashes must agree. A reader remembers the first thing that is wrong and then
 * yields zeros; loops stay bounded because counts are checked when they are read.
 *
 * Form, little end first. A text is its length, its bytes, and a zero byte, so that we can point at
 * it. header  "KCAT", u32 version, u32 facts bytes, u32 shown bytes, u32 text bytes, u32 0, u64
 * hash of the facts, u64 hash of all that follows them facts   u16 movements, each: id, aim, stage,
 * sides, pain limit (u8), positions, equipment, directions, end directions, gates (u32), flags (u8:
 * 1 neutral, 2 loaded, 4 tight side, 8 rest each side), easier, harder, replaced by, seed rung
 * (i16), set-up (i32 ms), lengthens, works (u32); u8 rungs of 7 i16; u8 phases of u8 flags (1 hold,
 * 2 dose length, 4 until eased), u8 breath, u8 track, i32 ms; u8 needs of i16 movement, i16 count
 *           u8 programmes, each: id, u8 kind, u8 items of i16 movement, i16 rung, u8 group, u8 step
 *           u8 questions, each: id, u8 tier, u8 flags (1 first run, 2 leg), u8 order, i16 group
 *   shown   for each movement: the cue of each phase; u8 sources; u8 faults of id, cue, i16 angle,
 *           over, under; u8 stretches of u8 muscle, u8 sides (1 left, 2 right)
 *   texts   u8 languages; u32 entries of u8 language, key, sentence; sorted by language and key
 * Rejected: a raw struct image (differs by machine, cannot be checked piece by piece).
 */
#include <string.h>

#include "core/base/hash.h"
#include "core/catalogue/catalogue.h"

#define KEEL_LANGUAGES_MAX 32
#define KEEL_SETS_MAX 10
#define KEEL_REPS_MAX 100
#define KEEL_SECONDS_MAX 7200 /* a walk of two hours */
#define KEEL_LOAD_HG_MAX 2000
#define KEEL_LEVER_MAX 8
#define KEEL_PHASE_MS_MAX 600000
#define KEEL_ITEM_MS_MAX 14400000 /* four hours: no sum in timing.c can overflow */

typedef struct reader {
	const unsigned char *bytes;
	size_t at;
	size_t end;
	keel_arena *arena;
	keel_err err;
	const char *message;
} reader;

static void wrong(reader *r, keel_err err, const char *message)
{
	if (r->err == KEEL_ERR_OK) {
		r->err = err;
		r->message = message;
	}
}

static void check(reader *r, bool holds, const char *message)
{
	if (!holds) {
		wrong(r, KEEL_ERR_CORRUPT, message);
	}
}

static uint64_t read_uint(reader *r, unsigned byte_count)
{
	if (r->err != KEEL_ERR_OK || r->end - r->at < byte_count) {
		wrong(r, KEEL_ERR_CORRUPT, "the section ends too early");
		return 0;
	}
	uint64_t value = 0;
	for (unsigned i = 0; i < byte_count; i++) {
		value |= (uint64_t)r->bytes[r->at + i] << (8 * i);
	}
	r->at += byte_count;
	return value;
}

static uint8_t read_u8(reader *r, unsigned least_too_large, const char *message)
{
	uint8_t value = (uint8_t)read_uint(r, 1);
	check(r, value < least_too_large, message);
	return value < least_too_large ? value : 0;
}

static int16_t read_i16(reader *r, int least, int most, const char *message)
{
	int value = (int)read_uint(r, 2);
	value = value >= 32768 ? value - 65536 : value;
	bool holds = value >= least && value <= most;
	check(r, holds, message);
	return (int16_t)(holds ? value : least);
}

static uint32_t read_set(reader *r, int name_count, const char *message)
{
	uint32_t set = (uint32_t)read_uint(r, 4);
	check(r, name_count >= 32 || set >> name_count == 0, message);
	return set;
}

/* Well-formed UTF-8 (RFC 3629) without control characters: texts go into JSON and onto screens. */
static bool is_text(const unsigned char *bytes, size_t byte_count)
{
	size_t i = 0;
	while (i < byte_count) {
		unsigned char lead = bytes[i];
		unsigned more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
		uint32_t code = lead;
		if (lead < 0x20 || lead == 0x7F || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4 ||
		    byte_count - i <= more) {
			return false;
		}
		if (more > 0) {
			code = lead & (0x3Fu >> more);
		}
		for (unsigned k = 1; k <= more; k++) {
			if ((bytes[i + k] & 0xC0) != 0x80) {
				return false;
			}
			code = code << 6 | (bytes[i + k] & 0x3Fu);
		}
		bool is_overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
		if (is_overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
			return false;
		}
		i += more + 1;
	}
	return true;
}

static const char *read_text(reader *r, unsigned length_bytes)
{
	size_t length = (size_t)read_uint(r, length_bytes);
	if (r->err != KEEL_ERR_OK) {
		return "";
	}
	if (r->end - r->at <= length || r->bytes[r->at + length] != 0) {
		wrong(r, KEEL_ERR_CORRUPT, "a text is longer than its section or not ended");
		return "";
	}
	const unsigned char *text = r->bytes + r->at;
	r->at += length + 1;
	check(r, is_text(text, length), "a text is not plain UTF-8");
	return (const char *)text;
}

/* Ids are lower case letters, digits and hyphens: safe in file names, links and HTML. */
static const char *read_id(reader *r)
{
	const char *id = read_text(r, 1);
	size_t length = strlen(id);
	check(r, length > 0 && length < 64, "an id is empty or too long");
	for (size_t i = 0; i < length; i++) {
		char c = id[i];
		check(r, (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-',
		      "an id holds something else than a-z, 0-9 and hyphen");
	}
	return id;
}

static void *take(reader *r, size_t count, size_t item_bytes)
{
	if (r->err != KEEL_ERR_OK || count == 0) {
		return NULL;
	}
	void *memory = keel_arena_alloc(r->arena, count, item_bytes);
	if (!memory) {
		wrong(r, KEEL_ERR_NO_MEMORY, "the arena is too small for the catalogue");
	}
	return memory;
}

static int read_count(reader *r, unsigned byte_count, int most)
{
	uint64_t count = read_uint(r, byte_count);
	if (count > (uint64_t)most) {
		wrong(r, KEEL_ERR_TOO_LARGE, "a list is longer than its limit");
		return 0;
	}
	return (int)count;
}

static void read_dose(reader *r, keel_dose *dose)
{
	dose->sets = read_i16(r, 1, KEEL_SETS_MAX, "sets out of range");
	dose->reps = read_i16(r, 0, KEEL_REPS_MAX, "reps out of range");
	dose->hold_s = read_i16(r, 0, KEEL_SECONDS_MAX, "hold out of range");
	dose->work_s = read_i16(r, 0, KEEL_SECONDS_MAX, "work out of range");
	dose->rest_s = read_i16(r, 0, KEEL_SECONDS_MAX, "rest out of range");
	dose->load_hg = read_i16(r, 0, KEEL_LOAD_HG_MAX, "load out of range");
	dose->lever = read_i16(r, 0, KEEL_LEVER_MAX, "lever out of range");
	check(r, dose->reps > 0 || dose->hold_s > 0 || dose->work_s > 0, "a dose without an end");
	check(r, dose->reps == 0 || dose->work_s == 0, "a dose with both repetitions and time");
}

static void read_phase(reader *r, keel_phase *phase)
{
	uint8_t flags = read_u8(r, 8, "unknown flags of a phase");
	phase->hold = flags & 1;
	phase->dose_length = flags & 2;
	phase->until_eased = flags & 4;
	phase->breath = read_u8(r, (unsigned)keel_breath_name_count, "breath out of range");
	phase->track = read_u8(r, KEEL_PHASES_MAX, "track phase out of range");
	phase->length_ms = (int32_t)read_uint(r, 4);
	phase->cue = "";
	check(r, phase->length_ms >= 0 && phase->length_ms <= KEEL_PHASE_MS_MAX,
	      "length of a phase out of range");
	check(r, !phase->dose_length || (phase->hold && phase->length_ms == 0),
	      "a phase with the length of the dose must be a hold without its own");
	check(r, phase->dose_length || phase->length_ms > 0, "a phase without a length");
}

static void read_rungs(reader *r, keel_movement *movement)
{
	movement->rung_count = read_count(r, 1, KEEL_RUNGS_MAX);
	check(r, movement->rung_count > 0, "a movement without a dose");
	keel_dose *rungs = take(r, (size_t)movement->rung_count, sizeof(*rungs));
	for (int i = 0; rungs && i < movement->rung_count; i++) {
		read_dose(r, &rungs[i]);
	}
	movement->rungs = rungs;
}

static void read_phases(reader *r, keel_movement *movement)
{
	movement->phase_count = read_count(r, 1, KEEL_PHASES_MAX);
	check(r, movement->phase_count > 0, "a movement without phases");
	keel_phase *phases = take(r, (size_t)movement->phase_count, sizeof(*phases));
	for (int i = 0; phases && i < movement->phase_count; i++) {
		read_phase(r, &phases[i]);
	}
	movement->phases = phases;
}

static void read_needs(reader *r, keel_movement *movement, int movement_count)
{
	movement->need_count = read_count(r, 1, KEEL_NEEDS_MAX);
	keel_need *needs = take(r, (size_t)movement->need_count, sizeof(*needs));
	for (int i = 0; needs && i < movement->need_count; i++) {
		needs[i].movement = read_i16(r, 0, movement_count - 1, "a need names no movement");
		needs[i].clean_count = read_i16(r, 1, 100, "clean count out of range");
	}
	movement->needs = needs;
}

/* With 64 bits, so that timing.c can be sure of 32. */
static void check_length(reader *r, const keel_movement *movement)
{
	for (int i = 0; movement->rungs && i < movement->rung_count; i++) {
		const keel_dose *dose = &movement->rungs[i];
		int64_t bout_ms = dose->work_s * (int64_t)1000;
		for (int k = 0; movement->phases && k < movement->phase_count && dose->work_s == 0;
		     k++) {
			const keel_phase *phase = &movement->phases[k];
			int64_t phase_ms = phase->dose_length ? dose->hold_s * (int64_t)1000
							      : phase->length_ms;
			bout_ms += phase_ms * (dose->reps > 0 ? dose->reps : 1);
		}
		check(r, bout_ms > 0 && bout_ms * 2 * dose->sets <= KEEL_ITEM_MS_MAX,
		      "an item takes no time or over four hours");
	}
}

static void read_movement(reader *r, keel_movement *movement, int movement_count)
{
	movement->id = read_id(r);
	movement->aim = read_u8(r, (unsigned)keel_aim_name_count, "aim out of range");
	movement->stage = read_u8(r, (unsigned)keel_stage_name_count, "stage out of range");
	movement->sides = read_u8(r, (unsigned)keel_sides_name_count, "sides out of range");
	movement->pain_limit =
		read_u8(r, (unsigned)keel_pain_limit_name_count, "pain limit out of range");
	movement->positions = read_set(r, keel_position_name_count, "unknown position");
	movement->equipment = read_set(r, keel_equipment_name_count, "unknown equipment");
	movement->directions = read_set(r, keel_direction_name_count, "unknown direction");
	movement->directions_end = read_set(r, keel_direction_name_count, "unknown end direction");
	movement->gates = read_set(r, keel_gate_name_count, "unknown gate");
	check(r, (movement->directions_end & ~movement->directions) == 0,
	      "an end direction that is not a direction");
	uint8_t flags = read_u8(r, 16, "unknown flags of a movement");
	movement->neutral = flags & 1;
	movement->loaded = flags & 2;
	movement->tight_side = flags & 4;
	movement->rest_each_side = flags & 8;
	int last = movement_count - 1;
	movement->easier = read_i16(r, KEEL_NO_MOVEMENT, last, "easier names no movement");
	movement->harder = read_i16(r, KEEL_NO_MOVEMENT, last, "harder names no movement");
	movement->replaced_by =
		read_i16(r, KEEL_NO_MOVEMENT, last, "replaced_by names no movement");
	movement->seed_rung = read_i16(r, 1, KEEL_RUNGS_MAX, "seed rung out of range");
	movement->set_up_ms = (int32_t)read_uint(r, 4);
	check(r, movement->set_up_ms >= 0 && movement->set_up_ms <= KEEL_PHASE_MS_MAX,
	      "set-up time out of range");
	movement->lengthens = read_set(r, KEEL_MUSCLE_COUNT, "unknown muscle");
	movement->works = read_set(r, KEEL_MUSCLE_COUNT, "unknown muscle");
	read_rungs(r, movement);
	check(r, movement->seed_rung <= movement->rung_count, "seed rung above the ladder");
	read_phases(r, movement);
	read_needs(r, movement, movement_count);
	check_length(r, movement);
}

static void check_neighbours(reader *r, const keel_catalogue *catalogue)
{
	for (int i = 0; r->err == KEEL_ERR_OK && i < catalogue->movement_count; i++) {
		const keel_movement *m = &catalogue->movements[i];
		const keel_movement *all = catalogue->movements;
		check(r, i == 0 || strcmp(all[i - 1].id, m->id) < 0,
		      "movements are not sorted by id");
		check(r, m->easier == KEEL_NO_MOVEMENT || all[m->easier].aim == m->aim,
		      "an easier movement of another aim");
		check(r, m->harder == KEEL_NO_MOVEMENT || all[m->harder].aim == m->aim,
		      "a harder movement of another aim");
		check(r, m->easier != i && m->harder != i && m->replaced_by != i,
		      "a movement that is its own neighbour");
		check(r,
		      m->replaced_by == KEEL_NO_MOVEMENT ||
			      all[m->replaced_by].replaced_by == KEEL_NO_MOVEMENT,
		      "a replacement that is itself replaced");
	}
}

static void read_movements(reader *r, keel_catalogue *catalogue)
{
	catalogue->movement_count = read_count(r, 2, KEEL_MOVEMENTS_MAX);
	keel_movement *movements = take(r, (size_t)catalogue->movement_count, sizeof(*movements));
	for (int i = 0; movements && i < catalogue->movement_count; i++) {
		read_movement(r, &movements[i], catalogue->movement_count);
	}
	catalogue->movements = movements;
	check_neighbours(r, catalogue);
}

static void read_programme(reader *r, const keel_catalogue *catalogue, keel_programme *programme)
{
	programme->id = read_id(r);
	programme->kind = read_u8(r, KEEL_PROGRAMME_KIND_STAGED + 1, "programme kind out of range");
	programme->item_count = read_count(r, 1, KEEL_PROGRAMME_ITEMS_MAX);
	check(r, programme->item_count > 0, "a programme without items");
	keel_programme_item *items = take(r, (size_t)programme->item_count, sizeof(*items));
	for (int i = 0; items && i < programme->item_count; i++) {
		items[i].movement =
			read_i16(r, 0, catalogue->movement_count - 1, "an item names no movement");
		items[i].rung = read_i16(r, 1, KEEL_RUNGS_MAX, "rung of an item out of range");
		items[i].group = read_u8(r, KEEL_GROUP_COUNT, "group of an item out of range");
		items[i].step = read_u8(r, 16, "step of an item out of range");
		check(r,
		      r->err != KEEL_ERR_OK ||
			      items[i].rung <= catalogue->movements[items[i].movement].rung_count,
		      "an item above the ladder of its movement");
	}
	programme->items = items;
}

static void read_programmes(reader *r, keel_catalogue *catalogue)
{
	catalogue->programme_count = read_count(r, 1, KEEL_PROGRAMMES_MAX);
	keel_programme *programmes =
		take(r, (size_t)catalogue->programme_count, sizeof(*programmes));
	for (int i = 0; programmes && i < catalogue->programme_count; i++) {
		read_programme(r, catalogue, &programmes[i]);
		check(r, i == 0 || strcmp(programmes[i - 1].id, programmes[i].id) < 0,
		      "programmes are not sorted by id");
	}
	catalogue->programmes = programmes;
}

static void read_questions(reader *r, keel_catalogue *catalogue)
{
	catalogue->question_count = read_count(r, 1, KEEL_QUESTIONS_MAX);
	keel_question *questions = take(r, (size_t)catalogue->question_count, sizeof(*questions));
	for (int i = 0; questions && i < catalogue->question_count; i++) {
		keel_question *question = &questions[i];
		question->id = read_id(r);
		question->tier = read_u8(r, (unsigned)keel_tier_name_count, "tier out of range");
		uint8_t flags = read_u8(r, 4, "unknown flags of a question");
		question->first_run = flags & 1;
		question->leg = flags & 2;
		question->order = (uint8_t)read_uint(r, 1);
		question->group = read_i16(r, -1, 15, "group of a question out of range");
		check(r, question->order == i, "questions are not in the order they are asked");
		for (int k = 0; k < i; k++) {
			check(r, strcmp(questions[k].id, question->id) != 0,
			      "the same question twice");
		}
	}
	catalogue->questions = questions;
}

static void read_faults(reader *r, keel_movement *movement)
{
	movement->fault_count = read_count(r, 1, KEEL_FAULTS_MAX);
	keel_fault *faults = take(r, (size_t)movement->fault_count, sizeof(*faults));
	for (int i = 0; faults && i < movement->fault_count; i++) {
		faults[i].id = read_id(r);
		faults[i].cue = read_text(r, 1);
		faults[i].angle = read_i16(r, -1, 255, "angle of a fault out of range");
		faults[i].over_deg = read_i16(r, INT16_MIN, INT16_MAX, "");
		faults[i].under_deg = read_i16(r, INT16_MIN, INT16_MAX, "");
	}
	movement->faults = faults;
}

/* Each member of lengthens once. */
static void read_stretches(reader *r, keel_movement *movement)
{
	uint32_t seen = 0;
	movement->stretch_count = read_count(r, 1, KEEL_MUSCLE_COUNT);
	keel_stretch *stretches = take(r, (size_t)movement->stretch_count, sizeof(*stretches));
	for (int i = 0; stretches && i < movement->stretch_count; i++) {
		stretches[i].muscle = (uint8_t)read_uint(r, 1);
		stretches[i].sides = (uint8_t)read_uint(r, 1);
		check(r, stretches[i].muscle < KEEL_MUSCLE_COUNT && stretches[i].sides <= 3,
		      "a stretch of no muscle or side");
		seen |= UINT32_C(1) << (stretches[i].muscle & 31);
	}
	check(r, seen == movement->lengthens, "stretches are not the muscles that lengthen");
	movement->stretches = stretches;
}

/* The arrays are ours and not yet given away: this is the one place that writes through the const
 * of the struct. */
static void read_shown(reader *r, const keel_catalogue *catalogue)
{
	for (int i = 0; r->err == KEEL_ERR_OK && i < catalogue->movement_count; i++) {
		keel_movement *movement = (keel_movement *)&catalogue->movements[i];
		keel_phase *phases = (keel_phase *)movement->phases;
		for (int k = 0; k < movement->phase_count; k++) {
			phases[k].cue = read_text(r, 1);
		}
		movement->source_count = read_count(r, 1, KEEL_SOURCES_MAX);
		const char **sources = take(r, (size_t)movement->source_count, sizeof(*sources));
		for (int k = 0; sources && k < movement->source_count; k++) {
			sources[k] = read_text(r, 1);
		}
		movement->sources = sources;
		read_faults(r, movement);
		read_stretches(r, movement);
	}
}

static void check_text_order(reader *r, const keel_text_entry *before, const keel_text_entry *entry)
{
	int order = strcmp(before->language, entry->language);
	order = order != 0 ? order : strcmp(before->key, entry->key);
	check(r, order < 0, "texts are not sorted by language and key");
}

static void read_texts(reader *r, keel_catalogue *catalogue)
{
	const char *languages[KEEL_LANGUAGES_MAX] = {""};
	int language_count = read_count(r, 1, KEEL_LANGUAGES_MAX);
	for (int i = 0; i < language_count; i++) {
		languages[i] = read_id(r);
	}
	catalogue->text_count = read_count(r, 4, KEEL_TEXTS_MAX);
	keel_text_entry *texts = take(r, (size_t)catalogue->text_count, sizeof(*texts));
	for (int i = 0; texts && r->err == KEEL_ERR_OK && i < catalogue->text_count; i++) {
		uint8_t language = read_u8(r, (unsigned)language_count, "a text of no language");
		texts[i].language = languages[language];
		texts[i].key = read_text(r, 1);
		texts[i].sentence = read_text(r, 2);
		if (i > 0) {
			check_text_order(r, &texts[i - 1], &texts[i]);
		}
	}
	catalogue->texts = texts;
}

static uint64_t hash_of(const unsigned char *bytes, size_t byte_count)
{
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), bytes, byte_count));
}

/* Opens the next section for reading; what is left over at its end is an error. */
static void open_section(reader *r, size_t section_bytes)
{
	check(r, r->at == r->end, "bytes left over at the end of a section");
	r->at = r->end;
	r->end += section_bytes;
}

static void read_all(reader *r, size_t byte_count, keel_catalogue *catalogue)
{
	check(r,
	      byte_count >= KEEL_CATALOGUE_HEADER_BYTES &&
		      memcmp(r->bytes, KEEL_CATALOGUE_MAGIC, 4) == 0,
	      "this is not a compiled catalogue");
	if (r->err != KEEL_ERR_OK) {
		return;
	}
	r->at = 4;
	r->end = KEEL_CATALOGUE_HEADER_BYTES;
	if (read_uint(r, 4) != KEEL_CATALOGUE_VERSION) {
		wrong(r, KEEL_ERR_VERSION, "a catalogue of another version");
		return;
	}
	size_t facts_bytes = (size_t)read_uint(r, 4);
	size_t shown_bytes = (size_t)read_uint(r, 4);
	size_t text_bytes = (size_t)read_uint(r, 4);
	check(r, read_uint(r, 4) == 0, "a reserved field is not zero");
	uint64_t facts_hash = read_uint(r, 8);
	uint64_t rest_hash = read_uint(r, 8);
	size_t body_bytes = byte_count - KEEL_CATALOGUE_HEADER_BYTES;
	bool fits = facts_bytes <= body_bytes && shown_bytes <= body_bytes - facts_bytes &&
		    text_bytes == body_bytes - facts_bytes - shown_bytes;
	check(r, fits, "the sections do not add up to the file");
	if (!fits) {
		return;
	}
	const unsigned char *body = r->bytes + KEEL_CATALOGUE_HEADER_BYTES;
	check(r, hash_of(body, facts_bytes) == facts_hash, "the facts do not match their hash");
	check(r, hash_of(body + facts_bytes, shown_bytes + text_bytes) == rest_hash,
	      "the texts do not match their hash");
	catalogue->facts_hash = facts_hash;
	open_section(r, facts_bytes);
	read_movements(r, catalogue);
	read_programmes(r, catalogue);
	read_questions(r, catalogue);
	open_section(r, shown_bytes);
	read_shown(r, catalogue);
	open_section(r, text_bytes);
	read_texts(r, catalogue);
	open_section(r, 0);
}

keel_err keel_catalogue_load(const unsigned char *bytes, size_t byte_count, keel_arena *arena,
			     const keel_catalogue **catalogue, keel_spot *spot)
{
	*catalogue = NULL;
	reader r = {.bytes = bytes, .arena = arena, .err = KEEL_ERR_OK, .message = ""};
	keel_catalogue *loaded = take(&r, 1, sizeof(*loaded));
	if (loaded) {
		read_all(&r, byte_count, loaded);
	}
	if (r.err != KEEL_ERR_OK) {
		memset(spot, 0, sizeof(*spot));
		spot->column = (int)r.at;
		spot->message = r.message;
		return r.err;
	}
	*catalogue = loaded;
	return KEEL_ERR_OK;
}
