/* The figure: from a pose to a short list of filled paths.
 *
 * The body is a set of parts (thigh, sleeve, hair …), each a few round cones in the room. A part's
 * outline in the picture is followed as the zero line of its distance field, so it is one clean
 * line from every side. Parts are sorted by depth where they overlap. Shade and light are crescents
 * along the outline, away from and towards a light at the upper left. Nothing needs more than
 * "filled path", so that SVG, canvas and cairo show the same.
 *
 * Colours are tokens; the theme belongs to the one who paints. This room never measures text and
 * never scales: the picture is in centimetres, y downwards, the room's origin at 0, 0, seen by a
 * parallel projection.
 */
#ifndef KEEL_CORE_BODY_FIGURE_H
#define KEEL_CORE_BODY_FIGURE_H

#include "core/body/body.h"
#include "core/body/props.h"
#include "core/body/track.h"

/* X(name, css): the token is drawn with the custom property --f-<css> of look/tokens.css (arrow:
 * --clay) */
#define KEEL_PAINT_LIST(X)                                                                         \
	X(SKIN, "skin")                                                                            \
	X(SKIN_EDGE, "skin-e")                                                                     \
	X(SKIN_FAR, "skin-far") X(HAIR, "hair") X(HAIR_EDGE, "hair-e") X(TOP, "top")               \
		X(TOP_EDGE, "top-e") X(TOP_FAR, "top-far") X(LEG, "leg") X(LEG_EDGE, "leg-e")      \
			X(LEG_FAR, "leg-far") X(SHADE, "shade") X(LIGHT, "light")                  \
				X(GROUND, "ground") X(MAT, "mat") X(MAT_2, "mat-2")                \
					X(PROP, "prop") X(PROP_DARK, "prop-d") X(GHOST, "ghost")   \
						X(GHOST_LINE, "ghost-line") X(ARROW, "arrow")      \
							X(STRETCH, "stretch") X(WORK, "work")      \
								X(IRON, "iron")                    \
									X(IRON_EDGE, "iron-e")

typedef enum keel_paint {
#define KEEL_PAINT_ENUM(name, css) KEEL_PAINT_##name,
	KEEL_PAINT_LIST(KEEL_PAINT_ENUM)
#undef KEEL_PAINT_ENUM
		KEEL_PAINT_COUNT
} keel_paint;

/* Muscles that can glow; bit 2m is the left, bit 2m + 1 the right side. */
#define KEEL_GLOW_LIST(X)                                                                          \
	X(psoas)                                                                                   \
	X(iliacus) X(rectus_femoris) X(quadriceps) X(gluteus_maximus) X(gluteus_medius)            \
		X(hamstrings) X(adductors) X(tensor_fasciae_latae) X(piriformis) X(gastrocnemius)  \
			X(erector_spinae) X(multifidus) X(quadratus_lumborum) X(rectus_abdominis)  \
				X(obliques) X(transversus_abdominis) X(diaphragm) X(pectoralis)    \
					X(latissimus) X(trapezius) X(deltoid) X(pelvic_floor)      \
						X(neck_flexors)

typedef enum keel_glow {
#define KEEL_GLOW_ENUM(name) KEEL_GLOW_##name,
	KEEL_GLOW_LIST(KEEL_GLOW_ENUM)
#undef KEEL_GLOW_ENUM
		KEEL_GLOW_COUNT
} keel_glow;

/* 0 when there is no such muscle; side 'l', 'r' or 'b' for both. */
uint64_t keel_glow_find(const char *name, int name_bytes, char side);

/* The display list: 32-bit words, some integers, some floats, walked from 0 to word_count.
 *   path := int paint, int flags, float opacity 0…1, float far 0…1, int n, then n words of
 * operations flags  1: a line of round dots 1 cm wide, 2.6 cm apart, instead of a fill; 2: even-odd
 * fill far    how much of the token's far colour is mixed in (SKIN to SKIN_FAR and so on; 0 where
 * there is none) operation := int 0, x, y (move) | int 1, x, y (line) | int 2, x1, y1, x2, y2, x, y
 * (cubic) | int 3 (close) From JavaScript: an Int32Array and a Float32Array over the same bytes. */
#define KEEL_DISPLAY_DOTTED 1
#define KEEL_DISPLAY_EVEN_ODD 2
#define KEEL_DISPLAY_PATH_WORDS 5
enum { KEEL_DISPLAY_MOVE, KEEL_DISPLAY_LINE, KEEL_DISPLAY_CUBIC, KEEL_DISPLAY_CLOSE };

typedef union keel_display_word {
	int32_t i;
	float f;
} keel_display_word;

/* A figure with ghost, arrow and props stays below this. */
#define KEEL_DISPLAY_WORDS_USUAL 65536

typedef struct keel_display_list {
	keel_display_word *words; /* the caller's */
	int32_t word_capacity;
	int32_t word_count;
	int32_t path_count;
	int32_t path_start; /* of the path being written, −1 when none is open; not for readers */
	bool overflowed;    /* the rest was left out; the list is still well formed */
	keel_box box;	    /* around everything drawn */
} keel_display_list;

void keel_display_list_init(keel_display_list *list, keel_display_word *words,
			    int32_t word_capacity);

/* One curved arrow through three points of the room; grown is 0…1. */
typedef struct keel_figure_arrow {
	keel_vec3 from_cm, by_cm, to_cm;
	float grown01;
} keel_figure_arrow;

/* An arrow for the way from one pose to the other: beside the part that moves most as seen,
 * pointing its way. False when nothing moves far enough to be worth one (6 cm). grown01 is 1. */
bool keel_figure_arrow_between(keel_camera camera, const keel_body_build *build,
			       const keel_body_pose *from, const keel_body_pose *to,
			       keel_figure_arrow *arrow);

#define KEEL_FIGURE_UNIT_COUNT 14 /* limbs and so on that are sorted by depth */
#define KEEL_FIGURE_GHOST_WORDS 6144
#define KEEL_FIGURE_GHOST_POINTS 1536

/* What a caller may keep from one frame of a movement to the next: the ghost's lines, which are
 * made again only when camera, build or ghost change, and the order of the limbs by depth, so that
 * limbs at nearly equal depth do not change places for nothing. About 42 kB, no pointers to free;
 * begin with keel_figure_memory_init, and again when another movement begins. Not for readers. */
typedef struct keel_figure_memory {
	bool has_order, has_ghost;
	uint8_t order[KEEL_FIGURE_UNIT_COUNT];
	keel_camera order_camera, ghost_camera;
	keel_body_build ghost_build;
	keel_body_pose ghost;
	int32_t point_count;
	float x[KEEL_FIGURE_GHOST_POINTS], y[KEEL_FIGURE_GHOST_POINTS];
	uint8_t is_free[KEEL_FIGURE_GHOST_POINTS]; /* not inside the ghost itself */
	uint8_t hidden_by[KEEL_FIGURE_GHOST_POINTS]; /* the part that hid it last: asked first */
	keel_display_list wash;
	keel_display_word wash_words[KEEL_FIGURE_GHOST_WORDS];
} keel_figure_memory;

void keel_figure_memory_init(keel_figure_memory *memory);

typedef struct keel_figure_def {
	keel_camera camera;
	const keel_body_build *build;	  /* never NULL; keel_default_figure_def gives the first */
	const keel_body_pose *ghost;	  /* the other end of the movement, or NULL */
	const keel_figure_arrow *arrow;	  /* or NULL */
	uint64_t stretch_glow, work_glow; /* bits of keel_glow */
	float glow01;			  /* how strongly it glows */
	const keel_prop *props;		  /* prop_count of them, or NULL */
	int prop_count;
	bool has_mat;	       /* a mat as large as frame asks for */
	bool has_ground;       /* the soft shadow on the floor */
	bool has_detail;       /* crescents of shade and light; false for the very small */
	bool is_plain;	       /* of them only the widest, on the larger parts */
	keel_figure_memory *memory; /* or NULL: nothing is known of the frame before */
	const keel_box *frame; /* sets the length of the mat; NULL: around this pose */
} keel_figure_def;

keel_figure_def keel_default_figure_def(void);

void keel_figure_draw(const keel_figure_def *def, const keel_body_pose *pose,
		      keel_display_list *out);

/* The box around every phase of a track, both sides if with_mirror, with a margin: the camera then
 * stands still. */
keel_box keel_figure_frame_box(const keel_figure_def *def, const keel_track *track,
			       bool with_mirror);

/* Where a place of the room is in the picture. */
void keel_figure_project(keel_camera camera, keel_vec3 place_cm, float *x_cm, float *y_cm);

#endif
