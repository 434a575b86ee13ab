/* Proof of the days on which nothing goes up (DESIGN inv. 3; CLINICAL 2, Afterwards): after a sore
 * morning, in a flare, after "worse for a day" or "still worse", in the week after one that went
 * up, when nothing is known of last time; with events this program does not know, and with a clock
 * that is behind. And on no other day.
 */
#include "proofs/reasons.h"

#include "core/safety/safety_inside.h"

/*@ predicate holds(keel_judge *judge) =
      judge->after.flare_open || judge->after.sore_today || judge->after.still_worse ||
      judge->after.worse_a_day || judge->after.week_up || judge->after.unknown ||
      judge->state->unknown_count > 0 || judge->state->overflow_count > 0 ||
      judge->state->date_trusted > judge->now->date + 1;
*/

/*@ requires \valid(allowed);
    assigns allowed->holds, allowed->hold_why;
    ensures allowed->holds <==> \old(allowed->holds) || holds;
    ensures \old(allowed->holds) ==>
      allowed->hold_why.rule == \old(allowed->hold_why.rule);
    ensures !\old(allowed->holds) && holds ==> allowed->hold_why.rule == why.rule;
*/
static void hold(keel_allowed *allowed, bool holds, keel_reason why);

/*@ requires \valid_read(judge) && \valid(judge->allowed) && \valid_read(judge->state) &&
      \valid_read(judge->now) &&
      \separated(judge, judge->allowed, judge->state, judge->now);
    requires 0 <= judge->state->unknown_count <= 1000000;
    requires 0 <= judge->state->overflow_count <= 1000000;
    requires -1000000 <= judge->now->date <= 1000000;
    requires -1000000 <= judge->state->date_trusted <= 1000000 ||
      judge->state->date_trusted == KEEL_NO_DATE;
    requires !judge->allowed->holds;
    assigns judge->allowed->holds, judge->allowed->hold_why;
    ensures judge->allowed->holds <==> holds(judge);
*/
static void look_at_holds(keel_judge *judge);

#include "core/safety/allowed.c"
