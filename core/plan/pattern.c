/* Per-movement n-of-1, honestly.
 *
 * The question: are mornings after a session with this movement worse (or better) than mornings
 * after a session without it? Only session days are compared with each other, so that moving at all
 * is not mistaken for the movement. A morning is "more" when it is above the mean of the answered
 * mornings of the week before and after it: a back that gets better over the weeks, or worse, makes
 * no pattern. Counts are compared by Fisher's exact test in whole numbers (no rounding, the same
 * on every machine), and the chance allowed is shared among all movements that can be compared:
 * who looks at twelve movements finds one by chance.
 *
 * Said by default: too little to tell. Movements that are always done together cannot be told
 * apart; then both stand or neither. Rejected: averages of points (one bad night decides), a
 * comparison with rest days (it finds out who rests when it hurts), Bayesian weights (nobody could
 * check them).
 */
#include "core/plan/pattern.h"

#include <string.h>

#include "core/state/thresholds.h"

#define CELLS 64 /* days at most, 0 included; C(63, 31) still fits 64 bits */

const char *keel_pattern_verdict_name(keel_pattern_verdict verdict)
{
	static const char *const names[] = {"too-little", "none", "more", "less"};
	return names[verdict];
}

keel_reason keel_pattern_why(const keel_pattern *pattern)
{
	if (pattern->verdict == KEEL_PATTERN_MORE)
		return (keel_reason){
			KEEL_RULE_PLAN_MORNING_MORE,
			4,
			{pattern->more, pattern->after, pattern->other_more, pattern->other}};
	return (keel_reason){
		KEEL_RULE_PLAN_MORNING_LESS,
		4,
		{pattern->less, pattern->after, pattern->other_less, pattern->other}};
}

/* ---- Fisher's exact test ------------------------------------------------------------------- */

/* Row n of Pascal's triangle; each step divides first, so nothing overflows. */
static void binomials(int32_t n, uint64_t row[CELLS])
{
	row[0] = 1;
	for (int32_t k = 1; k <= n; k++) {
		uint64_t whole = row[k - 1] / (uint64_t)k, rest = row[k - 1] % (uint64_t)k;
		uint64_t by = (uint64_t)(n - k + 1);
		row[k] = whole * by + rest * by / (uint64_t)k;
	}
}

bool keel_pattern_is_rare(const int32_t table[4], int32_t percent, int32_t tests)
{
	int32_t hits = table[0], after = table[1], other_hits = table[2], other = table[3];
	uint64_t with[CELLS], without[CELLS], all[CELLS];
	int32_t total = hits + other_hits;
	KEEL_ASSERT(after >= 0 && other >= 0 && after + other < CELLS && tests > 0);
	KEEL_ASSERT(percent <= 20); /* C(63, 31) x 20 fits */
	KEEL_ASSERT(hits >= 0 && hits <= after);
	KEEL_ASSERT(other_hits >= 0 && other_hits <= other);
	binomials(after, with);
	binomials(other, without);
	binomials(after + other, all);
	uint64_t tail = 0;
	for (int32_t k = hits; k <= after && k <= total; k++)
		if (total - k <= other)
			tail += with[k] * without[total - k];
	/* tail / all <= percent / (100 x tests); a whole number meets the floor of a bound. */
	return tail <= all[total] * (uint64_t)percent / ((uint64_t)tests * 100);
}

/* ---- days ---------------------------------------------------------------------------------- */

typedef struct day {
	int32_t date; /* of the session */
	bool more;    /* of the next morning */
	bool less;
} day;

typedef struct days {
	int32_t count;
	int32_t more;
	int32_t less;
	day list[KEEL_PATTERN_DAYS];
} days;

/* The morning of a date against the mean of those around it; false when there are too few. */
static bool look_at_morning(const keel_state *state, int32_t date, day *at)
{
	int32_t sum = 0, count = 0, pain = KEEL_UNKNOWN;
	for (int i = 0; i < state->morning_count; i++) {
		const keel_morning *morning = &state->mornings[i];
		int32_t apart = morning->date - date;
		if (morning->doubt == 1 || apart < -KEEL_PATTERN_AROUND_DAYS ||
		    apart > KEEL_PATTERN_AROUND_DAYS)
			continue;
		sum += morning->pain;
		count++;
		if (apart == 0)
			pain = morning->pain;
	}
	at->more = pain * count > sum;
	at->less = pain * count < sum;
	return pain != KEEL_UNKNOWN && count >= KEEL_PATTERN_AROUND_MIN;
}

static void find_days(const keel_state *state, int32_t today, days *found)
{
	for (int i = 0; i < state->session_count; i++) {
		const keel_session_state *session = &state->sessions[i];
		day at = {.date = session->date};
		bool counts = session->doubt == 0 && session->done_count > 0 &&
			      session->date < today && today - session->date <= KEEL_PATTERN_DAYS;
		bool again = found->count > 0 && found->list[found->count - 1].date == at.date;
		if (!counts || again || !look_at_morning(state, at.date + 1, &at))
			continue;
		found->list[found->count++] = at;
		found->more += at.more ? 1 : 0;
		found->less += at.less ? 1 : 0;
	}
}

static bool was_done(const keel_movement_state *movement, int32_t date)
{
	int32_t ago = movement->date_last - date;
	if (ago < 0 || ago >= 64)
		return false;
	return (movement->days[ago / 32] >> (ago % 32) & 1) == 1;
}

static void count_days(const keel_movement_state *movement, const days *found,
		       keel_pattern *pattern)
{
	for (int i = 0; i < found->count; i++) {
		if (!was_done(movement, found->list[i].date))
			continue;
		pattern->after++;
		pattern->more += found->list[i].more ? 1 : 0;
		pattern->less += found->list[i].less ? 1 : 0;
	}
	pattern->other = found->count - pattern->after;
	pattern->other_more = found->more - pattern->more;
	pattern->other_less = found->less - pattern->less;
}

static bool is_enough(const keel_pattern *pattern)
{
	return pattern->after >= KEEL_PATTERN_TIMES_MIN && pattern->other >= KEEL_PATTERN_TIMES_MIN;
}

void keel_pattern_look(const keel_state *state, int32_t today,
		       keel_pattern patterns[KEEL_MOVEMENTS_MAX])
{
	days found = {.count = 0};
	int32_t compared = 0;
	memset(patterns, 0, sizeof *patterns * KEEL_MOVEMENTS_MAX);
	find_days(state, today, &found);
	for (int i = 0; i < state->movement_count; i++) {
		count_days(&state->movements[i], &found, &patterns[i]);
		compared += is_enough(&patterns[i]) ? 1 : 0;
	}
	for (int i = 0; i < state->movement_count; i++) {
		keel_pattern *at = &patterns[i];
		const int32_t more[4] = {at->more, at->after, at->other_more, at->other};
		const int32_t less[4] = {at->less, at->after, at->other_less, at->other};
		if (!is_enough(at))
			continue;
		at->verdict = KEEL_PATTERN_NONE;
		/* Two questions a movement: more, less. */
		if (keel_pattern_is_rare(more, KEEL_PATTERN_CHANCE_PERCENT, 2 * compared))
			at->verdict = KEEL_PATTERN_MORE;
		else if (keel_pattern_is_rare(less, KEEL_PATTERN_CHANCE_PERCENT, 2 * compared))
			at->verdict = KEEL_PATTERN_LESS;
	}
}
