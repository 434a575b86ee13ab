/* Muscle lines against the facts that BODY.md asks for, on solved poses of compiler/solve/poses.txt
 * (first argument): direction, order and side, and the size within a band.
 *
 * The band is ±(25 % of the value + 3 points). A line's attachment is known to about 1 cm on an arm
 * of 5 to 6 cm (20 %), optimal fibre lengths have standard deviations of 15 % (Delp 2001), and a
 * solved pose may be a few degrees off the authored one (1 to 3 points). Beyond that the line runs
 * wrong.
 */
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
#include "compiler/statics/statics.h"

enum { LEFT, RIGHT };

static lab_pose *poses;
static int pose_count;

static float change(const char *name, keel_glow muscle, int side)
{
	keel_lengthening lengthening;
	const lab_pose *pose = lab_find(poses, pose_count, name);
	assert_non_null(pose);
	keel_lengthening_of(keel_body_get_build(KEEL_BUILD_WOMAN), &pose->result.pose,
			    &lengthening);
	return lengthening.percent[muscle][side];
}

static void expect_near(const char *name, keel_glow muscle, int side, float percent)
{
	float found = change(name, muscle, side), band = .25f * fabsf(percent) + 3;
	print_message("%-14s muscle %2d %s: %+.0f %%, expected %+.0f ± %.0f\n", name, (int)muscle,
		      side == LEFT ? "left " : "right", (double)found, (double)percent,
		      (double)band);
	assert_true(fabsf(found - percent) <= band);
}

static void test_standing_changes_nothing(void **state)
{
	(void)state;
	keel_lengthening lengthening;
	keel_body_pose neutral = keel_body_default_pose();
	keel_lengthening_of(keel_body_get_build(KEEL_BUILD_WOMAN), &neutral, &lengthening);
	for (int muscle = 0; muscle < KEEL_GLOW_COUNT; muscle++) {
		assert_true(fabsf(lengthening.percent[muscle][LEFT]) < .01f);
		assert_true(fabsf(lengthening.percent[muscle][RIGHT]) < .01f);
	}
}

/* Half-kneeling with the pelvis tucked stretches the hip flexors behind; letting the pelvis tip
 * forward takes it away. */
static void test_the_tucked_pelvis_makes_the_stretch(void **state)
{
	(void)state;
	expect_near("halfkneel", KEEL_GLOW_psoas, RIGHT, 8);
	expect_near("halfkneel", KEEL_GLOW_iliacus, RIGHT, 10);
	expect_near("halfkneel_arch", KEEL_GLOW_psoas, RIGHT, -3);
	expect_near("halfkneel_arch", KEEL_GLOW_iliacus, RIGHT, 0);
	assert_true(change("halfkneel", KEEL_GLOW_psoas, RIGHT) >= KEEL_LENGTHEN_LEAST_PERCENT);
	assert_true(change("halfkneel_arch", KEEL_GLOW_psoas, RIGHT) < 0);
	assert_true(change("halfkneel_arch", KEEL_GLOW_iliacus, RIGHT) <
		    KEEL_LENGTHEN_LEAST_PERCENT);
	assert_true(change("halfkneel", KEEL_GLOW_psoas, LEFT) < 0);
	assert_true(change("halfkneel", KEEL_GLOW_iliacus, LEFT) < 0);
	assert_true(change("halfkneel", KEEL_GLOW_iliacus, RIGHT) >
		    change("halfkneel", KEEL_GLOW_psoas, RIGHT));
}

/* No pose whose hip is not extended stretches the iliacus as half-kneeling does, nor the psoas, as
 * long as the trunk stays in the middle (a side-bend lengthens the psoas by its upper end). */
static void test_hip_flexors_are_longest_in_hip_extension(void **state)
{
	(void)state;
	float tucked = change("halfkneel", KEEL_GLOW_iliacus, RIGHT);
	float tucked_psoas = change("halfkneel", KEEL_GLOW_psoas, RIGHT);
	for (int i = 0; i < pose_count; i++) {
		float hip_deg = poses[i].result.pose.angle_deg[KEEL_ANGLE_hip_flex_r];
		if (hip_deg > -8 && change(poses[i].name, KEEL_GLOW_iliacus, RIGHT) >= tucked) {
			fail_msg("%s stretches the iliacus with the hip at %.0f", poses[i].name,
				 (double)hip_deg);
		}
		const float *deg = poses[i].result.pose.angle_deg;
		bool is_sagittal = fabsf(deg[KEEL_ANGLE_lumbar_side]) < 5 &&
				   fabsf(deg[KEEL_ANGLE_lumbar_rot]) < 5;
		if (hip_deg > -8 && is_sagittal &&
		    change(poses[i].name, KEEL_GLOW_psoas, RIGHT) >= tucked_psoas) {
			fail_msg("%s stretches the psoas with the hip at %.0f", poses[i].name,
				 (double)hip_deg);
		}
	}
}

static void test_knee_to_chest_is_the_gluteus_stretch(void **state)
{
	(void)state;
	expect_near("knee_chest1", KEEL_GLOW_gluteus_maximus, RIGHT, 52);
	float knee_to_chest = change("knee_chest1", KEEL_GLOW_gluteus_maximus, RIGHT);
	float hip_deg = lab_find(poses, pose_count, "knee_chest1")
				->result.pose.angle_deg[KEEL_ANGLE_hip_flex_r];
	assert_true(change("knee_chest1", KEEL_GLOW_gluteus_maximus, LEFT) < 0);
	for (int i = 0; i < pose_count; i++) {
		float other_deg = poses[i].result.pose.angle_deg[KEEL_ANGLE_hip_flex_r];
		bool is_less_bent = other_deg < hip_deg - 5;
		if (is_less_bent &&
		    change(poses[i].name, KEEL_GLOW_gluteus_maximus, RIGHT) > knee_to_chest) {
			fail_msg("%s stretches the gluteus maximus more", poses[i].name);
		}
	}
}

static void test_cat_and_cow(void **state)
{
	(void)state;
	expect_near("cat", KEEL_GLOW_erector_spinae, LEFT, 26);
	expect_near("cow", KEEL_GLOW_rectus_abdominis, LEFT, 10);
	assert_true(change("cat", KEEL_GLOW_rectus_abdominis, LEFT) < 0);
	assert_true(change("cow", KEEL_GLOW_erector_spinae, LEFT) < 0);
	assert_true(change("cow", KEEL_GLOW_multifidus, LEFT) < 0);
	assert_true(fabsf(change("cat", KEEL_GLOW_erector_spinae, LEFT) -
			  change("cat", KEEL_GLOW_erector_spinae, RIGHT)) < 1);
}

/* A bend to the right opens the left flank. */
static void test_half_moon_lengthens_the_open_side(void **state)
{
	(void)state;
	expect_near("half_moon", KEEL_GLOW_quadratus_lumborum, LEFT, 33);
	assert_true(change("half_moon", KEEL_GLOW_quadratus_lumborum, RIGHT) < 0);
	assert_true(change("half_moon", KEEL_GLOW_obliques, LEFT) > KEEL_LENGTHEN_LEAST_PERCENT);
	assert_true(change("half_moon", KEEL_GLOW_obliques, RIGHT) < 0);
}

/* A straight raised leg and a hinge lengthen the hamstrings; a bent knee takes it away. */
static void test_hamstrings_need_a_straight_knee(void **state)
{
	(void)state;
	assert_true(change("hinge", KEEL_GLOW_hamstrings, LEFT) > 15);
	assert_true(change("down_dog", KEEL_GLOW_hamstrings, LEFT) >
		    change("hinge", KEEL_GLOW_hamstrings, LEFT));
	assert_true(change("slr1", KEEL_GLOW_hamstrings, RIGHT) >
		    change("slr1", KEEL_GLOW_hamstrings, LEFT));
	assert_true(change("knee_chest1", KEEL_GLOW_hamstrings, RIGHT) <
		    KEEL_LENGTHEN_LEAST_PERCENT);
}

static void test_mirror_changes_the_sides(void **state)
{
	(void)state;
	const keel_body_build *build = keel_body_get_build(KEEL_BUILD_WOMAN);
	for (int i = 0; i < pose_count; i++) {
		keel_lengthening one, two;
		keel_body_pose mirrored = keel_body_mirror(&poses[i].result.pose);
		keel_lengthening_of(build, &poses[i].result.pose, &one);
		keel_lengthening_of(build, &mirrored, &two);
		for (int muscle = 0; muscle < KEEL_GLOW_COUNT; muscle++) {
			assert_true(fabsf(one.percent[muscle][LEFT] - two.percent[muscle][RIGHT]) <
				    .05f);
		}
	}
}

/* Turning the whole body in the room, or a taller one, changes no percentage. */
static void test_place_and_stature_do_not_matter(void **state)
{
	(void)state;
	keel_body_build tall = *keel_body_get_build(KEEL_BUILD_WOMAN);
	keel_lengthening one, two;
	keel_body_pose pose = lab_find(poses, pose_count, "half_moon")->result.pose;
	keel_lengthening_of(&tall, &pose, &one);
	tall.height_cm = 190;
	pose.root_cm.x += 100;
	keel_body_quat_of_pelvis(40, 20, 130, pose.root_quat);
	keel_lengthening_of(&tall, &pose, &two);
	for (int muscle = 0; muscle < KEEL_GLOW_COUNT; muscle++) {
		assert_true(fabsf(one.percent[muscle][LEFT] - two.percent[muscle][LEFT]) < .05f);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_standing_changes_nothing),
		cmocka_unit_test(test_the_tucked_pelvis_makes_the_stretch),
		cmocka_unit_test(test_hip_flexors_are_longest_in_hip_extension),
		cmocka_unit_test(test_knee_to_chest_is_the_gluteus_stretch),
		cmocka_unit_test(test_cat_and_cow),
		cmocka_unit_test(test_half_moon_lengthens_the_open_side),
		cmocka_unit_test(test_hamstrings_need_a_straight_knee),
		cmocka_unit_test(test_mirror_changes_the_sides),
		cmocka_unit_test(test_place_and_stature_do_not_matter),
	};
	if (argc < 2 || (pose_count = lab_read(argv[1], &poses)) <= 0) {
		return 2;
	}
	lab_solve(poses, pose_count, keel_body_get_build(KEEL_BUILD_WOMAN));
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	free(poses);
	return failed;
}
