/* Sessions of people with a truth (CLINICAL 10): the number a person would say at each question is
 * truth + noise (+ what the movement really adds); the answer is given as the app asks it, and
 * "settled" is answered truthfully: noise settles, what a movement really adds does not.
 */
#include <stdio.h>
#include <string.h>

#include "core/base/names.h"
#include "tests/golden/session.h"

void session_truth_begin(story *s, session *se)
{
	se->noise = truth_noise(s);
	se->pain = truth_clamp(truth_pain(s) + se->noise);
	se->before = se->pain;
	snprintf(se->place, sizeof se->place, "%s", s->truth.place);
}

static bool provoked(const story *s, const session_item *item)
{
	const story_truth *t = &s->truth;
	int direction = keel_name_find(keel_direction_names, keel_direction_name_count,
				       t->hurts_direction, strlen(t->hurts_direction));
	bool still = !t->hurts_days || s->date - t->start_date < t->hurts_days;
	return t->hurts_direction[0] && direction >= 0 && still &&
	       (item->directions >> direction & 1);
}

void session_truth_answer(story *s, session *se, const session_item *item, session_answer *a)
{
	const story_truth *t = &s->truth;
	bool hurt = provoked(s, item);
	int added = !hurt ? 0 : t->hurts_spread ? 1 : t->hurts_by;
	int noise = t->held ? se->noise : truth_noise(s);
	int reading = truth_clamp(truth_pain(s) + noise + added);
	int rise = reading - se->before;
	a->challenge = t->challenge;
	a->further = hurt && t->hurts_spread;
	if (rise <= 0)
		return;
	a->change = rise == 1 ? "a-bit-more" : "clearly-more";
	a->pain = rise == 1 ? -1 : reading;
	a->settled = added > 0 ? "no" : "yes";
	if (added > 0) /* CLINICAL 2, words: carried on, at most 1 above the first answer */
		se->before = reading < se->pain + 1 ? reading : se->pain + 1;
}
