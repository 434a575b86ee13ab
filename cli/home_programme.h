/* The home programme on one A4 page: figures, doses in words, breath, when to stop, who prescribed
 * it and when. What the app prints, for those who work with files. */
#ifndef KEEL_CLI_HOME_PROGRAMME_H
#define KEEL_CLI_HOME_PROGRAMME_H

#include "core/coach/coach.h"

#define KEEL_HOME_MOVEMENTS_MAX 6 /* more would not be read from a fridge door */

/* Writes today's session of a core whose day is known (keel_coach_day); of more movements the first
 * six. KEEL_ERR_LOCKED when nothing may be prescribed, KEEL_ERR_IO when the file cannot be written,
 * NO_MEMORY, NOT_FOUND when the program has no picture of a movement. */
KEEL_MUST_USE keel_err keel_home_programme(const keel_core *core, const char *path);

#endif
