/* Important change against noise (C7).
 *
 * A change counts when it is large enough in points or in parts of where it began, and never while
 * it is inside the noise of the instrument: 30 % of a low first score is less than what two honest
 * answers differ by. A change that does not count is called no change. Nothing is rounded: parts
 * are compared by products.
 *
 * Readings. "Recovered" is a Roland-Morris score of 2 or less that came down from above by more
 * than the noise. The global rating compares by itself, so its latest value is the change. STarT
 * Back sorts people and has no known important change: it is shown and not judged.
 */
#include "core/coach/measure.h"
#include "core/state/thresholds.h"

static const keel_measure_facts facts[KEEL_SERIES_KIND_COUNT] = {
	[KEEL_SERIES_CONFIDENCE] = {.series = "confidence",
				    .measure = KEEL_MEASURE_CONFIDENCE,
				    .scale = 1,
				    .high = 10,
				    .noise = KEEL_MEASURE_CONFIDENCE_POINTS - 1,
				    .important = KEEL_MEASURE_CONFIDENCE_POINTS,
				    .recovered = -1,
				    .more_is_better = true,
				    .source = "C7, S4.confidence",
				    .grade = 'J'},
	[KEEL_SERIES_PSFS] = {.series = "psfs",
			      .measure = KEEL_MEASURE_PSFS,
			      .scale = 10,
			      .high = 100,
			      .noise = KEEL_MEASURE_PSFS_SMALL - 1,
			      .important = KEEL_MEASURE_PSFS_SMALL,
			      .medium = KEEL_MEASURE_PSFS_MEDIUM,
			      .large = KEEL_MEASURE_PSFS_LARGE,
			      .recovered = -1,
			      .more_is_better = true,
			      .source = "C7, Abbott 2014",
			      .grade = 'B'},
	[KEEL_SERIES_PSFS_ACTIVITY] = {.series = "psfs-activity",
				       .measure = KEEL_MEASURE_PSFS,
				       .scale = 10,
				       .high = 100,
				       .noise = KEEL_MEASURE_PSFS_MEDIUM - 1,
				       .important = KEEL_MEASURE_PSFS_MEDIUM,
				       .recovered = -1,
				       .more_is_better = true,
				       .source = "C7",
				       .grade = 'J'},
	[KEEL_SERIES_PAIN] = {.series = "pain",
			      .measure = KEEL_MEASURE_NPRS,
			      .scale = 10,
			      .high = 100,
			      .noise = KEEL_MEASURE_NPRS_NOISE * 10,
			      .important = KEEL_IMPROVED_POINTS * 10,
			      .percent = KEEL_IMPROVED_PERCENT,
			      .recovered = -1,
			      .weekly = true,
			      .source = "C7, Ostelo 2008, Childs 2005",
			      .grade = 'B'},
	[KEEL_SERIES_MORNINGS] = {.series = "mornings",
				  .measure = KEEL_MEASURE_NPRS,
				  .scale = 10,
				  .high = 100,
				  .noise = KEEL_MEASURE_NPRS_NOISE * 10,
				  .important = KEEL_IMPROVED_POINTS * 10,
				  .percent = KEEL_IMPROVED_PERCENT,
				  .recovered = -1,
				  .weekly = true,
				  .source = "C7, Ostelo 2008, Childs 2005",
				  .grade = 'B'},
	[KEEL_SERIES_ROLAND_MORRIS] = {.series = "roland-morris",
				       .measure = KEEL_MEASURE_ROLAND_MORRIS,
				       .scale = 1,
				       .high = 24,
				       .noise = KEEL_MEASURE_ROLAND_NOISE,
				       .important = KEEL_MEASURE_ROLAND_POINTS,
				       .percent = KEEL_MEASURE_ROLAND_PERCENT,
				       .floor = KEEL_MEASURE_ROLAND_FLOOR,
				       .ceiling = KEEL_MEASURE_ROLAND_CEILING,
				       .recovered = KEEL_MEASURE_ROLAND_RECOVERED,
				       .source = "C7, Ostelo 2008, Stratford 1996",
				       .grade = 'B'},
	[KEEL_SERIES_GLOBAL_CHANGE] = {.series = "global-change",
				       .measure = KEEL_MEASURE_GLOBAL_CHANGE,
				       .scale = 1,
				       .low = -7,
				       .high = 7,
				       .noise = KEEL_MEASURE_GLOBAL_POINTS - 1,
				       .important = KEEL_MEASURE_GLOBAL_POINTS,
				       .recovered = -1,
				       .more_is_better = true,
				       .source = "C7",
				       .grade = 'B'},
	[KEEL_SERIES_OSWESTRY] = {.series = "oswestry",
				  .measure = KEEL_MEASURE_OSWESTRY,
				  .scale = 1,
				  .high = 100,
				  .noise = KEEL_MEASURE_OSWESTRY_NOISE,
				  .important = KEEL_MEASURE_OSWESTRY_POINTS,
				  .percent = KEEL_MEASURE_OSWESTRY_PERCENT,
				  .recovered = -1,
				  .source = "C7, Ostelo 2008",
				  .grade = 'B'},
	[KEEL_SERIES_START_BACK] = {.series = "start-back",
				    .measure = KEEL_MEASURE_START_BACK,
				    .scale = 1,
				    .high = 2,
				    .recovered = -1,
				    .source = "C7",
				    .grade = 'B'},
};

const keel_measure_facts *keel_measure_facts_of(keel_series_kind kind)
{
	return &facts[kind];
}

const char *keel_measure_verdict_name(keel_measure_verdict verdict)
{
	static const char *const names[] = {"few",   "no-change", "better",
					    "worse", "recovered", "unjudged"};
	return names[verdict];
}

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* The smallest change that counts from that first value. */
static int32_t needed_from(const keel_measure_facts *of, int32_t first)
{
	int32_t needed = of->important;
	if (of->percent > 0 && first > 0)
		needed = least(needed, (first * of->percent + 99) / 100);
	return needed > of->noise ? needed : of->noise + 1;
}

static const char *size_of(const keel_measure_facts *of, int32_t change)
{
	if (of->medium == 0 || change < of->important)
		return NULL;
	if (change < of->medium)
		return "small";
	return change < of->large ? "medium" : "large";
}

keel_measure_change keel_measure_judge(const keel_measure_facts *of, int32_t first, int32_t latest)
{
	bool by_itself = of->measure == KEEL_MEASURE_GLOBAL_CHANGE;
	int32_t from = by_itself ? 0 : first;
	keel_measure_change judged = {.verdict = KEEL_MEASURE_NO_CHANGE, .change = latest - from};
	if (of->important == 0) {
		judged.verdict = KEEL_MEASURE_UNJUDGED;
		return judged;
	}
	int32_t better = of->more_is_better ? judged.change : -judged.change;
	int32_t amount = better < 0 ? -better : better;
	judged.needed = needed_from(of, from);
	judged.size = size_of(of, amount);
	if (of->floor > 0 && from < of->floor)
		judged.note = "floor";
	else if (of->ceiling > 0 && from > of->ceiling)
		judged.note = "ceiling";
	if (amount <= of->noise)
		return judged;
	if (better > 0 && of->recovered >= 0 && latest <= of->recovered)
		judged.verdict = KEEL_MEASURE_RECOVERED;
	else if (amount >= judged.needed)
		judged.verdict = better > 0 ? KEEL_MEASURE_BETTER : KEEL_MEASURE_WORSE;
	return judged;
}
