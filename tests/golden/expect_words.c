/* Expectations on the catalogue: its words and its facts. */
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <string.h>

#include "tests/golden/facts.h"
#include "tests/golden/story.h"

/* Case does not count in sentences. */
static bool contains(const char *sentence, const char *part)
{
	size_t length = strlen(part);
	for (; *sentence; sentence++)
		if (!strncasecmp(sentence, part, length))
			return true;
	return false;
}

/* Cuts the part before the separator off *rest; false when nothing is left. */
static bool next_part(const char **rest, char separator, char *part, size_t part_bytes)
{
	const char *end = strchr(*rest, separator);
	if (!**rest)
		return false;
	snprintf(part, part_bytes, "%.*s", (int)(end ? end - *rest : (long)strlen(*rest)), *rest);
	*rest = end ? end + 1 : *rest + strlen(*rest);
	return true;
}

static bool any_of(const char *sentence, const char *alternatives)
{
	char part[128];
	while (next_part(&alternatives, '|', part, sizeof part))
		if (contains(sentence, part))
			return true;
	return false;
}

/* An English text whose key begins so and that has the words; NULL when there is none. */
static const keel_text_entry *text_with(const char *key, const char *part)
{
	for (int i = 0; i < facts()->text_count; i++) {
		const keel_text_entry *entry = &facts()->texts[i];
		if (!strcmp(entry->language, "en") && !strncmp(entry->key, key, strlen(key)) &&
		    (!part || any_of(entry->sentence, part)))
			return entry;
	}
	return NULL;
}

/* `expect text KEY [has "…"]`, `expect no text [KEY] has "…"` */
static void expect_text(story *s, const words *w, bool wanted)
{
	int at = wanted ? 2 : 3;
	const char *key = at < w->count && strcmp(w->word[at], "has") ? w->word[at] : "";
	const char *part = words_has(w, "has") ? w->word[w->count - 1] : NULL;
	const keel_text_entry *found = text_with(key, part);
	if (wanted == (found != NULL))
		return;
	const keel_text_entry *other = text_with(key, NULL);
	story_fail(s, "expected: %s\n  got: %s%s%s", w->rest, found ? found->key : "no such text",
		   found || other ? ": " : "",
		   found   ? found->sentence
		   : other ? other->sentence
			   : "");
}

/* ---- facts of a movement ---- */

static bool names_movement(const char *expected, int index)
{
	if (!strcmp(expected, "some"))
		return index != KEEL_NO_MOVEMENT;
	if (index == KEEL_NO_MOVEMENT)
		return !strcmp(expected, "none");
	return one_of(expected, facts()->movements[index].id);
}

static bool has_name(const char *expected, const char *const *names, int count, uint32_t set)
{
	int index = keel_name_find(names, count, expected, strlen(expected));
	return index >= 0 && (set >> index & 1);
}

static bool needs(const keel_movement *m, const char *expected)
{
	for (int i = 0; i < m->need_count; i++)
		if (names_movement(expected, m->needs[i].movement))
			return true;
	return m->need_count == 0 && !strcmp(expected, "none");
}

/* Breath of the phases: `easy`, `in,out` … every listed one must occur. */
static bool breathes(const keel_movement *m, const char *expected)
{
	char name[32];
	if (!strcmp(expected, "some"))
		return m->phase_count >
		       0; /* each phase has a breath: the list of names is closed */
	while (next_part(&expected, ',', name, sizeof name)) {
		bool found = false;
		for (int i = 0; i < m->phase_count; i++)
			found |= !strcmp(name, keel_breath_names[m->phases[i].breath]);
		if (!found)
			return false;
	}
	return m->phase_count > 0;
}

static bool until_eased(const keel_movement *m)
{
	for (int i = 0; i < m->phase_count; i++)
		if (m->phases[i].until_eased)
			return true;
	return false;
}

/* Longest hold of fixed length in a repetition, in ms: a good stop (S4.dose). */
static int32_t stop_ms(const keel_movement *m)
{
	int32_t longest = 0;
	for (int i = 0; i < m->phase_count; i++)
		if (m->phases[i].hold && m->phases[i].length_ms > longest)
			longest = m->phases[i].length_ms;
	return longest;
}

bool facts_is(const keel_movement *m, const char *key, const char *expected)
{
	if (!strcmp(key, "aim"))
		return one_of(expected, keel_aim_names[m->aim]);
	if (!strcmp(key, "stage"))
		return one_of(expected, keel_stage_names[m->stage]);
	if (!strcmp(key, "sides"))
		return one_of(expected, keel_sides_names[m->sides]);
	if (!strcmp(key, "pain_limit"))
		return one_of(expected, keel_pain_limit_names[m->pain_limit]);
	if (!strcmp(key, "easier"))
		return names_movement(expected, m->easier);
	if (!strcmp(key, "harder"))
		return names_movement(expected, m->harder);
	if (!strcmp(key, "needs"))
		return needs(m, expected);
	if (!strcmp(key, "breath"))
		return breathes(m, expected);
	if (!strcmp(key, "until_eased"))
		return until_eased(m) == !strcmp(expected, "yes");
	if (!strcmp(key, "neutral"))
		return m->neutral == !strcmp(expected, "yes");
	if (!strcmp(key, "loaded"))
		return m->loaded == !strcmp(expected, "yes");
	if (!strcmp(key, "direction"))
		return has_name(expected, keel_direction_names, keel_direction_name_count,
				m->directions);
	if (!strcmp(key, "equipment"))
		return has_name(expected, keel_equipment_names, keel_equipment_name_count,
				m->equipment);
	if (!strcmp(key, "gate"))
		return has_name(expected, keel_gate_names, keel_gate_name_count, m->gates);
	if (!strcmp(key, "targets"))
		return (m->lengthens | m->works) != 0;
	if (!strcmp(key, "stop_ms"))
		return compare_count(expected, stop_ms(m));
	if (!strcmp(key, "rungs"))
		return compare_count(expected, m->rung_count);
	if (!strcmp(key, "hold_s_max"))
		return compare_count(expected, m->rungs[m->rung_count - 1].hold_s);
	return false;
}

/* `expect fact cat-cow sides=none …`; `*` is every movement that is still offered. */
static void expect_fact(story *s, const words *w)
{
	bool any = false;
	for (int i = 0; i < facts()->movement_count; i++) {
		const keel_movement *m = &facts()->movements[i];
		if (strcmp(w->word[2], "*") ? strcmp(w->word[2], m->id) != 0 : m->replaced_by >= 0)
			continue;
		any = true;
		for (int k = 3; k < w->count; k++) {
			char key[64];
			const char *expected = words_pair(w, k, key);
			if (!expected || !facts_is(m, key, expected))
				story_fail(s, "expected: %s\n  not so for %s: %s", w->rest, m->id,
					   w->word[k]);
		}
	}
	if (!any)
		story_fail(s, "expected: %s\n  got: no such movement", w->rest);
}

/* Every movement has a text under `<id>.<part>`. */
static void expect_texts_of_all(story *s, const words *w)
{
	for (int i = 0; i < facts()->movement_count; i++) {
		const keel_movement *m = &facts()->movements[i];
		char key[96];
		snprintf(key, sizeof key, "%s.%s", m->id, w->word[2]);
		if (m->replaced_by < 0 && !text_with(key, NULL))
			story_fail(s, "expected: %s\n  got: no text %s", w->rest, key);
	}
}

bool expect_on_words(story *s, words *w)
{
	const char *what = w->word[1];
	if (w->count < 3)
		return false;
	if (!strcmp(what, "text"))
		expect_text(s, w, true);
	else if (!strcmp(what, "no") && !strcmp(w->word[2], "text"))
		expect_text(s, w, false);
	else if (!strcmp(what, "fact"))
		expect_fact(s, w);
	else if (!strcmp(what, "text-of-all"))
		expect_texts_of_all(s, w);
	else
		return false;
	return true;
}
