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

/* A closed smooth line through nodes with outward normals, walked so that the normal turned by 90°
 * from x to y is the way; straight where two nodes agree, a corner where is_sharp. */
void keel_display_curve(keel_display_list *list, const keel_vec2 *point, const keel_vec2 *normal,
			const uint8_t *is_sharp, int count);

/* All paths of another list. */
void keel_display_copy(keel_display_list *list, const keel_display_list *from);

/* A closed polygon; points that lie on a straight line within 0.04 cm are left out. */
void keel_display_polygon(keel_display_list *list, const keel_vec2 *points, int count);
/* The same, open, and for dots: within 0.12 cm. */
void keel_display_polyline(keel_display_list *list, const keel_vec2 *points, int count);

#endif
