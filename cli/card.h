/* The card of a movement: pictures of its phases with cue, time and breath, what it is for, set-up,
 * the ladder of doses, sides and the rule for stopping. A sheet is one card; a page of the handbook
 * is a card with more on it. Words come from catalogue/text (book.yaml and the movement's own).
 */
#ifndef KEEL_CLI_CARD_H
#define KEEL_CLI_CARD_H

#include "cli/picture/picture_layout.h"
#include "cli/sketch.h"

typedef struct keel_card_def {
	keel_sketch_def sketch;
	keel_box page; /* left, top and right are kept; bottom is where a page would end */
	float size;    /* of plain letters */
	bool is_full;  /* steps, faults, neighbours and sources too */
	const int *page_of; /* page of each movement in the book, for its neighbours; or NULL */
} keel_card_def;

/* Lays the card; *bottom is where it ends. Its pictures live in the card until keel_card_free. */
typedef struct keel_card {
	keel_sketch sketch;
	keel_display_list *lists[KEEL_PHASES_MAX];
	int list_count;
} keel_card;

KEEL_MUST_USE keel_err keel_card_lay(keel_card *card, const keel_core *core,
				     const keel_movement *movement, const keel_card_def *def,
				     keel_layout *layout, float *bottom);

/* The movement told without a word: its key poses in a row, for looking at pictures alone. */
KEEL_MUST_USE keel_err keel_card_strip(keel_card *card, const keel_core *core,
				       const keel_movement *movement, const keel_card_def *def,
				       keel_layout *layout, float *bottom);

void keel_card_free(keel_card *card);

/* "lying on your back, one leg": the names of a bit set, after a prefix such as "position". */
void keel_card_names(const keel_core *core, const char *prefix, const char *const *names,
		     uint32_t set, char *text, size_t text_bytes);

#endif
