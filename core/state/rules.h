/* Every rule that can decide something, by id, with its source and grade. A prescription names
 * these ids; the text of a rule for people is the catalogue text `rule.<id>`; the numbers a rule
 * uses stand in thresholds.h. The list lives in this room because state, safety, plan and coach all
 * name rules, and includes point down only.
 *
 * R(NAME, "id", "source", 'grade'): grade A guideline or trial, B validated instrument or cohort, C
 * expert convention, J our own judgement. Sections are those of the clinical rules
 * (docs/CLINICAL.md of the project's founding papers): C1 screening, C2 pain, C3 effort, C3b
 * stages, C4 direction, C5 gates, C6 dose; S0..S4 the seed documents.
 */
#ifndef KEEL_CORE_STATE_RULES_H
#define KEEL_CORE_STATE_RULES_H

#define KEEL_RULE_LIST(R)                                                                          \
	/* locks and limits of the whole plan */                                                   \
	R(SCREEN_UNANSWERED, "screen.unanswered", "C1, Finucane 2020",                             \
	  'C') /* emergency, same-day not yet answered */                                          \
	R(SCREEN_EMERGENCY, "screen.emergency", "C1, Finucane 2020", 'A')                          \
	R(SCREEN_SAME_DAY, "screen.same-day", "C1, Finucane 2020", 'C')                            \
	R(SCREEN_CLINICIAN_SOON, "screen.clinician-soon", "C1", 'J') /* calm and restore only */   \
	R(SCREEN_ADVICE, "screen.advice", "C1, S1.physician",                                      \
	  'C') /* said, never locks or lowers */                                                   \
	R(SCREEN_INFLAMMATORY, "screen.inflammatory", "C1, ASAS 2009", 'B')                        \
	R(SCREEN_INCOMPLETE, "screen.incomplete", "C1", 'J') /* nothing above calm */              \
	R(SCREEN_REVIEW_DUE, "screen.review-due", "C1",                                            \
	  'J')					   /* weekly question open 14 days: calm */        \
	R(SCREEN_AGAIN, "screen.again", "C1", 'J') /* to be asked in full again */                 \
	R(SCREEN_LATER, "screen.later", "C1", 'J') /* in nobody's way: pattern, six weeks on */    \
	R(SCREEN_UNDER_AGE, "screen.under-age", "C1", 'J')                                         \
	R(LOG_INCOMPLETE, "log.incomplete", "DESIGN Events",                                       \
	  'J')						  /* newer events: nothing goes up */      \
	R(LOG_UPDATE, "log.update", "DESIGN Events", 'J') /* newer safety event: plan nothing */   \
	R(CLOCK_DOUBT, "clock.doubt", "DESIGN Events", 'J')                                        \
	/* pain during a movement (C2, first table) */                                             \
	R(PAIN_SPREAD, "pain.spread", "C2 (centralisation), Long 2004", 'B')                       \
	R(PAIN_RISE_3, "pain.rise-3", "C2, Silbernagel 2007", 'C')                                 \
	R(PAIN_HIGH_RISE_2, "pain.high-rise-2", "C2", 'J') /* during >= 8, rise 2 not settled */   \
	R(PAIN_RISE_2_SETTLED, "pain.rise-2-settled", "C2, S0.pain", 'J')                          \
	R(PAIN_RISE_2, "pain.rise-2", "C2, S0.pain", 'J') /* not settled: one rung down */         \
	R(PAIN_RISE_2_EASIER, "pain.rise-2-easier", "C2",                                          \
	  'J') /* at rung 1: the easier neighbour */                                               \
	R(PAIN_NONE_ADDED, "pain.none-added", "S2.nopain", 'C')                                    \
	R(PAIN_RISE_1_SETTLED, "pain.rise-1-settled", "C2, S0.pain", 'J')                          \
	R(PAIN_RISE_1, "pain.rise-1", "C2, S0.pain",                                               \
	  'J') /* not settled: finish today, same rung */                                          \
	R(PAIN_CLEAN, "pain.clean", "C2, Smith 2017", 'A')                                         \
	R(PAIN_HIGH, "pain.high", "C1", 'J') /* before >= 8: calm only today */                    \
	/* afterwards (C2, second table) */                                                        \
	R(AFTER_SESSION_UP, "after.session-up", "C2", 'J')                                         \
	R(AFTER_SECOND_RISE, "after.second-rise", "C2", 'J')                                       \
	R(AFTER_THIRD_RISE, "after.third-rise", "C2, S1.stop", 'J')                                \
	R(AFTER_TRY_AGAIN, "after.try-again", "C2", 'J')                                           \
	R(AFTER_SORE_MORNING, "after.sore-morning", "C2, Silbernagel 2007", 'C')                   \
	R(AFTER_FLARE, "after.flare", "C2", 'J')                                                   \
	R(AFTER_FLARE_CLOSED, "after.flare-closed", "C2", 'J')                                     \
	R(AFTER_FLARE_7, "after.flare-7", "C2", 'J')                                               \
	R(AFTER_UNKNOWN, "after.unknown", "C2", 'J')                                               \
	R(AFTER_WORSE_A_DAY, "after.worse-a-day", "C2", 'J')                                       \
	R(AFTER_STILL_WORSE, "after.still-worse", "C2", 'J')                                       \
	R(AFTER_WEEK_UP, "after.week-up", "C2, Ostelo 2008", 'B')                                  \
	/* dose (C3, C6) */                                                                        \
	R(DOSE_FIRST, "dose.first", "C6, S4.dose", 'C') /* first time: first or starting rung */   \
	R(DOSE_HOLD, "dose.hold", "C3", 'J')		/* nothing says up or down */              \
	R(EFFORT_LOW, "effort.low", "S0.challenge, C3", 'J') /* under 40 twice clean: up */        \
	R(EFFORT_RIGHT, "effort.right", "C3", 'J') /* 40-79 twice clean: up from strengthen */     \
	R(EFFORT_RIGHT_HOLD, "effort.right-hold", "C3", 'J') /* 40-79 below strengthen: hold */    \
	R(EFFORT_HIGH, "effort.high", "C3", 'J')	     /* 80-94: hold */                     \
	R(EFFORT_TOO_HIGH, "effort.too-high", "C3", 'J')     /* 95+ twice running: down */         \
	R(EFFORT_UNANSWERED, "effort.unanswered", "C3", 'J')                                       \
	R(FORM_LOST, "form.lost", "S0.form, C3", 'C')		  /* once: same rung */            \
	R(FORM_LOST_TWICE, "form.lost-twice", "S0.form, C3", 'J') /* two running: one rung down */ \
	R(COMFORT_UP, "comfort.up", "C3", 'J')		 /* mobility, stretch, ...: two clean */   \
	R(COMFORT_TOP, "comfort.top", "C3", 'J')	 /* at most two rungs above the seed */    \
	R(DOSE_TOP, "dose.top", "C3", 'J')		 /* end of the ladder */                   \
	R(DOSE_THREE_DAYS, "dose.three-days", "C3", 'J') /* one rung a movement per 3 days */      \
	R(DOSE_TWO_A_SESSION, "dose.two-a-session", "DESIGN inv. 4", 'J')                          \
	R(DOSE_WEEK_CAP, "dose.week-cap", "C3", 'J')                                               \
	R(DOSE_ABSENCE_7, "dose.absence-7", "C3b", 'J')                                            \
	R(DOSE_ABSENCE_14, "dose.absence-14", "C3b", 'J')                                          \
	R(DOSE_ABSENCE_28, "dose.absence-28", "C3b", 'J')                                          \
	R(DOSE_CATALOGUE, "dose.catalogue", "DESIGN Movement file",                                \
	  'J')						   /* the ladder changed under it */       \
	R(DOSE_DAY_BETWEEN, "dose.day-between", "C3", 'J') /* loaded: not on consecutive days */   \
	/* stages (C3b) */                                                                         \
	R(STAGE_START_CALM, "stage.start-calm", "C3b", 'J')                                        \
	R(STAGE_START_RESTORE, "stage.start-restore", "C3b", 'J')                                  \
	R(STAGE_RESTORE, "stage.restore", "C3b", 'J')                                              \
	R(STAGE_STRENGTHEN, "stage.strengthen", "C3b", 'J')                                        \
	R(STAGE_FITNESS, "stage.fitness", "C3b", 'J')                                              \
	R(STAGE_BACK, "stage.back", "C3b", 'J')                                                    \
	R(STAGE_NOT_OPEN, "stage.not-open", "C3b, S3.therapy", 'J')                                \
	R(STAGE_EASY_DAY, "stage.easy-day", "C2", 'J')                                             \
	R(STAGE_WISH, "stage.wish", "S2.simple", 'J') /* "only what calms today" */                \
	R(STAGE_NEEDS, "stage.needs", "C3b, S2.sequence",                                          \
	  'J') /* a declared prerequisite is open */                                               \
	/* direction (C4) */                                                                       \
	R(DIRECTION_RESTS, "direction.rests", "C4, Long 2004", 'B')                                \
	R(DIRECTION_WAY_BACK, "direction.way-back", "C4", 'J')                                     \
	/* gates (C5); the inputs name the condition and the gate */                               \
	R(GATE_SUPINE_SHORT, "gate.supine-short", "C5, ACOG 804",                                  \
	  'C') /* caution: 2 min at a time */                                                      \
	R(GATE_MORNING, "gate.morning", "C5, Snook 1998", 'B')                                     \
	R(GATE_CONDITION_HARD, "gate.condition-hard", "C5, Giangregorio 2014", 'C')                \
	R(GATE_CONDITION_SOFT, "gate.condition-soft", "C5, Brooke-Wavell 2022", 'C')               \
	R(GATE_ABILITY, "gate.ability", "C5", 'J')                                                 \
	R(EQUIPMENT_MISSING, "equipment.missing", "S0.support", 'J')                               \
	/* choice (C6, plan) */                                                                    \
	R(PLAN_PROGRAMME, "plan.programme", "DESIGN inv. 8", 'J')                                  \
	R(PLAN_CHOSEN, "plan.chosen", "S1.choice", 'J') /* personal: best of the allowed */        \
	R(PLAN_RELIEF, "plan.relief", "S0.relief", 'J') /* eased before */                         \
	R(PLAN_MORNING_LESS, "plan.morning-less", "C7, S1.choice",                                 \
	  'J') /* easier mornings after it, more often than after other sessions */               \
	R(PLAN_MORNING_MORE, "plan.morning-more", "C7, S1.choice",                                 \
	  'J') /* more pain the mornings after it: a preference, never a rest */                  \
	R(PLAN_LIKED, "plan.liked", "S1.choice", 'J')                                              \
	R(PLAN_DISLIKED, "plan.disliked", "S1.choice", 'J')                                        \
	R(PLAN_ROTATES, "plan.rotates", "S1.choice", 'J') /* another of its kind is in today */    \
	R(PLAN_MINUTES, "plan.minutes", "DESIGN inv. 9", 'J')                                      \
	R(PLAN_ENOUGH, "plan.enough", "S2.simple", 'B') /* enough movements for today */           \
	R(PLAN_NOT_IN_PROGRAMME, "plan.not-in-programme", "DESIGN inv. 8", 'J')                    \
	R(PLAN_REPLACED, "plan.replaced", "DESIGN Movement file", 'J')                             \
	R(PLAN_NEUTRAL, "plan.neutral", "C5", 'J')	     /* never empty-handed */              \
	R(PLAN_NEUTRAL_DONE, "plan.neutral-done", "C5", 'J') /* a rise in it ended it for today */ \
	R(PLAN_SECOND_PASS, "plan.second-pass", "DESIGN idea 4",                                   \
	  'J') /* safety changed the plan: a defect */                                             \
	R(PLAN_SEQUENCE, "plan.sequence", "C3b, S2.sequence",                                      \
	  'J') /* first open step of S2's order */                                                 \
	R(PLAN_WALKING, "plan.walking", "C6, WalkBack 2024",                                       \
	  'A')				      /* walking belongs in the plan */                    \
	R(PLAN_CALM, "plan.calm", "C3b", 'J') /* calm movement on an easy day */                   \
	R(PLAN_MAINTENANCE, "plan.maintenance", "C3b, S1.prevent",                                 \
	  'J') /* offered: pain 0-1 for four weeks */                                              \
	R(PLAN_SUBSTITUTE, "plan.substitute", "S0.support, C5",                                    \
	  'J') /* stands in for another movement */                                                \
	R(CLINICIAN_FORBIDS, "clinician.forbids", "C5", 'J')                                       \
	R(CLINICIAN_PINS, "clinician.pins", "C5", 'J')                                             \
	R(CLINICIAN_OVERRIDE, "clinician.override", "C5", 'J')                                     \
	/* stop (C1b) */                                                                           \
	R(STOP_UNWELL, "stop.unwell", "C1b, ACOG 804", 'C')                                        \
	/* the clinician's hand */                                                                 \
	R(CLINICIAN_PRESCRIBES, "clinician.prescribes", "DESIGN inv. 8",                           \
	  'J')					       /* on the list that a clinician made */     \
	R(CLINICIAN_DOSE, "clinician.dose", "C6", 'J') /* a clinician's dose, and not above it */  \
	R(CLINICIAN_THRESHOLD, "clinician.threshold", "C6",                                        \
	  'J') /* a number set for this person decided */                                          \
	R(CLINICIAN_PIN_WAITS, "clinician.pin-waits", "DESIGN inv. 9",                             \
	  'J') /* pinned, and today has no room for it */ \
	/* self-tests: when one is offered (C4) */                                                 \
	R(TEST_DUE, "test.due", "C4", 'J')                                                         \
	R(TEST_AGAIN, "test.again", "C4", 'J')		     /* measured again, on schedule */     \
	R(TEST_WAITS, "test.waits", "C4", 'J')		     /* another one is offered today */    \
	R(TEST_FIRST_SESSION, "test.first-session", "C4", 'J') /* never before it */               \
	R(TEST_NOT_YET, "test.not-yet", "C4", 'J')	     /* its day has not come */            \
	R(TEST_ONE_A_DAY, "test.one-a-day", "C4", 'J')                                             \
	R(TEST_AFTER_SESSION, "test.after-session", "C4", 'J') /* it stands before the session */  \
	R(TEST_DONE, "test.done", "C4", 'J')                                                       \
	R(TEST_THREE_DAYS, "test.three-days", "C4", 'J') /* further out: not before 3 days */      \
	R(TEST_SKIPPED, "test.skipped", "C4", 'J')                                                 \
	R(TEST_CONDITION, "test.condition", "C4, C5", 'J')                                         \
	R(TEST_PAIN, "test.pain", "C4", 'J')                                                       \
	R(TEST_LEG, "test.leg", "C4", 'J')                                                         \
	R(TEST_EASY_DAY, "test.easy-day", "C2, C4", 'J')                                           \
	R(TEST_MORNING, "test.morning", "C4, Snook 1998", 'B')                                     \
	R(TEST_MOVEMENT, "test.movement", "C4, C5", 'J') /* no movement for it is allowed today */ \
	/* ... what it found, and what follows */                                                  \
	R(TEST_CENTRAL, "test.central", "C4, Long 2004", 'B')                                      \
	R(TEST_CENTRAL_WAITS, "test.central-waits", "C4", 'J') /* is the rise gone in 30 min? */   \
	R(TEST_FURTHER, "test.further", "C4, Long 2004", 'B')                                      \
	R(TEST_NO_CHANGE, "test.no-change", "C4", 'J')                                             \
	R(TEST_KNEES_BENT, "test.knees-bent", "S1.syndrome", 'J')                                  \
	R(TEST_KNEES_OTHER, "test.knees-other", "S1.syndrome", 'J')                                \
	R(TEST_TIGHT, "test.tight", "S3.balance", 'J')                                             \
	R(TEST_FREE, "test.free", "S3.balance", 'J')                                               \
	R(TEST_OVERRIDE, "test.override", "S3.override", 'J')                                      \
	R(TEST_GLUTES, "test.glutes", "S3.override", 'J')                                          \
	R(TEST_HELD, "test.held", "C4", 'J')                                                       \
	R(TEST_HELD_SIDES, "test.held-sides", "C4, S1.bilateral", 'J')                             \
	R(TEST_COUNTED, "test.counted", "Jones 1999", 'B')                                         \
	R(TEST_WEAKER_SIDE, "test.weaker-side", "S1.bilateral", 'J') /* it sets the dose */        \
	R(TEST_WAS_TODAY, "test.was-today", "C4", 'J') /* the test was today's exercise of it */ \
	R(PAIN_STOPPED, "pain.stopped", "C2", 'J') /* ended for pain, without a rise told */       \
	/* choice: continuity */                                                                   \
	R(PLAN_LEARNING, "plan.learning", "C3, S2.simple", 'J') /* the next step is near */        \
	R(PLAN_LATER, "plan.later", "C6, S2.simple", 'J') /* new ones come when there is room */

typedef enum keel_rule {
#define KEEL_RULE_ENUM(NAME, id, source, grade) KEEL_RULE_##NAME,
	KEEL_RULE_LIST(KEEL_RULE_ENUM)
#undef KEEL_RULE_ENUM
		KEEL_RULE_COUNT
} keel_rule;

const char *keel_rule_id(keel_rule rule);
const char *keel_rule_source(keel_rule rule);
char keel_rule_grade(keel_rule rule);

#endif
