#include "core/state/thresholds.h"

const keel_threshold keel_thresholds[] = {
#define KEEL_THRESHOLD_ROW(name, value, unit, population, source, grade)                           \
	{#name, value, unit, population, source, grade},
	KEEL_THRESHOLD_LIST(KEEL_THRESHOLD_ROW)
#undef KEEL_THRESHOLD_ROW
};

const int keel_threshold_count = (int)(sizeof keel_thresholds / sizeof keel_thresholds[0]);
