#include "cli/card.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/say.h"

#define TEXT_BYTES 600
#define PANEL_COLUMNS_MAX 4
#define STRIP_POSES 6

/* Where the next thing goes. */
typedef struct pen {
	keel_layout *layout;
	const keel_core *core;
	const keel_movement *movement;
	const keel_card_def *def;
	float size; /* of plain letters */
	float left, right, y;
} pen;

static float paragraph(pen *p, float size_factor, bool is_bold, keel_ink ink, const char *text)
{
	const keel_words how = {p->size * size_factor, is_bold, ink, 0};
	const keel_box column = {p->left, p->y, p->right, 0};
	p->y = keel_layout_paragraph(p->layout, &how, &column, text);
	return p->y;
}

static void heading(pen *p, const char *key)
{
	p->y += p->size * .9f;
	paragraph(p, .92f, true, KEEL_INK_ACCENT, keel_say_text(p->core, key));
	p->y += p->size * .15f;
}

void keel_card_names(const keel_core *core, const char *prefix, const char *const *names,
		     uint32_t set, char *text, size_t text_bytes)
{
	size_t at = 0;
	char key[80];
	text[0] = '\0';
	for (int i = 0; i < 32 && set >> i != 0; i++) {
		if (!(set >> i & 1u))
			continue;
		snprintf(key, sizeof key, "%s.%s", prefix, names[i]);
		int n = snprintf(text + at, text_bytes - at, "%s%s", at > 0 ? ", " : "",
				 keel_say_text(core, key));
		if (n < 0 || (size_t)n >= text_bytes - at)
			return;
		at += (size_t)n;
	}
}

/* Aim, stage, position and things on one line; name; what it is for. */
static void lay_head(pen *p)
{
	const keel_movement *m = p->movement;
	char line[TEXT_BYTES], key[80], positions[200], things[200];
	size_t at;
	snprintf(key, sizeof key, "aim.%s", keel_aim_names[m->aim]);
	at = (size_t)snprintf(line, sizeof line, "%s", keel_say_text(p->core, key));
	snprintf(key, sizeof key, "stage.%s", keel_stage_names[m->stage]);
	keel_card_names(p->core, "position", keel_position_names, m->positions, positions,
			sizeof positions);
	keel_card_names(p->core, "equipment", keel_equipment_names, m->equipment, things,
			sizeof things);
	snprintf(line + at, sizeof line - at, "  ·  %s  ·  %s%s%s", keel_say_text(p->core, key),
		 positions, things[0] != '\0' ? "  ·  " : "", things);
	paragraph(p, .85f, false, KEEL_INK_ACCENT, line);
	paragraph(p, 2, true, KEEL_INK_PLAIN, keel_say_movement(p->core, m->id, "name"));
	paragraph(p, 1.1f, false, KEEL_INK_SOFT, keel_say_movement(p->core, m->id, "why"));
	heading(p, "book.set-up");
	paragraph(p, 1, false, KEEL_INK_PLAIN, keel_say_movement(p->core, m->id, "setup"));
}

/* Whole seconds, as a person counts: a half is said as between two. */
static void say_time(const keel_core *core, int32_t ms, char *text, size_t text_bytes)
{
	int32_t whole = ms / 1000, rest = ms % 1000;
	if (ms < 750)
		snprintf(text, text_bytes, "%s", keel_say_text(core, "book.moment"));
	else if (rest >= 300 && rest <= 700)
		snprintf(text, text_bytes, "%d–%d s", whole, whole + 1);
	else
		snprintf(text, text_bytes, "%d s", (ms + 500) / 1000);
}

static void say_phase(const pen *p, const keel_phase *phase, char *note, size_t note_bytes)
{
	char time[40], key[80];
	int32_t ms = phase->dose_length ? p->movement->rungs[0].hold_s * 1000 : phase->length_ms;
	say_time(p->core, ms, time, sizeof time);
	snprintf(key, sizeof key, "breath.%s", keel_breath_names[phase->breath]);
	snprintf(note, note_bytes, "%s %s · %s",
		 keel_say_text(p->core, phase->hold ? "book.hold" : "book.move"), time,
		 keel_say_text(p->core, key));
}

typedef struct panel_row {
	int columns;
	float width, gap, scale, height;
	keel_box seen;
} panel_row;

static int columns_of(int count)
{
	if (count <= PANEL_COLUMNS_MAX)
		return count;
	return count <= 6 ? 3 : PANEL_COLUMNS_MAX;
}

/* All pictures at one scale, as large as the widest and the tallest movement let them be. */
static panel_row row_of(const pen *p, const keel_card *card, float height_max)
{
	panel_row row = {.columns = columns_of(card->list_count), .gap = p->size * .8f};
	row.seen = KEEL_SKETCH_NOTHING;
	for (int i = 0; i < card->list_count; i++)
		keel_sketch_see(card->lists[i], &row.seen);
	row.width = (p->right - p->left + row.gap) / (float)row.columns - row.gap;
	row.scale = fminf(row.width / (row.seen.right - row.seen.left),
			  height_max / (row.seen.bottom - row.seen.top));
	row.height = (row.seen.bottom - row.seen.top) * row.scale;
	return row;
}

static keel_box lay_panel(pen *p, const panel_row *row, const keel_card *card, int i, float top)
{
	float x = p->left + (float)(i % row->columns) * (row->width + row->gap);
	keel_layout_figure_def figure = {.list = card->lists[i], .seen = row->seen};
	figure.into = (keel_box){x, top, x + row->width, top + row->height};
	figure.scale = row->scale;
	figure.radius = p->size * .8f;
	keel_layout_panel(p->layout, &figure.into, figure.radius, KEEL_INK_PANEL);
	keel_layout_figure(p->layout, &figure);
	return figure.into;
}

static float lay_caption(pen *p, const keel_box *panel, int i)
{
	const keel_phase *phase = &p->movement->phases[i];
	const char *cue = keel_say_text(p->core, phase->cue);
	char caption[TEXT_BYTES], note[200];
	const keel_words cue_words = {p->size, true, KEEL_INK_PLAIN, 0};
	const keel_words note_words = {p->size * .9f, false, KEEL_INK_SOFT, 0};
	if (cue[0] == '\0')
		cue = keel_say_text(p->core, phase->hold ? "book.hold" : "book.on");
	snprintf(caption, sizeof caption, "%d  %s", i + 1, cue);
	say_phase(p, phase, note, sizeof note);
	keel_box column = {panel->left, panel->bottom + p->size * .3f, panel->right, 0};
	column.top = keel_layout_paragraph(p->layout, &cue_words, &column, caption);
	return keel_layout_paragraph(p->layout, &note_words, &column, note);
}

static void lay_pictures(pen *p, const keel_card *card)
{
	bool is_wide = p->def->is_full;
	panel_row row = row_of(p, card, p->size * (is_wide ? 14.0f : 17.0f));
	float top = p->y + p->size * .9f, below = top;
	for (int i = 0; i < card->list_count; i++) {
		if (i > 0 && i % row.columns == 0)
			top = below + p->size * .9f;
		keel_box panel = lay_panel(p, &row, card, i, top);
		below = fmaxf(below, lay_caption(p, &panel, i));
	}
	p->y = below;
}

/* A dot, full for where one begins, and the words of a rung. */
static void lay_rung(pen *p, int i)
{
	const keel_movement *m = p->movement;
	char dose[160], line[TEXT_BYTES];
	bool is_seed = keel_say_is_seed_dose(m, i + 1);
	const char *key = i == 0 ? (is_seed ? "book.dose-first-seed" : "book.dose-first")
				 : (is_seed ? "book.dose-seed" : "");
	keel_say_dose(m, &m->rungs[i], dose, sizeof dose);
	const char *mark = keel_say_text(p->core, key);
	snprintf(line, sizeof line, "%s%s%s", dose, mark[0] != '\0' ? "  ·  " : "", mark);
	float r = p->size * .28f, middle = p->y + p->size * .68f, indent = p->size * 1.1f;
	keel_box dot = {p->left, middle - r, p->left + 2 * r, middle + r};
	keel_layout_panel(p->layout, &dot, r, i == 0 ? KEEL_INK_ACCENT : KEEL_INK_LINE);
	p->left += indent;
	paragraph(p, 1, i == 0, KEEL_INK_PLAIN, line);
	p->left -= indent;
}

static void lay_doses(pen *p)
{
	char key[80];
	heading(p, "book.dose");
	for (int i = 0; i < p->movement->rung_count; i++)
		lay_rung(p, i);
	snprintf(key, sizeof key, "book.sides-%s", keel_sides_names[p->movement->sides]);
	if (p->movement->sides == KEEL_SIDES_NONE)
		return;
	heading(p, "book.sides");
	paragraph(p, 1, false, KEEL_INK_PLAIN, keel_say_text(p->core, key));
}

/* A swatch of the colour that glows, and what it stands for. */
static void lay_muscles(pen *p, const char *key, keel_ink ink, uint32_t muscles)
{
	char names[400], line[TEXT_BYTES];
	if (muscles == 0)
		return;
	keel_card_names(p->core, "muscle", keel_muscle_names, muscles, names, sizeof names);
	snprintf(line, sizeof line, "%s %s", keel_say_text(p->core, key), names);
	float side = p->size * .75f, top = p->y + p->size * .3f, indent = p->size * 1.2f;
	keel_box swatch = {p->left, top, p->left + side, top + side};
	keel_layout_panel(p->layout, &swatch, side * .3f, ink);
	p->left += indent;
	paragraph(p, 1, false, KEEL_INK_PLAIN, line);
	p->left -= indent;
}

static void lay_stop(pen *p)
{
	heading(p, "book.stop");
	paragraph(p, 1, false, KEEL_INK_PLAIN,
		  keel_say_text(p->core, p->movement->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED
						 ? "book.stop-none-added"
						 : "book.stop-rule"));
}

static void lay_steps(pen *p)
{
	char key[20], number[12];
	const keel_words number_words = {p->size, true, KEEL_INK_ACCENT, 0};
	heading(p, "book.steps");
	for (int i = 1; i <= 12; i++) {
		snprintf(key, sizeof key, "how.%d", i);
		const char *step = keel_say_movement(p->core, p->movement->id, key);
		if (step[0] == '\0')
			break;
		snprintf(number, sizeof number, "%d", i);
		keel_layout_line(p->layout, &number_words, p->left, p->y + p->size * 1.02f, number);
		p->left += p->size * 1.2f;
		paragraph(p, 1, false, KEEL_INK_PLAIN, step);
		p->left -= p->size * 1.2f;
	}
	heading(p, "book.notice");
	paragraph(p, 1, false, KEEL_INK_PLAIN,
		  keel_say_movement(p->core, p->movement->id, "feel"));
}

static void lay_faults(pen *p)
{
	char key[80], line[TEXT_BYTES];
	if (p->movement->fault_count == 0)
		return;
	heading(p, "book.watch");
	for (int i = 0; i < p->movement->fault_count; i++) {
		const keel_fault *fault = &p->movement->faults[i];
		snprintf(key, sizeof key, "fault.%s", fault->id);
		const char *cue = keel_say_text(p->core, fault->cue);
		snprintf(line, sizeof line, "%s %s%s",
			 keel_say_movement(p->core, p->movement->id, key), cue,
			 cue[0] != '\0' ? "." : "");
		paragraph(p, 1, false, KEEL_INK_PLAIN, line);
	}
}

static void lay_neighbour(pen *p, const char *key, int index)
{
	char line[TEXT_BYTES], page[40] = "";
	if (index == KEEL_NO_MOVEMENT)
		return;
	const char *id = p->core->catalogue->movements[index].id;
	if (p->def->page_of != NULL)
		snprintf(page, sizeof page, " (p. %d)", p->def->page_of[index]);
	snprintf(line, sizeof line, "%s %s%s", keel_say_text(p->core, key),
		 keel_say_movement(p->core, id, "name"), page);
	float top = p->y;
	paragraph(p, 1, false, KEEL_INK_PLAIN, line);
	if (p->def->page_of != NULL) {
		keel_box box = {p->left, top, p->right, p->y};
		keel_layout_link(p->layout, &box, id);
	}
}

static void lay_sources(pen *p)
{
	char line[TEXT_BYTES], key[80];
	size_t at = (size_t)snprintf(line, sizeof line, "%s",
				     keel_say_text(p->core, "book.sources"));
	for (int i = 0; i < p->movement->source_count && at < sizeof line; i++) {
		snprintf(key, sizeof key, "source.%s", p->movement->sources[i]);
		int n = snprintf(line + at, sizeof line - at, "%s %s", i > 0 ? ";" : "",
				 keel_say_text(p->core, key));
		at += n > 0 ? (size_t)n : 0;
	}
	p->y += p->size * .9f;
	paragraph(p, .85f, false, KEEL_INK_SOFT, line);
}

/* Two columns below the pictures: how and how much on the left, what to mind on the right. */
static void lay_columns(pen *p)
{
	const keel_movement *m = p->movement;
	float left = p->left, right = p->right, top = p->y, gap = p->size * 2;
	float share = p->def->is_full ? .52f : .5f;
	p->right = left + (right - left) * share - gap / 2;
	if (p->def->is_full)
		lay_steps(p);
	lay_doses(p);
	float below = p->y;
	p->left = left + (right - left) * share + gap / 2;
	p->right = right;
	p->y = top;
	p->y += p->size * .9f;
	lay_muscles(p, "book.stretches", KEEL_INK_STRETCH, m->lengthens);
	lay_muscles(p, "book.works", KEEL_INK_WORK, m->works);
	if (p->def->is_full)
		lay_faults(p);
	lay_stop(p);
	if (p->def->is_full && (m->easier != KEEL_NO_MOVEMENT || m->harder != KEEL_NO_MOVEMENT)) {
		p->y += p->size * .9f;
		lay_neighbour(p, "book.easier", m->easier);
		lay_neighbour(p, "book.harder", m->harder);
	}
	p->left = left;
	p->y = fmaxf(p->y, below);
	if (p->def->is_full)
		lay_sources(p);
}

static pen pen_of(keel_layout *layout, const keel_core *core, const keel_movement *movement,
		  const keel_card_def *def)
{
	return (pen){.layout = layout,
		     .core = core,
		     .movement = movement,
		     .def = def,
		     .size = def->size,
		     .left = def->page.left,
		     .right = def->page.right,
		     .y = def->page.top};
}

static keel_err add_picture(keel_card *card, int phase, float t01, bool with_way)
{
	keel_display_list *list = keel_sketch_list(&card->sketch, phase, t01, with_way);
	if (list == NULL)
		return KEEL_ERR_NO_MEMORY;
	card->lists[card->list_count++] = list;
	return KEEL_ERR_OK;
}

keel_err keel_card_lay(keel_card *card, const keel_core *core, const keel_movement *movement,
		       const keel_card_def *def, keel_layout *layout, float *bottom)
{
	*card = (keel_card){0};
	keel_err err = keel_sketch_open(&card->sketch, core, movement, &def->sketch);
	for (int i = 0; i < movement->phase_count && err == KEEL_ERR_OK; i++)
		err = add_picture(card, i, 1, !movement->phases[i].hold);
	if (err != KEEL_ERR_OK)
		return err;
	pen p = pen_of(layout, core, movement, def);
	lay_head(&p);
	lay_pictures(&p, card);
	lay_columns(&p);
	*bottom = p.y;
	return KEEL_ERR_OK;
}

keel_err keel_card_strip(keel_card *card, const keel_core *core, const keel_movement *movement,
			 const keel_card_def *def, keel_layout *layout, float *bottom)
{
	int phases[STRIP_POSES];
	*card = (keel_card){0};
	keel_err err = keel_sketch_open(&card->sketch, core, movement, &def->sketch);
	int count =
		err == KEEL_ERR_OK ? keel_sketch_key_phases(&card->sketch, phases, STRIP_POSES) : 0;
	for (int i = 0; i < count && err == KEEL_ERR_OK; i++) {
		bool is_start = phases[i] < 0;
		err = add_picture(card, is_start ? 0 : phases[i], is_start ? 0 : 1, !is_start);
	}
	/* A movement that stands still has one pose; it is seen with what works in it. */
	if (err == KEEL_ERR_OK && count == 1)
		err = add_picture(card, 0, 1, true);
	if (err != KEEL_ERR_OK)
		return err;
	pen p = pen_of(layout, core, movement, def);
	panel_row row = row_of(&p, card, p.size * 24);
	for (int i = 0; i < card->list_count; i++) {
		float top = p.y + (float)(i / row.columns) * (row.height + row.gap);
		lay_panel(&p, &row, card, i, top);
		*bottom = top + row.height;
	}
	return KEEL_ERR_OK;
}

void keel_card_free(keel_card *card)
{
	for (int i = 0; i < card->list_count; i++)
		keel_sketch_free(card->lists[i]);
	card->list_count = 0;
	keel_sketch_close(&card->sketch);
}
