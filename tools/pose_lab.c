/* The pose laboratory: reads simple text poses, solves them and draws them, so that a pose can be
 * looked at without the whole catalogue. Not part of the product.
 *
 *   pose_lab a.ktr b.ktr … -o out.png      the ends of the phases of compiled tracks
 *   pose_lab poses.txt -m pose,pose,…   bakes the way through these poses: frames as .png, or
 * moving .svg pose_lab poses.txt [-o out.png] [-p pose] [-y yaw] [-i pitch] [-s scale] [-g ghost
 * pose] [-b build] [-d] [-w] [-G]
 *
 * -w shows the muscles, -G the pose it is pinned to as a ghost, with an arrow.
 * Without -p every pose goes on one sheet, with -p a,b,c those. Findings are printed.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/picture/picture.h"
#include "cli/picture/picture_layout.h"
#include "compiler/solve/pose_text.h"
#include "compiler/solve/solve.h"

#define WORDS (1 << 17)

typedef struct options {
	const char *out, *pose, *ghost;
	float yaw, pitch, scale;
	const char *movement;
	bool has_view, is_dark, is_quiet, has_glow, has_ghosts;
	int build;
} options;

static lab_pose *poses;
static int pose_count;

static keel_figure_def figure_of(const options *o, const lab_pose *pose)
{
	keel_figure_def def = keel_default_figure_def();
	def.build = keel_body_get_build((keel_build_name)o->build);
	def.camera = pose->has_camera ? pose->camera : keel_solve_camera_for(&pose->result.pose, 1);
	if (o->has_view)
		def.camera = (keel_camera){o->yaw, o->pitch};
	def.has_mat = pose->has_mat;
	def.props = pose->prop;
	def.prop_count = pose->prop_count;
	def.stretch_glow = o->has_glow ? pose->stretch : 0;
	def.work_glow = o->has_glow ? pose->work : 0;
	return def;
}

static void print_findings(const lab_pose *pose)
{
	const keel_solve_result *r = &pose->result;
	printf("%-18s it %2d  contact %.2f cm  balance %.1f  slide %.2f\n", pose->name,
	       r->iterations, (double)r->contact_error_cm_max, (double)r->balance_margin_cm,
	       (double)r->slide_cm_max);
	for (int i = 0; i < r->finding_count; i++) {
		const keel_solve_finding *f = &r->finding[i];
		printf("    %s %s %s %s %.1f %s (limit %.1f)\n", f->is_error ? "ERROR" : "warn",
		       keel_solve_rule_name(f->rule), f->part, f->other, (double)f->value,
		       keel_solve_rule_unit(f->rule), (double)f->limit);
	}
}

static int draw_one(const options *o)
{
	static keel_display_word words[WORDS];
	keel_display_list list;
	lab_pose *pose = lab_find(poses, pose_count, o->pose);
	if (pose == NULL)
		return 2;
	keel_figure_def def = figure_of(o, pose);
	lab_pose *ghost = o->ghost ? lab_find(poses, pose_count, o->ghost) : NULL;
	def.ghost = ghost ? &ghost->result.pose : NULL;
	keel_figure_arrow arrow;
	if (ghost && keel_figure_arrow_between(def.camera, def.build, &ghost->result.pose,
					       &pose->result.pose, &arrow))
		def.arrow = &arrow;
	keel_display_list_init(&list, words, WORDS);
	keel_figure_draw(&def, &pose->result.pose, &list);
	keel_picture_def picture = keel_default_picture_def();
	picture.scale = o->scale;
	picture.theme = o->is_dark ? KEEL_PICTURE_DARK : KEEL_PICTURE_LIGHT;
	fprintf(stderr, "%d words, %d paths\n", list.word_count, list.path_count);
	size_t length = strlen(o->out);
	if (length > 4 && strcmp(o->out + length - 4, ".svg") == 0) {
		FILE *file = fopen(o->out, "w");
		if (file == NULL)
			return 4;
		keel_err err = keel_picture_svg(&picture, &list, file);
		return fclose(file) == 0 && err == KEEL_ERR_OK ? 0 : 4;
	}
	return keel_picture_png(&picture, &list, o->out) == KEEL_ERR_OK ? 0 : 4;
}

/* Is name one of the names between commas? */
static bool is_listed(const char *list, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = strstr(list, name); at != NULL; at = strstr(at + 1, name)) {
		if ((at == list || at[-1] == ',') && (at[length] == 0 || at[length] == ','))
			return true;
	}
	return false;
}

#define FRAMES_A_PHASE 5

/* Every pose in a panel of its own, as large as it can be there; names may be NULL. */
static int write_sheet(const options *o, const keel_display_list *lists, const char *const *names,
		       int count)
{
	int columns = names == NULL ? FRAMES_A_PHASE : o->pose != NULL ? 4 : 7;
	float side = o->pose != NULL ? 470 : 270, gap = 14;
	keel_layout *layout =
		keel_layout_create(o->is_dark ? KEEL_PICTURE_DARK : KEEL_PICTURE_LIGHT);
	if (layout == NULL)
		return 4;
	for (int i = 0; i < count; i++) {
		float x = gap + (float)(i % columns) * (side + gap),
		      y = gap + (float)(i / columns) * (side + 2 * gap);
		const keel_words words = {13, false, KEEL_INK_PLAIN, .5f};
		keel_layout_figure_def figure = {.list = &lists[i], .seen = lists[i].box};
		figure.into = (keel_box){x, y, x + side, y + side};
		figure.scale = fminf(side / (figure.seen.right - figure.seen.left),
				     side / (figure.seen.bottom - figure.seen.top));
		keel_layout_panel(layout, &figure.into, gap, KEEL_INK_PANEL);
		keel_layout_figure(layout, &figure);
		if (names != NULL)
			keel_layout_line(layout, &words, x + side / 2, y + side + gap, names[i]);
	}
	int rows = (count + columns - 1) / columns;
	keel_err err = keel_layout_png(layout, gap + (float)columns * (side + gap),
				       gap + (float)rows * (side + 2 * gap), 1, o->out);
	keel_layout_destroy(layout);
	return err == KEEL_ERR_OK ? 0 : 4;
}

static int draw_sheet(const options *o)
{
	keel_display_list *lists = calloc((size_t)pose_count, sizeof *lists);
	const char **names = calloc((size_t)pose_count, sizeof *names);
	if (lists == NULL || names == NULL)
		return 4;
	int shown = 0;
	for (int i = 0; i < pose_count; i++) {
		if (o->pose != NULL && !is_listed(o->pose, poses[i].name))
			continue;
		keel_display_word *words = malloc(WORDS * sizeof *words);
		if (words == NULL)
			return 4;
		keel_figure_def def = figure_of(o, &poses[i]);
		keel_figure_arrow arrow;
		if (o->has_ghosts && poses[i].def.pins != NULL) {
			def.ghost = poses[i].def.pins;
			if (keel_figure_arrow_between(def.camera, def.build, def.ghost,
						      &poses[i].result.pose, &arrow))
				def.arrow = &arrow;
		}
		keel_display_list_init(&lists[shown], words, WORDS);
		keel_figure_draw(&def, &poses[i].result.pose, &lists[shown]);
		names[shown] = poses[i].name;
		shown++;
	}
	return write_sheet(o, lists, names, shown);
}

#define FRAME_MAX (KEEL_TRACK_PHASE_MAX * 12)

static keel_baked_phase baked[KEEL_TRACK_PHASE_MAX];
static keel_track track;

static void print_phase(const lab_pose *from, const lab_pose *to, int samples,
			const keel_solve_result *result)
{
	printf("%s to %s: %d samples, slide %.2f, contact %.2f, balance %.1f, %d findings\n",
	       from->name, to->name, samples, (double)result->slide_cm_max,
	       (double)result->contact_error_cm_max, (double)result->balance_margin_cm,
	       result->finding_count);
	for (int i = 0; i < result->finding_count && i < 6; i++) {
		const keel_solve_finding *f = &result->finding[i];
		printf("    %s %s %s %.1f at %.2f\n", keel_solve_rule_name(f->rule), f->part,
		       f->other, (double)f->value, (double)f->t01);
	}
}

/* Bakes the way through the named poses; returns how many phases, 0 on a bad name. */
static int bake_movement(const options *o, lab_pose **first)
{
	char *names = strdup(o->movement), *save = NULL;
	lab_pose *from = NULL;
	int phases = 0;
	*first = NULL;
	for (char *name = names ? strtok_r(names, ",", &save) : NULL; name != NULL;
	     name = strtok_r(NULL, ",", &save)) {
		lab_pose *to = lab_find(poses, pose_count, name);
		if (to == NULL || phases == KEEL_TRACK_PHASE_MAX) {
			phases = 0;
			break;
		}
		*first = *first ? *first : to;
		if (from != NULL) {
			static keel_solve_result result;
			keel_phase_def def = {.from = &from->def,
					      .to = &to->def,
					      .from_pose = &from->result.pose,
					      .to_pose = &to->result.pose,
					      .seconds = 3};
			keel_bake_phase(keel_body_get_build((keel_build_name)o->build), &def,
					&baked[phases], &result);
			print_phase(from, to, baked[phases++].sample_count, &result);
		}
		from = to;
	}
	free(names);
	return phases;
}

static int write_frames(const options *o, const keel_display_list *lists, int count, int phases)
{
	static keel_picture_frame frames[FRAME_MAX];
	for (int i = 0; i < count; i++)
		frames[i] = (keel_picture_frame){&lists[i], 3.0f * (float)phases / (float)count};
	if (strstr(o->out, ".svg") != NULL) {
		keel_picture_def picture = keel_default_picture_def();
		picture.box = track.frame;
		FILE *file = fopen(o->out, "w");
		if (file == NULL)
			return 4;
		keel_err err = keel_picture_svg_animated(&picture, frames, count, file);
		return fclose(file) == 0 && err == KEEL_ERR_OK ? 0 : 4;
	}
	return write_sheet(o, lists, NULL, count);
}

/* Writes the track, opens it again and draws from it, as the app does. */
static int draw_movement(const options *o)
{
	static uint8_t bytes[65536];
	static keel_display_list lists[FRAME_MAX];
	lab_pose *first;
	static keel_figure_memory memory;
	int phases = bake_movement(o, &first), shown = 0;
	keel_figure_memory_init(&memory);
	if (phases == 0)
		return 2;
	keel_figure_def def = figure_of(o, first);
	keel_track_def track_def = {.camera = def.camera,
				    .has_mat = def.has_mat,
				    .props = def.props,
				    .prop_count = def.prop_count,
				    .phases = baked,
				    .phase_count = phases};
	size_t size = keel_track_write(&track_def, bytes, sizeof bytes);
	if (keel_track_open(&track, bytes, size) != KEEL_ERR_OK)
		return 3;
	printf("track of %zu bytes\n", size);
	int each = strstr(o->out, ".svg") != NULL ? 12 : FRAMES_A_PHASE;
	def.frame = &track.frame;
	def.memory = &memory;
	for (int i = 0; i < phases * each; i++) {
		keel_body_pose pose;
		keel_display_word *words = malloc(WORDS * sizeof *words);
		float t01 = (float)(i % each) / (float)(each - 1);
		if (words == NULL ||
		    keel_track_pose(&track, i / each, t01, false, &pose) != KEEL_ERR_OK)
			return 4;
		keel_display_list_init(&lists[shown], words, WORDS);
		keel_figure_draw(&def, &pose, &lists[shown++]);
	}
	return write_frames(o, lists, shown, phases);
}

/* The end of each phase of compiled tracks (.ktr), one row after the other. */
static int draw_tracks(const options *o, char **paths, int path_count)
{
	static keel_display_list lists[FRAME_MAX];
	static uint8_t bytes[65536];
	int shown = 0;
	for (int i = 0; i < path_count; i++) {
		FILE *file = fopen(paths[i], "rb");
		size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
		if (file == NULL || fclose(file) != 0 ||
		    keel_track_open(&track, bytes, size) != KEEL_ERR_OK)
			return 3;
		keel_figure_def def = keel_default_figure_def();
		def.build = keel_body_get_build((keel_build_name)o->build);
		def.camera = o->has_view ? (keel_camera){o->yaw, o->pitch} : track.camera;
		def.props = track.prop;
		def.prop_count = track.prop_count;
		def.has_mat = track.has_mat;
		def.frame = &track.frame;
		for (int phase = 0; phase < keel_track_phase_count(&track) && shown < FRAME_MAX;
		     phase++) {
			keel_body_pose pose;
			keel_display_word *words = malloc(WORDS * sizeof *words);
			if (words == NULL || track.phase[phase].is_hold ||
			    keel_track_pose(&track, phase, 1, false, &pose) != KEEL_ERR_OK) {
				free(words);
				continue;
			}
			keel_display_list_init(&lists[shown], words, WORDS);
			keel_figure_draw(&def, &pose, &lists[shown++]);
		}
	}
	return write_frames(o, lists, shown, 1);
}

int main(int argc, char **argv)
{
	options o = {.out = "/tmp/pose.png", .scale = 6};
	for (int c; (c = getopt(argc, argv, "o:p:y:i:s:g:b:dqwGm:")) != -1;) {
		switch (c) {
		case 'o':
			o.out = optarg;
			break;
		case 'p':
			o.pose = optarg;
			break;
		case 'y':
			o.yaw = strtof(optarg, NULL);
			o.has_view = true;
			break;
		case 'i':
			o.pitch = strtof(optarg, NULL);
			o.has_view = true;
			break;
		case 's':
			o.scale = strtof(optarg, NULL);
			break;
		case 'g':
			o.ghost = optarg;
			break;
		case 'b':
			o.build = (int)(strtoul(optarg, NULL, 10) % KEEL_BUILD_COUNT);
			break;
		case 'm':
			o.movement = optarg;
			break;
		case 'd':
			o.is_dark = true;
			break;
		case 'q':
			o.is_quiet = true;
			break;
		case 'G':
			o.has_ghosts = true;
			break;
		case 'w':
			o.has_glow = true;
			break;
		default:
			return 2;
		}
	}
	if (o.has_view && o.pitch == 0)
		o.pitch = 8;
	if (optind < argc && strstr(argv[optind], ".ktr") != NULL)
		return draw_tracks(&o, argv + optind, argc - optind);
	if (optind >= argc || (pose_count = lab_read(argv[optind], &poses)) <= 0)
		return 2;
	clock_t begin = clock();
	lab_solve(poses, pose_count, keel_body_get_build((keel_build_name)o.build));
	double ms = 1000.0 * (double)(clock() - begin) / CLOCKS_PER_SEC;
	for (int i = 0; i < pose_count && !o.is_quiet; i++)
		print_findings(&poses[i]);
	printf("%d poses, %.1f ms a pose\n", pose_count, ms / pose_count);
	if (o.movement != NULL)
		return draw_movement(&o);
	return o.pose && strchr(o.pose, ',') == NULL ? draw_one(&o) : draw_sheet(&o);
}
