/* What a movement seems to do to the next morning, for this one person (C7, per-movement n-of-1).
 *
 * Purpose: a preference, and a sentence with its counts. Never a rest, a dose or a gate: no rule of
 * safety reads it. Dates are days since 1970-01-01; counts are of session days whose next morning
 * was answered.
 */
#ifndef KEEL_CORE_PLAN_PATTERN_H
#define KEEL_CORE_PLAN_PATTERN_H

#include "core/state/verdict.h"

typedef enum keel_pattern_verdict {
	KEEL_PATTERN_TOO_LITTLE, /* too few days with it, or without it */
	KEEL_PATTERN_NONE,	 /* nothing that chance would not do */
	KEEL_PATTERN_MORE,	 /* more pain the morning after it */
	KEEL_PATTERN_LESS
} keel_pattern_verdict;

typedef struct keel_pattern {
	int32_t after; /* session days with it */
	int32_t more;  /* of those, next morning above the person's mean of the days around */
	int32_t less;  /* below it */
	int32_t other; /* session days without it */
	int32_t other_more;
	int32_t other_less;
	keel_pattern_verdict verdict;
} keel_pattern;

/* Fills one pattern a movement record of the state, in their order. */
void keel_pattern_look(const keel_state *state, int32_t today,
		       keel_pattern patterns[KEEL_MOVEMENTS_MAX]);

/* Whether `hits` of `after` days against `other_hits` of `other` days is rarer by chance than
 * `percent` in a hundred shared by `tests` comparisons: Fisher's exact test, one-sided (Fisher
 * 1922; Bonferroni's correction). after + other at most 63. */
bool keel_pattern_is_rare(const int32_t table[4], int32_t percent, int32_t tests);

/* The reason that a pattern of more or less gives, with its counts. */
keel_reason keel_pattern_why(const keel_pattern *pattern);

const char *keel_pattern_verdict_name(keel_pattern_verdict verdict);

#endif
