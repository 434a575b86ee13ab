/* The display list stays well formed and within its memory, from every side. How it looks is for
 * the eye. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/body/figure.h"
#include "core/body/figure_work.h"

static keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];

/* Walks the list as a painter does; returns the number of paths. */
static int walk(const keel_display_list *list)
{
	int paths = 0;
	for (int i = 0; i < list->word_count;) {
		const keel_display_word *path = list->words + i;
		assert_in_range(path[0].i, 0, KEEL_PAINT_COUNT - 1);
		assert_in_range(path[1].i, 0, 3);
		assert_true(path[2].f >= 0 && path[2].f <= 1);
		assert_true(path[3].f >= 0 && path[3].f <= 1);
		int end = i + KEEL_DISPLAY_PATH_WORDS + path[4].i;
		assert_true(path[4].i > 0 && end <= list->word_count);
		assert_int_equal(path[5].i, KEEL_DISPLAY_MOVE);
		for (i += KEEL_DISPLAY_PATH_WORDS; i < end;) {
			static const int lengths[4] = {3, 3, 7, 1};
			int op = list->words[i].i;
			assert_in_range(op, 0, 3);
			for (int k = 1; k < lengths[op]; k++)
				assert_true(isfinite(list->words[i + k].f) &&
					    fabsf(list->words[i + k].f) < 1000);
			i += lengths[op];
		}
		assert_int_equal(i, end);
		paths++;
	}
	return paths;
}

static keel_body_pose bent_pose(int seed)
{
	keel_body_pose pose = keel_body_default_pose();
	unsigned random = (unsigned)seed * 2654435761u + 1;
	for (int i = KEEL_ANGLE_lumbar_flex; i < KEEL_ANGLE_COUNT && seed > 0; i++) {
		const keel_angle_info *info = keel_angle_get_info((keel_angle)i);
		random = random * 1664525u + 1013904223u;
		pose.angle_deg[i] = info->least_deg + (info->most_deg - info->least_deg) *
							      (float)(random >> 8) / 16777216.0f;
	}
	keel_body_quat_of_pelvis((float)(seed * 40 % 360 - 180), (float)(seed * 70 % 180 - 90), 0,
				 pose.root_quat);
	return pose;
}

static void test_every_side_of_many_poses(void **state)
{
	(void)state;
	int missing = 0, drawn = 0;
	for (int seed = 0; seed < 40; seed++) {
		keel_body_pose pose = bent_pose(seed);
		for (int yaw = -180; yaw < 180; yaw += 30) {
			keel_figure_def def = keel_default_figure_def();
			keel_display_list list;
			def.camera = (keel_camera){(float)yaw, (float)(seed % 5) * 15};
			def.build = keel_body_get_build((keel_build_name)(seed % KEEL_BUILD_COUNT));
			def.has_mat = seed % 2;
			def.stretch_glow = ~(uint64_t)0;
			keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
			keel_figure_draw(&def, &pose, &list);
			assert_false(list.overflowed);
			assert_int_equal(walk(&list), list.path_count);
			/* Each of the limbs is there: at least one fill of leg and skin on both
			 * sides. */
			int fills = 0;
			for (int i = 0; i < list.word_count;
			     i += KEEL_DISPLAY_PATH_WORDS + list.words[i + 4].i)
				fills += list.words[i].i == KEEL_PAINT_LEG ||
					 list.words[i].i == KEEL_PAINT_SKIN;
			missing += fills < 14;
			drawn++;
		}
	}
	assert_true(drawn == 480);
	assert_true(missing <= drawn / 100);
}

static void test_small_memory_is_respected(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose();
	keel_figure_def def = keel_default_figure_def();
	for (int capacity = 0; capacity < 3000; capacity += 37) {
		keel_display_list list;
		for (int i = 0; i < 64; i++)
			words[capacity + i].i = 0x5EA1;
		keel_display_list_init(&list, words, capacity);
		keel_figure_draw(&def, &pose, &list);
		assert_true(list.overflowed);
		assert_true(list.word_count <= capacity);
		assert_int_equal(walk(&list), list.path_count);
		for (int i = 0; i < 64; i++)
			assert_int_equal(words[capacity + i].i, 0x5EA1);
	}
}

static void test_ghost_and_arrow_are_drawn(void **state)
{
	(void)state;
	keel_body_pose pose = keel_body_default_pose(), ghost = pose;
	keel_figure_arrow arrow = {{30, 60, 0}, {35, 80, 0}, {30, 100, 0}, 1};
	keel_figure_def def = keel_default_figure_def();
	keel_display_list list;
	ghost.angle_deg[KEEL_ANGLE_hip_flex_l] = 80;
	def.ghost = &ghost;
	def.arrow = &arrow;
	keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
	keel_figure_draw(&def, &pose, &list);
	bool seen[KEEL_PAINT_COUNT] = {false};
	for (int i = 0; i < list.word_count; i += KEEL_DISPLAY_PATH_WORDS + list.words[i + 4].i)
		seen[list.words[i].i] = true;
	assert_true(seen[KEEL_PAINT_GHOST] && seen[KEEL_PAINT_GHOST_LINE] &&
		    seen[KEEL_PAINT_ARROW]);
}

/* Walking on the spot: one leg swings forward while the other, which bears, glides back as far or
 * farther. No arrow may point back, whichever leg it is and from whichever side it is seen. */
static void test_no_arrow_walks_backwards(void **state)
{
	(void)state;
	for (int side = 0; side < 2; side++) {
		keel_body_pose from = keel_body_default_pose(), to = from;
		keel_figure_arrow arrow;
		int back = side ? KEEL_ANGLE_hip_flex_r : KEEL_ANGLE_hip_flex_l;
		int forward = side ? KEEL_ANGLE_hip_flex_l : KEEL_ANGLE_hip_flex_r;
		from.angle_deg[back] = 30;
		to.angle_deg[back] = -18;
		from.angle_deg[forward] = 0;
		to.angle_deg[forward] = 25;
		keel_figure_def def = keel_default_figure_def();
		assert_true(
			keel_figure_arrow_between(def.camera, def.build, &from, &to, &arrow));
		assert_true(arrow.to_cm.x > arrow.from_cm.x);
	}
}

/* On hands and knees one leg reaches back and up: its arrow used to begin below the mat. */
static void test_a_rising_arrow_begins_above_the_floor(void **state)
{
	(void)state;
	keel_body_pose from = keel_body_default_pose();
	from.root_cm = (keel_vec3){0, 45, 0};
	from.root_quat[0] = .7071f; /* a quarter turn forward */
	from.root_quat[1] = from.root_quat[2] = 0;
	from.root_quat[3] = -.7071f;
	from.angle_deg[KEEL_ANGLE_hip_flex_l] = from.angle_deg[KEEL_ANGLE_hip_flex_r] = 90;
	from.angle_deg[KEEL_ANGLE_knee_flex_l] = from.angle_deg[KEEL_ANGLE_knee_flex_r] = 90;
	keel_body_pose to = from;
	to.angle_deg[KEEL_ANGLE_hip_flex_l] = to.angle_deg[KEEL_ANGLE_knee_flex_l] = 4;
	keel_figure_arrow arrow;
	keel_figure_def def = keel_default_figure_def();
	assert_true(keel_figure_arrow_between(def.camera, def.build, &from, &to, &arrow));
	assert_true(arrow.from_cm.y > 0 && arrow.by_cm.y > 0 && arrow.to_cm.y > 0);
}

/* The memory is only there for speed and steadiness: what is drawn from it is what is drawn without
 * it, also when the ghost, the build or the camera change. */
static void test_memory_draws_the_same(void **state)
{
	(void)state;
	static keel_display_word other[KEEL_DISPLAY_WORDS_USUAL];
	static keel_figure_memory memory;
	keel_figure_memory_init(&memory);
	for (int i = 0; i < 24; i++) {
		keel_body_pose pose = bent_pose(i % 5), ghost = bent_pose(1 + i / 6);
		keel_figure_def def = keel_default_figure_def();
		keel_display_list with, without;
		def.camera.yaw_deg = (float)(i / 3 * 40);
		def.build = keel_body_get_build((keel_build_name)(i / 4 % KEEL_BUILD_COUNT));
		def.ghost = &ghost;
		keel_display_list_init(&without, words, KEEL_DISPLAY_WORDS_USUAL);
		keel_figure_draw(&def, &pose, &without);
		def.memory = &memory;
		memory.has_order = false;
		keel_display_list_init(&with, other, KEEL_DISPLAY_WORDS_USUAL);
		keel_figure_draw(&def, &pose, &with);
		assert_int_equal(with.word_count, without.word_count);
		assert_memory_equal(words, other, (size_t)with.word_count * sizeof words[0]);
	}
}

static float lowest_cm(const keel_figure_work *work, int part)
{
	float lowest = 1e9f;
	for (int i = work->ball_first[part]; i < work->ball_first[part + 1]; i++) {
		const keel_ball_seen *ball = &work->ball[i];
		float y = work->view.toward.y * ball->z - work->view.up.y * ball->at.y;
		lowest = fminf(lowest, y - ball->r);
	}
	return lowest;
}

/* A person of another height and girth stands, lies and kneels where the one does that the pose was
 * solved for: nothing sinks into the floor, and hands and feet stay. */
static void test_builds_rest_on_what_bears_them(void **state)
{
	(void)state;
	static keel_figure_work plain, other;
	for (int tilt = -90; tilt <= 90; tilt += 90) {
		keel_body_pose pose = keel_body_default_pose();
		keel_body_quat_of_pelvis((float)tilt, 0, 0, pose.root_quat);
		pose.root_cm.y = tilt == 0 ? pose.root_cm.y : 11;
		keel_figure_def def = keel_default_figure_def();
		keel_figure_prepare(&plain, &def, &pose);
		for (int i = 0; i < 8; i++) {
			keel_body_build build =
				keel_body_build_of((keel_build_name)(i % KEEL_BUILD_COUNT),
						   i % 2 ? 150 : 196, i < 4 ? 1.4f : .85f);
			def.build = &build;
			keel_figure_prepare(&other, &def, &pose);
			for (int part = 0; part < KEEL_PART_COUNT; part++) {
				float least = fminf(lowest_cm(&plain, part), 0);
				assert_true(lowest_cm(&other, part) > least - .6f);
			}
			float foot = lowest_cm(&other, KEEL_PART_foot_l);
			assert_true(fabsf(foot - lowest_cm(&plain, KEEL_PART_foot_l)) < .1f);
		}
	}
}

/* Widths follow the girth, the head the height; a girth out of bounds is brought within. */
static void test_builds_differ(void **state)
{
	(void)state;
	static keel_figure_work work;
	keel_body_pose pose = keel_body_default_pose();
	keel_figure_def def = keel_default_figure_def();
	float wide[3], head[3];
	static const float girths[3] = {.8f, 1, 9}, heights[3] = {200, 168, 145};
	for (int i = 0; i < 3; i++) {
		keel_body_build build = keel_body_build_of(KEEL_BUILD_WOMAN, heights[i], girths[i]);
		def.build = &build;
		keel_figure_prepare(&work, &def, &pose);
		wide[i] = work.field[KEEL_PART_trunk].high.x - work.field[KEEL_PART_trunk].low.x;
		head[i] = work.field[KEEL_PART_hair].high.x - work.field[KEEL_PART_hair].low.x;
	}
	assert_true(wide[0] + 2 < wide[1] && wide[1] + 2 < wide[2] && wide[2] < 60);
	assert_true(head[0] + 1 < head[1] && head[1] + 1 < head[2]);
}

/* Which paint is drawn in which order says which limb lies before which; a tremor of a degree must
 * not change it. */
static void test_order_is_steady(void **state)
{
	(void)state;
	static keel_figure_memory memory;
	keel_figure_memory_init(&memory);
	int swaps = 0;
	for (int seed = 1; seed < 30; seed++) {
		int first_count = 0;
		static int32_t first[512];
		for (int i = 0; i < 20; i++) {
			keel_body_pose pose = bent_pose(seed);
			keel_figure_def def = keel_default_figure_def();
			keel_display_list list;
			float tremor = i % 2 ? .5f : -.5f;
			pose.angle_deg[KEEL_ANGLE_shoulder_abd_l] += tremor;
			pose.angle_deg[KEEL_ANGLE_hip_abd_r] += tremor;
			def.memory = &memory;
			def.has_detail = false;
			if (i == 0)
				keel_figure_memory_init(&memory);
			keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
			keel_figure_draw(&def, &pose, &list);
			int count = 0;
			for (int at = 0; at < list.word_count && count < 512;
			     at += KEEL_DISPLAY_PATH_WORDS + list.words[at + 4].i) {
				if (i == 0)
					first[count] = list.words[at].i;
				else if (count < first_count && first[count] != list.words[at].i)
					swaps++;
				count++;
			}
			first_count = i == 0 ? count : first_count;
		}
	}
	assert_int_equal(swaps, 0);
}

/* Leaves the stack full of minus infinity. */
__attribute__((noinline)) static void litter(void)
{
	volatile float stack[1 << 16];
	for (int i = 0; i < 1 << 16; i++)
		stack[i] = -INFINITY;
	(void)stack[0];
}

/* A thing that nobody holds leaves its places empty; they were read all the same. */
static void test_a_ghost_reads_no_litter(void **state)
{
	(void)state;
	keel_figure_def def = keel_default_figure_def();
	keel_display_list list;
	keel_body_pose pose = bent_pose(1), ghost = bent_pose(2);
	def.ghost = &ghost;
	for (int i = 0; i < 3; i++) {
		keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
		litter();
		keel_figure_draw(&def, &pose, &list);
		assert_true(walk(&list) > 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_side_of_many_poses),
		cmocka_unit_test(test_small_memory_is_respected),
		cmocka_unit_test(test_ghost_and_arrow_are_drawn),
		cmocka_unit_test(test_no_arrow_walks_backwards),
		cmocka_unit_test(test_a_rising_arrow_begins_above_the_floor),
		cmocka_unit_test(test_memory_draws_the_same),
		cmocka_unit_test(test_builds_rest_on_what_bears_them),
		cmocka_unit_test(test_builds_differ),
		cmocka_unit_test(test_order_is_steady),
		cmocka_unit_test(test_a_ghost_reads_no_litter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
