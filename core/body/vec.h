/* Small vectors and rotations for the body. Inline, float, no state. */
#ifndef KEEL_CORE_BODY_VEC_H
#define KEEL_CORE_BODY_VEC_H

#include <math.h>

#include "core/body/body.h"

#define KEEL_DEG_IN_RAD 0.01745329252f

static inline keel_vec3 vec3(float x, float y, float z)
{
	return (keel_vec3){x, y, z};
}

static inline keel_vec3 vec3_add(keel_vec3 a, keel_vec3 b)
{
	return vec3(a.x + b.x, a.y + b.y, a.z + b.z);
}

static inline keel_vec3 vec3_sub(keel_vec3 a, keel_vec3 b)
{
	return vec3(a.x - b.x, a.y - b.y, a.z - b.z);
}

static inline keel_vec3 vec3_mul(keel_vec3 a, float k)
{
	return vec3(a.x * k, a.y * k, a.z * k);
}

static inline keel_vec3 vec3_lerp(keel_vec3 a, keel_vec3 b, float t)
{
	return vec3(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t);
}

static inline float vec3_dot(keel_vec3 a, keel_vec3 b)
{
	return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline keel_vec3 vec3_cross(keel_vec3 a, keel_vec3 b)
{
	return vec3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

static inline float vec3_length(keel_vec3 a)
{
	return sqrtf(vec3_dot(a, a));
}

/* The fallback when there is no direction. */
static inline keel_vec3 vec3_unit_or(keel_vec3 a, keel_vec3 fallback)
{
	float length = vec3_length(a);
	return length > 1e-5f ? vec3_mul(a, 1.0f / length) : fallback;
}

static inline float clamp_float(float value, float least, float most)
{
	return value < least ? least : value > most ? most : value;
}

/* fminf and fmaxf are calls where a compiler must think of what is not a number. */
static inline float least_of(float a, float b)
{
	return a < b ? a : b;
}

static inline float most_of(float a, float b)
{
	return a > b ? a : b;
}

static inline float lerp_float(float a, float b, float t)
{
	return a + (b - a) * t;
}

static inline float smooth_step(float edge_0, float edge_1, float x)
{
	float t = clamp_float((x - edge_0) / (edge_1 - edge_0), 0, 1);
	return t * t * (3 - 2 * t);
}

/* Turns the frame about its own axes; the origin stays. */
static inline void frame_turn_x(keel_frame *f, float deg)
{
	float s = sinf(deg * KEEL_DEG_IN_RAD), c = cosf(deg * KEEL_DEG_IN_RAD);
	keel_vec3 y = f->axis_y, z = f->axis_z;
	f->axis_y = vec3_add(vec3_mul(y, c), vec3_mul(z, s));
	f->axis_z = vec3_sub(vec3_mul(z, c), vec3_mul(y, s));
}

static inline void frame_turn_y(keel_frame *f, float deg)
{
	float s = sinf(deg * KEEL_DEG_IN_RAD), c = cosf(deg * KEEL_DEG_IN_RAD);
	keel_vec3 x = f->axis_x, z = f->axis_z;
	f->axis_x = vec3_sub(vec3_mul(x, c), vec3_mul(z, s));
	f->axis_z = vec3_add(vec3_mul(z, c), vec3_mul(x, s));
}

static inline void frame_turn_z(keel_frame *f, float deg)
{
	float s = sinf(deg * KEEL_DEG_IN_RAD), c = cosf(deg * KEEL_DEG_IN_RAD);
	keel_vec3 x = f->axis_x, y = f->axis_y;
	f->axis_x = vec3_add(vec3_mul(x, c), vec3_mul(y, s));
	f->axis_y = vec3_sub(vec3_mul(y, c), vec3_mul(x, s));
}

#endif
