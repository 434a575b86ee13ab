/* Lines: the two questions about a text of JSON Lines that come before it is given to a store. */
#ifndef KEEL_SERVER_LINES_H
#define KEEL_SERVER_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

/* Whose text is it? The person of its first event; that all the others are of the same one is for
 * the store to check. Errors of keel_event_decode with their place; SYNTAX when there is no event
 * at all. */
KEEL_MUST_USE keel_err keel_lines_person(const char *text, size_t text_bytes, uint64_t *person,
					 keel_spot *spot);

/* Are there more lines than that? Empty ones count. */
bool keel_lines_exceed(const char *text, size_t text_bytes, int line_count_max);

#endif
