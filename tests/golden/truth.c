/* People with a truth (CLINICAL 10): pain follows a line, answers carry noise -1, 0, +1 with
 * weights 1:2:1, drawn anew for each answer or once a session and held. The generator is SplitMix64
 * (Steele, Lea, Flood 2014), written here so that a story is the same for ever.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/story.h"

static uint64_t random_next(uint64_t *state)
{
	uint64_t z = (*state += 0x9e3779b97f4a7c15u);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

void truth_begin(story *s, words *w)
{
	story_truth *t = &s->truth;
	const char *pain = words_get(w, "pain");
	t->set = pain && sscanf(pain, "%d..%d", &t->from, &t->to) == 2;
	if (!t->set)
		story_fail(s, "truth pain=8..2 over=28 noise=free seed=1");
	t->over_days = words_int(w, "over", 28);
	t->start_date = s->date;
	t->held = words_get(w, "noise") && !strcmp(words_get(w, "noise"), "held");
	t->random = (uint64_t)words_int(w, "seed", 1);
	t->challenge = words_int(w, "challenge", 55);
	snprintf(t->place, sizeof t->place, "%s",
		 words_get(w, "place") ? words_get(w, "place") : "back");
}

/* hurts flexion=2 days=7 | hurts flexion spread days=7 */
void truth_hurts(story *s, words *w)
{
	story_truth *t = &s->truth;
	char key[64];
	const char *by = w->count > 1 ? words_pair(w, 1, key) : NULL;
	snprintf(t->hurts_direction, sizeof t->hurts_direction, "%.15s",
		 by		? key
		 : w->count > 1 ? w->word[1]
				: "");
	t->hurts_by = by ? words_number(by) : 0;
	t->hurts_spread = words_has(w, "spread");
	t->hurts_days = words_int(w, "days", 0);
}

int truth_pain(story *s)
{
	const story_truth *t = &s->truth;
	int day = s->date - t->start_date;
	if (!t->set)
		story_fail(s, "no truth is set");
	if (day >= t->over_days || t->over_days <= 0)
		return t->to;
	return (t->from * t->over_days + (t->to - t->from) * day + t->over_days / 2) / t->over_days;
}

int truth_noise(story *s)
{
	uint64_t draw = random_next(&s->truth.random) >> 62;
	return draw == 0 ? -1 : draw == 3 ? 1 : 0;
}

int truth_clamp(int pain)
{
	return pain < 0 ? 0 : pain > 10 ? 10 : pain;
}
