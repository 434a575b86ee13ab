/* A moving SVG: one group a picture, each seen for its time and then hidden.
 *
 * A body moves in few of its parts at a time, and what stands still gives the same text again: such
 * paths are written once and used by every picture that shows them. Rejected: moving the points of
 * the paths themselves (their number changes as limbs turn), and a script (a picture should not
 * run).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/picture/picture_inside.h"
#include "core/base/hash.h"

#define COARSE 2 /* a moving line may be 2 mm off */

typedef struct path_text {
	char *text;
	uint64_t hash;
	int use_count;
} path_text;

typedef struct moving {
	path_text *paths; /* all that differ */
	int path_count;
	int *used; /* numbers of paths, picture after picture */
	int used_count;
	int *first; /* of each picture, and the end */
} moving;

static size_t path_room(const keel_picture_frame *frames, int frame_count)
{
	size_t count = 1;
	for (int i = 0; i < frame_count; i++)
		count += (size_t)frames[i].list->path_count;
	return count;
}

static char *text_of(keel_picture_theme theme, const keel_display_word *path)
{
	char *text = NULL;
	size_t byte_count = 0;
	FILE *file = open_memstream(&text, &byte_count);
	if (file == NULL)
		return NULL;
	keel_picture_put_path(file, theme, path, COARSE);
	if (fclose(file) == 0)
		return text;
	free(text);
	return NULL;
}

/* The number of a text among those that differ; it takes the text. */
static int number_of(moving *m, char *text)
{
	uint64_t hash = keel_hash_end(keel_hash_bytes(keel_hash_start(), text, strlen(text)));
	for (int i = 0; i < m->path_count; i++) {
		if (m->paths[i].hash == hash && strcmp(m->paths[i].text, text) == 0) {
			free(text);
			m->paths[i].use_count++;
			return i;
		}
	}
	m->paths[m->path_count] = (path_text){text, hash, 1};
	return m->path_count++;
}

static bool gather(moving *m, keel_picture_theme theme, const keel_picture_frame *frames,
		   int frame_count)
{
	for (int i = 0; i < frame_count; i++) {
		const keel_display_list *list = frames[i].list;
		m->first[i] = m->used_count;
		for (int at = 0; at < list->word_count;) {
			const keel_display_word *path = list->words + at;
			char *text = text_of(theme, path);
			if (text == NULL)
				return false;
			m->used[m->used_count++] = number_of(m, text);
			at += KEEL_DISPLAY_PATH_WORDS + path[4].i;
		}
	}
	m->first[frame_count] = m->used_count;
	return true;
}

/* Each picture is seen for its share of the round; who wants less motion sees the first, still. */
static void put_times(FILE *file, const keel_picture_frame *frames, int frame_count)
{
	double round_s = 0, begin_s = 0;
	for (int i = 0; i < frame_count; i++)
		round_s += (double)frames[i].seconds;
	fprintf(file, "<style>.k{visibility:hidden;animation:%.2fs steps(1) infinite}\n", round_s);
	for (int i = 0; i < frame_count; i++) {
		double share = 100 * (double)frames[i].seconds / round_s;
		fprintf(file,
			"@keyframes k%d{0%%,%.3f%%{visibility:visible}"
			"%.3f%%,100%%{visibility:hidden}}"
			"#k%d{animation-name:k%d;animation-delay:%.3fs}\n",
			i, share - 1e-3, share, i, i, begin_s - (i > 0 ? round_s : 0));
		begin_s += (double)frames[i].seconds;
	}
	fputs("@media (prefers-reduced-motion){g.k{animation:none}#k0{visibility:visible}}\n"
	      "</style>\n",
	      file);
}

static void put_pictures(FILE *file, const moving *m, int frame_count)
{
	fputs("<defs>\n", file);
	for (int i = 0; i < m->path_count; i++) {
		if (m->paths[i].use_count > 1)
			fprintf(file, "<path id=\"a%d\"%s", i, m->paths[i].text + strlen("<path"));
	}
	fputs("</defs>\n", file);
	for (int i = 0; i < frame_count; i++) {
		fprintf(file, "<g class=\"k\" id=\"k%d\">\n", i);
		for (int k = m->first[i]; k < m->first[i + 1]; k++) {
			const path_text *path = &m->paths[m->used[k]];
			if (path->use_count > 1)
				fprintf(file, "<use href=\"#a%d\"/>", m->used[k]);
			else
				fputs(path->text, file);
		}
		fputs("</g>\n", file);
	}
}

keel_err keel_picture_svg_animated(const keel_picture_def *def, const keel_picture_frame *frames,
				   int frame_count, FILE *file)
{
	keel_box box = {1e9f, 1e9f, -1e9f, -1e9f};
	size_t room = path_room(frames, frame_count);
	moving m = {.paths = calloc(room, sizeof *m.paths),
		    .used = calloc(room, sizeof *m.used),
		    .first = calloc((size_t)frame_count + 1, sizeof *m.first)};
	bool is_good = m.paths != NULL && m.used != NULL && m.first != NULL &&
		       gather(&m, def->theme, frames, frame_count);
	for (int i = 0; i < frame_count; i++) {
		keel_box own = keel_picture_box_of(&def->box, frames[i].list);
		box = (keel_box){fminf(box.left, own.left), fminf(box.top, own.top),
				 fmaxf(box.right, own.right), fmaxf(box.bottom, own.bottom)};
	}
	if (is_good) {
		keel_picture_put_head(file, def, box);
		put_times(file, frames, frame_count);
		put_pictures(file, &m, frame_count);
		fputs("</svg>\n", file);
	}
	for (int i = 0; i < m.path_count; i++)
		free(m.paths[i].text);
	free(m.paths);
	free(m.used);
	free(m.first);
	return !is_good ? KEEL_ERR_NO_MEMORY : ferror(file) ? KEEL_ERR_IO : KEEL_ERR_OK;
}
