/* Virtual people: who they are, what is true of their backs, and what they say.
 *
 * The truth is hidden from Keel: a level of pain that heals and flares, directions that hurt or
 * send pain down the leg, a tolerance of load for each movement that grows with use. Everything
 * Keel meets is an answer, with habits and noise. The model is made to be awkward, not to be a
 * model of a disease: it is an engineering check and no evidence about people. Its numbers stand
 * here, were fixed before the first comparison of policies, and each person has each of them times
 * 0.5 to 1.5.
 *
 * Units: pain in points of 0..10, load and tolerance in rungs, times in days. Floats are allowed
 * here (world), libm not.
 */
#ifndef KEEL_SIM_PEOPLE_H
#define KEEL_SIM_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/names.h"
#include "core/catalogue/catalogue.h"
#include "sim/rng.h"

/* P(NAME, value, "unit", "source"); J: our own judgement; degree sign: as remembered from the
 * abstract, check it before quoting. */
#define SIM_PARAMETER_LIST(P)                                                                      \
	/* pain */                                                                                 \
	P(HEAL_HALF_DAYS, 20, "days to half the distance",                                         \
	  "Menezes Costa 2012 °: mean 52 to 23 of 100 in 6 weeks")                                 \
	P(DAY_SWING, 0.5, "points", "Childs 2005 °: standard error 1.02, half of it real; J")      \
	P(MORNING_STIFF, 0.3, "points added on waking", "J")                                       \
	P(FLARE_A_DAY, 0.012, "chance", "J: about one in twelve weeks")                            \
	P(FLARE_POINTS, 3.0, "points", "J")                                                        \
	P(FLARE_HALF_DAYS, 3.0, "days", "J")                                                       \
	/* load */                                                                                 \
	P(TOLERANCE, 3.2, "rungs before pain rises", "J")                                          \
	P(TOLERANCE_PAIN, 0.25, "rungs less a point of pain over 3", "J")                          \
	P(ADAPTATION, 0.22, "rungs a completed exposure", "J")                                     \
	P(DETRAINING, 0.02, "rungs a day without", "J")                                            \
	P(STAGE_LOAD, 0.5, "rungs a stage of the movement", "J")                                   \
	P(IRRITABILITY, 1.0, "points of pain a rung too much", "J")                                \
	P(CARRY, 0.35, "share of a rise left next morning", "J")                                   \
	P(CARRY_HALF_DAYS, 1.0, "days", "J")                                                       \
	P(RELIEF, 0.25, "chance that a mobility or stretch eases", "J")                            \
	P(STRENGTH, 3.5, "rungs at which effort is 85", "J")                                       \
	P(EFFORT_A_RUNG, 16, "percent of effort", "J")                                             \
	P(FORM_SLIP, 0.04, "chance", "J")                                                          \
	P(DIRECTION_POINTS, 2.2, "points, end range, fully sensitive", "J")                        \
	P(SPREAD_CHANCE, 0.25, "chance, end range, fully sensitive leg", "J")                      \
	/* habits */                                                                               \
	P(SESSION_A_DAY, 0.6, "chance", "C6: 3 to 7 days a week")                                  \
	P(SECOND_SESSION, 0.03, "chance", "J")                                                     \
	P(MORNING_ANSWERED, 0.75, "chance", "J")                                                   \
	P(CHANGE_ANSWERED, 0.93, "chance", "J")                                                    \
	P(EFFORT_ANSWERED, 0.85, "chance", "J")                                                    \
	P(AFTER_ANSWERED, 0.8, "chance", "J")                                                      \
	P(BEFORE_ANSWERED, 0.9, "chance", "J")                                                     \
	P(REVIEW_ANSWERED, 0.7, "chance, each time it is asked", "J")                              \
	P(SKIPPED, 0.03, "chance an item", "J")                                                    \
	P(CUT_SHORT, 0.03, "chance an item", "J")                                                  \
	P(WRONG_ANSWER, 0.01, "chance: words one step off", "J")                                   \
	P(ABSENCE_A_DAY, 0.008, "chance that an absence begins", "J")                              \
	P(ABSENCE_DAYS, 16, "days, mean", "C3b rows at 7, 14 and 28 must all be met")              \
	/* rare things, made frequent enough to be tested */                                       \
	P(RED_FLAG_A_DAY, 0.0015, "chance of a true flag", "J: far above life")                    \
	P(MISTAP_A_DAY, 0.0015, "chance of a flag by mistake", "J")                                \
	P(UNSURE, 0.004, "chance a question", "J")                                                 \
	P(UNWELL, 0.002, "chance a session", "J: far above life")                                  \
	P(LEG_SYMPTOM_A_DAY, 0.001, "chance", "J")                                                 \
	P(CLINICIAN_A_DAY, 0.004, "chance of an edit", "J")                                        \
	P(CONDITION_CHANCE, 0.05, "chance each condition", "J: far above life")                    \
	P(ABILITY_LOST, 0.06, "chance each", "J")                                                  \
	P(EQUIPMENT_LACKS, 0.15, "chance each", "J")                                               \
	P(TEST_CHANCE, 0.4, "chance that a direction is tested", "C4: optional")

typedef enum sim_parameter {
#define SIM_PARAMETER_ENUM(NAME, value, unit, source) SIM_##NAME,
	SIM_PARAMETER_LIST(SIM_PARAMETER_ENUM)
#undef SIM_PARAMETER_ENUM
		SIM_PARAMETER_COUNT
} sim_parameter;

/* K(NAME, "name", start, floor, flexion, extension, leg, training): the six of CLINICAL 10, and
 * anyone. Points; shares of full sensitivity; chance of leg pain that a direction makes travel. */
#define SIM_KIND_LIST(K)                                                                           \
	K(ACUTE, "acute flare 8 to 2", 8, 2, 0.3, 0.3, 0.1, 0)                                     \
	K(STEADY, "steady 4", 4, 4, 0.2, 0.2, 0.05, 0)                                             \
	K(SCIATICA, "sciatica 6 to 3", 6, 3, 0.5, 0.2, 1, 0)                                       \
	K(BONES, "osteoporosis, stiff mornings", 3, 3, 0.3, 0.1, 0, 0)                             \
	K(DESK, "fit desk worker", 2, 1, 0.1, 0.1, 0, 1)                                           \
	K(SIX, "everything is a 6", 6, 6, 0.2, 0.2, 0.05, 0)                                       \
	K(ANYONE, "anyone", 5, 2, 0.3, 0.3, 0.15, 0)

typedef enum sim_kind {
#define SIM_KIND_ENUM(NAME, name, start, floor, flexion, extension, leg, training) SIM_KIND_##NAME,
	SIM_KIND_LIST(SIM_KIND_ENUM)
#undef SIM_KIND_ENUM
		SIM_KIND_COUNT
} sim_kind;

extern const char *const sim_kind_names[SIM_KIND_COUNT];

typedef struct sim_parameter_row {
	const char *name;
	double value;
	const char *unit;
	const char *source;
} sim_parameter_row;

extern const sim_parameter_row sim_parameters[SIM_PARAMETER_COUNT];

/* Who somebody is: fixed for life. */
typedef struct sim_person {
	uint64_t seed;
	int index;
	sim_kind kind;
	double trait[SIM_PARAMETER_COUNT];
	double pain_start, pain_floor;
	double sensitive[KEEL_DIRECTION_COUNT]; /* 0..1 on day 0 */
	int leg_direction;			/* sends pain down the leg; -1 none */
	bool trains;
	bool noise_none;   /* says what is true */
	bool noise_held;   /* answers within a session carry the same noise */
	bool three_words;  /* effort as easy, right, hard; else in percent */
	bool faulty_clock; /* two devices, clocks that jump: led through the log */
	int wake_min;	   /* -1: never told */
	int minutes;	   /* -1: never told */
	int exercises_max; /* -1: never told */
	int programme;	   /* index in the catalogue, -1: personal */
	bool has[KEEL_CONDITION_COUNT];
	bool cannot[KEEL_ABILITY_COUNT];
	int8_t equipment[KEEL_EQUIPMENT_COUNT]; /* 1, 0, -1 never told */
} sim_person;

/* What is true today. */
typedef struct sim_body {
	double pain;   /* true level */
	double swing;  /* of the day */
	double flare;  /* points on top */
	double carry;  /* points left from what was done */
	double healed; /* 0..1 of the way */
	double adapted[KEEL_MOVEMENTS_MAX];
	double overload; /* of today, in points, for tomorrow */
	int away_days;	 /* still absent */
} sim_body;

/* What a movement at a dose truly does. */
typedef struct sim_effect {
	double rise; /* points, before noise */
	bool spreads;
	double effort; /* percent */
	bool form_lost;
	bool eases;
} sim_effect;

void sim_person_make(sim_person *person, const keel_catalogue *catalogue, uint64_t seed, int index);
void sim_body_begin(sim_body *body, const sim_person *person);
/* A night passes: healing, weather, flares, what is left of yesterday. */
void sim_body_night(sim_body *body, const sim_person *person, int day);

double sim_rise_at(const sim_person *person, const sim_body *body, const keel_movement *facts,
		   int movement, int rung);
sim_effect sim_body_do(sim_body *body, const sim_person *person, const keel_movement *facts,
		       int movement, int rung, sim_rng *rng);
/* The highest rung that neither raises pain by a point nor takes 95 % of effort; at least 1. */
int sim_hidden_limit(const sim_person *person, const sim_body *body, const keel_movement *facts,
		     int movement);

/* Pain as said: rounded, with noise -1, 0, +1 of weights 1:2:1. */
int sim_say(double pain, int noise);
int sim_noise(sim_rng *rng);
/* The truth gets better by 2 points within six weeks. */
bool sim_improves(const sim_person *person);

#endif
