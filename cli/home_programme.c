/* One page, laid out in rows of equal height: so six movements always fit, and fewer have room. The
 * sentences are those of the app's own printed page (ui.print.*).
 */
#include "cli/home_programme.h"

#include <stdio.h>
#include <string.h>

#include "cli/picture/picture_layout.h"
#include "cli/say.h"
#include "cli/sketch.h"

#define WIDTH 595.0f /* A4 in points */
#define HEIGHT 842.0f
#define MARGIN 40.0f
#define TOP 92.0f
#define FOOT 690.0f
#define ROW_MOST 140.0f
#define TEXT_BYTES 900

typedef struct sheet {
	const keel_core *core;
	keel_layout *layout;
	float y;
	keel_sketch sketches[KEEL_HOME_MOVEMENTS_MAX];
	keel_display_list *lists[KEEL_HOME_MOVEMENTS_MAX];
	int count;
} sheet;

static void fill(const char *sentence, const char *const values[2], char *text, size_t text_bytes)
{
	size_t at = 0;
	for (const char *c = sentence; *c != '\0' && at + 1 < text_bytes; c++) {
		bool place = c[0] == '{' && (c[1] == '0' || c[1] == '1') && c[2] == '}';
		if (!place) {
			text[at++] = *c;
			continue;
		}
		int n = snprintf(text + at, text_bytes - at, "%s", values[c[1] - '0']);
		at = n < 0 || (size_t)n >= text_bytes - at ? text_bytes - 1 : at + (size_t)n;
		c += 2;
	}
	text[at] = '\0';
}

static void say(const sheet *s, const char *key, const char *a, const char *b, char *text)
{
	const char *const values[2] = {a, b};
	fill(keel_say_text(s->core, key), values, text, TEXT_BYTES);
}

static float paragraph(sheet *s, float size, bool is_bold, keel_ink ink, float left, float right,
		       const char *text)
{
	const keel_words how = {size, is_bold, ink, 0};
	const keel_box column = {left, s->y, right, 0};
	s->y = keel_layout_paragraph(s->layout, &how, &column, text);
	return s->y;
}

static void cut(keel_text from, char *text, size_t text_bytes)
{
	size_t n = (size_t)from.byte_count < text_bytes ? (size_t)from.byte_count : text_bytes - 1;
	memcpy(text, from.bytes, n);
	text[n] = '\0';
}

/* The last word of a type that the record holds and nobody took back. */
static const keel_event *last_of(const keel_core *core, keel_event_type type, int32_t edit)
{
	for (int i = keel_log_count(core->log) - 1; i >= 0; i--) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		const keel_event *event = entry->event;
		bool wanted = !entry->retracted && event->type == type;
		if (wanted && (edit < 0 || event->u.clinician_edit.edit == edit))
			return event;
	}
	return NULL;
}

static void lay_head(sheet *s)
{
	char title[TEXT_BYTES], by[TEXT_BYTES], line[2 * TEXT_BYTES], date[64];
	char name[61] = "", role[61] = "";
	const keel_event *profile = last_of(s->core, KEEL_EVENT_PROFILE, -1);
	const keel_event *edit = last_of(s->core, KEEL_EVENT_CLINICIAN_EDIT, KEEL_EDIT_PRESCRIBE);
	if (profile != NULL)
		cut(profile->u.profile.name, name, sizeof name);
	say(s, name[0] != '\0' ? "ui.print.title-of" : "ui.print.title", name, "", title);
	s->y = MARGIN;
	paragraph(s, 22, true, KEEL_INK_PLAIN, MARGIN, WIDTH - MARGIN, title);
	if (s->core->allowed.programme == KEEL_PROGRAMME_CLINICIAN && edit != NULL) {
		cut(edit->u.clinician_edit.name, name, sizeof name);
		cut(edit->u.clinician_edit.role, role, sizeof role);
		say(s, "ui.print.by", name, role, by);
	} else {
		say(s, "ui.print.by-keel", "", "", by);
	}
	keel_say_date(s->core->moment.date, date, sizeof date);
	snprintf(line, sizeof line, "%s  ·  %s", date, by);
	paragraph(s, 10.5f, false, KEEL_INK_SOFT, MARGIN, WIDTH - MARGIN, line);
}

static void rule(sheet *s, float y, keel_ink ink)
{
	const keel_box line = {MARGIN, y, WIDTH - MARGIN, y + 1};
	keel_layout_panel(s->layout, &line, 0, ink);
}

/* The breaths of the parts that move, each said once. */
static void say_breath(const sheet *s, const keel_movement *movement, char *text)
{
	char list[200] = "", key[40];
	uint32_t said = 0;
	for (int i = 0; i < movement->phase_count; i++) {
		const keel_phase *phase = &movement->phases[i];
		if (phase->hold || (said >> phase->breath & 1u))
			continue;
		said |= 1u << phase->breath;
		snprintf(key, sizeof key, "breath.%s", keel_breath_names[phase->breath]);
		size_t at = strlen(list);
		snprintf(list + at, sizeof list - at, "%s%s", at > 0 ? ", " : "",
			 keel_say_text(s->core, key));
	}
	say(s, "ui.print.breath", said != 0 ? list : keel_say_text(s->core, "breath.easy"), "",
	    text);
}

static void say_steps(const sheet *s, const keel_movement *movement, char *text)
{
	char key[16];
	size_t at = 0;
	text[0] = '\0';
	for (int i = 1; i <= 12 && at < TEXT_BYTES; i++) {
		snprintf(key, sizeof key, "how.%d", i);
		const char *step = keel_say_movement(s->core, movement->id, key);
		if (step[0] == '\0')
			return;
		int n = snprintf(text + at, TEXT_BYTES - at, "%s%s", i > 1 ? " " : "", step);
		at += n > 0 ? (size_t)n : 0;
	}
}

static int phase_of(const keel_movement *movement)
{
	for (int i = 0; i < movement->phase_count; i++)
		if (!movement->phases[i].hold)
			return i;
	return 0;
}

static keel_err lay_figure(sheet *s, int index, const keel_movement *movement, keel_box into)
{
	const keel_sketch_def def = {.mirrored = false};
	keel_err err = keel_sketch_open(&s->sketches[index], s->core, movement, &def);
	s->count = index + 1;
	if (err != KEEL_ERR_OK)
		return err;
	s->lists[index] =
		keel_sketch_list(&s->sketches[index], phase_of(movement), 1, true);
	if (s->lists[index] == NULL)
		return KEEL_ERR_NO_MEMORY;
	keel_box seen = KEEL_SKETCH_NOTHING;
	keel_sketch_see(s->lists[index], &seen);
	float wide = (into.right - into.left) / (seen.right - seen.left);
	float high = (into.bottom - into.top) / (seen.bottom - seen.top);
	const keel_layout_figure_def figure = {s->lists[index], seen, into,
					       wide < high ? wide : high, 0};
	keel_layout_figure(s->layout, &figure);
	return KEEL_ERR_OK;
}

/* Letters as large as the row allows: name, dose, the lines of the steps, breath. */
static float size_that_fits(const sheet *s, const char *steps, float width, float height)
{
	float size = 10.5f;
	for (; size > 6.5f; size -= .3f) {
		const keel_words how = {size, false, KEEL_INK_PLAIN, 0};
		float share = keel_layout_width_of(s->layout, &how, steps) / width;
		float lines = (float)(int)(share * 1.08f + 1) + 1.35f + 1.25f + 1;
		if (lines * size * 1.36f <= height - 16)
			break;
	}
	return size;
}

static keel_err lay_item(sheet *s, int index, float top, float height)
{
	const keel_item *item = &s->core->prescription.items[index];
	const keel_movement *movement = &s->core->catalogue->movements[item->movement];
	char dose[160], steps[TEXT_BYTES], breath[TEXT_BYTES];
	float figure = height * 1.25f < 165 ? height * 1.25f : 165;
	keel_box into = {MARGIN, top + 8, MARGIN + figure, top + height - 8};
	float left = MARGIN + figure + 18, right = WIDTH - MARGIN;
	keel_say_dose(movement, &item->dose, dose, sizeof dose);
	say_steps(s, movement, steps);
	say_breath(s, movement, breath);
	float size = size_that_fits(s, steps, right - left, height);
	s->y = top + 10;
	paragraph(s, size * 1.35f, true, KEEL_INK_PLAIN, left, right,
		  keel_say_movement(s->core, movement->id, "name"));
	paragraph(s, size * 1.25f, true, KEEL_INK_ACCENT, left, right, dose);
	paragraph(s, size, false, KEEL_INK_PLAIN, left, right, steps);
	paragraph(s, size, false, KEEL_INK_SOFT, left, right, breath);
	rule(s, top + height, KEEL_INK_LINE);
	return lay_figure(s, index, movement, into);
}

static const char *emergency_number(const sheet *s)
{
	const keel_event *profile = last_of(s->core, KEEL_EVENT_PROFILE, -1);
	char key[40], country[3] = "";
	if (profile != NULL)
		cut(profile->u.profile.country, country, sizeof country);
	snprintf(key, sizeof key, "emergency.number.%s", country);
	const char *number = country[0] == '\0' ? "" : keel_say_text(s->core, key);
	return number[0] != '\0' ? number : keel_say_text(s->core, "emergency.number.other");
}

static void lay_foot(sheet *s)
{
	char help[TEXT_BYTES];
	float middle = WIDTH * .58f;
	static const char *const stops[] = {"ui.print.stop-pain", "ui.print.stop-leg",
					    "ui.print.stop-after"};
	rule(s, FOOT, KEEL_INK_ACCENT);
	s->y = FOOT + 8;
	paragraph(s, 11, true, KEEL_INK_PLAIN, MARGIN, middle,
		  keel_say_text(s->core, "ui.print.stop"));
	for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
		paragraph(s, 9, false, KEEL_INK_PLAIN, MARGIN, middle,
			  keel_say_text(s->core, stops[i]));
	s->y = FOOT + 8;
	float left = middle + 20, right = WIDTH - MARGIN;
	say(s, "ui.print.emergency", emergency_number(s), "", help);
	paragraph(s, 11, true, KEEL_INK_PLAIN, left, right,
		  keel_say_text(s->core, "ui.print.help"));
	paragraph(s, 9, false, KEEL_INK_PLAIN, left, right, help);
	paragraph(s, 9, false, KEEL_INK_PLAIN, left, right,
		  keel_say_text(s->core, "ui.print.unwell"));
}

static keel_err lay_sheet(sheet *s)
{
	int count = s->core->prescription.item_count;
	if (count > KEEL_HOME_MOVEMENTS_MAX)
		count = KEEL_HOME_MOVEMENTS_MAX;
	float height = (FOOT - 6 - TOP) / (float)count;
	if (height > ROW_MOST)
		height = ROW_MOST;
	lay_head(s);
	rule(s, TOP - 4, KEEL_INK_ACCENT);
	keel_err err = KEEL_ERR_OK;
	for (int i = 0; i < count && err == KEEL_ERR_OK; i++)
		err = lay_item(s, i, TOP + (float)i * height, height);
	lay_foot(s);
	return err;
}

keel_err keel_home_programme(const keel_core *core, const char *path)
{
	if (core->allowed.locked || core->prescription.item_count == 0)
		return KEEL_ERR_LOCKED;
	sheet s = {.core = core, .layout = keel_layout_create(KEEL_PICTURE_LIGHT)};
	if (s.layout == NULL)
		return KEEL_ERR_NO_MEMORY;
	keel_layout_print(s.layout);
	keel_err err = lay_sheet(&s);
	if (err == KEEL_ERR_OK)
		err = keel_layout_pdf(s.layout, WIDTH, HEIGHT, path);
	keel_layout_destroy(s.layout);
	for (int i = 0; i < s.count; i++) {
		keel_sketch_free(s.lists[i]);
		keel_sketch_close(&s.sketches[i]);
	}
	return err;
}
