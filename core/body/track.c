/* Reading tracks. Bytes come from outside: a cursor that cannot leave them carries the first error
 * along. */
#include "core/body/track.h"

#include <string.h>

#include "core/body/vec.h"

typedef struct cursor {
	const uint8_t *bytes;
	size_t size_bytes, at;
	bool is_broken;
} cursor;

static uint8_t take_u8(cursor *c)
{
	if (c->at >= c->size_bytes) {
		c->is_broken = true;
		return 0;
	}
	return c->bytes[c->at++];
}

static int32_t take_i16(cursor *c)
{
	uint32_t low = take_u8(c), high = take_u8(c);
	return (int32_t)(int16_t)(uint16_t)(low | high << 8);
}

/* A zigzag varint of at most 5 bytes. */
static int32_t take_var(cursor *c)
{
	uint32_t value = 0;
	for (int shift = 0; shift < 35; shift += 7) {
		uint8_t byte = take_u8(c);
		if (shift == 28 && byte > 15)
			break;
		value |= (uint32_t)(byte & 127) << shift;
		if (!(byte & 128))
			return (int32_t)(value >> 1) ^ -(int32_t)(value & 1);
	}
	c->is_broken = true;
	return 0;
}

/* What a channel may hold: 300 m, or 900 degrees. Larger is not a body. */
#define VALUE_MOST 90000

static int32_t checked(cursor *c, int64_t value)
{
	if (value < -VALUE_MOST || value > VALUE_MOST) {
		c->is_broken = true;
		return 0;
	}
	return (int32_t)value;
}

static void take_phase(cursor *c, const keel_track_phase *before, keel_track_phase *phase)
{
	uint8_t flags = take_u8(c);
	int count = take_u8(c);
	uint8_t still[(KEEL_TRACK_CHANNEL_COUNT + 7) / 8];
	if (flags > 1 || count < 1 || count > KEEL_TRACK_SAMPLE_MAX) {
		c->is_broken = true;
		return;
	}
	phase->is_hold = flags & 1;
	phase->sample_count = count;
	for (unsigned i = 0; i < sizeof still; i++)
		still[i] = take_u8(c);
	for (int channel = 0; channel < KEEL_TRACK_CHANNEL_COUNT && !c->is_broken; channel++) {
		int32_t *value = phase->value[channel];
		int32_t start =
			before != NULL ? before->value[channel][before->sample_count - 1] : 0;
		value[0] = checked(c, (int64_t)start + take_var(c));
		bool is_still = still[channel / 8] >> (channel % 8) & 1;
		int64_t slope = 0;
		for (int i = 1; i < count; i++) {
			slope += is_still ? 0 : take_var(c);
			if (slope > 4 * VALUE_MOST || slope < -4 * VALUE_MOST)
				c->is_broken = true;
			value[i] = c->is_broken ? 0 : checked(c, value[i - 1] + slope);
		}
	}
}

static void take_head(cursor *c, keel_track *track)
{
	track->camera.yaw_deg = (float)take_i16(c) / 10;
	track->camera.pitch_deg = (float)take_i16(c) / 10;
	track->frame.left = (float)take_i16(c);
	track->frame.top = (float)take_i16(c);
	track->frame.right = (float)take_i16(c);
	track->frame.bottom = (float)take_i16(c);
	for (int i = 0; i < track->prop_count; i++) {
		int kind = take_u8(c), held = take_u8(c);
		float value[6];
		for (int k = 0; k < 6; k++)
			value[k] = (float)take_i16(c) / 10;
		if (kind >= KEEL_PROP_COUNT || held >= KEEL_HELD_COUNT ||
		    !keel_prop_can_be_held((keel_prop_kind)kind, (keel_held)held)) {
			c->is_broken = true;
			return;
		}
		track->prop[i] = (keel_prop){(keel_prop_kind)kind, (keel_held)held,
					     vec3(value[0], value[1], value[2]),
					     vec3(value[3], value[4], value[5])};
	}
}

keel_err keel_track_open(keel_track *track, const uint8_t *bytes, size_t size_bytes)
{
	cursor c = {.bytes = bytes, .size_bytes = size_bytes, .at = 4};
	track->phase_count = 0;
	track->prop_count = 0;
	track->has_mat = false;
	if (bytes == NULL || size_bytes < KEEL_TRACK_HEADER_BYTES || memcmp(bytes, "KTR1", 4) != 0)
		return KEEL_ERR_CORRUPT;
	if (size_bytes > 65536)
		return KEEL_ERR_TOO_LARGE;
	if (take_u8(&c) != KEEL_TRACK_VERSION)
		return KEEL_ERR_VERSION;
	int phase_count = take_u8(&c), prop_count = take_u8(&c), flags = take_u8(&c);
	if (phase_count < 1 || phase_count > KEEL_TRACK_PHASE_MAX ||
	    prop_count > KEEL_TRACK_PROP_MAX || flags > 1)
		return KEEL_ERR_CORRUPT;
	track->has_mat = flags & 1;
	track->prop_count = prop_count;
	take_head(&c, track);
	for (int i = 0; i < phase_count && !c.is_broken; i++)
		take_phase(&c, i > 0 ? &track->phase[i - 1] : NULL, &track->phase[i]);
	if (c.is_broken || c.at != size_bytes) {
		track->prop_count = 0;
		return KEEL_ERR_CORRUPT;
	}
	track->phase_count = phase_count;
	return KEEL_ERR_OK;
}

int keel_track_phase_count(const keel_track *track)
{
	return track->phase_count;
}

/* Cubic through four samples (Catmull and Rom 1974); beyond the ends the slope goes on. */
static float sample(const int32_t *value, int count, float place)
{
	if (count == 1)
		return (float)value[0];
	int i = (int)place;
	i = i > count - 2 ? count - 2 : i;
	float t = place - (float)i;
	float b = (float)value[i], c = (float)value[i + 1];
	float a = i > 0 ? (float)value[i - 1] : 2 * b - c;
	float d = i + 2 < count ? (float)value[i + 2] : 2 * c - b;
	return b + .5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

keel_err keel_track_pose(const keel_track *track, int phase_index, float t01, bool mirrored,
			 keel_body_pose *pose)
{
	*pose = keel_body_default_pose();
	if (phase_index < 0 || phase_index >= track->phase_count)
		return KEEL_ERR_NOT_FOUND;
	const keel_track_phase *phase = &track->phase[phase_index];
	/* A time that is not a number is the beginning. */
	float place = t01 > 0 ? keel_body_minimum_jerk(t01) * (float)(phase->sample_count - 1) : 0;
	float channel[KEEL_TRACK_CHANNEL_COUNT], length = 0;
	for (int i = 0; i < KEEL_TRACK_CHANNEL_COUNT; i++)
		channel[i] = sample(phase->value[i], phase->sample_count, place);
	pose->root_cm = vec3(channel[0] / 100, channel[1] / 100, channel[2] / 100);
	for (int i = 0; i < 4; i++)
		length += channel[3 + i] * channel[3 + i];
	for (int i = 0; i < 4 && length > 1; i++)
		pose->root_quat[i] = channel[3 + i] / sqrtf(length);
	for (int i = 3; i < KEEL_ANGLE_COUNT; i++)
		pose->angle_deg[i] = channel[7 + i - 3] / 100;
	if (mirrored)
		*pose = keel_body_mirror(pose);
	return KEEL_ERR_OK;
}
