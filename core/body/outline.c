#include "core/body/outline.h"

#include <math.h>
#include <string.h>

static keel_vec2 vec2(float x, float y)
{
	return (keel_vec2){x, y};
}

static keel_vec2 sub(keel_vec2 a, keel_vec2 b)
{
	return vec2(a.x - b.x, a.y - b.y);
}

static keel_vec2 go(keel_vec2 a, keel_vec2 direction, float k)
{
	return vec2(a.x + direction.x * k, a.y + direction.y * k);
}

static float dot(keel_vec2 a, keel_vec2 b)
{
	return a.x * b.x + a.y * b.y;
}

static float cross(keel_vec2 a, keel_vec2 b)
{
	return a.x * b.y - a.y * b.x;
}

static keel_vec2 unit_or(keel_vec2 a, keel_vec2 fallback)
{
	float length = sqrtf(dot(a, a));
	return length > 1e-5f ? vec2(a.x / length, a.y / length) : fallback;
}

void keel_field_link_init(keel_field_link *link, const keel_vec2 at[2], const float r[2],
			  int a_index, int b_index)
{
	keel_vec2 d = sub(at[1], at[0]);
	float length = sqrtf(dot(d, d));
	bool is_ball = length <= fabsf(r[0] - r[1]) + 1e-3f;
	int big = is_ball && r[1] > r[0];
	int other = is_ball ? big : 1;
	int index[2] = {a_index, b_index};
	*link = (keel_field_link){
		.a = at[big],
		.b = at[other],
		.ra = r[big],
		.rb = r[other],
		.ball_a = (uint8_t)index[big],
		.ball_b = (uint8_t)index[other],
		.tangent_cm = -1,
		.middle = vec2((at[big].x + at[other].x) / 2, (at[big].y + at[other].y) / 2),
		.reach_cm = r[big],
	};
	if (is_ball)
		return;
	keel_vec2 along = vec2(d.x / length, d.y / length);
	float sine = (r[0] - r[1]) / length, cosine = sqrtf(1 - sine * sine);
	link->tangent_cm = length * cosine;
	link->out[0] = vec2(along.x * sine - along.y * cosine, along.y * sine + along.x * cosine);
	link->out[1] = vec2(along.x * sine + along.y * cosine, along.y * sine - along.x * cosine);
	link->reach_cm = length / 2 + (r[0] > r[1] ? r[0] : r[1]);
}

static float circle_at(keel_vec2 centre, float radius, keel_vec2 p)
{
	keel_vec2 d = sub(p, centre);
	return sqrtf(dot(d, d)) - radius;
}

/* Along a side's own direction a point is before its beginning (circle a), past its end (circle b),
 * or beside it. */
static float link_at(const keel_field_link *link, keel_vec2 p)
{
	if (link->tangent_cm < 0)
		return circle_at(link->a, link->ra, p);
	keel_vec2 d = sub(p, link->a);
	float far_0 = dot(d, link->out[0]), far_1 = dot(d, link->out[1]);
	float along = far_0 > far_1 ? -cross(link->out[0], d) : cross(link->out[1], d);
	if (along <= 0)
		return circle_at(link->a, link->ra, p);
	if (along >= link->tangent_cm)
		return circle_at(link->b, link->rb, p);
	return (far_0 > far_1 ? far_0 : far_1) - link->ra;
}

float keel_field_depth(const keel_field *field, keel_vec2 p)
{
	float least = .5f;
	if (p.x < field->low.x || p.x > field->high.x || p.y < field->low.y || p.y > field->high.y)
		return least;
	for (int i = 0; i < field->link_count && least > -1; i++) {
		const keel_field_link *link = &field->link[i];
		keel_vec2 d = sub(p, link->middle);
		float far = link->reach_cm + least;
		if (far <= 0 || dot(d, d) >= far * far)
			continue;
		float distance = link_at(link, p);
		least = distance < least ? distance : least;
	}
	return least;
}

bool keel_field_is_within(const keel_field *field, keel_vec2 p, float margin_cm)
{
	if (p.x < field->low.x - margin_cm || p.x > field->high.x + margin_cm ||
	    p.y < field->low.y - margin_cm || p.y > field->high.y + margin_cm)
		return false;
	for (int i = 0; i < field->link_count; i++) {
		const keel_field_link *link = &field->link[i];
		keel_vec2 d = sub(p, link->middle);
		float far = link->reach_cm + margin_cm;
		if (dot(d, d) < far * far && link_at(link, p) < margin_cm)
			return !field->is_cut ||
			       dot(sub(p, field->cut), field->cut_out) < margin_cm;
	}
	return false;
}

/* Pieces of a cone's rim. */
enum { SIDE_0, SIDE_1, ARC_A, ARC_B };

/* Where a straight step from p goes into a cone. The cone is convex, so the step is inside it
 * between two places at most; a touch, or a start from inside, is no entry. */
static bool enter(const keel_field_link *link, keel_vec2 p, keel_vec2 way, float length,
		  float at[2], int *piece)
{
	float low = 1e9f, high = -1e9f;
	keel_vec2 d = sub(p, link->a), e = sub(p, link->b);
	float left_a = cross(way, d), left_b = cross(way, e);
	if ((left_a > link->ra && left_b > link->rb) || (left_a < -link->ra && left_b < -link->rb))
		return false;
	float b = dot(d, way), b_2 = dot(e, way), q = b * b - dot(d, d) + link->ra * link->ra;
	bool is_behind = link->ra - b < .03f && link->rb - b_2 < .03f;
	bool is_beyond = -b - link->ra > length && -b_2 - link->rb > length;
	if (is_behind || is_beyond)
		return false;
	if (q > 0) {
		float s = sqrtf(q);
		low = -b - s;
		high = -b + s;
		*piece = ARC_A;
	}
	b = b_2;
	q = link->tangent_cm < 0 ? -1 : b * b - dot(e, e) + link->rb * link->rb;
	if (q > 0) {
		float s = sqrtf(q);
		if (-b - s < low) {
			low = -b - s;
			*piece = ARC_B;
		}
		high = s - b > high ? s - b : high;
	}
	for (int side = 0; side < 2 && link->tangent_cm > 0; side++) {
		float slope = dot(way, link->out[side]);
		if (fabsf(slope) < 1e-5f)
			continue;
		float t = (link->ra - dot(d, link->out[side])) / slope;
		float along = cross(link->out[side], go(d, way, t));
		along = side == 0 ? -along : along;
		if (along < 0 || along > link->tangent_cm)
			continue;
		if (slope > 0) {
			high = t > high ? t : high;
		} else if (t < low) {
			low = t;
			*piece = side;
		}
	}
	at[0] = low > 0 ? low : 0;
	at[1] = high < length ? high : length;
	return high > .03f && low > -.06f && low < length - 1e-3f && high - low > .03f;
}

typedef struct walker {
	const keel_field *field;
	keel_outline *outline;
	keel_vec2 p, n;
	int link, piece;    /* where p is; link is the one the piece belongs to */
	int left_a, left_b; /* balls of what was left for another cone just now, or −1 */
} walker;

static bool add(keel_outline *outline, keel_vec2 p, keel_vec2 normal, int kind)
{
	if (outline->count >= KEEL_OUTLINE_POINT_MAX)
		return false;
	outline->point[outline->count] = p;
	outline->normal[outline->count] = normal;
	outline->is_sharp[outline->count++] = (uint8_t)kind;
	return true;
}

#define INWARD 2 /* a corner that is to be rounded; only while the outline is being made */

static keel_vec2 onto_circle(keel_vec2 centre, float radius, keel_vec2 p)
{
	return go(centre, unit_or(sub(p, centre), vec2(0, -1)), radius);
}

/* A step along an arc is a chord. Is the arc itself within the cone, between the chord's crossings?
 * Then the true crossing is looked for along the tangent beside the chord's. */
static bool enter_from_arc(const walker *w, const keel_field_link *into, keel_vec2 way, float at[2],
			   int *piece, keel_vec2 *place)
{
	const keel_field_link *own = &w->field->link[w->link];
	keel_vec2 centre = w->piece == ARC_A ? own->a : own->b;
	float radius = w->piece == ARC_A ? own->ra : own->rb, on[2];
	keel_vec2 middle = onto_circle(centre, radius, go(w->p, way, (at[0] + at[1]) / 2));
	if (link_at(into, middle) > 0)
		return false;
	keel_vec2 p = onto_circle(centre, radius, go(w->p, way, at[0]));
	keel_vec2 n = unit_or(sub(p, centre), w->n);
	int other_piece = 0;
	*place = p;
	if (enter(into, go(p, vec2(-n.y, n.x), -1), vec2(-n.y, n.x), 3, on, &other_piece) &&
	    on[0] > 0) {
		*place = go(p, vec2(-n.y, n.x), on[0] - 1);
		*piece = other_piece;
	}
	return true;
}

/* Takes the step from w->p to q, or a part of it and over to the cone that is entered. ball: links
 * at this ball cannot be entered. True when it went over. */
static bool step_to(walker *w, keel_vec2 q, int ball)
{
	keel_vec2 d = sub(q, w->p), middle = vec2((w->p.x + q.x) / 2, (w->p.y + q.y) / 2);
	float length = sqrtf(dot(d, d)), least = 1e9f;
	if (length < 1e-4f)
		return false;
	keel_vec2 way = vec2(d.x / length, d.y / length);
	int to_link = -1, to_piece = 0;
	keel_vec2 to = q;
	for (int i = 0; i < w->field->link_count; i++) {
		const keel_field_link *link = &w->field->link[i];
		keel_vec2 off = sub(link->middle, middle);
		float far = link->reach_cm + length / 2, at[2];
		int piece = 0;
		if (dot(off, off) >= far * far || link->ball_a == ball || link->ball_b == ball ||
		    (i == w->link && w->piece < ARC_A))
			continue;
		if (!enter(link, w->p, way, length, at, &piece) || at[0] >= least)
			continue;
		/* Two arcs that cross at a slant would hand the walker to and fro. */
		if (at[0] < .5f && (link->ball_a == w->left_a || link->ball_b == w->left_a ||
				    link->ball_a == w->left_b || link->ball_b == w->left_b))
			continue;
		keel_vec2 place = go(w->p, way, at[0]);
		if (w->piece >= ARC_A && !enter_from_arc(w, link, way, at, &piece, &place))
			continue;
		least = at[0];
		to_link = i;
		to_piece = piece;
		to = place;
	}
	if (to_link < 0) {
		w->p = q;
		w->left_a = w->left_b = -1;
		return false;
	}
	const keel_field_link *link = &w->field->link[to_link];
	const keel_field_link *left = &w->field->link[w->link];
	w->left_a = w->piece == ARC_B ? left->ball_b : left->ball_a;
	w->left_b = w->piece == ARC_A ? left->ball_a : left->ball_b;
	w->p = to;
	w->link = to_link;
	w->piece = to_piece;
	w->n = to_piece < ARC_A
		       ? link->out[to_piece]
		       : unit_or(sub(w->p, to_piece == ARC_A ? link->a : link->b), vec2(0, -1));
	return true;
}

/* Growing with the angle from n onwards to m, 0…4; a little behind counts as here. */
static float ahead(keel_vec2 n, keel_vec2 m)
{
	float c = dot(n, m), s = cross(n, m);
	if (s < 0 && s > -.02f && c > 0)
		return 0;
	return s >= 0 ? 1 - c : 3 + c;
}

/* How long a side is walked between nodes. */
static int pieces_of(const keel_field *field, keel_vec2 p, keel_vec2 q)
{
	keel_vec2 middle = vec2((p.x + q.x) / 2, (p.y + q.y) / 2), d = sub(q, p);
	float length = sqrtf(dot(d, d));
	for (int i = 0; i < field->zone_count; i++) {
		keel_vec2 off = sub(field->zone[i].at, middle);
		float far = field->zone[i].reach_cm + length / 2;
		if (dot(off, off) < far * far)
			return 1 + (int)(length / 4);
	}
	return 1;
}

static bool walk_side(walker *w)
{
	const keel_field_link *link = &w->field->link[w->link];
	int side = w->piece;
	keel_vec2 n = link->out[side];
	int from_ball = side == 0 ? link->ball_b : link->ball_a;
	keel_vec2 end = side == 0 ? go(link->a, n, link->ra) : go(link->b, n, link->rb);
	keel_vec2 begin = w->p;
	bool has_turned = step_to(w, end, from_ball);
	int pieces = pieces_of(w->field, begin, w->p);
	for (int i = 1; i < pieces; i++) {
		keel_vec2 q = go(begin, sub(w->p, begin), (float)i / (float)pieces);
		if (!add(w->outline, q, n, 0))
			return false;
	}
	if (has_turned)
		return add(w->outline, w->p, w->n, INWARD);
	if (!add(w->outline, w->p, n, 0))
		return false;
	w->n = n;
	w->piece = side == 0 ? ARC_A : ARC_B;
	return true;
}

/* Along the arc of a ball, up to the next side that leaves it. True in done: the start was met. */
static bool walk_arc(walker *w, int start_ball, keel_vec2 start_n, bool *done)
{
	const keel_field_link *own = &w->field->link[w->link];
	int ball = w->piece == ARC_A ? own->ball_a : own->ball_b;
	keel_vec2 centre = w->piece == ARC_A ? own->a : own->b;
	float radius = w->piece == ARC_A ? own->ra : own->rb, next = 9;
	int to_link = -1, to_piece = 0;
	for (int i = 0; i < w->field->link_count; i++) {
		const keel_field_link *link = &w->field->link[i];
		if (link->tangent_cm < 0)
			continue;
		float a = link->ball_a == ball ? ahead(w->n, link->out[SIDE_1]) : 9;
		float b = link->ball_b == ball ? ahead(w->n, link->out[SIDE_0]) : 9;
		if (a < next || b < next) {
			to_piece = a <= b ? SIDE_1 : SIDE_0;
			to_link = i;
			next = a <= b ? a : b;
		}
	}
	float to_start = ball == start_ball && w->outline->count > 1 ? ahead(w->n, start_n) : 9;
	/* 60°: a cubic with the right normals stays within a thousandth of the radius. */
	const float turn_c = .5f, turn_s = .8660f;
	while (true) {
		float limit = 1 - turn_c;
		bool is_last = next <= limit + .01f;
		if (to_start <= next && to_start <= limit + .01f) {
			*done = true;
			return true;
		}
		keel_vec2 n = is_last ? w->field->link[to_link].out[to_piece]
				      : vec2(w->n.x * turn_c - w->n.y * turn_s,
					     w->n.y * turn_c + w->n.x * turn_s);
		if (step_to(w, go(centre, n, radius), ball))
			return add(w->outline, w->p, w->n, INWARD);
		w->n = n;
		if (next > .002f || !is_last) {
			if (!add(w->outline, w->p, n, 0))
				return false;
		}
		if (is_last) {
			w->link = to_link;
			w->piece = to_piece;
			return true;
		}
		next = to_link >= 0 ? ahead(n, w->field->link[to_link].out[to_piece]) : 9;
		to_start = ball == start_ball ? ahead(n, start_n) : 9;
	}
}

static bool walk(const keel_field *field, keel_vec2 from, keel_outline *outline)
{
	walker w = {.field = field, .outline = outline, .n = from, .left_a = -1, .left_b = -1};
	float best = -1e9f;
	outline->count = 0;
	for (int i = 0; i < field->link_count; i++) {
		const keel_field_link *link = &field->link[i];
		float a = dot(link->a, from) + link->ra, b = dot(link->b, from) + link->rb;
		if (a > best || b > best) {
			w.link = i;
			w.piece = a >= b ? ARC_A : ARC_B;
			best = a >= b ? a : b;
		}
	}
	const keel_field_link *first = &field->link[w.link];
	int start_ball = w.piece == ARC_A ? first->ball_a : first->ball_b;
	w.p = w.piece == ARC_A ? go(first->a, from, first->ra) : go(first->b, from, first->rb);
	if (!add(outline, w.p, from, 0))
		return false;
	bool done = false;
	for (int i = 0; i < KEEL_OUTLINE_POINT_MAX && !done; i++) {
		if (!(w.piece < ARC_A ? walk_side(&w) : walk_arc(&w, start_ball, from, &done)))
			return false;
	}
	return done;
}

/* Inward corners become bends over round_cm to either side. */
static void round_corners(const keel_outline *raw, float round_cm, keel_outline *outline)
{
	outline->count = 0;
	for (int i = 0; i < raw->count; i++) {
		keel_vec2 x = raw->point[i];
		if (raw->is_sharp[i] != INWARD) {
			add(outline, x, raw->normal[i], 0);
			continue;
		}
		keel_vec2 before = raw->point[(i + raw->count - 1) % raw->count];
		keel_vec2 after = raw->point[(i + 1) % raw->count];
		keel_vec2 to_a = sub(before, x), to_b = sub(after, x);
		float long_a = sqrtf(dot(to_a, to_a)), long_b = sqrtf(dot(to_b, to_b));
		keel_vec2 a = go(x, to_a, long_a > round_cm / .7f ? round_cm / long_a : .7f);
		keel_vec2 b = go(x, to_b, long_b > round_cm / .7f ? round_cm / long_b : .7f);
		keel_vec2 n_a = unit_or(vec2(-to_a.y, to_a.x), raw->normal[i]);
		keel_vec2 n_b = unit_or(vec2(to_b.y, -to_b.x), raw->normal[i]);
		keel_vec2 m = unit_or(vec2(b.y - a.y, a.x - b.x), raw->normal[i]);
		add(outline, a, n_a, 0);
		add(outline, vec2(.25f * (a.x + b.x) + .5f * x.x, .25f * (a.y + b.y) + .5f * x.y),
		    m, 0);
		add(outline, b, n_b, 0);
	}
}

static void cut(const keel_outline *raw, keel_vec2 at, keel_vec2 out, keel_outline *outline)
{
	outline->count = 0;
	for (int i = 0; i < raw->count; i++) {
		int j = i + 1 < raw->count ? i + 1 : 0;
		float here = dot(sub(raw->point[i], at), out);
		float next = dot(sub(raw->point[j], at), out);
		if (here <= 0)
			add(outline, raw->point[i], raw->normal[i], raw->is_sharp[i]);
		if ((here <= 0) == (next <= 0))
			continue;
		keel_vec2 p =
			go(raw->point[i], sub(raw->point[j], raw->point[i]), here / (here - next));
		const keel_vec2 n = raw->normal[here <= 0 ? i : j];
		add(outline, p, unit_or(vec2(n.x + out.x, n.y + out.y), out), 1);
	}
}

/* Grows with the angle of a direction, 0…4. */
static float turn_of(keel_vec2 d)
{
	float k = fabsf(d.x) + fabsf(d.y) + 1e-9f;
	return d.y >= 0 ? 1 - d.x / k : 3 + d.x / k;
}

static float turn_back(float from, float to)
{
	return from >= to ? from - to : from - to + 4;
}

static keel_vec2 crossing(const keel_field_link *hole, keel_vec2 outside, keel_vec2 inside)
{
	float low = 0, high = 1;
	for (int i = 0; i < 7; i++) {
		float t = (low + high) / 2;
		if (link_at(hole, go(outside, sub(inside, outside), t)) > 0)
			low = t;
		else
			high = t;
	}
	return go(outside, sub(inside, outside), high);
}

/* From x back along the rim of the hole to y. */
static void add_rim(const keel_outline *rim, keel_vec2 pole, keel_vec2 x, keel_vec2 y,
		    keel_outline *outline)
{
	float begin = turn_of(sub(x, pole)), far = turn_back(begin, turn_of(sub(y, pole)));
	int first = 0;
	float least = 9;
	for (int i = 0; i < rim->count; i++) {
		float turn = turn_back(begin, turn_of(sub(rim->point[i], pole)));
		if (turn < least) {
			least = turn;
			first = i;
		}
	}
	for (int k = 0; k < rim->count; k++) {
		int i = (first + rim->count - k) % rim->count;
		if (turn_back(begin, turn_of(sub(rim->point[i], pole))) >= far)
			break;
		add(outline, rim->point[i], vec2(-rim->normal[i].x, -rim->normal[i].y), 0);
	}
}

static void copy(keel_outline *to, const keel_outline *from)
{
	size_t count = (size_t)from->count;
	to->count = from->count;
	memcpy(to->point, from->point, count * sizeof from->point[0]);
	memcpy(to->normal, from->normal, count * sizeof from->normal[0]);
	memcpy(to->is_sharp, from->is_sharp, count);
}

static void bite(const keel_outline *raw, const keel_field_link *hole, keel_outline *outline)
{
	bool is_in[KEEL_OUTLINE_POINT_MAX];
	int count = raw->count, first = -1, inside = 0;
	for (int i = 0; i < count; i++) {
		is_in[i] = link_at(hole, raw->point[i]) < 0;
		inside += is_in[i];
	}
	for (int i = 0; i < count; i++)
		first = !is_in[i] && is_in[(i + count - 1) % count] ? i : first;
	if (first < 0) {
		copy(outline, raw);
		outline->count = inside == count ? 0 : count;
		return;
	}
	keel_outline rim;
	keel_field alone = {.link_count = 1, .link = hole};
	outline->count = 0;
	if (!walk(&alone, vec2(0, -1), &rim))
		return;
	for (int k = 0; k < count;) {
		int i = (first + k) % count;
		if (!is_in[i]) {
			add(outline, raw->point[i], raw->normal[i], raw->is_sharp[i]);
			k++;
			continue;
		}
		int before = (i + count - 1) % count;
		keel_vec2 x = crossing(hole, raw->point[before], raw->point[i]);
		while (k < count && is_in[(first + k) % count])
			k++;
		int last = (first + k + count - 1) % count, after = (last + 1) % count;
		keel_vec2 y = crossing(hole, raw->point[after], raw->point[last]);
		add(outline, x, raw->normal[before], 1);
		add_rim(&rim, hole->middle, x, y, outline);
		add(outline, y, raw->normal[after], 1);
	}
}

static void walk_any(const keel_field *field, keel_vec2 from, keel_outline *outline)
{
	int largest = 0;
	for (int tries = 0; tries < 6; tries++) {
		if (walk(field, from, outline) && outline->count >= 4)
			return;
		from = vec2(-from.y * .9f + from.x * .43f, from.x * .9f + from.y * .43f);
		from = unit_or(from, vec2(0, -1));
	}
	for (int i = 1; i < field->link_count; i++)
		largest = field->link[i].reach_cm > field->link[largest].reach_cm ? i : largest;
	keel_field alone = {.link_count = 1, .link = field->link + largest};
	if (!walk(&alone, vec2(0, -1), outline))
		outline->count = 0;
}

void keel_outline_follow(const keel_field *field, keel_vec2 from, keel_outline *outline)
{
	keel_outline raw;
	outline->count = 0;
	if (field->link_count == 0)
		return;
	walk_any(field, from, &raw);
	round_corners(&raw, field->round_cm, outline);
	if (field->is_cut) {
		cut(outline, field->cut, field->cut_out, &raw);
		copy(outline, &raw);
	}
	if (field->has_hole) {
		copy(&raw, outline);
		bite(&raw, &field->hole, outline);
	}
}

/* Does the curve from a to b pass p as it is? The middle of the curve is looked at, moved along to
 * where p is. */
static bool is_on_curve(const keel_outline *o, int a, int p, int b)
{
	keel_vec2 from = o->point[a], to = o->point[b], n = o->normal[a], m = o->normal[b];
	float x = to.x - from.x, y = to.y - from.y, c = n.x * m.x + n.y * m.y;
	float length2 = x * x + y * y;
	if (c < .5f || length2 < .01f || length2 > 400)
		return false;
	/* 3/8 of the handle, times how much the ways at both ends differ. */
	float k = .375f * sqrtf(length2) * keel_outline_handle(c);
	keel_vec2 middle = {(from.x + to.x) / 2 + k * (m.y - n.y),
			    (from.y + to.y) / 2 + k * (n.x - m.x)};
	float px = o->point[p].x - middle.x, py = o->point[p].y - middle.y;
	float t = (px * x + py * y) / length2; /* of the chord, from its middle */
	if (t < -.3f || t > .3f)
		return false;
	float drop = 4 * t * t;
	float off_x = px - t * x + drop * k * (m.y - n.y),
	      off_y = py - t * y + drop * k * (n.x - m.x);
	return off_x * off_x + off_y * off_y < .0036f;
}

#define WEIGHT_NEAR .1f

void keel_outline_thin(keel_outline *o, float *weight)
{
	int kept = 0;
	for (int i = 0; i < o->count; i++) {
		int next = i + 1 < o->count ? i + 1 : 0, last = kept - 1;
		bool is_plain = weight == NULL ||
				(kept > 0 && fabsf(weight[i] - weight[last]) < WEIGHT_NEAR &&
				 fabsf(weight[i] - weight[next]) < WEIGHT_NEAR);
		if (kept > 0 && next > 0 && is_plain && !o->is_sharp[i] && !o->is_sharp[next] &&
		    !o->is_sharp[last] && is_on_curve(o, last, i, next))
			continue;
		o->point[kept] = o->point[i];
		o->normal[kept] = o->normal[i];
		o->is_sharp[kept] = o->is_sharp[i];
		if (weight != NULL)
			weight[kept] = weight[i];
		kept++;
	}
	o->count = kept;
}
