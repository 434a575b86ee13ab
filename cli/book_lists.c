/* Behind the movements: by name, by position, by muscle, and the sources. */
#include <stdio.h>
#include <string.h>

#include "cli/book_page.h"
#include "cli/say.h"

#define SOURCES_MAX 400

static const char *name_of(const keel_book_state *book, int movement)
{
	return keel_say_movement(book->core, book->core->catalogue->movements[movement].id, "name");
}

static void lay_names(keel_book_state *book)
{
	int16_t order[KEEL_MOVEMENTS_MAX];
	int count = book->core->catalogue->movement_count;
	for (int i = 0; i < count; i++) {
		int at = i;
		while (at > 0 && strcmp(name_of(book, i), name_of(book, order[at - 1])) < 0) {
			order[at] = order[at - 1];
			at--;
		}
		order[at] = (int16_t)i;
	}
	keel_book_chapter(book, "index", keel_say_text(book->core, "book.index"), 2);
	for (int i = 0; i < count; i++)
		keel_book_entry(book, order[i]);
	keel_book_turn(book);
}

/* Which set of a movement a list goes by. */
typedef enum list_kind { BY_POSITION, BY_STRETCH, BY_WORK } list_kind;

static uint32_t set_of(const keel_movement *movement, list_kind kind)
{
	return kind == BY_POSITION  ? movement->positions
	       : kind == BY_STRETCH ? movement->lengthens
				    : movement->works;
}

/* One heading a member of the set, and below it every movement that has it: "Bridge 34, …". */
static void lay_list(keel_book_state *book, list_kind kind, const char *prefix,
		     const char *const *names, int name_count)
{
	char key[80], line[4000];
	const keel_catalogue *catalogue = book->core->catalogue;
	for (int bit = 0; bit < name_count; bit++) {
		size_t at = 0;
		for (int i = 0; i < catalogue->movement_count; i++) {
			int movement = book->order[i];
			if (!(set_of(&catalogue->movements[movement], kind) >> bit & 1u) ||
			    at + 200 > sizeof line)
				continue;
			at += (size_t)snprintf(line + at, sizeof line - at, "%s%s %d",
					       at > 0 ? ", " : "", name_of(book, movement),
					       book->page_of[movement]);
		}
		if (at == 0)
			continue;
		snprintf(key, sizeof key, "%s.%s", prefix, names[bit]);
		keel_book_room(book, 22 + keel_book_height(book, 9, line));
		book->y += 6;
		keel_book_say(book, 10, true, KEEL_INK_ACCENT, keel_say_text(book->core, key));
		keel_book_say(book, 9, false, KEEL_INK_PLAIN, line);
	}
}

static void lay_muscles(keel_book_state *book)
{
	const keel_core *core = book->core;
	keel_book_chapter(book, "muscles", keel_say_text(core, "book.muscles"), 2);
	keel_book_say(book, 12, true, KEEL_INK_PLAIN, keel_say_text(core, "book.stretches"));
	lay_list(book, BY_STRETCH, "muscle", keel_muscle_names, keel_muscle_name_count);
	book->y += 14;
	keel_book_say(book, 12, true, KEEL_INK_PLAIN, keel_say_text(core, "book.works"));
	lay_list(book, BY_WORK, "muscle", keel_muscle_names, keel_muscle_name_count);
	keel_book_turn(book);
}

/* Every source once, in the order of its name. */
static void lay_sources(keel_book_state *book)
{
	const char *sources[SOURCES_MAX];
	char key[120], line[600];
	int count = 0;
	const keel_catalogue *catalogue = book->core->catalogue;
	for (int i = 0; i < catalogue->movement_count; i++) {
		const keel_movement *movement = &catalogue->movements[i];
		for (int k = 0; k < movement->source_count && count < SOURCES_MAX; k++) {
			int at = count;
			while (at > 0 && strcmp(movement->sources[k], sources[at - 1]) < 0)
				at--;
			if (at > 0 && strcmp(movement->sources[k], sources[at - 1]) == 0)
				continue;
			memmove(sources + at + 1, sources + at,
				(size_t)(count - at) * sizeof sources[0]);
			sources[at] = movement->sources[k];
			count++;
		}
	}
	keel_book_chapter(book, "sources", keel_say_text(book->core, "book.all-sources"), 2);
	for (int i = 0; i < count; i++) {
		snprintf(key, sizeof key, "source.%s", sources[i]);
		snprintf(line, sizeof line, "%s: %s", sources[i], keel_say_text(book->core, key));
		keel_book_say(book, 9, false, KEEL_INK_PLAIN, line);
	}
	keel_book_turn(book);
}

void keel_book_lay_lists(keel_book_state *book)
{
	if (book->err != KEEL_ERR_OK)
		return;
	lay_names(book);
	keel_book_chapter(book, "positions", keel_say_text(book->core, "book.positions"), 2);
	lay_list(book, BY_POSITION, "position", keel_position_names, keel_position_name_count);
	keel_book_turn(book);
	lay_muscles(book);
	lay_sources(book);
}
