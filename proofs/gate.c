/* Proof of the gates (DESIGN inv. 6; CLINICAL 5): a condition counts within its dates and outside
 * them not; only an override of that gate, for that movement or for all, opens it, and not past its
 * last date. What a file forgets to name, and that the rows of the table are those of the page, is
 * no proof but an enumeration (gate_test).
 */
#include "core/safety/safety_inside.h"

/*@ axiomatic numbers_of_a_person {
      logic integer morning_min(keel_judge *judge) reads \nothing;
    }
*/

/*@ requires tunable == KEEL_TUNABLE_MORNING_GATE_MIN;
    assigns \nothing;
    ensures \result == morning_min(judge) && 30 <= \result <= 120;
*/
int32_t keel_tuned(const keel_judge *judge, keel_tunable tunable);

/*@ predicate bit(integer mask, integer k) = ((mask >> k) & 1) != 0;
    predicate day(integer date) = -1000000 <= date <= 1000000;
    predicate sound(keel_judge *judge) =
      \valid_read(judge) && \valid_read(judge->state) && \valid_read(judge->now) &&
      day(judge->now->date) && 0 <= judge->state->override_count <= KEEL_OVERRIDES_MAX &&
      \forall integer i; 0 <= i < KEEL_CONDITION_COUNT ==>
        judge->state->condition[i].since_date == KEEL_NO_DATE ||
        day(judge->state->condition[i].since_date);

    logic integer days_in(keel_judge *judge, integer condition) =
      judge->now->date - judge->state->condition[condition].since_date;
    predicate dated(keel_judge *judge, integer condition) =
      judge->state->condition[condition].since_date != KEEL_NO_DATE;

    // The condition is there and within its dates: pregnancy from 20 weeks, abdominal under 12
    // (a date that was not said counts as within); mornings under 60 minutes after getting up,
    // or what a clinician set, and only when that is known.
    predicate applies(keel_judge *judge, integer condition, integer gate) =
      judge->state->condition[condition].has == 1 &&
      (gate == KEEL_GATE_MORNING_FLEXION
         ? judge->up_min != -1 && judge->up_min < morning_min(judge)
         : !dated(judge, condition) ||
           (condition == KEEL_CONDITION_PREGNANCY ? days_in(judge, condition) >= 140 :
            condition == KEEL_CONDITION_ABDOMINAL ==> days_in(judge, condition) < 84));

    // For that gate, for this movement or for all, and not past its last date.
    predicate opens(keel_override *override, integer record, integer gate, integer today) =
      (override->movement == -1 || override->movement == record) && override->gate == gate &&
      today <= override->until_date;
    predicate overridden(keel_judge *judge, integer movement, integer gate) =
      \exists integer i; 0 <= i < judge->state->override_count &&
        opens(&judge->state->overrides[i], judge->record[movement], gate, judge->now->date);
    predicate stands(keel_judge *judge, integer movement, integer gates, integer condition,
                     integer gate) =
      bit(gates, gate) && applies(judge, condition, gate) && !overridden(judge, movement, gate);
*/


/*@ requires sound(judge) && 0 <= condition < KEEL_CONDITION_COUNT;
    assigns \nothing;
    ensures \result <==> applies(judge, condition, gate);
*/
static bool condition_applies(const keel_judge *judge, keel_condition condition, keel_gate gate);

/*@ requires \valid_read(override) && 0 <= gate < KEEL_GATE_COUNT;
    assigns \nothing;
    ensures \result <==> opens(override, record, gate, today);
*/
static bool override_opens(const keel_override *override, int record, keel_gate gate,
                           int32_t today);

/*@ requires sound(judge) && 0 <= movement < KEEL_MOVEMENTS_MAX && 0 <= gate < KEEL_GATE_COUNT;
    assigns \nothing;
    ensures \result == \null <==> !overridden(judge, movement, gate);
*/
static const keel_override *override_of(const keel_judge *judge, int movement, keel_gate gate);

#include "core/safety/gate.c"
