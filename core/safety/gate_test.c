/* Goal: each condition closes what C5 says, hard or soft, within its window, and nothing else.
 * Method: for every condition, the movements of the fixture it closes are listed by hand and
 * compared with all the others; windows and minutes on both sides; overrides; abilities; equipment.
 * Then the whole table by enumeration: every condition x every gate a file can name x the positions
 * and end ranges that stand for one, against the page written down a second time.
 */
#include "core/safety/safety_inside.h"
#include "core/safety/test_judge.h"

static void has(test_record *record, int condition, int32_t since_date)
{
	keel_event event = test_event(KEEL_EVENT_CONDITION);
	event.u.condition = (keel_event_condition){condition, 1, since_date};
	test_fold(record, event);
}

static const keel_allowed *judge_at(const test_record *record, int minute, int up_min)
{
	static keel_allowed allowed;
	keel_moment now = {record->date, minute, up_min};
	keel_safety_allowed(test_facts(), &record->state, &now, &allowed);
	return &allowed;
}

static bool listed(const char *list, const char *id)
{
	const char *at = list;
	size_t bytes = strlen(id);
	while ((at = strstr(at, id)) != NULL) {
		bool starts = at == list || at[-1] == ' ';
		if (starts && (at[bytes] == ' ' || at[bytes] == '\0'))
			return true;
		at += bytes;
	}
	return false;
}

static bool by_condition(const keel_movement_verdict *verdict)
{
	return verdict->standing != KEEL_STANDING_ALLOWED &&
	       (verdict->why.rule == KEEL_RULE_GATE_CONDITION_HARD ||
		verdict->why.rule == KEEL_RULE_GATE_CONDITION_SOFT ||
		verdict->why.rule == KEEL_RULE_GATE_MORNING);
}

typedef struct closing {
	int condition;
	const char *hard;
	const char *soft; /* among movements of calm and restore, and the programmes' */
} closing;

static void each_condition_closes_its_own(void **unused)
{
	(void)unused;
	static const closing rows[] = {
		{KEEL_CONDITION_OSTEOPOROSIS, "", "child-pose seated-twist"},
		{KEEL_CONDITION_VERTEBRAL_FRACTURE,
		 "child-pose seated-twist double-knee-to-chest curl-up deadlift", ""},
		{KEEL_CONDITION_PREGNANCY, "press-up prone-hip-extension", ""},
		{KEEL_CONDITION_HIP_REPLACEMENT, "", "seated-twist"},
		{KEEL_CONDITION_WRIST_SHOULDER, "", "cat-cow"},
		{KEEL_CONDITION_BLOOD_PRESSURE, "swing", ""},
		{KEEL_CONDITION_GLAUCOMA, "swing", ""},
		{KEEL_CONDITION_ABDOMINAL, "curl-up plank swing", ""},
		{KEEL_CONDITION_STENOSIS, "", "press-up"},
		{KEEL_CONDITION_SPONDYLOLISTHESIS, "", "press-up"},
		{KEEL_CONDITION_EXTENSION_SENSITIVE, "", ""},
		{KEEL_CONDITION_FALLS, "", ""},
	};
	for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
		test_record record;
		test_ready(&record);
		has(&record, rows[r].condition, KEEL_ABSENT);
		const keel_allowed *allowed = test_judge(&record);
		for (int i = 0; i < allowed->movement_count; i++) {
			const keel_movement_verdict *verdict = &allowed->movements[i];
			const char *id = test_facts()->movements[i].id;
			bool hard = listed(rows[r].hard, id);
			bool soft = listed(rows[r].soft, id);
			assert_int_equal(verdict->at_hand,
					 !hard && verdict->why.rule != KEEL_RULE_EQUIPMENT_MISSING);
			if (hard)
				assert_int_equal(verdict->standing, KEEL_STANDING_WITHHELD);
			if (soft)
				assert_int_equal(verdict->standing, KEEL_STANDING_SOFT);
			assert_int_equal(by_condition(verdict), hard || soft);
		}
	}
}

static void windows_of_dates(void **unused)
{
	(void)unused;
	static const struct {
		int condition, days;
		const char *movement;
		bool closed;
	} rows[] = {
		{KEEL_CONDITION_PREGNANCY, 139, "press-up", false},
		{KEEL_CONDITION_PREGNANCY, 140, "press-up", true},
		{KEEL_CONDITION_ABDOMINAL, 83, "swing", true},
		{KEEL_CONDITION_ABDOMINAL, 84, "swing", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		test_record record;
		test_ready(&record);
		has(&record, rows[i].condition, TEST_MONDAY - rows[i].days);
		assert_int_equal(test_verdict(&record, rows[i].movement)->why.rule ==
					 KEEL_RULE_GATE_CONDITION_HARD,
				 rows[i].closed);
	}
}

static void supine_is_short_in_pregnancy(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	has(&record, KEEL_CONDITION_PREGNANCY, KEEL_ABSENT);
	test_one(&record, "one", test_same("glute-bridge", 5), 3);
	record.date++;
	const keel_movement_verdict *verdict = test_verdict(&record, "glute-bridge");
	assert_int_equal(verdict->standing, KEEL_STANDING_ALLOWED);
	assert_int_equal(verdict->cautions[0].rule, KEEL_RULE_GATE_SUPINE_SHORT);
	const keel_movement *facts = &test_facts()->movements[test_movement("glute-bridge")];
	assert_true(keel_movement_total_s(facts, &verdict->dose) <= KEEL_SUPINE_MAX_S);
	assert_true(keel_movement_total_s(facts, &facts->rungs[verdict->rung]) > KEEL_SUPINE_MAX_S);
}

static void two_minutes_on_the_back(void **unused)
{
	(void)unused;
	static keel_movement movements[KEEL_MOVEMENTS_MAX];
	static const keel_dose bout[] = {{1, 25, 0, 0, 0, 0, 0}}; /* 25 x 4 s */
	keel_catalogue catalogue = *test_facts();
	memcpy(movements, catalogue.movements,
	       (size_t)catalogue.movement_count * sizeof(keel_movement));
	catalogue.movements = movements;
	keel_movement *bridge = &movements[test_movement("glute-bridge")];
	bridge->rungs = bout;
	bridge->rung_count = 1;
	for (int set_up_s = 20; set_up_s <= 21; set_up_s++) {
		test_record record;
		test_ready(&record);
		has(&record, KEEL_CONDITION_PREGNANCY, KEEL_ABSENT);
		bridge->set_up_ms = set_up_s * 1000;
		static keel_allowed allowed;
		keel_moment now = {record.date, 720, KEEL_UNKNOWN};
		keel_safety_allowed(&catalogue, &record.state, &now, &allowed);
		assert_int_equal(allowed.movements[test_movement("glute-bridge")].standing,
				 set_up_s == 20 ? KEEL_STANDING_ALLOWED : KEEL_STANDING_SOFT);
	}
}

static void the_first_hour(void **unused)
{
	(void)unused;
	static const struct {
		int minute, up_min, wake_min;
		bool closed;
	} rows[] = {
		{720, 59, -1, true},  {720, 60, -1, false},  {720, -1, -1, false},
		{479, -1, 420, true}, {480, -1, 420, false}, {400, -1, 420, true},
		{60, -1, 420, false}, {720, 10, 420, true},
	};
	for (int condition = 0; condition < 2; condition++)
		for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
			test_record record;
			test_ready(&record);
			has(&record,
			    condition == 0 ? KEEL_CONDITION_FLEXION_SENSITIVE
					   : KEEL_CONDITION_MORNINGS_WORSE,
			    KEEL_ABSENT);
			if (rows[i].wake_min >= 0) {
				keel_event event = test_event(KEEL_EVENT_SCHEDULE);
				event.u.schedule = (keel_event_schedule){
					KEEL_ABSENT, KEEL_ABSENT, KEEL_ABSENT, rows[i].wake_min};
				test_fold(&record, event);
			}
			const keel_allowed *allowed =
				judge_at(&record, rows[i].minute, rows[i].up_min);
			const keel_movement_verdict *verdict =
				&allowed->movements[test_movement("child-pose")];
			assert_int_equal(verdict->standing == KEEL_STANDING_SOFT, rows[i].closed);
			if (rows[i].closed)
				assert_int_equal(verdict->why.rule, KEEL_RULE_GATE_MORNING);
			/* mid-range flexion is free */
			assert_int_equal(allowed->movements[test_movement("pelvic-tilt")].standing,
					 KEEL_STANDING_ALLOWED);
		}
	test_record record;
	test_ready(&record); /* without a condition the hour is nothing */
	assert_int_equal(judge_at(&record, 720, 5)->movements[test_movement("child-pose")].standing,
			 KEEL_STANDING_ALLOWED);
}

static void override_gate(test_record *record, const char *movement, int gate, int32_t until_date)
{
	keel_event event = test_event(KEEL_EVENT_CLINICIAN_EDIT);
	event.u.clinician_edit.edit = KEEL_EDIT_OVERRIDE_GATE;
	event.u.clinician_edit.movement =
		movement == NULL ? (keel_text){NULL, 0} : test_text(movement);
	event.u.clinician_edit.gate = gate;
	event.u.clinician_edit.until_date = until_date;
	test_fold(record, event);
}

static void only_a_dated_override_opens_a_hard_gate(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	has(&record, KEEL_CONDITION_VERTEBRAL_FRACTURE, KEEL_ABSENT);
	override_gate(&record, "child-pose", KEEL_GATE_END_FLEXION, KEEL_ABSENT);
	assert_false(test_verdict(&record, "child-pose")->at_hand);
	override_gate(&record, "child-pose", KEEL_GATE_LOADED_FLEXION, TEST_MONDAY + 5);
	assert_false(test_verdict(&record, "child-pose")->at_hand);
	override_gate(&record, "child-pose", KEEL_GATE_END_FLEXION, TEST_MONDAY + 5);
	assert_true(test_verdict(&record, "child-pose")->at_hand);
	assert_false(test_verdict(&record, "double-knee-to-chest")->at_hand);
	record.date = TEST_MONDAY + 5;
	assert_true(test_verdict(&record, "child-pose")->at_hand);
	record.date = TEST_MONDAY + 6;
	assert_false(test_verdict(&record, "child-pose")->at_hand);
	override_gate(&record, NULL, KEEL_GATE_END_FLEXION, TEST_MONDAY + 6);
	assert_true(test_verdict(&record, "double-knee-to-chest")->at_hand);
}

static void abilities_close_positions(void **unused)
{
	(void)unused;
	static const char *const closed[KEEL_ABILITY_COUNT] = {
		[KEEL_ABILITY_KNEEL] =
			"bear-hold cat-cow child-pose hip-flexor-stretch quadruped-hip-extension",
		[KEEL_ABILITY_LIE] = "curl-up double-knee-to-chest glute-bridge pelvic-tilt "
				     "press-up prone-hip-extension segmental-roll side-plank "
				     "single-leg-bridge single-knee-to-chest",
		[KEEL_ABILITY_FLOOR] =
			"bear-hold cat-cow child-pose hip-flexor-stretch quadruped-hip-extension "
			"curl-up double-knee-to-chest glute-bridge pelvic-tilt press-up "
			"prone-hip-extension segmental-roll side-plank single-leg-bridge "
			"single-knee-to-chest plank seated-twist",
		[KEEL_ABILITY_CROSS_LEGS] = "seated-twist",
	};
	for (int ability = 0; ability < KEEL_ABILITY_COUNT; ability++) {
		test_record record;
		test_ready(&record);
		keel_event event = test_event(KEEL_EVENT_ABILITY);
		event.u.ability = (keel_event_ability){ability, 0};
		test_fold(&record, event);
		const keel_allowed *allowed = test_judge(&record);
		for (int i = 0; i < allowed->movement_count; i++)
			assert_int_equal(allowed->movements[i].why.rule == KEEL_RULE_GATE_ABILITY,
					 listed(closed[ability], test_facts()->movements[i].id));
	}
}

static void equipment_and_its_substitute(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_programme(&record, "movements-that-heal");
	const keel_movement_verdict *verdict = test_verdict(&record, "donkey-kick");
	assert_int_equal(verdict->why.rule, KEEL_RULE_EQUIPMENT_MISSING);
	assert_int_equal(verdict->instead, test_movement("wall-press-back"));
	static const int needed[] = {KEEL_EQUIPMENT_POST, KEEL_EQUIPMENT_BAG,
				     KEEL_EQUIPMENT_HELPER};
	for (int i = 0; i < 3; i++) {
		assert_int_not_equal(test_verdict(&record, "donkey-kick")->standing,
				     KEEL_STANDING_ALLOWED);
		keel_event event = test_event(KEEL_EVENT_EQUIPMENT);
		event.u.equipment = (keel_event_equipment){needed[i], 1};
		test_fold(&record, event);
	}
	assert_int_equal(test_verdict(&record, "donkey-kick")->standing, KEEL_STANDING_ALLOWED);
}

static void a_clinician_forbids(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	keel_event event = test_event(KEEL_EVENT_CLINICIAN_EDIT);
	event.u.clinician_edit.edit = KEEL_EDIT_FORBID;
	event.u.clinician_edit.movement = test_text("cat-cow");
	event.u.clinician_edit.gate = KEEL_ABSENT;
	event.u.clinician_edit.until_date = TEST_MONDAY + 2;
	test_fold(&record, event);
	record.date = TEST_MONDAY + 2;
	assert_int_equal(test_verdict(&record, "cat-cow")->why.rule, KEEL_RULE_CLINICIAN_FORBIDS);
	record.date = TEST_MONDAY + 3;
	assert_int_equal(test_verdict(&record, "cat-cow")->standing, KEEL_STANDING_ALLOWED);
	event.u.clinician_edit.until_date = KEEL_ABSENT;
	test_fold(&record, event);
	assert_int_equal(test_verdict(&record, "cat-cow")->why.rule, KEEL_RULE_CLINICIAN_FORBIDS);
	event.u.clinician_edit.edit = KEEL_EDIT_ALLOW;
	test_fold(&record, event);
	assert_int_equal(test_verdict(&record, "cat-cow")->standing, KEEL_STANDING_ALLOWED);
}

static void loaded_movements_want_a_day_between(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	keel_event event = test_event(KEEL_EVENT_EQUIPMENT);
	event.u.equipment = (keel_event_equipment){KEEL_EQUIPMENT_WEIGHT, 1};
	test_fold(&record, event);
	test_one(&record, "one", test_same("deadlift", 1), 3);
	record.date++;
	assert_int_equal(test_verdict(&record, "deadlift")->why.rule, KEEL_RULE_DOSE_DAY_BETWEEN);
	assert_int_equal(test_verdict(&record, "swing")->why.rule, KEEL_RULE_DOSE_DAY_BETWEEN);
	record.date++;
	assert_int_not_equal(test_verdict(&record, "swing")->why.rule, KEEL_RULE_DOSE_DAY_BETWEEN);
}

static void hinge_deadlift_swing(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	static const int things[] = {KEEL_EQUIPMENT_WEIGHT, KEEL_EQUIPMENT_DOWEL};
	for (int i = 0; i < 2; i++) {
		keel_event event = test_event(KEEL_EVENT_EQUIPMENT);
		event.u.equipment = (keel_event_equipment){things[i], 1};
		test_fold(&record, event);
	}
	static char ids[8][3] = {"a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"};
	for (int i = 0; i < 3; i++) {
		assert_int_not_equal(test_verdict(&record, "deadlift")->standing,
				     KEEL_STANDING_ALLOWED);
		test_session session = {.id = ids[i],
					.stage = KEEL_STAGE_FITNESS,
					.pain = 1,
					.end_pain = 1,
					.item_count = 1,
					.items = {test_same("hip-hinge", 3)}};
		test_hold_session(&record, test_facts(), &session);
		record.date++;
	}
	assert_int_equal(test_judge(&record)->stage, KEEL_STAGE_FITNESS);
	assert_int_equal(test_verdict(&record, "deadlift")->standing, KEEL_STANDING_ALLOWED);
	assert_int_equal(test_verdict(&record, "swing")->why.rule, KEEL_RULE_STAGE_NEEDS);
	for (int rung = 2; rung <= 3; rung++) {
		test_session session = {.id = ids[rung + 2],
					.stage = KEEL_STAGE_FITNESS,
					.pain = 1,
					.end_pain = 1,
					.item_count = 1,
					.items = {test_same("deadlift", rung)}};
		test_hold_session(&record, test_facts(), &session);
		record.date += 2;
		assert_int_equal(test_verdict(&record, "swing")->standing == KEEL_STANDING_ALLOWED,
				 rung == 3);
	}
}

/* C5 once more: what closes, "h" hard or "s" soft. */
static char on_the_page(int condition, int gate)
{
	bool flexes = gate == KEEL_GATE_END_FLEXION || gate == KEEL_GATE_LOADED_FLEXION ||
		      gate == KEEL_GATE_RAPID_FLEXION || gate == KEEL_GATE_END_TWIST;
	bool presses = gate == KEEL_GATE_HEAD_DOWN || gate == KEEL_GATE_LONG_HOLD ||
		       gate == KEEL_GATE_SWING;
	switch (condition) {
	case KEEL_CONDITION_OSTEOPOROSIS:
		return flexes ? 's' : 0;
	case KEEL_CONDITION_VERTEBRAL_FRACTURE:
		return flexes || gate == KEEL_GATE_FLOOR_LIFT ? 'h' : 0;
	case KEEL_CONDITION_PREGNANCY:
		return gate == KEEL_GATE_PRONE ? 'h' : gate == KEEL_GATE_SUPINE ? 's' : 0;
	case KEEL_CONDITION_FALLS:
		return gate == KEEL_GATE_UNSUPPORTED_BALANCE ? 'h' : 0;
	case KEEL_CONDITION_HIP_REPLACEMENT:
		return gate == KEEL_GATE_DEEP_HIP_FLEXION || gate == KEEL_GATE_CROSS_LEGS ? 's' : 0;
	case KEEL_CONDITION_WRIST_SHOULDER:
		return gate == KEEL_GATE_HANDS_BEARING ? 's' : 0;
	case KEEL_CONDITION_BLOOD_PRESSURE:
	case KEEL_CONDITION_GLAUCOMA:
		return presses ? 'h' : 0;
	case KEEL_CONDITION_ABDOMINAL:
		return gate == KEEL_GATE_CURL_UP || gate == KEEL_GATE_PLANK ||
				       gate == KEEL_GATE_SWING
			       ? 'h'
			       : 0;
	case KEEL_CONDITION_STENOSIS:
		return gate == KEEL_GATE_END_EXTENSION ? 's' : 0;
	case KEEL_CONDITION_SPONDYLOLISTHESIS:
		return gate == KEEL_GATE_END_EXTENSION || gate == KEEL_GATE_LOADED_EXTENSION ? 's'
											     : 0;
	case KEEL_CONDITION_FLEXION_SENSITIVE:
	case KEEL_CONDITION_MORNINGS_WORSE:
		return gate == KEEL_GATE_MORNING_FLEXION || gate == KEEL_GATE_END_FLEXION ||
				       gate == KEEL_GATE_LOADED_FLEXION
			       ? 's'
			       : 0;
	default:
		return 0;
	}
}

/* One movement, two minutes and more on its back, asked half an hour after getting up. */
static void check_closing(const keel_movement *facts, int condition, char wanted)
{
	static keel_state state;
	static keel_judge judge;
	keel_moment now = {TEST_MONDAY, 430, 30};
	keel_catalogue catalogue = {.movement_count = 1, .movements = facts};
	keel_state_init(&state);
	state.condition[condition].has = 1;
	judge = (keel_judge){.catalogue = &catalogue, .state = &state, .now = &now, .up_min = 30};
	judge.record[0] = -1;
	keel_gate_look(&judge);
	assert_int_equal(keel_gate_condition(&judge, 0, false).closed, wanted == 'h');
	assert_int_equal(keel_gate_condition(&judge, 0, true).closed, wanted == 's');
}

static void the_whole_table(void **unused)
{
	(void)unused;
	static const keel_dose rungs[] = {{10, 30, 0, 0, 60, 0, 0}};
	static const keel_phase phases[] = {{.length_ms = 5000}};
	static const struct {
		int position, direction, gate; /* -1 none */
	} stands_for[] = {
		{KEEL_POSITION_PRONE, -1, KEEL_GATE_PRONE},
		{KEEL_POSITION_SUPINE, -1, KEEL_GATE_SUPINE},
		{KEEL_POSITION_CROSS_LEGGED, -1, KEEL_GATE_CROSS_LEGS},
		{-1, KEEL_DIRECTION_FLEXION, KEEL_GATE_END_FLEXION},
		{-1, KEEL_DIRECTION_EXTENSION, KEEL_GATE_END_EXTENSION},
		{-1, KEEL_DIRECTION_ROTATION, KEEL_GATE_END_TWIST},
	};
	for (int condition = 0; condition < KEEL_CONDITION_COUNT; condition++) {
		keel_movement plain = {.id = "one", .rung_count = 1, .rungs = rungs};
		plain.phase_count = 1;
		plain.phases = phases;
		check_closing(&plain, condition, 0);
		for (int gate = 0; gate < KEEL_GATE_COUNT; gate++) {
			keel_movement facts = plain;
			facts.gates = 1u << gate;
			check_closing(&facts, condition, on_the_page(condition, gate));
		}
		for (int position = 0; position < KEEL_POSITION_COUNT; position++) {
			keel_movement facts = plain;
			facts.positions = 1u << position;
			char wanted = 0;
			for (int i = 0; i < 3; i++)
				if (stands_for[i].position == position)
					wanted = on_the_page(condition, stands_for[i].gate);
			check_closing(&facts, condition, wanted);
		}
		for (int direction = 0; direction < KEEL_DIRECTION_COUNT; direction++) {
			keel_movement facts = plain;
			facts.directions_end = 1u << direction;
			char wanted = 0;
			for (int i = 3; i < 6; i++)
				if (stands_for[i].direction == direction)
					wanted = on_the_page(condition, stands_for[i].gate);
			check_closing(&facts, condition, wanted);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_condition_closes_its_own),
		cmocka_unit_test(windows_of_dates),
		cmocka_unit_test(supine_is_short_in_pregnancy),
		cmocka_unit_test(two_minutes_on_the_back),
		cmocka_unit_test(the_first_hour),
		cmocka_unit_test(only_a_dated_override_opens_a_hard_gate),
		cmocka_unit_test(abilities_close_positions),
		cmocka_unit_test(equipment_and_its_substitute),
		cmocka_unit_test(a_clinician_forbids),
		cmocka_unit_test(loaded_movements_want_a_day_between),
		cmocka_unit_test(hinge_deadlift_swing),
		cmocka_unit_test(the_whole_table),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
