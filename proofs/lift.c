/* Proof of what opens a lock (DESIGN inv. 1; CLINICAL 1, Unlocking): a mis-tap taken back; "I have
 * had advice" for a clinician-soon flag and milder ones only; an assessment dated on or after the
 * flag and not later than the word that tells of it, which for an emergency is given on a later
 * day. Nothing else does, and nothing that is not said does.
 */
#include "core/state/state_inside.h"

/*@ predicate assessed(keel_screen_state *screen) =
      screen->flag_date <= screen->assessed_date <= screen->clear_date;
*/

/*@ requires \valid_read(screen) && -1000000 <= screen->flag_date <= 1000000;
    assigns \nothing;
    ensures mistake: screen->clear_kind == KEEL_CLEARANCE_MISTAKE ==> \result;
    ensures advice: screen->clear_kind == KEEL_CLEARANCE_ADVICE ==>
      (\result <==> tier != KEEL_TIER_EMERGENCY && tier != KEEL_TIER_SAME_DAY && tier >= 0);
    ensures word: screen->clear_kind == KEEL_CLEARANCE_ASSESSED ||
      screen->clear_kind == KEEL_CLEARANCE_CLINICIAN ==>
      (\result <==> assessed(screen) &&
        (tier == KEEL_TIER_EMERGENCY ==> screen->clear_date >= screen->flag_date + 1));
    ensures unsaid: screen->clear_kind == -1 ==> !\result;
*/
bool keel_state_is_lifted(const keel_screen_state *screen, int tier);

#include "core/state/state.c"
