/* Baked tracks: a movement's phases as sampled, solved poses in a few hundred bytes.
 *
 * A phase is sampled evenly in u, the minimum-jerk course from 0 to 1, not in time: an authored
 * angle is then a straight line, its second differences are zero, and 5 to 33 samples with cubic
 * interpolation are enough. The player asks in time; we apply the minimum jerk.
 *
 * Form, little end first; "var" is a zigzag varint of at most 5 bytes:
 *   0  4 bytes  'K' 'T' 'R' '1'
 *   4  u8       version, 2
 *   5  u8       number of phases, 1…KEEL_TRACK_PHASE_MAX
 *   6  u8       number of props, 0…KEEL_TRACK_PROP_MAX
 *   7  u8       flags: 1 = the movement has a mat
 *   8  i16 × 6  camera yaw and pitch in 1/10 degree; framing box left, top, right, bottom in cm
 *  20  props:   u8 kind, u8 how it is held (keel_held), i16 × 6: place and size in 1/10 cm
 *      phases:  u8 flags (1 = hold), u8 sample count (1…33), then for each of the 42 channels
 *               (root x y z in 1/100 cm; quaternion w x y z in 1/32767; 35 angles in 1/100 degree;
 * the three pelvis angles are not stored) the values as second differences: v0, v1−v0, v2−2v1+v0,
 * …, each var. A channel that does not move is written as v0 with the "still" bit of a bitmap
 * before the channels (6 bytes). From the second phase on, v0 is the difference to the end of the
 * phase before. Bytes come from outside: every count is checked, nothing is asserted, no value can
 * leave its array.
 */
#ifndef KEEL_CORE_BODY_TRACK_H
#define KEEL_CORE_BODY_TRACK_H

#include <stddef.h>

#include "core/base/err.h"
#include "core/body/body.h"
#include "core/body/props.h"

#define KEEL_TRACK_VERSION 2
#define KEEL_TRACK_PHASE_MAX 24
#define KEEL_TRACK_PROP_MAX 8
#define KEEL_TRACK_SAMPLE_MAX 33
#define KEEL_TRACK_CHANNEL_COUNT (7 + KEEL_ANGLE_COUNT - 3)
#define KEEL_TRACK_HEADER_BYTES 20

typedef struct keel_camera {
	float yaw_deg;	 /* 0: from the person's right, who looks to the right of the picture; 90:
			    from the front */
	float pitch_deg; /* how far the camera looks down */
} keel_camera;

/* A box on the picture in cm, y downwards, the projection of the room's origin at 0, 0. */
typedef struct keel_box {
	float left, top, right, bottom;
} keel_box;

typedef struct keel_track_phase {
	bool is_hold;
	int sample_count;
	/* [channel][sample] in the units of the file; decoded once, when the track is opened. */
	int32_t value[KEEL_TRACK_CHANNEL_COUNT][KEEL_TRACK_SAMPLE_MAX];
} keel_track_phase;

/* About 130 kB; the caller holds it (static in wasm). It does not point into the bytes it was
 * opened from. */
typedef struct keel_track {
	keel_camera camera;
	keel_box frame;
	bool has_mat;
	int prop_count;
	keel_prop prop[KEEL_TRACK_PROP_MAX];
	int phase_count;
	keel_track_phase phase[KEEL_TRACK_PHASE_MAX];
} keel_track;

/* Reads and checks a whole chunk. KEEL_ERR_VERSION, KEEL_ERR_CORRUPT or KEEL_ERR_TOO_LARGE on bad
 * bytes; the track is then empty (no phases). */
keel_err keel_track_open(keel_track *track, const uint8_t *bytes, size_t size_bytes) KEEL_MUST_USE;

int keel_track_phase_count(const keel_track *track);

/* The pose at time t01 (clamped to 0…1) of a phase; mirrored exchanges left and right.
 * KEEL_ERR_NOT_FOUND when there is no such phase. */
keel_err keel_track_pose(const keel_track *track, int phase_index, float t01, bool mirrored,
			 keel_body_pose *pose) KEEL_MUST_USE;

#endif
