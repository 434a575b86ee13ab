/* A picture of a pose beside what is said of it: the figure, and a ring round each part that a
 * message speaks of.
 *
 * A number alone ("forearm and thigh, 8.8 cm") does not tell an author what went wrong; the picture
 * does at a glance. Findings name a part without its side, so the place is looked for again in the
 * pose: the deepest part of that name, or where the two named parts are closest. Written as PNG
 * below the folder that was asked for; where that cannot be done the message simply has no picture.
 */
#include <errno.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/picture/picture.h"
#include "compiler/model.h"
#include "core/body/shape.h"
#include "core/body/vec.h"

#define RING_CM 9.0f
#define RING_WIDTH_CM 1.4f
#define HALO_CM .7f /* a light edge on both sides, since clothes may have the ring's colour */
/* A quarter of a circle as one cubic: the usual 4/3 (sqrt 2 - 1). */
#define QUARTER .5523f

static bool has_name(int part, const char *name)
{
	return strcmp(keel_shape_get_part(part)->name, name) == 0;
}

static bool find_part(const keel_body_frames *frames, const char *name, keel_vec3 *place)
{
	float lowest = FLT_MAX;
	for (int part = 0; part < KEEL_PART_COUNT; part++) {
		const keel_shape_part *row = keel_shape_get_part(part);
		for (int i = 0; i < row->ball_count && has_name(part, name); i++) {
			float radius = 0;
			keel_vec3 at = keel_shape_ball_cm(frames, part, &row->balls[i], &radius);
			if (at.y - radius < lowest) {
				lowest = at.y - radius;
				*place = at;
			}
		}
	}
	return lowest < FLT_MAX;
}

static void try_pair(const keel_body_frames *frames, int a, int b, float *least, keel_vec3 *place)
{
	const keel_shape_part *row_a = keel_shape_get_part(a), *row_b = keel_shape_get_part(b);
	for (int i = 0; i < row_a->ball_count; i++) {
		for (int k = 0; k < row_b->ball_count; k++) {
			float ra = 0, rb = 0;
			keel_vec3 pa = keel_shape_ball_cm(frames, a, &row_a->balls[i], &ra);
			keel_vec3 pb = keel_shape_ball_cm(frames, b, &row_b->balls[k], &rb);
			float gap = vec3_length(vec3_sub(pa, pb)) - ra - rb;
			if (gap < *least) {
				*least = gap;
				*place = vec3_lerp(pa, pb, ra / (ra + rb));
			}
		}
	}
}

static bool find_pair(const keel_body_frames *frames, const char *one, const char *other,
		      keel_vec3 *place)
{
	float least = FLT_MAX;
	for (int a = 0; a < KEEL_PART_COUNT; a++) {
		for (int b = 0; b < KEEL_PART_COUNT; b++) {
			if (a != b && has_name(a, one) && has_name(b, other)) {
				try_pair(frames, a, b, &least, place);
			}
		}
	}
	return least < FLT_MAX;
}

/* "hip_flex_l" turns about the joint at which the left thigh begins. */
static bool find_joint(const keel_body_frames *frames, const char *name, keel_vec3 *place)
{
	static const struct {
		const char *prefix;
		uint8_t left, right;
	} joints[] = {
		{"pelvis", KEEL_SEGMENT_pelvis, KEEL_SEGMENT_pelvis},
		{"lumbar", KEEL_SEGMENT_lumbar_3, KEEL_SEGMENT_lumbar_3},
		{"thorax", KEEL_SEGMENT_thorax_1, KEEL_SEGMENT_thorax_1},
		{"neck", KEEL_SEGMENT_neck, KEEL_SEGMENT_neck},
		{"hip", KEEL_SEGMENT_thigh_l, KEEL_SEGMENT_thigh_r},
		{"knee", KEEL_SEGMENT_shank_l, KEEL_SEGMENT_shank_r},
		{"ankle", KEEL_SEGMENT_foot_l, KEEL_SEGMENT_foot_r},
		{"toe", KEEL_SEGMENT_toes_l, KEEL_SEGMENT_toes_r},
		{"shoulder", KEEL_SEGMENT_upper_arm_l, KEEL_SEGMENT_upper_arm_r},
		{"elbow", KEEL_SEGMENT_forearm_l, KEEL_SEGMENT_forearm_r},
		{"forearm", KEEL_SEGMENT_forearm_l, KEEL_SEGMENT_forearm_r},
		{"wrist", KEEL_SEGMENT_hand_l, KEEL_SEGMENT_hand_r},
	};
	size_t bytes = strlen(name), word = strcspn(name, "_");
	bool is_left = bytes > 2 && strcmp(name + bytes - 2, "_l") == 0;
	for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++) {
		bool is_same = strlen(joints[i].prefix) == word &&
			       strncmp(joints[i].prefix, name, word) == 0;
		if (is_same) {
			*place = frames->segment[is_left ? joints[i].left : joints[i].right]
					 .origin_cm;
			return true;
		}
	}
	return false;
}

static bool find_site(const keel_body_frames *frames, const char *name, keel_vec3 *place)
{
	keel_site found[2];
	if (!keel_site_find(name, (int)strlen(name), found)) {
		return false;
	}
	*place = keel_body_site_cm(frames, found[0]);
	return true;
}

bool keel_pose_picture_place(const keel_body_build *build, const keel_body_pose *pose,
			     const keel_solve_finding *finding, keel_vec3 *place)
{
	keel_body_frames frames;
	keel_body_frames_of(build, pose, &frames);
	if (finding->rule == KEEL_SOLVE_RULE_BALANCE) {
		*place = keel_body_centre_of_mass_cm(build, &frames);
		return true;
	}
	if (finding->rule == KEEL_SOLVE_RULE_BODY) {
		return find_pair(&frames, finding->part, finding->other, place);
	}
	return find_site(&frames, finding->part, place) ||
	       (finding->rule == KEEL_SOLVE_RULE_FLOOR &&
		find_part(&frames, finding->part, place)) ||
	       find_joint(&frames, finding->part, place);
}

static void add_circle(keel_display_word *words, int *count, float x, float y, float radius)
{
	static const float turn[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
	words[(*count)++].i = KEEL_DISPLAY_MOVE;
	words[(*count)++].f = x + radius;
	words[(*count)++].f = y;
	for (int i = 0; i < 4; i++) {
		const float *a = turn[i], *b = turn[(i + 1) % 4];
		words[(*count)++].i = KEEL_DISPLAY_CUBIC;
		words[(*count)++].f = x + radius * (a[0] + QUARTER * b[0]);
		words[(*count)++].f = y + radius * (a[1] + QUARTER * b[1]);
		words[(*count)++].f = x + radius * (b[0] + QUARTER * a[0]);
		words[(*count)++].f = y + radius * (b[1] + QUARTER * a[1]);
		words[(*count)++].f = x + radius * b[0];
		words[(*count)++].f = y + radius * b[1];
	}
	words[(*count)++].i = KEEL_DISPLAY_CLOSE;
}

static void add_ring(keel_display_list *list, keel_paint paint, const float centre[2],
		     float edge_cm)
{
	const float x = centre[0], y = centre[1];
	keel_display_word words[2 * (3 + 4 * 7 + 1)];
	int count = 0;
	add_circle(words, &count, x, y, RING_CM + edge_cm);
	add_circle(words, &count, x, y, RING_CM - RING_WIDTH_CM - edge_cm);
	if (list->word_count + KEEL_DISPLAY_PATH_WORDS + count > list->word_capacity) {
		return;
	}
	keel_display_word *path = list->words + list->word_count;
	path[0].i = (int32_t)paint;
	path[1].i = KEEL_DISPLAY_EVEN_ODD;
	path[2].f = 1;
	path[3].f = 0;
	path[4].i = count;
	memcpy(path + KEEL_DISPLAY_PATH_WORDS, words, (size_t)count * sizeof(*words));
	list->word_count += KEEL_DISPLAY_PATH_WORDS + count;
	list->path_count++;
	keel_box *box = &list->box;
	box->left = x - RING_CM < box->left ? x - RING_CM : box->left;
	box->right = x + RING_CM > box->right ? x + RING_CM : box->right;
	box->top = y - RING_CM < box->top ? y - RING_CM : box->top;
	box->bottom = y + RING_CM > box->bottom ? y + RING_CM : box->bottom;
}

static keel_err draw(const keel_model_movement *movement, const keel_pose_picture *picture,
		     const char *path)
{
	keel_figure_def def = keel_default_figure_def();
	keel_picture_def page = keel_default_picture_def();
	keel_display_list list;
	keel_display_word *words = malloc(KEEL_DISPLAY_WORDS_USUAL * sizeof(*words));
	if (!words) {
		return KEEL_ERR_NO_MEMORY;
	}
	def.build = picture->build;
	def.camera = picture->camera;
	def.props = movement->props;
	def.prop_count = movement->prop_count;
	def.has_mat = movement->has_mat;
	keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
	keel_figure_draw(&def, picture->pose, &list);
	for (int i = 0; i < picture->mark_count; i++) {
		float centre[2];
		keel_figure_project(def.camera, picture->marks_cm[i], &centre[0], &centre[1]);
		add_ring(&list, KEEL_PAINT_LIGHT, centre, HALO_CM);
		add_ring(&list, KEEL_PAINT_ARROW, centre, 0);
	}
	keel_err err = keel_picture_png(&page, &list, path);
	free(words);
	return err;
}

const char *keel_pose_picture_write(keel_model *model, const keel_model_movement *movement,
				    const keel_pose_picture *picture)
{
	const char *folder = model->pictures_directory;
	if (!folder || (mkdir(folder, 0777) != 0 && errno != EEXIST)) {
		return "";
	}
	const char *path =
		keel_model_format(model, "%s/%s.%s.png", folder, movement->id, picture->name);
	return draw(movement, picture, path) == KEEL_ERR_OK
		       ? keel_model_format(model, "; see %s", path)
		       : "";
}
