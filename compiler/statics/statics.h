/* What a solved pose does to the body: which muscles it lengthens, and how much the low back
 * carries.
 *
 * Two simple, published kinds of model. *Lengthening*: straight lines over via points and round
 * bones, compared with neutral standing, in per cent of the optimal fibre length; what counts is
 * direction, order and side, from +5 %. *Load*: a static link-segment model cut at L4/5 with one
 * equivalent muscle; what counts is one of four bands, with its spread when the joints are off by
 * five degrees.
 *
 * Units: cm, degrees, newtons, kg. Newtons are internal: they are never shown to anybody, and no
 * band is called safe or dangerous. This room does not compute muscle activation (it fails), and
 * knows no files.
 */
#ifndef KEEL_COMPILER_STATICS_STATICS_H
#define KEEL_COMPILER_STATICS_STATICS_H

#include "compiler/solve/solve.h"
#include "core/body/body.h"
#include "core/body/figure.h"

/* A muscle counts as lengthened from here on: BODY.md's limit, in % of optimal fibre length. */
#define KEEL_LENGTHEN_LEAST_PERCENT 5.0f

/* Change against neutral standing, [0] left and [1] right; 0 for muscles without lines. */
typedef struct keel_lengthening {
	float percent[KEEL_GLOW_COUNT][2];
} keel_lengthening;

/* True for the muscles that this room has lines for. */
bool keel_lengthening_has(keel_glow muscle);

/* The reference build only: attachments are not scaled to girth or hip width. */
void keel_lengthening_of(const keel_body_build *build, const keel_body_pose *pose,
			 keel_lengthening *lengthening);

#define KEEL_LOAD_BAND_LIST(X) X(rest) X(light) X(moderate) X(demanding)
typedef enum keel_load_band {
#define KEEL_LOAD_BAND_ENUM(name) KEEL_LOAD_BAND_##name,
	KEEL_LOAD_BAND_LIST(KEEL_LOAD_BAND_ENUM)
#undef KEEL_LOAD_BAND_ENUM
		KEEL_LOAD_BAND_COUNT
} keel_load_band;

const char *keel_load_band_name(keel_load_band band);
keel_load_band keel_load_band_of(float load_n);

typedef struct keel_load_def {
	const keel_body_build *build;
	const keel_pose_def *pose_def; /* what it stands and lies on, and what its hands hold */
	const keel_body_pose *pose;    /* solved */
} keel_load_def;

/* Compression at L4/5 in newtons: the worse of the two friction extremes. */
float keel_load_n(const keel_load_def *def);

#define KEEL_SPREAD_SAMPLES 200
#define KEEL_SPREAD_JOINT_DEG 5.0f

/* In how many of 100 samples, with every joint off by up to five degrees, each band was met.
 * Deterministic for a seed. */
typedef struct keel_load_spread {
	int percent[KEEL_LOAD_BAND_COUNT];
} keel_load_spread;

void keel_load_spread_of(const keel_load_def *def, uint64_t seed, keel_load_spread *spread);

#endif
