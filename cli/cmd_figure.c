/* keel figure: pictures of a movement from the tracks in this program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/draw.h"
#include "cli/record.h"

const char keel_help_figure[] =
	"usage: keel figure MOVEMENT [--pose N | --sheet | --strip | --animate] [--other-side] "
	"[--glow]\n"
	"                   [--dark] [--build NAME] [--height CM] [--girth PERCENT] [--skin N] -o "
	"FILE\n"
	"\n"
	"Draws a movement. FILE ends in .svg, .png or .pdf.\n"
	"\n"
	"  --pose N       how phase N ends (1 the first); usual: the end of the movement\n"
	"  --sheet        one card: every phase with cue, time and breath, doses, when to stop\n"
	"  --strip        the key poses in a row, without words\n"
	"  --animate      one repetition, moving (.svg)\n"
	"  --other-side   left and right exchanged\n"
	"  --glow         what lengthens and what works glows\n"
	"  --dark         for dark paper\n"
	"  --build NAME   the person: woman, man or stout; usual: woman\n"
	"  --height CM    140 to 210: the tall have a smaller head and slimmer limbs\n"
	"  --girth N      80 to 150 per cent of what that build has\n"
	"  --skin N       1 the lightest tone to 5 the darkest; usual: 3\n";

/* A whole number of an option, or the usual one where it was not given. False after a sentence. */
static bool read_number(const char *name, const char *text, long least, long most, long *number)
{
	if (text == NULL)
		return true;
	char *end;
	long read = strtol(text, &end, 10);
	if (*text == '\0' || *end != '\0' || read < least || read > most) {
		fprintf(stderr, "keel figure: %s wants a number from %ld to %ld\n", name, least,
			most);
		return false;
	}
	*number = read;
	return true;
}

static bool read_build(const char *text, int32_t *build)
{
	static const char *const names[KEEL_BUILD_COUNT] = {"woman", "man", "stout"};
	for (int i = 0; text != NULL && i < KEEL_BUILD_COUNT; i++) {
		if (strcmp(text, names[i]) == 0) {
			*build = i;
			return true;
		}
	}
	if (text != NULL)
		fprintf(stderr, "keel figure: --build wants woman, man or stout\n");
	return text == NULL;
}

int keel_cmd_figure(int argc, char **argv)
{
	keel_draw_def def = {.phase = -1};
	const char *pose = NULL, *build = NULL, *height = NULL, *girth = NULL, *skin = NULL;
	const keel_option options[] = {{"-o", &def.out, NULL},
				       {"--pose", &pose, NULL},
				       {"--sheet", NULL, &def.sheet},
				       {"--strip", NULL, &def.strip},
				       {"--animate", NULL, &def.animate},
				       {"--other-side", NULL, &def.mirrored},
				       {"--glow", NULL, &def.glow},
				       {"--dark", NULL, &def.dark},
				       {"--build", &build, NULL},
				       {"--height", &height, NULL},
				       {"--girth", &girth, NULL},
				       {"--skin", &skin, NULL}};
	int operand_count = 0;
	if (!keel_args_parse(argc, argv, options, 12, &def.movement, 1, &operand_count))
		return KEEL_EXIT_USAGE;
	if (operand_count == 0 || def.out == NULL) {
		fprintf(stderr, "keel figure: name a movement, and a file with -o\n");
		return KEEL_EXIT_USAGE;
	}
	long phase = 0, height_cm = 0, girth_percent = 0, tone = KEEL_PICTURE_SKIN_USUAL + 1;
	if (!read_number("--pose", pose, 1, KEEL_PHASES_MAX, &phase) ||
	    !read_number("--height", height, 140, 210, &height_cm) ||
	    !read_number("--girth", girth, 80, 150, &girth_percent) ||
	    !read_number("--skin", skin, 1, KEEL_PICTURE_SKIN_COUNT, &tone) ||
	    !read_build(build, &def.build))
		return KEEL_EXIT_USAGE;
	def.phase = (int)phase - 1;
	def.height_cm = (float)height_cm;
	def.girth = (float)girth_percent / 100;
	def.skin = (int32_t)tone - 1;
	keel_record record = {0};
	int code = keel_record_core("catalogue", "", 0, &record);
	if (code == KEEL_EXIT_DONE)
		code = keel_draw(record.core, &def);
	keel_record_close(&record);
	return code;
}
