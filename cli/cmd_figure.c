/* keel figure: pictures of a movement from the tracks in this program. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/draw.h"
#include "cli/record.h"

const char keel_help_figure[] =
	"usage: keel figure MOVEMENT [--pose N | --sheet | --strip | --animate] [--other-side] "
	"[--glow]\n"
	"                   [--dark] -o FILE\n"
	"\n"
	"Draws a movement. FILE ends in .svg, .png or .pdf.\n"
	"\n"
	"  --pose N       how phase N ends (1 the first); usual: the end of the movement\n"
	"  --sheet        one card: every phase with cue, time and breath, doses, when to stop\n"
	"  --strip        the key poses in a row, without words\n"
	"  --animate      one repetition, moving (.svg)\n"
	"  --other-side   left and right exchanged\n"
	"  --glow         what lengthens and what works glows\n"
	"  --dark         for dark paper\n";

int keel_cmd_figure(int argc, char **argv)
{
	keel_draw_def def = {.phase = -1};
	const char *pose = NULL;
	const keel_option options[] = {{"-o", &def.out, NULL},
				       {"--pose", &pose, NULL},
				       {"--sheet", NULL, &def.sheet},
				       {"--strip", NULL, &def.strip},
				       {"--animate", NULL, &def.animate},
				       {"--other-side", NULL, &def.mirrored},
				       {"--glow", NULL, &def.glow},
				       {"--dark", NULL, &def.dark}};
	int operand_count = 0;
	if (!keel_args_parse(argc, argv, options, 8, &def.movement, 1, &operand_count))
		return KEEL_EXIT_USAGE;
	if (operand_count == 0 || def.out == NULL) {
		fprintf(stderr, "keel figure: name a movement, and a file with -o\n");
		return KEEL_EXIT_USAGE;
	}
	if (pose != NULL) {
		char *end;
		long number = strtol(pose, &end, 10);
		if (*pose == '\0' || *end != '\0' || number < 1 || number > KEEL_PHASES_MAX) {
			fprintf(stderr,
				"keel figure: --pose wants the number of a phase, from 1\n");
			return KEEL_EXIT_USAGE;
		}
		def.phase = (int)number - 1;
	}
	keel_record record = {0};
	int code = keel_record_core("catalogue", "", 0, &record);
	if (code == KEEL_EXIT_DONE)
		code = keel_draw(record.core, &def);
	keel_record_close(&record);
	return code;
}
