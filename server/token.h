/* Token: the secret in the link. Who has the link may read and write every record of this store;
 * nobody else may.
 *
 * 32 random bytes from the kernel, written as 43 characters of base64url, kept beside the store in
 * a file of mode 0600. Delete the file to make every old link worthless.
 */
#ifndef KEEL_SERVER_TOKEN_H
#define KEEL_SERVER_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/err.h"

#define KEEL_TOKEN_TEXT_BYTES 44 /* with the NUL */

typedef struct keel_token {
	char text[KEEL_TOKEN_TEXT_BYTES];
} keel_token;

/* Reads the file, or makes it. IO with errno; CORRUPT when the file is not ours, can be read by
 * others or is damaged. */
KEEL_MUST_USE keel_err keel_token_load(keel_token *token, const char *path);

/* Does "Bearer xyz" carry the token? The time it takes does not depend on how much of it is right.
 */
bool keel_token_matches(const keel_token *token, const char *authorization);

/* Random text of base64url: count characters and a NUL. False when the kernel gives none. */
bool keel_token_random_text(char *text, size_t count);

#endif
