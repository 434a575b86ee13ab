/* Goal: invariant 12, never empty-handed: with no lock, today holds at least one movement, for
 * every combination of abilities, conditions, resting directions and stage caps; and invariants 3
 * to 6, 8, 9 and 11 hold for each of these sessions. Method: enumeration over the fixture and over
 * the catalogue inside the program: 2^4 abilities x 2^12 groups of conditions (those that close the
 * same gates count once) x none or all directions resting; then 2^4 abilities x 2^4 directions x
 * every movement resting or not x easy day x equipment x programme.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/catalogue/catalogue.h"
#include "core/plan/plan.h"
#include "core/safety/safety.h"
#include "core/state/test_facts.h"
#include "core/state/test_record.h"

static unsigned char memory[4 << 20];
static const keel_catalogue *embedded;
static keel_allowed allowed;
static keel_prescription prescription;
static long session_count;

static const keel_catalogue *load_embedded(void)
{
	if (embedded != NULL)
		return embedded;
	keel_arena arena;
	keel_spot spot;
	keel_arena_init(&arena, memory, sizeof memory);
	assert_int_equal(keel_catalogue_load(keel_embedded_catalogue, keel_embedded_catalogue_bytes,
					     &arena, &embedded, &spot),
			 KEEL_ERR_OK);
	return embedded;
}

/* Groups of conditions that close the same gates. */
static const int groups[][3] = {
	{KEEL_CONDITION_FLEXION_SENSITIVE, KEEL_CONDITION_MORNINGS_WORSE, -1},
	{KEEL_CONDITION_EXTENSION_SENSITIVE, -1, -1},
	{KEEL_CONDITION_OSTEOPOROSIS, -1, -1},
	{KEEL_CONDITION_VERTEBRAL_FRACTURE, -1, -1},
	{KEEL_CONDITION_PREGNANCY, -1, -1},
	{KEEL_CONDITION_FALLS, -1, -1},
	{KEEL_CONDITION_HIP_REPLACEMENT, -1, -1},
	{KEEL_CONDITION_WRIST_SHOULDER, -1, -1},
	{KEEL_CONDITION_BLOOD_PRESSURE, KEEL_CONDITION_GLAUCOMA, -1},
	{KEEL_CONDITION_ABDOMINAL, -1, -1},
	{KEEL_CONDITION_STENOSIS, -1, -1},
	{KEEL_CONDITION_SPONDYLOLISTHESIS, -1, -1},
};
enum { GROUP_COUNT = sizeof groups / sizeof groups[0] };
_Static_assert(KEEL_CONDITION_COUNT == 14, "a new condition wants its place in groups");
_Static_assert(KEEL_ABILITY_COUNT == 4 && KEEL_DIRECTION_COUNT == 4, "the loops count to 16");

static void set_conditions(keel_state *state, unsigned set)
{
	for (int i = 0; i < GROUP_COUNT; i++)
		for (int k = 0; k < 3 && groups[i][k] >= 0; k++)
			state->condition[groups[i][k]].has = (int32_t)(set >> i & 1);
}

static void set_abilities(keel_state *state, unsigned set)
{
	for (int i = 0; i < KEEL_ABILITY_COUNT; i++)
		state->ability[i] = (int8_t)((set >> i & 1) == 0);
}

static void set_directions(keel_state *state, unsigned set, int32_t date)
{
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		state->directions[i].spread_order = set >> i & 1;
		state->directions[i].spread_date = date;
	}
}

static void check_item(const keel_catalogue *catalogue, const keel_item *item, unsigned resting)
{
	const keel_movement *facts = &catalogue->movements[item->movement];
	const keel_movement_verdict *verdict = &allowed.movements[item->movement];
	assert_int_equal(verdict->standing, KEEL_STANDING_ALLOWED);
	assert_true(item->rung >= 1 && item->rung <= verdict->rung);
	assert_true(item->dose_why.rule < KEEL_RULE_COUNT);
	assert_true(item->choice_why.rule < KEEL_RULE_COUNT);
	assert_true(item->working_s > 0 && item->total_s >= item->working_s);
	if ((facts->directions & resting) != 0 && !facts->neutral)
		assert_int_equal(item->purpose, KEEL_PURPOSE_WAY_BACK);
	assert_true(facts->stage <= allowed.stage_today || allowed.programme >= 0);
}

/* Invariant 9: both kinds, where the allowed set has them. */
static void check_kinds(const keel_catalogue *catalogue)
{
	bool had[2] = {false, false}, has[2] = {false, false};
	for (int i = 0; i < catalogue->movement_count; i++) {
		int aim = catalogue->movements[i].aim;
		bool loosens = aim == KEEL_AIM_MOBILITY || aim == KEEL_AIM_STRETCH;
		bool controls = aim >= KEEL_AIM_CONTROL && aim <= KEEL_AIM_INTEGRATE;
		if (allowed.movements[i].standing != KEEL_STANDING_ALLOWED)
			continue;
		had[0] = had[0] || loosens;
		had[1] = had[1] || controls;
		for (int k = 0; k < prescription.item_count; k++) {
			has[0] = has[0] || (prescription.items[k].movement == i && loosens);
			has[1] = has[1] || (prescription.items[k].movement == i && controls);
		}
	}
	assert_int_equal(has[0], had[0]);
	assert_int_equal(has[1], had[1]);
}

static void check_day(const keel_catalogue *catalogue, const keel_state *state, int32_t date,
		      unsigned resting)
{
	keel_moment now = {date, 430, 10};
	keel_safety_allowed(catalogue, state, &now, &allowed);
	assert_false(allowed.locked);
	keel_plan_make(catalogue, state, &allowed, keel_plan_seed(7, date), &prescription);
	session_count++;
	assert_true(prescription.item_count >= 1);
	assert_int_equal(keel_safety_check(catalogue, state, &allowed, &prescription), 0);
	assert_int_equal(prescription.item_count + prescription.withheld_count,
			 catalogue->movement_count);
	for (int i = 0; i < prescription.item_count; i++)
		check_item(catalogue, &prescription.items[i], resting);
	if (allowed.programme < 0) {
		check_kinds(catalogue);
		assert_true(prescription.minutes <= 15);
		assert_true(prescription.item_count <= 4);
	}
}

static void every_body_and_condition(const keel_catalogue *catalogue)
{
	static test_record record;
	test_begin(&record, TEST_MONDAY);
	test_screen(&record, catalogue);
	for (unsigned abilities = 0; abilities < 1u << KEEL_ABILITY_COUNT; abilities++)
		for (unsigned set = 0; set < 1u << GROUP_COUNT; set++)
			for (unsigned rests = 0; rests < 2; rests++) {
				unsigned resting = rests * 15;
				set_abilities(&record.state, abilities);
				set_conditions(&record.state, set);
				set_directions(&record.state, resting, TEST_MONDAY - 1);
				check_day(catalogue, &record.state, TEST_MONDAY, resting);
			}
}

/* Every movement hurt yesterday, so that all that can rest does. */
static void hurt_everything(test_record *record, const keel_catalogue *catalogue, int from)
{
	char id[] = "hurt0";
	id[4] = (char)('0' + from / 8 % 10);
	test_session session = {.id = id, .stage = KEEL_STAGE_RESTORE, .pain = 3, .end_pain = 3};
	for (int i = from; i < catalogue->movement_count && i < from + 8; i++)
		session.items[session.item_count++] =
			test_rise(catalogue->movements[i].id, 1, 7, 0);
	test_hold_session(record, catalogue, &session);
}

static void set_equipment(keel_state *state, int kind)
{
	for (int i = 0; i < KEEL_EQUIPMENT_COUNT; i++)
		state->equipment[i] = kind == 0 ? KEEL_UNKNOWN : (int8_t)(kind - 1);
}

static void every_rest_and_programme(const keel_catalogue *catalogue)
{
	static test_record plain, hurt;
	test_begin(&plain, TEST_MONDAY);
	test_screen(&plain, catalogue);
	hurt = plain;
	for (int from = 0; from < catalogue->movement_count; from += 8)
		hurt_everything(&hurt, catalogue, from);
	for (int choice = -1; choice < catalogue->programme_count; choice++) {
		const char *programme = choice < 0 ? "personal" : catalogue->programmes[choice].id;
		test_programme(&plain, programme);
		test_programme(&hurt, programme);
		for (unsigned at = 0; at < 16 * 16 * 2 * 3 * 2; at++) {
			test_record *record = (at >> 8 & 1) == 1 ? &hurt : &plain;
			int32_t date = TEST_MONDAY + 1;
			unsigned resting = at & 15;
			keel_state *state = &record->state;
			set_abilities(state, at >> 4 & 15);
			set_directions(state, resting, date - (at >> 9) / 3 % 2 * 3);
			set_equipment(state, (int)((at >> 9) % 3));
			state->pain_last = (at >> 9) / 3 == 1 ? 9 : 4;
			state->pain_last_date = date;
			check_day(catalogue, state, date, resting);
		}
	}
}

static void fixture_is_never_empty(void **state)
{
	(void)state;
	every_body_and_condition(test_facts());
	every_rest_and_programme(test_facts());
	assert_true(session_count > 130000);
}

static void real_catalogue_is_never_empty(void **state)
{
	(void)state;
	every_body_and_condition(load_embedded());
	every_rest_and_programme(load_embedded());
}

/* Even a clinician who forbids everything leaves the gentlest of the neutral set. */
static void forbidden_to_the_last(void **state)
{
	(void)state;
	static test_record record;
	const keel_catalogue *catalogue = load_embedded();
	test_begin(&record, TEST_MONDAY);
	test_screen(&record, catalogue);
	for (int i = 0; i < catalogue->movement_count; i++) {
		keel_event event = test_event(KEEL_EVENT_CLINICIAN_EDIT);
		event.u.clinician_edit.edit = KEEL_EDIT_FORBID;
		event.u.clinician_edit.movement = test_text(catalogue->movements[i].id);
		event.u.clinician_edit.gate = KEEL_ABSENT;
		event.u.clinician_edit.until_date = KEEL_ABSENT;
		test_fold(&record, event);
	}
	check_day(catalogue, &record.state, TEST_MONDAY, 0);
	assert_int_equal(prescription.item_count, 1);
	assert_true(catalogue->movements[prescription.items[0].movement].neutral);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fixture_is_never_empty),
		cmocka_unit_test(real_catalogue_is_never_empty),
		cmocka_unit_test(forbidden_to_the_last),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
