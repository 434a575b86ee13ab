/* keel catalogue: the movements of this program, and the compiler's lint for those who write them.
 */
#include <stdio.h>
#include <string.h>

#include "cli/args.h"
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/world.h"
#include "compiler/compile.h"

const char keel_help_catalogue[] =
	"usage: keel catalogue list [--json]\n"
	"       keel catalogue show MOVEMENT [--json]\n"
	"       keel catalogue check [FOLDER] [--fast]\n"
	"       keel catalogue new MOVEMENT\n"
	"       keel catalogue book -o FOLDER\n"
	"\n"
	"list   the movements in this program\n"
	"show   one of them: what it is for, how it is done, its doses, its sources\n"
	"check  reads a folder of movement files (usual: catalogue) as the build does and says "
	"every mistake\n"
	"       with file:line:column; --fast leaves out the poses\n"
	"new    prints a movement file to start from\n"
	"book   a page of pictures for every movement, as FOLDER/MOVEMENT.pdf\n"
	"\n"
	"  --json    list and show: the facts as JSON (docs/schema/catalogue.json)\n"
	"\n"
	"check ends with 1 when there are mistakes.\n";

static int list(keel_core *core)
{
	for (int i = 0; i < core->catalogue->movement_count; i++) {
		const keel_movement *movement = &core->catalogue->movements[i];
		printf("%-28s %-12s %-10s %s\n", movement->id, keel_aim_names[movement->aim],
		       keel_stage_names[movement->stage],
		       keel_say_movement(core, movement->id, "name"));
	}
	return KEEL_EXIT_DONE;
}

static keel_err ask_catalogue(keel_core *core, const keel_now *now, char *out, size_t out_bytes,
			      size_t *written_bytes)
{
	(void)now;
	return keel_core_catalogue_json(core, out, out_bytes, written_bytes);
}

static void say_line(const char *head, const char *sentence)
{
	if (sentence[0] == '\0')
		return;
	printf("%s", head);
	keel_say_wrapped(stdout, (int)strlen(head), sentence);
}

static int show(keel_core *core, const char *id)
{
	int index = keel_movement_find(core->catalogue, id, strlen(id));
	if (index == KEEL_NO_MOVEMENT) {
		fprintf(stderr,
			"keel catalogue: there is no movement \"%s\"; `keel catalogue list` names "
			"them\n",
			id);
		return KEEL_EXIT_BAD_INPUT;
	}
	const keel_movement *movement = &core->catalogue->movements[index];
	char key[80], dose[120], number[24];
	printf("%s\n", keel_say_movement(core, id, "name"));
	say_line("  ", keel_say_movement(core, id, "why"));
	printf("  %s · %s\n\n", keel_aim_names[movement->aim], keel_stage_names[movement->stage]);
	say_line("Set up   ", keel_say_movement(core, id, "setup"));
	for (int i = 1; i <= 12; i++) {
		snprintf(key, sizeof key, "how.%d", i);
		snprintf(number, sizeof number, "%-9d", i);
		say_line(number, keel_say_movement(core, id, key));
	}
	say_line("Feel     ", keel_say_movement(core, id, "feel"));
	for (int i = 0; i < movement->fault_count; i++) {
		snprintf(key, sizeof key, "fault.%s", movement->faults[i].id);
		say_line("Watch    ", keel_say_movement(core, id, key));
	}
	printf("\n");
	for (int i = 0; i < movement->rung_count; i++) {
		keel_say_dose(movement, &movement->rungs[i], dose, sizeof dose);
		printf("Dose %-2d  %s%s\n", i + 1, dose,
		       i + 1 == movement->seed_rung ? " (as in its source)" : "");
	}
	if (movement->easier != KEEL_NO_MOVEMENT)
		say_line("Easier   ",
			 keel_say_movement(core, core->catalogue->movements[movement->easier].id,
					   "name"));
	if (movement->harder != KEEL_NO_MOVEMENT)
		say_line("Harder   ",
			 keel_say_movement(core, core->catalogue->movements[movement->harder].id,
					   "name"));
	for (int i = 0; i < movement->source_count; i++) {
		snprintf(key, sizeof key, "source.%s", movement->sources[i]);
		printf("Source   %s: %s\n", movement->sources[i], keel_say_text(core, key));
	}
	return KEEL_EXIT_DONE;
}

static void print_message(void *user, const keel_compile_message *message)
{
	(void)user;
	keel_compile_print(stderr, message);
}

static int check(const char *folder, bool fast)
{
	keel_compile_def def = keel_default_compile_def();
	keel_compiled compiled;
	char cache[4096];
	def.directory = folder;
	if (keel_world_cache_dir(cache, sizeof cache))
		def.cache_directory = cache; /* a second check solves only what changed */
	def.has_tracks = !fast;
	keel_err err = keel_compile(&def, print_message, NULL, &compiled);
	int code = KEEL_EXIT_DONE;
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "keel catalogue: %s: %s\n", folder, keel_err_sentence(err));
		code = KEEL_EXIT_WORLD;
	} else {
		printf("%d mistakes, %d remarks\n", compiled.error_count, compiled.warning_count);
		code = compiled.error_count > 0 ? KEEL_EXIT_NO : KEEL_EXIT_DONE;
	}
	keel_compiled_deinit(&compiled);
	return code;
}

static bool is_id(const char *id)
{
	size_t length = strlen(id);
	return length > 0 && length <= 48 &&
	       strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length && id[0] != '-' &&
	       id[length - 1] != '-';
}

static int new_movement(const char *id)
{
	if (!is_id(id)) {
		fprintf(stderr, "keel catalogue: an id is small letters, digits and hyphens: "
				"wall-press-back\n");
		return KEEL_EXIT_USAGE;
	}
	printf("# Goes to catalogue/exercises/%s.yaml; its words to "
	       "catalogue/text/en/movements/%s.yaml.\n"
	       "# Change every line to your movement, then: keel catalogue check\n"
	       "id: %s\n"
	       "sources: [S1]\n"
	       "aim: mobility\n"
	       "stage: restore\n"
	       "positions: [standing]\n"
	       "directions: {side: mid}\n"
	       "targets: {lengthen: [quadratus_lumborum], work: [obliques]}\n"
	       "sides: alternate\n"
	       "set_up_s: 10\n"
	       "poses:\n"
	       "  tall: {like: stand}\n"
	       "  bent: {like: tall, lumbar_side: -15, thorax_side: -10, pins: tall}\n"
	       "start: tall\n"
	       "phases:\n"
	       "  - {to: bent, s: 3, breath: out, cue: %s.bend}\n"
	       "  - {hold: bent, s: 1, breath: easy, cue: %s.stay}\n"
	       "  - {to: tall, s: 3, breath: in, cue: %s.up}\n"
	       "dose:\n"
	       "  - {sets: 1, reps: 5}\n"
	       "  - {sets: 1, reps: 8}\n"
	       "camera: front\n"
	       "gates: []\n",
	       id, id, id, id, id, id);
	return KEEL_EXIT_DONE;
}

static int run(const char *what, const char *operand, bool json, bool fast, const char *out)
{
	keel_record record = {0};
	bool wants_operand = strcmp(what, "show") == 0 || strcmp(what, "new") == 0;
	if (wants_operand && operand == NULL) {
		fprintf(stderr, "keel catalogue %s: name a movement\n", what);
		return KEEL_EXIT_USAGE;
	}
	if (strcmp(what, "check") == 0)
		return check(operand == NULL ? "catalogue" : operand, fast);
	if (strcmp(what, "new") == 0)
		return new_movement(operand);
	bool known =
		strcmp(what, "list") == 0 || strcmp(what, "show") == 0 || strcmp(what, "book") == 0;
	if (!known) {
		fprintf(stderr, "keel catalogue: list, show, check, new or book, not \"%s\"\n",
			what);
		return KEEL_EXIT_USAGE;
	}
	int code = keel_record_core("catalogue", "", 0, &record);
	if (code == KEEL_EXIT_DONE) {
		const keel_now now = {0};
		if (strcmp(what, "book") == 0)
			code = keel_book(record.core, out);
		else if (strcmp(what, "show") == 0 && !json)
			code = show(record.core, operand);
		else
			code = json ? keel_print_json(record.core, ask_catalogue, &now)
				    : list(record.core);
	}
	keel_record_close(&record);
	return code;
}

int keel_cmd_catalogue(int argc, char **argv)
{
	const char *operands[2] = {NULL, NULL};
	const char *out = NULL;
	bool json = false, fast = false;
	const keel_option options[] = {
		{"--json", NULL, &json}, {"--fast", NULL, &fast}, {"-o", &out, NULL}};
	int operand_count = 0;
	if (!keel_args_parse(argc, argv, options, 3, operands, 2, &operand_count))
		return KEEL_EXIT_USAGE;
	if (operand_count == 0) {
		fputs(keel_help_catalogue, stderr);
		return KEEL_EXIT_USAGE;
	}
	return run(operands[0], operands[1], json, fast, out);
}
