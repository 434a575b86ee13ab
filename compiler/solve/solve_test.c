/* The solver against what the body model promises: contacts met, hands that do not slide, poses
 * that do not topple, tracks that decode to what was solved, and small. The poses are those of
 * poses.txt (first argument). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/solve/pose_text.h"
#include "core/body/vec.h"

static lab_pose *poses;
static int pose_count;

static void test_every_contact_is_within_two_cm(void **state)
{
	(void)state;
	assert_true(pose_count > 50);
	for (int i = 0; i < pose_count; i++) {
		if (poses[i].result.contact_error_cm_max > 2 ||
		    poses[i].result.balance_margin_cm < 0)
			fail_msg("%s: contact %.1f cm, balance %.1f cm", poses[i].name,
				 (double)poses[i].result.contact_error_cm_max,
				 (double)poses[i].result.balance_margin_cm);
	}
}

static void test_a_floating_contact_is_found(void **state)
{
	(void)state;
	keel_solve_result result;
	keel_pose_def def = lab_find(poses, pose_count, "stand")->def;
	def.contact[def.contact_count++] =
		(keel_solve_contact){KEEL_SITE_hand_l, KEEL_SOLVE_FLOOR, 190};
	def.contact[def.contact_count++] =
		(keel_solve_contact){KEEL_SITE_brow, KEEL_SOLVE_FLOOR, 20};
	keel_solve_pose(keel_body_get_build(KEEL_BUILD_WOMAN), &def, NULL, &result);
	bool is_found = false;
	for (int i = 0; i < result.finding_count; i++)
		is_found = is_found || (result.finding[i].rule == KEEL_SOLVE_RULE_CONTACT &&
					result.finding[i].is_error);
	assert_true(is_found);
}

static void bake(const char *from, const char *to, keel_baked_phase *baked,
		 keel_solve_result *result)
{
	lab_pose *a = lab_find(poses, pose_count, from), *b = lab_find(poses, pose_count, to);
	keel_phase_def def = {.from = &a->def,
			      .to = &b->def,
			      .from_pose = &a->result.pose,
			      .to_pose = &b->result.pose,
			      .seconds = 3};
	keel_bake_phase(keel_body_get_build(KEEL_BUILD_WOMAN), &def, baked, result);
}

static void test_cat_to_cow_does_not_slide(void **state)
{
	(void)state;
	keel_baked_phase baked;
	keel_solve_result result;
	bake("cat", "cow", &baked, &result);
	assert_true(result.slide_cm_max < 1);
	assert_true(result.contact_error_cm_max < 2);
	assert_in_range(baked.sample_count, 2, KEEL_TRACK_SAMPLE_MAX);
	print_message("cat to cow: slide %.2f cm, %d samples\n", (double)result.slide_cm_max,
		      baked.sample_count);
}

static void test_a_track_is_what_was_baked_and_small(void **state)
{
	(void)state;
	static keel_baked_phase phases[5];
	static keel_track track;
	static uint8_t bytes[8192];
	keel_solve_result result;
	bake("allfours", "cat", &phases[0], &result);
	bake("cat", "cow", &phases[1], &result);
	phases[2] = phases[1];
	phases[2].is_hold = true;
	phases[2].sample[0] = phases[1].sample[phases[1].sample_count - 1];
	phases[2].sample_count = 1;
	bake("cow", "cat", &phases[3], &result);
	bake("cat", "allfours", &phases[4], &result);
	keel_prop mat = keel_default_prop(KEEL_PROP_mat);
	keel_track_def def = {.camera = {0, 8},
			      .has_mat = true,
			      .props = &mat,
			      .prop_count = 1,
			      .phases = phases,
			      .phase_count = 5,
			      .with_mirror = true};
	size_t size = keel_track_write(&def, bytes, sizeof bytes);
	assert_true(size > 0 && size < 2000);
	print_message("cat and cow, five phases: %zu bytes\n", size);
	assert_int_equal(keel_track_open(&track, bytes, size), KEEL_ERR_OK);
	assert_true(track.frame.right - track.frame.left > 80 &&
		    track.frame.bottom > track.frame.top);
	for (int phase = 0; phase < 5; phase++) {
		const keel_baked_phase *baked = &phases[phase];
		keel_body_pose pose;
		assert_int_equal(keel_track_pose(&track, phase, 1, false, &pose), KEEL_ERR_OK);
		keel_body_frames a, b;
		keel_body_frames_of(keel_body_get_build(KEEL_BUILD_WOMAN), &pose, &a);
		keel_body_frames_of(keel_body_get_build(KEEL_BUILD_WOMAN),
				    &baked->sample[baked->sample_count - 1], &b);
		for (int s = 0; s < KEEL_SEGMENT_COUNT; s++)
			assert_true(vec3_length(vec3_sub(a.segment[s].origin_cm,
							 b.segment[s].origin_cm)) < .05f);
	}
	assert_int_equal(keel_track_write(&def, bytes, 100), 0);
}

static void test_solving_twice_gives_the_same_bytes(void **state)
{
	(void)state;
	for (int i = 0; i < pose_count; i += 7) {
		keel_solve_result again;
		keel_solve_pose(keel_body_get_build(KEEL_BUILD_WOMAN), &poses[i].def, NULL, &again);
		assert_memory_equal(&again.pose, &poses[i].result.pose, sizeof again.pose);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_contact_is_within_two_cm),
		cmocka_unit_test(test_a_floating_contact_is_found),
		cmocka_unit_test(test_cat_to_cow_does_not_slide),
		cmocka_unit_test(test_a_track_is_what_was_baked_and_small),
		cmocka_unit_test(test_solving_twice_gives_the_same_bytes),
	};
	if (argc < 2 || (pose_count = lab_read(argv[1], &poses)) <= 0)
		return 2;
	lab_solve(poses, pose_count, keel_body_get_build(KEEL_BUILD_WOMAN));
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	free(poses);
	return failed;
}
