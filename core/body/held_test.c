/* Things in the hand.
 *
 * Goal: what is held goes with the body, hangs as it should, changes hands with the side, and is
 * drawn at its right depth. Method: places are computed for poses whose answer is plain (arms
 * hanging, body upright), and the display list is read for where the iron stands among the legs.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/body/figure.h"
#include "core/body/held.h"
#include "core/body/vec.h"

static keel_body_frames frames_of(const keel_body_pose *pose)
{
	keel_body_frames frames;
	keel_body_frames_of(keel_body_get_build(KEEL_BUILD_WOMAN), pose, &frames);
	return frames;
}

static keel_prop held_prop(keel_prop_kind kind, keel_held held)
{
	keel_prop prop = keel_default_prop(kind);
	prop.held = held;
	return prop;
}

static void test_a_weight_hangs_from_its_hand(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	for (int degrees = 0; degrees <= 90; degrees += 30) {
		pose.angle_deg[KEEL_ANGLE_shoulder_flex_l] = (float)degrees;
		keel_body_frames frames = frames_of(&pose);
		keel_prop prop = held_prop(KEEL_PROP_kettlebell, KEEL_HELD_hand_l);
		keel_frame frame = keel_held_frame(&frames, &prop);
		keel_vec3 hand = frames.segment[KEEL_SEGMENT_hand_l].origin_cm;
		assert_true(vec3_length(vec3_sub(frame.origin_cm, hand)) < 9);
		assert_true(frame.axis_y.y > .999f);
		assert_true(fabsf(keel_held_lowest_cm(&frames, &prop) -
				  (frame.origin_cm.y - 25.3f)) < .1f);
	}
}

static void test_a_swung_weight_follows_the_arms(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	pose.angle_deg[KEEL_ANGLE_shoulder_flex_l] = pose.angle_deg[KEEL_ANGLE_shoulder_flex_r] =
		90;
	keel_body_frames frames = frames_of(&pose);
	keel_prop hangs = held_prop(KEEL_PROP_kettlebell, KEEL_HELD_hands);
	keel_prop swings = held_prop(KEEL_PROP_kettlebell, KEEL_HELD_swung);
	assert_true(keel_held_frame(&frames, &hangs).axis_y.y > .999f);
	assert_true(keel_held_frame(&frames, &swings).axis_y.x < -.999f);
}

static void test_the_other_side_is_the_mirror(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	pose.angle_deg[KEEL_ANGLE_shoulder_abd_l] = 40;
	pose.angle_deg[KEEL_ANGLE_elbow_flex_l] = 30;
	keel_body_pose turned = keel_body_mirror(&pose);
	keel_prop prop = held_prop(KEEL_PROP_kettlebell, KEEL_HELD_hand_l);
	keel_prop other = keel_prop_mirror(&prop);
	assert_int_equal(other.held, KEEL_HELD_hand_r);
	assert_int_equal(keel_prop_mirror(&other).held, KEEL_HELD_hand_l);
	keel_body_frames a = frames_of(&pose), b = frames_of(&turned);
	keel_vec3 left = keel_held_frame(&a, &prop).origin_cm;
	keel_vec3 right = keel_held_frame(&b, &other).origin_cm;
	assert_true(vec3_length(vec3_sub(left, vec3(right.x, right.y, -right.z))) < .01f);
}

/* Tail and head touch it, and nothing of the back stands through it. */
static void test_a_stick_lies_along_a_long_back(void **state)
{
	(void)state;
	static const keel_site touching[] = {KEEL_SITE_sacrum, KEEL_SITE_occiput};
	for (int tilt = 0; tilt <= 60; tilt += 20) {
		keel_body_pose pose = keel_body_default_pose();
		keel_body_quat_of_pelvis((float)tilt, 0, 0, pose.root_quat);
		keel_body_frames frames = frames_of(&pose);
		keel_prop prop = held_prop(KEEL_PROP_dowel, KEEL_HELD_back);
		keel_frame frame = keel_held_frame(&frames, &prop);
		for (int i = 0; i < 2; i++) {
			keel_vec3 off =
				vec3_sub(keel_body_site_cm(&frames, touching[i]), frame.origin_cm);
			off = vec3_sub(off, vec3_mul(frame.axis_y, vec3_dot(off, frame.axis_y)));
			assert_true(vec3_length(off) < 2);
		}
		keel_vec3 back =
			vec3_sub(keel_body_site_cm(&frames, KEEL_SITE_t10), frame.origin_cm);
		assert_true(vec3_dot(back, frame.axis_x) > 1);
	}
}

/* Places of the first and the last path of a paint; -1 when there is none. */
static void places_of(const keel_display_list *list, keel_paint paint, int *first, int *last)
{
	*first = *last = -1;
	int place = 0;
	for (int i = 0; i < list->word_count; place++) {
		if (list->words[i].i == (int32_t)paint) {
			*first = *first < 0 ? place : *first;
			*last = place;
		}
		i += KEEL_DISPLAY_PATH_WORDS + list->words[i + 4].i;
	}
}

static void test_it_is_drawn_at_its_depth(void **state)
{
	(void)state;
	static keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];
	keel_body_pose pose = keel_body_default_pose();
	keel_prop prop = held_prop(KEEL_PROP_kettlebell, KEEL_HELD_hand_l);
	keel_figure_def def = keel_default_figure_def();
	int iron_first, iron_last, leg_first, leg_last;
	def.props = &prop;
	def.prop_count = 1;
	for (int is_left = 0; is_left < 2; is_left++) {
		keel_display_list list;
		def.camera.yaw_deg = is_left ? 180.0f : 0;
		keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
		keel_figure_draw(&def, &pose, &list);
		assert_false(list.overflowed);
		places_of(&list, KEEL_PAINT_IRON, &iron_first, &iron_last);
		places_of(&list, KEEL_PAINT_LEG, &leg_first, &leg_last);
		assert_true(iron_first >= 0);
		if (is_left)
			assert_true(iron_first > leg_last);
		else
			assert_true(iron_last < leg_last);
	}
	def.prop_count = 0;
	keel_display_list list;
	keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
	keel_figure_draw(&def, &pose, &list);
	places_of(&list, KEEL_PAINT_IRON, &iron_first, &iron_last);
	assert_int_equal(iron_first, -1);
}

/* A ghost that holds something is wider by it. */
static void test_the_ghost_holds_it_too(void **state)
{
	(void)state;
	static keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];
	keel_body_pose pose = keel_body_default_pose(), ghost = pose;
	keel_prop prop = held_prop(KEEL_PROP_kettlebell, KEEL_HELD_swung);
	keel_figure_def def = keel_default_figure_def();
	ghost.angle_deg[KEEL_ANGLE_shoulder_flex_l] = ghost.angle_deg[KEEL_ANGLE_shoulder_flex_r] =
		90;
	def.ghost = &ghost;
	float right[2];
	for (int count = 0; count < 2; count++) {
		keel_display_list list;
		def.props = &prop;
		def.prop_count = count;
		keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
		keel_figure_draw(&def, &pose, &list);
		right[count] = list.box.right;
	}
	assert_true(right[1] > right[0] + 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_weight_hangs_from_its_hand),
		cmocka_unit_test(test_a_swung_weight_follows_the_arms),
		cmocka_unit_test(test_the_other_side_is_the_mirror),
		cmocka_unit_test(test_a_stick_lies_along_a_long_back),
		cmocka_unit_test(test_it_is_drawn_at_its_depth),
		cmocka_unit_test(test_the_ghost_holds_it_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
