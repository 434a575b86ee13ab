/* How sure a band is: the pose is shaken, every joint and the tilt of the pelvis by up to five
 * degrees, and the load computed again. The contacts move with the body and are not solved again:
 * five degrees are what an eye or a drawing is off by, not another pose. Angles are drawn evenly by
 * SplitMix64 (Steele, Lea and Flood 2014), so that a seed gives the same samples on every machine.
 */
#include <math.h>
#include <string.h>

#include "compiler/statics/statics.h"

static uint64_t next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static float shake_deg(uint64_t *state)
{
	float u = (float)(next(state) >> 40) / 16777216.0f;
	return (2 * u - 1) * KEEL_SPREAD_JOINT_DEG;
}

/* q := q * a turn about the person's own z axis, forwards. */
static void tilt(float q[4], float deg)
{
	float half = deg * .5f * 3.14159265f / 180, c = cosf(half), s = -sinf(half);
	float r[4] = {q[0] * c - q[3] * s, q[1] * c + q[2] * s, q[2] * c - q[1] * s,
		      q[3] * c + q[0] * s};
	memcpy(q, r, sizeof(r));
}

void keel_load_spread_of(const keel_load_def *def, uint64_t seed, keel_load_spread *spread)
{
	int count[KEEL_LOAD_BAND_COUNT] = {0};
	uint64_t state = seed;
	for (int i = 0; i < KEEL_SPREAD_SAMPLES; i++) {
		keel_body_pose pose = *def->pose;
		for (int a = 0; a < KEEL_ANGLE_COUNT; a++) {
			bool is_solved = keel_angle_get_info((keel_angle)a)->is_solved;
			pose.angle_deg[a] += is_solved ? shake_deg(&state) : 0;
		}
		tilt(pose.root_quat, shake_deg(&state));
		keel_load_def shaken = *def;
		shaken.pose = &pose;
		count[keel_load_band_of(keel_load_n(&shaken))]++;
	}
	/* Rounded down, and what is left to 100 goes to the fullest band. */
	int rest = 100, fullest = 0;
	for (int band = 0; band < KEEL_LOAD_BAND_COUNT; band++) {
		spread->percent[band] = 100 * count[band] / KEEL_SPREAD_SAMPLES;
		rest -= spread->percent[band];
		fullest = count[band] > count[fullest] ? band : fullest;
	}
	spread->percent[fullest] += rest;
}
