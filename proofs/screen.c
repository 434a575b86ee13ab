/* Proof of what a screening answer amounts to (CLINICAL 1): yes is its tier; unsure asks once more,
 * and still unsure is one tier lower; no is nothing, and nothing becomes more urgent than asked.
 */
#include "core/safety/safety.h"

/*@ requires 0 <= tier <= 5;
    assigns \nothing;
    ensures yes: answer == KEEL_ANSWER_YES ==> \result == tier;
    ensures no: answer != KEEL_ANSWER_YES && answer != KEEL_ANSWER_UNSURE ==> \result ==
      KEEL_TIER_COUNT;
    ensures first_unsure: answer == KEEL_ANSWER_UNSURE && round < 2 ==> \result == KEEL_TIER_COUNT;
    ensures unsure_emergency: answer == KEEL_ANSWER_UNSURE && round >= 2 && tier ==
      KEEL_TIER_EMERGENCY ==>
      \result == KEEL_TIER_SAME_DAY;
    ensures unsure_same_day: answer == KEEL_ANSWER_UNSURE && round >= 2 && tier ==
      KEEL_TIER_SAME_DAY ==>
      \result == KEEL_TIER_CLINICIAN_SOON;
    ensures unsure_soon: answer == KEEL_ANSWER_UNSURE && round >= 2 && tier ==
      KEEL_TIER_CLINICIAN_SOON ==>
      \result == KEEL_TIER_ADVICE;
    ensures never_more_urgent: \result >= tier;
*/
int keel_screen_tier(int tier, int answer, int round);

#include "core/safety/screening.c"
