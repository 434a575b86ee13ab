/* What the drawing keeps between its steps: everything projected once. Inside core/body only. */
#ifndef KEEL_CORE_BODY_FIGURE_WORK_H
#define KEEL_CORE_BODY_FIGURE_WORK_H

#include "core/body/display.h"
#include "core/body/figure.h"
#include "core/body/held.h"
#include "core/body/outline.h"
#include "core/body/shape.h"

#define KEEL_WORK_LINK_MAX 192
#define KEEL_WORK_BALL_MAX 256

typedef struct keel_view {
	keel_vec3 right, up, toward; /* unit vectors of the picture in the room */
} keel_view;

typedef struct keel_ball_seen {
	keel_vec2 at; /* y downwards */
	float z;      /* towards the eye */
	float r;
} keel_ball_seen;

typedef struct keel_figure_work {
	keel_view view;
	keel_body_frames frames;
	keel_body_frames plain; /* the same skeleton with the reference's flesh */
	bool is_other_build;
	const keel_shape_part *row[KEEL_SHAPE_SLOT_COUNT]; /* NULL: no such thing is held */
	keel_field field[KEEL_SHAPE_SLOT_COUNT];
	bool is_absent[KEEL_SHAPE_SLOT_COUNT];
	bool is_under[KEEL_SHAPE_SLOT_COUNT];  /* ears behind the hair, bun behind the head */
	keel_vec2 from[KEEL_SHAPE_SLOT_COUNT]; /* where to begin following the outline */
	int held_hands[KEEL_HELD_MAX];	       /* bit 0 the left, bit 1 the right */
	int link_count;
	keel_field_link link[KEEL_WORK_LINK_MAX];
	int ball_count;
	keel_ball_seen ball[KEEL_WORK_BALL_MAX];
	int ball_first[KEEL_SHAPE_SLOT_COUNT + 1];
	float unit_z[KEEL_UNIT_COUNT];
	float far_limb[2]; /* legs, arms: 1 the left is the far one, −1 the right, 0 neither */
	uint8_t order[KEEL_UNIT_COUNT]; /* units from the back */
} keel_figure_work;

keel_view keel_view_of(keel_camera camera);
keel_ball_seen keel_view_see(const keel_view *view, keel_vec3 place, float radius);

/* Frames, projected balls and fields for a pose, with what the hands hold. */
void keel_figure_prepare(keel_figure_work *work, const keel_figure_def *def,
			 const keel_body_pose *pose);

void keel_figure_draw_body(const keel_figure_work *work, const keel_figure_def *def,
			   keel_display_list *out);

/* Order of drawing; memory (or NULL) keeps it from changing for little. */
void keel_figure_sort(keel_figure_work *work, keel_camera camera, keel_figure_memory *memory);

/* figure_ghost.c: the other end of the movement: a wash, dotted where it is free of the body. */
void keel_figure_draw_ghost(const keel_figure_def *def, keel_figure_memory *memory,
			    const keel_figure_work *body, keel_display_list *out);

/* figure_scene.c: floor, mat, shadow, props, arrow, glow. */
void keel_figure_draw_floor(const keel_figure_def *def, const keel_figure_work *work,
			    keel_display_list *out);
void keel_figure_draw_props(const keel_figure_def *def, const keel_figure_work *work, bool in_front,
			    keel_display_list *out);
void keel_figure_draw_arrow(const keel_figure_def *def, const keel_figure_work *work,
			    keel_display_list *out);
void keel_figure_draw_glow(const keel_figure_def *def, const keel_figure_work *work,
			   keel_display_list *out);

#endif
