/* keel sim: virtual people over the real coach, invariants checked at each step. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "core/base/arena.h"
#include "core/base/date.h"
#include "core/catalogue/catalogue.h"
#include "sim/sim.h"

const char keel_help_sim[] =
	"usage: keel sim [--people N] [--days D] [--seed S] [--policy NAME] [--json]\n"
	"\n"
	"Lets seeded virtual people exercise for days on end, checks every invariant of every plan "
	"with code of\n"
	"its own, and compares with rivals that listen to nobody. The same seed gives the same "
	"numbers on every\n"
	"machine. It is an engineering check and no evidence about people.\n"
	"\n"
	"  --people N      how many (200)\n"
	"  --days D        how long (56)\n"
	"  --seed S        which ones (1)\n"
	"  --policy NAME   keel, five-best, sheet, random, always-up or all (keel)\n"
	"  --threads N     how many at a time (1); the numbers are the same\n"
	"  --person P      only the one with that number\n"
	"  --record FILE   writes the record of --person, for keel replay\n"
	"  --answers       writes every record with what the core says of it, for another build to "
	"compare\n"
	"  --logs DIR      where records of violations go (the present folder)\n"
	"  --plant D       makes up one violation on day D, to see that it is told\n"
	"  --table         prints the parameters with their sources, and ends\n"
	"  --json          the answer as JSON\n"
	"\n"
	"Ends with 1 when an invariant was violated, or when in a run of 100,000 person-days and "
	"more a rule never\n"
	"fired (1,000 times in a run of 10,000,000). A violation prints seed, person and day, and "
	"writes the\n"
	"person's record.\n";

enum {
	RECORDS_MAX = 3,
	CATALOGUE_BYTES = 1 << 20,
	PERSON_DAYS_FOR_RULES = 1000000,
	PERSON_DAYS_FOR_MANY = 10000000,
	RULES_MANY = 1000,
	RARE_EVERY = 12
};

typedef struct sim_options {
	const char *people, *days, *seed, *policy, *person, *record, *logs, *threads, *plant;
	bool json, table, answers;
} sim_options;

static bool read_number(const char *text, long long low, long long high, long long *value)
{
	char *end;
	if (text == NULL)
		return true;
	errno = 0;
	long long number = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || number < low || number > high) {
		fprintf(stderr, "keel: \"%s\" is not a number from %lld to %lld\n", text, low,
			high);
		return false;
	}
	*value = number;
	return true;
}

static int find_policy(const char *name)
{
	for (int i = 0; i < SIM_POLICY_COUNT; i++)
		if (strcmp(sim_policy_names[i], name) == 0)
			return i;
	return -1;
}

static void print_table(void)
{
	for (int i = 0; i < SIM_PARAMETER_COUNT; i++)
		printf("%-20s %8.4f  %-38s %s\n", sim_parameters[i].name, sim_parameters[i].value,
		       sim_parameters[i].unit, sim_parameters[i].source);
}

static bool write_record(const sim_def *def, int person, const char *path)
{
	FILE *file = fopen(path, "w");
	bool written = file != NULL && sim_write_record(def, person, file);
	if (file != NULL && fclose(file) != 0)
		written = false;
	if (!written)
		fprintf(stderr, "keel: %s: %s\n", path, errno != 0 ? strerror(errno) : "no record");
	return written;
}

static void write_violations(const sim_def *def, const sim_watch *watch, const char *folder)
{
	int written = 0;
	for (int i = 0; i < watch->code_count && written < RECORDS_MAX; i++) {
		char path[4096];
		if (watch->codes[i].odd)
			continue;
		written++;
		snprintf(path, sizeof path, "%s/keel-sim-%llu-%d.jsonl", folder,
			 (unsigned long long)def->seed, watch->codes[i].person);
		keel_civil day = keel_date_to_civil(sim_first_date(watch->codes[i].person) +
						    watch->codes[i].day);
		if (write_record(def, watch->codes[i].person, path))
			fprintf(stderr,
				"keel: wrote %s; keel replay %s --until "
				"%04d-%02d-%02dT23:59:00+01:00\n",
				path, path, day.year, day.month, day.day);
	}
}

static int run(const sim_def *def, const sim_options *options, int policy)
{
	static sim_result results[SIM_POLICY_COUNT];
	static sim_watch watch;
	int count = 0;
	memset(&watch, 0, sizeof watch);
	for (int i = 0; i < SIM_POLICY_COUNT; i++)
		if (policy == SIM_POLICY_COUNT || policy == i)
			sim_run(def, (sim_policy)i, &watch, &results[count++]);
	(options->json ? sim_report_json : sim_report)(stdout, def, results, count, &watch);
	if (watch.violation_count > 0)
		write_violations(def, &watch, options->logs == NULL ? "." : options->logs);
	int64_t person_days = (int64_t)def->people * def->days;
	bool alone = def->only_person != SIM_PERSON_ANY || results[0].policy != SIM_POLICY_KEEL;
	int64_t at_least = person_days >= PERSON_DAYS_FOR_MANY ? RULES_MANY : 1;
	int silent = 0;
	if (!alone && person_days >= PERSON_DAYS_FOR_RULES)
		silent = sim_report_silent(NULL, &watch, at_least);
	if (silent > 0)
		fprintf(stderr, "keel: %d rules fired less than %lld times and are not explained\n",
			silent, (long long)at_least);
	return watch.violation_count > 0 || silent > 0 ? KEEL_EXIT_NO : KEEL_EXIT_DONE;
}

static int with_catalogue(sim_def *def, const sim_options *options, int policy)
{
	keel_arena arena;
	keel_spot spot = {.message = ""};
	void *block = malloc(CATALOGUE_BYTES);
	if (block == NULL)
		return KEEL_EXIT_WORLD;
	keel_arena_init(&arena, block, CATALOGUE_BYTES);
	keel_err err = keel_catalogue_load(keel_embedded_catalogue, keel_embedded_catalogue_bytes,
					   &arena, &def->catalogue, &spot);
	def->catalogue_bytes = keel_embedded_catalogue;
	def->catalogue_byte_count = keel_embedded_catalogue_bytes;
	int code = KEEL_EXIT_WORLD;
	if (err != KEEL_ERR_OK)
		fprintf(stderr, "keel: the catalogue: %s\n", keel_err_sentence(err));
	else if (options->answers)
		code = sim_write_all(def, stdout) ? KEEL_EXIT_DONE : KEEL_EXIT_WORLD;
	else if (options->record != NULL)
		code = write_record(def, def->only_person, options->record) ? KEEL_EXIT_DONE
									    : KEEL_EXIT_WORLD;
	else
		code = run(def, options, policy);
	free(block);
	return code;
}

int keel_cmd_sim(int argc, char **argv)
{
	sim_options options = {0};
	const keel_option known[] = {
		{"--people", &options.people, NULL}, {"--days", &options.days, NULL},
		{"--seed", &options.seed, NULL},     {"--policy", &options.policy, NULL},
		{"--person", &options.person, NULL}, {"--record", &options.record, NULL},
		{"--logs", &options.logs, NULL},     {"--json", NULL, &options.json},
		{"--table", NULL, &options.table},   {"--threads", &options.threads, NULL},
		{"--plant", &options.plant, NULL},   {"--answers", NULL, &options.answers},
	};
	int operand_count;
	sim_def def = sim_default_def();
	if (!keel_args_parse(argc, argv, known, sizeof known / sizeof known[0], NULL, 0,
			     &operand_count))
		return KEEL_EXIT_USAGE;
	if (options.table) {
		print_table();
		return KEEL_EXIT_DONE;
	}
	long long people = def.people, days = def.days, seed = (long long)def.seed;
	long long person = SIM_PERSON_ANY, threads = def.threads, plant = -1;
	if (!read_number(options.people, 1, 100000000, &people) ||
	    !read_number(options.days, 1, SIM_DAYS_MAX - 50, &days) ||
	    !read_number(options.seed, 0, INT64_MAX, &seed) ||
	    !read_number(options.plant, 0, SIM_DAYS_MAX, &plant) ||
	    !read_number(options.threads, 1, 64, &threads) ||
	    !read_number(options.person, 0, SIM_RARE_FROM + 100000000LL, &person))
		return KEEL_EXIT_USAGE;
	bool all = options.policy != NULL && strcmp(options.policy, "all") == 0;
	int policy = all ? SIM_POLICY_COUNT
			 : find_policy(options.policy == NULL ? "keel" : options.policy);
	if (policy < 0 || (options.record != NULL && person == SIM_PERSON_ANY)) {
		fprintf(stderr, "keel: %s\n",
			policy < 0 ? "there is no such policy" : "--record wants a --person");
		return KEEL_EXIT_USAGE;
	}
	def.people = person >= people && person < SIM_RARE_FROM ? (int)person + 1 : (int)people;
	def.days = (int)days;
	def.plant_day = (int)plant;
	def.rare =
		person >= SIM_RARE_FROM ? (int)person - SIM_RARE_FROM + 1 : def.people / RARE_EVERY;
	def.threads = (int)threads;
	def.seed = (uint64_t)seed;
	def.only_person = (int)person;
	return with_catalogue(&def, &options, policy);
}
