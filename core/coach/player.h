/* The player: leads one session. A pure state machine with a fixed size and no clock of its own.
 *
 * Purpose: walk the timeline of one item after the other, ask what has to be asked, carry out what
 * safety decides about a pain answer at that very tick, and draft the events that record it. Units:
 * milliseconds; pain 0..10. Cutting time into other ticks never changes anything. Commands that do
 * not fit are refused and change nothing.
 *
 * The player never decides what pain means (safety does), never plans, and never makes an envelope.
 *
 * player.c walks; player_command.c obeys; player_answer.c asks and has the answers judged;
 * player_start.c begins from the record; player_view.c and player_draft.c print; player_save.c
 * keeps and restores.
 */
#ifndef KEEL_CORE_COACH_PLAYER_H
#define KEEL_CORE_COACH_PLAYER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/json.h"
#include "core/base/names.h"
#include "core/catalogue/catalogue.h"
#include "core/coach/command.h"
#include "core/coach/timeline.h"
#include "core/event/event.h"
#include "keel/keel.h"

#define KEEL_PLAYER_ITEMS_MAX 16  /* session-item.index is 0..15 */
#define KEEL_PLAYER_PLAY_MAX 9	  /* a prescription's 8 and a calm one at the end */
#define KEEL_PLAYER_DRAFTS_MAX 96 /* see player_draft.c */
#define KEEL_PLAYER_INPUTS_MAX 4
#define KEEL_PLAYER_NONE (-1)
#define KEEL_SETTLE_MS 60000 /* "has it settled within a minute?" (CLINICAL 2) */

typedef enum keel_player_mode {
	KEEL_PLAYER_EMPTY,    /* not started, not loaded */
	KEEL_PLAYER_BEFORE,   /* waits for start */
	KEEL_PLAYER_RUN,      /* the timeline runs (or is paused) */
	KEEL_PLAYER_PAIN_ASK, /* pain was reported: waits for number or settled */
	KEEL_PLAYER_NOTICE,   /* something was decided: waits for continue */
	KEEL_PLAYER_ASK,      /* a movement is over: waits for the answers */
	KEEL_PLAYER_CALM,     /* waits to begin the calm movement at the end */
	KEEL_PLAYER_END_ASK,  /* pain rose today: asks for the pain at the end */
	KEEL_PLAYER_ENDED,
	KEEL_PLAYER_MODE_COUNT
} keel_player_mode;

/* Bits of what is asked; the names stand in the view's `ask`, in this order. */
#define KEEL_ASK_LIST(A)                                                                           \
	A(CHANGE, "change")                                                                        \
	A(PAIN, "pain")                                                                            \
	A(FURTHER, "further")                                                                      \
	A(SETTLED, "settled")                                                                      \
	A(CHALLENGE, "challenge")                                                                  \
	A(FORM, "form")                                                                            \
	A(END_PAIN, "end-pain")

typedef enum keel_ask {
#define KEEL_ASK_ENUM(NAME, text) KEEL_ASK_##NAME,
	KEEL_ASK_LIST(KEEL_ASK_ENUM)
#undef KEEL_ASK_ENUM
		KEEL_ASK_COUNT
} keel_ask;

/* Bits of sounds since the last view. */
#define KEEL_SOUND_LIST(S)                                                                         \
	S(BREATH_IN, "breath-in")                                                                  \
	S(BREATH_OUT, "breath-out")                                                                \
	S(TICK, "tick")                                                                            \
	S(SET_START, "set-start")                                                                  \
	S(SIDE, "side")                                                                            \
	S(SET_END, "set-end")                                                                      \
	S(DONE, "done")                                                                            \
	S(STOP, "stop")

typedef enum keel_sound {
#define KEEL_SOUND_ENUM(NAME, text) KEEL_SOUND_##NAME,
	KEEL_SOUND_LIST(KEEL_SOUND_ENUM)
#undef KEEL_SOUND_ENUM
		KEEL_SOUND_COUNT
} keel_sound;

typedef enum keel_item_state {
	KEEL_ITEM_WAITING,
	KEEL_ITEM_STARTED,
	KEEL_ITEM_OVER,
	KEEL_ITEM_STATE_COUNT
} keel_item_state;

typedef struct keel_player_item {
	int16_t movement;
	int16_t rung;
	keel_dose dose;
	int16_t rule;	    /* keel_rule that decided the dose; for items the player adds */
	uint8_t purpose;    /* keel_purpose */
	uint8_t state;	    /* keel_item_state */
	uint8_t end;	    /* keel_end, when over */
	uint8_t bouts_done; /* of keel_timeline_bout_count */
	int8_t change;	    /* keel_change answered after it, or NONE */
	int8_t pain;	    /* the highest number said in it, or NONE */
	int8_t form;	    /* keel_form, or NONE */
	bool answered; /* the fold's own notes (state_session.c): worst rise, and whether it settled
			*/
	int8_t rise;
	int8_t settled; /* keel_settled, or NONE */
	bool eased;	/* "it eased" ended a hold early (S3.hold) */
} keel_player_item;

/* Answers collected for the movement at hand; NONE where not given. */
typedef struct keel_player_answers {
	int8_t change, pain, further, settled, challenge, form;
} keel_player_answers;

/* What was decided and what to do now. rule NONE: nothing to say. */
typedef struct keel_player_message {
	int16_t rule;
	int16_t next;	   /* movement that follows because of it, or KEEL_NO_MOVEMENT */
	uint8_t emergency; /* 1: the emergency screen follows */
	uint8_t input_count;
	int32_t inputs[KEEL_PLAYER_INPUTS_MAX];
} keel_player_message;

typedef struct keel_player_draft {
	uint8_t type;	  /* keel_event_type */
	int8_t index;	  /* place in the session, or NONE */
	int16_t value[7]; /* fields after session and index, in the order of event_list.h; NONE
			     absent */
} keel_player_draft;

/* What the person may change to today: decided by safety when the session began, only ever narrowed
 * since. */
typedef struct keel_player_offer {
	uint8_t rung; /* 0: not offered */
	uint8_t rule; /* keel_rule of that dose */
	bool soft;    /* a soft gate withholds it: only when the person names it (CLINICAL 5) */
} keel_player_offer;

struct keel_player {
	const keel_catalogue *catalogue; /* of the core; not saved */
	char session[33];
	uint8_t mode;
	bool paused;
	bool started;	    /* session-started is drafted or in the record */
	bool stopping;	    /* only the calm movement is left */
	bool resumes;	    /* NOTICE: continue goes back into the movement, else to the next */
	uint8_t ask;	    /* bit set of keel_ask */
	uint8_t end;	    /* keel_end of the session: how it would end now */
	bool bout_eased;    /* a hold of the bout at hand ended early */
	int8_t end_pain;    /* said at the end, or NONE */
	uint16_t sounds;    /* bit set of keel_sound since the last view */
	int8_t place;	    /* furthest place at the start, or NONE */
	int8_t first_pain;  /* the session's first answer, or NONE */
	int8_t before;	    /* of this movement (CLINICAL 2, Words); NONE: nothing known */
	int8_t before_next; /* of the next one */
	int8_t rise_stop;   /* the rise at which this person stops */
	int8_t now_pain;    /* best knowledge of the pain now, or NONE */
	int16_t up_min;	    /* minutes since getting up at the start, or NONE */
	int16_t calm;	    /* movement to finish with, or KEEL_NO_MOVEMENT */
	uint8_t blocked_directions; /* rest after leg pain went further down */
	int32_t wait_ms;	    /* since the question was put; stops at KEEL_SETTLE_MS */
	int32_t into_ms;	    /* of the present step */
	keel_timeline_place at;
	keel_player_answers answers;
	keel_player_message message;
	int play_count;
	int play_at;
	uint8_t play[KEEL_PLAYER_PLAY_MAX]; /* items in the order they are done */
	int item_count;
	keel_player_item items[KEEL_PLAYER_ITEMS_MAX];
	int draft_count;
	keel_player_draft drafts[KEEL_PLAYER_DRAFTS_MAX];
	keel_player_offer offers[KEEL_MOVEMENTS_MAX];
};

/* ---- shared by the files of the player; not for others ---- */

/* The item at hand, its movement. Valid in every mode but EMPTY. */
keel_player_item *keel_player_item_now(keel_player *player);
const keel_movement *keel_player_movement_now(const keel_player *player);
bool keel_player_working(const keel_player *player); /* inside a bout with time spent in it */
bool keel_player_asks_effort(const keel_movement *movement);

/* Lets steps of length 0 pass; to be called after every change of the place. */
void keel_player_settle(keel_player *player);
void keel_player_begin_item(keel_player *player, int play_at);
void keel_player_next_item(keel_player *player);   /* or the end of the session */
void keel_player_finish_step(keel_player *player); /* the present step ends now */
/* Ends the bout at hand, if one is under way, and drafts it. */
void keel_player_close_bout(keel_player *player, int end);
void keel_player_leave_bout(keel_player *player); /* goes to the pause or the end behind it */
void keel_player_ask_after(keel_player *player, int end);
/* Drafts exercise-done with the answers collected and marks the item. */
void keel_player_close_item(keel_player *player, int end);
void keel_player_end_session(keel_player *player, int end, int pain);
void keel_player_stop_with_calm(keel_player *player);
void keel_player_sound(keel_player *player, keel_sound sound);

/* Offers: what a swap may take. KEEL_NO_MOVEMENT when there is none. A soft one may be named, and
 * is never proposed. */
bool keel_player_offers(const keel_player *player, int movement);
bool keel_player_proposes(const keel_player *player, int movement);
int keel_player_easier(const keel_player *player, int *rung);
int keel_player_harder(const keel_player *player, int *rung);
int keel_player_swaps(const keel_player *player, int16_t *movements, int count_max);
int keel_player_calm_movement(const keel_player *player);
/* Index of the added item, or NONE when the session is full. */
int keel_player_add_item(keel_player *player, int movement, int rung, int purpose);
void keel_player_swap_to(keel_player *player, int movement, int rung, int reason);

uint16_t keel_player_can(const keel_player *player); /* bit set of keel_do */

/* Checks and fills a player from saved bytes; empty when they are not sound (see keel_player_load).
 */
KEEL_MUST_USE keel_err keel_player_restore(keel_player *player, const keel_catalogue *catalogue,
					   const unsigned char *bytes, size_t byte_count);

/* The judged part: answers in, mode and message out. */
void keel_player_answer_pain(keel_player *player, const keel_command *command);
void keel_player_answer_after(keel_player *player, const keel_command *command);
void keel_player_clear_answers(keel_player *player);
void keel_player_say(keel_player *player, int rule, int input_0, int input_1);

void keel_player_draft_push(keel_player *player, keel_event_type type, int index, const int *values,
			    int value_count);

#endif
