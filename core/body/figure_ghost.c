/* The ghost: the other end of the movement, behind the body.
 *
 * All that depends on the ghost alone (its wash as a path, its lines as points, which of them lie
 * inside another part of it) is made once and kept in the memory; a frame only asks which points
 * the body hides. The grid makes that a look at one cell and a cone or two.
 */
#include <math.h>
#include <string.h>

#include "core/body/figure_work.h"
#include "core/body/vec.h"

/* Which parts can be near a place of the picture: a coarse grid with one bit a part. */
#define GRID_CELLS 24
typedef struct part_grid {
	keel_vec2 low;
	float per_cm, margin_cm;
	uint32_t cell[GRID_CELLS][GRID_CELLS];
} part_grid;

static int grid_index(float from_low, float per_cm)
{
	return (int)clamp_float(from_low * per_cm, 0, GRID_CELLS - 1);
}

static void grid_init(part_grid *grid, const keel_figure_work *work, float margin_cm)
{
	keel_vec2 low = {1e9f, 1e9f}, high = {-1e9f, -1e9f};
	for (int part = 0; part < KEEL_SHAPE_SLOT_COUNT; part++) {
		const keel_field *field = &work->field[part];
		if (work->is_absent[part])
			continue;
		low = (keel_vec2){fminf(low.x, field->low.x), fminf(low.y, field->low.y)};
		high = (keel_vec2){fmaxf(high.x, field->high.x), fmaxf(high.y, field->high.y)};
	}
	memset(grid, 0, sizeof *grid);
	grid->low = (keel_vec2){low.x - margin_cm, low.y - margin_cm};
	grid->per_cm = GRID_CELLS / (fmaxf(high.x - low.x, high.y - low.y) + 2 * margin_cm + 1);
	grid->margin_cm = margin_cm;
	for (int part = 0; part < KEEL_SHAPE_SLOT_COUNT; part++) {
		const keel_field *field = &work->field[part];
		if (work->is_absent[part])
			continue;
		float x = grid->low.x + margin_cm, y = grid->low.y + margin_cm;
		int right = grid_index(field->high.x - x + 2 * margin_cm, grid->per_cm);
		int bottom = grid_index(field->high.y - y + 2 * margin_cm, grid->per_cm);
		for (int i = grid_index(field->low.y - y, grid->per_cm); i <= bottom; i++) {
			for (int j = grid_index(field->low.x - x, grid->per_cm); j <= right; j++)
				grid->cell[i][j] |= (uint32_t)1 << part;
		}
	}
}

/* Is the point inside any part of the figure as seen, or nearer to it than the grid's margin? Which
 * part it was is written to by; the part that stands there is asked first. */
static bool is_in_body(const keel_figure_work *work, const part_grid *grid, keel_vec2 p, int except,
		       uint8_t *by)
{
	if (*by != except && !work->is_absent[*by] &&
	    keel_field_is_within(&work->field[*by], p, grid->margin_cm))
		return true;
	int i = grid_index(p.y - grid->low.y, grid->per_cm);
	int j = grid_index(p.x - grid->low.x, grid->per_cm);
	uint32_t parts = grid->cell[i][j];
	for (; parts != 0; parts &= parts - 1) {
		int part = __builtin_ctz(parts);
		if (part != except &&
		    keel_field_is_within(&work->field[part], p, grid->margin_cm)) {
			*by = (uint8_t)part;
			return true;
		}
	}
	return false;
}

#define GHOST_POINT_MAX 3072

/* Points along an outline for the dots, every three centimetres or where it bends, but never so
 * near that they say nothing. The last closes no line. */
#define NEAR_CM 1.3f
static int add_points(const keel_outline *o, keel_vec2 *points, int room)
{
	int used = 0;
	for (int i = 0; i < o->count; i++) {
		int j = i + 1 < o->count ? i + 1 : 0;
		keel_vec2 p = o->point[i], q = o->point[j], n = o->normal[i], m = o->normal[j];
		float x = q.x - p.x, y = q.y - p.y, length = sqrtf(x * x + y * y);
		float bulge = .5f * length * (n.x * m.y - n.y * m.x);
		int parts = 1 + (int)(length / 3);
		for (int k = 0; k < parts && used < room; k++) {
			float t = (float)k / (float)parts,
			      out = o->is_sharp[i] || o->is_sharp[j] ? 0 : t * (1 - t) * bulge;
			keel_vec2 at = {p.x + x * t + (n.x + m.x) * .5f * out,
					p.y + y * t + (n.y + m.y) * .5f * out};
			float dx = used > 0 ? at.x - points[used - 1].x : NEAR_CM,
			      dy = used > 0 ? at.y - points[used - 1].y : 0;
			if (dx * dx + dy * dy >= NEAR_CM * NEAR_CM)
				points[used++] = at;
		}
	}
	return used;
}

void keel_figure_memory_init(keel_figure_memory *memory)
{
	memory->has_order = memory->has_ghost = false;
	memory->point_count = 0;
}

static bool is_known(const keel_figure_memory *memory, const keel_figure_def *def)
{
	const keel_body_build *a = &memory->ghost_build, *b = def->build;
	return memory->has_ghost && memory->ghost_camera.yaw_deg == def->camera.yaw_deg &&
	       memory->ghost_camera.pitch_deg == def->camera.pitch_deg &&
	       a->height_cm == b->height_cm && a->girth == b->girth && a->shoulder == b->shoulder &&
	       a->hip == b->hip && a->has_bun == b->has_bun &&
	       memcmp(&memory->ghost, def->ghost, sizeof memory->ghost) == 0;
}

static void remember(keel_figure_memory *memory, const keel_figure_def *def)
{
	keel_figure_work ghost;
	part_grid own;
	keel_figure_prepare(&ghost, def, def->ghost);
	grid_init(&own, &ghost, .05f);
	keel_display_list_init(&memory->wash, memory->wash_words, KEEL_FIGURE_GHOST_WORDS);
	keel_display_begin(&memory->wash, KEEL_PAINT_GHOST, 0, 1, 0);
	memory->point_count = 0;
	for (int part = 0; part < KEEL_SHAPE_SLOT_COUNT; part++) {
		keel_outline outline;
		keel_vec2 points[KEEL_FIGURE_GHOST_POINTS];
		if (ghost.is_absent[part] || part == KEEL_PART_nose)
			continue;
		keel_outline_follow(&ghost.field[part], ghost.from[part], &outline);
		keel_outline_thin(&outline, NULL);
		keel_display_curve(&memory->wash, outline.point, outline.normal, outline.is_sharp,
				   outline.count);
		int first = memory->point_count;
		int count = add_points(&outline, points, KEEL_FIGURE_GHOST_POINTS - first);
		for (int i = 0; i < count; i++) {
			memory->x[first + i] = points[i].x;
			memory->y[first + i] = points[i].y;
			uint8_t *by = &memory->hidden_by[first + i];
			*by = (uint8_t)part;
			memory->is_free[first + i] =
				i + 1 < count && !is_in_body(&ghost, &own, points[i], part, by);
		}
		memory->point_count += count;
	}
	keel_display_end(&memory->wash);
	memory->ghost = *def->ghost;
	memory->ghost_build = *def->build;
	memory->ghost_camera = def->camera;
	memory->has_ghost = true;
}

void keel_figure_draw_ghost(const keel_figure_def *def, keel_figure_memory *memory,
			    const keel_figure_work *body, keel_display_list *out)
{
	part_grid others;
	keel_vec2 run[KEEL_FIGURE_GHOST_POINTS];
	int length = 0;
	if (!is_known(memory, def))
		remember(memory, def);
	memory->wash.words = memory->wash_words; /* the caller may have moved the memory */
	keel_display_copy(out, &memory->wash);
	grid_init(&others, body, 1.6f);
	keel_display_begin(out, KEEL_PAINT_GHOST_LINE, KEEL_DISPLAY_DOTTED, 1, 0);
	for (int i = 0; i < memory->point_count; i++) {
		keel_vec2 p = {memory->x[i], memory->y[i]};
		if (memory->is_free[i] &&
		    !is_in_body(body, &others, p, -1, &memory->hidden_by[i])) {
			run[length++] = p;
			continue;
		}
		if (length >= 4)
			keel_display_polyline(out, run, length);
		length = 0;
	}
	keel_display_end(out);
}
