/* The load of the low back against what was measured, on the poses of compiler/solve/poses.txt
 * (first argument).
 *
 * Wilke 1999 (Spine 24:755), pressure in the disc L4/5 of one person: not a validation, but an
 * order that a model must not turn round. Rohlmann 2014 (PLoS ONE 9:e102005), implants in five
 * people: two groups of exercises. And the solver of the contact forces against its own conditions.
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
#include "compiler/statics/nnls.h"
#include "compiler/statics/statics.h"

static lab_pose *poses;
static int pose_count;

static keel_load_def load_def(const char *name)
{
	lab_pose *pose = lab_find(poses, pose_count, name);
	assert_non_null(pose);
	bool is_lifting = strstr(name, "20") != NULL; /* lift20_stoop, hold20_far … */
	pose->def.hand_load_kg[0] = pose->def.hand_load_kg[1] = is_lifting ? 10 : 0;
	return (keel_load_def){
		.build = keel_body_get_build(KEEL_BUILD_WOMAN),
		.pose_def = &pose->def,
		.pose = &pose->result.pose,
	};
}

static float load(const char *name)
{
	keel_load_def def = load_def(name);
	return keel_load_n(&def);
}

static void test_wilke_1999(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		double mpa;
	} rows[] = {
		{"supine", .10},	{"prone", .11},	      {"sidelying", .12},
		{"sphinx", .25},	{"sit", .46},	      {"stand", .50},
		{"sit_slump", .83},	{"bend", 1.10},	      {"hold20_close", 1.10},
		{"lift20_squat", 1.70}, {"hold20_far", 1.80}, {"lift20_stoop", 2.30},
	};
	const int count = (int)(sizeof(rows) / sizeof(rows[0]));
	double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
	for (int i = 0; i < count; i++) {
		double mpa = rows[i].mpa, n = (double)load(rows[i].name);
		print_message("%-14s %.2f MPa, model %5.0f\n", rows[i].name, mpa, n);
		x += mpa, y += n, xx += mpa * mpa, yy += n * n, xy += mpa * n;
	}
	double r = (count * xy - x * y) / sqrt((count * xx - x * x) * (count * yy - y * y));
	double slope = (count * xy - x * y) / (count * xx - x * x), foot = (y - slope * x) / count;
	double left = 0;
	for (int i = 0; i < count; i++) {
		double off = (double)load(rows[i].name) - foot - slope * rows[i].mpa;
		left += off * off;
	}
	print_message("Wilke 1999: r = %.3f over %d poses, rest %.0f\n", r, count,
		      sqrt(left / count));
	assert_true(r >= .95);
}

/* Within a factor of two: 0.46 against 0.50 in Wilke, a mean of 1.4 in Nachemson's people (cited
 * in Li 2022). */
static void test_sitting_is_close_to_standing(void **state)
{
	(void)state;
	float ratio = load("sit") / load("stand");
	print_message("sitting over standing: %.2f\n", (double)ratio);
	assert_true(ratio > .5f && ratio < 2);
}

/* Wilke's "nonchalant sitting", leaning back into the chair: 0.3 MPa, less than upright sitting.
 * The backrest takes part of the trunk's weight. */
static void test_leaning_back_in_a_chair_unloads(void **state)
{
	(void)state;
	static keel_solve_result result;
	keel_load_def def = load_def("sit");
	keel_pose_def leaning = *def.pose_def;
	keel_body_frames frames;
	leaning.angle_deg[KEEL_ANGLE_pelvis_tilt] = -40;
	leaning.angle_deg[KEEL_ANGLE_hip_flex_l] = leaning.angle_deg[KEEL_ANGLE_hip_flex_r] = 52;
	leaning.angle_deg[KEEL_ANGLE_lumbar_flex] = 26;
	leaning.may_topple = true;
	keel_solve_pose(def.build, &leaning, NULL, &result);
	keel_body_frames_of(def.build, &result.pose, &frames);
	leaning.contact[leaning.contact_count++] = (keel_solve_contact){
		KEEL_SITE_t10, KEEL_SOLVE_WALL, keel_body_site_cm(&frames, KEEL_SITE_t10).x};
	def.pose_def = &leaning;
	def.pose = &result.pose;
	float leaning_n = keel_load_n(&def);
	print_message("leaning back %.0f, upright %.0f\n", (double)leaning_n, (double)load("sit"));
	assert_true(leaning_n < load("sit"));
}

static void expect_less(const char *less, const char *more)
{
	if (load(less) >= load(more)) {
		fail_msg("%s (%.0f) should carry less than %s (%.0f)", less, (double)load(less),
			 more, (double)load(more));
	}
}

/* One pair of Wilke's is missing: upright sitting (0.46) below standing (0.50). Ours comes out the
 * other way round. The difference is 8 % in one person, and others measured it the other way: over
 * seven studies sitting loads the disc more than standing (SMD 0.87, 0.33 to 1.41), with no
 * difference in those after 1990 (Li 2022, Life 12:457). So neither order is a fact to hold to;
 * what is held to is that the two lie close together (test_sitting_is_close_to_standing). */
static void test_wilke_orderings(void **state)
{
	(void)state;
	static const char *const pairs[][2] = {
		{"prone", "stand"},
		{"supine", "stand"},
		{"sidelying", "stand"},
		{"prone", "sphinx"},
		{"sphinx", "stand"},
		{"sit", "sit_slump"},
		{"stand", "sit_slump"},
		{"stand", "bend"},
		{"stand", "hold20_close"},
		{"hold20_close", "hold20_far"},
		{"hold20_close", "lift20_squat"},
		{"lift20_squat", "lift20_stoop"},
		{"hold20_far", "lift20_stoop"},
		{"bend", "lift20_stoop"},
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		expect_less(pairs[i][0], pairs[i][1]);
	}
}

/* Low: one straight leg raised, leg lifted on the side, leg out on all fours, drawing in on all
 * fours. High: both legs raised, bridge, arm out with or without the other leg. */
static void test_rohlmann_2014(void **state)
{
	(void)state;
	static const char *const low[] = {"slr1", "sl_hip_abd", "leg_lift", "allfours"};
	static const char *const high[] = {"slr2", "bridge", "arm_lift", "bird_dog"};
	for (int i = 0; i < 4; i++) {
		print_message("low  %-12s %5.0f    high %-12s %5.0f\n", low[i],
			      (double)load(low[i]), high[i], (double)load(high[i]));
		for (int k = 0; k < 4; k++) {
			expect_less(low[i], high[k]);
		}
	}
}

/* What the model is known to miss, so that nobody believes it: rounding up on all fours is high in
 * Rohlmann's people and braced work is 2000 to 3000 N in McGill's. If this fails because the model
 * learned to see it, the overrides in the movement files can go. */
static void test_bracing_is_not_seen(void **state)
{
	(void)state;
	assert_true(load("cat") < load("bridge"));
	assert_true(load("curl_up") < 1991);
	assert_true(load("superman") < 6000);
}

/* A hand that only touches a box does not make the bend lighter; hands on the floor on all fours
 * carry. */
static void test_hands_that_steady_do_not_unload(void **state)
{
	(void)state;
	keel_load_def def = load_def("bend");
	float free_n = keel_load_n(&def);
	keel_pose_def touching = *def.pose_def;
	keel_body_frames frames;
	keel_body_frames_of(def.build, def.pose, &frames);
	for (int i = 0; i < 2; i++) {
		keel_site hand = i == 0 ? KEEL_SITE_hand_l : KEEL_SITE_hand_r;
		touching.contact[touching.contact_count++] = (keel_solve_contact){
			hand, KEEL_SOLVE_FLOOR, keel_body_site_cm(&frames, hand).y};
	}
	def.pose_def = &touching;
	assert_true(fabsf(keel_load_n(&def) - free_n) < 1);
	assert_true(load("allfours") < 300);
}

static void test_bands_at_both_sides_of_each_bound(void **state)
{
	(void)state;
	assert_int_equal(keel_load_band_of(0), KEEL_LOAD_BAND_rest);
	assert_int_equal(keel_load_band_of(299.9f), KEEL_LOAD_BAND_rest);
	assert_int_equal(keel_load_band_of(300), KEEL_LOAD_BAND_light);
	assert_int_equal(keel_load_band_of(699.9f), KEEL_LOAD_BAND_light);
	assert_int_equal(keel_load_band_of(700), KEEL_LOAD_BAND_moderate);
	assert_int_equal(keel_load_band_of(1399.9f), KEEL_LOAD_BAND_moderate);
	assert_int_equal(keel_load_band_of(1400), KEEL_LOAD_BAND_demanding);
	assert_string_equal(keel_load_band_name(KEEL_LOAD_BAND_rest), "rest");
	assert_string_equal(keel_load_band_name(KEEL_LOAD_BAND_demanding), "demanding");
}

static void test_mirrored_poses_carry_the_same(void **state)
{
	(void)state;
	static const char *const names[] = {"half_moon", "halfkneel", "one_leg_stand", "bend"};
	for (int i = 0; i < 4; i++) {
		keel_load_def def = load_def(names[i]);
		float one = keel_load_n(&def);
		keel_body_pose mirrored = keel_body_mirror(def.pose);
		def.pose = &mirrored;
		assert_true(fabsf(one - keel_load_n(&def)) < 1);
	}
}

static void test_spread_is_repeatable_and_whole(void **state)
{
	(void)state;
	keel_load_spread one, two;
	for (int i = 0; i < pose_count; i += 5) {
		keel_load_def def = load_def(poses[i].name);
		int sum = 0;
		keel_load_spread_of(&def, 7, &one);
		keel_load_spread_of(&def, 7, &two);
		assert_memory_equal(&one, &two, sizeof(one));
		for (int band = 0; band < KEEL_LOAD_BAND_COUNT; band++) {
			assert_in_range(one.percent[band], 0, 100);
			sum += one.percent[band];
		}
		assert_int_equal(sum, 100);
	}
	keel_load_def def = load_def("stand");
	keel_load_spread_of(&def, 1, &one);
	assert_true(one.percent[KEEL_LOAD_BAND_light] > 80);
}

/* Karush, Kuhn and Tucker: where x > 0 the slope is zero, where x = 0 it is not downhill. */
static void test_nnls_meets_its_conditions(void **state)
{
	(void)state;
	static keel_nnls p;
	unsigned seed = 1;
	for (int round = 0; round < 300; round++) {
		p.column_count = 1 + round % KEEL_NNLS_COLUMNS_MAX;
		for (int i = 0; i < KEEL_NNLS_ROWS; i++) {
			for (int j = 0; j < p.column_count; j++) {
				seed = seed * 1664525u + 1013904223u;
				p.column[j][i] = (double)(seed >> 8) / 8388608.0 - 1;
				p.price[j] = 1e-3;
			}
			seed = seed * 1664525u + 1013904223u;
			p.wanted[i] = (double)(seed >> 8) / 83886.08 - 100;
		}
		keel_nnls_solve(&p);
		for (int j = 0; j < p.column_count; j++) {
			double slope = p.price[j] * p.x[j];
			for (int i = 0; i < KEEL_NNLS_ROWS; i++) {
				double off = -p.wanted[i];
				for (int k = 0; k < p.column_count; k++) {
					off += p.column[k][i] * p.x[k];
				}
				slope += p.column[j][i] * off;
			}
			assert_true(p.x[j] >= 0);
			assert_true(slope > -1e-6 && (p.x[j] <= 0 || slope < 1e-6));
		}
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wilke_1999),
		cmocka_unit_test(test_wilke_orderings),
		cmocka_unit_test(test_sitting_is_close_to_standing),
		cmocka_unit_test(test_leaning_back_in_a_chair_unloads),
		cmocka_unit_test(test_rohlmann_2014),
		cmocka_unit_test(test_bracing_is_not_seen),
		cmocka_unit_test(test_hands_that_steady_do_not_unload),
		cmocka_unit_test(test_bands_at_both_sides_of_each_bound),
		cmocka_unit_test(test_mirrored_poses_carry_the_same),
		cmocka_unit_test(test_spread_is_repeatable_and_whole),
		cmocka_unit_test(test_nnls_meets_its_conditions),
	};
	if (argc < 2 || (pose_count = lab_read(argv[1], &poses)) <= 0) {
		return 2;
	}
	lab_solve(poses, pose_count, keel_body_get_build(KEEL_BUILD_WOMAN));
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	free(poses);
	return failed;
}
