/* Writing paths into a display list. Inside core/body only. */
#ifndef KEEL_CORE_BODY_DISPLAY_H
#define KEEL_CORE_BODY_DISPLAY_H

#include "core/body/figure.h"
#include "core/body/outline.h"

/* Begins a path; words up to keel_display_end belong to it. */
void keel_display_begin(keel_display_list *list, keel_paint paint, int flags, float opacity,
			float far01);
void keel_display_move(keel_display_list *list, float x, float y);
void keel_display_line(keel_display_list *list, float x, float y);
void keel_display_cubic(keel_display_list *list, const float xy[6]);
void keel_display_close(keel_display_list *list);

/* Ends the path; an empty one is taken back, one that did not fit is dropped and the list marked as
 * overflowed. */
void keel_display_end(keel_display_list *list);

/* A closed polygon; points that lie on a straight line within 0.04 cm are left out. */
void keel_display_polygon(keel_display_list *list, const keel_vec2 *points, int count);
/* The same, open. */
void keel_display_polyline(keel_display_list *list, const keel_vec2 *points, int count);

#endif
