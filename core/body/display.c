/* The display list is a plain array of words; the path being written is remembered by where its
 * header is. */
#include "core/body/display.h"

#include <math.h>
#include <string.h>

void keel_display_list_init(keel_display_list *list, keel_display_word *words,
			    int32_t word_capacity)
{
	*list = (keel_display_list){.words = words,
				    .word_capacity = word_capacity,
				    .path_start = -1,
				    .box = {1e9f, 1e9f, -1e9f, -1e9f}};
}

static bool has_room(keel_display_list *list, int words)
{
	if (list->word_count + words <= list->word_capacity)
		return true;
	list->overflowed = true;
	return false;
}

void keel_display_begin(keel_display_list *list, keel_paint paint, int flags, float opacity,
			float far01)
{
	list->path_start = list->word_count;
	if (!has_room(list, KEEL_DISPLAY_PATH_WORDS)) {
		list->path_start = -1;
		return;
	}
	keel_display_word *w = list->words + list->word_count;
	w[0].i = (int32_t)paint;
	w[1].i = flags;
	w[2].f = opacity;
	w[3].f = far01;
	w[4].i = 0;
	list->word_count += KEEL_DISPLAY_PATH_WORDS;
}

static void grow_box(keel_box *box, float x, float y)
{
	box->left = x < box->left ? x : box->left;
	box->right = x > box->right ? x : box->right;
	box->top = y < box->top ? y : box->top;
	box->bottom = y > box->bottom ? y : box->bottom;
}

static void put(keel_display_list *list, int op, const float *xy, int count)
{
	if (list->path_start < 0)
		return;
	if (!has_room(list, 1 + count)) {
		list->word_count = list->path_start;
		list->path_start = -1;
		return;
	}
	list->words[list->word_count++].i = op;
	for (int i = 0; i < count; i++)
		list->words[list->word_count++].f = xy[i];
	for (int i = 0; i < count; i += 2)
		grow_box(&list->box, xy[i], xy[i + 1]);
}

void keel_display_move(keel_display_list *list, float x, float y)
{
	put(list, KEEL_DISPLAY_MOVE, (float[2]){x, y}, 2);
}

void keel_display_line(keel_display_list *list, float x, float y)
{
	put(list, KEEL_DISPLAY_LINE, (float[2]){x, y}, 2);
}

void keel_display_cubic(keel_display_list *list, const float xy[6])
{
	put(list, KEEL_DISPLAY_CUBIC, xy, 6);
}

void keel_display_close(keel_display_list *list)
{
	put(list, KEEL_DISPLAY_CLOSE, (float[2]){0, 0}, 0);
}

void keel_display_end(keel_display_list *list)
{
	if (list->path_start < 0)
		return;
	int words = list->word_count - list->path_start - KEEL_DISPLAY_PATH_WORDS;
	if (words <= 0) {
		list->word_count = list->path_start;
	} else {
		list->words[list->path_start + 4].i = words;
		list->path_count++;
	}
	list->path_start = -1;
}

/* Beside a corner the line goes straight on. */
static void put_sharp(keel_display_word *w, keel_vec2 a, keel_vec2 b, keel_vec2 s, keel_vec2 t,
		      bool is_sharp_a, bool is_sharp_b)
{
	keel_vec2 d = {b.x - a.x, b.y - a.y};
	float length = sqrtf(d.x * d.x + d.y * d.y);
	keel_vec2 along = {d.x / length, d.y / length};
	s = is_sharp_a ? along : s;
	t = is_sharp_b ? along : t;
	float k = length * keel_outline_handle(s.x * t.x + s.y * t.y);
	w[0].f = a.x + s.x * k;
	w[1].f = a.y + s.y * k;
	w[2].f = b.x - t.x * k;
	w[3].f = b.y - t.y * k;
}

void keel_display_curve(keel_display_list *list, const keel_vec2 *point, const keel_vec2 *normal,
			const uint8_t *is_sharp, int count)
{
	if (count < 3 || list->path_start < 0)
		return;
	if (!has_room(list, 7 * count + 4)) {
		list->word_count = list->path_start;
		list->path_start = -1;
		return;
	}
	keel_display_word *w = list->words + list->word_count;
	keel_box box = list->box;
	*w++ = (keel_display_word){.i = KEEL_DISPLAY_MOVE};
	*w++ = (keel_display_word){.f = point[0].x};
	*w++ = (keel_display_word){.f = point[0].y};
	grow_box(&box, point[0].x, point[0].y);
	keel_vec2 a = point[0], n = normal[0];
	for (int i = 0; i < count; i++) {
		int j = i + 1 < count ? i + 1 : 0;
		keel_vec2 b = point[j], m = normal[j], d = {b.x - a.x, b.y - a.y};
		float length2 = d.x * d.x + d.y * d.y, straight = .0004f * length2;
		float off_n = is_sharp[i] ? 0 : n.x * d.x + n.y * d.y;
		float off_m = is_sharp[j] ? 0 : m.x * d.x + m.y * d.y;
		if ((off_n * off_n < straight && off_m * off_m < straight) || length2 < .01f) {
			w[0].i = KEEL_DISPLAY_LINE;
			w += 1;
		} else {
			w[0].i = KEEL_DISPLAY_CUBIC;
			float k = sqrtf(length2) * keel_outline_handle(n.x * m.x + n.y * m.y);
			w[1].f = a.x - n.y * k;
			w[2].f = a.y + n.x * k;
			w[3].f = b.x + m.y * k;
			w[4].f = b.y - m.x * k;
			if (is_sharp[i] | is_sharp[j])
				put_sharp(w + 1, a, b, (keel_vec2){-n.y, n.x},
					  (keel_vec2){-m.y, m.x}, is_sharp[i], is_sharp[j]);
			w += 5;
		}
		w[0].f = b.x;
		w[1].f = b.y;
		w += 2;
		grow_box(&box, b.x, b.y);
		a = b;
		n = m;
	}
	*w++ = (keel_display_word){.i = KEEL_DISPLAY_CLOSE};
	list->box = box;
	list->word_count = (int32_t)(w - list->words);
}

void keel_display_copy(keel_display_list *list, const keel_display_list *from)
{
	if (from->path_count == 0 || !has_room(list, from->word_count))
		return;
	memcpy(list->words + list->word_count, from->words,
	       (size_t)from->word_count * sizeof *from->words);
	list->word_count += from->word_count;
	list->path_count += from->path_count;
	grow_box(&list->box, from->box.left, from->box.top);
	grow_box(&list->box, from->box.right, from->box.bottom);
}

/* May the points between first and last be left out? Looks at the one in the middle and the one
 * before last. */
static bool is_straight(const keel_vec2 *points, int first, int last, float off_cm)
{
	keel_vec2 a = points[first], c = points[last];
	float x = c.x - a.x, y = c.y - a.y, length2 = x * x + y * y;
	if (length2 < 1e-8f || length2 > 144)
		return false;
	keel_vec2 b = points[(first + last) / 2], d = points[last - 1];
	float off_b = (b.x - a.x) * y - (b.y - a.y) * x, off_d = (d.x - a.x) * y - (d.y - a.y) * x;
	float most = off_cm * off_cm * length2;
	return off_b * off_b < most && off_d * off_d < most;
}

static void put_points(keel_display_list *list, const keel_vec2 *points, int count, float off_cm)
{
	int last = 0;
	keel_display_move(list, points[0].x, points[0].y);
	for (int i = 1; i < count; i++) {
		if (i + 1 < count && is_straight(points, last, i + 1, off_cm))
			continue;
		last = i;
		keel_display_line(list, points[i].x, points[i].y);
	}
}

void keel_display_polygon(keel_display_list *list, const keel_vec2 *points, int count)
{
	if (count < 3)
		return;
	put_points(list, points, count, .035f);
	keel_display_close(list);
}

void keel_display_polyline(keel_display_list *list, const keel_vec2 *points, int count)
{
	if (count >= 2)
		put_points(list, points, count, .12f);
}
