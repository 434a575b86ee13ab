/* Kinematics: what the body model promises to its sources. Angles in, places out; no pictures. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/body/body.h"
#include "core/body/shape.h"
#include "core/body/vec.h"

static void assert_near(float a, float b, float within)
{
	if (!(fabsf(a - b) <= within))
		fail_msg("%f is not within %f of %f", (double)a, (double)within, (double)b);
}

static keel_body_frames frames_of(const keel_body_pose *pose)
{
	keel_body_frames frames;
	keel_body_frames_of(keel_body_get_build(KEEL_BUILD_WOMAN), pose, &frames);
	return frames;
}

/* Angle between a segment's long axis and that of another, in degrees, in the sagittal plane. */
static float lean_deg(const keel_body_frames *f, keel_segment low, keel_segment high)
{
	keel_vec3 a = f->segment[low].axis_y, b = f->segment[high].axis_y;
	return (atan2f(b.x, b.y) - atan2f(a.x, a.y)) / KEEL_DEG_IN_RAD;
}

static void test_lumbar_flexion_is_spread_by_its_fractions(void **state)
{
	(void)state;
	static const float parts[5] = {.255f, .231f, .204f, .185f, .125f};
	keel_body_pose pose = keel_body_default_pose();
	pose.angle_deg[KEEL_ANGLE_lumbar_flex] = 40;
	keel_body_frames f = frames_of(&pose);
	for (int i = 0; i < 5; i++)
		assert_near(lean_deg(&f, (keel_segment)(KEEL_SEGMENT_pelvis + i),
				     (keel_segment)(KEEL_SEGMENT_pelvis + i + 1)),
			    40 * parts[i], .02f);
	assert_near(lean_deg(&f, KEEL_SEGMENT_pelvis, KEEL_SEGMENT_thorax_3), 40, .02f);
}

static void test_signs_are_clinical(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	keel_vec3 knee = frames_of(&pose).segment[KEEL_SEGMENT_shank_r].origin_cm;
	pose.angle_deg[KEEL_ANGLE_hip_flex_r] = 30;
	assert_true(frames_of(&pose).segment[KEEL_SEGMENT_shank_r].origin_cm.x > knee.x + 15);
	pose.angle_deg[KEEL_ANGLE_hip_flex_r] = 0;
	pose.angle_deg[KEEL_ANGLE_hip_abd_r] = 30;
	assert_true(frames_of(&pose).segment[KEEL_SEGMENT_shank_r].origin_cm.z > knee.z + 15);
	pose = keel_body_default_pose();
	pose.angle_deg[KEEL_ANGLE_lumbar_side] = 20;
	assert_true(frames_of(&pose).segment[KEEL_SEGMENT_head].origin_cm.z > 5);
	pose = keel_body_default_pose();
	pose.angle_deg[KEEL_ANGLE_neck_rot] = 40;
	assert_true(frames_of(&pose).segment[KEEL_SEGMENT_head].axis_x.z < -.3f);
	pose = keel_body_default_pose();
	pose.angle_deg[KEEL_ANGLE_knee_flex_l] = 60;
	assert_true(frames_of(&pose).segment[KEEL_SEGMENT_foot_l].origin_cm.x < -20);
	pose = keel_body_default_pose();
	keel_body_quat_of_pelvis(90, 0, 0, pose.root_quat);
	assert_near(frames_of(&pose).segment[KEEL_SEGMENT_pelvis].axis_x.y, -1, 1e-4f);
}

static void test_lengths_follow_de_leva(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	keel_body_frames f = frames_of(&pose);
	/* de Leva 1996, men, by stature 1741 mm: thigh 422.2, shank 434.0, upper arm 281.7, forearm
	 * 268.9. */
	const struct {
		keel_segment from, to;
		float part;
	} rows[] = {
		{KEEL_SEGMENT_thigh_l, KEEL_SEGMENT_shank_l, 422.2f / 1741},
		{KEEL_SEGMENT_shank_l, KEEL_SEGMENT_foot_l, 434.0f / 1741},
		{KEEL_SEGMENT_upper_arm_r, KEEL_SEGMENT_forearm_r, 281.7f / 1741},
		{KEEL_SEGMENT_forearm_r, KEEL_SEGMENT_hand_r, 268.9f / 1741},
	};
	for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		keel_vec3 d = vec3_sub(f.segment[rows[i].to].origin_cm,
				       f.segment[rows[i].from].origin_cm);
		assert_near(vec3_length(d) / 168, rows[i].part, .0015f);
	}
	/* Standing height: the crown of the head, without the hair. */
	float radius = 0;
	keel_vec3 skull = keel_shape_ball_cm(
		&f, KEEL_PART_face, &keel_shape_get_part(KEEL_PART_face)->balls[0], &radius);
	assert_near(skull.y + radius, 168, 3);
}

static void test_centre_of_mass_stands_in_the_pelvis(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	for (int build = 0; build < KEEL_BUILD_COUNT; build++) {
		const keel_body_build *who = keel_body_get_build((keel_build_name)build);
		keel_body_frames f;
		keel_body_frames_of(who, &pose, &f);
		keel_vec3 mass = keel_body_centre_of_mass_cm(who, &f);
		/* 55 to 58 % of stature is usual; the skeleton is that of the reference. */
		float foot = f.segment[KEEL_SEGMENT_foot_l].origin_cm.y - 6.6f;
		assert_near((mass.y - foot) / 168, .565f, .02f);
		assert_near(mass.z, 0, .01f);
	}
}

static void test_minimum_jerk(void **state)
{
	(void)state;
	assert_near(keel_body_minimum_jerk(0), 0, 0);
	assert_near(keel_body_minimum_jerk(1), 1, 1e-6f);
	assert_near(keel_body_minimum_jerk(.5f), .5f, 1e-6f);
	assert_near(keel_body_minimum_jerk(-3), 0, 0);
	assert_near(keel_body_minimum_jerk(7), 1, 1e-6f);
	/* Fastest in the middle, 15/8 of the mean speed. */
	assert_near((keel_body_minimum_jerk(.501f) - keel_body_minimum_jerk(.499f)) / .002f, 1.875f,
		    .001f);
}

static void test_mirror_is_the_other_side(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	for (int i = KEEL_ANGLE_lumbar_flex; i < KEEL_ANGLE_COUNT; i++)
		pose.angle_deg[i] = (float)((i * 37) % 50) - 20;
	keel_body_quat_of_pelvis(20, 30, -40, pose.root_quat);
	pose.root_cm.z = 12;
	keel_body_pose other = keel_body_mirror(&pose), back = keel_body_mirror(&other);
	assert_memory_equal(&back, &pose, sizeof pose);
	keel_body_frames a = frames_of(&pose), b = frames_of(&other);
	for (int i = 0; i < KEEL_SITE_COUNT; i++) {
		keel_vec3 p = keel_body_site_cm(&a, (keel_site)i);
		keel_vec3 q = keel_body_site_cm(&b, keel_site_mirror((keel_site)i));
		assert_near(p.x, q.x, .01f);
		assert_near(p.y, q.y, .01f);
		assert_near(p.z, -q.z, .01f);
	}
}

static void test_names_are_found(void **state)
{
	(void)state;
	keel_angle angle[2];
	keel_site site[2];
	keel_prop_kind kind;
	assert_int_equal(keel_angle_find("hip_flex", 8, angle), 2);
	assert_int_equal(angle[0], KEEL_ANGLE_hip_flex_l);
	assert_int_equal(angle[1], KEEL_ANGLE_hip_flex_r);
	assert_int_equal(keel_angle_find("hip_flex_r", 10, angle), 1);
	assert_int_equal(angle[0], KEEL_ANGLE_hip_flex_r);
	assert_int_equal(keel_angle_find("hip_fle", 7, angle), 0);
	assert_int_equal(keel_site_find("heel", 4, site), 2);
	assert_int_equal(keel_site_find("sacrum", 6, site), 1);
	assert_int_equal(keel_site_find("tail", 4, site), 0);
	assert_true(keel_prop_find("chair", 5, &kind));
	assert_false(keel_prop_find("sofa", 4, &kind));
	assert_true(keel_glow_find("psoas", 5, 'l') == 1);
	assert_true(keel_glow_find("psoas", 5, 'b') == 3);
	assert_true(keel_glow_find("nerve", 5, 'b') == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lumbar_flexion_is_spread_by_its_fractions),
		cmocka_unit_test(test_signs_are_clinical),
		cmocka_unit_test(test_lengths_follow_de_leva),
		cmocka_unit_test(test_centre_of_mass_stands_in_the_pelvis),
		cmocka_unit_test(test_minimum_jerk),
		cmocka_unit_test(test_mirror_is_the_other_side),
		cmocka_unit_test(test_names_are_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
