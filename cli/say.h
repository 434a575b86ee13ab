/* What the command line says to a person: names, doses, dates and reasons in words. Sentences come
 * from the catalogue; the few that are the terminal's own stand in say.c and follow the same word
 * list (CLINICAL 9).
 */
#ifndef KEEL_CLI_SAY_H
#define KEEL_CLI_SAY_H

#include <stdio.h>

#include "core/coach/coach.h"

#define KEEL_SAY_COLUMNS 78

/* The sentence of a key in the person's language, "" when there is none. */
const char *keel_say_text(const keel_core *core, const char *key);
/* "<id>.name" and so on; the id itself when there is no sentence. */
const char *keel_say_movement(const keel_core *core, const char *id, const char *what);
/* "2 × 8", "3 × 20 s a side, 20 s rest". */
void keel_say_dose(const keel_movement *movement, const keel_dose *dose, char *text,
		   size_t text_bytes);
/* Does a founding document give this rung's dose? Where none does, rung 1 is our own beginning. */
bool keel_say_is_seed_dose(const keel_movement *movement, int rung);
/* "Wednesday, 11 March 2026". */
void keel_say_date(int32_t date, char *text, size_t text_bytes);
/* Prints words wrapped at KEEL_SAY_COLUMNS, every line after `indent` blanks; the first stands
 * where the cursor is. */
void keel_say_wrapped(FILE *out, int indent, const char *text);
/* The sentence of a reason, wrapped. */
void keel_say_reason(FILE *out, const keel_core *core, int indent, const keel_reason *why);
/* The lock: what it is, why, and the way on. */
void keel_say_lock(FILE *out, const keel_core *core, const keel_lock *lock);
/* What is asked before the plan. */
void keel_say_today(FILE *out, const keel_core *core);

#endif
