/* Proof of what a day holds at most (DESIGN inv. 1 and 8; CLINICAL 1 and 3b): nothing above calm
 * before screening is complete, while it is to be given again, from the 14th day that the weekly
 * question is open, after 28 days away unscreened, in a flare, at 8 and more; nothing above restore
 * while a clinician-soon flag stands. A cap only lowers. Absence with its numbers, what the gates
 * of the stages wait for, and what is held long enough.
 */
#include "proofs/reasons.h"

#include "core/safety/safety_inside.h"

/*@ predicate sound(keel_judge *judge) =
      \valid(judge) && \valid(judge->allowed) && \valid_read(judge->state) &&
      \valid_read(judge->now) && 0 <= judge->state->session_count <= KEEL_SESSIONS_MAX &&
      \separated(judge, judge->allowed, judge->state, judge->now) &&
      -1000000 <= judge->screening.review_days <= 1000000;

    predicate unwell(keel_state *state, integer date) =
      \exists integer i; 0 <= i < state->session_count &&
        state->sessions[i].unwell == 1 && state->sessions[i].date == date;

    // What keeps the day calm, whatever the stage.
    predicate calm_day(keel_judge *judge) =
      !judge->screening.complete || judge->screening.again_pending ||
      judge->screening.review_days >= 21 || judge->absence_unscreened ||
      judge->after.flare_open || judge->allowed->pain_now >= 8 ||
      (judge->state->wish_date == judge->now->date && judge->state->wish_calm == 1);
*/

/*@ requires \valid(judge);
    assigns judge->cap, judge->cap_why;
    ensures only_lowers: judge->cap == (stage < \old(judge->cap) ? stage : \old(judge->cap));
*/
static void cap_at(keel_judge *judge, keel_stage stage, keel_reason why);

/*@ requires \valid_read(state) && 0 <= state->session_count <= KEEL_SESSIONS_MAX;
    assigns \nothing;
    ensures \result <==> unwell(state, date);
*/
static bool unwell_on(const keel_state *state, int32_t date);

/*@ requires sound(judge);
    assigns judge->cap, judge->cap_why;
    ensures calm: calm_day(judge) ==> judge->cap == KEEL_STAGE_CALM;
    ensures restore: judge->screening.soon ==>
      judge->cap == KEEL_STAGE_CALM || judge->cap == KEEL_STAGE_RESTORE;
*/
static void look_at_caps(keel_judge *judge);

/*@ assigns \nothing;
    ensures \result == (days >= 28 ? 2 : days >= 14 ? 1 : 0);
*/
static int32_t rungs_of_gap(int32_t days);

/*@ requires \valid_read(judge) && \valid_read(judge->state);
    assigns \nothing;
    ensures \result <==> judge->after.flare_open || judge->after.sore_today ||
      judge->after.worse_a_day || judge->after.still_worse || judge->after.week_up ||
      judge->state->unknown_count > 0 || judge->state->overflow_count > 0;
*/
static bool gates_wait(const keel_judge *judge);

/*@ requires \valid_read(dose) && 0 <= dose->sets <= 20 && 0 <= dose->reps <= 1000;
    assigns \nothing;
    ensures \result <==>
      dose->sets * \max(dose->reps, 1) >= 3 && (dose->hold_s >= 10 || dose->work_s >= 10);
*/
static bool held_long(const keel_dose *dose);

#include "core/safety/stage.c"
