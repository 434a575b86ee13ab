/* The catalogue as it was written: what the readers fill, the lints look at and the emitter turns
 * into bytes. Everything keeps the node it was read from, so that a message can point at it. All
 * memory is the arena's.
 */
#ifndef KEEL_COMPILER_MODEL_H
#define KEEL_COMPILER_MODEL_H

#include <stdint.h>

#include "compiler/schema.h"
#include "compiler/solve/solve.h"
#include "compiler/statics/statics.h"
#include "core/base/hash.h"
#include "core/catalogue/catalogue.h"

#define KEEL_MODEL_POSES_MAX 12	     /* of one movement; the longest (floor to stand) has 9 */
#define KEEL_MODEL_BASE_POSES_MAX 32 /* of poses.yaml */
#define KEEL_MODEL_MEASURED_MAX 4
#define KEEL_MODEL_EXEMPTIONS_MAX 4
#define KEEL_MODEL_FILES_MAX 1024
#define KEEL_MODEL_SOURCES_KNOWN_MAX 512
#define KEEL_MODEL_FORBIDDEN_MAX 128

typedef struct keel_model_pose {
	const char *name;
	const keel_yaml *node;
	keel_pose_def def;
	const char *pins;    /* name of the pose whose contacts stay; NULL: the start pose */
	bool is_free;	     /* pins: none */
	const char *held_by; /* why it may topple; NULL: it may not */
} keel_model_pose;

typedef struct keel_model_phase {
	const keel_yaml *node;
	int pose_index;	  /* into poses; -1 when unknown */
	const char *pose; /* name */
	keel_phase facts;
	int32_t switch_percent;
} keel_model_phase;

typedef struct keel_model_need {
	const keel_yaml *node;
	const char *movement;
	int32_t clean_count;
} keel_model_need;

typedef struct keel_model_fault {
	const keel_yaml *node;
	const char *id, *cue, *angle;
	int32_t angle_index, over_deg, under_deg;
	bool has_over, has_under;
} keel_model_fault;

/* A distance that matters (S1.setup): between two sites of a pose, in the floor plane. */
typedef struct keel_model_distance {
	const keel_yaml *node;
	const char *from, *to, *pose;
	float least_cm, most_cm;
} keel_model_distance;

/* A finding that is right as it is, with its reason. */
typedef struct keel_model_exemption {
	const keel_yaml *node;
	const char *rule, *part, *because;
	int used_count;
} keel_model_exemption;

/* What the body model says of a movement, rounded as it is kept in computed.lock. */
typedef struct keel_model_computed {
	bool is_known;
	int percent[KEEL_MUSCLE_COUNT][2]; /* left, right; multiples of 5; 0: not lengthened */
	int32_t band;			   /* keel_load_band, of the pose that loads most */
	int spread[KEEL_LOAD_BAND_COUNT];  /* of 100 samples */
	const char *pose;		   /* the one that loads most */
} keel_model_computed;

/* A measured band, which wins over the computed one. */
typedef struct keel_model_override {
	const keel_yaml *node; /* NULL: none */
	int32_t band;
	const char *source, *reason;
} keel_model_override;

typedef struct keel_model_movement {
	const keel_yaml *node;
	const char *id, *seed;
	int32_t aim, stage, sides, pain_limit;
	uint32_t positions, equipment, directions, directions_end, gates, lengthens, works;
	bool neutral, loaded, tight_side, rest_each_side, has_mat;
	const char *easier, *harder, *replaced_by;
	int32_t seed_rung, set_up_ms;
	const char *sources[KEEL_SOURCES_MAX];
	const keel_yaml *source_nodes[KEEL_SOURCES_MAX];
	int source_count;
	keel_model_need needs[KEEL_NEEDS_MAX];
	int need_count;
	keel_model_pose poses[KEEL_MODEL_POSES_MAX];
	int pose_count;
	const char *start;
	int start_index;
	keel_model_phase phases[KEEL_PHASES_MAX];
	int phase_count;
	keel_dose rungs[KEEL_RUNGS_MAX];
	const keel_yaml *rung_nodes[KEEL_RUNGS_MAX];
	int rung_count;
	keel_model_fault faults[KEEL_FAULTS_MAX];
	int fault_count;
	keel_model_distance distances[KEEL_MODEL_MEASURED_MAX];
	int distance_count;
	keel_model_exemption exemptions[KEEL_MODEL_EXEMPTIONS_MAX];
	int exemption_count;
	keel_prop props[KEEL_TRACK_PROP_MAX];
	int prop_count;
	keel_camera camera;
	bool has_camera;
	bool is_broken; /* something in the file was refused: not baked */
	unsigned char *track;
	size_t track_bytes;
	keel_model_computed computed; /* as locked, until it is computed anew */
	keel_model_override load_override;
	/* raw parts, read after the flat fields */
	const keel_yaml *sources_node, *targets_node, *directions_node, *needs_node, *poses_node,
		*phases_node;
	const keel_yaml *dose_node, *faults_node, *camera_node, *props_node, *distances_node,
		*exempt_node, *override_node;
} keel_model_movement;

typedef struct keel_model_item {
	const keel_yaml *node;
	const char *movement;
	int32_t rung, group, step;
} keel_model_item;

typedef struct keel_model_programme {
	const keel_yaml *node;
	const char *id;
	int32_t kind;
	keel_model_item items[KEEL_PROGRAMME_ITEMS_MAX];
	int item_count;
	const keel_yaml *items_node, *sources_node;
} keel_model_programme;

typedef struct keel_model_question {
	const keel_yaml *node;
	const char *id;
	int32_t tier, group;
	bool first_run, leg;
} keel_model_question;

typedef struct keel_model_text {
	const keel_yaml *node;
	const char *language, *key, *sentence;
	bool is_used;
} keel_model_text;

/* A row of the seeds or a published source. */
typedef struct keel_model_source {
	const keel_yaml *node;
	const char *id;
	bool is_seed;	  /* of the founding documents */
	bool is_movement; /* a seed's movement row; dose holds what the seed gives, -1 where it is
			     silent */
	keel_dose dose;
	bool is_used;
} keel_model_source;

typedef struct keel_model {
	keel_arena *arena;
	keel_diags *diags;
	keel_model_movement *movements; /* sorted by id */
	int movement_count;
	keel_model_programme programmes[KEEL_PROGRAMMES_MAX];
	int programme_count;
	keel_model_question questions[KEEL_QUESTIONS_MAX];
	int question_count;
	keel_model_text *texts; /* sorted by language and key */
	int text_count;
	keel_model_source sources[KEEL_MODEL_SOURCES_KNOWN_MAX];
	int source_count;
	keel_model_pose base_poses[KEEL_MODEL_BASE_POSES_MAX];
	int base_pose_count;
	const keel_yaml *ladders_node; /* ladders.yaml */
	const char *forbidden[KEEL_MODEL_FORBIDDEN_MAX];
	const char *forbidden_language[KEEL_MODEL_FORBIDDEN_MAX];
	int forbidden_count;
	bool is_draft;
	bool updates_lock; /* what was computed is taken as it is, not compared */
	const char *cache_directory;
	const char *pictures_directory; /* NULL: no pictures */
	bool draws_every_pose;		/* not only those that something is said of */
	keel_hash cache_hash;
	const char *overlay_path, *overlay_bytes;
	const char *inputs[KEEL_MODEL_FILES_MAX];
	int input_count;
} keel_model;

/* Readers: one file each; what is wrong is told, what is good is kept. */
void keel_read_movement(keel_model *model, const keel_yaml *root, const char *stem);
void keel_read_programme(keel_model *model, const keel_yaml *root, const char *stem);
void keel_read_screening(keel_model *model, const keel_yaml *root);
void keel_read_texts(keel_model *model, const keel_yaml *root, const char *language);
void keel_read_seeds(keel_model *model, const keel_yaml *root);
void keel_read_evidence(keel_model *model, const keel_yaml *root);
void keel_read_words(keel_model *model, const keel_source *source, const char *language);
void keel_read_base_poses(keel_model *model, const keel_yaml *root);

/* The parts of a movement that speak of the body; movement->poses_node and others were found
 * before. */
void keel_read_poses(keel_model *model, keel_model_movement *movement);
void keel_read_phases(keel_model *model, keel_model_movement *movement);
void keel_read_scene(keel_model *model, keel_model_movement *movement);
bool keel_read_dose(keel_model *model, const keel_yaml *node, const char *what, keel_dose *dose);

/* Lints: they only tell. */
void keel_lint_movement(keel_model *model, keel_model_movement *movement);
void keel_lint_gates(keel_model *model, const keel_model_movement *movement);
void keel_lint_dose(keel_model *model, const keel_model_movement *movement);
void keel_lint_programme(keel_model *model, const keel_model_programme *programme);
void keel_lint_catalogue(keel_model *model);
void keel_lint_ladders(keel_model *model);
/* Of the solved poses. */
void keel_lint_ranges(keel_model *model, keel_model_movement *movement,
		      const keel_body_pose *poses);
void keel_ranges_write(FILE *file); /* rows of the table of docs/COMPUTED.md */
void keel_lint_words(keel_model *model);
void keel_lint_text_keys(keel_model *model);

/* Poses and phases -> movement->track. */
void keel_bake_movement(keel_model *model, keel_model_movement *movement);

/* A picture of a pose with rings round what a message speaks of, see pose_picture.c. */
typedef struct keel_pose_picture {
	const char *name; /* of the pose; part of the file's name */
	const keel_body_build *build;
	const keel_body_pose *pose;
	keel_camera camera;
	const keel_vec3 *marks_cm; /* in the room */
	int mark_count;
} keel_pose_picture;

/* Where the part of a finding is; false when it has no place. */
bool keel_pose_picture_place(const keel_body_build *build, const keel_body_pose *pose,
			     const keel_solve_finding *finding, keel_vec3 *place);
/* "; see PATH" for the end of a message; "" when there is no folder or it cannot be written. */
const char *keel_pose_picture_write(keel_model *model, const keel_model_movement *movement,
				    const keel_pose_picture *picture);

/* Tracks that were solved before, see cache.c. directory NULL: none is kept. */
void keel_cache_open(keel_model *model, const char *directory);
bool keel_cache_read(keel_model *model, keel_model_movement *movement);
void keel_cache_write(keel_model *model, const keel_model_movement *movement);

/* What the body model computes, and computed.lock: see computed.c. */
void keel_read_override(keel_model *model, keel_model_movement *movement);
void keel_read_lock(keel_model *model, const keel_source *source);
keel_hash keel_computed_hash(keel_hash hash, const keel_model_movement *movement);
void keel_compute_movement(keel_model *model, keel_model_movement *movement,
			   const keel_body_build *build, const keel_body_pose *poses);
void keel_lint_computed(keel_model *model);
/* For authors and clinicians: texts <id>.load-band and <id>.load-spread. */
void keel_computed_add_texts(keel_model *model);
/* Texts for FILE: computed.lock, and the table of docs/COMPUTED.md. */
bool keel_computed_write_lock(const keel_model *model, FILE *file);
bool keel_computed_write_report(const keel_model *model, FILE *file);

/* The bytes of core/catalogue/load.c; NULL when memory is out. */
unsigned char *keel_emit(const keel_model *model, size_t *byte_count);

/* Finding; NULL or -1 when there is none. */
keel_model_movement *keel_model_find_movement(const keel_model *model, const char *id);
int keel_model_movement_index(const keel_model *model, const char *id);
keel_model_text *keel_model_find_text(const keel_model *model, const char *language,
				      const char *key);
keel_model_source *keel_model_find_source(keel_model *model, const char *id);
int keel_model_find_pose(const keel_model_pose *poses, int pose_count, const char *name);

/* A text from a format, in the arena; never NULL. */
const char *keel_model_format(keel_model *model, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
