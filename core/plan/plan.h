/* Plan: chooses today's movements among those safety allows, and says why each is in or out.
 *
 * Input: catalogue facts, state (likes, relief, when last done), safety's verdict, a seed. Output:
 * a prescription. It never judges safety: doses come from the verdict, and it may only take a step
 * or leave it.
 *
 * A seed programme stands as it is: its list, order and dose; what is withheld is replaced by its
 * substitute. The personal plan is the best set by one integer objective, found by exact branch and
 * bound (plan_choose.c).
 */
#ifndef KEEL_CORE_PLAN_PLAN_H
#define KEEL_CORE_PLAN_PLAN_H

#include <stdint.h>

#include "core/catalogue/catalogue.h"
#include "core/state/state.h"
#include "core/state/verdict.h"

/* seed: hash of person and local date (keel_plan_seed). With a lock item_count is 0; without one it
 * never is. */
void keel_plan_make(const keel_catalogue *catalogue, const keel_state *state,
		    const keel_allowed *allowed, uint64_t seed, keel_prescription *prescription);

uint64_t keel_plan_seed(uint64_t person, int32_t date);

#endif
