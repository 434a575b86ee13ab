/* Writing tracks; the form stands in core/body/track.h. */
#include <math.h>
#include <string.h>

#include "compiler/solve/solve_inside.h"
#include "core/base/err.h"

typedef struct writer {
	uint8_t *bytes;
	size_t capacity_bytes, count;
} writer;

static void put_u8(writer *w, int value)
{
	if (w->count < w->capacity_bytes)
		w->bytes[w->count] = (uint8_t)value;
	w->count++;
}

static void put_i16(writer *w, float value)
{
	int whole = (int)lroundf(clamp_float(value, -32767, 32767));
	put_u8(w, whole & 255);
	put_u8(w, whole >> 8 & 255);
}

static void put_var(writer *w, int32_t value)
{
	uint32_t zigzag = ((uint32_t)value << 1) ^ (uint32_t)(value >> 31);
	for (; zigzag > 127; zigzag >>= 7)
		put_u8(w, (int)(zigzag & 127) | 128);
	put_u8(w, (int)zigzag);
}

static void channels_of(const keel_body_pose *pose, int32_t value[KEEL_TRACK_CHANNEL_COUNT])
{
	value[0] = (int32_t)lroundf(pose->root_cm.x * 100);
	value[1] = (int32_t)lroundf(pose->root_cm.y * 100);
	value[2] = (int32_t)lroundf(pose->root_cm.z * 100);
	for (int i = 0; i < 4; i++)
		value[3 + i] = (int32_t)lroundf(pose->root_quat[i] * 32767);
	for (int i = 3; i < KEEL_ANGLE_COUNT; i++)
		value[7 + i - 3] = (int32_t)lroundf(pose->angle_deg[i] * 100);
}

/* q and −q turn the same way: take the one on the side of the phase before, so that no jump is
 * stored. */
static bool is_flipped(const keel_body_pose *before, const keel_body_pose *pose)
{
	float dot = 0;
	for (int i = 0; i < 4; i++)
		dot += before->root_quat[i] * pose->root_quat[i];
	return dot < 0;
}

static void put_phase(writer *w, const keel_baked_phase *phase, bool flip,
		      int32_t last[KEEL_TRACK_CHANNEL_COUNT])
{
	int32_t value[KEEL_TRACK_SAMPLE_MAX][KEEL_TRACK_CHANNEL_COUNT];
	uint8_t still[(KEEL_TRACK_CHANNEL_COUNT + 7) / 8] = {0};
	for (int i = 0; i < phase->sample_count; i++) {
		channels_of(&phase->sample[i], value[i]);
		for (int k = 3; k < 7 && flip; k++)
			value[i][k] = -value[i][k];
	}
	put_u8(w, phase->is_hold ? 1 : 0);
	put_u8(w, phase->sample_count);
	for (int channel = 0; channel < KEEL_TRACK_CHANNEL_COUNT; channel++) {
		bool is_still = true;
		for (int i = 1; i < phase->sample_count; i++)
			is_still = is_still && value[i][channel] == value[0][channel];
		still[channel / 8] |= (uint8_t)(is_still << (channel % 8));
	}
	for (unsigned i = 0; i < sizeof still; i++)
		put_u8(w, still[i]);
	for (int channel = 0; channel < KEEL_TRACK_CHANNEL_COUNT; channel++) {
		put_var(w, value[0][channel] - last[channel]);
		int32_t slope = 0;
		for (int i = 1;
		     i < phase->sample_count && !(still[channel / 8] >> (channel % 8) & 1); i++) {
			int32_t step = value[i][channel] - value[i - 1][channel];
			put_var(w, step - slope);
			slope = step;
		}
		last[channel] = value[phase->sample_count - 1][channel];
	}
}

static size_t write_with(const keel_track_def *def, keel_box frame, uint8_t *bytes,
			 size_t capacity_bytes)
{
	writer w = {.bytes = bytes, .capacity_bytes = capacity_bytes};
	int32_t last[KEEL_TRACK_CHANNEL_COUNT] = {0};
	const char magic[4] = {'K', 'T', 'R', '1'};
	for (int i = 0; i < 4; i++)
		put_u8(&w, magic[i]);
	put_u8(&w, KEEL_TRACK_VERSION);
	put_u8(&w, def->phase_count);
	put_u8(&w, def->prop_count);
	put_u8(&w, def->has_mat ? 1 : 0);
	put_i16(&w, def->camera.yaw_deg * 10);
	put_i16(&w, def->camera.pitch_deg * 10);
	put_i16(&w, frame.left);
	put_i16(&w, frame.top);
	put_i16(&w, frame.right);
	put_i16(&w, frame.bottom);
	for (int i = 0; i < def->prop_count; i++) {
		const float *value = &def->props[i].place_cm.x, *size = &def->props[i].size_cm.x;
		put_u8(&w, (int)def->props[i].kind);
		put_u8(&w, (int)def->props[i].held);
		for (int k = 0; k < 3; k++)
			put_i16(&w, value[k] * 10);
		for (int k = 0; k < 3; k++)
			put_i16(&w, size[k] * 10);
	}
	bool flip = false;
	for (int i = 0; i < def->phase_count; i++) {
		const keel_baked_phase *phase = &def->phases[i];
		const keel_baked_phase *before = i > 0 ? &def->phases[i - 1] : NULL;
		if (before != NULL &&
		    is_flipped(&before->sample[before->sample_count - 1], &phase->sample[0]))
			flip = !flip;
		put_phase(&w, phase, flip, last);
	}
	return w.count <= capacity_bytes ? w.count : 0;
}

size_t keel_track_write(const keel_track_def *def, uint8_t *bytes, size_t capacity_bytes)
{
	static const keel_box none = {0, 0, 0, 0};
	KEEL_ASSERT(def->phase_count >= 1 && def->phase_count <= KEEL_TRACK_PHASE_MAX);
	KEEL_ASSERT(def->prop_count >= 0 && def->prop_count <= KEEL_TRACK_PROP_MAX);
	/* The frame is what the core will draw: written once without it, opened, measured, written
	 * again. */
	size_t size_bytes = write_with(def, none, bytes, capacity_bytes);
	static keel_track track;
	if (size_bytes == 0 || keel_track_open(&track, bytes, size_bytes) != KEEL_ERR_OK)
		return 0;
	keel_figure_def figure = keel_default_figure_def();
	figure.camera = def->camera;
	figure.props = def->props;
	figure.prop_count = def->prop_count;
	keel_box frame = keel_figure_frame_box(&figure, &track, def->with_mirror);
	return write_with(def, frame, bytes, capacity_bytes);
}
