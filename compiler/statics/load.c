/* What the low back carries in a pose.
 *
 * The body is cut at the joint L4/5, which lies at the height of the navel where de Leva's middle
 * trunk begins. On the part above act its weight, what the hands hold and what the floor, a wall or
 * a chair gives back to it. Their moment is balanced by one muscle: an extensor with an arm of
 * 6 cm, a flexor or a turner with 8 cm, a muscle of the flank with 7 cm (single equivalents as in
 * Schultz and Andersson 1981, Spine 6:76; the arms are ours, within the 5 to 11 cm that imaging
 * gives, McGill 1991, J Orthop Res 9:91). Load = what presses along the spine + the pull of that
 * muscle. Shear is left out.
 *
 * What the floor gives back is not determined by statics alone: a body on its back touches in ten
 * places. Of all non-negative forces that keep balance we take those that leave the back least to
 * do, since a relaxed body lets the floor carry what it can, and among these the most even ones.
 * That is done twice: with as little friction as balance allows, and with friction for nothing, up
 * to 0.5 (ours: skin and cloth on a mat). The larger load counts.
 *
 * Hands on a chair, a counter or a thing on the floor may lean on it or only touch it. When a
 * person who stands or sits would not fall without them, the case without them counts too.
 *
 * Rejected: the most even forces alone (a person at rest on the back then seems to carry as much as
 * when lifting), and pushing hands and feet apart or together as far as friction allows (nobody
 * does so in these movements, and it would treble the load on all fours).
 *
 * The rule above (what leaves the back least to do, light hands count for nothing) was chosen while
 * looking at Wilke 1999 and Rohlmann 2014. That the model keeps their orders is therefore a fit and
 * no validation.
 *
 * What this cannot see: bracing (both sides of the trunk at once), ligaments that carry at the end
 * of the range, hands that pull on a knee, speed. There a measured value overrides it, in the
 * movement's file, with its source.
 */
#include <math.h>
#include <string.h>

#include "compiler/statics/nnls.h"
#include "compiler/statics/statics.h"
#include "core/base/err.h"
#include "core/body/vec.h"

#define GRAVITY 9.81f
#define EXTENSOR_ARM_M .06f
#define FLEXOR_ARM_M .08f
#define TURNER_ARM_M .08f
#define FLANK_ARM_M .07f
#define FRICTION .5f
/* What the rows and columns of the least squares are worth. Balance first: a newton off, or a
 * newton metre off at a third of a metre, costs 10; a newton metre left to the back 0.1; then
 * evenness. Friction that is dear costs 400 times what a straight push does. */
#define BALANCE 10.0f
#define LENGTH_M .3f
#define EASE .1f
#define PRICE 1e-4
#define DEAR 400

/* A body stands when balance lacks less than this part of its weight: 6 cm over LENGTH_M, since the
 * toes reach 5 cm past the ball of the foot and a person who reaches sways back a little. */
#define STANDS_PART .2f

enum { STRAIGHT, INWARDS, OUTWARDS, LEAN_COUNT };

const char *keel_load_band_name(keel_load_band band)
{
	static const char *const names[] = {
#define BAND_NAME(name) #name,
		KEEL_LOAD_BAND_LIST(BAND_NAME)
#undef BAND_NAME
	};
	KEEL_ASSERT((unsigned)band < KEEL_LOAD_BAND_COUNT);
	return names[band];
}

/* BODY.md: rest below 300 N, light to 700, moderate to 1400, demanding above. */
keel_load_band keel_load_band_of(float load_n)
{
	return load_n < 300    ? KEEL_LOAD_BAND_rest
	       : load_n < 700  ? KEEL_LOAD_BAND_light
	       : load_n < 1400 ? KEEL_LOAD_BAND_moderate
			       : KEEL_LOAD_BAND_demanding;
}

/* Above the cut: from L4 upwards, head and arms. */
static bool is_upper_segment(int segment)
{
	if (segment < KEEL_SEGMENT_SIDE_FIRST) {
		return segment >= KEEL_SEGMENT_lumbar_4;
	}
	return (segment - KEEL_SEGMENT_SIDE_FIRST) % KEEL_SEGMENT_SIDE_COUNT >=
	       KEEL_SEGMENT_girdle_l - KEEL_SEGMENT_thigh_l;
}

static bool is_upper_site(keel_site site)
{
	enum {
		UPPER_pelvis = 0,
		UPPER_thigh = 0,
		UPPER_shank = 0,
		UPPER_foot = 0,
		UPPER_toes = 0,
		UPPER_lumbar_3 = 1,
		UPPER_thorax_1 = 1,
		UPPER_thorax_2 = 1,
		UPPER_neck = 1,
		UPPER_head = 1,
		UPPER_girdle = 1,
		UPPER_upper_arm = 1,
		UPPER_forearm = 1,
		UPPER_hand = 1,
	};
	static const uint8_t upper[] = {
#define SITE_UPPER(name, segment, x, y, z) UPPER_##segment,
		KEEL_SITE_MIDDLE_LIST(SITE_UPPER) KEEL_SITE_SIDE_LIST(SITE_UPPER)
			KEEL_SITE_SIDE_LIST(SITE_UPPER)
#undef SITE_UPPER
	};
	_Static_assert(sizeof(upper) == KEEL_SITE_COUNT, "one row a site");
	return upper[site];
}

/* A place that may only steady, and the places that carry who stands or sits. */
static bool is_hand(keel_site site)
{
	return site == KEEL_SITE_hand_l || site == KEEL_SITE_hand_r ||
	       site == KEEL_SITE_handback_l || site == KEEL_SITE_handback_r ||
	       site == KEEL_SITE_fist_l || site == KEEL_SITE_fist_r;
}

static bool is_foot_or_seat(keel_site site)
{
	static const keel_site left[] = {KEEL_SITE_heel_l,   KEEL_SITE_ball_l, KEEL_SITE_toe_l,
					 KEEL_SITE_latf_l,   KEEL_SITE_medf_l, KEEL_SITE_isch_l,
					 KEEL_SITE_buttock_l};
	bool is_found = false;
	for (size_t i = 0; i < sizeof(left) / sizeof(left[0]); i++) {
		is_found = is_found || site == left[i] || site == keel_site_mirror(left[i]);
	}
	return is_found;
}

typedef struct contact_force {
	keel_vec3 at_m, normal, inward; /* inward: along the surface, towards the others */
	bool is_upper;
} contact_force;

typedef struct scene {
	keel_body_frames frames;
	keel_vec3 centre_m;		     /* moments of the whole are taken here */
	float weight_n;			     /* with what the hands hold */
	keel_vec3 upper_force, upper_moment; /* of weights, about L4/5; N, N m */
	keel_vec3 joint_m;
	int contact_count, upper_count;
	contact_force contact[KEEL_SOLVE_CONTACT_MAX];
} scene;

static keel_vec3 plane_normal(const keel_solve_contact *contact)
{
	float away = contact->offset_cm < 0 ? 1 : -1;
	switch (contact->plane) {
	case KEEL_SOLVE_WALL:
		return vec3(away, 0, 0);
	case KEEL_SOLVE_SIDE:
		return vec3(0, 0, away);
	case KEEL_SOLVE_FLOOR:
		break;
	}
	return vec3(0, 1, 0);
}

static void add_weight(scene *s, keel_vec3 at_cm, float newtons, bool is_upper, keel_vec3 *sum)
{
	keel_vec3 at_m = vec3_mul(at_cm, .01f), force = {0, -newtons, 0};
	*sum = vec3_add(*sum, vec3_mul(at_m, newtons));
	s->weight_n += newtons;
	if (is_upper) {
		keel_vec3 arm = vec3_sub(at_m, s->joint_m);
		s->upper_force = vec3_add(s->upper_force, force);
		s->upper_moment = vec3_add(s->upper_moment, vec3_cross(arm, force));
	}
}

static void weigh(const keel_load_def *def, scene *s)
{
	keel_body_mass masses[KEEL_BODY_MASS_COUNT];
	keel_vec3 sum = {0, 0, 0};
	keel_body_frames_of(def->build, def->pose, &s->frames);
	keel_body_masses_of(def->build, &s->frames, masses);
	s->joint_m = vec3_mul(s->frames.segment[KEEL_SEGMENT_lumbar_4].origin_cm, .01f);
	for (int i = 0; i < KEEL_BODY_MASS_COUNT; i++) {
		add_weight(s, masses[i].centre_cm, masses[i].part * def->build->mass_kg * GRAVITY,
			   is_upper_segment(masses[i].segment), &sum);
	}
	static const keel_site fists[2] = {KEEL_SITE_fist_l, KEEL_SITE_fist_r};
	for (int side = 0; side < 2; side++) {
		add_weight(s, keel_body_site_cm(&s->frames, fists[side]),
			   def->pose_def->hand_load_kg[side] * GRAVITY, true, &sum);
	}
	s->centre_m = vec3_mul(sum, 1 / s->weight_n);
}

static void place_contacts(const keel_load_def *def, bool with_hands, scene *s)
{
	keel_vec3 middle = {0, 0, 0};
	s->contact_count = s->upper_count = 0;
	for (int i = 0; i < def->pose_def->contact_count; i++) {
		const keel_solve_contact *from = &def->pose_def->contact[i];
		contact_force *to = &s->contact[s->contact_count];
		if (!with_hands && is_hand(from->site)) {
			continue;
		}
		s->contact_count++;
		to->at_m = vec3_mul(keel_body_site_cm(&s->frames, from->site), .01f);
		to->normal = plane_normal(from);
		to->is_upper = is_upper_site(from->site);
		s->upper_count += to->is_upper;
		middle = vec3_add(middle, to->at_m);
	}
	middle = vec3_mul(middle, 1 / fmaxf(1, (float)s->contact_count));
	for (int i = 0; i < s->contact_count; i++) {
		contact_force *to = &s->contact[i];
		keel_vec3 towards = vec3_sub(middle, to->at_m);
		float off = vec3_dot(towards, to->normal);
		to->inward =
			vec3_unit_or(vec3_sub(towards, vec3_mul(to->normal, off)), vec3(0, 0, 0));
	}
}

/* The three directions a contact may push in: straight, and leaning in or out. */
static keel_vec3 push(const contact_force *contact, int lean)
{
	float k = lean == INWARDS ? FRICTION : lean == OUTWARDS ? -FRICTION : 0;
	return vec3_add(contact->normal, vec3_mul(contact->inward, k));
}

static void put3(double *row, keel_vec3 v, float k)
{
	row[0] = k * v.x;
	row[1] = k * v.y;
	row[2] = k * v.z;
}

static void add_column(keel_nnls *p, const scene *s, const contact_force *contact, int lean,
		       double price)
{
	double *column = p->column[p->column_count];
	keel_vec3 force = push(contact, lean), none = {0, 0, 0};
	keel_vec3 about_centre = vec3_cross(vec3_sub(contact->at_m, s->centre_m), force);
	keel_vec3 about_joint = vec3_cross(vec3_sub(contact->at_m, s->joint_m), force);
	put3(column, force, BALANCE);
	put3(column + 3, about_centre, BALANCE / LENGTH_M);
	put3(column + 6, contact->is_upper ? about_joint : none, EASE);
	p->price[p->column_count++] = price;
}

/* What the surfaces give to the part above the cut. Returns what is missing to balance. */
static double push_upper(const scene *s, bool is_dear, keel_vec3 *force, keel_vec3 *moment)
{
	static keel_nnls p;
	p.column_count = 0;
	for (int i = 0; i < s->contact_count; i++) {
		for (int lean = 0; lean < LEAN_COUNT; lean++) {
			double times = is_dear && lean != STRAIGHT ? DEAR : 1;
			add_column(&p, s, &s->contact[i], lean, PRICE * times);
		}
	}
	put3(p.wanted, vec3(0, s->weight_n, 0), BALANCE);
	put3(p.wanted + 3, vec3(0, 0, 0), 0);
	put3(p.wanted + 6, s->upper_moment, s->upper_count ? -EASE : 0);
	double missing = keel_nnls_solve(&p);
	for (int k = 0; k < p.column_count; k++) {
		const contact_force *contact = &s->contact[k / LEAN_COUNT];
		if (contact->is_upper) {
			keel_vec3 f = vec3_mul(push(contact, k % LEAN_COUNT), (float)p.x[k]);
			keel_vec3 arm = vec3_sub(contact->at_m, s->joint_m);
			*force = vec3_add(*force, f);
			*moment = vec3_add(*moment, vec3_cross(arm, f));
		}
	}
	return missing;
}

static float compression_n(const scene *s, keel_vec3 force, keel_vec3 moment)
{
	const keel_frame *l4 = &s->frames.segment[KEEL_SEGMENT_lumbar_4];
	float along = -vec3_dot(force, l4->axis_y);
	float extending = vec3_dot(moment, l4->axis_z);
	float leaning = fabsf(vec3_dot(moment, l4->axis_x));
	float turning = fabsf(vec3_dot(moment, l4->axis_y));
	float pull = extending < 0 ? -extending / EXTENSOR_ARM_M : extending / FLEXOR_ARM_M;
	return fmaxf(0, along + pull + leaning / FLANK_ARM_M + turning / TURNER_ARM_M);
}

static float worst_of(const scene *s)
{
	float most = s->upper_count ? 0 : compression_n(s, s->upper_force, s->upper_moment);
	for (int i = 0; i < 2 && s->upper_count; i++) {
		keel_vec3 force = s->upper_force, moment = s->upper_moment;
		push_upper(s, i == 0, &force, &moment);
		most = fmaxf(most, compression_n(s, force, moment));
	}
	return most;
}

/* Stands or sits with the hands on something. */
static bool may_only_touch(const keel_pose_def *def)
{
	int hands = 0, others = 0;
	for (int i = 0; i < def->contact_count; i++) {
		keel_site site = def->contact[i].site;
		hands += is_hand(site);
		others += !is_hand(site) && !is_foot_or_seat(site);
	}
	return hands > 0 && others == 0;
}

float keel_load_n(const keel_load_def *def)
{
	static scene s;
	memset(&s, 0, sizeof(s));
	_Static_assert(LEAN_COUNT * KEEL_SOLVE_CONTACT_MAX <= KEEL_NNLS_COLUMNS_MAX,
		       "a column for each way to push");
	weigh(def, &s);
	place_contacts(def, true, &s);
	float most = worst_of(&s);
	if (may_only_touch(def->pose_def)) {
		keel_vec3 force = s.upper_force, moment = s.upper_moment;
		place_contacts(def, false, &s);
		bool stands = push_upper(&s, false, &force, &moment) <
			      (double)(STANDS_PART * BALANCE * s.weight_n);
		most = stands ? fmaxf(most, worst_of(&s)) : most;
	}
	return most;
}
