/* A side-bend that compiles as it stands: its author changes it line by line into another movement
 * and always has something that can be checked and drawn. Only the words in angle brackets are
 * refused until they are filled.
 */
#include "cli/new_movement.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"

/* @ stands for the id. */
static const char facts[] =
	"id: @\n"
	"# Where it comes from: rows of evidence/seeds.yaml (S1, S4.dose) or keys of evidence/.\n"
	"sources: [keel-judgement]\n"
	"# breathing mobility stretch control brace activate strengthen integrate conditioning\n"
	"aim: stretch\n"
	"# calm restore strengthen fitness\n"
	"stage: restore\n"
	"# All that it needs: supine prone side-lying hands-and-knees kneeling half-kneeling\n"
	"# cross-legged floor-sitting push-up sitting standing single-leg walking\n"
	"positions: [standing]\n"
	"# mat chair wall counter post bag pillow dowel weight step table helper\n"
	"equipment: []\n"
	"# What it does to the spine: flexion, extension, side, rotation; mid or end. {}: neutral\n"
	"directions: {side: mid}\n"
	"targets: {lengthen: [quadratus_lumborum, obliques], work: [obliques]}\n"
	"# none | one-then-other | alternate; the file draws the left side\n"
	"sides: alternate\n"
	"set_up_s: 10\n"
	"poses:\n"
	"  tall: {like: stand}\n"
	"  bent: {like: tall, lumbar_side: -18, thorax_side: -12, shoulder_abd_l: 34, pins: tall}\n"
	"start: tall\n"
	"phases:\n"
	"  - {to: bent, s: 3, breath: out, cue: @.there}\n"
	"  - {hold: bent, s: 1, breath: easy}\n"
	"  - {to: tall, s: 3, breath: in, cue: @.back}\n"
	"# One variable moves a rung, and only upwards.\n"
	"dose:\n"
	"  - {sets: 1, reps: 5}\n"
	"  - {sets: 1, reps: 8}\n"
	"faults:\n"
	"  - {id: leans-forward, angle: lumbar_flex, over: 20, cue: @.there}\n"
	"camera: front\n"
	"# What a condition may close; the compiler says which are demanded.\n"
	"gates: []\n";

static const char words[] = "@:\n"
			    "  name: <Its name>\n"
			    "  why: <One line, what it is for.>\n"
			    "  setup: <Where and how to begin, with distances where they matter.>\n"
			    "  how:\n"
			    "    - <One step>\n"
			    "    - <another step>\n"
			    "  feel: <What to notice.>\n"
			    "  there: <A cue, a verb and a body part>\n"
			    "  back: <The cue of the way back>\n"
			    "  fault: {leans-forward: <What it looks like when it goes wrong.>}\n";

static bool put(FILE *file, const char *template, const char *id)
{
	for (const char *at = template; *at != '\0'; at++) {
		if (*at == '@')
			fputs(id, file);
		else
			fputc(*at, file);
	}
	return ferror(file) == 0;
}

/* Never over a file that is there: "x" is C11's exclusive creation. */
static int write_new(const char *path, const char *template, const char *id)
{
	FILE *file = fopen(path, "wx");
	if (file == NULL) {
		fprintf(stderr, "keel catalogue new: %s: %s\n", path, strerror(errno));
		return errno == EEXIST ? KEEL_EXIT_USAGE : KEEL_EXIT_WORLD;
	}
	bool is_good = put(file, template, id);
	is_good = fclose(file) == 0 && is_good;
	if (is_good)
		return KEEL_EXIT_DONE;
	fprintf(stderr, "keel catalogue new: %s could not be written\n", path);
	return KEEL_EXIT_WORLD;
}

int keel_new_movement(const char *id, const char *folder)
{
	char facts_path[4096], words_path[4096];
	int a = snprintf(facts_path, sizeof facts_path, "%s/exercises/%s.yaml", folder, id);
	int b = snprintf(words_path, sizeof words_path, "%s/text/en/movements/%s.yaml", folder, id);
	if (a < 0 || b < 0 || (size_t)a >= sizeof facts_path || (size_t)b >= sizeof words_path)
		return KEEL_EXIT_USAGE;
	int code = write_new(facts_path, facts, id);
	if (code == KEEL_EXIT_DONE)
		code = write_new(words_path, words, id);
	if (code == KEEL_EXIT_DONE)
		printf("%s\n%s\n"
		       "Change every line to your movement; after each change:\n"
		       "  keel catalogue check --only %s\n"
		       "says what is wrong and draws its poses (docs/MOVEMENTS.md).\n",
		       facts_path, words_path, id);
	return code;
}
