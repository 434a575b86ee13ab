/* Poses and phases become a track; what the solver finds is said at the pose or phase it belongs
 * to.
 *
 * A pose's contacts stay where its `pins` pose has them; without the word that is the start pose,
 * so that hands and feet keep their places through a movement without anybody thinking of it. Two
 * gates can only be seen here: a head far below the heart, and a hip folded deeply.
 */
#include <math.h>
#include <string.h>

#include "compiler/model.h"
#include "core/body/held.h"

#define TRACK_BYTES_MAX 65536
#define HEAD_DOWN_CM                                                                               \
	30.0f /* head this far below the hips: downward dog is 60, a bridge 20; our judgement */
#define HELD_BELOW_CM 1.5f /* as for the body: a limb may sink in so far */
#define DEEP_HIP_FLEXION_DEG                                                                       \
	105 /* usual advice after a hip replacement is 90; all fours needs 90 to 100; ours */

typedef struct bake {
	keel_model *model;
	keel_model_movement *movement;
	const keel_body_build *build;
	keel_body_pose poses[KEEL_MODEL_POSES_MAX];
	keel_baked_phase phases[KEEL_PHASES_MAX];
	bool is_broken;
} bake;

static const char *finding_text(keel_solve_rule rule)
{
	switch (rule) {
	case KEEL_SOLVE_RULE_CONTACT:
		return "cannot reach what it stands on";
	case KEEL_SOLVE_RULE_TOUCH:
		return "cannot reach what it touches";
	case KEEL_SOLVE_RULE_PIN:
		return "does not stay in its place";
	case KEEL_SOLVE_RULE_BALANCE:
		return "the body topples";
	case KEEL_SOLVE_RULE_JOINT:
		return "the joint is past its range";
	case KEEL_SOLVE_RULE_FLOOR:
		return "goes through the floor";
	case KEEL_SOLVE_RULE_BODY:
		return "goes through the body";
	case KEEL_SOLVE_RULE_ANGLE:
		return "cannot keep the angle that was written";
	case KEEL_SOLVE_RULE_SLIDE:
		return "a contact slides";
	case KEEL_SOLVE_RULE_SPEED:
		return "moves too fast";
	case KEEL_SOLVE_RULE_COUNT:
		break;
	}
	return "is not as it should be";
}

/* "joint limit" as "joint-limit": the last part of the rule that a message ends with, and what an
 * exemption names. */
static const char *rule_word(const keel_solve_finding *finding)
{
	static char word[64];
	snprintf(word, sizeof(word), "%s", keel_solve_rule_name(finding->rule));
	for (char *c = word; *c; c++) {
		*c = *c == ' ' ? '-' : *c;
	}
	return word;
}

/* An exemption serves when rule and part fit; without a part it serves the whole rule. */
static bool is_exempt(keel_model_movement *movement, const keel_solve_finding *finding)
{
	for (int i = 0; i < movement->exemption_count; i++) {
		keel_model_exemption *exemption = &movement->exemptions[i];
		bool is_part = !exemption->part || strcmp(exemption->part, finding->part) == 0 ||
			       strcmp(exemption->part, finding->other) == 0;
		if (is_part && strcmp(exemption->rule, rule_word(finding)) == 0) {
			exemption->used_count++;
			return true;
		}
	}
	return false;
}

/* Of the same rule about the same parts only the worst is told: a phase is looked at in 33 places.
 */
static bool is_worst(const keel_solve_result *result, int index)
{
	const keel_solve_finding *finding = &result->finding[index];
	for (int i = 0; i < result->finding_count; i++) {
		const keel_solve_finding *other = &result->finding[i];
		bool is_same = other->rule == finding->rule &&
			       strcmp(other->part, finding->part) == 0 &&
			       strcmp(other->other, finding->other) == 0;
		if (is_same && (other->value > finding->value ||
				(other->value >= finding->value && i < index))) {
			return false;
		}
	}
	return true;
}

/* What a message speaks of: a pose by its name, or the way to one. */
typedef struct subject {
	keel_diag_place place;
	const char *what;	       /* "pose" or "phase to" */
	const char *name;	       /* of the pose */
	const char *file;	       /* of its picture */
	const keel_baked_phase *phase; /* NULL: the pose itself */
} subject;

static const char *draw_pose(bake *b, const char *file, const keel_body_pose *pose,
			     const keel_vec3 *marks_cm, int mark_count)
{
	const keel_model_movement *movement = b->movement;
	keel_pose_picture picture = {
		.name = file,
		.build = b->build,
		.pose = pose,
		.camera = movement->has_camera ? movement->camera : keel_solve_camera_for(pose, 1),
		.marks_cm = marks_cm,
		.mark_count = mark_count,
	};
	return keel_pose_picture_write(b->model, movement, &picture);
}

static void tell_finding(bake *b, const subject *s, const keel_solve_finding *finding,
			 const char *see)
{
	const char *rule = keel_model_format(b->model, "pose-%s", rule_word(finding));
	const char *text = keel_model_format(
		b->model, "%s '%s': %s%s%s%s%s (%.1f %s, at most %.1f)%s", s->what, s->name,
		finding->part, finding->other[0] ? " and " : "", finding->other,
		finding->part[0] ? " " : "", finding_text(finding->rule), (double)finding->value,
		keel_solve_rule_unit(finding->rule), (double)finding->limit, see);
	if (finding->is_error && !b->model->is_draft) {
		keel_diag_error(b->model->diags, s->place, rule, "%s", text);
		b->is_broken = true;
	} else {
		keel_diag_warning(b->model->diags, s->place, rule, "%s", text);
	}
}

/* A phase is drawn at the moment of its first finding; marks are for that moment. */
static const keel_body_pose *moment_of(const subject *s, const keel_solve_result *result,
				       const keel_solve_finding *finding)
{
	if (!s->phase || s->phase->sample_count == 0) {
		return &result->pose;
	}
	return &s->phase->sample[(int)(finding->t01 * (float)(s->phase->sample_count - 1) + .5f)];
}

/* One picture holds all that is told of a pose, so that ten messages do not mean ten files. */
static void tell(bake *b, const subject *s, const keel_solve_result *result)
{
	const keel_solve_finding *told[KEEL_SOLVE_FINDING_MAX];
	keel_vec3 marks_cm[KEEL_SOLVE_FINDING_MAX];
	int told_count = 0, mark_count = 0;
	for (int i = 0; i < result->finding_count; i++) {
		if (is_worst(result, i) && !is_exempt(b->movement, &result->finding[i])) {
			told[told_count++] = &result->finding[i];
		}
	}
	bool is_drawn = told_count > 0 || (b->model->draws_every_pose && !s->phase);
	if (!is_drawn) {
		return;
	}
	const keel_body_pose *pose = told_count > 0 ? moment_of(s, result, told[0]) : &result->pose;
	for (int i = 0; i < told_count; i++) {
		mark_count +=
			keel_pose_picture_place(b->build, pose, told[i], &marks_cm[mark_count]);
	}
	const char *see = draw_pose(b, s->file, pose, marks_cm, mark_count);
	for (int i = 0; i < told_count; i++) {
		tell_finding(b, s, told[i], see);
	}
}

static float heaviest_kg(const keel_model_movement *movement)
{
	int most_hg = 0;
	for (int i = 0; i < movement->rung_count; i++) {
		most_hg =
			movement->rungs[i].load_hg > most_hg ? movement->rungs[i].load_hg : most_hg;
	}
	return (float)most_hg / 10;
}

/* The ladder's heaviest weight lies in the hands that hold the drawn thing; in both, half each,
 * where none is drawn. */
static void take_load(keel_model_movement *movement)
{
	float kg = heaviest_kg(movement);
	keel_held held = KEEL_HELD_hands;
	for (int i = 0; i < movement->prop_count; i++) {
		held = movement->props[i].kind == KEEL_PROP_kettlebell ? movement->props[i].held
								       : held;
	}
	int hands = keel_held_hands(held);
	for (int i = 0; i < movement->pose_count; i++) {
		keel_pose_def *def = &movement->poses[i].def;
		def->hand_load_kg[0] = hands == 3 ? kg / 2 : hands == 1 ? kg : 0;
		def->hand_load_kg[1] = kg - def->hand_load_kg[0];
		def->load_is_swung = held == KEEL_HELD_swung;
	}
}

/* Who puts a weight down puts it on the floor. */
static void lint_held(bake *b, int pose_index)
{
	const keel_model_movement *movement = b->movement;
	const keel_model_pose *pose = &movement->poses[pose_index];
	keel_body_frames frames;
	keel_body_frames_of(b->build, &b->poses[pose_index], &frames);
	for (int i = 0; i < movement->prop_count; i++) {
		const keel_prop *prop = &movement->props[i];
		float low_cm =
			prop->held == KEEL_HELD_none ? 0 : keel_held_lowest_cm(&frames, prop);
		if (low_cm < -HELD_BELOW_CM && !b->model->is_draft) {
			const keel_vec3 hands_cm[] = {keel_body_site_cm(&frames, KEEL_SITE_fist_l),
						      keel_body_site_cm(&frames, KEEL_SITE_fist_r)};
			const char *see =
				draw_pose(b, pose->name, &b->poses[pose_index], hands_cm, 2);
			keel_diag_error(
				b->model->diags, pose->node->key_place, "held-floor",
				"pose '%s': the %s goes %.1f cm into the floor, at most %.1f; "
				"raise the hands%s",
				pose->name, keel_prop_name(prop->kind), (double)-low_cm,
				(double)HELD_BELOW_CM, see);
		}
	}
}

static void solve_pose(bake *b, int index)
{
	keel_model_movement *movement = b->movement;
	keel_model_pose *pose = &movement->poses[index];
	int pins = pose->pins
			   ? keel_model_find_pose(movement->poses, movement->pose_count, pose->pins)
			   : movement->start_index;
	static keel_solve_result result;
	keel_pose_def def = pose->def;
	def.pins = !pose->is_free && pins >= 0 && pins < index ? &b->poses[pins] : NULL;
	keel_solve_pose(b->build, &def, NULL, &result);
	b->poses[index] = result.pose;
	subject s = {pose->node->key_place, "pose", pose->name, pose->name, NULL};
	tell(b, &s, &result);
}

static void bake_phase(bake *b, int index)
{
	keel_model_movement *movement = b->movement;
	const keel_model_phase *phase = &movement->phases[index];
	int from = index == 0 ? movement->start_index : movement->phases[index - 1].pose_index;
	static keel_solve_result result;
	keel_phase_def def = {
		.from = &movement->poses[from].def,
		.to = &movement->poses[phase->pose_index].def,
		.from_pose = &b->poses[from],
		.to_pose = &b->poses[phase->pose_index],
		.is_hold = phase->facts.hold,
		.seconds = (float)phase->facts.length_ms / 1000.0f,
		.switch01 = (float)phase->switch_percent / 100.0f,
	};
	keel_bake_phase(b->build, &def, &b->phases[index], &result);
	subject s = {phase->node->place, "phase to", phase->pose,
		     keel_model_format(b->model, "%d-to-%s", index + 1, phase->pose),
		     &b->phases[index]};
	tell(b, &s, &result);
}

static void demand_gate(bake *b, int pose_index, keel_gate gate, const char *why, keel_vec3 mark_cm)
{
	const keel_model_movement *movement = b->movement;
	const char *name = movement->poses[pose_index].name;
	if ((movement->gates & (UINT32_C(1) << gate)) == 0) {
		const char *see = draw_pose(b, name, &b->poses[pose_index], &mark_cm, 1);
		keel_diag_error(b->model->diags, movement->poses[pose_index].node->key_place,
				"gate-missing", "%s in pose '%s' demands the gate '%s'%s", why,
				name, keel_gate_names[gate], see);
	}
}

static void lint_seen_gates(bake *b, int index)
{
	keel_body_frames frames;
	const keel_body_pose *pose = &b->poses[index];
	keel_body_frames_of(b->build, pose, &frames);
	keel_vec3 head_cm = keel_body_site_cm(&frames, KEEL_SITE_occiput);
	keel_vec3 hip_cm = frames.segment[KEEL_SEGMENT_thigh_l].origin_cm;
	float hip_deg = fmaxf(pose->angle_deg[KEEL_ANGLE_hip_flex_l],
			      pose->angle_deg[KEEL_ANGLE_hip_flex_r]);
	if (pose->root_cm.y - head_cm.y > HEAD_DOWN_CM) {
		demand_gate(b, index, KEEL_GATE_HEAD_DOWN, "the head far below the hips", head_cm);
	}
	if (hip_deg > DEEP_HIP_FLEXION_DEG) {
		demand_gate(b, index, KEEL_GATE_DEEP_HIP_FLEXION, "a deeply folded hip", hip_cm);
	}
}

/* The distances that a set-up cue names are those of the picture. */
static void lint_distances(bake *b)
{
	const keel_model_movement *movement = b->movement;
	for (int i = 0; i < movement->distance_count; i++) {
		const keel_model_distance *distance = &movement->distances[i];
		int pose =
			keel_model_find_pose(movement->poses, movement->pose_count, distance->pose);
		keel_site from[2], to[2];
		keel_body_frames frames;
		if (pose < 0 ||
		    !keel_site_find(distance->from, (int)strlen(distance->from), from) ||
		    !keel_site_find(distance->to, (int)strlen(distance->to), to)) {
			continue;
		}
		keel_body_frames_of(b->build, &b->poses[pose], &frames);
		keel_vec3 a = keel_body_site_cm(&frames, from[0]),
			  c = keel_body_site_cm(&frames, to[0]);
		float cm = hypotf(a.x - c.x, a.z - c.z);
		if ((cm < distance->least_cm || cm > distance->most_cm) && !b->model->is_draft) {
			const char *see = draw_pose(b, distance->pose, &b->poses[pose],
						    (keel_vec3[]){a, c}, 2);
			keel_diag_error(
				b->model->diags, distance->node->place, "pose-distance",
				"%s to %s is %.1f cm in pose '%s'; it should be %.0f to %.0f%s",
				distance->from, distance->to, (double)cm, distance->pose,
				(double)distance->least_cm, (double)distance->most_cm, see);
		}
	}
}

static void lint_exemptions(const bake *b)
{
	for (int i = 0; i < b->movement->exemption_count; i++) {
		const keel_model_exemption *exemption = &b->movement->exemptions[i];
		if (exemption->used_count == 0) {
			keel_diag_warning(b->model->diags, exemption->node->place,
					  "unused-exemption",
					  "nothing is found any more that this exempts");
		}
	}
}

static void write_track(bake *b)
{
	keel_model_movement *movement = b->movement;
	keel_track_def def = {
		.camera = movement->has_camera
				  ? movement->camera
				  : keel_solve_camera_for(b->poses, movement->pose_count),
		.has_mat = movement->has_mat,
		.with_mirror = movement->sides != KEEL_SIDES_NONE,
		.props = movement->props,
		.prop_count = movement->prop_count,
		.phases = b->phases,
		.phase_count = movement->phase_count,
	};
	static uint8_t bytes[TRACK_BYTES_MAX];
	size_t byte_count = keel_track_write(&def, bytes, sizeof(bytes));
	movement->track = byte_count ? keel_arena_alloc(b->model->arena, byte_count, 1) : NULL;
	if (!movement->track) {
		keel_diag_error(b->model->diags, movement->node->place, "track-size",
				"the track is too large");
		return;
	}
	memcpy(movement->track, bytes, byte_count);
	movement->track_bytes = byte_count;
}

void keel_bake_movement(keel_model *model, keel_model_movement *movement)
{
	_Static_assert((int)KEEL_MUSCLE_COUNT == (int)KEEL_GLOW_COUNT,
		       "muscles of facts and figure are one list");
	static bake b;
	memset(&b, 0, sizeof(b));
	b.model = model;
	b.movement = movement;
	b.build = keel_body_get_build(KEEL_BUILD_WOMAN);
	take_load(movement);
	for (int i = 0; i < movement->pose_count; i++) {
		solve_pose(&b, i);
		lint_held(&b, i);
		lint_seen_gates(&b, i);
	}
	for (int i = 0; i < movement->phase_count; i++) {
		bake_phase(&b, i);
	}
	lint_distances(&b);
	keel_lint_ranges(model, movement, b.poses);
	keel_compute_movement(model, movement, b.build, b.poses);
	lint_exemptions(&b);
	if (!b.is_broken) {
		write_track(&b);
	}
}
