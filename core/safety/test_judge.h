/* For the tests of safety: what is allowed at noon of the record's date. */
#ifndef KEEL_CORE_SAFETY_TEST_JUDGE_H
#define KEEL_CORE_SAFETY_TEST_JUDGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/safety/safety.h"
#include "core/state/test_facts.h"
#include "core/state/test_record.h"

static inline const keel_allowed *test_judge(const test_record *record)
{
	static keel_allowed allowed;
	keel_moment now = {record->date, 720, KEEL_UNKNOWN};
	keel_safety_allowed(test_facts(), &record->state, &now, &allowed);
	return &allowed;
}

static inline const keel_movement_verdict *test_verdict(const test_record *record, const char *id)
{
	return &test_judge(record)->movements[test_movement(id)];
}

static inline void test_ready(test_record *record)
{
	test_begin(record, TEST_MONDAY);
	test_screen(record, test_facts());
}

/* One item, one session, on the record's date; the end as the start. */
static inline void test_one(test_record *record, const char *id, test_item item, int pain)
{
	test_session session = {.id = id,
				.stage = KEEL_STAGE_RESTORE,
				.pain = pain,
				.end_pain = pain,
				.item_count = 1,
				.items = {item}};
	test_hold_session(record, test_facts(), &session);
}

static inline bool test_advised(const keel_allowed *allowed, keel_rule rule)
{
	for (int i = 0; i < allowed->advice_count; i++)
		if (allowed->advice[i].rule == rule)
			return true;
	return false;
}

#endif
