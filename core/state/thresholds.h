/* Every number that decides something, with unit, population, source and grade, and nowhere else.
 * Those of KEEL_TUNABLE_LIST a clinician may set for one person, within bounds. K(NAME, value,
 * "unit", "population", "source", 'grade'): the constant is KEEL_<NAME>. Sections are those of the
 * clinical rules: C1 screening, C2 pain, C3 effort, C3b stages, C4 direction, C5 gates, C6 dose.
 * Grade A guideline or trial, B validated instrument or cohort, C expert convention, J our own
 * judgement.
 *
 * Two readings are used throughout, after "over 7 days means 6 dates apart" (C3b). "In N days" is a
 * window of N dates, the first and the last included. "After N days" and "N days at least" mean
 * that the difference of the dates is N or more.
 */
#ifndef KEEL_CORE_STATE_THRESHOLDS_H
#define KEEL_CORE_STATE_THRESHOLDS_H

#include "core/base/names.h"

#define KEEL_THRESHOLD_LIST(K)                                                                     \
	/* screening */                                                                            \
	K(AGE_MIN, 18, "years", "all", "C1", 'J')                                                  \
	K(REVIEW_DAYS, 7, "days", "all", "C1", 'J')                                                \
	K(REVIEW_OPEN_DAYS_MAX, 14, "days since it was due", "all", "C1", 'J')                     \
	K(ADVICE_AGAIN_DAYS, 42, "days", "all", "C1, S1.physician", 'C')                           \
	K(IMPROVED_POINTS, 2, "points", "NPRS", "C1, Ostelo 2008", 'B')                            \
	K(IMPROVED_PERCENT, 30, "percent", "NPRS", "C1, Ostelo 2008", 'B')                         \
	K(IMPROVED_WINDOW_DAYS, 7, "days", "NPRS", "C1", 'J')                                      \
	K(INFLAMMATORY_YES_MIN, 4, "of 5 answers", "back pain over 3 months", "ASAS", 'B')         \
	K(INFLAMMATORY_ASK_DAYS, 14, "days after the first answer", "all", "C1", 'J')              \
	K(EMERGENCY_RESTART_DAYS, 1, "days after the flag", "all", "C1", 'J')                      \
	/* pain, 0 to 10 */                                                                        \
	K(PAIN_HIGH, 8, "points", "all", "C1, C2", 'J')                                            \
	K(PAIN_HIGH_ADVICE_DAYS, 3, "days", "all", "C1", 'J')                                      \
	K(PAIN_LATEST_DAYS, 3, "days", "all", "C1", 'J')                                           \
	K(BEFORE_ABOVE_FIRST_MAX, 1, "points", "all", "C2 words", 'J')                             \
	K(CHANGE_A_BIT, 1, "points", "all", "C2 words", 'J')                                       \
	K(CHANGE_CLEARLY, 2, "points at least", "all", "C2 words", 'J')                            \
	K(RISE_STOP, 3, "points", "all", "C2, Silbernagel 2007", 'C')                              \
	K(RISE_COUNTED, 2, "points, not settled", "all", "C2, Childs 2005", 'J')                   \
	K(RISE_NOISE, 1, "points", "all", "C2, Childs 2005", 'B')                                  \
	K(REST_DAYS_STOP, 3, "days", "all", "C2", 'J')                                             \
	K(REST_DAYS_SPREAD, 3, "days", "all", "C2", 'J')                                           \
	K(REST_DAYS_SECOND, 7, "days", "all", "C2", 'J')                                           \
	K(SECOND_RISE_DAYS, 14, "days", "all", "C2", 'J')                                          \
	K(THIRD_RISE_DAYS, 42, "days", "all", "C2", 'J')                                           \
	K(SESSION_UP, 2, "points", "all", "C2", 'J')                                               \
	/* mornings */                                                                             \
	K(USUAL_MORNINGS, 7, "answers", "all", "C2 words", 'J')                                    \
	K(USUAL_MORNINGS_MIN, 3, "answers", "all", "C2 words", 'J')                                \
	K(USUAL_DAYS, 28, "days", "all", "C2 words", 'J')                                          \
	K(SORE_MORNING, 2, "points above usual", "all", "C2, Silbernagel 2007", 'C')               \
	K(FLARE_MORNING, 3, "points above usual", "all", "C2", 'J')                                \
	K(FLARE_CLOSED_WITHIN, 1, "points above usual", "all", "C2", 'J')                          \
	K(FLARE_DAYS_MAX, 7, "easy days", "all", "C2", 'J')                                        \
	K(WEEK_ANSWERS_MIN, 3, "answers a week", "all", "C2", 'J')                                 \
	K(WEEK_UP, 2, "points of the weekly mean", "NPRS", "C2, Ostelo 2008", 'B')                 \
	/* effort and dose */                                                                      \
	K(EFFORT_LOW_UNDER, 40, "percent", "all", "S0.challenge, C3", 'J')                         \
	K(EFFORT_RIGHT_UNDER, 80, "percent", "all", "C3", 'J')                                     \
	K(EFFORT_TOO_HIGH, 95, "percent", "all", "C3", 'J')                                        \
	K(CLEAN_TO_RISE, 2, "clean exposures", "all", "C3", 'J')                                   \
	K(RUN_TO_LOWER, 2, "exposures running", "all", "S0.form, C3", 'J')                         \
	K(COMFORT_ABOVE_SEED_MAX, 2, "rungs", "all", "C3", 'J')                                    \
	K(RUNG_DAYS_MIN, 3, "days", "below strengthen", "C3", 'J')                                 \
	K(EVIDENCE_DAYS_MAX, 56, "days since it was last done", "all", "C3", 'J')                  \
	K(RISES_A_SESSION_MAX, 2, "exercises", "all", "DESIGN inv. 4", 'J')                        \
	K(WEEK_CAP_PERCENT, 130, "percent", "strengthen, fitness", "C3", 'J')                      \
	K(WEEK_CAP_WEEKS, 4, "weeks that held a session", "strengthen, fitness", "C3", 'J')        \
	K(LOADED_DAYS_MIN, 2, "days apart", "loaded fitness movements", "C3", 'J')                 \
	/* absence */                                                                              \
	K(ABSENCE_HOLD_DAYS, 7, "days", "all", "C3b", 'J')                                         \
	K(ABSENCE_ONE_DAYS, 14, "days", "all", "C3b", 'J')                                         \
	K(ABSENCE_TWO_DAYS, 28, "days", "all", "C3b", 'J')                                         \
	/* stages */                                                                               \
	K(START_TRAINING_PAIN_MAX, 3, "points", "already training", "C3b", 'J')                    \
	K(START_TRAINING_RUNG, 2, "rung", "already training", "C3b", 'J')                          \
	K(START_TRAINING_SESSIONS, 1, "clean session", "already training", "C3b", 'J')             \
	K(CALM_SESSIONS, 2, "sessions without a counted rise", "all", "C3b", 'J')                  \
	K(RESTORE_SESSIONS, 4, "sessions", "all", "C3b", 'J')                                      \
	K(RESTORE_DATES_APART, 6, "dates, first to last", "all", "C3b", 'J')                       \
	K(RESTORE_LAST_CLEAN, 2, "sessions without a counted rise", "all", "C3b", 'J')             \
	K(STRENGTHEN_SESSIONS, 6, "sessions", "all", "C3b", 'J')                                   \
	K(STRENGTHEN_DATES_APART, 13, "dates, first to last", "all", "C3b", 'J')                   \
	K(STRENGTHEN_RUNG, 3, "rung of bridge, brace and hinge", "all", "C3b", 'J')                \
	K(STRENGTHEN_FLARE_DAYS, 7, "days without a flare", "all", "C3b", 'J')                     \
	K(DEADLIFT_HINGE_CLEAN, 3, "clean exposures of the hinge", "all", "C3b", 'J')              \
	K(SWING_DEADLIFT_RUNG, 3, "rung of the deadlift", "all", "C3b", 'J')                       \
	K(SEQUENCE_ROLL_CLEAN, 3, "clean exposures", "all", "C3b, S2.sequence", 'J')               \
	K(SEQUENCE_BRACE_SETS, 3, "sets", "all", "C3b, S2.sequence", 'J')                          \
	K(SEQUENCE_BRACE_HOLD_S, 10, "seconds", "all", "C3b, S2.sequence", 'J')                    \
	K(SEQUENCE_EXTENSION_CLEAN, 2, "clean exposures", "all", "C3b, S2.sequence", 'J')          \
	K(SEQUENCE_HINGE_RUNG, 3, "rung of the hinge", "all", "C3b", 'J')                          \
	K(MAINTENANCE_PAIN_MAX, 1, "points", "all", "C3b, S1.prevent", 'J')                        \
	K(MAINTENANCE_DAYS, 28, "days", "all", "C3b, S1.prevent", 'J')                             \
	/* direction */                                                                            \
	K(WAY_BACK_DAYS, 3, "days after it went further out", "all", "C4", 'J')                    \
	K(WAY_BACK_REPS, 5, "repetitions", "all", "C4", 'J')                                       \
	/* self-tests: offered one a day, the first days of each by its number of days after the   \
	 * first session */                                                                        \
	K(TEST_DAY_FLEXION, 1, "days after the first session", "all", "C4", 'J')                   \
	K(TEST_DAY_EXTENSION, 2, "days after the first session", "all", "C4", 'J')                 \
	K(TEST_DAY_SIDE, 3, "days after the first session", "all", "C4", 'J')                      \
	K(TEST_DAY_ROTATION, 4, "days after the first session", "all", "C4", 'J')                  \
	K(TEST_DAY_KNEES, 5, "days after the first session", "all", "C4, S1.syndrome", 'J')        \
	K(TEST_DAY_PSOAS, 6, "days after the first session", "all", "S3.balance", 'J')             \
	K(TEST_DAY_BRIDGE, 7, "days after the first session", "all", "S3.override", 'J')           \
	K(TEST_DAY_SIT, 8, "days after the first session", "all", "Jones 1999", 'J')               \
	K(TEST_DAY_FRONT, 10, "days after the first session", "all", "S2.brace", 'J')              \
	K(TEST_DAY_SIDE_HOLD, 12, "days after the first session", "all", "S2.brace", 'J')          \
	K(TEST_PAIN_FROM, 7, "points: no test", "all", "C4", 'J')                                  \
	K(TEST_REPS, 5, "repetitions, and as many again", "all", "C4", 'J')                        \
	K(TEST_RISE_MAX, 2, "points of back pain, if more central", "all", "C4, Long 2004", 'B')   \
	K(TEST_GONE_MIN, 30, "minutes", "all", "C4", 'J')                                          \
	K(TEST_AGAIN_DAYS, 3, "days after it went further out", "all", "C4", 'J')                  \
	K(TEST_RETEST_DAYS, 42, "days", "all", "C4", 'J')                                          \
	K(TEST_SKIP_DAYS, 3, "days", "all", "C4", 'J')                                             \
	K(TEST_SKIPS_MAX, 3, "times put off running", "all", "C4", 'J')                            \
	K(TEST_END_HOLD_S, 2, "seconds at the end of each repetition", "all", "S4.dose", 'J')      \
	K(TEST_LENGTH_HOLD_S, 10, "seconds a side", "psoas length", "S3.hold", 'J')                \
	K(TEST_HOLD_MAX_S, 30, "seconds, front and side hold", "all", "C6", 'J')                   \
	K(TEST_COUNT_S, 30, "seconds of sit-to-stand", "all", "Jones 1999", 'B')                   \
	/* gates */                                                                                \
	K(MORNING_GATE_MIN, 60, "minutes after getting up", "all", "C5, Snook 1998", 'B')          \
	K(PREGNANCY_GATE_DAYS, 140, "days (20 weeks)", "pregnancy", "C5, ACOG 804", 'C')           \
	K(SUPINE_MAX_S, 120, "seconds at a time", "pregnancy", "C5, ACOG 804", 'C')                \
	K(ABDOMINAL_GATE_DAYS, 84, "days (12 weeks)", "abdominal surgery, birth", "C5", 'J')       \
	/* measures (C7) and patterns */                                                           \
	K(MEASURE_NPRS_NOISE, 1, "points", "NPRS", "C7, Childs 2005", 'B')                         \
	K(MEASURE_WEEK_ANSWERS_MIN, 2, "answers in a week", "NPRS", "C7", 'J')                     \
	K(MEASURE_ROLAND_POINTS, 5, "statements", "Roland-Morris", "C7, Ostelo 2008", 'B')         \
	K(MEASURE_ROLAND_PERCENT, 30, "percent", "Roland-Morris", "C7, Ostelo 2008", 'B')          \
	K(MEASURE_ROLAND_NOISE, 3, "statements", "Roland-Morris", "Stratford 1996", 'B')           \
	K(MEASURE_ROLAND_FLOOR, 4, "statements, under it", "Roland-Morris", "C7, Stratford 1996",  \
	  'B')                                                                                     \
	K(MEASURE_ROLAND_CEILING, 20, "statements, over it", "Roland-Morris",                      \
	  "C7, Stratford 1996", 'B')                                                               \
	K(MEASURE_ROLAND_RECOVERED, 2, "statements at most", "Roland-Morris", "C7", 'J')           \
	K(MEASURE_PSFS_SMALL, 13, "tenths of a point", "PSFS", "C7, Abbott 2014", 'B')             \
	K(MEASURE_PSFS_MEDIUM, 23, "tenths of a point", "PSFS", "C7, Abbott 2014", 'B')            \
	K(MEASURE_PSFS_LARGE, 27, "tenths of a point", "PSFS", "C7, Abbott 2014", 'B')             \
	K(MEASURE_CONFIDENCE_POINTS, 2, "points", "confidence", "C7, S4.confidence", 'J')          \
	K(MEASURE_OSWESTRY_POINTS, 10, "points", "Oswestry", "C7, Ostelo 2008", 'B')               \
	K(MEASURE_OSWESTRY_PERCENT, 30, "percent", "Oswestry", "C7, Ostelo 2008", 'B')             \
	K(MEASURE_OSWESTRY_NOISE, 5, "points", "Oswestry", "C7", 'J')                              \
	K(MEASURE_GLOBAL_POINTS, 2, "points", "global change", "C7", 'J')                          \
	K(MEASURE_PSFS_FIRST_DAYS, 2, "days after the first session", "all", "C7", 'J')            \
	K(MEASURE_ROLAND_FIRST_DAYS, 5, "days after the first session", "all", "C7", 'J')          \
	K(MEASURE_CONFIDENCE_DAYS, 14, "days", "all", "C7, S4.confidence", 'J')                    \
	K(MEASURE_GLOBAL_FIRST_DAYS, 42, "days after the first session", "all", "C7", 'J')         \
	K(MEASURE_RETEST_DAYS, 35, "days", "all", "C7", 'J')                                       \
	K(MEASURE_OFFER_DAYS, 7, "days it is offered for", "all", "C7", 'J')                       \
	K(PATTERN_TIMES_MIN, 5, "session days with it, and without it", "all", "C7", 'J')           \
	K(PATTERN_CHANCE_PERCENT, 5, "percent, over all movements compared", "all", "C7", 'J')     \
	K(PATTERN_DAYS, 63, "days looked back", "all", "C7", 'J')                                  \
	K(PATTERN_AROUND_DAYS, 7, "days before and after a morning", "all", "C7", 'J')             \
	K(PATTERN_AROUND_MIN, 5, "mornings in them", "all", "C7", 'J')                             \
	K(RELIEF_TIMES_MIN, 2, "times done", "all", "S0.relief", 'J')                              \
	/* the clinician's hand */                                                                 \
	K(OVERRIDE_DAYS_MAX, 84, "days (12 weeks)", "a gate opened by a clinician", "C5", 'J')     \
	/* a session */                                                                            \
	K(EXERCISES_MAX_USUAL, 4, "exercises", "all", "C6, S2.simple, Medina-Mirapeix 2009", 'B')  \
	K(MINUTES_USUAL, 15, "minutes", "all", "C6, Mueller 2020", 'B')

enum {
#define KEEL_THRESHOLD_ENUM(name, value, unit, population, source, grade) KEEL_##name = (value),
	KEEL_THRESHOLD_LIST(KEEL_THRESHOLD_ENUM)
#undef KEEL_THRESHOLD_ENUM
};

typedef struct keel_threshold {
	const char *name;
	int value;
	const char *unit;
	const char *population;
	const char *source;
	char grade;
} keel_threshold;

/* The same list as data, for documents and for tests. */
extern const keel_threshold keel_thresholds[];
extern const int keel_threshold_count;

/* What a clinician may set for one person: B(NAME, least, most, gentler), gentler -1 when the
 * smaller number asks less of the back, 1 when the larger does. All bounds are J. Chosen are the
 * numbers that a physiotherapist sets by irritability: how soon to stop, how long to rest, how fast
 * to go up. What decides about emergencies, screening, age, conditions and pregnancy is not among
 * them. Two bounds let a person be led more slowly only (clean exposures, days a rung): the proved
 * step of a dose stays the fastest there is. A rest has an end and a rise stays possible at every
 * bound, so that no setting leaves anyone stuck.
 */
#define KEEL_TUNABLE_LIST(B)                                                                       \
	B(RISE_STOP, 2, 3, -1)                                                                     \
	B(REST_DAYS_STOP, 2, 7, 1)                                                                 \
	B(REST_DAYS_SECOND, 3, 14, 1)                                                              \
	B(CLEAN_TO_RISE, 2, 4, 1)                                                                  \
	B(RUNG_DAYS_MIN, 3, 14, 1)                                                                 \
	B(RISES_A_SESSION_MAX, 1, 2, -1)                                                           \
	B(WEEK_CAP_PERCENT, 110, 150, -1)                                                          \
	B(MORNING_GATE_MIN, 30, 120, 1)

typedef struct keel_tunable_bounds {
	int usual; /* the threshold itself */
	int least;
	int most;
	int gentler;
} keel_tunable_bounds;

extern const keel_tunable_bounds keel_tunables[]; /* by keel_tunable */

/* The row of keel_thresholds that a clinician may move. */
const keel_threshold *keel_tunable_threshold(keel_tunable tunable);

/* Movements that a clinical rule names. A movement of the catalogue is known to the rules by these
 * ids only. */
#define KEEL_ID_BRIDGE "glute-bridge"
#define KEEL_ID_HINGE "hip-hinge"
#define KEEL_ID_DEADLIFT "deadlift"
#define KEEL_ID_SWING "swing"
#define KEEL_ID_SEGMENTAL_ROLL "segmental-roll"
#define KEEL_ID_BEAR_HOLD "bear-hold"
#define KEEL_ID_PLANK "plank"
#define KEEL_ID_PRONE_EXTENSION "prone-hip-extension"
#define KEEL_ID_QUADRUPED_EXTENSION "quadruped-hip-extension"
#define KEEL_ID_STANDING_EXTENSION "standing-hip-extension"
#define KEEL_ID_SINGLE_LEG_BRIDGE "single-leg-bridge"
/* The screening question whose "no" says that a clinician has looked at this back (S1.physician).
 */
#define KEEL_ID_NEVER_ASSESSED "never-assessed"
#define KEEL_PROGRAMME_PERSONAL "personal"
#define KEEL_PROGRAMME_PRESCRIBED "clinician" /* the list that a clinician made */

#endif
