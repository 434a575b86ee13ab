/* keel do: asks what is to be asked, prescribes, leads the session and keeps every answer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/args.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/lead.h"
#include "cli/print.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/world.h"

const char keel_help_do[] =
	"usage: keel do [--log FILE | --store FILE [--person ID]] [--at TIME] [--up MINUTES] "
	"[--fast]\n"
	"\n"
	"Leads today's session in the terminal: cues, breath, counts and clocks; pain, unwell, "
	"easier and skip\n"
	"are one key away. Every answer is on disk before the next step. A session that was broken "
	"off today\n"
	"goes on after the sets that are done.\n"
	"\n"
	"  --log FILE      a record: one event a line; made when it is not there\n"
	"  --store FILE    a store; without either, the default store\n"
	"  --person ID     whose record, when the store holds several\n"
	"  --at TIME       begin as if it were that time\n"
	"  --up MINUTES    minutes since getting up\n"
	"  --fast          no waiting: time passes at once, answers are lines of standard input\n"
	"\n"
	"Ends with 1 when the plan is locked, and when standard input ends before the session "
	"begins.\n";

static int prescribe(keel_record *record, const keel_now *now, char session[33])
{
	static char drafts[65536];
	keel_world_random_hex(session, 32);
	keel_err err =
		keel_core_prescribe_json(record->core, now, session, drafts, sizeof drafts, NULL);
	if (err == KEEL_ERR_OK)
		return keel_record_keep(record, now, drafts);
	fprintf(stderr, "keel do: %s\n", keel_err_sentence(err));
	return err == KEEL_ERR_LOCKED ? KEEL_EXIT_NO : KEEL_EXIT_WORLD;
}

static int lead(keel_record *record, const keel_now *now, bool fast)
{
	char session[33];
	int code = keel_ask_before_plan(record, now);
	if (code != KEEL_EXIT_DONE)
		return code;
	keel_say_today(stdout, record->core);
	if (record->core->allowed.locked)
		return KEEL_EXIT_NO;
	if (keel_ask_ended()) {
		printf("\nThe input has ended; no session was begun.\n");
		return KEEL_EXIT_NO;
	}
	const keel_open_session *open =
		keel_state_running(&record->core->state, record->core->moment.date);
	if (open != NULL)
		snprintf(session, sizeof session, "%.*s", (int)open->id_bytes, open->id);
	else
		code = prescribe(record, now, session);
	putchar('\n');
	const keel_lead_def def = {.fast = fast, .session = session};
	return code == KEEL_EXIT_DONE ? keel_lead(record, now, &def) : code;
}

int keel_cmd_do(int argc, char **argv)
{
	keel_record_def def = {.command = argv[0]};
	const char *at = NULL, *up = NULL;
	bool fast = false;
	const keel_option options[] = {{"--log", &def.log_path, NULL},
				       {"--store", &def.store_path, NULL},
				       {"--person", &def.person, NULL},
				       {"--at", &at, NULL},
				       {"--up", &up, NULL},
				       {"--fast", NULL, &fast}};
	int operand_count;
	keel_now now;
	if (!keel_args_parse(argc, argv, options, 6, NULL, 0, &operand_count) ||
	    !keel_world_now(at, &now) || !keel_print_up(up, &now))
		return KEEL_EXIT_USAGE;
	if (def.log_path != NULL && strcmp(def.log_path, "-") == 0) {
		fprintf(stderr, "keel do: --log wants a file; answers come from standard input\n");
		return KEEL_EXIT_USAGE;
	}
	keel_record record;
	int code = keel_record_open(&def, &record);
	if (code == KEEL_EXIT_DONE)
		code = lead(&record, &now, fast);
	keel_record_close(&record);
	return code;
}
