#include "core/state/rules.h"

#include "core/base/err.h"

static const struct {
	const char *id;
	const char *source;
	char grade;
} rules[] = {
#define KEEL_RULE_ROW(NAME, id, source, grade) {id, source, grade},
	KEEL_RULE_LIST(KEEL_RULE_ROW)
#undef KEEL_RULE_ROW
};

const char *keel_rule_id(keel_rule rule)
{
	KEEL_ASSERT(rule >= 0 && rule < KEEL_RULE_COUNT);
	return rules[rule].id;
}

const char *keel_rule_source(keel_rule rule)
{
	KEEL_ASSERT(rule >= 0 && rule < KEEL_RULE_COUNT);
	return rules[rule].source;
}

char keel_rule_grade(keel_rule rule)
{
	KEEL_ASSERT(rule >= 0 && rule < KEEL_RULE_COUNT);
	return rules[rule].grade;
}
