#include "cli/book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/book_page.h"
#include "cli/commands.h"
#include "cli/say.h"

#define COLUMN_GAP 24.0f
#define LETTERS_MOST 12.0f /* of the pages of movements */
#define LETTERS_LEAST 7.6f
#define TITLE_MOVEMENTS 4

static void paint(keel_book_state *book)
{
	if (book->page != NULL && book->err == KEEL_ERR_OK)
		book->err = keel_layout_on_page(book->layout, book->page);
}

static void next_page(keel_book_state *book)
{
	keel_layout_clear(book->layout);
	if (book->page != NULL)
		keel_page_next(book->page);
	book->page_number++;
}

void keel_book_turn(keel_book_state *book)
{
	const keel_words how = {8, false, KEEL_INK_SOFT, 0}, right = {8, false, KEEL_INK_SOFT, 1};
	char number[16];
	float y = KEEL_BOOK_HEIGHT - 28;
	snprintf(number, sizeof number, "%d", book->page_number);
	keel_layout_line(book->layout, &how, KEEL_BOOK_MARGIN, y,
			 keel_say_text(book->core, "book.title"));
	keel_layout_line(book->layout, &right, KEEL_BOOK_WIDTH - KEEL_BOOK_MARGIN, y, number);
	paint(book);
	next_page(book);
}

void keel_book_chapter(keel_book_state *book, const char *name, const char *heading, int columns)
{
	const keel_words how = {20, true, KEEL_INK_PLAIN, 0};
	keel_layout_anchor(book->layout, name, 0);
	if (book->page != NULL)
		keel_page_outline(book->page, 0, heading, name);
	keel_layout_line(book->layout, &how, KEEL_BOOK_MARGIN, KEEL_BOOK_MARGIN + 20, heading);
	book->column = 0;
	book->column_count = columns;
	book->top = book->y = KEEL_BOOK_MARGIN + 38;
}

keel_box keel_book_room(keel_book_state *book, float height)
{
	if (book->y + height > KEEL_BOOK_BOTTOM) {
		if (++book->column == book->column_count) {
			keel_book_turn(book);
			book->column = 0;
			book->top = KEEL_BOOK_MARGIN;
		}
		book->y = book->top;
	}
	float n = (float)book->column_count, whole = KEEL_BOOK_WIDTH - 2 * KEEL_BOOK_MARGIN;
	float width = (whole - COLUMN_GAP * (n - 1)) / n;
	float left = KEEL_BOOK_MARGIN + (float)book->column * (width + COLUMN_GAP);
	return (keel_box){left, book->y, left + width, KEEL_BOOK_BOTTOM};
}

float keel_book_height(keel_book_state *book, float size, const char *text)
{
	const keel_words how = {size, false, KEEL_INK_PLAIN, 0};
	keel_box column = keel_book_room(book, 0);
	float share = keel_layout_width_of(book->layout, &how, text) / (column.right - column.left);
	return (float)(int)(share * 1.08f + 1) * size * 1.36f;
}

void keel_book_say(keel_book_state *book, float size, bool is_bold, keel_ink ink, const char *text)
{
	const keel_words how = {size, is_bold, ink, 0};
	keel_box box = keel_book_room(book, keel_book_height(book, size, text));
	book->y = keel_layout_paragraph(book->layout, &how, &box, text);
}

void keel_book_entry(keel_book_state *book, int movement)
{
	const keel_words how = {KEEL_BOOK_LETTERS, false, KEEL_INK_PLAIN, 0},
			 right = {KEEL_BOOK_LETTERS, false, KEEL_INK_SOFT, 1};
	const char *id = book->core->catalogue->movements[movement].id;
	const char *name = keel_say_movement(book->core, id, "name");
	char number[16];
	float height = KEEL_BOOK_LETTERS * 1.3f;
	keel_box box = keel_book_room(book, height);
	snprintf(number, sizeof number, "%d", book->page_of[movement]);
	keel_layout_line(book->layout, &how, box.left, box.top + KEEL_BOOK_LETTERS, name);
	keel_layout_line(book->layout, &right, box.right, box.top + KEEL_BOOK_LETTERS, number);
	box.bottom = box.top + height;
	keel_layout_link(book->layout, &box, id);
	book->y += height;
}

/* Sorting by insertion: a hundred movements. */
static int compare(const keel_core *core, int a, int b)
{
	const keel_movement *x = &core->catalogue->movements[a],
			    *y = &core->catalogue->movements[b];
	if (x->aim != y->aim)
		return x->aim < y->aim ? -1 : 1;
	if (x->stage != y->stage)
		return x->stage < y->stage ? -1 : 1;
	return strcmp(keel_say_movement(core, x->id, "name"),
		      keel_say_movement(core, y->id, "name"));
}

static void sort_movements(keel_book_state *book)
{
	for (int i = 0; i < book->core->catalogue->movement_count; i++) {
		int at = i;
		while (at > 0 && compare(book->core, i, book->order[at - 1]) < 0) {
			book->order[at] = book->order[at - 1];
			at--;
		}
		book->order[at] = (int16_t)i;
	}
}

static keel_card_def card_of(const keel_book_state *book, float letters)
{
	return (keel_card_def){.sketch = {.glow = true},
			       .page = {KEEL_BOOK_MARGIN, KEEL_BOOK_MARGIN,
					KEEL_BOOK_WIDTH - KEEL_BOOK_MARGIN, KEEL_BOOK_BOTTOM},
			       .size = letters,
			       .is_full = true,
			       .page_of = book->page_of};
}

/* A few movements in pictures, to show what the book is about. */
static void lay_title(keel_book_state *book)
{
	static const char *const shown[TITLE_MOVEMENTS] = {"cat-cow", "glute-bridge", "side-plank",
							   "hip-flexor-stretch"};
	const keel_words big = {32, true, KEEL_INK_PLAIN, 0}, small = {12, false, KEEL_INK_SOFT, 0};
	const keel_catalogue *catalogue = book->core->catalogue;
	keel_card cards[TITLE_MOVEMENTS] = {0};
	float y = 150;
	char line[200];
	keel_layout_line(book->layout, &big, KEEL_BOOK_MARGIN, y,
			 keel_say_text(book->core, "book.title"));
	snprintf(line, sizeof line, "%s · %d %s", keel_say_text(book->core, "book.subtitle"),
		 catalogue->movement_count, keel_say_text(book->core, "book.movements"));
	keel_layout_line(book->layout, &small, KEEL_BOOK_MARGIN, y + 24, line);
	y += 60;
	for (int i = 0; i < TITLE_MOVEMENTS && book->page != NULL; i++) {
		int at = keel_movement_find(catalogue, shown[i], strlen(shown[i]));
		keel_card_def def = card_of(book, 6);
		def.page.top = y;
		if (at == KEEL_NO_MOVEMENT || book->err != KEEL_ERR_OK)
			continue;
		book->err = keel_card_strip(&cards[i], book->core, &catalogue->movements[at], &def,
					    book->layout, &y);
		y += 12;
	}
	paint(book);
	next_page(book);
	for (int i = 0; i < TITLE_MOVEMENTS; i++)
		keel_card_free(&cards[i]);
}

/* What a page shows, when to stop, and what is asked before anything begins. */
static void lay_before(keel_book_state *book)
{
	static const char *const read[] = {"book.read-1", "book.read-2", "book.read-3"};
	const keel_core *core = book->core;
	char key[80], line[600];
	keel_book_chapter(book, "before", keel_say_text(core, "book.before"), 1);
	for (int i = 0; i < 3; i++) {
		keel_book_say(book, 10, false, KEEL_INK_PLAIN, keel_say_text(core, read[i]));
		book->y += 4;
	}
	book->y += 8;
	keel_book_say(book, 12, true, KEEL_INK_ACCENT, keel_say_text(core, "book.stop"));
	keel_book_say(book, 10, false, KEEL_INK_PLAIN, keel_say_text(core, "book.stop-rule"));
	book->y += 4;
	keel_book_say(book, 10, false, KEEL_INK_PLAIN, keel_say_text(core, "book.stop-unwell"));
	for (int tier = KEEL_TIER_EMERGENCY; tier <= KEEL_TIER_SAME_DAY; tier++) {
		book->y += 12;
		keel_book_say(book, 12, true, KEEL_INK_ACCENT,
			      keel_say_text(core, tier == KEEL_TIER_EMERGENCY ? "book.help-now"
									      : "book.seen-today"));
		for (int i = 0; i < core->catalogue->question_count; i++) {
			const keel_question *question = &core->catalogue->questions[i];
			if (question->tier != tier)
				continue;
			snprintf(key, sizeof key, "screen.%s.ask", question->id);
			snprintf(line, sizeof line, "·  %s", keel_say_text(core, key));
			keel_book_say(book, 10, false, KEEL_INK_PLAIN, line);
		}
	}
	keel_book_turn(book);
}

static void lay_contents(keel_book_state *book)
{
	char key[80];
	const keel_catalogue *catalogue = book->core->catalogue;
	keel_book_chapter(book, "contents", keel_say_text(book->core, "book.contents"), 2);
	for (int i = 0; i < catalogue->movement_count; i++) {
		int aim = catalogue->movements[book->order[i]].aim;
		if (i == 0 || catalogue->movements[book->order[i - 1]].aim != aim) {
			snprintf(key, sizeof key, "aim.%s", keel_aim_names[aim]);
			keel_book_room(book, 46); /* a heading never stands alone */
			book->y += 5;
			keel_book_say(book, 10, true, KEEL_INK_ACCENT,
				      keel_say_text(book->core, key));
		}
		keel_book_entry(book, book->order[i]);
	}
	keel_book_turn(book);
}

static void outline_movement(keel_book_state *book, const keel_movement *movement, bool is_new_aim)
{
	char key[80];
	snprintf(key, sizeof key, "aim.%s", keel_aim_names[movement->aim]);
	if (is_new_aim)
		keel_page_outline(book->page, 0, keel_say_text(book->core, key), movement->id);
	keel_page_outline(book->page, 1, keel_say_movement(book->core, movement->id, "name"),
			  movement->id);
}

/* A page; letters become smaller until all of it is there. */
static void lay_movement(keel_book_state *book, int movement)
{
	keel_card card = {0};
	float bottom = KEEL_BOOK_HEIGHT, letters = LETTERS_MOST;
	const keel_movement *facts = &book->core->catalogue->movements[movement];
	while (book->err == KEEL_ERR_OK && bottom > KEEL_BOOK_BOTTOM && letters >= LETTERS_LEAST) {
		const keel_card_def def = card_of(book, letters);
		keel_card_free(&card);
		keel_layout_clear(book->layout);
		keel_layout_anchor(book->layout, facts->id, 0);
		book->err =
			keel_card_lay(&card, book->core, facts, &def, book->layout, &bottom);
		letters -= .4f;
	}
	if (book->err == KEEL_ERR_OK && bottom > KEEL_BOOK_BOTTOM)
		book->err = KEEL_ERR_TOO_LARGE;
	keel_book_turn(book);
	keel_card_free(&card);
}

static void lay_movements(keel_book_state *book)
{
	const keel_catalogue *catalogue = book->core->catalogue;
	for (int i = 0; i < catalogue->movement_count && book->err == KEEL_ERR_OK; i++) {
		int movement = book->order[i];
		const keel_movement *facts = &catalogue->movements[movement];
		bool is_new_aim =
			i == 0 || catalogue->movements[book->order[i - 1]].aim != facts->aim;
		outline_movement(book, facts, is_new_aim);
		lay_movement(book, movement);
	}
}

static void lay_front(keel_book_state *book)
{
	book->page_number = 1;
	lay_title(book);
	lay_before(book);
	lay_contents(book);
}

/* Pages are counted first: the contents stand before what they name. */
static keel_err lay_book(keel_book_state *book, keel_page *page)
{
	sort_movements(book);
	lay_front(book);
	for (int i = 0; i < book->core->catalogue->movement_count; i++)
		book->page_of[book->order[i]] = book->page_number + i;
	book->page = page;
	keel_page_title(page, keel_say_text(book->core, "book.title"));
	lay_front(book);
	lay_movements(book);
	keel_book_lay_lists(book);
	return book->err;
}

int keel_book(keel_core *core, const char *path)
{
	if (path == NULL || strlen(path) < 5 || strcmp(path + strlen(path) - 4, ".pdf") != 0) {
		fprintf(stderr, "keel catalogue book: name a file that ends in .pdf with -o\n");
		return KEEL_EXIT_USAGE;
	}
	keel_book_state *book = calloc(1, sizeof *book);
	keel_layout *layout = keel_layout_create(KEEL_PICTURE_LIGHT);
	keel_page *page = keel_page_create(path, KEEL_BOOK_WIDTH, KEEL_BOOK_HEIGHT);
	keel_err err = book == NULL || layout == NULL ? KEEL_ERR_NO_MEMORY
		       : page == NULL		      ? KEEL_ERR_IO
						      : KEEL_ERR_OK;
	if (err == KEEL_ERR_OK) {
		book->core = core;
		book->layout = layout;
		keel_layout_print(layout);
		err = lay_book(book, page);
	}
	if (err == KEEL_ERR_OK) {
		err = keel_page_finish(page, NULL);
		page = NULL;
	}
	int page_count = book == NULL ? 0 : book->page_number - 1;
	keel_page_discard(page);
	keel_layout_destroy(layout);
	free(book);
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "keel catalogue book: %s: %s\n", path, keel_err_sentence(err));
		return KEEL_EXIT_WORLD;
	}
	printf("%d pages, %d movements: %s\n", page_count, core->catalogue->movement_count, path);
	return KEEL_EXIT_DONE;
}
