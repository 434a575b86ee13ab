/* Things in the hand: where they are when the body is in a pose.
 *
 * A held thing has a frame of its own: the origin where it is gripped (for a dowel: where it meets
 * the tail), Y away from what hangs (towards the head), Z along the handle. Its parts are rows like
 * those of the body, in that frame, so that it is drawn, sorted by depth and kept off the floor the
 * same way. It does not grow with the person. Inside core/body, and for the compiler's lint.
 */
#ifndef KEEL_CORE_BODY_HELD_H
#define KEEL_CORE_BODY_HELD_H

#include "core/body/props.h"
#include "core/body/shape.h"

/* Parts of one held thing; how many things may be held. */
#define KEEL_HELD_PART_MAX 2
#define KEEL_HELD_MAX (KEEL_SHAPE_HELD_SLOTS / KEEL_HELD_PART_MAX)

/* Not for things that stand in the room. */
keel_frame keel_held_frame(const keel_body_frames *frames, const keel_prop *prop);

/* A part of a held thing, 0 … KEEL_HELD_PART_MAX − 1; NULL when it has no such part. */
const keel_shape_part *keel_held_part(const keel_prop *prop, int index);

/* A ball of such a part in the room. */
keel_vec3 keel_held_ball_cm(const keel_frame *frame, const keel_prop *prop,
			    const keel_shape_ball *ball, float *radius_cm);

/* The lowest point of a held thing above the floor; cm, negative below it. */
float keel_held_lowest_cm(const keel_body_frames *frames, const keel_prop *prop);

#endif
