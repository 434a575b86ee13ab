#include "core/state/thresholds.h"

#include <string.h>

const keel_threshold keel_thresholds[] = {
#define KEEL_THRESHOLD_ROW(name, value, unit, population, source, grade)                           \
	{#name, value, unit, population, source, grade},
	KEEL_THRESHOLD_LIST(KEEL_THRESHOLD_ROW)
#undef KEEL_THRESHOLD_ROW
};

const int keel_threshold_count = (int)(sizeof keel_thresholds / sizeof keel_thresholds[0]);

const keel_tunable_bounds keel_tunables[] = {
#define KEEL_TUNABLE_ROW(name, least, most, gentler)                                               \
	[KEEL_TUNABLE_##name] = {KEEL_##name, least, most, gentler},
	KEEL_TUNABLE_LIST(KEEL_TUNABLE_ROW)
#undef KEEL_TUNABLE_ROW
};

_Static_assert(sizeof keel_tunables / sizeof keel_tunables[0] == KEEL_TUNABLE_COUNT,
	       "a name of the list of tunables has bounds");

const keel_threshold *keel_tunable_threshold(keel_tunable tunable)
{
	static const char *const names[] = {
#define KEEL_TUNABLE_NAME(name, least, most, gentler) [KEEL_TUNABLE_##name] = #name,
		KEEL_TUNABLE_LIST(KEEL_TUNABLE_NAME)
#undef KEEL_TUNABLE_NAME
	};
	for (int i = 0; i < keel_threshold_count; i++)
		if (strcmp(keel_thresholds[i].name, names[tunable]) == 0)
			return &keel_thresholds[i];
	return NULL;
}
