/* Proof that the second pass never raises (DESIGN, idea 4; inv. 1, 4 and 6): what may stand is
 * allowed and within its ladder, and with a lock nothing may; an item that is lowered keeps no rung
 * above the one it had, nor above the rung safety holds it to; a step passes the weekly cap exactly
 * when the week would hold more than the larger of the cap and the best week plus one set.
 */
#include "proofs/reasons.h"

#include "core/safety/safety_inside.h"

/*@ assigns \nothing; */
int32_t keel_movement_working_s(const keel_movement *movement, const keel_dose *dose);

/*@ assigns \nothing; */
int32_t keel_movement_total_s(const keel_movement *movement, const keel_dose *dose);

/*@ predicate known(keel_catalogue *catalogue, integer movement) =
      0 <= movement < catalogue->movement_count;
    predicate sound(keel_catalogue *catalogue) =
      \valid_read(catalogue) && 0 <= catalogue->movement_count <= KEEL_MOVEMENTS_MAX &&
      \valid_read(catalogue->movements + (0 .. catalogue->movement_count - 1));
*/

/*@ requires sound(catalogue) && \valid_read(allowed) && \valid_read(item);
    assigns \nothing;
    ensures \result <==> known(catalogue, item->movement) && !allowed->locked &&
      allowed->movements[item->movement].standing == KEEL_STANDING_ALLOWED &&
      1 <= item->rung <= catalogue->movements[item->movement].rung_count;
*/
static bool may_stand(const keel_catalogue *catalogue, const keel_allowed *allowed,
                      const keel_item *item);

/*@ requires \valid_read(dose) && \valid_read(limit);
    assigns \nothing;
    ensures \result <==> dose->sets <= limit->sets && dose->reps <= limit->reps &&
      dose->hold_s <= limit->hold_s && dose->work_s <= limit->work_s &&
      dose->load_hg <= limit->load_hg && dose->lever <= limit->lever;
*/
static bool not_above(const keel_dose *dose, const keel_dose *limit);

/*@ requires sound(catalogue) && \valid_read(allowed) && \valid(item) &&
      \separated(item, allowed, catalogue);
    requires known(catalogue, item->movement) && item->rung >= 1;
    requires 1 <= allowed->movements[item->movement].hold_rung;
    requires allowed->movements[item->movement].hold_rung <=
      catalogue->movements[item->movement].rung_count;
    requires \valid_read(catalogue->movements[item->movement].rungs +
      (0 .. catalogue->movements[item->movement].rung_count - 1));
    requires \separated(item, catalogue->movements + (0 .. catalogue->movement_count - 1),
      catalogue->movements[item->movement].rungs +
      (0 .. catalogue->movements[item->movement].rung_count - 1));
    assigns item->rung, item->steps_up, item->dose, item->dose_why, item->working_s,
      item->total_s;
    ensures never_raised: item->rung <= \old(item->rung);
    ensures held: item->rung <= \old(allowed->movements[item->movement].hold_rung);
    ensures on_the_ladder: item->rung >= 1 && !item->steps_up;
*/
static void lower_item(const keel_catalogue *catalogue, const keel_allowed *allowed,
                       keel_item *item);

/*@ requires \valid_read(allowed) && 0 <= allowed->week_best_s <= 10000000;
    requires 0 <= set_s <= 10000000;
    assigns \nothing;
    ensures \result == \max(allowed->week_cap_s, allowed->week_best_s + set_s);
*/
static int32_t limit_s(const keel_allowed *allowed, int32_t set_s);

#include "core/safety/check.c"
