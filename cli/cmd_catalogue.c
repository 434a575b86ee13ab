/* keel catalogue: the movements of this program, and the compiler's lint for those who write them.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/args.h"
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/new_movement.h"
#include "cli/print.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/world.h"
#include "compiler/compile.h"

const char keel_help_catalogue[] =
	"usage: keel catalogue list [--json]\n"
	"       keel catalogue show MOVEMENT [--json] [--load]\n"
	"       keel catalogue check [FOLDER] [--fast] [--only MOVEMENT] [--pictures FOLDER]\n"
	"       keel catalogue new MOVEMENT [FOLDER]\n"
	"       keel catalogue book -o FILE.pdf\n"
	"\n"
	"list   the movements in this program\n"
	"show   one of them: what it is for, how it is done, its doses, its sources\n"
	"check  reads a folder of movement files (usual: catalogue) as the build does and says "
	"every mistake\n"
	"       with file:line:column, and draws each pose that it speaks of; --only solves and\n"
	"       draws the poses of one movement; --fast leaves out the poses\n"
	"new    writes the two files of a new movement below FOLDER (usual: catalogue)\n"
	"book   all of them as one handbook: a page each, contents, lists by position and muscle\n"
	"\n"
	"  --load      show: how it loads the low back by the body model, for authors and "
	"clinicians\n"
	"  --json      list and show: the facts as JSON (docs/schema/catalogue.json)\n"
	"  --pictures  where check puts its pictures (usual: beside Keel's cache)\n"
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

/* For authors and clinicians only. */
static void show_load(keel_core *core, const char *id)
{
	say_line("Load     ", keel_say_movement(core, id, "load-band"));
	say_line("Spread   ", keel_say_movement(core, id, "load-spread"));
	printf("         of 100 samples with every joint a few degrees off; a model, no "
	       "measurement\n");
}

static int show(keel_core *core, const char *id, bool with_load)
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
		       keel_say_is_seed_dose(movement, i + 1) ? " (as in its source)"
							      : "");
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
	if (with_load)
		show_load(core, id);
	return KEEL_EXIT_DONE;
}

static void print_message(void *user, const keel_compile_message *message)
{
	(void)user;
	keel_compile_print(stderr, message);
}

typedef struct check_def {
	const char *folder, *only, *pictures;
	bool fast;
} check_def;

/* Where pictures go when nobody says: beside the cache, which must be there first. */
static const char *usual_pictures(const char *cache, char path[4096])
{
	int length = snprintf(path, 4096, "%s/pictures", cache);
	bool made = mkdir(cache, 0777) == 0 || errno == EEXIST;
	return made && length > 0 && length < 4096 ? path : NULL;
}

static int check(const check_def *wanted)
{
	keel_compile_def def = keel_default_compile_def();
	keel_compiled compiled;
	char cache[4096], pictures[4096];
	def.directory = wanted->folder;
	def.only = wanted->only;
	def.pictures_directory = wanted->pictures;
	if (keel_world_cache_dir(cache, sizeof cache)) {
		def.cache_directory = cache; /* a second check solves only what changed */
		if (wanted->pictures == NULL)
			def.pictures_directory = usual_pictures(cache, pictures);
	}
	def.has_tracks = !wanted->fast;
	keel_err err = keel_compile(&def, print_message, NULL, &compiled);
	int code = KEEL_EXIT_DONE;
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "keel catalogue: %s: %s\n", def.directory, keel_err_sentence(err));
		code = KEEL_EXIT_WORLD;
	} else {
		printf("%d mistakes, %d remarks\n", compiled.error_count, compiled.warning_count);
		if (def.only != NULL && def.pictures_directory != NULL && !wanted->fast)
			printf("pictures of its poses: %s/%s.*.png\n", def.pictures_directory,
			       def.only);
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

typedef struct arguments {
	const char *what, *operand, *folder, *out, *only, *pictures;
	bool json, fast, load;
} arguments;

static int check_with(const arguments *given)
{
	check_def def = {given->operand == NULL ? "catalogue" : given->operand, given->only,
			 given->pictures, given->fast};
	return check(&def);
}

static int start_movement(const arguments *given)
{
	if (!is_id(given->operand)) {
		fprintf(stderr, "keel catalogue: an id is small letters, digits and hyphens: "
				"wall-press-back\n");
		return KEEL_EXIT_USAGE;
	}
	return keel_new_movement(given->operand,
				 given->folder == NULL ? "catalogue" : given->folder);
}

static int run(const arguments *given)
{
	keel_record record = {0};
	const char *what = given->what, *operand = given->operand;
	bool wants_operand = strcmp(what, "show") == 0 || strcmp(what, "new") == 0;
	if (wants_operand && operand == NULL) {
		fprintf(stderr, "keel catalogue %s: name a movement\n", what);
		return KEEL_EXIT_USAGE;
	}
	if (strcmp(what, "check") == 0)
		return check_with(given);
	if (strcmp(what, "new") == 0)
		return start_movement(given);
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
			code = keel_book(record.core, given->out);
		else if (strcmp(what, "show") == 0 && !given->json)
			code = show(record.core, operand, given->load);
		else
			code = given->json ? keel_print_json(record.core, ask_catalogue, &now)
					   : list(record.core);
	}
	keel_record_close(&record);
	return code;
}

int keel_cmd_catalogue(int argc, char **argv)
{
	const char *operands[3] = {NULL, NULL, NULL};
	arguments given = {0};
	const keel_option options[] = {
		{"--json", NULL, &given.json},
		{"--load", NULL, &given.load},
		{"--fast", NULL, &given.fast},
		{"-o", &given.out, NULL},
		{"--only", &given.only, NULL},
		{"--pictures", &given.pictures, NULL},
	};
	int operand_count = 0;
	const int option_count = (int)(sizeof options / sizeof *options);
	if (!keel_args_parse(argc, argv, options, option_count, operands, 3, &operand_count))
		return KEEL_EXIT_USAGE;
	if (operand_count == 0) {
		fputs(keel_help_catalogue, stderr);
		return KEEL_EXIT_USAGE;
	}
	given.what = operands[0];
	given.operand = operands[1];
	given.folder = operands[2];
	return run(&given);
}
