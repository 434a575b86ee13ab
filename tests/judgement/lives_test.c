/* Goal: the rules carry the six people of C10 for eight weeks: never empty, never all resting,
 * never up after a rise, and who improves climbs; noise alone lowers no dose and opens no flare.
 * Method: seeded lives over the real safety and plan and the catalogue inside the program, day by
 * day, every invariant looked at with simple eyes of its own. A failure names person, seed and day.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/catalogue/catalogue.h"
#include "core/plan/plan.h"
#include "core/safety/safety.h"
#include "core/state/test_record.h"

enum { DAYS = 56, SEEDS = 40 };

typedef struct test_person {
	const char *name;
	int pain_first, pain_last; /* linear over the eight weeks */
	int training;
	int condition;	   /* -1 none */
	int bad_direction; /* adds 2 that does not settle; -1 none */
	int effort;
	bool answers_mornings;
	bool improves;
} test_person;

static const test_person people[] = {
	{"acute flare", 8, 2, 0, -1, -1, 55, true, true},
	{"steady 4", 4, 4, 0, -1, -1, 55, true, false},
	{"sciatica", 6, 3, 0, -1, KEEL_DIRECTION_FLEXION, 55, true, true},
	{"osteoporosis", 3, 3, 0, KEEL_CONDITION_OSTEOPOROSIS, -1, 55, true, false},
	{"desk worker", 2, 2, 1, -1, -1, 35, false, false},
	{"everything a 6", 6, 6, 0, -1, -1, 70, true, false},
};

typedef struct test_life {
	const test_person *person;
	uint64_t random;
	bool held; /* noise held to the answer before */
	int noise;
	test_record record;
	int last_rung[KEEL_MOVEMENTS_MAX];
	bool last_bad[KEEL_MOVEMENTS_MAX]; /* rise or lost form at its last time */
	int32_t rests_until[KEEL_MOVEMENTS_MAX];
	int best_stage;
	int raised;
	int lowered;
} test_life;

static unsigned char memory[4 << 20];
static const keel_catalogue *catalogue;
static keel_allowed allowed;
static keel_prescription prescription, again;

static int random_under(test_life *life, int limit)
{
	life->random ^= life->random >> 12;
	life->random ^= life->random << 25;
	life->random ^= life->random >> 27;
	return (int)((life->random * 0x2545f4914f6cdd1du >> 33) % (uint64_t)limit);
}

/* -1, 0, +1 with weights 1:2:1. */
static int noise(test_life *life)
{
	static const int table[] = {-1, 0, 0, 1};
	return table[random_under(life, 4)];
}

static int clamp(int pain)
{
	if (pain < 0)
		return 0;
	return pain > 10 ? 10 : pain;
}

static int truth(const test_life *life, int day)
{
	const test_person *person = life->person;
	return person->pain_first + (person->pain_last - person->pain_first) * day / (DAYS - 1);
}

static test_item answer(test_life *life, const keel_item *item, int day, int before)
{
	const keel_movement *facts = &catalogue->movements[item->movement];
	const test_person *person = life->person;
	bool hurts =
		person->bad_direction >= 0 && (facts->directions >> person->bad_direction & 1) == 1;
	int now = clamp(truth(life, day) + (life->held ? life->noise : noise(life)) +
			(hurts && !facts->neutral ? 2 : 0));
	test_item done = test_same(facts->id, item->rung);
	done.purpose = (int)item->purpose;
	done.further = item->purpose == KEEL_PURPOSE_WAY_BACK ? 0 : -1;
	if (facts->aim >= KEEL_AIM_BRACE)
		done.challenge = person->effort;
	if (now - before == 1) {
		done.change = KEEL_CHANGE_A_BIT_MORE;
		done.settled = !hurts;
	} else if (now - before >= 2) {
		done.change = KEEL_CHANGE_CLEARLY_MORE;
		done.pain = now;
		done.settled = !hurts;
	}
	return done;
}

static void fail_at(const test_life *life, int day, uint64_t seed, const char *what)
{
	fail_msg("%s, seed %d, day %d: %s", life->person->name, (int)seed, day, what);
}

static void check_item(test_life *life, const keel_item *item, int day, uint64_t seed)
{
	int movement = item->movement;
	int last = life->last_rung[movement];
	if (item->rung > last + 1 && last > 0)
		fail_at(life, day, seed, "more than one rung up");
	if (last > 0 && item->rung > last && life->last_bad[movement])
		fail_at(life, day, seed, "up after a rise or lost form");
	if (life->record.date < life->rests_until[movement] &&
	    item->purpose != KEEL_PURPOSE_WAY_BACK)
		fail_at(life, day, seed, "offered while it rests");
	if (last > 0 && item->rung > last)
		life->raised++;
	if (last > 0 && item->rung < last)
		life->lowered++;
}

static void check_day(test_life *life, int day, uint64_t seed)
{
	int up = 0, resting = 0, at_hand = 0;
	if (allowed.locked)
		fail_at(life, day, seed, "locked");
	if (prescription.item_count == 0)
		fail_at(life, day, seed, "empty");
	if (keel_safety_check(catalogue, &life->record.state, &allowed, &prescription) != 0)
		fail_at(life, day, seed, "the second pass changed something");
	if (prescription.search_stopped)
		fail_at(life, day, seed, "the choice was not proved");
	for (int i = 0; i < prescription.item_count; i++) {
		const keel_item *item = &prescription.items[i];
		check_item(life, item, day, seed);
		up += life->last_rung[item->movement] > 0 &&
		      item->rung > life->last_rung[item->movement];
	}
	if (up > KEEL_RISES_A_SESSION_MAX)
		fail_at(life, day, seed, "more than two went up");
	if (allowed.holds && up > 0)
		fail_at(life, day, seed, "up on a day that holds");
	for (int i = 0; i < catalogue->movement_count; i++) {
		at_hand += allowed.movements[i].at_hand ? 1 : 0;
		resting += allowed.movements[i].rests ? 1 : 0;
	}
	if (2 * resting > at_hand && life->person->bad_direction < 0)
		fail_at(life, day, seed, "more than half rests");
	if (prescription.minutes > KEEL_MINUTES_USUAL)
		fail_at(life, day, seed, "too long");
}

static void live_session(test_life *life, int day, const char *id)
{
	int before = clamp(truth(life, day) + noise(life));
	life->noise = before - truth(life, day);
	test_session session = {.id = id,
				.stage = (int)prescription.stage,
				.easy_day = prescription.easy_day,
				.pain = before,
				.end_pain = before,
				.item_count = prescription.item_count};
	for (int i = 0; i < prescription.item_count; i++)
		session.items[i] = answer(life, &prescription.items[i], day, before);
	test_hold_session(&life->record, catalogue, &session);
	for (int i = 0; i < prescription.item_count; i++) {
		int movement = prescription.items[i].movement;
		const test_item *item = &session.items[i];
		life->last_rung[movement] = item->rung;
		life->last_bad[movement] = item->change != KEEL_CHANGE_SAME_OR_LESS;
		const keel_movement_state *record = keel_state_movement(
			&life->record.state, item->movement, (int)strlen(item->movement));
		bool stops = record->exposures[record->exposure_count - 1].rise >= KEEL_RISE_STOP &&
			     !catalogue->movements[movement].neutral;
		if (stops)
			life->rests_until[movement] = life->record.date + 4;
	}
}

static void live(test_life *life, uint64_t seed)
{
	static char ids[DAYS][4];
	for (int day = 0; day < DAYS; day++) {
		ids[day][0] = 'd';
		ids[day][1] = (char)('0' + day / 10);
		ids[day][2] = (char)('0' + day % 10);
		life->record.date = TEST_MONDAY + day;
		if (day > 0 && random_under(life, 7) == 0)
			continue; /* a day off */
		if (day % 7 == 0) {
			keel_event event = test_event(KEEL_EVENT_SCREENING_REVIEW);
			event.u.screening_review.answer = KEEL_REVIEW_NONE;
			test_fold(&life->record, event);
		}
		if (life->person->answers_mornings)
			test_morning(&life->record, clamp(truth(life, day) + noise(life)));
		else if (life->record.state.session_count > 0) {
			keel_event event = test_event(KEEL_EVENT_AFTER_EFFECT);
			int last = (int)life->record.state.session_count - 1;
			int before = life->record.state.sessions[last].date - TEST_MONDAY;
			event.u.after_effect = (keel_event_after_effect){test_text(ids[before]),
									 KEEL_AFTER_SETTLED};
			test_fold(&life->record, event);
		}
		keel_moment now = {life->record.date, 720, KEEL_UNKNOWN};
		uint64_t day_seed = keel_plan_seed(seed, life->record.date);
		keel_safety_allowed(catalogue, &life->record.state, &now, &allowed);
		keel_plan_make(catalogue, &life->record.state, &allowed, day_seed, &prescription);
		keel_plan_make(catalogue, &life->record.state, &allowed, day_seed, &again);
		assert_memory_equal(&prescription, &again, sizeof again);
		check_day(life, day, seed);
		if ((int)allowed.stage > life->best_stage)
			life->best_stage = (int)allowed.stage;
		live_session(life, day, ids[day]);
	}
}

static void begin(test_life *life, const test_person *person, uint64_t seed, bool held)
{
	memset(life, 0, sizeof *life);
	life->person = person;
	life->random = seed * 0x9e3779b97f4a7c15u + 1;
	life->held = held;
	test_begin(&life->record, TEST_MONDAY);
	test_screen(&life->record, catalogue);
	if (person->training == 1) {
		keel_event event = test_event(KEEL_EVENT_PROFILE);
		event.u.profile.birth_year = 1980;
		event.u.profile.training = KEEL_TRAINING_YES;
		test_fold(&life->record, event);
	}
	if (person->condition >= 0) {
		keel_event event = test_event(KEEL_EVENT_CONDITION);
		event.u.condition = (keel_event_condition){person->condition, 1, KEEL_ABSENT};
		test_fold(&life->record, event);
	}
}

static void six_people_eight_weeks(void **state)
{
	(void)state;
	keel_arena arena;
	keel_spot spot;
	keel_arena_init(&arena, memory, sizeof memory);
	assert_int_equal(keel_catalogue_load(keel_embedded_catalogue, keel_embedded_catalogue_bytes,
					     &arena, &catalogue, &spot),
			 KEEL_ERR_OK);
	for (size_t p = 0; p < sizeof people / sizeof people[0]; p++)
		for (int held = 0; held < 2; held++) {
			int reached[KEEL_STAGE_COUNT] = {0}, raised = 0, lowered = 0;
			for (uint64_t seed = 1; seed <= SEEDS; seed++) {
				static test_life life;
				begin(&life, &people[p], seed, held == 1);
				live(&life, seed);
				for (int stage = 0; stage <= life.best_stage; stage++)
					reached[stage]++;
				raised += life.raised;
				lowered += life.lowered;
			}
			print_message(
				"%-15s %s: strengthen %3d %%, fitness %3d %%, up %4d, down %4d\n",
				people[p].name, held == 1 ? "held" : "free",
				100 * reached[KEEL_STAGE_STRENGTHEN] / SEEDS,
				100 * reached[KEEL_STAGE_FITNESS] / SEEDS, raised, lowered);
			assert_true(raised > 0);
			if (people[p].improves)
				assert_true(100 * reached[KEEL_STAGE_STRENGTHEN] >= 95 * SEEDS);
			if (people[p].bad_direction < 0) /* noise lowers nothing */
				assert_int_equal(lowered, 0);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(six_people_eight_weeks)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
