/* keel replay and keel why: the core, bare, over a record in a file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/record.h"
#include "cli/say.h"
#include "cli/world.h"
#include "core/base/hash.h"
#include "core/coach/words.h"

const char keel_help_replay[] =
	"usage: keel replay LOG.jsonl [--at TIME] [--until TIME] [--json]\n"
	"\n"
	"Folds a record and prints what was prescribed and done, as recorded, the hash of the "
	"state, and\n"
	"the plan of the open day with its reasons. \"-\" reads standard input.\n"
	"\n"
	"  --at TIME       the moment of the plan; without it, the time of the last event\n"
	"  --until TIME    leaves out what happened after it\n"
	"  --json          the answer as JSON (docs/schema/replay.json)\n"
	"\n"
	"Ends with 3 and file:line:column when the record is damaged.\n";

const char keel_help_why[] =
	"usage: keel why LOG.jsonl MOVEMENT [--at TIME] [--until TIME] [--json]\n"
	"\n"
	"Says why a movement is in today's session, or why not, from which rule with its source "
	"and grade,\n"
	"and what each time of doing it meant.\n"
	"\n"
	"  --at TIME       the moment of the plan; what came after it does not count. Without\n"
	"                  it, the time of the last event\n"
	"  --until TIME    leaves out what happened after it, whatever --at says\n"
	"  --json          the answer as JSON (docs/schema/why.json)\n"
	"\n"
	"Ends with 1 when the movement is not in, with 3 when there is no such movement.\n";

/* Time zone of the last event that is not later than the newest; so that a replay needs no clock.
 */
static void now_of_log(const char *text, keel_now *now)
{
	*now = (keel_now){.up_min = -1};
	for (const char *at = text; (at = strstr(at, "\"utc_ms\":")) != NULL; at++) {
		int64_t utc_ms = strtoll(at + strlen("\"utc_ms\":"), NULL, 10);
		const char *offset = strstr(at, "\"offset_min\":");
		const char *line_end = strchr(at, '\n');
		if (utc_ms < now->utc_ms)
			continue;
		now->utc_ms = utc_ms;
		if (offset != NULL && (line_end == NULL || offset < line_end))
			now->offset_min =
				(int32_t)strtol(offset + strlen("\"offset_min\":"), NULL, 10);
	}
}

/* Empties lines of a later time, so that the line numbers of errors stay those of the file. Returns
 * the new length. */
static size_t cut_after(char *text, int64_t until_ms)
{
	char *to = text;
	for (const char *line = text; *line != '\0';) {
		size_t length = strcspn(line, "\n");
		const char *at = strstr(line, "\"utc_ms\":");
		bool later = at != NULL && at < line + length &&
			     strtoll(at + strlen("\"utc_ms\":"), NULL, 10) > until_ms;
		const char *next = line + length;
		if (!later) {
			memmove(to, line, length);
			to += length;
		}
		line = next;
		if (*line == '\n')
			*to++ = *line++;
	}
	*to = '\0';
	return (size_t)(to - text);
}

typedef struct replay_def {
	const char *operands[2];
	int operand_count;
	const char *at;
	const char *until;
	bool json;
} replay_def;

static bool parse(int argc, char **argv, int operand_max, replay_def *def)
{
	const keel_option options[] = {{"--at", &def->at, NULL},
				       {"--until", &def->until, NULL},
				       {"--json", NULL, &def->json}};
	if (!keel_args_parse(argc, argv, options, 3, def->operands, operand_max,
			     &def->operand_count))
		return false;
	if (def->operand_count == operand_max)
		return true;
	fprintf(stderr, "keel %s: name a record%s\n", argv[0],
		operand_max > 1 ? " and a movement" : "");
	return false;
}

/* Reads the record and fills record and now; an exit code. */
static int open_log(const replay_def *def, keel_record *record, keel_now *now)
{
	keel_now until = {0};
	size_t text_bytes = 0;
	if (def->until != NULL && !keel_world_now(def->until, &until))
		return KEEL_EXIT_USAGE;
	if (def->at != NULL && !keel_world_now(def->at, now))
		return KEEL_EXIT_USAGE;
	char *text = keel_world_read(def->operands[0], &text_bytes);
	if (text == NULL)
		return KEEL_EXIT_WORLD;
	if (def->until != NULL)
		text_bytes = cut_after(text, until.utc_ms);
	if (def->at == NULL)
		now_of_log(text, now);
	int code = keel_record_core(def->operands[0], text, text_bytes, record);
	free(text);
	return code;
}

/* What was prescribed, as recorded: one line a session. */
static void say_sessions(const keel_core *core)
{
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		if (entry->retracted || entry->event->type != KEEL_EVENT_SESSION_PRESCRIBED)
			continue;
		const keel_event_session_prescribed *session = &entry->event->u.session_prescribed;
		char date[60];
		keel_say_date(session->date, date, sizeof date);
		printf("%s · %.*s · %s · %d movements, %d min%s\n", date,
		       (int)session->programme.byte_count, session->programme.bytes,
		       keel_stage_names[session->stage], session->item_count, session->minutes,
		       session->easy_day ? " · easy day" : "");
	}
	putchar('\n');
}

int keel_cmd_replay(int argc, char **argv)
{
	replay_def def = {0};
	keel_record record = {0};
	keel_now now;
	if (!parse(argc, argv, 1, &def))
		return KEEL_EXIT_USAGE;
	int code = open_log(&def, &record, &now);
	if (code == KEEL_EXIT_DONE && def.json) {
		code = keel_print_json(record.core, keel_core_replay_json, &now);
	} else if (code == KEEL_EXIT_DONE) {
		char hash[17];
		keel_coach_day(record.core, &now);
		keel_hash_text(keel_core_state_hash(record.core), hash);
		printf("%d events · %d sessions · state %s\n\n", keel_log_count(record.core->log),
		       record.core->state.session_total, hash);
		say_sessions(record.core);
		keel_say_today(stdout, record.core);
	}
	keel_record_close(&record);
	return code;
}

static const char *why_movement;

static keel_err ask_why(keel_core *core, const keel_now *now, char *out, size_t out_bytes,
			size_t *written_bytes)
{
	return keel_core_why_json(core, now, why_movement, out, out_bytes, written_bytes);
}

static void say_history(const keel_core *core, const char *movement)
{
	const keel_movement_state *record =
		keel_state_movement(&core->state, movement, (int)strlen(movement));
	int index = keel_movement_find(core->catalogue, movement, strlen(movement));
	for (int i = 0; record != NULL && i < record->exposure_count; i++) {
		const keel_exposure *exposure = &record->exposures[i];
		char date[60], dose[120];
		keel_say_date(exposure->date, date, sizeof date);
		keel_say_dose(&core->catalogue->movements[index], &exposure->dose, dose,
			      sizeof dose);
		printf("  %s: %s, ", date, dose);
		if (!exposure->answered)
			printf("not answered\n");
		else if (exposure->rise <= 0)
			printf("no added pain\n");
		else
			printf("pain %d more%s\n", exposure->rise,
			       exposure->settled == 1 ? ", settled" : "");
	}
}

/* What it seems to do to this person, with the counts; nothing while it is too little to tell. */
static void say_effects(const keel_core *core, const char *id)
{
	keel_pattern patterns[KEEL_MOVEMENTS_MAX];
	const keel_movement_state *record =
		keel_state_movement(&core->state, id, (int)strlen(id));
	if (record == NULL)
		return;
	keel_pattern_look(&core->state, core->moment.date, patterns);
	const keel_pattern *pattern = &patterns[record - core->state.movements];
	if (record->eased_count > 0)
		printf("It eased %d of %d times.\n", record->eased_count, record->done_count);
	if (pattern->verdict < KEEL_PATTERN_MORE)
		return;
	keel_reason why = keel_pattern_why(pattern);
	keel_say_reason(stdout, core, 0, &why);
}

/* True when the movement is in. */
static bool say_why(const keel_core *core, int movement)
{
	const keel_prescription *plan = &core->prescription;
	const char *id = core->catalogue->movements[movement].id;
	const keel_reason *why = &core->allowed.movements[movement].why;
	bool in = false;
	for (int i = 0; i < plan->item_count; i++) {
		if (plan->items[i].movement == movement) {
			in = true;
			why = &plan->items[i].choice_why;
		}
	}
	for (int i = 0; i < plan->withheld_count; i++)
		if (plan->withheld[i].movement == movement)
			why = &plan->withheld[i].why;
	if (core->allowed.locked && core->allowed.lock_count > 0)
		why = &core->allowed.locks[0].why;
	printf("%s is %s.\n", keel_say_movement(core, id, "name"),
	       in ? "in today's session" : "not in today's session");
	keel_say_reason(stdout, core, 0, why);
	printf("Rule %s; source %s; grade %c\n", keel_rule_id(why->rule),
	       keel_rule_source(why->rule), keel_rule_grade(why->rule));
	for (int i = 0; i < plan->item_count; i++)
		if (plan->items[i].movement == movement)
			keel_say_reason(stdout, core, 0, &plan->items[i].dose_why);
	say_history(core, id);
	say_effects(core, id);
	return in;
}

/* A session of that date prescribed from other facts cannot be planned again: it is said, and what
 * was prescribed stands in `keel replay`. */
static void warn_of_facts(const keel_core *core)
{
	char facts[17];
	keel_hash_text(core->catalogue->facts_hash, facts);
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		const keel_event_session_prescribed *session = &entry->event->u.session_prescribed;
		if (entry->retracted || entry->event->type != KEEL_EVENT_SESSION_PRESCRIBED ||
		    session->date != core->moment.date ||
		    keel_text_equals(session->facts, facts, strlen(facts)))
			continue;
		fprintf(stderr,
			"keel why: that day was planned with another catalogue (%.*s, this is %s); "
			"this is what this one says\n",
			(int)session->facts.byte_count, session->facts.bytes, facts);
		return;
	}
}

int keel_cmd_why(int argc, char **argv)
{
	replay_def def = {0};
	keel_record record = {0};
	keel_now now;
	if (!parse(argc, argv, 2, &def))
		return KEEL_EXIT_USAGE;
	if (def.until == NULL)
		def.until = def.at; /* a past day is judged by what was known then */
	int code = open_log(&def, &record, &now);
	if (code == KEEL_EXIT_DONE) {
		int movement = keel_movement_find(record.core->catalogue, def.operands[1],
						  strlen(def.operands[1]));
		if (movement == KEEL_NO_MOVEMENT) {
			fprintf(stderr,
				"keel why: there is no movement \"%s\"; `keel catalogue list` "
				"names them\n",
				def.operands[1]);
			code = KEEL_EXIT_BAD_INPUT;
		} else {
			bool in = false;
			keel_coach_day(record.core, &now);
			warn_of_facts(record.core);
			why_movement = def.operands[1];
			for (int i = 0; i < record.core->prescription.item_count; i++)
				in |= record.core->prescription.items[i].movement == movement;
			if (def.json)
				code = keel_print_json(record.core, ask_why, &now);
			else
				say_why(record.core, movement);
			if (code == KEEL_EXIT_DONE && !in)
				code = KEEL_EXIT_NO;
		}
	}
	keel_record_close(&record);
	return code;
}
