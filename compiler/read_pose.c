/* Reading what a movement says of the body: poses, phases, props, camera, distances.
 *
 * A pose lists clinical angles and what bears it. `like` starts from a pose further up in the file
 * or from one of poses.yaml; angles then replace single angles, while `on` and `touch` replace the
 * whole list, because half a list of contacts is never what was meant; `off` takes single contacts
 * away.
 */
#include <stddef.h>
#include <string.h>

#include "compiler/model.h"

int keel_model_find_pose(const keel_model_pose *poses, int pose_count, const char *name)
{
	for (int i = 0; i < pose_count; i++) {
		if (strcmp(poses[i].name, name) == 0) {
			return i;
		}
	}
	return -1;
}

static void add_contact(keel_model *model, keel_model_pose *pose, const keel_yaml *node,
			const char *name, keel_solve_contact contact)
{
	keel_site found[2];
	int count = keel_site_find(name, (int)strlen(name), found);
	if (count == 0) {
		keel_diag_error(model->diags, node->key_place, "unknown-site",
				"'%s' is no place on the body that can touch something", name);
		return;
	}
	for (int i = 0; i < count; i++) {
		if (pose->def.contact_count == KEEL_SOLVE_CONTACT_MAX) {
			keel_diag_error(model->diags, node->place, "too-many",
					"at most %d contacts", KEEL_SOLVE_CONTACT_MAX);
			return;
		}
		contact.site = found[i];
		pose->def.contact[pose->def.contact_count++] = contact;
	}
}

/* A number is the height of the surface in cm; {wall: 40} a wall 40 cm in front; {side: 30} one at
 * the right. */
static void read_contact(keel_model *model, keel_model_pose *pose, const keel_yaml *node)
{
	static const char *const planes[] = {"floor", "wall", "side"};
	keel_field field = {node->key, KEEL_FIELD_NUMBER, true, 0, .least = -300, .most = 300};
	float offset_cm = 0;
	if (node->kind == KEEL_YAML_SCALAR) {
		if (keel_schema_read_value(model->diags, node, &field, &offset_cm)) {
			add_contact(model, pose, node, node->key,
				    (keel_solve_contact){0, KEEL_SOLVE_FLOOR, offset_cm});
		}
		return;
	}
	if (node->kind != KEEL_YAML_MAP || node->count != 1) {
		keel_diag_error(
			model->diags, node->place, "wrong-type",
			"a contact is a height in cm, or one of {floor: cm} {wall: cm} {side: cm}");
		return;
	}
	int plane = keel_name_find(planes, 3, node->first->key, strlen(node->first->key));
	if (plane < 0) {
		keel_diag_error(model->diags, node->first->key_place, "unknown-name",
				"'%s' is not known; it must be floor, wall or side",
				node->first->key);
	} else if (keel_schema_read_value(model->diags, node->first, &field, &offset_cm)) {
		add_contact(model, pose, node, node->key,
			    (keel_solve_contact){0, (keel_solve_plane)plane, offset_cm});
	}
}

static void read_on(keel_model *model, keel_model_pose *pose, const keel_yaml *node)
{
	pose->def.contact_count = 0;
	for (const keel_yaml *item = node->first; item; item = item->next) {
		if (node->kind == KEEL_YAML_MAP) {
			read_contact(model, pose, item);
		} else {
			add_contact(model, pose, item, item->text,
				    (keel_solve_contact){0, KEEL_SOLVE_FLOOR, 0});
		}
	}
	if (node->kind == KEEL_YAML_SCALAR) {
		keel_diag_error(model->diags, node->place, "wrong-type",
				"on is a list of sites on the floor, or a map of site and height");
	}
}

static void read_off(keel_model *model, keel_model_pose *pose, const keel_yaml *node)
{
	if (!keel_schema_expect(model->diags, node, KEEL_YAML_LIST, "off")) {
		return;
	}
	for (const keel_yaml *item = node->first; item; item = item->next) {
		keel_site found[2];
		int count = keel_site_find(item->text, (int)strlen(item->text), found);
		int kept = 0;
		for (int i = 0; i < pose->def.contact_count; i++) {
			keel_site site = pose->def.contact[i].site;
			bool is_off = count > 0 && (site == found[0] || site == found[count - 1]);
			if (!is_off) {
				pose->def.contact[kept++] = pose->def.contact[i];
			}
		}
		if (kept == pose->def.contact_count) {
			keel_diag_error(model->diags, item->place, "unknown-site",
					"'%s' is not among the contacts of this pose", item->text);
		}
		pose->def.contact_count = kept;
	}
}

/* hand_l: shin_l, or hand: knee for both sides; gap_cm holds all of them a little apart. */
static void read_touch(keel_model *model, keel_model_pose *pose, const keel_yaml *node)
{
	const keel_field gap_field = {"gap_cm", KEEL_FIELD_NUMBER, true, 0, .least = 0, .most = 10};
	float gap_cm = 0;
	if (!keel_schema_expect(model->diags, node, KEEL_YAML_MAP, "touch")) {
		return;
	}
	const keel_yaml *gap = keel_yaml_find(node, "gap_cm");
	if (gap) {
		keel_schema_read_value(model->diags, gap, &gap_field, &gap_cm);
	}
	pose->def.touch_count = 0;
	for (const keel_yaml *item = node->first; item; item = item->next) {
		keel_site sites[2], others[2];
		int site_count = keel_site_find(item->key, (int)strlen(item->key), sites);
		int other_count = keel_site_find(item->text, (int)strlen(item->text), others);
		if (item == gap) {
			continue;
		}
		if (site_count == 0 || other_count == 0) {
			keel_diag_error(model->diags, item->key_place, "unknown-site",
					"touch: '%s' or '%s' is no place on the body", item->key,
					item->text);
			continue;
		}
		for (int i = 0; i < site_count; i++) {
			if (pose->def.touch_count == KEEL_SOLVE_TOUCH_MAX) {
				keel_diag_error(model->diags, item->place, "too-many",
						"at most %d touches", KEEL_SOLVE_TOUCH_MAX);
				return;
			}
			pose->def.touch[pose->def.touch_count++] = (keel_solve_touch){
				sites[i], others[i < other_count ? i : 0], gap_cm};
		}
	}
}

static void read_angle(keel_model *model, keel_model_pose *pose, const keel_yaml *node)
{
	keel_angle found[2];
	int count = keel_angle_find(node->key, (int)strlen(node->key), found);
	if (count == 0) {
		keel_diag_error(model->diags, node->key_place, "unknown-field",
				"a pose has no field or angle '%s'", node->key);
		return;
	}
	const keel_angle_info *info = keel_angle_get_info(found[0]);
	keel_field field = {node->key,
			    KEEL_FIELD_NUMBER,
			    true,
			    0,
			    .least = (double)info->least_deg,
			    .most = (double)info->most_deg};
	float angle_deg = 0;
	if (!keel_schema_read_value(model->diags, node, &field, &angle_deg)) {
		return;
	}
	for (int i = 0; i < count; i++) {
		pose->def.angle_deg[found[i]] = angle_deg;
		pose->def.is_set[found[i]] = true;
	}
}

static void read_like(keel_model *model, keel_model_pose *pose, const keel_yaml *node,
		      const keel_model_pose *own, int own_count)
{
	int index = keel_model_find_pose(own, own_count, node->text);
	if (index >= 0) {
		pose->def = own[index].def;
		pose->held_by = own[index].held_by;
		return;
	}
	index = keel_model_find_pose(model->base_poses, model->base_pose_count, node->text);
	if (index >= 0) {
		pose->def = model->base_poses[index].def;
		return;
	}
	keel_diag_error(model->diags, node->place, "unknown-pose",
			"like: '%s' is neither further up in this file nor in poses.yaml",
			node->text);
}

/* The pose would fall as it is drawn, and does not because of something that is no contact: a hand
 * that leans, a strap, the next step. That lets the balance lint rest, so it needs its reason. */
static void read_topple(keel_model *model, keel_model_pose *pose, const keel_yaml *node)
{
	const keel_field field = {node->key, KEEL_FIELD_TEXT, true, 0, .least = 0};
	const char *because = NULL;
	if (!keel_schema_read_value(model->diags, node, &field, &because)) {
		return;
	}
	if (strcmp(because, "true") == 0 || strcmp(because, "false") == 0) {
		keel_diag_error(model->diags, node->place, "topple-reason",
				"topple: say what holds the body, as a sentence");
		return;
	}
	pose->def.may_topple = true;
	pose->held_by = because;
}

static void read_pose_field(keel_model *model, keel_model_pose *pose, const keel_yaml *node)
{
	const keel_field id = {node->key, KEEL_FIELD_ID, true, 0, .least = 0};
	const keel_field softness = {node->key, KEEL_FIELD_NUMBER, true,
				     0,		.least = 0.2,	   .most = 5};
	if (strcmp(node->key, "on") == 0) {
		read_on(model, pose, node);
	} else if (strcmp(node->key, "off") == 0) {
		read_off(model, pose, node);
	} else if (strcmp(node->key, "touch") == 0) {
		read_touch(model, pose, node);
	} else if (strcmp(node->key, "topple") == 0) {
		read_topple(model, pose, node);
	} else if (strcmp(node->key, "softness") == 0) {
		keel_schema_read_value(model->diags, node, &softness, &pose->def.softness);
	} else if (strcmp(node->key, "pins") == 0) {
		if (keel_schema_read_value(model->diags, node, &id, &pose->pins) &&
		    strcmp(pose->pins, "none") == 0) {
			pose->is_free = true;
			pose->pins = NULL;
		}
	} else if (strcmp(node->key, "like") != 0) {
		read_angle(model, pose, node);
	}
}

static void read_pose(keel_model *model, keel_model_pose *poses, int pose_count,
		      const keel_yaml *node)
{
	keel_model_pose *pose = &poses[pose_count];
	memset(pose, 0, sizeof(*pose));
	pose->name = node->key;
	pose->node = node;
	pose->def = keel_default_pose_def();
	if (!keel_schema_expect(model->diags, node, KEEL_YAML_MAP, "a pose")) {
		return;
	}
	const keel_yaml *like = keel_yaml_find(node, "like");
	if (like) {
		read_like(model, pose, like, poses, pose_count);
	}
	for (const keel_yaml *field = node->first; field; field = field->next) {
		read_pose_field(model, pose, field);
	}
}

static int read_pose_list(keel_model *model, const keel_yaml *map, keel_model_pose *poses, int most)
{
	int count = 0;
	if (!keel_schema_expect(model->diags, map, KEEL_YAML_MAP, "poses")) {
		return 0;
	}
	for (const keel_yaml *node = map->first; node; node = node->next) {
		if (count == most) {
			keel_diag_error(model->diags, node->key_place, "too-many",
					"at most %d poses", most);
			return count;
		}
		read_pose(model, poses, count, node);
		count++;
	}
	return count;
}

void keel_read_base_poses(keel_model *model, const keel_yaml *root)
{
	model->base_pose_count =
		read_pose_list(model, root, model->base_poses, KEEL_MODEL_BASE_POSES_MAX);
}

void keel_read_poses(keel_model *model, keel_model_movement *movement)
{
	movement->start_index = -1;
	if (!movement->poses_node) {
		return;
	}
	movement->pose_count =
		read_pose_list(model, movement->poses_node, movement->poses, KEEL_MODEL_POSES_MAX);
	for (int i = 0; i < movement->pose_count; i++) {
		const char *pins = movement->poses[i].pins;
		if (pins && keel_model_find_pose(movement->poses, i, pins) < 0) {
			keel_diag_error(model->diags,
					keel_yaml_place_of(movement->poses[i].node, "pins"),
					"unknown-pose",
					"pins: '%s' is not a pose further up in this file", pins);
		}
	}
	if (!movement->start) {
		return;
	}
	movement->start_index =
		keel_model_find_pose(movement->poses, movement->pose_count, movement->start);
	if (movement->start_index < 0) {
		keel_diag_error(model->diags, keel_yaml_place_of(movement->node, "start"),
				"unknown-pose", "start: '%s' is not among the poses",
				movement->start);
	}
}

typedef struct phase_read {
	const char *to, *hold, *cue;
	const keel_yaml *s;
	int32_t breath, switch_percent;
	bool until_eased;
} phase_read;

#define AT(field) offsetof(phase_read, field)
static const keel_field phase_fields[] = {
	{"to", KEEL_FIELD_ID, false, AT(to), .least = 0},
	{"hold", KEEL_FIELD_ID, false, AT(hold), .least = 0},
	{"s", KEEL_FIELD_NODE, true, AT(s), .least = 0},
	{"breath", KEEL_FIELD_NAME, false, AT(breath), .names = keel_breath_names,
	 .name_count = &keel_breath_name_count},
	{"cue", KEEL_FIELD_KEY, false, AT(cue), .least = 0},
	{"until_eased", KEEL_FIELD_BOOL, false, AT(until_eased), .least = 0},
	{"switch_percent", KEEL_FIELD_INT, false, AT(switch_percent), .least = 5, .most = 95},
};
#undef AT

static void read_phase_length(keel_model *model, keel_model_phase *phase, const keel_yaml *node)
{
	const keel_field seconds = {"s", KEEL_FIELD_MS, true, 0, .least = 0.2, .most = 60};
	phase->facts.dose_length = strcmp(node->text, "dose") == 0;
	if (!phase->facts.dose_length) {
		keel_schema_read_value(model->diags, node, &seconds, &phase->facts.length_ms);
	} else if (!phase->facts.hold) {
		keel_diag_error(model->diags, node->place, "phase-form",
				"only a hold can take its length from the dose");
	}
}

static void read_phase(keel_model *model, keel_model_movement *movement, const keel_yaml *node)
{
	phase_read read = {.breath = -1, .switch_percent = 50};
	if (!keel_schema_read(model->diags, node, "a phase", phase_fields,
			      KEEL_FIELD_COUNT(phase_fields), &read)) {
		return;
	}
	keel_model_phase *phase = &movement->phases[movement->phase_count];
	*phase = (keel_model_phase){
		.node = node, .pose_index = -1, .switch_percent = read.switch_percent};
	if (!read.to == !read.hold) {
		keel_diag_error(model->diags, node->place, "phase-form",
				"a phase either goes to a pose or holds one");
		return;
	}
	if (read.breath < 0) {
		keel_diag_error(model->diags, node->place, "breath-missing",
				"every phase says how to breathe: in, out or easy (S0.breathe)");
		read.breath = KEEL_BREATH_EASY;
	}
	phase->pose = read.to ? read.to : read.hold;
	phase->facts.hold = read.hold;
	phase->facts.breath = (uint8_t)read.breath;
	phase->facts.cue = read.cue ? read.cue : "";
	phase->facts.until_eased = read.until_eased;
	phase->facts.track = (uint8_t)movement->phase_count;
	phase->pose_index =
		keel_model_find_pose(movement->poses, movement->pose_count, phase->pose);
	if (phase->pose_index < 0) {
		keel_diag_error(model->diags, node->place, "unknown-pose",
				"'%s' is not among the poses", phase->pose);
	}
	if (read.until_eased && !read.hold) {
		keel_diag_error(model->diags, node->place, "phase-form",
				"only a hold can end when it eases");
	}
	read_phase_length(model, phase, read.s);
	movement->phase_count++;
}

void keel_read_phases(keel_model *model, keel_model_movement *movement)
{
	const keel_yaml *list = movement->phases_node;
	if (!keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "phases")) {
		return;
	}
	for (const keel_yaml *node = list->first; node; node = node->next) {
		if (movement->phase_count == KEEL_PHASES_MAX) {
			keel_diag_error(model->diags, node->place, "too-many", "at most %d phases",
					KEEL_PHASES_MAX);
			return;
		}
		read_phase(model, movement, node);
	}
}

typedef struct prop_read {
	const char *kind, *held;
	float x, y, z, width, height, depth;
} prop_read;

/* held: in which hands, or along the back. Where it then is, the pose says. */
static bool read_held(keel_model *model, const keel_model_movement *movement, const keel_yaml *node,
		      const char *held, keel_prop *prop)
{
	static const char *const places[] = {"x_cm", "y_cm", "z_cm"};
	keel_diag_place place = held ? keel_yaml_place_of(node, "held") : node->place;
	const char *kind = keel_prop_name(prop->kind);
	if (held && (!keel_held_find(held, (int)strlen(held), &prop->held) ||
		     prop->held == KEEL_HELD_none)) {
		keel_diag_error(model->diags, place, "unknown-name",
				"held: '%s' is not known; it must be hand_l, hand_r, hands, swung "
				"or back",
				held);
		return false;
	}
	if (!keel_prop_can_be_held(prop->kind, prop->held)) {
		keel_diag_error(model->diags, place, "prop-held",
				held ? "a %s cannot be held so; hands hold a kettlebell, the back "
				       "a dowel"
				     : "a %s does not stand in the room; say how it is held, such "
				       "as {kind: kettlebell, held: hands}",
				kind);
		return false;
	}
	for (int i = 0; held && i < 3; i++) {
		if (keel_yaml_find(node, places[i])) {
			keel_diag_error(
				model->diags, keel_yaml_place_of(node, places[i]), "prop-held",
				"what is held goes with the hands; leave out %s", places[i]);
			return false;
		}
	}
	int hands = keel_held_hands(prop->held);
	for (int i = 0; held && i < movement->prop_count; i++) {
		if (hands & keel_held_hands(movement->props[i].held)) {
			keel_diag_error(model->diags, place, "prop-held",
					"a hand holds one thing; the %s is in it already",
					keel_prop_name(movement->props[i].kind));
			return false;
		}
	}
	return true;
}

static void read_prop(keel_model *model, keel_model_movement *movement, const keel_yaml *node)
{
#define CM(name, least_cm, most_cm)                                                                \
	{                                                                                          \
#name "_cm", KEEL_FIELD_NUMBER, false, offsetof(prop_read, name), least_cm,        \
			most_cm, NULL, NULL                                                        \
	}
	static const keel_field fields[] = {
		{"kind", KEEL_FIELD_ID, true, offsetof(prop_read, kind), .least = 0},
		{"held", KEEL_FIELD_TEXT, false, offsetof(prop_read, held), .least = 0},
		CM(x, -300, 300),
		CM(y, 0, 300),
		CM(z, -300, 300),
		CM(width, 1, 300),
		CM(height, 1, 300),
		CM(depth, 1, 300),
	};
#undef CM
	prop_read read = {0};
	keel_prop_kind kind;
	if (!keel_schema_read(model->diags, node, "a prop", fields, KEEL_FIELD_COUNT(fields),
			      &read)) {
		return;
	}
	if (!keel_prop_find(read.kind, (int)strlen(read.kind), &kind)) {
		keel_diag_error(model->diags, keel_yaml_place_of(node, "kind"), "unknown-name",
				"'%s' is no prop that can be drawn", read.kind);
		return;
	}
	keel_prop prop = keel_default_prop(kind);
	if (!read_held(model, movement, node, read.held, &prop)) {
		return;
	}
	prop.place_cm = (keel_vec3){read.x, read.y, read.z};
	prop.size_cm.x = read.width > 0 ? read.width : prop.size_cm.x;
	prop.size_cm.y = read.height > 0 ? read.height : prop.size_cm.y;
	prop.size_cm.z = read.depth > 0 ? read.depth : prop.size_cm.z;
	movement->props[movement->prop_count++] = prop;
}

static void read_props(keel_model *model, keel_model_movement *movement)
{
	const keel_yaml *list = movement->props_node;
	if (!list || !keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "props")) {
		return;
	}
	for (const keel_yaml *node = list->first; node; node = node->next) {
		if (movement->prop_count == KEEL_TRACK_PROP_MAX) {
			keel_diag_error(model->diags, node->place, "too-many", "at most %d props",
					KEEL_TRACK_PROP_MAX);
			return;
		}
		read_prop(model, movement, node);
	}
}

/* camera: side, or camera: {yaw: 35, pitch: 12}. */
static void read_camera(keel_model *model, keel_model_movement *movement)
{
	static const keel_field fields[] = {
		{"yaw", KEEL_FIELD_NUMBER, true, offsetof(keel_camera, yaw_deg), .least = -180,
		 .most = 180},
		{"pitch", KEEL_FIELD_NUMBER, false, offsetof(keel_camera, pitch_deg), .least = -10,
		 .most = 80},
	};
	const keel_yaml *node = movement->camera_node;
	if (!node) {
		return;
	}
	if (node->kind == KEEL_YAML_MAP) {
		movement->has_camera =
			keel_schema_read(model->diags, node, "a camera", fields,
					 KEEL_FIELD_COUNT(fields), &movement->camera);
		return;
	}
	movement->has_camera =
		keel_solve_camera_find(node->text, (int)strlen(node->text), &movement->camera);
	if (!movement->has_camera) {
		keel_diag_error(model->diags, node->place, "unknown-name",
				"camera: '%s' is not known; it must be side, front, back, "
				"three-quarter, above or "
				"{yaw: …, pitch: …}",
				node->text);
	}
}

static void read_distances(keel_model *model, keel_model_movement *movement)
{
	static const keel_field fields[] = {
		{"from", KEEL_FIELD_TEXT, true, offsetof(keel_model_distance, from), .least = 0},
		{"to", KEEL_FIELD_TEXT, true, offsetof(keel_model_distance, to), .least = 0},
		{"pose", KEEL_FIELD_ID, true, offsetof(keel_model_distance, pose), .least = 0},
		{"least_cm", KEEL_FIELD_NUMBER, true, offsetof(keel_model_distance, least_cm),
		 .least = 0, .most = 300},
		{"most_cm", KEEL_FIELD_NUMBER, true, offsetof(keel_model_distance, most_cm),
		 .least = 0, .most = 300},
	};
	const keel_yaml *list = movement->distances_node;
	if (!list || !keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "distances")) {
		return;
	}
	for (const keel_yaml *node = list->first; node; node = node->next) {
		keel_model_distance distance = {.node = node};
		keel_site found[2];
		if (movement->distance_count == KEEL_MODEL_MEASURED_MAX) {
			keel_diag_error(model->diags, node->place, "too-many",
					"at most %d distances", KEEL_MODEL_MEASURED_MAX);
			return;
		}
		if (!keel_schema_read(model->diags, node, "a distance", fields,
				      KEEL_FIELD_COUNT(fields), &distance)) {
			continue;
		}
		if (keel_model_find_pose(movement->poses, movement->pose_count, distance.pose) <
		    0) {
			keel_diag_error(model->diags, node->place, "unknown-pose",
					"'%s' is not among the poses", distance.pose);
		} else if (keel_site_find(distance.from, (int)strlen(distance.from), found) != 1 ||
			   keel_site_find(distance.to, (int)strlen(distance.to), found) != 1) {
			keel_diag_error(model->diags, node->place, "unknown-site",
					"a distance is between two single sites, such as heel_r "
					"and buttock_r");
		} else {
			movement->distances[movement->distance_count++] = distance;
		}
	}
}

void keel_read_scene(keel_model *model, keel_model_movement *movement)
{
	read_props(model, movement);
	read_camera(model, movement);
	read_distances(model, movement);
}
