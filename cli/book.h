/* The book of movements: a page of pictures for each. */
#ifndef KEEL_CLI_BOOK_H
#define KEEL_CLI_BOOK_H

#include "core/coach/coach.h"

/* One sheet a movement, as <folder>/<movement>.pdf; the folder is made. An exit code. */
int keel_book(keel_core *core, const char *folder);

#endif
