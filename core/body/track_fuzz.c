/* libFuzzer entry: any bytes must be refused or give poses of finite numbers. */
#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/body/track.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size_bytes);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size_bytes)
{
	static keel_track track;
	if (keel_track_open(&track, bytes, size_bytes) != KEEL_ERR_OK)
		return 0;
	for (int phase = 0; phase < keel_track_phase_count(&track); phase++) {
		for (int step = 0; step <= 3; step++) {
			keel_body_pose pose;
			keel_body_frames frames;
			keel_err err = keel_track_pose(&track, phase, (float)step / 3,
						       step % 2 == 1, &pose);
			KEEL_ASSERT(err == KEEL_ERR_OK);
			keel_body_frames_of(keel_body_get_build(KEEL_BUILD_WOMAN), &pose, &frames);
			KEEL_ASSERT(isfinite(frames.segment[KEEL_SEGMENT_hand_l].origin_cm.x));
		}
	}
	return 0;
}
