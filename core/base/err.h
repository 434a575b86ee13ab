/* Errors of the core: one list of name, sentence and who must act.
 *
 * A fallible function returns keel_err and its result must be used. An error that concerns bytes from outside
 * also fills a keel_spot, so that the person who wrote those bytes finds the spot.
 */
#ifndef KEEL_CORE_BASE_ERR_H
#define KEEL_CORE_BASE_ERR_H

/* X(name, sentence, who must act) */
#define KEEL_ERR_LIST(X)                                                                                     \
	X(OK, "no error", "nobody")                                                                          \
	X(NO_MEMORY, "the memory given by the caller is full", "the caller")                                 \
	X(TOO_LARGE, "the input is larger than the limit", "who wrote the input")                            \
	X(SYNTAX, "the bytes are not of the expected form", "who wrote the input")                           \
	X(UNKNOWN_FIELD, "a field that this type does not have", "who wrote the input")                      \
	X(MISSING_FIELD, "a required field is missing", "who wrote the input")                               \
	X(BAD_TYPE, "a value of the wrong type", "who wrote the input")                                      \
	X(OUT_OF_RANGE, "a value outside its range", "who wrote the input")                                  \
	X(UNKNOWN_NAME, "a name that is not in the list of allowed names", "who wrote the input")            \
	X(DUPLICATE, "the same name or id twice", "who wrote the input")                                     \
	X(VERSION, "a version that this program does not know", "who runs the older program")                \
	X(CORRUPT, "the bytes do not match their hash or their own structure", "who stored the bytes")       \
	X(NOT_FOUND, "no such thing", "the caller")                                                          \
	X(LOCKED, "the plan is locked", "the person, by the way back that is shown")                         \
	X(NOT_NOW, "the command does not fit the present step", "the caller")                                \
	X(IO, "the storage or the network failed", "who runs the machine")                                   \
	X(FULL, "the storage is full", "who runs the machine")                                               \
	X(BUSY, "somebody else holds it; try again", "the caller")

typedef enum keel_err {
#define KEEL_ERR_ENUM(name, sentence, actor) KEEL_ERR_##name,
	KEEL_ERR_LIST(KEEL_ERR_ENUM)
#undef KEEL_ERR_ENUM
		KEEL_ERR_COUNT
} keel_err;

/* Where in the input, and what about it. message and field are constant or point into the input; never freed. */
typedef struct keel_spot {
	int line;            /* 1-based; 0: not known */
	int column;          /* 1-based, in bytes */
	const char *message; /* a constant sentence without a full stop, "" when there is none */
	char field[32];      /* name of the field concerned, "" when there is none */
} keel_spot;

#define KEEL_MUST_USE __attribute__((warn_unused_result))

const char *keel_err_name(keel_err err);
const char *keel_err_sentence(keel_err err);
const char *keel_err_actor(keel_err err);

/* Traps when our own code is wrong; stays on in release. Bytes from outside are never asserted. */
#define KEEL_ASSERT(cond) ((cond) ? (void)0 : __builtin_trap())

#endif
