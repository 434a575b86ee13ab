/* Muscle lines: where they run, and how far a pose lengthens them.
 *
 * A line is a chain of points fixed to bones. Between two of its points it may be held off a joint
 * by a cylinder about the joint's axis (the front of the femoral head, the back of the hip, the
 * knee cap): the shortest way round is two tangents and an arc in the plane across the axis
 * (after Garner and Pandy 2000, their single cylinder, with the part along the axis added by
 * Pythagoras). The whole change is given to the fibres: tendons are taken as rigid, since a stretch
 * by hand or weight loads them little.
 *
 * Places. Hip and leg: after Delp 1990 (his thesis; Delp and others, IEEE Trans Biomed Eng 37:757),
 * moved from the middle between the iliac spines to the middle between the hip joints. His bones
 * (hip centres 16.7 cm apart, thigh 40.4 cm, shank 42 cm) are those of our 168 cm reference within
 * 2 %, so nothing is scaled; other statures scale with the frame. Psoas on the spine: after Bogduk,
 * Pearcy and Hadfield 1992 (Clin Biomech 7:109): discs and transverse processes, so close to the
 * joint centres that it hardly bends the upper lumbar spine; we put one point on each vertebra,
 * 1 cm behind the middle of the joints of our straight column. Trunk: after Christophy 2012
 * (Biomech Model Mechanobiol 11:19) in order and level, placed by hand on our drawn trunk, with
 * arms about L4/5 of 5 to 6 cm for the erector spinae and 9 for the rectus abdominis. Optimal fibre
 * lengths: Delp 1990 for hip and leg; Delp 2001 (J Biomech 34:371) for rectus abdominis 28.3,
 * iliocostalis 14.2, longissimus 11.7 and quadratus lumborum 8.5 cm; Ward 2009 (J Bone Joint Surg
 * 91:176) for multifidus 5.7 cm; obliques 12.9 and 9.1 cm as in the table of a sitting model that
 * took them from Stokes and Gardner-Morse 1999.
 *
 * Parts. Lines of one part pull the same way and are averaged; parts of one muscle may be opposites
 * (outer and inner oblique, front and back gluteus medius), and the muscle lengthens when one does.
 *
 * Rejected: a reference model of 290 lines (licence, size; such lines as these agree with it at
 * r = 0.98 to 1.00 for length change); wrapping on spheres and ellipsoids (no gain for order).
 */
#include "compiler/statics/statics.h"

#include <math.h>
#include <string.h>

#include "core/base/err.h"
#include "core/body/vec.h"

#define POINT_MAX 9
#define PART_MAX 3

typedef struct line_point {
	uint8_t segment; /* of the right side */
	float x, y, z;	 /* cm, reference build, z outwards */
} line_point;

enum { ROUND_FRONT = -1, ROUND_NOTHING = 0, ROUND_BACK = 1 };

typedef struct muscle_line {
	uint8_t muscle, part;
	float fibre_cm;
	int8_t round;	     /* on which side of the joint it is held off */
	uint8_t round_from;  /* the point before the arc */
	uint8_t round_joint; /* the joint is the origin of this segment */
	uint8_t round_axes;  /* the segment whose z axis the cylinder lies along */
	float round_cm;	     /* its radius */
	uint8_t point_count;
	line_point point[POINT_MAX];
} muscle_line;

#define PELVIS KEEL_SEGMENT_pelvis
#define L1 KEEL_SEGMENT_lumbar_1
#define L2 KEEL_SEGMENT_lumbar_2
#define L3 KEEL_SEGMENT_lumbar_3
#define L4 KEEL_SEGMENT_lumbar_4
#define L5 KEEL_SEGMENT_lumbar_5
#define LOW_RIBS KEEL_SEGMENT_thorax_1
#define MID_RIBS KEEL_SEGMENT_thorax_2
#define THIGH KEEL_SEGMENT_thigh_r
#define SHANK KEEL_SEGMENT_shank_r
#define FOOT KEEL_SEGMENT_foot_r

#define PLAIN ROUND_NOTHING, 0, 0, 0, 0
/* Radii are ours: half a femoral head for the front; for the back of the hip what keeps the arm of
 * the gluteus maximus at 90° of flexion near the 3 cm of Delp 1999 (J Biomech 32:493); the knee cap
 * 4 cm before the axis (Delp 1990). */
#define HIP_BACK(from) ROUND_BACK, from, THIGH, PELVIS, 3.0f
#define KNEE_FRONT(from) ROUND_FRONT, from, SHANK, THIGH, 4.0f

static const muscle_line lines[] = {
	{KEEL_GLOW_psoas,
	 0,
	 10.4f,
	 PLAIN,
	 7,
	 {{L2, -1, 1.8f, 3.0f},
	  {L3, -1, 1.8f, 3.2f},
	  {L4, -1, 1.8f, 3.5f},
	  {L5, -1, 1.8f, 4.0f},
	  {PELVIS, 4.7f, .9f, 7.6f},
	  {THIGH, .2f, -5.1f, .4f},
	  {THIGH, -1.9f, -6.0f, 1.0f}}},
	{KEEL_GLOW_iliacus,
	 0,
	 10.0f,
	 PLAIN,
	 4,
	 {{PELVIS, .3f, 10.3f, 8.5f},
	  {PELVIS, 4.9f, 1.1f, 8.5f},
	  {THIGH, .2f, -5.4f, .6f},
	  {THIGH, -1.9f, -6.2f, 1.3f}}},
	{KEEL_GLOW_rectus_femoris,
	 0,
	 8.4f,
	 KNEE_FRONT(0),
	 2,
	 {{PELVIS, 4.1f, 3.5f, 9.7f}, {SHANK, 3.4f, -7.4f, 0}}},
	{KEEL_GLOW_quadriceps,
	 0,
	 8.7f,
	 KNEE_FRONT(0),
	 2,
	 {{THIGH, 3.3f, -20.8f, 2.8f}, {SHANK, 3.4f, -7.4f, 0}}},
	{KEEL_GLOW_gluteus_maximus,
	 0,
	 14.2f,
	 HIP_BACK(1),
	 4,
	 {{PELVIS, -4.9f, 12.7f, 7.0f},
	  {PELVIS, -5.8f, 6.7f, 8.9f},
	  {THIGH, -4.6f, -2.5f, 3.9f},
	  {THIGH, -2.8f, -5.7f, 4.7f}}},
	{KEEL_GLOW_gluteus_maximus,
	 0,
	 14.7f,
	 HIP_BACK(1),
	 4,
	 {{PELVIS, -6.4f, 8.4f, 5.6f},
	  {PELVIS, -6.7f, 1.4f, 9.1f},
	  {THIGH, -4.3f, -5.3f, 2.9f},
	  {THIGH, -1.6f, -10.2f, 4.2f}}},
	{KEEL_GLOW_gluteus_maximus,
	 0,
	 14.4f,
	 HIP_BACK(1),
	 4,
	 {{PELVIS, -8.5f, 3.5f, .6f},
	  {PELVIS, -8.2f, -3.9f, 4.0f},
	  {THIGH, -3.0f, -10.4f, 1.4f},
	  {THIGH, -.6f, -14.2f, 4.1f}}},
	{KEEL_GLOW_gluteus_medius,
	 0,
	 5.4f,
	 PLAIN,
	 2,
	 {{PELVIS, 3.0f, 9.7f, 12.1f}, {THIGH, -2.2f, -1.2f, 5.6f}}},
	{KEEL_GLOW_gluteus_medius,
	 1,
	 8.5f,
	 PLAIN,
	 2,
	 {{PELVIS, -1.5f, 11.1f, 7.7f}, {THIGH, -2.6f, -.6f, 5.3f}}},
	{KEEL_GLOW_gluteus_medius,
	 2,
	 6.5f,
	 PLAIN,
	 2,
	 {{PELVIS, -5.2f, 7.7f, 6.5f}, {THIGH, -3.1f, -.5f, 5.2f}}},
	{KEEL_GLOW_hamstrings,
	 0,
	 8.0f,
	 PLAIN,
	 2,
	 {{PELVIS, -4.9f, -3.5f, 7.0f}, {SHANK, -3.0f, -4.6f, -1.9f}}},
	{KEEL_GLOW_hamstrings,
	 0,
	 20.1f,
	 PLAIN,
	 2,
	 {{PELVIS, -5.3f, -3.8f, 6.0f}, {SHANK, -3.7f, -4.7f, -1.5f}}},
	{KEEL_GLOW_hamstrings,
	 0,
	 10.9f,
	 PLAIN,
	 2,
	 {{PELVIS, -5.4f, -3.4f, 6.7f}, {SHANK, -1.3f, -6.5f, 4.2f}}},
	{KEEL_GLOW_adductors,
	 0,
	 13.8f,
	 PLAIN,
	 2,
	 {{PELVIS, 3.9f, -1.8f, 1.7f}, {THIGH, .5f, -21.1f, 2.3f}}},
	{KEEL_GLOW_adductors,
	 1,
	 12.1f,
	 PLAIN,
	 2,
	 {{PELVIS, -1.2f, -5.3f, 3.1f}, {THIGH, .5f, -22.9f, 2.3f}}},
	{KEEL_GLOW_adductors,
	 1,
	 13.1f,
	 PLAIN,
	 2,
	 {{PELVIS, -.6f, -5.2f, 2.8f}, {THIGH, .7f, -38.4f, -2.7f}}},
	{KEEL_GLOW_tensor_fasciae_latae,
	 0,
	 9.5f,
	 PLAIN,
	 4,
	 {{PELVIS, 4.0f, 8.8f, 12.4f},
	  {THIGH, 2.9f, -10.0f, 6.0f},
	  {THIGH, .5f, -40.5f, 3.6f},
	  {SHANK, .1f, -4.1f, 3.0f}}},
	{KEEL_GLOW_piriformis,
	 0,
	 2.6f,
	 PLAIN,
	 3,
	 {{PELVIS, -6.9f, 6.6f, 2.4f}, {PELVIS, -4.9f, 3.9f, 6.6f}, {THIGH, -1.5f, -.4f, 4.4f}}},
	{KEEL_GLOW_gastrocnemius,
	 0,
	 4.5f,
	 PLAIN,
	 2,
	 {{THIGH, -2.4f, -40.2f, -2.6f}, {FOOT, -4.6f, -1.4f, 0}}},
	{KEEL_GLOW_gastrocnemius,
	 0,
	 6.4f,
	 PLAIN,
	 2,
	 {{THIGH, -2.5f, -40.2f, 2.7f}, {FOOT, -4.6f, -1.4f, 0}}},
	{KEEL_GLOW_erector_spinae,
	 0,
	 11.7f,
	 PLAIN,
	 8,
	 {{PELVIS, -8.5f, 7.0f, 3.0f},
	  {L5, -5.2f, 1.8f, 2.5f},
	  {L4, -5.2f, 1.8f, 2.5f},
	  {L3, -5.2f, 1.8f, 2.5f},
	  {L2, -5.2f, 1.8f, 2.5f},
	  {L1, -5.2f, 1.8f, 2.5f},
	  {LOW_RIBS, -5.2f, 5.0f, 3.0f},
	  {MID_RIBS, -5.6f, 4.5f, 4.0f}}},
	{KEEL_GLOW_erector_spinae,
	 0,
	 14.2f,
	 PLAIN,
	 8,
	 {{PELVIS, -7.5f, 8.5f, 6.0f},
	  {L5, -4.8f, 1.8f, 5.0f},
	  {L4, -4.8f, 1.8f, 5.5f},
	  {L3, -4.8f, 1.8f, 5.5f},
	  {L2, -4.8f, 1.8f, 5.5f},
	  {L1, -4.8f, 1.8f, 6.0f},
	  {LOW_RIBS, -5.0f, 4.0f, 7.5f},
	  {MID_RIBS, -5.5f, 2.0f, 8.0f}}},
	{KEEL_GLOW_multifidus,
	 0,
	 5.7f,
	 PLAIN,
	 4,
	 {{PELVIS, -8.0f, 5.5f, 2.0f},
	  {L5, -4.6f, 1.0f, 1.6f},
	  {L4, -4.6f, 1.0f, 1.2f},
	  {L3, -5.4f, .6f, .4f}}},
	{KEEL_GLOW_multifidus,
	 0,
	 5.7f,
	 PLAIN,
	 5,
	 {{L5, -3.0f, 1.0f, 2.0f},
	  {L4, -4.2f, 1.0f, 1.6f},
	  {L3, -4.6f, 1.0f, 1.4f},
	  {L2, -4.6f, 1.0f, 1.2f},
	  {L1, -5.4f, .6f, .4f}}},
	{KEEL_GLOW_quadratus_lumborum,
	 0,
	 8.5f,
	 PLAIN,
	 2,
	 {{PELVIS, -5.0f, 11.0f, 9.0f}, {LOW_RIBS, -4.0f, 1.0f, 6.5f}}},
	{KEEL_GLOW_quadratus_lumborum,
	 0,
	 8.5f,
	 PLAIN,
	 2,
	 {{PELVIS, -5.0f, 11.0f, 9.0f}, {L2, -2.5f, 1.8f, 4.5f}}},
	{KEEL_GLOW_rectus_abdominis,
	 0,
	 28.3f,
	 PLAIN,
	 2,
	 {{PELVIS, 5.0f, -.5f, 2.0f}, {MID_RIBS, 10.0f, 1.0f, 4.0f}}},
	{KEEL_GLOW_obliques,
	 0,
	 12.9f,
	 PLAIN,
	 2, /* outer, front */
	 {{PELVIS, 6.0f, 3.0f, 4.0f}, {LOW_RIBS, 4.0f, 6.0f, 12.0f}}},
	{KEEL_GLOW_obliques,
	 1,
	 12.9f,
	 PLAIN,
	 2, /* outer, flank */
	 {{PELVIS, 3.0f, 10.0f, 12.5f}, {LOW_RIBS, -1.0f, 4.0f, 11.5f}}},
	{KEEL_GLOW_obliques,
	 2,
	 9.1f,
	 PLAIN,
	 2, /* inner */
	 {{PELVIS, 1.0f, 10.5f, 12.5f}, {LOW_RIBS, 9.0f, 3.0f, 5.0f}}},
};
#define LINE_COUNT ((int)(sizeof(lines) / sizeof(lines[0])))

/* A point of a line in the room; the left side mirrors z. */
static keel_vec3 place(const keel_body_frames *frames, const line_point *p, int side)
{
	int segment = p->segment;
	if (side == 0 && segment >= KEEL_SEGMENT_SIDE_FIRST) {
		segment -= KEEL_SEGMENT_SIDE_COUNT;
	}
	keel_vec3 local = {p->x, p->y, side == 0 ? -p->z : p->z};
	return keel_body_place_cm(&frames->segment[segment], local);
}

/* Turn from p to q about the origin of the plane in the sense of `round`, 0 … 2π. */
static float swept(float px, float py, float qx, float qy, int round)
{
	const float full = 6.283185307f;
	float turn = (float)round * (atan2f(qy, qx) - atan2f(py, px));
	while (turn < 0) {
		turn += full;
	}
	while (turn >= full) {
		turn -= full;
	}
	return turn;
}

/* The way from a to b that keeps off the cylinder of the line. */
static float way_round_cm(const muscle_line *line, const keel_body_frames *frames, int side,
			  const keel_vec3 *ends)
{
	int joint = line->round_joint, axes = line->round_axes;
	joint -= side == 0 ? KEEL_SEGMENT_SIDE_COUNT : 0;
	axes -= side == 0 && axes >= KEEL_SEGMENT_SIDE_FIRST ? KEEL_SEGMENT_SIDE_COUNT : 0;
	const keel_frame *frame = &frames->segment[axes];
	keel_vec3 p = vec3_sub(ends[0], frames->segment[joint].origin_cm);
	keel_vec3 q = vec3_sub(ends[1], frames->segment[joint].origin_cm);
	float px = vec3_dot(p, frame->axis_x), py = vec3_dot(p, frame->axis_y);
	float qx = vec3_dot(q, frame->axis_x), qy = vec3_dot(q, frame->axis_y);
	float along = vec3_dot(vec3_sub(q, p), frame->axis_z);
	float p_cm = hypotf(px, py), q_cm = hypotf(qx, qy);
	float r = fminf(line->round_cm, .95f * fminf(p_cm, q_cm));
	float turn = swept(px, py, qx, qy, line->round);
	float arc = turn - acosf(r / p_cm) - acosf(r / q_cm);
	/* Past three quarters round, the straight way is on the other side: nothing touches. */
	bool touches = arc > 0 && turn < 5.5f;
	float flat = touches ? sqrtf(p_cm * p_cm - r * r) + sqrtf(q_cm * q_cm - r * r) + r * arc
			     : hypotf(px - qx, py - qy);
	return hypotf(flat, along);
}

static float line_cm(const muscle_line *line, const keel_body_frames *frames, int side)
{
	float sum = 0;
	keel_vec3 ends[2] = {place(frames, &line->point[0], side)};
	for (int i = 0; i + 1 < line->point_count; i++) {
		ends[1] = place(frames, &line->point[i + 1], side);
		bool is_round = line->round != ROUND_NOTHING && line->round_from == i;
		sum += is_round ? way_round_cm(line, frames, side, ends)
				: vec3_length(vec3_sub(ends[1], ends[0]));
		ends[0] = ends[1];
	}
	return sum;
}

bool keel_lengthening_has(keel_glow muscle)
{
	for (int i = 0; i < LINE_COUNT; i++) {
		if (lines[i].muscle == muscle) {
			return true;
		}
	}
	return false;
}

/* Averages of the parts of one muscle; the largest is the muscle's. */
static float muscle_percent(const float *line_percent, int muscle)
{
	float sum[PART_MAX] = {0}, most = 0;
	int count[PART_MAX] = {0};
	bool is_first = true;
	for (int i = 0; i < LINE_COUNT; i++) {
		if (lines[i].muscle == muscle) {
			sum[lines[i].part] += line_percent[i];
			count[lines[i].part]++;
		}
	}
	for (int k = 0; k < PART_MAX; k++) {
		if (count[k] > 0 && (is_first || sum[k] / (float)count[k] > most)) {
			most = sum[k] / (float)count[k];
			is_first = false;
		}
	}
	return most;
}

void keel_lengthening_of(const keel_body_build *build, const keel_body_pose *pose,
			 keel_lengthening *lengthening)
{
	keel_body_frames frames, standing;
	keel_body_pose neutral = keel_body_default_pose();
	keel_body_frames_of(build, pose, &frames);
	keel_body_frames_of(build, &neutral, &standing);
	memset(lengthening, 0, sizeof(*lengthening));
	for (int side = 0; side < 2; side++) {
		float percent[LINE_COUNT];
		for (int i = 0; i < LINE_COUNT; i++) {
			float change_cm = line_cm(&lines[i], &frames, side) -
					  line_cm(&lines[i], &standing, side);
			percent[i] = 100 * change_cm / lines[i].fibre_cm;
		}
		for (int muscle = 0; muscle < KEEL_GLOW_COUNT; muscle++) {
			lengthening->percent[muscle][side] = muscle_percent(percent, muscle);
		}
	}
}
