/* Every event and every field Keel knows, in one place. Codec, documentation, TypeScript types and the fuzz
 * dictionary are made from this list (tools/gen, core/event/codec.c).
 *
 * E(TYPE, type, "name", since)                    an event: constant, C name, name in JSON, first version
 * I(type, field, min, max, need, "unit or what")  an integer
 * N(type, field, list, need, "what")              one name of a list in core/base/names.h
 * T(type, field, bytes_max, need, "what")         text, 1..bytes_max bytes of UTF-8 without control characters
 * L(type, field, count_max, need, "what")         a list of integers (each in int32)
 *
 * need is REQUIRED or OPTIONAL. An absent optional integer or name is KEEL_ABSENT, an absent text has length 0.
 * Dates are local dates as days since 1970-01-01 (a day starts at 03:00 local time). Append only: a field that goes
 * stays readable for ever.
 *
 * The envelope stands before these fields: id, person, device, seq, counter, utc_ms, offset_min, v, safety, type and,
 * when the event corrects another, replaces (event.h).
 */
#ifndef KEEL_CORE_EVENT_EVENT_LIST_H
#define KEEL_CORE_EVENT_EVENT_LIST_H

#define KEEL_EVENT_LIST(E)                                                                                   \
	E(PROFILE, profile, "profile", 1)                                                                    \
	E(GOAL, goal, "goal", 1)                                                                             \
	E(SCHEDULE, schedule, "schedule", 1)                                                                 \
	E(EQUIPMENT, equipment, "equipment", 1)                                                              \
	E(ABILITY, ability, "ability", 1)                                                                    \
	E(CONDITION, condition, "condition", 1)                                                              \
	E(PREFERENCE, preference, "preference", 1)                                                           \
	E(PROGRAMME_CHOSEN, programme_chosen, "programme-chosen", 1)                                         \
	E(SCREENING_ANSWER, screening_answer, "screening-answer", 1)                                         \
	E(SCREENING_REVIEW, screening_review, "screening-review", 1)                                         \
	E(CLEARANCE, clearance, "clearance", 1)                                                              \
	E(DIRECTION_TEST, direction_test, "direction-test", 1)                                               \
	E(MEASURE, measure, "measure", 1)                                                                    \
	E(SESSION_PRESCRIBED, session_prescribed, "session-prescribed", 1)                                   \
	E(SESSION_ITEM, session_item, "session-item", 1)                                                     \
	E(SESSION_STARTED, session_started, "session-started", 1)                                            \
	E(SET_DONE, set_done, "set-done", 1)                                                                 \
	E(PAIN_REPORT, pain_report, "pain-report", 1)                                                        \
	E(EXERCISE_DONE, exercise_done, "exercise-done", 1)                                                  \
	E(EXERCISE_SWAPPED, exercise_swapped, "exercise-swapped", 1)                                         \
	E(UNWELL, unwell, "unwell", 1)                                                                       \
	E(SESSION_ENDED, session_ended, "session-ended", 1)                                                  \
	E(MORNING_CHECK, morning_check, "morning-check", 1)                                                  \
	E(AFTER_EFFECT, after_effect, "after-effect", 1)                                                     \
	E(SYMPTOM, symptom, "symptom", 1)                                                                    \
	E(TRY_AGAIN, try_again, "try-again", 1)                                                              \
	E(MOTION_SUMMARY, motion_summary, "motion-summary", 1)                                               \
	E(NOTE, note, "note", 1)                                                                             \
	E(CLINICIAN_EDIT, clinician_edit, "clinician-edit", 1)                                               \
	E(RETRACTION, retraction, "retraction", 1)                                                           \
	E(BASELINE, baseline, "baseline", 1)                                                                 \
	E(TEST_SKIPPED, test_skipped, "test-skipped", 1)                                                     \
	E(DAY_WISH, day_wish, "day-wish", 1)

#define KEEL_EVENT_FIELDS_profile(I, N, T, L)                                                                \
	T(profile, name, 60, OPTIONAL, "what the person wants to be called")                                 \
	I(profile, birth_year, 1900, 2100, OPTIONAL, "calendar year; adults only")                           \
	T(profile, country, 2, OPTIONAL, "ISO 3166 code, for the emergency number")                          \
	T(profile, language, 8, OPTIONAL, "language of the texts")                                           \
	N(profile, training, training, OPTIONAL, "already trains regularly (CLINICAL 3b, start)")

#define KEEL_EVENT_FIELDS_goal(I, N, T, L)                                                                   \
	T(goal, text, 160, REQUIRED, "one thing the person wants to do again")                               \
	I(goal, confidence, 0, 10, OPTIONAL, "0 none .. 10 full")

#define KEEL_EVENT_FIELDS_schedule(I, N, T, L)                                                               \
	I(schedule, minutes, 5, 90, OPTIONAL, "minutes for one session")                                     \
	I(schedule, days_a_week, 1, 7, OPTIONAL, "days a week")                                              \
	I(schedule, exercises_max, 1, 6, OPTIONAL, "movements in one session")                               \
	I(schedule, wake_min, 0, 1439, OPTIONAL, "usual time of getting up, minutes after midnight")

#define KEEL_EVENT_FIELDS_equipment(I, N, T, L)                                                              \
	N(equipment, item, equipment, REQUIRED, "which")                                                     \
	I(equipment, have, 0, 1, REQUIRED, "1 there, 0 not there")

#define KEEL_EVENT_FIELDS_ability(I, N, T, L)                                                                \
	N(ability, ability, ability, REQUIRED, "which")                                                      \
	I(ability, can, 0, 1, REQUIRED, "1 can, 0 cannot")

#define KEEL_EVENT_FIELDS_condition(I, N, T, L)                                                              \
	N(condition, condition, condition, REQUIRED, "which")                                                \
	I(condition, has, 0, 1, REQUIRED, "1 applies, 0 no longer")                                          \
	I(condition, since_date, 0, 100000, OPTIONAL, "date; for pregnancy the first day counted from")

#define KEEL_EVENT_FIELDS_preference(I, N, T, L)                                                             \
	T(preference, movement, 48, REQUIRED, "movement id")                                                 \
	N(preference, liking, liking, REQUIRED, "like, neutral or dislike")

#define KEEL_EVENT_FIELDS_programme_chosen(I, N, T, L)                                                       \
	T(programme_chosen, programme, 48, REQUIRED, "programme id, or personal")

#define KEEL_EVENT_FIELDS_screening_answer(I, N, T, L)                                                       \
	T(screening_answer, question, 48, REQUIRED, "question id of catalogue/screening.yaml")               \
	N(screening_answer, tier, tier, REQUIRED, "tier the question had when asked")                        \
	N(screening_answer, answer, answer, REQUIRED, "no, yes or unsure")                                   \
	I(screening_answer, round, 1, 2, REQUIRED, "1 first asking, 2 asked again with examples")

#define KEEL_EVENT_FIELDS_screening_review(I, N, T, L)                                                       \
	N(screening_review, answer, review, REQUIRED, "weekly: anything new since last week")

#define KEEL_EVENT_FIELDS_clearance(I, N, T, L)                                                              \
	T(clearance, lock, 32, REQUIRED, "id of the event that made the lock")                               \
	N(clearance, kind, clearance, REQUIRED, "mistake, assessed, advice or clinician")                    \
	T(clearance, role, 60, OPTIONAL, "who assessed, by role")                                            \
	I(clearance, assessed_date, 0, 100000, OPTIONAL, "date of the assessment")

#define KEEL_EVENT_FIELDS_direction_test(I, N, T, L)                                                         \
	N(direction_test, direction, direction, REQUIRED, "which")                                           \
	I(direction_test, pain_before, 0, 10, REQUIRED, "0 to 10")                                           \
	I(direction_test, pain_after, 0, 10, REQUIRED, "0 to 10")                                            \
	N(direction_test, place_before, place, REQUIRED, "furthest place")                                   \
	N(direction_test, place_after, place, REQUIRED, "furthest place")                                    \
	I(direction_test, reps, 1, 20, REQUIRED, "repetitions")                                              \
	N(direction_test, settled, settled, OPTIONAL, "a rise was gone within 30 minutes")

#define KEEL_EVENT_FIELDS_measure(I, N, T, L)                                                                \
	N(measure, measure, measure, REQUIRED, "which instrument")                                           \
	I(measure, value, -70, 1000, REQUIRED, "its score times 10 for psfs, else its score")                \
	T(measure, item, 120, OPTIONAL, "the activity, for psfs")                                            \
	L(measure, yes, 24, OPTIONAL, "numbers of the statements that are true, for roland-morris")

#define KEEL_EVENT_FIELDS_session_prescribed(I, N, T, L)                                                     \
	T(session_prescribed, session, 32, REQUIRED, "id of the session")                                    \
	T(session_prescribed, programme, 48, REQUIRED, "programme id, or personal")                          \
	N(session_prescribed, stage, stage, REQUIRED, "stage of the plan")                                   \
	I(session_prescribed, date, 0, 100000, REQUIRED, "local date it is for")                             \
	I(session_prescribed, minutes, 0, 240, REQUIRED, "minutes it takes")                                 \
	I(session_prescribed, item_count, 1, 8, REQUIRED, "session-item events that follow")                 \
	I(session_prescribed, easy_day, 0, 1, REQUIRED, "1 when it is an easy day")                          \
	T(session_prescribed, rule, 32, REQUIRED, "rule id that decided the stage")                          \
	L(session_prescribed, inputs, 8, OPTIONAL, "numbers the rule saw")                                   \
	T(session_prescribed, facts, 16, REQUIRED, "hash of the catalogue facts, hexadecimal")               \
	T(session_prescribed, core, 16, REQUIRED, "version of the core")

#define KEEL_EVENT_FIELDS_session_item(I, N, T, L)                                                           \
	T(session_item, session, 32, REQUIRED, "id of the session")                                          \
	I(session_item, index, 0, 15, REQUIRED, "place in the session; a swap adds one at the end")          \
	T(session_item, movement, 48, REQUIRED, "movement id")                                               \
	N(session_item, aim, aim, REQUIRED, "aim of the movement")                                           \
	N(session_item, stage, stage, REQUIRED, "stage of the movement")                                     \
	N(session_item, purpose, purpose, REQUIRED, "why it stands there")                                   \
	I(session_item, rung, 1, 16, REQUIRED, "rung of the ladder, 1 the lowest")                           \
	I(session_item, sets, 1, 10, REQUIRED, "sets")                                                       \
	I(session_item, reps, 0, 60, REQUIRED, "repetitions a set and side; 0 open or a hold")               \
	I(session_item, hold_s, 0, 300, REQUIRED, "seconds of each hold; 0 none")                            \
	I(session_item, work_s, 0, 3600, REQUIRED, "seconds of work a set and side; 0 counted")              \
	I(session_item, rest_s, 0, 300, REQUIRED, "seconds between sets")                                    \
	I(session_item, load_hg, 0, 2000, REQUIRED, "load in units of 100 g; 0 none")                        \
	I(session_item, lever, 0, 9, OPTIONAL, "longer lever or smaller base; 0 the plain movement")         \
	I(session_item, none_added, 0, 1, REQUIRED, "1: this movement allows no added pain (S2.nopain)")     \
	I(session_item, working_s, 0, 7200, REQUIRED, "seconds of work of the whole item, both sides")       \
	I(session_item, directions, 0, 15, REQUIRED, "bit set of directions it declares")                    \
	T(session_item, rule, 32, REQUIRED, "rule id that decided the dose")                                 \
	L(session_item, inputs, 8, OPTIONAL, "numbers the rule saw")

#define KEEL_EVENT_FIELDS_session_started(I, N, T, L)                                                        \
	T(session_started, session, 32, REQUIRED, "id of the session")                                       \
	I(session_started, pain, 0, 10, OPTIONAL, "pain now, 0 to 10")                                       \
	N(session_started, place, place, OPTIONAL, "furthest place it is felt")                              \
	I(session_started, up_min, 0, 1439, OPTIONAL, "minutes since getting up")

#define KEEL_EVENT_FIELDS_set_done(I, N, T, L)                                                               \
	T(set_done, session, 32, REQUIRED, "id of the session")                                              \
	I(set_done, index, 0, 15, REQUIRED, "place in the session")                                          \
	I(set_done, set, 1, 10, REQUIRED, "set, from 1")                                                     \
	N(set_done, side, side, REQUIRED, "side, or both")                                                   \
	I(set_done, reps, 0, 200, REQUIRED, "repetitions done")                                              \
	I(set_done, hold_s, 0, 600, REQUIRED, "seconds held in all")                                         \
	I(set_done, work_s, 0, 3600, REQUIRED, "seconds of work done")                                       \
	N(set_done, end, end, REQUIRED, "why it ended")

#define KEEL_EVENT_FIELDS_pain_report(I, N, T, L)                                                            \
	T(pain_report, session, 32, REQUIRED, "id of the session")                                           \
	I(pain_report, index, 0, 15, REQUIRED, "place in the session")                                       \
	I(pain_report, pain, 0, 10, REQUIRED, "pain now")                                                    \
	I(pain_report, further, 0, 1, REQUIRED, "1: leg pain spreads further down")                          \
	N(pain_report, settled, settled, OPTIONAL, "settled within a minute")

#define KEEL_EVENT_FIELDS_exercise_done(I, N, T, L)                                                          \
	T(exercise_done, session, 32, REQUIRED, "id of the session")                                         \
	I(exercise_done, index, 0, 15, REQUIRED, "place in the session")                                     \
	N(exercise_done, change, change, OPTIONAL, "after it: same or less, a bit more, clearly more")       \
	I(exercise_done, pain, 0, 10, OPTIONAL, "the number, when clearly more")                             \
	I(exercise_done, further, 0, 1, OPTIONAL, "1: leg pain spreads further down")                        \
	N(exercise_done, settled, settled, OPTIONAL, "settled within a minute")                              \
	I(exercise_done, challenge, 0, 100, OPTIONAL, "effort in percent (S0.challenge)")                    \
	N(exercise_done, form, form, OPTIONAL, "form kept or lost (S0.form)")                                \
	N(exercise_done, end, end, REQUIRED, "why it ended")

#define KEEL_EVENT_FIELDS_exercise_swapped(I, N, T, L)                                                       \
	T(exercise_swapped, session, 32, REQUIRED, "id of the session")                                      \
	I(exercise_swapped, index, 0, 15, REQUIRED, "place of what was swapped out")                         \
	I(exercise_swapped, by_index, 0, 15, REQUIRED, "place of the session-item that takes over")          \
	N(exercise_swapped, reason, swap, REQUIRED, "why")

#define KEEL_EVENT_FIELDS_unwell(I, N, T, L)                                                                 \
	T(unwell, session, 32, OPTIONAL, "id of the session")                                                \
	N(unwell, sign, sign, REQUIRED, "which sign")

#define KEEL_EVENT_FIELDS_session_ended(I, N, T, L)                                                          \
	T(session_ended, session, 32, REQUIRED, "id of the session")                                         \
	I(session_ended, pain, 0, 10, OPTIONAL, "pain at the end")                                           \
	N(session_ended, end, end, REQUIRED, "why it ended")

#define KEEL_EVENT_FIELDS_morning_check(I, N, T, L)                                                          \
	I(morning_check, pain, 0, 10, REQUIRED, "pain this morning")                                         \
	I(morning_check, soreness, 0, 10, OPTIONAL, "muscle soreness, apart from pain (S0.pain)")

#define KEEL_EVENT_FIELDS_after_effect(I, N, T, L)                                                           \
	T(after_effect, session, 32, REQUIRED, "id of the session asked about")                              \
	N(after_effect, answer, after, REQUIRED, "settled, worse for a day, still worse")

#define KEEL_EVENT_FIELDS_symptom(I, N, T, L)                                                                \
	N(symptom, symptom, symptom, REQUIRED, "which")                                                      \
	N(symptom, place, place, OPTIONAL, "furthest place")

#define KEEL_EVENT_FIELDS_try_again(I, N, T, L) T(try_again, movement, 48, REQUIRED, "movement id")

#define KEEL_EVENT_FIELDS_motion_summary(I, N, T, L)                                                         \
	T(motion_summary, session, 32, REQUIRED, "id of the session")                                        \
	I(motion_summary, index, 0, 15, REQUIRED, "place in the session")                                    \
	I(motion_summary, reps, 0, 200, OPTIONAL, "repetitions seen")                                        \
	I(motion_summary, score, 0, 1000, OPTIONAL, "per mille")

#define KEEL_EVENT_FIELDS_note(I, N, T, L) T(note, text, 500, REQUIRED, "free text, never read by a rule")

#define KEEL_EVENT_FIELDS_clinician_edit(I, N, T, L)                                                         \
	N(clinician_edit, edit, edit, REQUIRED, "what is changed")                                           \
	T(clinician_edit, movement, 48, OPTIONAL, "movement id")                                             \
	N(clinician_edit, gate, gate, OPTIONAL, "gate overridden")                                           \
	I(clinician_edit, until_date, 0, 100000, OPTIONAL, "last date it holds")                             \
	I(clinician_edit, sets, 1, 10, OPTIONAL, "dose: sets")                                               \
	I(clinician_edit, reps, 0, 60, OPTIONAL, "dose: repetitions a set and side")                         \
	I(clinician_edit, hold_s, 0, 300, OPTIONAL, "dose: seconds of each hold")                            \
	I(clinician_edit, work_s, 0, 3600, OPTIONAL, "dose: seconds of work a set and side")                 \
	I(clinician_edit, rest_s, 0, 300, OPTIONAL, "dose: seconds between sets")                            \
	I(clinician_edit, load_hg, 0, 2000, OPTIONAL, "dose: load in units of 100 g")                        \
	N(clinician_edit, threshold, tunable, OPTIONAL, "which number")                                      \
	I(clinician_edit, value, 0, 1000, OPTIONAL, "what the threshold becomes")                            \
	T(clinician_edit, role, 60, REQUIRED, "role of who decides")                                         \
	T(clinician_edit, name, 60, REQUIRED, "name of who decides")                                         \
	T(clinician_edit, reason, 200, REQUIRED, "why")

#define KEEL_EVENT_FIELDS_retraction(I, N, T, L) T(retraction, event, 32, REQUIRED, "id of the event taken back")

#define KEEL_EVENT_FIELDS_baseline(I, N, T, L)                                                               \
	N(baseline, test, test, REQUIRED, "which; the four directions have events of their own")             \
	N(baseline, side, side, REQUIRED, "side, or both")                                                   \
	I(baseline, value, 0, 600, REQUIRED, "seconds or repetitions; else the number of the answer")        \
	I(baseline, pain, 0, 10, OPTIONAL, "pain during it")                                                 \
	T(baseline, movement, 48, OPTIONAL, "movement id it was done with; only the same one compares")

#define KEEL_EVENT_FIELDS_test_skipped(I, N, T, L) N(test_skipped, test, test, REQUIRED, "not today")

#define KEEL_EVENT_FIELDS_day_wish(I, N, T, L)                                                               \
	I(day_wish, date, 0, 100000, REQUIRED, "the local date it is for")                                   \
	I(day_wish, minutes, 5, 90, OPTIONAL, "minutes on that date only")                                   \
	I(day_wish, calm, 0, 1, OPTIONAL, "1: only what calms, on that date")

#endif
