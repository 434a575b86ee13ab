/* The catalogue: every movement, programme, screening question and text, compiled from YAML,
 * immutable.
 *
 * Two parts. *Facts* are integers and ids: all that judgement may read, hashed
 * (keel_catalogue.facts_hash). *Texts* are sentences by key and language: never read by a rule.
 * Tracks (pictures) are a third thing, one chunk a movement, opened by core/body.
 *
 * keel_catalogue_load checks every offset, index, bound and cross reference; bytes from outside are
 * never asserted. Judgement refers to movements by index into `movements`, sorted by id; an index
 * is only good for one catalogue.
 */
#ifndef KEEL_CORE_CATALOGUE_CATALOGUE_H
#define KEEL_CORE_CATALOGUE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/names.h"

#define KEEL_MOVEMENTS_MAX 160 /* state keeps a record for each: bounds its size */
#define KEEL_RUNGS_MAX 12  /* the longest ladder of CLINICAL 3 has 5; room for minutes of walking  \
			    */
#define KEEL_PHASES_MAX 16 /* the longest movement (floor to stand) has 9 */
#define KEEL_NEEDS_MAX 4
#define KEEL_PROGRAMME_ITEMS_MAX 16
#define KEEL_QUESTIONS_MAX 64
#define KEEL_PROGRAMMES_MAX 32
#define KEEL_SOURCES_MAX 12
#define KEEL_FAULTS_MAX 8
#define KEEL_TEXTS_MAX 20000  /* about 40 a movement, and room for a second language */
#define KEEL_SIDE_CHANGE_S 10 /* to turn round or change knees; a rest that is longer replaces it  \
			       */

/* Compiled form, for loader and compiler: see load.c. */
#define KEEL_CATALOGUE_MAGIC "KCAT"
#define KEEL_CATALOGUE_VERSION 2
#define KEEL_CATALOGUE_HEADER_BYTES 40

/* Muscle groups that lengthen or work. Same names and order as what can glow in core/body/figure.h.
 */
#define KEEL_NAMES_MUSCLE(V)                                                                       \
	V(PSOAS, "psoas")                                                                          \
	V(ILIACUS, "iliacus")                                                                      \
	V(RECTUS_FEMORIS, "rectus_femoris")                                                        \
	V(QUADRICEPS, "quadriceps")                                                                \
	V(GLUTEUS_MAXIMUS, "gluteus_maximus")                                                      \
	V(GLUTEUS_MEDIUS, "gluteus_medius")                                                        \
	V(HAMSTRINGS, "hamstrings")                                                                \
	V(ADDUCTORS, "adductors")                                                                  \
	V(TENSOR_FASCIAE_LATAE, "tensor_fasciae_latae")                                            \
	V(PIRIFORMIS, "piriformis")                                                                \
	V(GASTROCNEMIUS, "gastrocnemius")                                                          \
	V(ERECTOR_SPINAE, "erector_spinae")                                                        \
	V(MULTIFIDUS, "multifidus")                                                                \
	V(QUADRATUS_LUMBORUM, "quadratus_lumborum")                                                \
	V(RECTUS_ABDOMINIS, "rectus_abdominis")                                                    \
	V(OBLIQUES, "obliques")                                                                    \
	V(TRANSVERSUS_ABDOMINIS, "transversus_abdominis")                                          \
	V(DIAPHRAGM, "diaphragm")                                                                  \
	V(PECTORALIS, "pectoralis")                                                                \
	V(LATISSIMUS, "latissimus")                                                                \
	V(TRAPEZIUS, "trapezius")                                                                  \
	V(DELTOID, "deltoid")                                                                      \
	V(PELVIC_FLOOR, "pelvic_floor")                                                            \
	V(NECK_FLEXORS, "neck_flexors")
#define KEEL_MUSCLE_ENUM(NAME, text) KEEL_MUSCLE_##NAME,
typedef enum keel_muscle { KEEL_NAMES_MUSCLE(KEEL_MUSCLE_ENUM) KEEL_MUSCLE_COUNT } keel_muscle;
#undef KEEL_MUSCLE_ENUM
extern const char *const keel_muscle_names[];
extern const int keel_muscle_name_count;
#define KEEL_NO_MOVEMENT (-1)

/* One rung of a ladder. One of reps, hold_s or work_s says how a set ends: reps > 0 counts; work_s
 * > 0 lets the repetitions be open within that time (S0.reps), or is the whole time of a walk;
 * hold_s is the length of the phases whose length is `dose`. */
typedef struct keel_dose {
	int16_t sets;	 /* 1.. */
	int16_t reps;	 /* a set and side; 0: open */
	int16_t hold_s;	 /* 0: no hold of variable length */
	int16_t work_s;	 /* a set and side; 0: counted */
	int16_t rest_s;	 /* between sets */
	int16_t load_hg; /* 100 g; 0: none */
	int16_t lever;	 /* 0..: longer lever or smaller base, drawn by a variant pose; 0 the plain
			    movement */
} keel_dose;

typedef struct keel_phase {
	bool hold;	   /* false: moves to the pose */
	bool dose_length;  /* a hold whose length is the dose's hold_s */
	bool until_eased;  /* may end early by "it eased" (S3.hold) */
	uint8_t breath;	   /* keel_breath */
	uint8_t track;	   /* phase index in the movement's track */
	int32_t length_ms; /* 0 when dose_length */
	const char *cue;   /* text key, "" when none */
} keel_phase;

typedef struct keel_need {
	int16_t movement;    /* index */
	int16_t clean_count; /* clean exposures asked for */
} keel_need;

/* What form looks like when it goes: shown as a cue, measured by the camera. Texts:
 * <id>.fault.<fault>. */
typedef struct keel_fault {
	const char *id;
	const char *cue;   /* text key, "" when none */
	int16_t angle;	   /* keel_angle of core/body/angles.h, -1: judged by eye only */
	int16_t over_deg;  /* INT16_MAX: no upper bound */
	int16_t under_deg; /* INT16_MIN: no lower bound */
} keel_fault;

/* A muscle that the movement is meant to lengthen, and on which side as the file draws it (the
 * other side's turn is its mirror). */
typedef struct keel_stretch {
	uint8_t muscle; /* keel_muscle */
	uint8_t sides;	/* bit 0 left, bit 1 right; 0: the body model has no line for it */
} keel_stretch;

typedef struct keel_movement {
	const char *id;
	uint8_t aim;	    /* keel_aim */
	uint8_t stage;	    /* keel_stage */
	uint8_t sides;	    /* keel_sides */
	uint8_t pain_limit; /* keel_pain_limit */
	uint32_t positions; /* bit set of keel_position: all it needs */
	uint32_t equipment; /* bit set of keel_equipment: all it needs (mat never withheld: a carpet
			       serves) */
	uint32_t directions;	 /* bit set of keel_direction it declares */
	uint32_t directions_end; /* those that reach end range */
	uint32_t gates;		 /* bit set of keel_gate */
	bool neutral;		 /* member of the neutral set (CLINICAL 5) */
	bool loaded;		 /* loaded fitness movement: not on consecutive days (CLINICAL 3) */
	bool tight_side;	 /* stretch of the tight, goes before activation (S3.balance) */
	bool rest_each_side; /* the dose's rest follows each side, not each pair of sides (S0.dose)
			      */
	int16_t easier, harder; /* index or KEEL_NO_MOVEMENT; same aim */
	int16_t replaced_by; /* index or KEEL_NO_MOVEMENT; a replaced movement is never offered */
	int16_t seed_rung;   /* rung (1..) at which the seed's dose stands (CLINICAL 3: at most two
				above) */
	int32_t set_up_ms;   /* time to get into position before the first set */
	uint32_t lengthens;  /* bit set of keel_muscle, text key muscle.<name> */
	uint32_t works;	     /* bit set of keel_muscle */
	int rung_count;
	const keel_dose *rungs; /* rung_count of them, rung 1 first */
	int phase_count;
	const keel_phase *phases; /* one repetition of one side */
	int need_count;
	const keel_need *needs;
	/* For showing only; not part of the facts hash, like the cues of the phases. */
	int source_count;
	const char *const *sources; /* "S4.dose", "ekstrom-2007": text key source.<id> */
	int fault_count;
	const keel_fault *faults;
	int stretch_count; /* the members of lengthens, the most lengthened first */
	const keel_stretch *stretches;
} keel_movement;

/* For a mix: from which heap an item is taken. */
#define KEEL_NAMES_GROUP(V) V(NONE, "none") V(STRETCH, "stretch") V(STRENGTHEN, "strengthen")
typedef enum keel_group {
	KEEL_GROUP_NONE,
	KEEL_GROUP_STRETCH,
	KEEL_GROUP_STRENGTHEN,
	KEEL_GROUP_COUNT
} keel_group;

typedef struct keel_programme_item {
	int16_t movement;
	int16_t rung;  /* rung at which it begins here */
	uint8_t group; /* KEEL_GROUP_*: for programmes that let choose or rotate */
	uint8_t step;  /* for staged programmes: step 1.. ; 0 otherwise */
} keel_programme_item;

#define KEEL_NAMES_PROGRAMME_KIND(V) V(FIXED, "fixed") V(MIX, "mix") V(STAGED, "staged")
typedef enum keel_programme_kind {
	KEEL_PROGRAMME_KIND_FIXED, /* as it stands, in that order (five-best, movements-that-heal,
				      psoas-glute-balance) */
	KEEL_PROGRAMME_KIND_MIX, /* a few of each group, rotating by day (stretch-and-strengthen) */
	KEEL_PROGRAMME_KIND_STAGED /* steps open by response (back-pain-essentials) */
} keel_programme_kind;

typedef struct keel_programme {
	const char *id;
	uint8_t kind;
	int item_count;
	const keel_programme_item *items;
} keel_programme;

typedef struct keel_question {
	const char *id;
	uint8_t tier;	/* keel_tier */
	bool first_run; /* asked before the first plan (emergency and same-day always are) */
	uint8_t order;
	bool leg;      /* about leg symptoms: a spreading pain asks it again */
	int16_t group; /* questions of the inflammatory pattern share a group; -1 none */
} keel_question;

typedef struct keel_catalogue keel_catalogue;
struct keel_catalogue {
	uint64_t facts_hash;
	int movement_count;
	const keel_movement *movements; /* sorted by id */
	int programme_count;
	const keel_programme *programmes; /* sorted by id */
	int question_count;
	const keel_question *questions; /* in the order they are asked */
	int text_count;
	const struct keel_text_entry *texts; /* sorted by (language, key) */
};

typedef struct keel_text_entry {
	const char *language; /* "en" */
	const char *key;      /* "cat-cow.name" */
	const char *sentence;
} keel_text_entry;

/* Decodes and checks compiled bytes into the arena; the bytes must outlive the catalogue (strings
 * point into them). Errors: CORRUPT (with the offset in spot->column), VERSION, NO_MEMORY,
 * TOO_LARGE. */
KEEL_MUST_USE keel_err keel_catalogue_load(const unsigned char *bytes, size_t byte_count,
					   keel_arena *arena, const keel_catalogue **catalogue,
					   keel_spot *spot);

/* Index or KEEL_NO_MOVEMENT. */
int keel_movement_find(const keel_catalogue *catalogue, const char *id, size_t id_bytes);
const keel_programme *keel_programme_find(const keel_catalogue *catalogue, const char *id,
					  size_t id_bytes);
const keel_question *keel_question_find(const keel_catalogue *catalogue, const char *id,
					size_t id_bytes);

/* The sentence in that language, else in English, else NULL. */
const char *keel_text_find(const keel_catalogue *catalogue, const char *language, const char *key);

/* The order of a timed item, which the functions below count and the coach leads: set after set;
 * within a set all repetitions of one side, then of the other (one-then-other), or left, right,
 * left … without a pause (alternate). A dose with neither reps nor work_s has one repetition a set.
 */

/* Pauses in seconds: between the sides of a set (0 unless one-then-other), and between two sets. */
int32_t keel_movement_side_pause_s(const keel_movement *movement, const keel_dose *dose);
int32_t keel_movement_set_pause_s(const keel_movement *movement, const keel_dose *dose);

/* Milliseconds of one repetition of one side at a dose. */
int32_t keel_movement_rep_ms(const keel_movement *movement, const keel_dose *dose);
/* Seconds of work of a whole item (all sets and sides, without rest or set-up): what the weekly cap
 * counts. */
int32_t keel_movement_working_s(const keel_movement *movement, const keel_dose *dose);
/* Seconds from first set-up to the end, rests and side changes included: what the minutes of a
 * session count. */
int32_t keel_movement_total_s(const keel_movement *movement, const keel_dose *dose);

/* Compiled catalogue inside the program (catalogue/embedded.c, made by the compiler at build time).
 */
extern const unsigned char keel_embedded_catalogue[];
extern const size_t keel_embedded_catalogue_bytes;
/* Track chunk of a movement inside the program, or NULL. */
const unsigned char *keel_embedded_track(const char *movement_id, size_t *byte_count);

#endif
