/* The closed vocabularies of Keel: one X-list each, shared by catalogue, events and judgement.
 *
 * V(NAME, "name"): the C constant is KEEL_<LIST>_<NAME>, the text stands in files, events and JSON. The order is part
 * of the compiled catalogue and of the event codec: append, never insert. Anything outside a list is an error with
 * its place (fail closed).
 */
#ifndef KEEL_CORE_BASE_NAMES_H
#define KEEL_CORE_BASE_NAMES_H

#include <stddef.h>

/* What an exercise is for (S1.aim). BRACE and later are the ones whose effort is asked (CLINICAL 3). */
#define KEEL_NAMES_AIM(V)                                                                                    \
	V(BREATHING, "breathing")                                                                            \
	V(MOBILITY, "mobility")                                                                              \
	V(STRETCH, "stretch")                                                                                \
	V(CONTROL, "control")                                                                                \
	V(BRACE, "brace")                                                                                    \
	V(ACTIVATE, "activate")                                                                              \
	V(STRENGTHEN, "strengthen")                                                                          \
	V(INTEGRATE, "integrate")                                                                            \
	V(CONDITIONING, "conditioning")

#define KEEL_NAMES_STAGE(V) V(CALM, "calm") V(RESTORE, "restore") V(STRENGTHEN, "strengthen") V(FITNESS, "fitness")

/* What a movement does to the spine; a movement declares a set of them, each mid or end range. */
#define KEEL_NAMES_DIRECTION(V)                                                                              \
	V(FLEXION, "flexion")                                                                                \
	V(EXTENSION, "extension")                                                                            \
	V(SIDE, "side")                                                                                      \
	V(ROTATION, "rotation")

/* Body positions a movement starts in or passes through; a person may not be able to use some (CLINICAL 5). */
#define KEEL_NAMES_POSITION(V)                                                                               \
	V(SUPINE, "supine")                                                                                  \
	V(PRONE, "prone")                                                                                    \
	V(SIDE_LYING, "side-lying")                                                                          \
	V(HANDS_AND_KNEES, "hands-and-knees")                                                                \
	V(KNEELING, "kneeling")                                                                              \
	V(HALF_KNEELING, "half-kneeling")                                                                    \
	V(CROSS_LEGGED, "cross-legged")                                                                      \
	V(FLOOR_SITTING, "floor-sitting")                                                                    \
	V(PUSH_UP, "push-up")                                                                                \
	V(SITTING, "sitting")                                                                                \
	V(STANDING, "standing")                                                                              \
	V(SINGLE_LEG, "single-leg")                                                                          \
	V(WALKING, "walking")

/* What a person may be unable to do (CLINICAL 5, last row): the positions above follow from it. */
#define KEEL_NAMES_ABILITY(V)                                                                                \
	V(KNEEL, "kneel")                                                                                    \
	V(LIE, "lie")                                                                                        \
	V(FLOOR, "floor")                                                                                    \
	V(CROSS_LEGS, "cross-legs")

#define KEEL_NAMES_EQUIPMENT(V)                                                                              \
	V(MAT, "mat")                                                                                        \
	V(CHAIR, "chair")                                                                                    \
	V(WALL, "wall")                                                                                      \
	V(COUNTER, "counter")                                                                                \
	V(POST, "post")                                                                                      \
	V(BAG, "bag")                                                                                        \
	V(PILLOW, "pillow")                                                                                  \
	V(DOWEL, "dowel")                                                                                    \
	V(WEIGHT, "weight")                                                                                  \
	V(STEP, "step")                                                                                      \
	V(TABLE, "table")                                                                                    \
	V(HELPER, "helper")

/* Health conditions with a gate of their own (CLINICAL 5). */
#define KEEL_NAMES_CONDITION(V)                                                                              \
	V(FLEXION_SENSITIVE, "flexion-sensitive")                                                            \
	V(EXTENSION_SENSITIVE, "extension-sensitive")                                                        \
	V(MORNINGS_WORSE, "mornings-worse")                                                                  \
	V(OSTEOPOROSIS, "osteoporosis")                                                                      \
	V(VERTEBRAL_FRACTURE, "vertebral-fracture")                                                          \
	V(PREGNANCY, "pregnancy")                                                                            \
	V(FALLS, "falls")                                                                                    \
	V(HIP_REPLACEMENT, "hip-replacement")                                                                \
	V(WRIST_SHOULDER, "wrist-shoulder")                                                                  \
	V(BLOOD_PRESSURE, "blood-pressure")                                                                  \
	V(GLAUCOMA, "glaucoma")                                                                              \
	V(ABDOMINAL, "abdominal")                                                                            \
	V(STENOSIS, "stenosis")                                                                              \
	V(SPONDYLOLISTHESIS, "spondylolisthesis")

/* What a movement asks of the body that a condition may forbid or move (CLINICAL 5). A movement file lists them under
 * `gates`; which condition closes which gate, hard or soft, is a table in core/safety. */
#define KEEL_NAMES_GATE(V)                                                                                   \
	V(MORNING_FLEXION, "morning-flexion")       /* end-range or loaded flexion */                        \
	V(END_FLEXION, "end-flexion")                                                                        \
	V(LOADED_FLEXION, "loaded-flexion")                                                                  \
	V(RAPID_FLEXION, "rapid-flexion")                                                                    \
	V(END_TWIST, "end-twist")                                                                            \
	V(END_EXTENSION, "end-extension")                                                                    \
	V(LOADED_EXTENSION, "loaded-extension")                                                              \
	V(FLOOR_LIFT, "floor-lift")                                                                          \
	V(PRONE, "prone")                                                                                    \
	V(SUPINE, "supine")                                                                                  \
	V(UNSUPPORTED_BALANCE, "unsupported-balance") /* single-leg or feet-together stance, no support */   \
	V(DEEP_HIP_FLEXION, "deep-hip-flexion")     /* also cross-legged, figure-four */                     \
	V(HANDS_BEARING, "hands-bearing")                                                                    \
	V(HEAD_DOWN, "head-down")                                                                            \
	V(LONG_HOLD, "long-hold")                   /* holds over 10 s */                                    \
	V(SWING, "swing")                                                                                    \
	V(CURL_UP, "curl-up")                                                                                \
	V(PLANK, "plank")                                                                                    \
	V(KNEEL, "kneel")                                                                                    \
	V(LIE, "lie")                                                                                        \
	V(FLOOR, "floor")                                                                                    \
	V(CROSS_LEGS, "cross-legs")

#define KEEL_NAMES_SIDES(V) V(NONE, "none") V(ONE_THEN_OTHER, "one-then-other") V(ALTERNATE, "alternate")
#define KEEL_NAMES_SIDE(V) V(BOTH, "both") V(LEFT, "left") V(RIGHT, "right")
#define KEEL_NAMES_BREATH(V) V(EASY, "easy") V(IN, "in") V(OUT, "out")
#define KEEL_NAMES_PAIN_LIMIT(V) V(RULE, "rule") V(NONE_ADDED, "none-added")

/* Furthest place the pain is felt, from the centre outwards: a larger number is further out. */
#define KEEL_NAMES_PLACE(V)                                                                                  \
	V(NOWHERE, "nowhere")                                                                                \
	V(BACK, "back")                                                                                      \
	V(BUTTOCK, "buttock")                                                                                \
	V(THIGH, "thigh")                                                                                    \
	V(BELOW_KNEE, "below-knee")                                                                          \
	V(FOOT, "foot")

/* Screening (CLINICAL 1). A larger number is less urgent. */
#define KEEL_NAMES_TIER(V)                                                                                   \
	V(EMERGENCY, "emergency")                                                                            \
	V(SAME_DAY, "same-day")                                                                              \
	V(CLINICIAN_SOON, "clinician-soon")                                                                  \
	V(ADVICE, "advice")                                                                                  \
	V(INFLAMMATORY, "inflammatory")
#define KEEL_NAMES_ANSWER(V) V(NO, "no") V(YES, "yes") V(UNSURE, "unsure")

/* Answer after a movement (CLINICAL 2, Words). */
#define KEEL_NAMES_CHANGE(V)                                                                                 \
	V(SAME_OR_LESS, "same-or-less")                                                                      \
	V(A_BIT_MORE, "a-bit-more")                                                                          \
	V(CLEARLY_MORE, "clearly-more")                                                                      \
	V(LESS, "less") /* judged as "same or less", and remembered as relief (S0.relief) */
#define KEEL_NAMES_SETTLED(V) V(NO, "no") V(YES, "yes")
#define KEEL_NAMES_FORM(V) V(KEPT, "kept") V(LOST, "lost")
#define KEEL_NAMES_AFTER(V) V(SETTLED, "settled") V(WORSE_A_DAY, "worse-a-day") V(STILL_WORSE, "still-worse")

/* Why a set, a movement or a session ended. */
#define KEEL_NAMES_END(V)                                                                                    \
	V(DONE, "done")                                                                                      \
	V(EASED, "eased")                                                                                    \
	V(SKIPPED, "skipped")                                                                                \
	V(FORM, "form")                                                                                      \
	V(PAIN, "pain")                                                                                      \
	V(UNWELL, "unwell")                                                                                  \
	V(SWAPPED, "swapped")                                                                                \
	V(STOPPED, "stopped")

/* Stop signs (CLINICAL 1b). */
#define KEEL_NAMES_SIGN(V)                                                                                   \
	V(CHEST, "chest")                                                                                    \
	V(FAINT, "faint")                                                                                    \
	V(BREATHLESS, "breathless")                                                                          \
	V(HEARTBEAT, "heartbeat")                                                                            \
	V(LEG, "leg")                                                                                        \
	V(HEADACHE, "headache")                                                                              \
	V(BALANCE, "balance")                                                                                \
	V(PREGNANCY, "pregnancy")                                                                            \
	V(OTHER, "other")

/* Why an item stands in a session. */
#define KEEL_NAMES_PURPOSE(V)                                                                                \
	V(PLAN, "plan")           /* the ordinary choice */                                                  \
	V(WAY_BACK, "way-back")   /* 5 repetitions at rung 1 of a resting direction (CLINICAL 4) */          \
	V(TRY_AGAIN, "try-again") /* after the third counted rise (CLINICAL 2) */                            \
	V(CALM, "calm")           /* finish with a calm movement */                                          \
	V(SWAP, "swap")                                                                                      \
	V(TEST, "test") /* a self-test: pain counts, the rest raises and lowers nothing */

#define KEEL_NAMES_SWAP(V) V(EQUIPMENT, "equipment") V(EASIER, "easier") V(HARDER, "harder") V(DISLIKE, "dislike") V(PAIN, "pain") V(OTHER, "other")
#define KEEL_NAMES_LIKING(V) V(NEUTRAL, "neutral") V(LIKE, "like") V(DISLIKE, "dislike")
#define KEEL_NAMES_CLEARANCE(V) V(MISTAKE, "mistake") V(ASSESSED, "assessed") V(ADVICE, "advice") V(CLINICIAN, "clinician")
#define KEEL_NAMES_TRAINING(V) V(NO, "no") V(YES, "yes")
#define KEEL_NAMES_SYMPTOM(V) V(LEG_NEW, "leg-new") V(LEG_WORSE, "leg-worse") V(LEG_BETTER, "leg-better")
#define KEEL_NAMES_REVIEW(V) V(NONE, "none") V(SOME, "some")
#define KEEL_NAMES_MEASURE(V)                                                                                \
	V(CONFIDENCE, "confidence")                                                                          \
	V(NPRS, "nprs")                                                                                      \
	V(ROLAND_MORRIS, "roland-morris")                                                                    \
	V(PSFS, "psfs")                                                                                      \
	V(OSWESTRY, "oswestry")                                                                              \
	V(START_BACK, "start-back")                                                                          \
	V(GLOBAL_CHANGE, "global-change")
#define KEEL_NAMES_EDIT(V)                                                                                   \
	V(PIN, "pin")                                                                                        \
	V(FORBID, "forbid")                                                                                  \
	V(ALLOW, "allow")                                                                                    \
	V(OVERRIDE_GATE, "override-gate")                                                                    \
	V(CLEAR_MOVEMENT, "clear-movement")                                                                  \
	V(PRESCRIBE, "prescribe") /* one movement of a home programme */                                     \
	V(DOSE, "dose")           /* the dose of a movement, at most */                                      \
	V(THRESHOLD, "threshold") /* a number of core/state/thresholds.h, within its bounds */

/* Numbers that a clinician may set for one person; bounds and defaults stand in core/state/thresholds.h. */
#define KEEL_NAMES_TUNABLE(V)                                                                                \
	V(RISE_STOP, "rise-stop")                                                                            \
	V(REST_DAYS_STOP, "rest-days-stop")                                                                  \
	V(REST_DAYS_SECOND, "rest-days-second")                                                              \
	V(CLEAN_TO_RISE, "clean-to-rise")                                                                    \
	V(RUNG_DAYS_MIN, "rung-days-min")                                                                    \
	V(RISES_A_SESSION_MAX, "rises-a-session-max")                                                        \
	V(WEEK_CAP_PERCENT, "week-cap-percent")                                                              \
	V(MORNING_GATE_MIN, "morning-gate-min")

/* Direction self-test and baselines (CLINICAL 4). */
#define KEEL_NAMES_TEST(V)                                                                                   \
	V(FLEXION, "flexion")                                                                                \
	V(EXTENSION, "extension")                                                                            \
	V(SIDE, "side")                                                                                      \
	V(ROTATION, "rotation")                                                                              \
	V(KNEES, "knees")                     /* S1.syndrome: easier with the knees bent or straight */      \
	V(PSOAS_LENGTH, "psoas-length")                                                                      \
	V(BRIDGE_OVERRIDE, "bridge-override") /* S3.override */                                              \
	V(FRONT_HOLD, "front-hold")                                                                          \
	V(SIDE_HOLD, "side-hold")                                                                            \
	V(SIT_TO_STAND, "sit-to-stand")

/* Every list above, for generators: L(LIST, list). */
#define KEEL_NAMES_LISTS(L)                                                                                  \
	L(AIM, aim) L(STAGE, stage) L(DIRECTION, direction) L(POSITION, position) L(ABILITY, ability)        \
	L(EQUIPMENT, equipment) L(CONDITION, condition) L(GATE, gate) L(SIDES, sides) L(SIDE, side)          \
	L(BREATH, breath) L(PAIN_LIMIT, pain_limit) L(PLACE, place) L(TIER, tier) L(ANSWER, answer)          \
	L(CHANGE, change) L(SETTLED, settled) L(FORM, form) L(AFTER, after) L(END, end) L(SIGN, sign)        \
	L(PURPOSE, purpose) L(SWAP, swap) L(LIKING, liking) L(CLEARANCE, clearance) L(TRAINING, training)    \
	L(SYMPTOM, symptom) L(REVIEW, review) L(MEASURE, measure) L(EDIT, edit) L(TEST, test)       \
	L(TUNABLE, tunable)

#define KEEL_NAMES_DECLARE(LIST, list)                                                                       \
	extern const char *const keel_##list##_names[];                                                      \
	extern const int keel_##list##_name_count;
KEEL_NAMES_LISTS(KEEL_NAMES_DECLARE)
#undef KEEL_NAMES_DECLARE

#define KEEL_NAMES_V(NAME, text) KEEL_AIM_##NAME,
typedef enum keel_aim { KEEL_NAMES_AIM(KEEL_NAMES_V) KEEL_AIM_COUNT } keel_aim;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_STAGE_##NAME,
typedef enum keel_stage { KEEL_NAMES_STAGE(KEEL_NAMES_V) KEEL_STAGE_COUNT } keel_stage;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_DIRECTION_##NAME,
typedef enum keel_direction { KEEL_NAMES_DIRECTION(KEEL_NAMES_V) KEEL_DIRECTION_COUNT } keel_direction;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_POSITION_##NAME,
typedef enum keel_position { KEEL_NAMES_POSITION(KEEL_NAMES_V) KEEL_POSITION_COUNT } keel_position;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_ABILITY_##NAME,
typedef enum keel_ability { KEEL_NAMES_ABILITY(KEEL_NAMES_V) KEEL_ABILITY_COUNT } keel_ability;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_EQUIPMENT_##NAME,
typedef enum keel_equipment { KEEL_NAMES_EQUIPMENT(KEEL_NAMES_V) KEEL_EQUIPMENT_COUNT } keel_equipment;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_CONDITION_##NAME,
typedef enum keel_condition { KEEL_NAMES_CONDITION(KEEL_NAMES_V) KEEL_CONDITION_COUNT } keel_condition;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_GATE_##NAME,
typedef enum keel_gate { KEEL_NAMES_GATE(KEEL_NAMES_V) KEEL_GATE_COUNT } keel_gate;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_SIDES_##NAME,
typedef enum keel_sides { KEEL_NAMES_SIDES(KEEL_NAMES_V) KEEL_SIDES_COUNT } keel_sides;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_SIDE_##NAME,
typedef enum keel_side { KEEL_NAMES_SIDE(KEEL_NAMES_V) KEEL_SIDE_COUNT } keel_side;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_BREATH_##NAME,
typedef enum keel_breath { KEEL_NAMES_BREATH(KEEL_NAMES_V) KEEL_BREATH_COUNT } keel_breath;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_PAIN_LIMIT_##NAME,
typedef enum keel_pain_limit { KEEL_NAMES_PAIN_LIMIT(KEEL_NAMES_V) KEEL_PAIN_LIMIT_COUNT } keel_pain_limit;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_PLACE_##NAME,
typedef enum keel_place { KEEL_NAMES_PLACE(KEEL_NAMES_V) KEEL_PLACE_COUNT } keel_place;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_TIER_##NAME,
typedef enum keel_tier { KEEL_NAMES_TIER(KEEL_NAMES_V) KEEL_TIER_COUNT } keel_tier;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_ANSWER_##NAME,
typedef enum keel_answer { KEEL_NAMES_ANSWER(KEEL_NAMES_V) KEEL_ANSWER_COUNT } keel_answer;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_CHANGE_##NAME,
typedef enum keel_change { KEEL_NAMES_CHANGE(KEEL_NAMES_V) KEEL_CHANGE_COUNT } keel_change;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_SETTLED_##NAME,
typedef enum keel_settled { KEEL_NAMES_SETTLED(KEEL_NAMES_V) KEEL_SETTLED_COUNT } keel_settled;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_FORM_##NAME,
typedef enum keel_form { KEEL_NAMES_FORM(KEEL_NAMES_V) KEEL_FORM_COUNT } keel_form;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_AFTER_##NAME,
typedef enum keel_after { KEEL_NAMES_AFTER(KEEL_NAMES_V) KEEL_AFTER_COUNT } keel_after;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_END_##NAME,
typedef enum keel_end { KEEL_NAMES_END(KEEL_NAMES_V) KEEL_END_COUNT } keel_end;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_SIGN_##NAME,
typedef enum keel_sign { KEEL_NAMES_SIGN(KEEL_NAMES_V) KEEL_SIGN_COUNT } keel_sign;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_PURPOSE_##NAME,
typedef enum keel_purpose { KEEL_NAMES_PURPOSE(KEEL_NAMES_V) KEEL_PURPOSE_COUNT } keel_purpose;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_SWAP_##NAME,
typedef enum keel_swap { KEEL_NAMES_SWAP(KEEL_NAMES_V) KEEL_SWAP_COUNT } keel_swap;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_LIKING_##NAME,
typedef enum keel_liking { KEEL_NAMES_LIKING(KEEL_NAMES_V) KEEL_LIKING_COUNT } keel_liking;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_CLEARANCE_##NAME,
typedef enum keel_clearance { KEEL_NAMES_CLEARANCE(KEEL_NAMES_V) KEEL_CLEARANCE_COUNT } keel_clearance;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_TRAINING_##NAME,
typedef enum keel_training { KEEL_NAMES_TRAINING(KEEL_NAMES_V) KEEL_TRAINING_COUNT } keel_training;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_SYMPTOM_##NAME,
typedef enum keel_symptom { KEEL_NAMES_SYMPTOM(KEEL_NAMES_V) KEEL_SYMPTOM_COUNT } keel_symptom;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_REVIEW_##NAME,
typedef enum keel_review { KEEL_NAMES_REVIEW(KEEL_NAMES_V) KEEL_REVIEW_COUNT } keel_review;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_MEASURE_##NAME,
typedef enum keel_measure { KEEL_NAMES_MEASURE(KEEL_NAMES_V) KEEL_MEASURE_COUNT } keel_measure;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_EDIT_##NAME,
typedef enum keel_edit { KEEL_NAMES_EDIT(KEEL_NAMES_V) KEEL_EDIT_COUNT } keel_edit;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_TEST_##NAME,
typedef enum keel_test { KEEL_NAMES_TEST(KEEL_NAMES_V) KEEL_TEST_COUNT } keel_test;
#undef KEEL_NAMES_V

#define KEEL_NAMES_V(NAME, text) KEEL_TUNABLE_##NAME,
typedef enum keel_tunable { KEEL_NAMES_TUNABLE(KEEL_NAMES_V) KEEL_TUNABLE_COUNT } keel_tunable;
#undef KEEL_NAMES_V

/* Index of the name of given length in a list, or -1. */
int keel_name_find(const char *const *names, int name_count, const char *text, size_t text_bytes);

#endif
