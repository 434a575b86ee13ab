/* keel today: what to do today, and why. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/home_programme.h"
#include "cli/print.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/world.h"

const char keel_help_today[] =
	"usage: keel today [--log FILE | --store FILE [--person ID]] [--at TIME] [--up MINUTES] "
	"[--json | --pdf FILE]\n"
	"\n"
	"Prints today's session and why each movement is in it or not. Reads the record only.\n"
	"\n"
	"  --log FILE      a record: one event a line\n"
	"  --store FILE    a store; without either, the default store\n"
	"  --person ID     whose record, when the store holds several\n"
	"  --at TIME       as if it were that time: 2026-03-11T07:30:00+01:00\n"
	"  --up MINUTES    minutes since getting up\n"
	"  --json          the answer as JSON (docs/API.md, docs/schema/today.json)\n"
	"  --pdf FILE      the home programme on one A4 page, of up to six movements\n"
	"\n"
	"Ends with 1 when the plan is locked.\n";

static int print_pdf(const keel_core *core, const char *path)
{
	if (core->allowed.locked) {
		keel_say_today(stdout, core);
		return KEEL_EXIT_DONE;
	}
	keel_err err = keel_home_programme(core, path);
	if (err != KEEL_ERR_OK)
		return keel_cli_fail(KEEL_EXIT_WORLD, "today", "%s: %s", path,
				     keel_err_sentence(err));
	printf("The home programme is in %s.\n", path);
	return KEEL_EXIT_DONE;
}

int keel_cmd_today(int argc, char **argv)
{
	keel_record_def def = {.command = argv[0], .must_exist = true};
	const char *at = NULL, *up = NULL, *pdf = NULL;
	bool json = false;
	const keel_option options[] = {{"--log", &def.log_path, NULL},
				       {"--store", &def.store_path, NULL},
				       {"--person", &def.person, NULL},
				       {"--at", &at, NULL},
				       {"--up", &up, NULL},
				       {"--pdf", &pdf, NULL},
				       {"--json", NULL, &json}};
	int operand_count;
	keel_now now;
	if (!keel_args_parse(argc, argv, options, 7, NULL, 0, &operand_count) ||
	    !keel_world_now(at, &now) || !keel_print_up(up, &now))
		return KEEL_EXIT_USAGE;
	if (json && pdf != NULL)
		return keel_cli_fail(KEEL_EXIT_USAGE, "today", "--json or --pdf, not both");
	keel_record record;
	int code = keel_record_open(&def, &record);
	if (code == KEEL_EXIT_DONE) {
		if (pdf != NULL) {
			keel_coach_day(record.core, &now);
			code = print_pdf(record.core, pdf);
		} else if (json) {
			code = keel_print_json(record.core, keel_core_today_json, &now);
		} else {
			keel_coach_day(record.core, &now);
			keel_say_today(stdout, record.core);
		}
		if (code == KEEL_EXIT_DONE && record.core->allowed.locked)
			code = KEEL_EXIT_NO;
	}
	keel_record_close(&record);
	return code;
}
