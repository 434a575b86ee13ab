/* Pictures of a movement: one moment, a sheet of its phases, a moving one. */
#ifndef KEEL_CLI_DRAW_H
#define KEEL_CLI_DRAW_H

#include "cli/picture/picture.h"
#include "core/coach/coach.h"

typedef struct keel_draw_def {
	const char *movement;
	const char *out; /* ends in .svg, .png or .pdf */
	int phase;	 /* whose end is shown; -1: the one that shows the movement best */
	bool sheet;
	bool strip; /* the key poses in a row, without words */
	bool animate; /* svg only */
	bool mirrored;
	bool dark;
	bool glow; /* what lengthens and what works */
	int32_t build, skin;	/* keel_build_name; 0 … KEEL_PICTURE_SKIN_COUNT − 1 */
	float height_cm, girth; /* 0: as the build has it */
} keel_draw_def;

/* An exit code, after a sentence on stderr when it is not DONE. */
int keel_draw(keel_core *core, const keel_draw_def *def);

#endif
