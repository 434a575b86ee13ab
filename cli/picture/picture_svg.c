/* SVG by hand: numbers in tenths of a millimetre of the room, steps relative, so that they compress
 * well. */
#include <math.h>
#include <string.h>

#include "cli/picture/picture_inside.h"

/* One decimal is 0.1 mm at scale 10; a path's numbers are whole tenths of a centimetre times ten.
 */
#define PER_CM 15.0f

static void put_number(FILE *file, long value, bool is_first)
{
	fprintf(file, is_first || value < 0 ? "%ld" : " %ld", value);
}

static void put_path_data(FILE *file, const keel_display_word *words, int count)
{
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
			to_x = lroundf(words[i + 1 + 2 * k].f * PER_CM);
			to_y = lroundf(words[i + 2 + 2 * k].f * PER_CM);
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

static void put_paths(FILE *file, keel_picture_theme theme, const keel_display_list *list)
{
	for (int i = 0; i < list->word_count;) {
		const keel_display_word *path = list->words + i;
		uint32_t rgba = keel_picture_faded(
			keel_picture_colour(theme, (keel_paint)path[0].i, path[3].f), path[2].f);
		bool is_dotted = path[1].i & KEEL_DISPLAY_DOTTED;
		fprintf(file,
			is_dotted ? "<path class=\"d\" stroke=\"#%06x\"" : "<path fill=\"#%06x\"",
			(unsigned)(rgba >> 8));
		if ((rgba & 255) != 255)
			fprintf(file, " %s-opacity=\".%02u\"", is_dotted ? "stroke" : "fill",
				(unsigned)((rgba & 255) * 99 / 255));
		if (path[1].i & KEEL_DISPLAY_EVEN_ODD)
			fputs(" fill-rule=\"evenodd\"", file);
		fputs(" d=\"", file);
		put_path_data(file, path + KEEL_DISPLAY_PATH_WORDS, path[4].i);
		fputs("\"/>\n", file);
		i += KEEL_DISPLAY_PATH_WORDS + path[4].i;
	}
}

static void put_text(FILE *file, const char *text)
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

static void put_head(FILE *file, const keel_picture_def *def, keel_box box)
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
		put_text(file, def->label);
		fputc('"', file);
	}
	fprintf(file,
		">\n<style>.d{fill:none;stroke-width:%.0f;stroke-dasharray:.2 "
		"%.0f;stroke-linecap:round}</style>\n",
		(double)PER_CM, (double)(2.6f * PER_CM));
	if (def->has_background)
		fprintf(file, "<path fill=\"#%06x\" d=\"M%.0f %.0fh%.0fv%.0fh%.0fz\"/>\n",
			(unsigned)(keel_picture_paper(def->theme) >> 8),
			(double)(box.left * PER_CM), (double)(box.top * PER_CM),
			(double)(wide * PER_CM), (double)(high * PER_CM), (double)(-wide * PER_CM));
}

keel_err keel_picture_svg(const keel_picture_def *def, const keel_display_list *list, FILE *file)
{
	put_head(file, def, keel_picture_box_of(&def->box, list));
	put_paths(file, def->theme, list);
	fputs("</svg>\n", file);
	return ferror(file) ? KEEL_ERR_IO : KEEL_ERR_OK;
}

keel_err keel_picture_svg_animated(const keel_picture_def *def,
				   const keel_display_list *const *frames, int frame_count,
				   float seconds, FILE *file)
{
	keel_box box = {1e9f, 1e9f, -1e9f, -1e9f};
	for (int i = 0; i < frame_count; i++) {
		keel_box own = keel_picture_box_of(&def->box, frames[i]);
		box = (keel_box){fminf(box.left, own.left), fminf(box.top, own.top),
				 fmaxf(box.right, own.right), fmaxf(box.bottom, own.bottom)};
	}
	put_head(file, def, box);
	double share = frame_count > 0 ? 100.0 / frame_count : 100;
	/* Each frame is seen for its share of the round; who wants less motion sees the first one,
	 * still. */
	fprintf(file,
		"<style>@keyframes k{0%%,%.3f%%{visibility:visible}%.3f%%,100%%{visibility:hidden}}"
		".k{visibility:hidden;animation:k %.2fs steps(1) infinite}"
		"@media "
		"(prefers-reduced-motion){.k{animation:none}.k:first-of-type{visibility:visible}}</"
		"style>\n",
		share - 1e-3, share, (double)seconds);
	for (int i = 0; i < frame_count; i++) {
		fprintf(file, "<g class=\"k\" style=\"animation-delay:%.3fs\">\n",
			(double)seconds * i / frame_count - (i > 0 ? (double)seconds : 0));
		put_paths(file, def->theme, frames[i]);
		fputs("</g>\n", file);
	}
	fputs("</svg>\n", file);
	return ferror(file) ? KEEL_ERR_IO : KEEL_ERR_OK;
}

static void put_words(FILE *file, const char *text, float x, float y, int size, const char *more)
{
	if (text == NULL)
		return;
	fprintf(file, "<text x=\"%.0f\" y=\"%.0f\" font-size=\"%d\"%s>", (double)x, (double)y, size,
		more);
	put_text(file, text);
	fputs("</text>\n", file);
}

keel_err keel_picture_sheet_svg(const keel_picture_sheet_def *def, FILE *file)
{
	keel_sheet_plan plan = keel_picture_plan_sheet(def);
	bool is_light = def->theme == KEEL_PICTURE_LIGHT;
	fprintf(file,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
		"font-family=\"sans-serif\" "
		"fill=\"%s\">\n<style>.d{fill:none;stroke-width:%.0f;stroke-dasharray:.2 "
		"%.0f;stroke-linecap:round}"
		"</style>\n<path fill=\"#%06x\" d=\"M0 0h%.0fv%.0fH0z\"/>\n",
		(double)plan.width, (double)plan.height, is_light ? "#2a231c" : "#f5ede0",
		(double)PER_CM, (double)(2.6f * PER_CM),
		(unsigned)(keel_picture_paper(def->theme) >> 8), (double)plan.width,
		(double)plan.height);
	put_words(file, def->title, KEEL_SHEET_MARGIN, KEEL_SHEET_MARGIN + 26, 28,
		  " font-weight=\"bold\"");
	put_words(file, def->subtitle, KEEL_SHEET_MARGIN, KEEL_SHEET_MARGIN + 50, 15, "");
	for (int i = 0; i < def->cell_count; i++) {
		const keel_picture_cell *cell = &def->cells[i];
		keel_box card = keel_picture_card(def, &plan, i);
		float origin[2], middle = (card.left + card.right) / 2;
		keel_picture_cell_origin(def, &plan, i, origin);
		fprintf(file,
			"<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"16\" "
			"fill=\"%s\"/>\n",
			(double)card.left, (double)card.top, (double)(card.right - card.left),
			(double)(card.bottom - card.top), is_light ? "#f9e8ca" : "#352a1c");
		fprintf(file, "<g transform=\"translate(%.1f %.1f) scale(%.4f)\">\n",
			(double)origin[0], (double)origin[1], (double)(plan.scale / PER_CM));
		put_paths(file, def->theme, cell->list);
		fputs("</g>\n", file);
		put_words(file, cell->caption, middle, card.bottom - (cell->note ? 26 : 16), 15,
			  " text-anchor=\"middle\"");
		put_words(file, cell->note, middle, card.bottom - 9, 12, " text-anchor=\"middle\"");
	}
	fputs("</svg>\n", file);
	return ferror(file) ? KEEL_ERR_IO : KEEL_ERR_OK;
}
