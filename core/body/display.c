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

/* The handles are those that make a piece of circle of one: 2/3 of the chord over 1 + cos(turn/2).
 */
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
	for (int i = 0; i < count; i++) {
		int j = i + 1 < count ? i + 1 : 0;
		keel_vec2 a = point[i], b = point[j], d = {b.x - a.x, b.y - a.y};
		float length2 = d.x * d.x + d.y * d.y;
		keel_vec2 s = {-normal[i].y, normal[i].x}, t = {-normal[j].y, normal[j].x};
		float off_s = is_sharp[i] ? 0 : s.x * d.y - s.y * d.x;
		float off_t = is_sharp[j] ? 0 : t.x * d.y - t.y * d.x;
		bool is_line = off_s * off_s < .0004f * length2 && off_t * off_t < .0004f * length2;
		if (is_line || length2 < .01f) {
			*w++ = (keel_display_word){.i = KEEL_DISPLAY_LINE};
		} else {
			float length = sqrtf(length2);
			s = is_sharp[i] ? (keel_vec2){d.x / length, d.y / length} : s;
			t = is_sharp[j] ? (keel_vec2){d.x / length, d.y / length} : t;
			float c = s.x * t.x + s.y * t.y;
			float k = length * .6667f / (1 + sqrtf(c > -.9f ? .5f + .5f * c : .05f));
			*w++ = (keel_display_word){.i = KEEL_DISPLAY_CUBIC};
			*w++ = (keel_display_word){.f = a.x + s.x * k};
			*w++ = (keel_display_word){.f = a.y + s.y * k};
			*w++ = (keel_display_word){.f = b.x - t.x * k};
			*w++ = (keel_display_word){.f = b.y - t.y * k};
		}
		*w++ = (keel_display_word){.f = b.x};
		*w++ = (keel_display_word){.f = b.y};
		grow_box(&box, b.x, b.y);
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
static bool is_straight(const keel_vec2 *points, int first, int last)
{
	keel_vec2 a = points[first], c = points[last];
	float x = c.x - a.x, y = c.y - a.y, length2 = x * x + y * y;
	if (length2 < 1e-8f || length2 > 144)
		return false;
	keel_vec2 b = points[(first + last) / 2], d = points[last - 1];
	float off_b = (b.x - a.x) * y - (b.y - a.y) * x, off_d = (d.x - a.x) * y - (d.y - a.y) * x;
	return off_b * off_b < .0012f * length2 && off_d * off_d < .0012f * length2;
}

static void put_points(keel_display_list *list, const keel_vec2 *points, int count)
{
	int last = 0;
	keel_display_move(list, points[0].x, points[0].y);
	for (int i = 1; i < count; i++) {
		if (i + 1 < count && is_straight(points, last, i + 1))
			continue;
		last = i;
		keel_display_line(list, points[i].x, points[i].y);
	}
}

void keel_display_polygon(keel_display_list *list, const keel_vec2 *points, int count)
{
	if (count < 3)
		return;
	put_points(list, points, count);
	keel_display_close(list);
}

void keel_display_polyline(keel_display_list *list, const keel_vec2 *points, int count)
{
	if (count >= 2)
		put_points(list, points, count);
}
