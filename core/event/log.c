/* Log: the set of a person's events, in one order that every device agrees on.
 *
 * ORDER. Devices add events off line and meet later. Each event carries a logical counter, 1 + the
 * largest its device had seen (Lamport 1978), so an effect always stands behind its cause whatever
 * the wall clocks said. Entries are sorted by (counter, device, seq, id). Everything below is
 * computed from that sorted sequence and from nothing else: not from the order of arrival, not from
 * how often keel_log_settle was called. Two events with the same device and seq (a restored backup,
 * a copied profile) are both kept, in order of id, and marked `forked`.
 *
 * LAST WORD. A retraction names an event; a correction is an event of the same type that replaces
 * one. Only an event that stands earlier in the order can be named (nobody can have seen a later
 * one), so one walk from the last event to the first decides everything: when the walk reaches an
 * event, all that could take it back has been judged.
 *
 * An event and all corrections of it, of its corrections and so on are one chain. The latest
 * standing correction speaks for the chain, and the others are retracted. Taking a correction back
 * lets the one before it speak again, or the first event; taking the first event back silences the
 * chain as it was then, and a correction made after that speaks anew. Retracting a retraction
 * restores what it undid.
 *
 * A correction folds at the place, date and time of the first event of its chain, with its own
 * content: `event` of its entry is a copy with that time. The entries of a chain stand side by
 * side. A correction that names nothing we hold, or an event of another type, replaces nothing: it
 * folds where it stands and is doubtful, so it may stop or lower, never raise.
 *
 * ADDING ON. What is new usually stands behind all the rest, names nothing older, and no clock ever
 * went back: then every entry made before stays as it is, and settling makes only the new ones.
 * Anything else is settled from the start, and counted in `rewrites`.
 *
 * DOUBT of clocks is judged in clock.c. Retracted events are asked like others: that they were
 * taken back says nothing of the clock. A correction has the doubt of the event whose time it
 * takes.
 */
#include "core/event/event.h"

#include <string.h>

#include "core/event/clock.h"

#define NOBODY (-1)

/* What keel_log keeps of one event. Indices with `place` in their name count in fold order. */
typedef struct node {
	int32_t place;
	int32_t root_place; /* first event of its chain of corrections; itself when it corrects
			       nothing */
	int32_t word_place; /* who had the last word on it, or NOBODY */
	int32_t device_index;
	keel_event *moved; /* of a correction: the copy that takes the time of what it replaces */
	bool forked;
	keel_event event; /* last: its own first fields are then near the ones above */
} node;

typedef struct device {
	uint32_t id;
	int64_t seq_max;
} device;

struct keel_log {
	keel_arena *arena;
	int count_max;
	int count;
	bool sorted;
	bool settled;
	bool has_chains; /* some event corrects another */
	bool adds_on;	 /* what is new stands behind what is settled and changes nothing of it */
	int settled_count;
	int64_t rewrites;
	int64_t latest_ms; /* of the settled ones and those that add on */
	bool incomplete;
	bool incomplete_safety;
	uint64_t person;
	int64_t counter_max;
	uint32_t slot_mask;
	int32_t *slots_by_id;  /* index in nodes + 1; 0 is free */
	int32_t *slots_by_seq; /* the same, by (device, seq) */
	node **nodes;	       /* in order of arrival */
	node **order;	       /* in fold order once settled */
	node **scratch;
	int32_t *numbers;	      /* scratch */
	keel_clock_reading *readings; /* scratch */
	keel_clock_scratch *clock;    /* scratch */
	keel_log_entry *entries;
	int device_count;
	device devices[KEEL_LOG_DEVICES_MAX];
	int64_t device_ms[KEEL_LOG_DEVICES_MAX]; /* scratch */
};

/* ---- making and finding ---- */

static uint32_t slot_count_for(int event_count_max)
{
	uint32_t slot_count = 16;
	while (slot_count < 2 * (uint32_t)event_count_max)
		slot_count *= 2;
	return slot_count;
}

size_t keel_log_memory_bytes(int event_count_max)
{
	size_t for_each = 2 * sizeof(node) + 3 * sizeof(node *) + sizeof(int32_t) +
			  sizeof(keel_clock_reading) + sizeof(keel_clock_scratch) +
			  sizeof(keel_log_entry) + 48;
	return sizeof(keel_log) + 256 + for_each * (size_t)event_count_max +
	       2 * sizeof(int32_t) * slot_count_for(event_count_max);
}

keel_log *keel_log_create(keel_arena *arena, int event_count_max)
{
	KEEL_ASSERT(event_count_max > 0 && event_count_max <= KEEL_LOG_EVENTS_MAX);
	size_t count_max = (size_t)event_count_max;
	uint32_t slot_count = slot_count_for(event_count_max);
	keel_log *log = keel_arena_alloc(arena, 1, sizeof *log);
	if (log == NULL)
		return NULL;
	log->arena = arena;
	log->count_max = event_count_max;
	log->sorted = true;
	log->settled = true;
	log->slot_mask = slot_count - 1;
	log->slots_by_id = keel_arena_alloc(arena, slot_count, sizeof *log->slots_by_id);
	log->slots_by_seq = keel_arena_alloc(arena, slot_count, sizeof *log->slots_by_seq);
	log->nodes = keel_arena_alloc(arena, count_max, sizeof(node *));
	log->order = keel_arena_alloc(arena, count_max, sizeof(node *));
	log->scratch = keel_arena_alloc(arena, count_max, sizeof(node *));
	log->numbers = keel_arena_alloc(arena, count_max, sizeof *log->numbers);
	log->readings = keel_arena_alloc(arena, count_max, sizeof *log->readings);
	log->clock = keel_arena_alloc(arena, count_max, sizeof *log->clock);
	log->entries = keel_arena_alloc(arena, count_max, sizeof *log->entries);
	bool complete = log->slots_by_id != NULL && log->slots_by_seq != NULL &&
			log->nodes != NULL && log->order != NULL && log->scratch != NULL &&
			log->numbers != NULL && log->readings != NULL && log->clock != NULL &&
			log->entries != NULL;
	return complete ? log : NULL;
}

static uint32_t mix(uint64_t a, uint64_t b)
{
	uint64_t x = (a ^ (b * 0x9e3779b97f4a7c15u)) * 0xff51afd7ed558ccdu;
	x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53u;
	return (uint32_t)(x >> 32);
}

static uint32_t hash_id(const uint8_t id[16])
{
	uint64_t halves[2] = {0, 0};
	for (int i = 0; i < 16; i++)
		halves[i / 8] = halves[i / 8] << 8 | id[i];
	return mix(halves[0], halves[1]);
}

/* The slot that holds the id, or the free slot where it would go. The table is never more than half
 * full. */
static int32_t *slot_of_id(const keel_log *log, const uint8_t id[16])
{
	uint32_t slot = hash_id(id) & log->slot_mask;
	while (log->slots_by_id[slot] != 0 &&
	       memcmp(log->nodes[log->slots_by_id[slot] - 1]->event.id, id, 16) != 0)
		slot = (slot + 1) & log->slot_mask;
	return &log->slots_by_id[slot];
}

static int32_t *slot_of_seq(const keel_log *log, uint32_t device_id, int64_t seq)
{
	uint32_t slot = mix(device_id, (uint64_t)seq) & log->slot_mask;
	for (; log->slots_by_seq[slot] != 0; slot = (slot + 1) & log->slot_mask) {
		const keel_event *event = &log->nodes[log->slots_by_seq[slot] - 1]->event;
		if (event->device == device_id && event->seq == seq)
			break;
	}
	return &log->slots_by_seq[slot];
}

static node *find_node(const keel_log *log, const uint8_t id[16])
{
	int32_t slot = *slot_of_id(log, id);
	return slot == 0 ? NULL : log->nodes[slot - 1];
}

static int find_device(const keel_log *log, uint32_t device_id)
{
	for (int i = 0; i < log->device_count; i++) {
		if (log->devices[i].id == device_id)
			return i;
	}
	return NOBODY;
}

/* ---- adding ---- */

static int order_of_ids(const uint8_t a[16], const uint8_t b[16])
{
	for (int i = 0; i < 16; i++) {
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	}
	return 0;
}

static int order_of(const keel_event *a, const keel_event *b)
{
	if (a->counter != b->counter)
		return a->counter < b->counter ? -1 : 1;
	if (a->device != b->device)
		return a->device < b->device ? -1 : 1;
	if (a->seq != b->seq)
		return a->seq < b->seq ? -1 : 1;
	return order_of_ids(a->id, b->id);
}

static keel_err refuse(keel_spot *spot, keel_err err, const char *field, const char *message)
{
	if (spot == NULL)
		return err;
	memset(spot, 0, sizeof *spot);
	spot->column = 1;
	spot->message = message;
	memcpy(spot->field, field, strlen(field));
	return err;
}

/* Copies the line, decodes the copy and checks it against the log; *fresh is NULL for an event that
 * is here already. The caller gives back the memory of what is not kept. */
static keel_err make_node(keel_log *log, const char *line, size_t line_bytes, node **fresh,
			  keel_spot *spot)
{
	*fresh = NULL;
	if (line_bytes > KEEL_EVENT_LINE_BYTES_MAX)
		return refuse(spot, KEEL_ERR_TOO_LARGE, "", "a line of more than 4096 bytes");
	node *made = keel_arena_alloc(log->arena, 1, sizeof *made);
	char *copy = keel_arena_alloc(log->arena, line_bytes, 1);
	if (made == NULL || copy == NULL)
		return refuse(spot, KEEL_ERR_NO_MEMORY, "", "no memory for another event");
	memcpy(copy, line, line_bytes);
	keel_err err = keel_event_decode(copy, line_bytes, log->arena, &made->event, spot);
	if (err != KEEL_ERR_OK)
		return err;
	if (log->count > 0 && made->event.person != log->person)
		return refuse(spot, KEEL_ERR_OUT_OF_RANGE, "person", "an event of another person");
	const node *known = find_node(log, made->event.id);
	if (known != NULL) {
		bool same = known->event.line.byte_count == (int32_t)line_bytes &&
			    memcmp(known->event.line.bytes, line, line_bytes) == 0;
		return same ? KEEL_ERR_OK
			    : refuse(spot, KEEL_ERR_DUPLICATE, "id",
				     "another event with the same id");
	}
	if (log->count == log->count_max)
		return refuse(spot, KEEL_ERR_TOO_LARGE, "",
			      "more events than this log was made for");
	made->device_index = find_device(log, made->event.device);
	if (made->device_index == NOBODY && log->device_count == KEEL_LOG_DEVICES_MAX)
		return refuse(spot, KEEL_ERR_TOO_LARGE, "device",
			      "too many devices for one person");
	if (made->event.corrects) {
		made->moved = keel_arena_alloc(log->arena, 1, sizeof *made->moved);
		if (made->moved == NULL)
			return refuse(spot, KEEL_ERR_NO_MEMORY, "", "no memory for another event");
	}
	*fresh = made;
	return KEEL_ERR_OK;
}

static void note_device(keel_log *log, node *fresh)
{
	if (fresh->device_index == NOBODY) {
		fresh->device_index = log->device_count;
		log->devices[log->device_count++] = (device){.id = fresh->event.device};
	}
	device *from = &log->devices[fresh->device_index];
	if (fresh->event.seq > from->seq_max)
		from->seq_max = fresh->event.seq;
}

/* Names nothing older, and its clock agrees with all before it. */
static bool adds_on(const keel_log *log, const node *fresh)
{
	const keel_event *event = &fresh->event;
	return event->type != KEEL_EVENT_RETRACTION && !event->corrects && !fresh->forked &&
	       event->utc_ms >= log->latest_ms;
}

static void keep(keel_log *log, node *fresh)
{
	const keel_event *event = &fresh->event;
	int32_t number = log->count + 1;
	*slot_of_id(log, event->id) = number;
	int32_t *seq_slot = slot_of_seq(log, event->device, event->seq);
	if (*seq_slot == 0) {
		*seq_slot = number;
	} else {
		log->nodes[*seq_slot - 1]->forked = true;
		fresh->forked = true;
	}
	note_device(log, fresh);
	log->person = event->person;
	if (event->counter > log->counter_max)
		log->counter_max = event->counter;
	if (event->type == KEEL_EVENT_UNKNOWN) {
		log->incomplete = true;
		log->incomplete_safety = log->incomplete_safety || event->safety;
	}
	if (log->count > 0 && order_of(&log->order[log->count - 1]->event, event) > 0)
		log->sorted = false;
	log->adds_on = log->adds_on && log->sorted && adds_on(log, fresh);
	if (log->adds_on)
		log->latest_ms = event->utc_ms;
	log->nodes[log->count] = fresh;
	log->order[log->count] = fresh;
	log->count++;
	log->settled = false;
}

keel_err keel_log_add_line(keel_log *log, const char *line, size_t line_bytes, bool *added,
			   keel_spot *spot)
{
	size_t mark_bytes = log->arena->used_bytes;
	node *fresh;
	keel_err err = make_node(log, line, line_bytes, &fresh, spot);
	*added = fresh != NULL;
	if (fresh == NULL)
		log->arena->used_bytes = mark_bytes;
	else
		keep(log, fresh);
	return err;
}

keel_err keel_log_add_text(keel_log *log, const char *text, size_t text_bytes, int *added_count,
			   keel_spot *spot)
{
	*added_count = 0;
	size_t at = 0;
	for (int line_number = 1; at < text_bytes; line_number++) {
		const char *line = text + at;
		const char *newline = memchr(line, '\n', text_bytes - at);
		size_t line_bytes = newline == NULL ? text_bytes - at : (size_t)(newline - line);
		at += line_bytes + 1;
		if (line_bytes == 0)
			continue;
		bool added;
		keel_err err = keel_log_add_line(log, line, line_bytes, &added, spot);
		if (err != KEEL_ERR_OK) {
			if (spot != NULL)
				spot->line = line_number;
			return err;
		}
		*added_count += added;
	}
	return KEEL_ERR_OK;
}

/* ---- settling: order ---- */

static void merge(node **from, int begin, int middle, int end, node **to)
{
	int left = begin;
	int right = middle;
	for (int i = begin; i < end; i++) {
		bool take_left =
			right == end ||
			(left < middle && order_of(&from[left]->event, &from[right]->event) < 0);
		to[i] = take_left ? from[left++] : from[right++];
	}
}

static int run_end(node **nodes, int begin, int count)
{
	int end = begin + 1;
	while (end < count && order_of(&nodes[end - 1]->event, &nodes[end]->event) < 0)
		end++;
	return end;
}

/* Natural merge sort: what is in order already is found as one run, so a few late arrivals cost one
 * pass. */
static void sort(keel_log *log)
{
	while (!log->sorted) {
		int run_count = 0;
		for (int begin = 0; begin < log->count; run_count++) {
			int middle = run_end(log->order, begin, log->count);
			int end = middle < log->count ? run_end(log->order, middle, log->count)
						      : middle;
			merge(log->order, begin, middle, end, log->scratch);
			begin = end;
		}
		node **sorted = log->scratch;
		log->scratch = log->order;
		log->order = sorted;
		log->sorted = run_count <= 1;
	}
}

/* ---- settling: the last word ---- */

/* The place of a named event before a place; NOBODY when there is none. A place is right only when
 * the order agrees: those not met yet on this settling have that of the last one. */
static int32_t earlier_place(const keel_log *log, const uint8_t id[16], int32_t before)
{
	const node *named = find_node(log, id);
	bool earlier = named != NULL && named->place < before && log->order[named->place] == named;
	return earlier ? named->place : NOBODY;
}

static int32_t root_of(const keel_log *log, const node *here)
{
	if (!here->event.corrects || here->event.type == KEEL_EVENT_UNKNOWN)
		return here->place;
	int32_t target = earlier_place(log, here->event.replaces, here->place);
	if (target == NOBODY || log->order[target]->event.type != here->event.type)
		return here->place;
	return log->order[target]->root_place;
}

/* One look at every event in fold order: its place, its chain, what it says of its clock, and in
 * numbers[] the places of those that have a word on others. Returns how many these are. */
static int32_t take_places(keel_log *log)
{
	int32_t speaker_count = 0;
	log->has_chains = false;
	for (int32_t place = 0; place < log->count; place++) {
		node *here = log->order[place];
		here->place = place;
		here->root_place = root_of(log, here);
		here->word_place = NOBODY;
		log->readings[place] = (keel_clock_reading){.utc_ms = here->event.utc_ms,
							    .offset_min = here->event.offset_min,
							    .device_index = here->device_index};
		log->has_chains = log->has_chains || here->root_place != place;
		if (here->root_place != place || here->event.type == KEEL_EVENT_RETRACTION)
			log->numbers[speaker_count++] = place;
	}
	return speaker_count;
}

/* The root of a chain carries the last word on the whole chain; who comes earlier in it is spoken
 * for. */
static void join_chain(keel_log *log, node *correction)
{
	node *root = log->order[correction->root_place];
	if (correction->word_place != NOBODY)
		return;
	if (root->word_place == NOBODY)
		root->word_place = correction->place;
	else
		correction->word_place = root->word_place;
}

static void retract_named(keel_log *log, const node *retraction)
{
	const keel_text *named = &retraction->event.u.retraction.event;
	uint8_t id[16];
	if (!keel_event_id_read(named->bytes, (size_t)named->byte_count, id))
		return;
	int32_t target = earlier_place(log, id, retraction->place);
	if (target != NOBODY && log->order[target]->word_place == NOBODY)
		log->order[target]->word_place = retraction->place;
}

static void judge_words(keel_log *log, int32_t speaker_count)
{
	while (speaker_count-- > 0) {
		node *here = log->order[log->numbers[speaker_count]];
		if (here->root_place != here->place)
			join_chain(log, here);
		if (here->event.type == KEEL_EVENT_RETRACTION && here->word_place == NOBODY)
			retract_named(log, here);
	}
}

/* ---- settling: entries ---- */

static keel_log_entry make_entry(const keel_log *log, node *here)
{
	keel_log_entry entry = {.event = &here->event,
				.doubt = log->readings[here->place].doubt,
				.forked = here->forked};
	entry.retracted = here->word_place != NOBODY;
	if (here->root_place != here->place) {
		const node *root = log->order[here->root_place];
		*here->moved = here->event;
		here->moved->utc_ms = root->event.utc_ms;
		here->moved->offset_min = root->event.offset_min;
		entry.event = here->moved;
		entry.doubt = log->readings[here->root_place].doubt;
		entry.corrected = !entry.retracted;
	} else if (here->event.corrects) {
		entry.doubt = true;
	}
	return entry;
}

/* Where the entries of each chain begin, in numbers[]: they are ordered by (place of the chain's
 * first event, own place), a counting sort over the places. */
static void find_chains(keel_log *log)
{
	int32_t *next = log->numbers;
	memset(next, 0, (size_t)log->count * sizeof *next);
	for (int32_t place = 0; place < log->count; place++)
		next[log->order[place]->root_place]++;
	int32_t begin = 0;
	for (int32_t place = 0; place < log->count; place++) {
		int32_t chain_length = next[place];
		next[place] = begin;
		begin += chain_length;
	}
}

static void make_entries(keel_log *log)
{
	if (log->has_chains)
		find_chains(log);
	for (int32_t place = 0; place < log->count; place++) {
		node *here = log->order[place];
		int32_t index = log->has_chains ? log->numbers[here->root_place]++ : place;
		log->entries[index] = make_entry(log, here);
	}
}

/* Whether time never goes back along the log; then one more witness changes no doubt. */
static bool is_steady(keel_log *log)
{
	log->latest_ms = KEEL_CLOCK_FIRST_UTC_MS;
	for (int32_t i = 0; i < log->count; i++) {
		int64_t utc_ms = log->readings[i].utc_ms;
		if (utc_ms < KEEL_CLOCK_FIRST_UTC_MS)
			continue;
		if (utc_ms < log->latest_ms)
			return false;
		log->latest_ms = utc_ms;
	}
	return true;
}

static void add_entries(keel_log *log)
{
	for (int32_t place = log->settled_count; place < log->count; place++) {
		node *here = log->order[place];
		here->place = here->root_place = place;
		here->word_place = NOBODY;
		log->entries[place] =
			(keel_log_entry){.event = &here->event, .forked = here->forked};
	}
}

static void settle_all(keel_log *log)
{
	sort(log);
	judge_words(log, take_places(log));
	keel_clock_judge(log->readings, log->count, log->clock, log->device_ms, log->device_count);
	make_entries(log);
	log->adds_on = is_steady(log);
	log->rewrites++;
}

void keel_log_settle(keel_log *log)
{
	if (log->settled)
		return;
	if (log->adds_on)
		add_entries(log);
	else
		settle_all(log);
	log->settled_count = log->count;
	log->settled = true;
}

bool keel_log_is_steady(const keel_log *log)
{
	return log->count == 0 || log->adds_on;
}

int64_t keel_log_rewrites(const keel_log *log)
{
	return log->rewrites;
}

/* ---- asking ---- */

int keel_log_count(const keel_log *log)
{
	return log->count;
}

const keel_log_entry *keel_log_get(const keel_log *log, int index)
{
	KEEL_ASSERT(log->settled && index >= 0 && index < log->count);
	return &log->entries[index];
}

const keel_event *keel_log_find(const keel_log *log, const uint8_t id[16])
{
	const node *found = find_node(log, id);
	return found == NULL ? NULL : &found->event;
}

int64_t keel_log_counter_max(const keel_log *log)
{
	return log->counter_max;
}

int64_t keel_log_seq_max(const keel_log *log, uint32_t device_id)
{
	int index = find_device(log, device_id);
	return index == NOBODY ? 0 : log->devices[index].seq_max;
}

bool keel_log_incomplete(const keel_log *log)
{
	return log->incomplete;
}

bool keel_log_incomplete_safety(const keel_log *log)
{
	return log->incomplete_safety;
}
