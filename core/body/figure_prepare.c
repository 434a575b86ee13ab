/* Projection, fields and depth.
 *
 * Depth: limbs pass before and behind each other, so one number a part is not enough. For each pair
 * of units we look where balls of one cover balls of the other in the picture and compare their
 * front surfaces there; the sum says which lies in front, and units are drawn from the back with
 * the least contradiction. Where two units grow together the overlap says nothing and a fixed
 * preference stands (the shirt over the thigh, the cuff over the foot).
 */
#include <math.h>
#include <string.h>

#include "core/base/err.h"
#include "core/body/figure_work.h"
#include "core/body/vec.h"

keel_view keel_view_of(keel_camera camera)
{
	float yaw = camera.yaw_deg * KEEL_DEG_IN_RAD, pitch = camera.pitch_deg * KEEL_DEG_IN_RAD;
	float sy = sinf(yaw), cy = cosf(yaw), sp = sinf(pitch), cp = cosf(pitch);
	return (keel_view){
		.right = {cy, 0, -sy},
		.up = {-sp * sy, cp, -sp * cy},
		.toward = {cp * sy, sp, cp * cy},
	};
}

keel_ball_seen keel_view_see(const keel_view *view, keel_vec3 place, float radius)
{
	return (keel_ball_seen){
		.at = {vec3_dot(place, view->right), -vec3_dot(place, view->up)},
		.z = vec3_dot(place, view->toward),
		.r = radius,
	};
}

void keel_figure_project(keel_camera camera, keel_vec3 place_cm, float *x_cm, float *y_cm)
{
	keel_view view = keel_view_of(camera);
	keel_ball_seen seen = keel_view_see(&view, place_cm, 0);
	*x_cm = seen.at.x;
	*y_cm = seen.at.y;
}

#define ON_SUPPORT_CM 3.0f /* so near it lies on it */

static void grow(keel_vec2 *low, keel_vec2 *high, const keel_ball_seen *ball)
{
	low->x = least_of(low->x, ball->at.x - ball->r);
	low->y = least_of(low->y, ball->at.y - ball->r);
	high->x = most_of(high->x, ball->at.x + ball->r);
	high->y = most_of(high->y, ball->at.y + ball->r);
}

/* Does a place of such a height lie on the floor, or on a thing of the room? */
static bool is_supported(const keel_figure_def *def, keel_vec3 at, float bottom_cm)
{
	bool is_on = bottom_cm < ON_SUPPORT_CM;
	for (int i = 0; i < def->prop_count && !is_on; i++) {
		const keel_prop *prop = &def->props[i];
		float above_cm = bottom_cm - prop->place_cm.y - prop->size_cm.y;
		is_on = prop->held == KEEL_HELD_none && fabsf(above_cm) < ON_SUPPORT_CM &&
			fabsf(at.x - prop->place_cm.x) < prop->size_cm.x / 2 + 5 &&
			fabsf(at.z - prop->place_cm.z) < prop->size_cm.z / 2 + 5;
	}
	return is_on;
}

/* Another build is put around the same skeleton; what then would sink into what bears it is pressed
 * flat: its lower side stays where that of the reference is, or at least on top. */
static keel_vec3 rest_on(const keel_figure_work *work, const keel_figure_def *def, int part,
			 const keel_shape_ball *ball, keel_vec3 place, float radius)
{
	float plain_radius = 0;
	keel_vec3 plain = keel_shape_ball_cm(&work->plain, part, ball, &plain_radius);
	float bottom = plain.y - plain_radius, now = place.y - radius;
	float least = is_supported(def, plain, bottom) ? bottom : 0;
	place.y += now < least ? least - now : 0;
	return place;
}

/* Balls and fields of a part whose row is known; held: the thing that it belongs to, or NULL. */
static void see_part(keel_figure_work *work, const keel_figure_def *def, int part,
		     const keel_prop *held, const keel_frame *held_frame)
{
	const keel_shape_part *row = work->row[part];
	keel_vec2 low = {1e9f, 1e9f}, high = {-1e9f, -1e9f};
	keel_ball_seen *seen = work->ball + work->ball_count;
	KEEL_ASSERT(work->ball_count + row->ball_count <= KEEL_WORK_BALL_MAX);
	for (int i = 0; i < row->ball_count; i++) {
		float radius = 0;
		keel_vec3 place =
			held != NULL
				? keel_held_ball_cm(held_frame, held, &row->balls[i], &radius)
				: keel_shape_ball_cm(&work->frames, part, &row->balls[i], &radius);
		if (work->is_other_build && held == NULL)
			place = rest_on(work, def, part, &row->balls[i], place, radius);
		seen[i] = keel_view_see(&work->view, place, radius);
		grow(&low, &high, &seen[i]);
	}
	work->ball_count += row->ball_count;
	keel_field *field = &work->field[part];
	*field = (keel_field){.link_count = row->link_count,
			      .round_cm = row->round_cm,
			      .link = work->link + work->link_count,
			      .low = low,
			      .high = high};
	KEEL_ASSERT(work->link_count + row->link_count <= KEEL_WORK_LINK_MAX);
	for (int i = 0; i < row->link_count; i++) {
		const keel_ball_seen *a = &seen[row->links[i][0]], *b = &seen[row->links[i][1]];
		keel_field_link_init(&work->link[work->link_count++], (keel_vec2[2]){a->at, b->at},
				     (float[2]){a->r, b->r}, row->links[i][0], row->links[i][1]);
	}
	for (int k = 0; k < KEEL_SHAPE_ZONE_MAX && row->zone[k].other >= 0; k++) {
		float reach = 0;
		keel_vec3 centre =
			keel_shape_ball_cm(&work->frames, part, &row->zone[k].centre, &reach);
		field->zone[field->zone_count++] = (keel_field_zone){
			.at = keel_view_see(&work->view, centre, 0).at, .reach_cm = reach};
	}
	work->from[part] = (keel_vec2){0, -1};
}

/* A hem seen at a slant: the round opening is an ellipse, so the cut moves out as the limb points
 * at the eye. */
static void cut_part(keel_figure_work *work, int part)
{
	const keel_shape_part *row = work->row[part];
	if (!row->is_cut)
		return;
	float radius = 0;
	keel_vec3 at = keel_shape_ball_cm(&work->frames, part, &row->cut, &radius);
	keel_shape_ball below = row->cut;
	below.y -= 1;
	float unused = 0;
	keel_vec3 down =
		vec3_unit_or(vec3_sub(keel_shape_ball_cm(&work->frames, part, &below, &unused), at),
			     vec3(0, -1, 0));
	keel_vec2 out = {vec3_dot(down, work->view.right), -vec3_dot(down, work->view.up)};
	float seen = sqrtf(out.x * out.x + out.y * out.y);
	if (seen < .15f)
		return;
	out = (keel_vec2){out.x / seen, out.y / seen};
	float slant = sqrtf(fmaxf(0, 1 - seen * seen)) * radius;
	keel_ball_seen middle = keel_view_see(&work->view, at, 0);
	keel_field *field = &work->field[part];
	field->is_cut = true;
	field->cut_out = out;
	field->cut = (keel_vec2){middle.at.x + out.x * slant, middle.at.y + out.y * slant};
	work->from[part] = (keel_vec2){-out.x, -out.y};
}

/* Bites a round cone out of a part: a hole of the cloth or the hair that lies before the body. Seen
 * from behind it shrinks and slips off, so that nothing of it shows through. facing: 1 from the
 * front, −1 from behind. */
static void bite(keel_figure_work *work, int part, const keel_shape_ball balls[2],
		 const keel_frame *frame, float gone_at, float full_at)
{
	float facing = vec3_dot(frame->axis_x, work->view.toward);
	float shrink = smooth_step(gone_at, full_at, facing);
	float away = facing < 0 ? 7.0f * -facing : 0;
	keel_field *field = &work->field[part];
	if (shrink < .05f)
		return;
	keel_vec2 front = {vec3_dot(frame->axis_x, work->view.right),
			   -vec3_dot(frame->axis_x, work->view.up)};
	keel_ball_seen seen[2];
	for (int i = 0; i < 2; i++) {
		float radius = 0;
		keel_vec3 place = keel_shape_ball_cm(&work->frames, part, &balls[i], &radius);
		seen[i] = keel_view_see(&work->view, place, radius * shrink);
		seen[i].at =
			(keel_vec2){seen[i].at.x + away * front.x, seen[i].at.y + away * front.y};
	}
	keel_field_link_init(&field->hole, (keel_vec2[2]){seen[0].at, seen[1].at},
			     (float[2]){seen[0].r, seen[1].r}, 0, 1);
	field->has_hole = true;
	field->zone[field->zone_count++] =
		(keel_field_zone){field->hole.middle, field->hole.reach_cm};
}

static void open_hair_and_collar(keel_figure_work *work)
{
	static const keel_shape_ball face[2] = {{KEEL_SEGMENT_head, 8.7f, 5.4f, 0, 6.5f},
						{KEEL_SEGMENT_head, 5.4f, -3.0f, 0, 7.0f}};
	static const keel_shape_ball throat[2] = {{KEEL_SEGMENT_thorax_3, 6.6f, 6.2f, 0, 4.9f},
						  {KEEL_SEGMENT_neck, 4.5f, 5.5f, 0, 6.0f}};
	const keel_frame *head = &work->frames.segment[KEEL_SEGMENT_head];
	bite(work, KEEL_PART_hair, face, head, -.8f, -.05f);
	bite(work, KEEL_PART_trunk, throat, &work->frames.segment[KEEL_SEGMENT_thorax_3], .12f,
	     .75f);
	/* Begin at the crown, on the side away from the face. */
	keel_vec3 crown = vec3_sub(head->axis_y, vec3_mul(head->axis_x, .6f));
	keel_vec2 up = {vec3_dot(crown, work->view.right), -vec3_dot(crown, work->view.up)};
	float length = sqrtf(up.x * up.x + up.y * up.y);
	if (length > .1f)
		work->from[KEEL_PART_hair] = (keel_vec2){up.x / length, up.y / length};
}

static void arrange_head(keel_figure_work *work, const keel_body_build *build)
{
	const keel_frame *head = &work->frames.segment[KEEL_SEGMENT_head];
	float facing = vec3_dot(head->axis_x, work->view.toward);
	float right = vec3_dot(head->axis_z, work->view.toward);
	work->is_under[KEEL_PART_ear_l] = -right < .3f;
	work->is_under[KEEL_PART_ear_r] = right < .3f;
	work->is_absent[KEEL_PART_ear_l] = -right < -.5f || facing < -.75f;
	work->is_absent[KEEL_PART_ear_r] = right < -.5f || facing < -.75f;
	work->is_absent[KEEL_PART_bun] = !build->has_bun;
	float bun_z = vec3_dot(head->axis_y, work->view.toward) * .9f - facing * .5f;
	work->is_under[KEEL_PART_bun] = bun_z < .25f;
	work->is_absent[KEEL_PART_nose] = facing < .25f;
	open_hair_and_collar(work);
}

/* What the hands hold, in the order of the list; a hand that holds is closed. */
static void hold_things(keel_figure_work *work, const keel_figure_def *def)
{
	int count = 0;
	memset(work->held_hands, 0, sizeof work->held_hands);
	for (int i = 0; i < def->prop_count && count < KEEL_HELD_MAX; i++) {
		const keel_prop *prop = &def->props[i];
		if (prop->held == KEEL_HELD_none)
			continue;
		keel_frame frame = keel_held_frame(&work->frames, prop);
		work->held_hands[count] = keel_held_hands(prop->held);
		for (int k = 0; k < KEEL_HELD_PART_MAX; k++) {
			int slot = KEEL_PART_COUNT + KEEL_HELD_PART_MAX * count + k;
			work->row[slot] = keel_held_part(prop, k);
			work->ball_first[slot] = work->ball_count;
			work->is_absent[slot] = work->row[slot] == NULL;
			if (work->row[slot] != NULL)
				see_part(work, def, slot, prop, &frame);
		}
		count++;
	}
	for (int slot = KEEL_PART_COUNT + KEEL_HELD_PART_MAX * count; slot < KEEL_SHAPE_SLOT_COUNT;
	     slot++) {
		work->row[slot] = NULL;
		work->is_absent[slot] = true;
		work->ball_first[slot] = work->ball_count;
	}
}

static int holding_hands(const keel_figure_def *def)
{
	int hands = 0;
	for (int i = 0; i < def->prop_count; i++)
		hands |= keel_held_hands(def->props[i].held);
	return hands;
}

#define UNIT_BALL_MAX 20

/* The balls of a unit that decide what lies in front: the larger ones. */
typedef struct unit_seen {
	int count;
	float left, top, right, bottom;
	keel_ball_seen ball[UNIT_BALL_MAX];
} unit_seen;

/* How far the front of unit b lies before the front of unit a where both are seen; by area. */
static float depth_vote(const unit_seen *one, int skip_one, const unit_seen *other, int skip_other,
			int count_other, float *overlap)
{
	float vote = 0;
	if (one->left > other->right || other->left > one->right || one->top > other->bottom ||
	    other->top > one->bottom)
		return 0;
	for (int i = skip_one; i < one->count; i++) {
		const keel_ball_seen *a = &one->ball[i];
		if (a->at.x - a->r > other->right || a->at.x + a->r < other->left ||
		    a->at.y - a->r > other->bottom || a->at.y + a->r < other->top)
			continue;
		for (int j = skip_other; j < count_other; j++) {
			const keel_ball_seen *b = &other->ball[j];
			float x = b->at.x - a->at.x, y = b->at.y - a->at.y, reach = a->r + b->r;
			float d2 = x * x + y * y;
			if (d2 >= reach * reach)
				continue;
			float d = sqrtf(d2), least = a->r < b->r ? a->r : b->r;
			float from_a = clamp_float((d + a->r - b->r) / 2, 0, a->r * .98f);
			float from_b = clamp_float(d - from_a, 0, b->r * .98f);
			float front_a = a->z + sqrtf(a->r * a->r - from_a * from_a);
			float front_b = b->z + sqrtf(b->r * b->r - from_b * from_b);
			float lens = reach - d < least ? reach - d : least;
			vote += lens * clamp_float(front_b - front_a, -6, 6);
			*overlap += lens;
		}
	}
	return vote;
}

/* X(behind, before, preference): what stands where two units grow together; above 500 the overlap
 * is not looked at. */
static const struct {
	uint8_t behind, before;
	float preference;
} grown[] = {
	{KEEL_UNIT_hips, KEEL_UNIT_trunk, 900},	 {KEEL_UNIT_neck, KEEL_UNIT_trunk, 900},
	{KEEL_UNIT_neck, KEEL_UNIT_head, 400},	 {KEEL_UNIT_hips, KEEL_UNIT_thigh_l, 350},
	{KEEL_UNIT_thigh_l, KEEL_UNIT_trunk, 6}, {KEEL_UNIT_trunk, KEEL_UNIT_arm_l, 130},
};

/* The hand goes around the bar: its fingers are before it. */
#define GRIP_PREFERENCE 60

static float preference_of_held(const keel_figure_work *work, int held, int other)
{
	int hands = work->held_hands[held - KEEL_UNIT_held_1];
	bool holds = (other == KEEL_UNIT_forearm_l && (hands & 1)) ||
		     (other == KEEL_UNIT_forearm_r && (hands & 2));
	return holds ? GRIP_PREFERENCE : 0;
}

static float preference_of(const keel_figure_work *work, int a, int b)
{
	if (a >= KEEL_UNIT_held_1 || b >= KEEL_UNIT_held_1)
		return b >= KEEL_UNIT_held_1 && a < KEEL_UNIT_held_1
			       ? -preference_of_held(work, b, a)
			       : 0;
	int row_a = a >= KEEL_UNIT_SIDE_FIRST + KEEL_UNIT_SIDE_COUNT ? a - KEEL_UNIT_SIDE_COUNT : a;
	int row_b = b >= KEEL_UNIT_SIDE_FIRST + KEEL_UNIT_SIDE_COUNT ? b - KEEL_UNIT_SIDE_COUNT : b;
	for (unsigned i = 0; i < sizeof grown / sizeof grown[0]; i++) {
		if (grown[i].behind == row_a && grown[i].before == row_b)
			return grown[i].preference;
		if (grown[i].behind == row_b && grown[i].before == row_a)
			return -grown[i].preference;
	}
	return 0;
}

static bool is_thigh(int unit)
{
	return unit == KEEL_UNIT_thigh_l || unit == KEEL_UNIT_thigh_r;
}

static void see_units(const keel_figure_work *work, unit_seen units[KEEL_UNIT_COUNT])
{
	for (int unit = 0; unit < KEEL_UNIT_COUNT; unit++) {
		units[unit].count = 0;
		units[unit].left = units[unit].top = 1e9f;
		units[unit].right = units[unit].bottom = -1e9f;
	}
	for (int part = 0; part < KEEL_SHAPE_SLOT_COUNT; part++) {
		const keel_shape_part *row = work->row[part];
		if (row == NULL)
			continue;
		unit_seen *seen = &units[keel_shape_unit_of(part)];
		int first = work->ball_first[part];
		for (int i = first; i < first + row->depth_count; i++) {
			const keel_ball_seen *ball = &work->ball[i];
			KEEL_ASSERT(seen->count < UNIT_BALL_MAX);
			seen->ball[seen->count++] = *ball;
			seen->left = least_of(seen->left, ball->at.x - ball->r);
			seen->right = most_of(seen->right, ball->at.x + ball->r);
			seen->top = least_of(seen->top, ball->at.y - ball->r);
			seen->bottom = most_of(seen->bottom, ball->at.y + ball->r);
		}
	}
}

/* A nearly straight arm passes before or behind the head as a whole, or it would break at the
 * elbow. */
static void keep_arm_together(const keel_figure_work *work,
			      float before[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT], int arm,
			      keel_segment upper)
{
	float straight = vec3_dot(work->frames.segment[upper].axis_y,
				  work->frames.segment[upper + 1].axis_y);
	if (straight < .6f)
		return;
	for (int other = KEEL_UNIT_neck; other <= KEEL_UNIT_head; other++) {
		float sum = before[other][arm] + before[other][arm + 1];
		before[other][arm] = before[other][arm + 1] = sum;
		before[arm][other] = before[arm + 1][other] = -sum;
	}
}

#define DRAWN 1e30f

/* From the back, always the unit that has least before it that is not yet drawn. */
static void order_by(float before[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT], uint8_t order[KEEL_UNIT_COUNT])
{
	float wrong[KEEL_UNIT_COUNT] = {0}; /* what would lie before each and is not yet drawn */
	for (int b = 0; b < KEEL_UNIT_COUNT; b++) {
		for (int a = 0; a < KEEL_UNIT_COUNT; a++)
			wrong[a] += most_of(0, before[b][a]);
	}
	for (int place = 0; place < KEEL_UNIT_COUNT; place++) {
		int best = 0;
		for (int a = 1; a < KEEL_UNIT_COUNT; a++)
			best = wrong[a] < wrong[best] ? a : best;
		for (int a = 0; a < KEEL_UNIT_COUNT; a++)
			wrong[a] -= most_of(0, before[best][a]);
		wrong[best] = DRAWN;
		order[place] = (uint8_t)best;
	}
}

/* How wrong an order is, beyond what the eye forgives: limbs that differ by less than 1.5 cm in
 * depth where they cross may be drawn either way. */
static float wrongness(const uint8_t order[KEEL_UNIT_COUNT],
		       float before[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT],
		       float overlap[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT])
{
	float sum = 0;
	for (int i = 0; i < KEEL_UNIT_COUNT; i++) {
		for (int k = i + 1; k < KEEL_UNIT_COUNT; k++) {
			int a = order[i], b = order[k];
			float forgiven = 1.5f * overlap[a < b ? a : b][a < b ? b : a];
			sum += most_of(0, before[b][a] - forgiven);
		}
	}
	return sum;
}

/* The order of the frame before stays while it is no worse than the new one. */
static void keep_order(keel_figure_memory *memory, keel_camera camera,
		       float before[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT],
		       float overlap[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT],
		       uint8_t order[KEEL_UNIT_COUNT])
{
	bool is_same_view = memory->order_camera.yaw_deg == camera.yaw_deg &&
			    memory->order_camera.pitch_deg == camera.pitch_deg;
	if (memory->has_order && is_same_view &&
	    wrongness(memory->order, before, overlap) <= wrongness(order, before, overlap) + 1)
		memcpy(order, memory->order, KEEL_UNIT_COUNT);
	memcpy(memory->order, order, KEEL_UNIT_COUNT);
	memory->has_order = true;
	memory->order_camera = camera;
}

void keel_figure_sort(keel_figure_work *work, keel_camera camera, keel_figure_memory *memory)
{
	_Static_assert(KEEL_UNIT_COUNT == KEEL_FIGURE_UNIT_COUNT, "figure.h counts the units");
	unit_seen units[KEEL_UNIT_COUNT];
	float before[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT] = {{0}}; /* > 0: column lies before row */
	float overlap[KEEL_UNIT_COUNT][KEEL_UNIT_COUNT] = {{0}};
	see_units(work, units);
	for (int a = 0; a < KEEL_UNIT_COUNT; a++) {
		float z = 0;
		for (int i = 0; i < units[a].count; i++)
			z += units[a].ball[i].z;
		work->unit_z[a] = units[a].count > 0 ? z / (float)units[a].count : 0;
	}
	for (int a = 0; a < KEEL_UNIT_COUNT; a++) {
		for (int b = a + 1; b < KEEL_UNIT_COUNT; b++) {
			float preference = preference_of(work, a, b);
			float vote = 0;
			if (is_thigh(b) && a == KEEL_UNIT_trunk) /* the shirt's lower edge and the
								    root of the thigh say nothing */
				vote = depth_vote(&units[a], 2, &units[b], 2, 4, &overlap[a][b]);
			else if (fabsf(preference) < 500)
				vote = depth_vote(&units[a], 0, &units[b], 0, units[b].count,
						  &overlap[a][b]);
			before[a][b] = vote + preference;
			before[b][a] = -before[a][b];
		}
	}
	keep_arm_together(work, before, KEEL_UNIT_arm_l, KEEL_SEGMENT_upper_arm_l);
	keep_arm_together(work, before, KEEL_UNIT_arm_r, KEEL_SEGMENT_upper_arm_r);
	order_by(before, work->order);
	if (memory != NULL)
		keep_order(memory, camera, before, overlap, work->order);
}

/* How much the left limb lies behind the right one at its root: −1…1. */
static float far_of(const keel_figure_work *work, keel_segment left)
{
	keel_vec3 l = work->frames.segment[left].origin_cm;
	keel_vec3 r = work->frames.segment[left + KEEL_SEGMENT_SIDE_COUNT].origin_cm;
	float between = vec3_length(vec3_sub(l, r));
	float behind = vec3_dot(vec3_sub(r, l), work->view.toward) / fmaxf(between, 1);
	return behind > 0 ? smooth_step(.45f, .95f, behind) : -smooth_step(.45f, .95f, -behind);
}

void keel_figure_prepare(keel_figure_work *work, const keel_figure_def *def,
			 const keel_body_pose *pose)
{
	int holding = holding_hands(def);
	work->view = keel_view_of(def->camera);
	work->link_count = 0;
	work->ball_count = 0;
	memset(work->is_absent, 0, sizeof work->is_absent);
	memset(work->is_under, 0, sizeof work->is_under);
	keel_body_frames_of(def->build, pose, &work->frames);
	work->is_other_build = work->frames.girth != 1 || work->frames.head != 1;
	work->plain = work->frames;
	work->plain.girth = work->plain.head = 1;
	for (int part = 0; part < KEEL_PART_COUNT; part++) {
		bool is_fist = (part == KEEL_PART_hand_l && (holding & 1)) ||
			       (part == KEEL_PART_hand_r && (holding & 2));
		work->row[part] = is_fist ? keel_shape_get_fist() : keel_shape_get_part(part);
		work->ball_first[part] = work->ball_count;
		see_part(work, def, part, NULL, NULL);
		cut_part(work, part);
	}
	hold_things(work, def);
	work->ball_first[KEEL_SHAPE_SLOT_COUNT] = work->ball_count;
	work->far_limb[0] = far_of(work, KEEL_SEGMENT_thigh_l);
	work->far_limb[1] = far_of(work, KEEL_SEGMENT_girdle_l);
	arrange_head(work, def->build);
}
