#include "core/coach/figure.h"

/* The other side is the mirror image of the room, not of the body alone: what stands beside the
 * person stands on the other side then. */
static void mirror_props(const keel_track *track, keel_prop *props)
{
	for (int i = 0; i < track->prop_count; i++)
		props[i] = keel_prop_mirror(&track->prop[i]);
}

keel_err keel_scene_draw(const keel_track *track, const keel_scene *scene,
			 keel_figure_memory *memory, keel_display_list *list, keel_box *frame)
{
	keel_body_pose pose, ghost;
	keel_figure_arrow arrow;
	keel_prop mirrored_props[KEEL_TRACK_PROP_MAX];
	bool mirrored = scene->flags & KEEL_SCENE_MIRRORED;
	if (scene->build < 0 || scene->build >= KEEL_BUILD_COUNT)
		return KEEL_ERR_NOT_FOUND;
	keel_err err = keel_track_pose(track, scene->phase, scene->t01, mirrored, &pose);
	if (err == KEEL_ERR_OK && (scene->flags & (KEEL_SCENE_GHOST | KEEL_SCENE_ARROW)))
		err = keel_track_pose(track, scene->ghost_phase, scene->ghost_t01, mirrored,
				      &ghost);
	if (err != KEEL_ERR_OK)
		return err;
	keel_figure_def def = keel_default_figure_def();
	def.camera = track->camera;
	if (scene->flags & KEEL_SCENE_CAMERA)
		def.camera = (keel_camera){scene->yaw_deg, scene->pitch_deg};
	else if (scene->flags & KEEL_SCENE_TURNED)
		def.camera.yaw_deg = 180 - track->camera.yaw_deg;
	keel_body_build build =
		keel_body_build_of((keel_build_name)scene->build, scene->height_cm, scene->girth);
	def.build = &build;
	def.ghost = scene->flags & KEEL_SCENE_GHOST ? &ghost : NULL;
	if ((scene->flags & KEEL_SCENE_ARROW) &&
	    keel_figure_arrow_between(def.camera, def.build, &ghost, &pose, &arrow))
		def.arrow = &arrow;
	def.stretch_glow = (uint64_t)scene->stretch_high << 32 | scene->stretch_low;
	def.work_glow = (uint64_t)scene->work_high << 32 | scene->work_low;
	def.glow01 = scene->glow01;
	def.props = track->prop;
	if (mirrored) {
		mirror_props(track, mirrored_props);
		def.props = mirrored_props;
	}
	def.prop_count = scene->flags & KEEL_SCENE_NO_PROPS ? 0 : track->prop_count;
	def.has_mat = track->has_mat && !(scene->flags & KEEL_SCENE_NO_MAT);
	def.has_ground = !(scene->flags & KEEL_SCENE_NO_GROUND);
	def.is_plain = scene->flags & KEEL_SCENE_PLAIN;
	def.has_detail = !(scene->flags & KEEL_SCENE_NO_DETAIL);
	*frame = track->frame;
	if (!(scene->flags & KEEL_SCENE_CAMERA) && (scene->flags & KEEL_SCENE_TURNED)) {
		frame->left = -track->frame.right;
		frame->right = -track->frame.left;
	}
	def.frame = frame;
	def.memory = memory;
	keel_figure_draw(&def, &pose, list);
	return KEEL_ERR_OK;
}
