/* The figure of a movement at a moment: a track, a phase, a time and a few wishes, to a display
 * list.
 *
 * Purpose: one flat struct of 32-bit words that an app can fill from JavaScript, and one call.
 * Floats: pictures only. This file decides nothing and reads nothing of a person.
 */
#ifndef KEEL_CORE_COACH_FIGURE_H
#define KEEL_CORE_COACH_FIGURE_H

#include "core/body/figure.h"
#include "core/body/track.h"

#define KEEL_SCENE_MIRRORED 1 /* left and right exchanged: the other side */
#define KEEL_SCENE_GHOST 2    /* the pose of ghost_phase at ghost_t01 as a ghost behind */
#define KEEL_SCENE_NO_MAT 4
#define KEEL_SCENE_NO_GROUND 8
#define KEEL_SCENE_NO_DETAIL 16 /* for the very small */
#define KEEL_SCENE_CAMERA 32	/* yaw_deg and pitch_deg instead of the track's own camera */
#define KEEL_SCENE_NO_PROPS 64
#define KEEL_SCENE_TURNED                                                                          \
	512 /* the track's camera from the other side: with MIRRORED the mirror image */
#define KEEL_SCENE_PLAIN 256 /* one layer of shade and no light: for many pictures at once */
#define KEEL_SCENE_ARROW                                                                           \
	128 /* an arrow for the way from the ghost's pose to this one; needs ghost_phase */

/* 15 words; docs/API.md names their places. */
typedef struct keel_scene {
	int32_t flags;
	int32_t phase;
	float t01;
	int32_t build; /* keel_build_name */
	float glow01;
	uint32_t stretch_low,
		stretch_high; /* bits of keel_glow: bit 2m left, 2m + 1 right side of muscle m */
	uint32_t work_low, work_high;
	int32_t ghost_phase;
	float ghost_t01;
	float yaw_deg;
	float pitch_deg;
	float height_cm, girth; /* keel_body_build_of; 0: as the build has it */
} keel_scene;

/* KEEL_ERR_NOT_FOUND: no such phase or build. memory: of the frames before, or NULL for a single picture.
 * frame: where the camera stands still for the whole movement. */
KEEL_MUST_USE keel_err keel_scene_draw(const keel_track *track, const keel_scene *scene,
				       keel_figure_memory *memory, keel_display_list *list, keel_box *frame);

#endif
