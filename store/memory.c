/* The store that forgets: for tests, simulations and the first minutes of an embedding. Persons are
 * found by walking, which serves for hundreds of them; the events of a person are found by a hash
 * set, which serves for any number.
 */
#include <stdlib.h>
#include <string.h>

#include "store/ops.h"

typedef struct line {
	uint8_t id[16];
	uint64_t sum;
	char *bytes;
	int32_t byte_count;
} line;

typedef struct person {
	uint64_t id;
	bool erased;
	line *lines;
	int line_count;
	int line_room;
	int32_t *slots; /* index in lines + 1; 0 is free */
	uint32_t slot_count;
	char name[KEEL_STORE_NAME_BYTES_MAX + 1];
	uint8_t name_rank[KEEL_STORE_RANK_BYTES];
} person;

typedef struct memory_store {
	keel_store store;
	person *persons;
	int person_count;
	int person_room;
} memory_store;

static keel_err no_memory(keel_store_fault *fault)
{
	return keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for more events");
}

static person *find_person(memory_store *memory, uint64_t id)
{
	for (int i = 0; i < memory->person_count; i++) {
		if (memory->persons[i].id == id)
			return &memory->persons[i];
	}
	return NULL;
}

static person *get_person(memory_store *memory, uint64_t id)
{
	person *found = find_person(memory, id);
	if (found != NULL)
		return found;
	if (memory->person_count == memory->person_room) {
		int room = memory->person_room == 0 ? 4 : 2 * memory->person_room;
		person *grown = realloc(memory->persons, (size_t)room * sizeof *grown);
		if (grown == NULL)
			return NULL;
		memory->persons = grown;
		memory->person_room = room;
	}
	person *made = &memory->persons[memory->person_count++];
	*made = (person){.id = id};
	return made;
}

static uint32_t hash_id(const uint8_t id[16])
{
	return (uint32_t)keel_store_sum((const char *)id, 16);
}

static int32_t *slot_of(person *who, const uint8_t id[16])
{
	uint32_t slot = hash_id(id) & (who->slot_count - 1);
	while (who->slots[slot] != 0 && memcmp(who->lines[who->slots[slot] - 1].id, id, 16) != 0)
		slot = (slot + 1) & (who->slot_count - 1);
	return &who->slots[slot];
}

static void fill_slots(person *who)
{
	memset(who->slots, 0, who->slot_count * sizeof *who->slots);
	for (int i = 0; i < who->line_count; i++)
		*slot_of(who, who->lines[i].id) = i + 1;
}

/* Room for `more` lines, with the set at most half full. */
static bool reserve(person *who, int more)
{
	int wanted = who->line_count + more;
	if (wanted > who->line_room) {
		int room = 2 * wanted;
		line *grown = realloc(who->lines, (size_t)room * sizeof *grown);
		if (grown == NULL)
			return false;
		who->lines = grown;
		who->line_room = room;
	}
	uint32_t slot_count = who->slot_count == 0 ? 16 : who->slot_count;
	while (slot_count < 2 * (uint32_t)wanted)
		slot_count *= 2;
	if (slot_count != who->slot_count) {
		int32_t *slots = calloc(slot_count, sizeof *slots);
		if (slots == NULL)
			return false;
		free(who->slots);
		who->slots = slots;
		who->slot_count = slot_count;
		fill_slots(who);
	}
	return true;
}

static keel_err add_line(person *who, const keel_store_line *from, keel_store_added *added,
			 keel_store_fault *fault)
{
	int32_t *slot = slot_of(who, from->id);
	if (*slot != 0) {
		const line *known = &who->lines[*slot - 1];
		if (known->byte_count != from->byte_count ||
		    memcmp(known->bytes, from->bytes, (size_t)from->byte_count) != 0)
			return keel_store_fail_line(fault, from);
		added->known_count++;
		return KEEL_ERR_OK;
	}
	line *made = &who->lines[who->line_count];
	made->bytes = malloc((size_t)from->byte_count);
	if (made->bytes == NULL)
		return no_memory(fault);
	memcpy(made->bytes, from->bytes, (size_t)from->byte_count);
	memcpy(made->id, from->id, sizeof made->id);
	made->byte_count = from->byte_count;
	made->sum = keel_store_sum(made->bytes, (size_t)made->byte_count);
	*slot = ++who->line_count;
	added->added_count++;
	return KEEL_ERR_OK;
}

static void cut_lines(person *who, int line_count)
{
	while (who->line_count > line_count)
		free(who->lines[--who->line_count].bytes);
	if (who->slots != NULL)
		fill_slots(who);
}

static keel_err memory_append(keel_store *store, const keel_store_batch *batch,
			      keel_store_added *added, keel_store_fault *fault)
{
	memory_store *memory = (memory_store *)store;
	person *who = find_person(memory, batch->person);
	if (who != NULL && who->erased)
		return keel_store_fail_erased(fault, batch->person);
	if (batch->line_count == 0) {
		added->cursor = who == NULL ? 0 : who->line_count;
		return KEEL_ERR_OK;
	}
	bool is_new = who == NULL;
	who = get_person(memory, batch->person);
	if (who == NULL || !reserve(who, batch->line_count))
		return no_memory(fault);
	int line_count_before = who->line_count;
	keel_err err = KEEL_ERR_OK;
	for (int i = 0; i < batch->line_count && err == KEEL_ERR_OK; i++)
		err = add_line(who, &batch->lines[i], added, fault);
	if (err != KEEL_ERR_OK) {
		cut_lines(who, line_count_before);
		if (is_new) {
			free(who->lines);
			free(who->slots);
			memory->person_count--;
		}
		return err;
	}
	if (memcmp(batch->name_rank, who->name_rank, sizeof who->name_rank) > 0) {
		memcpy(who->name, batch->name, sizeof who->name);
		memcpy(who->name_rank, batch->name_rank, sizeof who->name_rank);
	}
	added->cursor = who->line_count;
	return KEEL_ERR_OK;
}

static keel_err memory_read(keel_store *store, uint64_t id, int64_t after, int line_count_max,
			    keel_store_page *page, keel_store_fault *fault)
{
	const person *who = find_person((memory_store *)store, id);
	if (who != NULL && who->erased)
		return keel_store_fail_erased(fault, id);
	for (int64_t i = after < 0 ? 0 : after; who != NULL && i < who->line_count; i++) {
		if (page->line_count == line_count_max)
			break;
		if (!keel_store_page_add(page, who->lines[i].bytes,
					 (size_t)who->lines[i].byte_count))
			return no_memory(fault);
		page->cursor = i + 1;
	}
	return KEEL_ERR_OK;
}

static keel_err memory_persons(keel_store *store, int offset, keel_store_person *persons,
			       int person_count_max, int *person_count, keel_store_fault *fault)
{
	const memory_store *memory = (const memory_store *)store;
	(void)fault;
	for (int i = 0; i < memory->person_count && *person_count < person_count_max; i++) {
		const person *who = &memory->persons[i];
		if (who->erased || offset-- > 0)
			continue;
		keel_store_person *out = &persons[(*person_count)++];
		out->person = who->id;
		out->event_count = who->line_count;
		memcpy(out->name, who->name, sizeof out->name);
	}
	return KEEL_ERR_OK;
}

static void forget(person *who)
{
	cut_lines(who, 0);
	free(who->lines);
	free(who->slots);
	*who = (person){.id = who->id, .erased = true};
}

static keel_err memory_erase(keel_store *store, uint64_t id, keel_store_fault *fault)
{
	person *who = get_person((memory_store *)store, id);
	if (who == NULL)
		return no_memory(fault);
	forget(who);
	return KEEL_ERR_OK;
}

static keel_err memory_count(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	const memory_store *memory = (const memory_store *)store;
	(void)fault;
	for (int i = 0; i < memory->person_count; i++) {
		counts->person_count += !memory->persons[i].erased;
		counts->erased_count += memory->persons[i].erased;
		counts->event_count += memory->persons[i].line_count;
	}
	return KEEL_ERR_OK;
}

static keel_err memory_verify(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	const memory_store *memory = (const memory_store *)store;
	for (int i = 0; i < memory->person_count; i++) {
		const person *who = &memory->persons[i];
		for (int j = 0; j < who->line_count; j++) {
			const line *l = &who->lines[j];
			keel_err err =
				keel_store_check_line(who->id, j + 1, l->id, l->sum, l->bytes,
						      (size_t)l->byte_count, fault);
			if (err != KEEL_ERR_OK)
				return err;
		}
	}
	return memory_count(store, counts, fault);
}

static void memory_close(keel_store *store)
{
	memory_store *memory = (memory_store *)store;
	for (int i = 0; i < memory->person_count; i++)
		forget(&memory->persons[i]);
	free(memory->persons);
	free(memory);
}

keel_err keel_store_open_memory(keel_store **store, keel_store_fault *fault)
{
	static const keel_store_ops ops = {
		.close = memory_close,
		.append = memory_append,
		.read = memory_read,
		.persons = memory_persons,
		.erase = memory_erase,
		.count = memory_count,
		.verify = memory_verify,
	};
	memory_store *memory = calloc(1, sizeof *memory);
	*store = NULL;
	if (memory == NULL)
		return keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for a store");
	memory->store.ops = &ops;
	*store = &memory->store;
	return KEEL_ERR_OK;
}
