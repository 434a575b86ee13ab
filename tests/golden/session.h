/* The session under way in a story (session.c, session_item.c, truth_session.c). */
#ifndef KEEL_TESTS_GOLDEN_SESSION_H
#define KEEL_TESTS_GOLDEN_SESSION_H

#include "tests/golden/story.h"

#define SESSION_ITEMS_MAX 16

typedef struct session_item {
	int index;
	char movement[49];
	char purpose[16];
	int rung, sets, reps, hold_s, work_s;
	unsigned directions; /* bit set of keel_direction */
	bool asks_effort;
} session_item;

typedef struct session {
	char id[33];
	int pain; /* at the start; -1 not answered */
	char place[16];
	int before; /* what a person with a truth compares with */
	int noise;  /* of the session, when noise is held */
	session_item items[SESSION_ITEMS_MAX];
	int item_count; /* swaps add at the end */
} session;

/* Numbers are -1 and texts NULL when they were not said. */
typedef struct session_answer {
	const char *change, *settled, *form, *swap, *swap_reason, *unwell, *odd;
	int pain, challenge, reps, sets;
	int left_reps, right_reps; /* of one side, where they differ */
	int eased_s; /* 0: it did not end because it eased */
	bool further, skip;
	bool mid; /* a pain report in mid-movement */
	int mid_pain;
	const char *mid_settled;
	bool mid_further;
} session_answer;

void session_keep_item(session *se, const value *draft);
/* Performs one item; false when the session has ended by it (unwell). */
bool session_item_do(story *s, session *se, int item_index, const session_answer *a);
void session_end(story *s, const session *se, const words *w);
/* Keeps what was prescribed (raised, climbed, not-lowered). */
void session_watch(story *s, const session *se);

/* What the story's lines answer for the item; *held keeps the words that the answer points into. */
void session_answer_for(story *s, int line, const words *w, session *se, session_item *item,
			session_answer *a, words *held);
/* session_player.c: leads the prescribed session through the real player to its end. */
void session_by_player(story *s, int line, const words *w, session *se);

/* truth_session.c */
void session_truth_begin(story *s, session *se);
void session_truth_answer(story *s, session *se, const session_item *item, session_answer *a);

#endif
