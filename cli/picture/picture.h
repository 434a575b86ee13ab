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

typedef enum keel_picture_theme {
	KEEL_PICTURE_LIGHT,
	KEEL_PICTURE_DARK,
	KEEL_PICTURE_THEME_COUNT
} keel_picture_theme;

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

/* An SVG that moves: frame_count lists, shown one after the other over seconds, round and round. */
keel_err keel_picture_svg_animated(const keel_picture_def *def,
				   const keel_display_list *const *frames, int frame_count,
				   float seconds, FILE *file) KEEL_MUST_USE;

#endif
