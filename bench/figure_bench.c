/* How long a frame takes: a pose from a track, and its display list. Prints the median of many, in
 * microseconds. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/body/figure.h"
#include "core/body/track.h"

#define ROUNDS 2000

static double now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static void measure(const char *what, bool has_detail, bool has_ghost, bool has_memory)
{
	static keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];
	static double us[ROUNDS];
	static keel_figure_memory memory;
	keel_body_pose from = keel_body_default_pose(), to = from;
	keel_body_quat_of_pelvis(80, 0, 0, to.root_quat);
	to.angle_deg[KEEL_ANGLE_lumbar_flex] = 40;
	to.angle_deg[KEEL_ANGLE_hip_flex_l] = to.angle_deg[KEEL_ANGLE_hip_flex_r] = 80;
	to.angle_deg[KEEL_ANGLE_shoulder_flex_l] = to.angle_deg[KEEL_ANGLE_shoulder_flex_r] = 90;
	keel_figure_def def = keel_default_figure_def();
	keel_display_list list;
	def.has_detail = has_detail;
	def.has_mat = true;
	def.ghost = has_ghost ? &to : NULL;
	def.memory = has_memory ? &memory : NULL;
	keel_figure_memory_init(&memory);
	for (int i = 0; i < ROUNDS; i++) {
		double begin = now_us();
		keel_body_pose pose =
			keel_body_blend(&from, &to, keel_body_minimum_jerk((float)i / ROUNDS));
		keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
		keel_figure_draw(&def, &pose, &list);
		us[i] = now_us() - begin;
	}
	qsort(us, ROUNDS, sizeof us[0], by_size);
	printf("%-24s median %.1f us, 99 %% %.1f us, %d words, %d paths\n", what, us[ROUNDS / 2],
	       us[ROUNDS * 99 / 100], list.word_count, list.path_count);
}

int main(void)
{
	measure("frame", true, false, false);
	measure("frame without shade", false, false, false);
	measure("frame with ghost", true, true, false);
	measure("frame, ghost remembered", true, true, true);
	return 0;
}
