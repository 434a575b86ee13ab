/* Proof of a rest's dates (DESIGN inv. 2; CLINICAL, Words): what rests N days from a date is not
 * offered on that date and on the N after it, and is free again on the next; of two rests the later
 * end holds, and one that ends only by "try again" is never shortened. "In N days" is a window of N
 * dates: two counted rises 13 apart are a second, 14 apart are not; three within 42 are a third.
 */
#include "core/safety/safety_inside.h"

/*@ predicate day(integer date) = -1000000 <= date <= 1000000;
    predicate open_end(keel_rest *rest) = rest->rests && rest->until_date == KEEL_NO_DATE;
*/

/*@ requires \valid(rest) && day(date) && day(today) && 0 <= days <= 1000;
    requires rest->until_date == KEEL_NO_DATE || day(rest->until_date);
    requires 0 <= rest->rests <= 1;
    assigns rest->rests, rest->until_date, rest->why;
    ensures over: today > date + days ==>
      rest->rests == \old(rest->rests) && rest->until_date == \old(rest->until_date);
    ensures rests: today <= date + days ==> rest->rests;
    ensures alone: !\old(rest->rests) && today <= date + days ==>
      rest->until_date == date + days + 1;
    ensures later_end: \old(rest->rests) && !\old(open_end(rest)) && today <= date + days ==>
      rest->until_date == \max(\old(rest->until_date), date + days + 1);
    ensures open_stays: \old(open_end(rest)) ==> open_end(rest);
    ensures never_shorter: \old(rest->rests) ==> rest->rests;
*/
static void rest_days(keel_rest *rest, int32_t date, int32_t days, keel_reason why, int32_t today);

#include "core/safety/rest.c"
