/* Proof of one dose decision: core/safety/dose.c as it stands, under the contract below (DESIGN
 * inv. 3 and 4; CLINICAL 2, 3, 3b). The contract is restated from the clinical rules; the source is
 * included, not copied. Its static helpers have contracts of their own, but down_of, which is
 * inlined: its type is known to the source only.
 *
 * Ranges are those that core/safety/evidence.c can give: predicate sound. Numbers stand here as
 * numbers, not as the product's constants: a changed threshold must fail the proof.
 */
#include "core/safety/safety.h"

/*@ predicate raises(keel_rule r) = r == KEEL_RULE_EFFORT_LOW || r == KEEL_RULE_EFFORT_RIGHT ||
      r == KEEL_RULE_COMFORT_UP;
    predicate sound(keel_dose_input *i) =
      0 <= i->rung <= 100 && 1 <= i->rung_count <= 12 && 1 <= i->rung_first <= 12 && 1 <=
      i->rung_seed <= 12 &&
      0 <= i->clean_count <= 100 && 0 <= i->effort_count <= 2 && 0 <= i->too_hard_running <= 2 &&
      0 <= i->form_lost_running <= i->too_hard_running && 0 <= i->pain_down <= 1 && 0 <=
      i->absence_down <= 1000 &&
      -1 <= i->effort_last <= 100 && -1 <= i->effort_before <= 100 && !raises(i->pain_rule) &&
      i->hold_rule != KEEL_RULE_COUNT;

    logic integer least_of(integer a, integer b) = a < b ? a : b;
    logic integer stands(keel_dose_input *i) = least_of(i->rung, i->rung_count);
    predicate known(keel_dose_input *i) = i->rung > 0;

    // Something that happened asks for less.
    predicate lowered(keel_dose_input *i) =
      i->third_rise || i->second_rise || i->pain_down > 0 || i->form_lost_running >= 2 ||
      i->too_hard_running >= 2 ||
      i->flare_down || i->absence_down > 0;

    // What two clean exposures have shown allows a step, and the day does too (C3).
    predicate earned(keel_dose_input *i) =
      i->clean_count >= 2 && i->form_lost_running == 0 && i->pain_rule == KEEL_RULE_PAIN_CLEAN &&
      (i->kind == KEEL_DOSE_KIND_COMFORT
         ? i->rung < i->rung_seed + 2
         : i->effort_count == 2 && i->effort_last < 80 && i->effort_before < 80 &&
           ((i->effort_last < 40 && i->effort_before < 40) || i->strengthening));
    predicate refused(keel_dose_input *i) =
      i->holds || i->absence_holds || (!i->strengthening && i->has_changed &&
      i->days_since_change < 3);
*/

/*@ assigns \nothing;
    ensures \result == (a < b ? a : b);
*/
static int32_t least(int32_t a, int32_t b);

/*@ assigns \nothing;
    ensures \result <==> raises(rule);
*/
static bool rule_raises(keel_rule rule);

/*@ requires \valid_read(input) && sound(input);
    assigns \nothing;
    ensures raises(\result) <==> input->clean_count >= 2 && input->effort_count == 2 &&
      input->effort_last < 80 &&
      input->effort_before < 80 &&
      ((input->effort_last < 40 && input->effort_before < 40) || input->strengthening);
*/
static keel_rule effort_rule(const keel_dose_input *input);

/*@ requires \valid_read(input) && sound(input);
    assigns \nothing;
    ensures raises(\result) <==> input->clean_count >= 2 && input->rung < input->rung_seed + 2;
*/
static keel_rule comfort_rule(const keel_dose_input *input);

/*@ requires \valid_read(input) && sound(input);
    assigns \nothing;
    ensures raises(\result) <==> earned(input) && input->rung < input->rung_count;
*/
static keel_rule up_rule(const keel_dose_input *input);

/*@ requires \valid_read(input) && sound(input);
    assigns \nothing;
    ensures \result != KEEL_RULE_COUNT <==> refused(input);
*/
static keel_rule refusal_of(const keel_dose_input *input);

/*@ requires \valid_read(input) && sound(input);
    assigns \nothing;
    ensures ladder: 1 <= \result.rung <= input->rung_count;
    ensures step: known(input) ==> \result.step == \result.rung - stands(input);
    ensures one_rung: known(input) ==> \result.rung <= stands(input) + 1;
    ensures first: !known(input) ==>
      \result.rung == least_of(input->rung_first, input->rung_count) && \result.rule ==
      KEEL_RULE_DOSE_FIRST;
    ensures up_earned: known(input) && \result.rung > stands(input) ==>
      earned(input) && !refused(input) && !lowered(input);
    ensures up_given: known(input) && earned(input) && !refused(input) && !lowered(input) &&
      input->rung < input->rung_count ==> \result.rung == input->rung + 1;
    ensures held: known(input) && input->holds ==> \result.rung <= stands(input);
    ensures after_rise: known(input) && input->pain_down == 1 ==> \result.rung < stands(input)
      || \result.rung == 1;
    ensures to_first: known(input) && input->second_rise && !input->third_rise ==> \result.rung
      == 1;
    ensures down_reason: known(input) && \result.rung < stands(input) ==> lowered(input);
    ensures down_at_most: known(input) && !(input->second_rise && !input->third_rise) ==>
      \result.rung >= stands(input) - 2 - input->absence_down;
    ensures down_given: known(input) && lowered(input) ==> \result.rung < stands(input) ||
      \result.rung == 1;
    ensures absence: known(input) ==> \result.rung <= stands(input) - input->absence_down ||
      \result.rung == 1 ||
      input->absence_down == 0;
*/
keel_dose_verdict keel_dose_step(const keel_dose_input *input);

#include "core/safety/dose.c"
