/* Lives made of valid events, in every order, against the whole core: nothing traps, and what must
 * always hold holds.
 *
 * Bytes become events through the event list itself: a type, then every field within its range;
 * texts come from small pools (three sessions, the movements and questions of the catalogue, ids of
 * earlier events), so that events meet. After a few events the core is asked everything, and
 * sometimes a session is led. Checked: the second pass of safety changes nothing; without a lock
 * there is something to do; the same events in reverse give the same answer; drafts of
 * prescriptions and of the player are accepted as events.
 *
 * With libFuzzer (clang, -Dfuzz=true) the bytes are its own; `life_fuzz SEEDS` draws them from a
 * generator and prints the seed of a failure.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/catalogue/catalogue.h"
#include "core/coach/coach.h"
#include "core/coach/player.h"

#define EVENTS_MAX 400
#define OUT_BYTES ((size_t)1 << 20)
#define RECORD_BYTES ((size_t)1 << 19)
#define DAY_MS 86400000
#define START_MS 1772438400000 /* 2026-03-02 08:00 UTC */
#define BYTES_MAX 4096

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count);

/* How far the lives got, so that a test of nothing shows. */
static struct {
	long long kept, refused, plans, locks, sessions, answers;
} tally;

static unsigned long long seed_now; /* of the standalone run, for messages */

typedef struct life {
	const uint8_t *bytes;
	size_t byte_count;
	size_t at;
	keel_core *core, *other;
	keel_player *player;
	keel_now now;
	int seq;
	char record[RECORD_BYTES];
	size_t record_bytes;
	char out[OUT_BYTES];
	char copy[OUT_BYTES];
} life;

#define REQUIRE(cond)                                                                              \
	do {                                                                                       \
		if (!(cond)) {                                                                     \
			fprintf(stderr, "seed %llu: line %d: %s\n", seed_now, __LINE__, #cond);    \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

/* A number from min to max out of the bytes; min when they have run out. */
static int32_t draw(life *l, int64_t min, int64_t max)
{
	uint64_t value = 0;
	uint64_t span = (uint64_t)(max - min) + 1;
	for (uint64_t width = 1; width < span && l->at < l->byte_count; width <<= 8)
		value = value << 8 | l->bytes[l->at++];
	return (int32_t)(min + (int64_t)(value % span));
}

static bool is_text(const char *field, const char *name)
{
	return strcmp(field, name) == 0;
}

/* A text for a field: something that can meet something. */
static keel_text draw_text(life *l, const char *field, char *buffer, int bytes_max)
{
	const keel_catalogue *catalogue = l->core->catalogue;
	const char *text = "word";
	if (is_text(field, "session")) {
		snprintf(buffer, 64, "%032x", draw(l, 1, 3));
		text = buffer;
	} else if (is_text(field, "lock") || is_text(field, "event")) {
		snprintf(buffer, 64, "%032x", draw(l, 1, l->seq + 1));
		text = buffer;
	} else if (is_text(field, "movement")) {
		text = catalogue->movements[draw(l, 0, catalogue->movement_count - 1)].id;
	} else if (is_text(field, "programme")) {
		int which = draw(l, 0, catalogue->programme_count);
		text = which == catalogue->programme_count ? "personal"
							   : catalogue->programmes[which].id;
	} else if (is_text(field, "question")) {
		text = catalogue->questions[draw(l, 0, catalogue->question_count - 1)].id;
	} else if (is_text(field, "facts")) {
		text = "0123456789abcdef";
	} else if (is_text(field, "country")) {
		text = "GB";
	}
	int32_t length = (int32_t)strlen(text);
	return (keel_text){text, length < bytes_max ? length : bytes_max};
}

static bool left_out(life *l, bool required)
{
	return !required && draw(l, 0, 3) == 0;
}

#define REQUIRED true
#define OPTIONAL false
#define LIFE_I(kind, field, min, max, need, what)                                                  \
	event->u.kind.field = left_out(l, need) ? KEEL_ABSENT : draw(l, min, max);
#define LIFE_N(kind, field, list, need, what)                                                      \
	event->u.kind.field =                                                                      \
		left_out(l, need) ? KEEL_ABSENT : draw(l, 0, keel_##list##_name_count - 1);
#define LIFE_T(kind, field, bytes_max, need, what)                                                 \
	event->u.kind.field = left_out(l, need)                                                    \
				      ? (keel_text){"", 0}                                         \
				      : draw_text(l, #field, texts[text_count++], bytes_max);
#define LIFE_L(kind, field, count_max, need, what)                                                 \
	event->u.kind.field = (keel_ints){numbers, draw(l, 0, 3)};
#define LIFE_CASE(TYPE, kind, name, since)                                                         \
	case KEEL_EVENT_##TYPE:                                                                    \
		KEEL_EVENT_FIELDS_##kind(LIFE_I, LIFE_N, LIFE_T, LIFE_L) break;

static void fill_event(life *l, keel_event *event, char texts[8][64], const int32_t *numbers)
{
	int text_count = 0;
	(void)numbers;
	switch (event->type) {
		KEEL_EVENT_LIST(LIFE_CASE)
	case KEEL_EVENT_UNKNOWN:
		break;
	}
	REQUIRE(text_count <= 8);
}

static void remember(life *l, const char *line, size_t line_bytes)
{
	if (l->record_bytes + line_bytes + 2 > RECORD_BYTES)
		return;
	memcpy(l->record + l->record_bytes, line, line_bytes);
	l->record_bytes += line_bytes;
	l->record[l->record_bytes++] = '\n';
}

/* One line into the core and the record; false when the core refuses it. */
static bool add_line(life *l, const char *line, size_t line_bytes)
{
	keel_spot spot = {.message = ""};
	int added = 0;
	if (keel_core_add(l->core, line, line_bytes, &added, &spot) != KEEL_ERR_OK || added == 0) {
		tally.refused++;
		return false;
	}
	tally.kept++;
	remember(l, line, line_bytes);
	return true;
}

static void add_event(life *l)
{
	static const int32_t numbers[3] = {1, -7, 2000000000};
	char line[KEEL_EVENT_LINE_BYTES_MAX], texts[8][64];
	keel_event event;
	size_t line_bytes = 0;
	memset(&event, 0, sizeof event);
	event.type = (keel_event_type)draw(l, 0, KEEL_EVENT_TYPE_COUNT - 1);
	event.id[15] = (uint8_t)(l->seq + 1);
	event.id[14] = (uint8_t)((l->seq + 1) >> 8);
	event.person = 0xaa;
	event.device = (uint32_t)draw(l, 1, 2);
	event.seq = ++l->seq;
	event.counter = l->seq - draw(l, 0, 2) + 2;
	event.utc_ms =
		l->now.utc_ms + (draw(l, 0, 30) == 0 ? (int64_t)draw(l, -400, 400) * DAY_MS : 0);
	event.version = KEEL_EVENT_VERSION;
	event.corrects = draw(l, 0, 20) == 0;
	event.replaces[15] = (uint8_t)draw(l, 1, l->seq);
	fill_event(l, &event, texts, numbers);
	REQUIRE(keel_event_encode(&event, line, sizeof line, &line_bytes) == KEEL_ERR_OK);
	add_line(l, line, line_bytes);
}

/* Drafts are events: the core that made them must take them. */
static void keep_drafts(life *l, const char *drafts)
{
	char line[KEEL_EVENT_LINE_BYTES_MAX];
	for (const char *at = strchr(drafts, '{'); at != NULL;) {
		const char *end = strchr(at, '}');
		REQUIRE(end != NULL);
		l->seq++;
		int n = snprintf(line, sizeof line,
				 "{\"id\":\"%032x\",\"person\":\"00000000000000aa\",\"device\":"
				 "\"00000001\",\"seq\":%d,\"counter\":%d,\"utc_ms\":%lld,\"offset_"
				 "min\":0,\"v\":1,\"safety\":0,%.*s}",
				 l->seq, l->seq, l->seq + 3, (long long)l->now.utc_ms,
				 (int)(end - at) - 1, at + 1);
		REQUIRE(n > 0 && (size_t)n < sizeof line);
		REQUIRE(add_line(l, line, (size_t)n));
		at = strchr(end, '{');
	}
}

static void ask_everything(life *l)
{
	keel_err err = keel_core_today_json(l->core, &l->now, l->out, OUT_BYTES, NULL);
	REQUIRE(err == KEEL_ERR_OK);
	REQUIRE(l->core->prescription.shrunk_count == 0);
	REQUIRE(l->core->allowed.locked || l->core->prescription.item_count > 0);
	REQUIRE(!l->core->allowed.locked || l->core->prescription.item_count == 0);
	tally.plans += !l->core->allowed.locked;
	tally.locks += l->core->allowed.locked;
	int movement = draw(l, 0, l->core->catalogue->movement_count - 1);
	REQUIRE(keel_core_why_json(l->core, &l->now, l->core->catalogue->movements[movement].id,
				   l->copy, OUT_BYTES, NULL) == KEEL_ERR_OK);
	REQUIRE(keel_core_progress_json(l->core, &l->now, l->copy, OUT_BYTES, NULL) == KEEL_ERR_OK);
	REQUIRE(keel_core_replay_json(l->core, &l->now, l->copy, OUT_BYTES, NULL) == KEEL_ERR_OK);
}

static void lead_session(life *l)
{
	static const char *const commands[] = {
		"{\"do\":\"start\",\"pain\":3}",
		"{\"do\":\"ready\"}",
		"{\"do\":\"pain\",\"pain\":5}",
		"{\"do\":\"pain\",\"pain\":4,\"settled\":1}",
		"{\"do\":\"pain\",\"pain\":3,\"further\":1,\"settled\":0}",
		"{\"do\":\"answer\",\"change\":\"same-or-less\",\"challenge\":30}",
		"{\"do\":\"answer\",\"change\":\"clearly-more\",\"pain\":7,\"settled\":0}",
		"{\"do\":\"continue\"}",
		"{\"do\":\"easier\"}",
		"{\"do\":\"harder\"}",
		"{\"do\":\"skip\"}",
		"{\"do\":\"form-lost\"}",
		"{\"do\":\"eased\"}",
		"{\"do\":\"unwell\",\"sign\":\"chest\"}",
		"{\"do\":\"end\",\"pain\":6}",
	};
	char session[33];
	snprintf(session, sizeof session, "%032x", draw(l, 1, 3));
	if (keel_core_prescribe_json(l->core, &l->now, session, l->out, OUT_BYTES, NULL) !=
	    KEEL_ERR_OK)
		return;
	memcpy(l->copy, l->out, strlen(l->out) + 1);
	keep_drafts(l, l->copy);
	if (keel_player_start(l->player, l->core, &l->now, session) != KEEL_ERR_OK)
		return;
	int steps = draw(l, 0, 40);
	tally.sessions++;
	for (int i = 0; i < steps && !keel_player_ended(l->player); i++) {
		int which = draw(l, 0, 59); /* stops are drawn seldom */
		const char *command =
			i == 0 ? commands[0] : commands[which < 15 ? which : which % 13];
		keel_player_tick(l->player, draw(l, 0, 60000));
		keel_err err = keel_player_command(l->player, command, strlen(command), NULL);
		REQUIRE(err == KEEL_ERR_OK || err == KEEL_ERR_NOT_NOW || err == KEEL_ERR_NOT_FOUND);
		tally.answers += err == KEEL_ERR_OK;
		REQUIRE(keel_player_view_json(l->player, l->out, OUT_BYTES, NULL) == KEEL_ERR_OK);
		REQUIRE(keel_player_drafts_json(l->player, l->copy, OUT_BYTES, NULL) ==
			KEEL_ERR_OK);
		keep_drafts(l, l->copy);
	}
}

/* The same set of events from the last to the first gives the same bytes (invariant 10). */
static void compare_reversed(life *l)
{
	keel_core_clear(l->other);
	for (size_t end = l->record_bytes; end > 0;) {
		size_t start = end - 1;
		while (start > 0 && l->record[start - 1] != '\n')
			start--;
		int added = 0;
		REQUIRE(keel_core_add(l->other, l->record + start, end - start, &added, NULL) ==
			KEEL_ERR_OK);
		end = start;
	}
	REQUIRE(keel_core_state_hash(l->core) == keel_core_state_hash(l->other));
	REQUIRE(keel_core_today_json(l->core, &l->now, l->out, OUT_BYTES, NULL) == KEEL_ERR_OK);
	REQUIRE(keel_core_today_json(l->other, &l->now, l->copy, OUT_BYTES, NULL) == KEEL_ERR_OK);
	REQUIRE(strcmp(l->out, l->copy) == 0);
}

static void answer_screening(life *l)
{
	char drafts[300];
	for (int i = 0; i < l->core->catalogue->question_count; i++) {
		const keel_question *question = &l->core->catalogue->questions[i];
		snprintf(drafts, sizeof drafts,
			 "[{\"type\":\"screening-answer\",\"question\":\"%s\",\"tier\":\"%s\","
			 "\"answer\":\"no\",\"round\":1}]",
			 question->id, keel_tier_names[question->tier]);
		keep_drafts(l, drafts);
	}
}

static void live(life *l)
{
	keel_core_clear(l->core);
	l->now = (keel_now){START_MS, 0, draw(l, -1, 300)};
	l->seq = 0;
	l->record_bytes = 0;
	if (draw(l, 0, 4) > 0)
		answer_screening(l);
	while (l->at < l->byte_count && l->seq < EVENTS_MAX - 60) {
		switch (draw(l, 0, 9)) {
		case 0:
			l->now.utc_ms += DAY_MS;
			break;
		case 1:
			ask_everything(l);
			break;
		case 2:
			lead_session(l);
			break;
		case 3:
			answer_screening(l);
			break;
		default:
			add_event(l);
			break;
		}
		l->now.utc_ms += 60000;
	}
	ask_everything(l);
	compare_reversed(l);
}

static keel_core *make_core(void)
{
	size_t memory_bytes = keel_core_memory_bytes(EVENTS_MAX);
	keel_spot spot;
	void *memory = malloc(memory_bytes);
	return keel_core_create(memory, memory_bytes, EVENTS_MAX, keel_embedded_catalogue,
				keel_embedded_catalogue_bytes, &spot);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
	static life *l;
	if (l == NULL) {
		l = calloc(1, sizeof *l);
		REQUIRE(l != NULL);
		l->core = make_core();
		l->other = make_core();
		size_t player_bytes = keel_player_memory_bytes();
		l->player = keel_player_create(malloc(player_bytes), player_bytes);
		REQUIRE(l->core != NULL && l->other != NULL && l->player != NULL);
	}
	l->bytes = bytes;
	l->byte_count = byte_count < BYTES_MAX ? byte_count : BYTES_MAX;
	l->at = 0;
	live(l);
	return 0;
}

#ifndef KEEL_LIBFUZZER
int main(int argc, char **argv)
{
	unsigned long long seeds = argc > 1 ? strtoull(argv[1], NULL, 10) : 100;
	unsigned long long first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	static uint8_t bytes[BYTES_MAX];
	for (seed_now = first; seed_now < first + seeds; seed_now++) {
		uint64_t random = seed_now;
		size_t byte_count = 200 + (size_t)(seed_now * 37 % (BYTES_MAX - 200));
		for (size_t i = 0; i < byte_count; i++) {
			random = random * 6364136223846793005u + 1442695040888963407u;
			bytes[i] = (uint8_t)(random >> 56);
		}
		LLVMFuzzerTestOneInput(bytes, byte_count);
	}
	bool far = tally.plans > (long long)seeds && tally.sessions > (long long)seeds / 2 &&
		   tally.refused < tally.kept;
	printf("1..1\n%sok 1 - %llu lives from seed %llu\n", far ? "" : "not ", seeds, first);
	printf("# events %lld kept, %lld refused; %lld plans, %lld locks; %lld sessions, %lld "
	       "commands\n",
	       tally.kept, tally.refused, tally.plans, tally.locks, tally.sessions, tally.answers);
	return far ? 0 : 1;
}
#endif
