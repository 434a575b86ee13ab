/* Clock: which entries of a record have a wrong clock.
 *
 * Windows and streaks count local dates, so a wrong clock could let a dose go up too early. Which
 * clock is wrong cannot be known, only which entries contradict the others: fold order says what
 * came first, and time should not run backwards along it. So witnesses are chosen, the largest set
 * of entries that agree, and the others are judged by them.
 *
 * What is counted is not events but days: a session leaves thirty events with one and the same
 * error, and is one reading of the clock. A day begins in fold order wherever the local date is
 * another than that of the entry before. Among all runs of entries whose times never go back, the
 * witnesses are the one that
 *
 *   1. begins the most days; among these, one that
 *   2. ends on the earliest date: a clock that jumped ahead is doubted as soon as one later entry
 * contradicts it; then
 *   3. has the most entries; then ends earliest.
 *
 * One day in 2025 or in 2040 is then in doubt, and not the hundred days around it, as a rule of
 * "earlier than the largest time so far" or "ahead of any later entry" would have it. An entry is
 * in doubt when
 *
 *   1. it is more than 60 min before an earlier, or after a later, witness of its own device; or
 *
 *   2. it is more than 36 h before an earlier, or after a later, witness of any device (two honest
 * devices that were both off line interleave by counter, not by time); or
 *
 *   3. its time is before 2024, when there was no Keel: such an entry is no witness either. Clocks
 * without a battery restart in 1970 or 2000.
 *
 * What this cannot see: the last entry of a record being ahead (the host that asks for a plan has a
 * clock to compare it with), and a clock that was wrong on more days than it was right. Two honest
 * devices that were both off line for longer than 36 h may put the events of one in doubt: the
 * price is caution.
 *
 * The best run that ends at each entry is found from left to right. The best among those that end
 * no later is asked of a tree of prefix maxima over the ranks of the times (Fenwick 1994). Nearly
 * every record never goes back at all, and takes one look at each entry.
 */
#include "core/event/clock.h"

#include <stddef.h>

#include "core/base/date.h"

#define BACK_MS (60 * 60 * (int64_t)1000)
#define APART_MS (36 * 60 * 60 * (int64_t)1000)
#define A_DAY ((int64_t)1 << 32)   /* outweighs every entry there can be */
#define NOBODY (-1)

static bool is_plausible(const keel_clock_reading *reading)
{
	return reading->utc_ms >= KEEL_CLOCK_FIRST_UTC_MS;
}

/* All plausible readings are witnesses when time never goes back among them. */
static bool never_goes_back(keel_clock_reading *readings, int32_t reading_count)
{
	int64_t latest_ms = KEEL_CLOCK_FIRST_UTC_MS;
	for (int32_t i = 0; i < reading_count; i++) {
		readings[i].is_witness = is_plausible(&readings[i]);
		if (readings[i].is_witness && readings[i].utc_ms < latest_ms)
			return false;
		if (readings[i].is_witness)
			latest_ms = readings[i].utc_ms;
	}
	return true;
}

/* Merge sort of by_time by (utc_ms, index), bottom up; rank is then the place of each in it. */
static void rank_by_time(const keel_clock_reading *readings, keel_clock_scratch *s, int32_t count)
{
	for (int32_t i = 0; i < count; i++)
		s[i].by_time = i;
	for (int32_t width = 1; width < count; width *= 2) {
		for (int32_t begin = 0; begin < count; begin += 2 * width) {
			int32_t middle = begin + width < count ? begin + width : count;
			int32_t end = middle + width < count ? middle + width : count;
			int32_t left = begin;
			int32_t right = middle;
			for (int32_t i = begin; i < end; i++) {
				bool take_left =
					right == end || (left < middle &&
							 readings[s[left].by_time].utc_ms <=
								 readings[s[right].by_time].utc_ms);
				s[i].spare = s[take_left ? left++ : right++].by_time;
			}
		}
		for (int32_t i = 0; i < count; i++)
			s[i].by_time = s[i].spare;
	}
	for (int32_t i = 0; i < count; i++)
		s[s[i].by_time].rank = i;
}

static int32_t better(const keel_clock_scratch *s, int32_t a, int32_t b)
{
	if (a == NOBODY || b == NOBODY)
		return a == NOBODY ? b : a;
	return s[b].score > s[a].score ? b : a;
}

/* The reading with the best run among those of at most that rank. */
static int32_t best_up_to(const keel_clock_scratch *s, int32_t rank)
{
	int32_t best = NOBODY;
	for (int32_t node = rank + 1; node > 0; node -= node & -node)
		best = better(s, best, s[node - 1].best);
	return best;
}

static void offer(keel_clock_scratch *s, int32_t count, int32_t index)
{
	for (int32_t node = s[index].rank + 1; node <= count; node += node & -node)
		s[node - 1].best = better(s, s[node - 1].best, index);
}

static bool ends_better(const keel_clock_scratch *a, const keel_clock_scratch *b)
{
	int64_t a_days = a->score / A_DAY;
	int64_t b_days = b->score / A_DAY;
	if (a_days != b_days)
		return a_days > b_days;
	if (a->date != b->date)
		return a->date < b->date;
	if (a->score != b->score)
		return a->score > b->score;
	return a->rank < b->rank;
}

static void choose_witnesses(keel_clock_reading *readings, keel_clock_scratch *s, int32_t count)
{
	int32_t end = NOBODY;
	rank_by_time(readings, s, count);
	for (int32_t i = 0; i < count; i++) {
		s[i].date = keel_date_of(readings[i].utc_ms, readings[i].offset_min);
		s[i].best = NOBODY;
		readings[i].is_witness = false;
	}
	for (int32_t i = 0; i < count; i++) {
		if (!is_plausible(&readings[i]))
			continue;
		bool begins_day = i == 0 || s[i].date != s[i - 1].date;
		s[i].before = best_up_to(s, s[i].rank);
		s[i].score = 1 + (begins_day ? A_DAY : 0);
		if (s[i].before != NOBODY)
			s[i].score += s[s[i].before].score;
		offer(s, count, i);
		if (end == NOBODY || ends_better(&s[i], &s[end]))
			end = i;
	}
	for (; end != NOBODY; end = s[end].before)
		readings[end].is_witness = true;
}

void keel_clock_judge(keel_clock_reading *readings, int32_t reading_count,
		      keel_clock_scratch *scratch, int64_t *device_ms, int device_count)
{
	if (!never_goes_back(readings, reading_count))
		choose_witnesses(readings, scratch, reading_count);
	int64_t latest_ms = INT64_MIN / 2;
	for (int i = 0; i < device_count; i++)
		device_ms[i] = INT64_MIN / 2;
	for (int32_t i = 0; i < reading_count; i++) {
		keel_clock_reading *reading = &readings[i];
		int64_t *own_ms = &device_ms[reading->device_index];
		reading->doubt = !is_plausible(reading) || reading->utc_ms < *own_ms - BACK_MS ||
				 reading->utc_ms < latest_ms - APART_MS;
		if (reading->is_witness)
			latest_ms = *own_ms = reading->utc_ms;
	}
	int64_t earliest_ms = INT64_MAX / 2;
	for (int i = 0; i < device_count; i++)
		device_ms[i] = INT64_MAX / 2;
	for (int32_t i = reading_count - 1; i >= 0; i--) {
		keel_clock_reading *reading = &readings[i];
		int64_t *own_ms = &device_ms[reading->device_index];
		if (reading->utc_ms > *own_ms + BACK_MS || reading->utc_ms > earliest_ms + APART_MS)
			reading->doubt = true;
		if (reading->is_witness)
			earliest_ms = *own_ms = reading->utc_ms;
	}
}
