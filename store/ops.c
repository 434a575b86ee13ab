#include "store/ops.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/hash.h"
#include "core/event/event.h"

/* The decoded form of one line never needs more: an unescaped text is no longer than the line, a
 * list of n numbers takes 4 n bytes and is written in at least 2 n. */
enum { SCRATCH_BYTES = 4 * KEEL_EVENT_LINE_BYTES_MAX };

/* ---- faults ---- */

keel_err keel_store_fail(keel_store_fault *fault, keel_err err, const char *format, ...)
{
	if (fault == NULL)
		return err;
	memset(fault, 0, sizeof *fault);
	fault->err = err;
	fault->spot.message = "";
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(fault->text, sizeof fault->text, format, arguments);
	va_end(arguments);
	return err;
}

static keel_err fail_spot(keel_store_fault *fault, keel_err err, keel_spot spot)
{
	if (fault == NULL)
		return err;
	memset(fault, 0, sizeof *fault);
	fault->err = err;
	fault->spot = spot;
	return err;
}

keel_err keel_store_fail_line(keel_store_fault *fault, const keel_store_line *line)
{
	keel_spot spot = {.line = line->number,
			  .column = 1,
			  .message = "another event with the same id",
			  .field = "id"};
	return fail_spot(fault, KEEL_ERR_DUPLICATE, spot);
}

keel_err keel_store_fail_erased(keel_store_fault *fault, uint64_t person)
{
	return keel_store_fail(fault, KEEL_ERR_NOT_FOUND, "the record of %016" PRIx64 " was erased",
			       person);
}

/* ---- batches ---- */

static void put_big_endian(uint8_t *bytes, uint64_t number, int byte_count)
{
	for (int i = 0; i < byte_count; i++)
		bytes[i] = (uint8_t)(number >> (8 * (byte_count - 1 - i)));
}

static void note_name(keel_store_batch *batch, const keel_event *event)
{
	const keel_text *name = &event->u.profile.name;
	uint8_t rank[KEEL_STORE_RANK_BYTES];
	if (event->type != KEEL_EVENT_PROFILE || name->byte_count == 0)
		return;
	put_big_endian(rank, (uint64_t)event->counter, 8);
	put_big_endian(rank + 8, event->device, 4);
	put_big_endian(rank + 12, (uint64_t)event->seq, 8);
	memcpy(rank + 20, event->id, 16);
	if (batch->name[0] != '\0' && memcmp(rank, batch->name_rank, sizeof rank) < 0)
		return;
	KEEL_ASSERT(name->byte_count <= KEEL_STORE_NAME_BYTES_MAX);
	memcpy(batch->name_rank, rank, sizeof rank);
	memcpy(batch->name, name->bytes, (size_t)name->byte_count);
	batch->name[name->byte_count] = '\0';
}

static keel_err add_line(keel_store_batch *batch, const char *bytes, size_t byte_count, int number,
			 keel_store_fault *fault)
{
	char scratch[SCRATCH_BYTES];
	keel_arena arena;
	keel_event event;
	keel_spot spot = {.message = ""};
	keel_arena_init(&arena, scratch, sizeof scratch);
	keel_err err = keel_event_decode(bytes, byte_count, &arena, &event, &spot);
	if (err == KEEL_ERR_OK && event.person != batch->person) {
		err = KEEL_ERR_OUT_OF_RANGE;
		spot = (keel_spot){
			.column = 1, .message = "an event of another person", .field = "person"};
	}
	spot.line = number;
	if (err != KEEL_ERR_OK)
		return fail_spot(fault, err, spot);
	keel_store_line *line = &batch->lines[batch->line_count++];
	memcpy(line->id, event.id, sizeof line->id);
	line->bytes = bytes;
	line->byte_count = (int32_t)byte_count;
	line->number = number;
	note_name(batch, &event);
	return KEEL_ERR_OK;
}

static size_t count_lines(const char *text, size_t text_bytes)
{
	size_t count = 1;
	for (size_t i = 0; i < text_bytes; i++)
		count += text[i] == '\n';
	return count;
}

keel_err keel_store_batch_init(keel_store_batch *batch, uint64_t person, const char *text,
			       size_t text_bytes, keel_store_fault *fault)
{
	memset(batch, 0, sizeof *batch);
	batch->person = person;
	if (text_bytes > KEEL_STORE_APPEND_BYTES_MAX)
		return keel_store_fail(fault, KEEL_ERR_TOO_LARGE, "more than %d bytes at once",
				       KEEL_STORE_APPEND_BYTES_MAX);
	batch->lines = calloc(count_lines(text, text_bytes), sizeof *batch->lines);
	if (batch->lines == NULL)
		return keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for the lines");
	size_t at = 0;
	for (int number = 1; at < text_bytes; number++) {
		const char *newline = memchr(text + at, '\n', text_bytes - at);
		size_t end = newline == NULL ? text_bytes : (size_t)(newline - text);
		keel_err err = KEEL_ERR_OK;
		if (end > at)
			err = add_line(batch, text + at, end - at, number, fault);
		if (err != KEEL_ERR_OK)
			return err;
		at = end + 1;
	}
	return KEEL_ERR_OK;
}

void keel_store_batch_deinit(keel_store_batch *batch)
{
	free(batch->lines);
	memset(batch, 0, sizeof *batch);
}

/* ---- pages and sums ---- */

bool keel_store_page_add(keel_store_page *page, const char *line, size_t line_bytes)
{
	/* The block doubles whenever its size, a power of two from 4096 on, would be passed. */
	size_t wanted_bytes = page->text_bytes + line_bytes + 2;
	size_t block_bytes = 4096;
	while (block_bytes < page->text_bytes + 1)
		block_bytes *= 2;
	if (page->text == NULL || wanted_bytes > block_bytes) {
		while (block_bytes < wanted_bytes)
			block_bytes *= 2;
		char *grown = realloc(page->text, block_bytes);
		if (grown == NULL)
			return false;
		page->text = grown;
	}
	memcpy(page->text + page->text_bytes, line, line_bytes);
	page->text_bytes += line_bytes + 1;
	page->text[page->text_bytes - 1] = '\n';
	page->text[page->text_bytes] = '\0';
	page->line_count++;
	return true;
}

void keel_store_page_deinit(keel_store_page *page)
{
	free(page->text);
	memset(page, 0, sizeof *page);
}

uint64_t keel_store_sum(const char *line, size_t line_bytes)
{
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), line, line_bytes));
}

keel_err keel_store_check_line(uint64_t person, int64_t place, const uint8_t id[16], uint64_t sum,
			       const char *line, size_t line_bytes, keel_store_fault *fault)
{
	char scratch[SCRATCH_BYTES];
	keel_arena arena;
	keel_event event;
	keel_spot spot;
	const char *wrong = NULL;
	keel_arena_init(&arena, scratch, sizeof scratch);
	if (keel_store_sum(line, line_bytes) != sum)
		wrong = "its bytes have changed";
	else if (keel_event_decode(line, line_bytes, &arena, &event, &spot) != KEEL_ERR_OK)
		wrong = spot.message;
	else if (event.person != person)
		wrong = "it belongs to another person";
	else if (memcmp(event.id, id, 16) != 0)
		wrong = "it is kept under another id";
	if (wrong == NULL)
		return KEEL_ERR_OK;
	return keel_store_fail(fault, KEEL_ERR_CORRUPT, "event %" PRId64 " of %016" PRIx64 ": %s",
			       place, person, wrong);
}

/* ---- the functions of store.h ---- */

void keel_store_close(keel_store *store)
{
	if (store != NULL)
		store->ops->close(store);
}

keel_err keel_store_append(keel_store *store, uint64_t person, const char *text, size_t text_bytes,
			   keel_store_added *added, keel_store_fault *fault)
{
	keel_store_batch batch;
	memset(added, 0, sizeof *added);
	keel_err err = keel_store_batch_init(&batch, person, text, text_bytes, fault);
	if (err == KEEL_ERR_OK)
		err = store->ops->append(store, &batch, added, fault);
	if (err != KEEL_ERR_OK)
		memset(added, 0, sizeof *added);
	keel_store_batch_deinit(&batch);
	return err;
}

keel_err keel_store_read(keel_store *store, uint64_t person, int64_t after, int line_count_max,
			 keel_store_page *page, keel_store_fault *fault)
{
	memset(page, 0, sizeof *page);
	page->cursor = after;
	keel_err err = store->ops->read(store, person, after, line_count_max, page, fault);
	if (err == KEEL_ERR_OK && page->text == NULL) {
		page->text = calloc(1, 1);
		if (page->text == NULL)
			err = keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for a page");
	}
	if (err != KEEL_ERR_OK)
		keel_store_page_deinit(page);
	return err;
}

keel_err keel_store_persons(keel_store *store, int offset, keel_store_person *persons,
			    int person_count_max, int *person_count, keel_store_fault *fault)
{
	*person_count = 0;
	if (person_count_max <= 0)
		return KEEL_ERR_OK;
	return store->ops->persons(store, offset, persons, person_count_max, person_count, fault);
}

keel_err keel_store_erase(keel_store *store, uint64_t person, keel_store_fault *fault)
{
	return store->ops->erase(store, person, fault);
}

keel_err keel_store_count(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	memset(counts, 0, sizeof *counts);
	return store->ops->count(store, counts, fault);
}

keel_err keel_store_backup(keel_store *store, const char *path, keel_store_fault *fault)
{
	if (store->ops->backup == NULL)
		return keel_store_fail(fault, KEEL_ERR_NOT_NOW, "this store has no files to copy");
	return store->ops->backup(store, path, fault);
}

keel_err keel_store_verify(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	memset(counts, 0, sizeof *counts);
	return store->ops->verify(store, counts, fault);
}
