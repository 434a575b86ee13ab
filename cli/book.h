/* The handbook: the whole catalogue as one PDF. Title, how to read a page and when to stop, contents by
 * aim, a page for each movement, movements from A to Z, by position and by muscle, sources.
 * Its bytes depend on the catalogue, the program and the fonts alone.
 */
#ifndef KEEL_CLI_BOOK_H
#define KEEL_CLI_BOOK_H

#include "core/coach/coach.h"

/* path ends in .pdf. An exit code, after a sentence on stderr when it is not DONE. */
int keel_book(keel_core *core, const char *path);

#endif
