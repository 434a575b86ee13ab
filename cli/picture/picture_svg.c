/* SVG by hand: whole numbers of 0.9 mm of the room, steps relative, so that they compress well.
 * What is soft (shade, light, the ghost) is rounded to twice that: nobody sees it, and it halves
 * what the numbers say. */
#include <math.h>
#include <string.h>

#include "cli/picture/picture_inside.h"

#define PER_CM KEEL_SVG_PER_CM

static bool is_soft(keel_paint paint)
{
	return paint == KEEL_PAINT_LIGHT || paint == KEEL_PAINT_GHOST ||
	       paint == KEEL_PAINT_GHOST_LINE;
}

static void put_number(FILE *file, long value, bool is_first)
{
	fprintf(file, is_first || value < 0 ? "%ld" : " %ld", value);
}

static void put_path_data(FILE *file, const keel_display_word *words, int count, long step)
{
	float per_cm = PER_CM / (float)step;
	long x = 0, y = 0;
	int last = -1;
	for (int i = 0; i < count;) {
		int op = words[i].i;
		int pairs = op == KEEL_DISPLAY_CUBIC ? 3 : op == KEEL_DISPLAY_CLOSE ? 0 : 1;
		long to_x = x, to_y = y;
		if (op == KEEL_DISPLAY_MOVE)
			fputc('M', file);
		else if (op == KEEL_DISPLAY_CLOSE)
			fputc('z', file);
		else if (op != last)
			fputc(op == KEEL_DISPLAY_CUBIC ? 'c' : 'l', file);
		for (int k = 0; k < pairs; k++) {
			to_x = step * lroundf(words[i + 1 + 2 * k].f * per_cm);
			to_y = step * lroundf(words[i + 2 + 2 * k].f * per_cm);
			bool is_first = k == 0 && (op != last || op == KEEL_DISPLAY_MOVE);
			long from_x = op == KEEL_DISPLAY_MOVE ? 0 : x,
			     from_y = op == KEEL_DISPLAY_MOVE ? 0 : y;
			put_number(file, to_x - from_x, is_first);
			put_number(file, to_y - from_y, false);
		}
		x = to_x;
		y = to_y;
		last = op;
		i += 1 + 2 * pairs;
	}
}

void keel_picture_put_path(FILE *file, keel_picture_theme theme, const keel_display_word *path,
			   int coarse)
{
	uint32_t rgba = keel_picture_faded(
		keel_picture_colour(theme, (keel_paint)path[0].i, path[3].f), path[2].f);
	bool is_dotted = path[1].i & KEEL_DISPLAY_DOTTED;
	fprintf(file, is_dotted ? "<path class=\"d\" stroke=\"#%06x\"" : "<path fill=\"#%06x\"",
		(unsigned)(rgba >> 8));
	if ((rgba & 255) != 255)
		fprintf(file, " %s-opacity=\".%02u\"", is_dotted ? "stroke" : "fill",
			(unsigned)((rgba & 255) * 99 / 255));
	if (path[1].i & KEEL_DISPLAY_EVEN_ODD)
		fputs(" fill-rule=\"evenodd\"", file);
	fputs(" d=\"", file);
	put_path_data(file, path + KEEL_DISPLAY_PATH_WORDS, path[4].i,
		      coarse * (is_soft((keel_paint)path[0].i) ? 2 : 1));
	fputs("\"/>\n", file);
}

void keel_picture_put_paths(FILE *file, keel_picture_theme theme, const keel_display_list *list)
{
	for (int i = 0; i < list->word_count;) {
		const keel_display_word *path = list->words + i;
		keel_picture_put_path(file, theme, path, 1);
		i += KEEL_DISPLAY_PATH_WORDS + path[4].i;
	}
}

void keel_picture_put_text(FILE *file, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '<':
			fputs("&lt;", file);
			break;
		case '>':
			fputs("&gt;", file);
			break;
		case '&':
			fputs("&amp;", file);
			break;
		case '"':
			fputs("&quot;", file);
			break;
		default:
			fputc(*text, file);
			break;
		}
	}
}

void keel_picture_put_head(FILE *file, const keel_picture_def *def, keel_box box)
{
	float wide = box.right - box.left, high = box.bottom - box.top;
	fprintf(file,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
		"viewBox=\"%.0f %.0f %.0f %.0f\"",
		(double)(wide * def->scale), (double)(high * def->scale),
		(double)(box.left * PER_CM), (double)(box.top * PER_CM), (double)(wide * PER_CM),
		(double)(high * PER_CM));
	if (def->label != NULL) {
		fputs(" role=\"img\" aria-label=\"", file);
		keel_picture_put_text(file, def->label);
		fputc('"', file);
	}
	fputs(">\n" KEEL_SVG_DOTS, file);
	if (def->has_background)
		fprintf(file, "<path fill=\"#%06x\" d=\"M%.0f %.0fh%.0fv%.0fh%.0fz\"/>\n",
			(unsigned)(keel_picture_paper(def->theme) >> 8),
			(double)(box.left * PER_CM), (double)(box.top * PER_CM),
			(double)(wide * PER_CM), (double)(high * PER_CM), (double)(-wide * PER_CM));
}

keel_err keel_picture_svg(const keel_picture_def *def, const keel_display_list *list, FILE *file)
{
	keel_picture_put_head(file, def, keel_picture_box_of(&def->box, list));
	keel_picture_put_paths(file, def->theme, list);
	fputs("</svg>\n", file);
	return ferror(file) ? KEEL_ERR_IO : KEEL_ERR_OK;
}
