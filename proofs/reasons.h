/* For the proofs: reasons are made and change nothing else. */
#ifndef KEEL_PROOFS_REASONS_H
#define KEEL_PROOFS_REASONS_H

#include "core/state/verdict.h"

/*@ assigns \nothing;
    ensures \result.rule == rule;
*/
static inline keel_reason keel_reason_none(keel_rule rule);

/*@ assigns \nothing;
    ensures \result.rule == rule;
*/
static inline keel_reason keel_reason_1(keel_rule rule, int32_t a);

/*@ assigns \nothing;
    ensures \result.rule == rule;
*/
static inline keel_reason keel_reason_2(keel_rule rule, int32_t a, int32_t b);

#endif
