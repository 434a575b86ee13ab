/* What the parts of the handbook share: the page being laid and the way to the next one. */
#ifndef KEEL_CLI_BOOK_PAGE_H
#define KEEL_CLI_BOOK_PAGE_H

#include "cli/card.h"

/* A4 in points. */
#define KEEL_BOOK_WIDTH 595.0f
#define KEEL_BOOK_HEIGHT 842.0f
#define KEEL_BOOK_MARGIN 44.0f
#define KEEL_BOOK_BOTTOM (KEEL_BOOK_HEIGHT - 52.0f)
#define KEEL_BOOK_LETTERS 9.2f /* of lists */

typedef struct keel_book_state {
	const keel_core *core;
	keel_layout *layout;
	keel_page *page; /* NULL: nothing is painted, pages are only counted */
	int page_number; /* of the page being laid, from 1 */
	keel_err err;	 /* the first that happened; what follows does nothing */
	int16_t order[KEEL_MOVEMENTS_MAX]; /* movements by aim, stage and name */
	int page_of[KEEL_MOVEMENTS_MAX];   /* by movement; 0 while pages are counted */
	/* Where the next line goes: column by column, page by page. */
	int column, column_count;
	float top, y;
} keel_book_state;

/* Ends the page with its foot and begins an empty one. */
void keel_book_turn(keel_book_state *book);

/* A chapter begins on a page of its own, with a heading and that many columns; name is its anchor
 * and place in the reader's list of contents. */
void keel_book_chapter(keel_book_state *book, const char *name, const char *heading, int columns);

/* Room for that height in this column, or the next one, or the next page. The column's box, its top
 * where the next line goes. */
keel_box keel_book_room(keel_book_state *book, float height);

/* About how high a paragraph is in these columns. */
float keel_book_height(keel_book_state *book, float size, const char *text);

/* A paragraph in the columns, kept together. */
void keel_book_say(keel_book_state *book, float size, bool is_bold, keel_ink ink, const char *text);

/* "Name ..... 12", which jumps to that movement's page. */
void keel_book_entry(keel_book_state *book, int movement);

/* book_lists.c: what stands behind the movements. */
void keel_book_lay_lists(keel_book_state *book);

#endif
