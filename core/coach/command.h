/* A command for the player: one flat JSON object, as docs/API.md lists them.
 *
 * Purpose: turn outside bytes into a small struct, or refuse them with a place. Never asserts,
 * never judges: whether a command fits the present step is the player's business.
 */
#ifndef KEEL_CORE_COACH_COMMAND_H
#define KEEL_CORE_COACH_COMMAND_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define KEEL_COMMAND_BYTES_MAX 512
#define KEEL_COMMAND_ABSENT (-1)

/* D(NAME, "name"): what a command can ask for; the order is that of the view's `can`. */
#define KEEL_DO_LIST(D)                                                                            \
	D(START, "start")                                                                          \
	D(READY, "ready")                                                                          \
	D(CONTINUE, "continue")                                                                    \
	D(PAUSE, "pause")                                                                          \
	D(RESUME, "resume")                                                                        \
	D(EASED, "eased")                                                                          \
	D(FORM_LOST, "form-lost")                                                                  \
	D(PAIN, "pain")                                                                            \
	D(ANSWER, "answer")                                                                        \
	D(EASIER, "easier")                                                                        \
	D(HARDER, "harder")                                                                        \
	D(SWAP, "swap")                                                                            \
	D(SKIP, "skip")                                                                            \
	D(UNWELL, "unwell")                                                                        \
	D(END, "end")

typedef enum keel_do {
#define KEEL_DO_ENUM(NAME, text) KEEL_DO_##NAME,
	KEEL_DO_LIST(KEEL_DO_ENUM)
#undef KEEL_DO_ENUM
		KEEL_DO_COUNT
} keel_do;

extern const char *const keel_do_names[KEEL_DO_COUNT];

/* KEEL_COMMAND_ABSENT where the field was not given. movement is "" when not given. */
typedef struct keel_command {
	int16_t what;	   /* keel_do */
	int16_t pain;	   /* 0..10 */
	int16_t place;	   /* keel_place */
	int16_t further;   /* 0, 1 */
	int16_t settled;   /* keel_settled; 0, 1, "no" or "yes" */
	int16_t change;	   /* keel_change */
	int16_t challenge; /* 0..100 */
	int16_t form;	   /* keel_form */
	int16_t reason;	   /* keel_swap */
	int16_t sign;	   /* keel_sign */
	char movement[49];
} keel_command;

/* SYNTAX, UNKNOWN_FIELD, MISSING_FIELD (do), BAD_TYPE, OUT_OF_RANGE, UNKNOWN_NAME, DUPLICATE,
 * TOO_LARGE; spot tells the column and the field. Texts hold no escapes: none of the names needs
 * one. */
KEEL_MUST_USE keel_err keel_command_parse(const char *json, size_t json_bytes,
					  keel_command *command, keel_spot *spot);

#endif
