/* Words: a rule and its numbers as a sentence of the catalogue. Texts are for people; no rule reads
 * them. */
#ifndef KEEL_CORE_COACH_WORDS_H
#define KEEL_CORE_COACH_WORDS_H

#include "core/catalogue/catalogue.h"
#include "core/state/verdict.h"

#define KEEL_SENTENCE_BYTES_MAX 600

/* Fills the places of a sentence; cut at out_bytes - 1. Returns out. */
const char *keel_coach_fill(const keel_catalogue *catalogue, const char *language,
			    const char *sentence, const keel_reason *why, char *out,
			    size_t out_bytes);

/* The sentence rule.<id>, filled; the rule's id when the catalogue has no sentence. Returns out. */
const char *keel_coach_say_rule(const keel_catalogue *catalogue, const char *language,
				const keel_reason *why, char *out, size_t out_bytes);

#endif
