/* Writing a display list as a picture: SVG text, PNG and PDF.
 *
 * Colours come from one table of token and theme (the values of look/tokens.css). A picture is the
 * box given, in centimetres of the room, times scale. Nothing here knows what a body is.
 */
#ifndef KEEL_CLI_PICTURE_PICTURE_H
#define KEEL_CLI_PICTURE_PICTURE_H

#include <stdint.h>
#include <stdio.h>

#include "core/base/err.h"
#include "core/body/figure.h"

/* Light or dark paper, each with five tones of skin, from the lightest; LIGHT and DARK have the
 * middle one. */
#define KEEL_PICTURE_SKIN_COUNT 5
#define KEEL_PICTURE_SKIN_USUAL 2
typedef enum keel_picture_theme {
	KEEL_PICTURE_LIGHT,
	KEEL_PICTURE_DARK,
	KEEL_PICTURE_THEME_COUNT = 2 * (1 + KEEL_PICTURE_SKIN_COUNT)
} keel_picture_theme;

keel_picture_theme keel_picture_theme_of(bool is_dark, int skin);
bool keel_picture_is_dark(keel_picture_theme theme);

typedef struct keel_picture_def {
	keel_picture_theme theme;
	keel_box box; /* of the room; all zero: the display list's own box with a margin of 6 cm */
	float scale;  /* points or pixels a centimetre; usual 4 */
	bool has_background; /* paper; else clear */
	const char *label;   /* what the picture shows, for screen readers; NULL: none (SVG only) */
} keel_picture_def;

keel_picture_def keel_default_picture_def(void);

/* 0xRRGGBBAA, the token's far colour mixed in by far01. */
uint32_t keel_picture_colour(keel_picture_theme theme, keel_paint paint, float far01);

/* KEEL_ERR_IO when the file cannot be written. */
keel_err keel_picture_svg(const keel_picture_def *def, const keel_display_list *list,
			  FILE *file) KEEL_MUST_USE;
keel_err keel_picture_png(const keel_picture_def *def, const keel_display_list *list,
			  const char *path) KEEL_MUST_USE;
keel_err keel_picture_pdf(const keel_picture_def *def, const keel_display_list *list,
			  const char *path) KEEL_MUST_USE;

/* One picture of a moving SVG, and how long it stands. */
typedef struct keel_picture_frame {
	const keel_display_list *list;
	float seconds;
} keel_picture_frame;

/* An SVG that moves: pictures shown one after the other, round and round. What several of them show
 * alike is written once. KEEL_ERR_NO_MEMORY, KEEL_ERR_IO. */
keel_err keel_picture_svg_animated(const keel_picture_def *def, const keel_picture_frame *frames,
				   int frame_count, FILE *file) KEEL_MUST_USE;

#endif
