/* The decoder of tracks: a hand-made chunk is read, and every damaged one is refused. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/body/track.h"

static keel_track track;

/* One move of three samples and one hold; the root stands 90 cm high, the right knee bends from 0°
 * to 40°. */
static size_t small_track(uint8_t bytes[512])
{
	static const uint8_t head[KEEL_TRACK_HEADER_BYTES] = {
		'K', 'T', 'R',	'1',  2,    2,	  0,  1, 0x84, 3,
		80,  0,	  0xC4, 0xFF, 0x38, 0xFF, 60, 0, 10,   0,
	};
	size_t n = KEEL_TRACK_HEADER_BYTES;
	int knee = 7 + KEEL_ANGLE_knee_flex_r - 3;
	memcpy(bytes, head, n);
	for (int phase = 0; phase < 2; phase++) {
		bytes[n++] = (uint8_t)phase;
		bytes[n++] = phase == 0 ? 3 : 1;
		for (int i = 0; i < (KEEL_TRACK_CHANNEL_COUNT + 7) / 8; i++)
			bytes[n++] = (uint8_t)(phase == 0 && i == knee / 8 ? 255 & ~(1 << knee % 8)
									   : 255);
		for (int channel = 0; channel < KEEL_TRACK_CHANNEL_COUNT; channel++) {
			if (phase == 0 && channel == 1) { /* 9000 */
				bytes[n++] = 0xD0;
				bytes[n++] = 0x8C;
				bytes[n++] = 1;
			} else if (phase == 0 && channel == 3) { /* 32767 */
				bytes[n++] = 0xFE;
				bytes[n++] = 0xFF;
				bytes[n++] = 3;
			} else {
				bytes[n++] = 0;
				if (phase == 0 &&
				    channel == knee) { /* +2000, then no change of slope */
					bytes[n++] = 0xA0;
					bytes[n++] = 0x1F;
					bytes[n++] = 0;
				}
			}
		}
	}
	return n;
}

static void test_a_chunk_is_read(void **state)
{
	(void)state;
	uint8_t bytes[512];
	keel_body_pose pose;
	size_t size = small_track(bytes);
	assert_int_equal(keel_track_open(&track, bytes, size), KEEL_ERR_OK);
	assert_int_equal(keel_track_phase_count(&track), 2);
	assert_true(track.has_mat);
	assert_true(fabsf(track.camera.yaw_deg - 90) < .01f && fabsf(track.frame.top + 200) < .01f);
	assert_int_equal(keel_track_pose(&track, 0, .5f, false, &pose), KEEL_ERR_OK);
	assert_true(fabsf(pose.angle_deg[KEEL_ANGLE_knee_flex_r] - 20) < .01f);
	assert_true(fabsf(pose.root_cm.y - 90) < .01f);
	assert_int_equal(keel_track_pose(&track, 1, 9, false, &pose), KEEL_ERR_OK);
	assert_true(fabsf(pose.angle_deg[KEEL_ANGLE_knee_flex_r] - 40) < .01f);
	assert_int_equal(keel_track_pose(&track, 1, 0, true, &pose), KEEL_ERR_OK);
	assert_true(fabsf(pose.angle_deg[KEEL_ANGLE_knee_flex_l] - 40) < .01f);
	assert_int_equal(keel_track_pose(&track, 2, 0, false, &pose), KEEL_ERR_NOT_FOUND);
	assert_int_equal(keel_track_pose(&track, -1, 0, false, &pose), KEEL_ERR_NOT_FOUND);
	assert_int_equal(keel_track_pose(&track, 0, NAN, false, &pose), KEEL_ERR_OK);
	assert_true(fabsf(pose.angle_deg[KEEL_ANGLE_knee_flex_r]) < .01f);
}

static void test_damaged_chunks_are_refused(void **state)
{
	(void)state;
	uint8_t bytes[512], bad[512];
	size_t size = small_track(bytes);
	for (size_t cut = 0; cut < size; cut++)
		assert_int_not_equal(keel_track_open(&track, bytes, cut), KEEL_ERR_OK);
	bytes[size] = 0;
	assert_int_equal(keel_track_open(&track, bytes, size + 1), KEEL_ERR_CORRUPT);
	memcpy(bad, bytes, size);
	bad[4] = KEEL_TRACK_VERSION + 1;
	assert_int_equal(keel_track_open(&track, bad, size), KEEL_ERR_VERSION);
	for (int place = 5; place < 8; place++) {
		memcpy(bad, bytes, size);
		bad[place] = 200;
		assert_int_equal(keel_track_open(&track, bad, size), KEEL_ERR_CORRUPT);
	}
	/* Every byte set to every of a few values: refused, or poses of finite numbers. */
	for (size_t i = 0; i < size; i++) {
		static const uint8_t values[] = {0, 1, 127, 128, 255};
		for (unsigned v = 0; v < sizeof values; v++) {
			keel_body_pose pose;
			memcpy(bad, bytes, size);
			bad[i] = values[v];
			if (keel_track_open(&track, bad, size) != KEEL_ERR_OK)
				continue;
			assert_int_equal(keel_track_pose(&track, 0, .3f, false, &pose),
					 KEEL_ERR_OK);
			assert_true(isfinite(pose.root_cm.x) && isfinite(pose.root_quat[0]));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_chunk_is_read),
		cmocka_unit_test(test_damaged_chunks_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
