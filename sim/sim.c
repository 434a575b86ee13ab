/* Running: one life after the other, memory made once; the people are dealt out to threads that
 * share nothing. */
#include "sim/sim.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/base/hash.h"
#include "sim/life.h"
#include "sim/rare.h"

enum {
	FIRST_DATE = 20514, /* 2026-03-02, a Monday; people begin on different weekdays */
	STREAM_DAY = 3,
	STREAM_FAULT = 4,
	SAMPLE_EVERY_USUAL = 50
};

const char *const sim_policy_names[SIM_POLICY_COUNT] = {
#define POLICY_NAME(NAME, name, what) name,
	SIM_POLICY_LIST(POLICY_NAME)
#undef POLICY_NAME
};

sim_def sim_default_def(void)
{
	return (sim_def){.people = 200,
			 .days = 56,
			 .seed = 1,
			 .only_person = SIM_PERSON_ANY,
			 .plant_day = -1,
			 .threads = 1,
			 .sample_every = SAMPLE_EVERY_USUAL};
}

int32_t sim_first_date(int person)
{
	return FIRST_DATE + person % 7;
}

/* What a run keeps between people. */
typedef struct run_memory {
	sim_life life;
	keel_state state, other;
	sim_ledger ledger;
	sim_diary diary;
	keel_allowed allowed;
	keel_prescription plan;
	keel_catalogue *changed;
	sim_result rare_result; /* thrown away */
} run_memory;

static void begin_life(run_memory *memory, int index)
{
	sim_life *life = &memory->life;
	const sim_def *def = life->def;
	sim_policy policy = life->policy;
	sim_result *result = life->result;
	sim_watch *watch = life->watch;
	memset(life, 0, sizeof *life);
	life->def = def;
	life->catalogue = def->catalogue;
	life->policy = policy;
	life->result = result;
	life->watch = watch;
	life->state = &memory->state;
	life->ledger = &memory->ledger;
	life->diary = &memory->diary;
	life->allowed = &memory->allowed;
	life->plan = &memory->plan;
	life->stage_first = -1;
	sim_person_make(&life->person, def->catalogue, def->seed, index);
	if (index >= SIM_RARE_FROM) {
		life->rare = 1 + (index - SIM_RARE_FROM) % (SIM_RARE_COUNT - 1);
		sim_rare_make(&life->person, (sim_rare)life->rare);
		if (life->rare == SIM_RARE_OLD_LADDER)
			life->catalogue = memory->changed;
	}
	sim_body_begin(&life->body, &life->person);
	if (policy != SIM_POLICY_KEEL)
		return;
	bool sampled = def->sample_every > 0 && index % def->sample_every == 0;
	memory->diary.keeps_lines =
		sampled || life->person.faulty_clock || def->only_person != SIM_PERSON_ANY;
	sim_ledger_begin(&memory->ledger, life->catalogue, sim_first_date(index));
	uint64_t person = keel_hash_end(
		keel_hash_i64(keel_hash_i64(keel_hash_start(), (int64_t)def->seed), index));
	sim_diary_begin(&memory->diary, &memory->state, &memory->ledger, person | 1);
	memory->diary.folds = !life->person.faulty_clock;
}

/* Two devices that do not always meet, clocks that jump, events of a newer program. */
static void spoil(sim_life *life)
{
	sim_diary *diary = life->diary;
	sim_rng rng = sim_stream(life->def->seed, (uint64_t)life->person.index, (uint64_t)life->day,
				 STREAM_FAULT);
	diary->device = 1 + (uint32_t)sim_below(&rng, 2);
	diary->lag = sim_chance(&rng, 0.2) ? sim_below(&rng, 30) : 0;
	diary->skew_ms = 0;
	if (sim_chance(&rng, 0.06))
		diary->skew_ms = (int64_t)(sim_below(&rng, 80) - 40) * 86400000;
	sim_diary_at(diary, life->date, 300);
	if (life->day > 20 && sim_chance(&rng, 0.004))
		sim_diary_write_unknown(diary, sim_chance(&rng, 0.2));
}

static bool is_away(sim_life *life)
{
	if (life->body.away_days > 0) {
		life->body.away_days--;
		return true;
	}
	if (life->day == 0 || !sim_life_chance(life, SIM_ABSENCE_A_DAY))
		return false;
	double days = life->person.trait[SIM_ABSENCE_DAYS] * 2 * sim_unit(&life->rng);
	life->body.away_days = (int)days;
	return true;
}

static void live_day(sim_life *life)
{
	life->date = sim_first_date(life->person.index) + life->day;
	life->rng = sim_stream(life->def->seed, (uint64_t)life->person.index, (uint64_t)life->day,
			       STREAM_DAY);
	if (life->day > 0)
		sim_body_night(&life->body, &life->person, life->day);
	bool keel = life->policy == SIM_POLICY_KEEL;
	if (keel && life->person.faulty_clock)
		spoil(life);
	if (keel && life->day == 0)
		sim_keel_first_day(life);
	if (is_away(life))
		return;
	if (keel)
		sim_keel_day(life);
	else
		sim_rival_day(life);
}

/* 10: the same set of events in another order of arrival is the same state; so is what was folded
 * as it came. */
static void check_shuffles(run_memory *memory)
{
	sim_life *life = &memory->life;
	const sim_diary *diary = &memory->diary;
	if (!diary->keeps_lines || diary->event_count == 0)
		return;
	life->watch->person = life->person.index;
	life->watch->day = life->day;
	uint64_t hash = sim_diary_refold(diary, 0, &memory->other);
	uint64_t shuffled = sim_diary_refold(diary, life->person.seed * 31 + 7, &memory->other);
	life->result->shuffled++;
	uint64_t pieces = sim_diary_in_pieces(life->def, diary, life->person.seed + 5,
					      &life->result->snapshots);
	bool same = hash != 0 && hash == shuffled && hash == pieces &&
		    (!diary->folds || hash == keel_state_hash(&memory->state));
	if (same)
		return;
	life->result->shuffled_wrong++;
	sim_violation(life->watch, "10 the same events, another state",
		      "%016llx %016llx %016llx %016llx", (unsigned long long)hash,
		      (unsigned long long)shuffled, (unsigned long long)pieces,
		      (unsigned long long)keel_state_hash(&memory->state));
}

static void note_slow(sim_life *life)
{
	const sim_person *person = &life->person;
	if (life->rare != SIM_RARE_NOT || !sim_improves(person) || life->reached ||
	    life->sessions_six_weeks < 12)
		return;
	sim_oddity(
		life->watch,
		person->programme >= 0
			? "13 improves, 12 sessions, no stage further in six weeks, on a programme"
			: "13 improves, 12 sessions, no stage further in six weeks",
		"%s: %d sessions, exercises_max %d, minutes %d, stage %d",
		sim_kind_names[person->kind], life->session_number, person->exercises_max,
		person->minutes, life->stage_best);
}

static void end_life(run_memory *memory)
{
	sim_life *life = &memory->life;
	sim_result *result = life->result;
	result->people++;
	result->improving += sim_improves(&life->person) && life->person.programme < 0;
	if (life->policy != SIM_POLICY_KEEL)
		return;
	bool active = sim_improves(&life->person) && life->person.programme < 0 &&
		      life->sessions_six_weeks >= 12;
	result->improving_active += active;
	result->improving_active_reached += active && life->reached;
	result->people_steady += life->was_steady;
	result->people_stuck += life->was_stuck;
	result->movement_days += life->own_movement_days;
	result->resting_days += life->own_resting_days;
	if (life->own_movement_days > 0)
		result->resting_bins[100 * life->own_resting_days / life->own_movement_days]++;
	note_slow(life);
	if (life->person.programme < 0 && !life->person.faulty_clock)
		result->order_people[life->watch->open_step]++;
	check_shuffles(memory);
}

/* Of this thread: what others do on the machine is not its business. */
static double now_s(void)
{
	struct timespec at;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
	return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static run_memory *new_memory(const sim_def *def)
{
	run_memory *memory = calloc(1, sizeof *memory);
	if (memory == NULL)
		abort(); /* a simulation without memory has no result */
	memory->changed = sim_rare_catalogue(def->catalogue);
	return memory;
}

static void free_memory(run_memory *memory)
{
	sim_ledger_end(&memory->ledger);
	sim_diary_end(&memory->diary);
	sim_rare_catalogue_end(memory->changed);
	free(memory);
}

/* Those people whose turn it is: index modulo the threads. */
typedef struct run_part {
	const sim_def *def;
	sim_policy policy;
	int turn;
	pthread_t thread;
	sim_watch watch;
	sim_result result;
} run_part;

static void live_one(run_memory *memory, int index, sim_result *result)
{
	const sim_def *def = memory->life.def;
	if (def->only_person != SIM_PERSON_ANY && index != def->only_person)
		return;
	memory->life.result = result;
	begin_life(memory, index);
	int days = def->days + sim_rare_days((sim_rare)memory->life.rare);
	for (int day = 0; day < days; day++) {
		memory->life.day = day;
		live_day(&memory->life);
	}
	result->person_days += def->days;
	end_life(memory);
}

static void live_part(run_part *part)
{
	const sim_def *def = part->def;
	run_memory *memory = new_memory(def);
	memory->life.def = def;
	memory->life.policy = part->policy;
	memory->life.watch = &part->watch;
	double began_s = now_s();
	for (int i = part->turn; i < def->people; i += def->threads)
		live_one(memory, i, &part->result);
	int rare = part->policy == SIM_POLICY_KEEL ? def->rare : 0;
	for (int i = part->turn; i < rare; i += def->threads)
		live_one(memory, SIM_RARE_FROM + i, &memory->rare_result);
	part->result.seconds = now_s() - began_s;
	free_memory(memory);
}

static void *live_thread(void *part)
{
	live_part(part);
	return NULL;
}

void sim_run(const sim_def *def, sim_policy policy, sim_watch *watch, sim_result *result)
{
	run_part *parts = calloc((size_t)def->threads, sizeof *parts);
	if (parts == NULL)
		abort(); /* a simulation without memory has no result */
	memset(result, 0, sizeof *result);
	result->policy = policy;
	for (int i = 0; i < def->threads; i++) {
		parts[i].def = def;
		parts[i].policy = policy;
		parts[i].turn = i;
		if (i > 0 && pthread_create(&parts[i].thread, NULL, live_thread, &parts[i]) != 0)
			abort();
	}
	live_part(&parts[0]);
	for (int i = 0; i < def->threads; i++) {
		if (i > 0)
			pthread_join(parts[i].thread, NULL);
		sim_result_merge(result, &parts[i].result);
		sim_watch_merge(watch, &parts[i].watch);
	}
	free(parts);
}

/* Lives one person's days under keel; the record stays in the memory's diary. */
static void live_for_record(run_memory *memory, const sim_def *def, int person, sim_watch *watch)
{
	sim_def alone = *def;
	sim_result result = {0};
	alone.only_person = person;
	memory->life.def = &alone;
	memory->life.policy = SIM_POLICY_KEEL;
	memory->life.result = &result;
	memory->life.watch = watch;
	begin_life(memory, person);
	int days = def->days + sim_rare_days((sim_rare)memory->life.rare);
	for (int day = 0; day < days; day++) {
		memory->life.day = day;
		live_day(&memory->life);
	}
}

bool sim_write_record(const sim_def *def, int person, FILE *out)
{
	sim_watch *watch = calloc(1, sizeof *watch);
	run_memory *memory = new_memory(def);
	if (watch != NULL)
		live_for_record(memory, def, person, watch);
	size_t bytes = memory->diary.used_bytes;
	bool written = bytes > 0 && fwrite(memory->diary.lines, 1, bytes, out) == bytes;
	free_memory(memory);
	free(watch);
	return written;
}

bool sim_write_all(const sim_def *def, FILE *out)
{
	sim_watch *watch = calloc(1, sizeof *watch);
	run_memory *memory = new_memory(def);
	bool written = watch != NULL;
	for (int i = 0; written && i < def->people; i++) {
		live_for_record(memory, def, i, watch);
		written = sim_write_answers(def, &memory->diary, i, out);
	}
	free_memory(memory);
	free(watch);
	return written;
}

int sim_median(const int64_t *bins)
{
	int64_t total = 0, below = 0;
	for (int i = 0; i < SIM_SHARE_BINS; i++)
		total += bins[i];
	for (int i = 0; i < SIM_SHARE_BINS && total > 0; i++) {
		below += bins[i];
		if (2 * below >= total)
			return i;
	}
	return -1;
}
