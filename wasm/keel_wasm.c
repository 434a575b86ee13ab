/* keel.wasm: the same core with the simplest door. No imports, no entry, exports by list
 * (exports.txt).
 *
 * Bytes go in through keel_wasm_alloc, answers come out as text at keel_wasm_out(), errors as text
 * at keel_wasm_error(). A 64-bit integer crosses as two halves. Memory only grows: a page that
 * wants to begin afresh makes a new instance, which is also the way on after a trap. One core, one
 * player, one track an instance.
 */
#include <limits.h>
#include <string.h>

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/coach/figure.h"
#include "keel/keel.h"

#define OUT_BYTES (4u << 20) /* a replay of ten years; untouched pages cost nothing */
#define ERROR_BYTES 1024
#define PAGE_BYTES 65536u

#define EXPORT __attribute__((visibility("default")))

extern unsigned char __heap_base;

static unsigned char *heap_at;
static char *out;
static char error_text[ERROR_BYTES];
static keel_core *core;
static keel_player *player;
static keel_track track;
static keel_figure_memory figure_memory; /* of the movement that is open */

/* A figure for JavaScript: head, then the display list's words. */
static struct {
	int32_t word_count;
	int32_t path_count;
	keel_box box;
	keel_box frame;
	keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];
} picture;

/* Every export of the shim is declared by its own definition only. */
#pragma clang diagnostic ignored "-Wmissing-prototypes"

/* 16-byte aligned, zeroed memory, never given back; 0 when there is no more. */
EXPORT void *keel_wasm_alloc(uint32_t byte_count)
{
	if (heap_at == NULL)
		heap_at = &__heap_base;
	uintptr_t start = ((uintptr_t)heap_at + 15u) & ~(uintptr_t)15u;
	uint64_t end = (uint64_t)start + byte_count;
	uint64_t have = (uint64_t)__builtin_wasm_memory_size(0) * PAGE_BYTES;
	if (end > have) {
		uint64_t pages = (end - have + PAGE_BYTES - 1) / PAGE_BYTES;
		if (pages > 65535 || __builtin_wasm_memory_grow(0, (size_t)pages) == SIZE_MAX)
			return NULL;
	}
	heap_at = (unsigned char *)start + byte_count;
	return (void *)start;
}

static int32_t say_error(keel_err err, const keel_spot *spot)
{
	keel_json json;
	keel_json_init(&json, error_text, sizeof error_text);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "error", keel_err_name(err));
	keel_json_put_int(&json, "line", spot->line);
	keel_json_put_int(&json, "column", spot->column);
	keel_json_put_text(&json, "field", spot->field);
	bool has_message = spot->message != NULL && spot->message[0] != '\0';
	keel_json_put_text(&json, "message", has_message ? spot->message : keel_err_sentence(err));
	keel_json_close(&json, '}');
	if (keel_json_end(&json, NULL) != KEEL_ERR_OK)
		error_text[0] = '\0';
	return -(int32_t)err;
}

/* Length of the text at keel_wasm_out(), or minus the error. */
static int32_t answer(keel_err err, size_t written_bytes)
{
	const keel_spot nowhere = {.message = ""};
	return err == KEEL_ERR_OK ? (int32_t)written_bytes : say_error(err, &nowhere);
}

static keel_now now_of(uint32_t utc_low, int32_t utc_high, int32_t offset_min, int32_t up_min)
{
	uint64_t utc = (uint64_t)(uint32_t)utc_high << 32 | utc_low;
	return (keel_now){(int64_t)utc, offset_min, up_min};
}

EXPORT const char *keel_wasm_error(void)
{
	return error_text;
}

EXPORT const char *keel_wasm_out(void)
{
	return out;
}

/* 0, or minus the error. The catalogue's bytes must stay where they are. */
EXPORT int32_t keel_wasm_core_new(int32_t event_count_max, const unsigned char *catalogue,
				  uint32_t catalogue_bytes)
{
	keel_spot spot = {.message = ""};
	size_t core_bytes = keel_core_memory_bytes(event_count_max);
	size_t player_bytes = keel_player_memory_bytes();
	void *core_memory = keel_wasm_alloc((uint32_t)core_bytes);
	void *player_memory = keel_wasm_alloc((uint32_t)player_bytes);
	if (out == NULL)
		out = keel_wasm_alloc(OUT_BYTES);
	if (core_memory == NULL || player_memory == NULL || out == NULL)
		return say_error(KEEL_ERR_NO_MEMORY, &spot);
	core = keel_core_create(core_memory, core_bytes, event_count_max, catalogue,
				catalogue_bytes, &spot);
	player = keel_player_create(player_memory, player_bytes);
	return core == NULL || player == NULL ? say_error(KEEL_ERR_CORRUPT, &spot) : 0;
}

/* Lines added, or minus the error (what stood before the bad line is kept). */
EXPORT int32_t keel_wasm_add(const char *jsonl, uint32_t byte_count)
{
	keel_spot spot = {.message = ""};
	int added = 0;
	keel_err err = keel_core_add(core, jsonl, byte_count, &added, &spot);
	return err == KEEL_ERR_OK ? added : say_error(err, &spot);
}

EXPORT int32_t keel_wasm_today(uint32_t utc_low, int32_t utc_high, int32_t offset_min,
			       int32_t up_min)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	size_t n = 0;
	keel_err err = keel_core_today_json(core, &now, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_prescribe(uint32_t utc_low, int32_t utc_high, int32_t offset_min,
				   int32_t up_min, const char *session)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	size_t n = 0;
	keel_err err = keel_core_prescribe_json(core, &now, session, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_prescribe_test(uint32_t utc_low, int32_t utc_high, int32_t offset_min,
					int32_t up_min, const char *session)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	size_t n = 0;
	keel_err err = keel_core_prescribe_test_json(core, &now, session, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_why(uint32_t utc_low, int32_t utc_high, int32_t offset_min, int32_t up_min,
			     const char *movement)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	size_t n = 0;
	keel_err err = keel_core_why_json(core, &now, movement, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_progress(uint32_t utc_low, int32_t utc_high, int32_t offset_min,
				  int32_t up_min)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	size_t n = 0;
	keel_err err = keel_core_progress_json(core, &now, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_replay(uint32_t utc_low, int32_t utc_high, int32_t offset_min,
				int32_t up_min)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	size_t n = 0;
	keel_err err = keel_core_replay_json(core, &now, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_clinician(uint32_t utc_low, int32_t utc_high, int32_t offset_min,
				   int32_t up_min)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	size_t n = 0;
	keel_err err = keel_core_clinician_json(core, &now, out, OUT_BYTES, &n);
	return answer(err, n);
}

/* 0, or minus the error: whether a clinician's edit is within its bounds. Nothing is added. */
EXPORT int32_t keel_wasm_check_edit(const char *line, uint32_t byte_count)
{
	keel_spot spot = {.message = ""};
	keel_err err = keel_core_check_edit(core, line, byte_count, &spot);
	return err == KEEL_ERR_OK ? 0 : say_error(err, &spot);
}

EXPORT int32_t keel_wasm_state_hash(void)
{
	keel_hash_text(keel_core_state_hash(core), out);
	return 16;
}

/* What the next event's envelope needs; both stay far below 2^53. */
EXPORT double keel_wasm_counter_max(void)
{
	return (double)keel_core_counter_max(core);
}

EXPORT double keel_wasm_seq_max(uint32_t device)
{
	return (double)keel_core_seq_max(core, device);
}

EXPORT int32_t keel_wasm_texts(const char *language)
{
	size_t n = 0;
	keel_err err = keel_core_texts_json(core, language, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_catalogue(void)
{
	size_t n = 0;
	keel_err err = keel_core_catalogue_json(core, out, OUT_BYTES, &n);
	return answer(err, n);
}

/* ---- player ---- */

EXPORT int32_t keel_wasm_player_start(uint32_t utc_low, int32_t utc_high, int32_t offset_min,
				      int32_t up_min, const char *session)
{
	keel_now now = now_of(utc_low, utc_high, offset_min, up_min);
	return answer(keel_player_start(player, core, &now, session), 0);
}

EXPORT void keel_wasm_player_tick(int32_t elapsed_ms)
{
	keel_player_tick(player, elapsed_ms);
}

EXPORT int32_t keel_wasm_player_command(const char *json, uint32_t byte_count)
{
	keel_spot spot = {.message = ""};
	keel_err err = keel_player_command(player, json, byte_count, &spot);
	return err == KEEL_ERR_OK ? 0 : say_error(err, &spot);
}

EXPORT int32_t keel_wasm_player_view(void)
{
	size_t n = 0;
	keel_err err = keel_player_view_json(player, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_player_drafts(void)
{
	size_t n = 0;
	keel_err err = keel_player_drafts_json(player, out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_player_ended(void)
{
	return keel_player_ended(player);
}

/* Bytes at keel_wasm_out(). */
EXPORT int32_t keel_wasm_player_save(void)
{
	size_t n = 0;
	keel_err err = keel_player_save(player, (unsigned char *)out, OUT_BYTES, &n);
	return answer(err, n);
}

EXPORT int32_t keel_wasm_player_load(const unsigned char *bytes, uint32_t byte_count)
{
	return answer(keel_player_load(player, core, bytes, byte_count), 0);
}

/* ---- figure ---- */

/* Number of phases, or minus the error. */
EXPORT int32_t keel_wasm_track_open(const uint8_t *bytes, uint32_t byte_count)
{
	keel_err err = keel_track_open(&track, bytes, byte_count);
	keel_figure_memory_init(&figure_memory);
	return err == KEEL_ERR_OK ? keel_track_phase_count(&track) : answer(err, 0);
}

/* 0 when there is no such phase or build; else the picture: word count, path count, box, frame,
 * words. */
EXPORT const void *keel_wasm_figure(const keel_scene *scene)
{
	keel_display_list list;
	keel_display_list_init(&list, picture.words, KEEL_DISPLAY_WORDS_USUAL);
	keel_err err = keel_scene_draw(&track, scene, &figure_memory, &list, &picture.frame);
	if (err != KEEL_ERR_OK) {
		answer(err, 0);
		return NULL;
	}
	picture.word_count = list.word_count;
	picture.path_count = list.path_count;
	picture.box = list.box;
	return &picture;
}
