#include "server/token.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define TOKEN_CHARS (KEEL_TOKEN_TEXT_BYTES - 1)

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* 6 of each 8 random bits are used: 43 characters hold 258 bits. */
bool keel_token_random_text(char *text, size_t count)
{
	unsigned char bytes[64];
	KEEL_ASSERT(count <= sizeof bytes);
	if (getrandom(bytes, count, 0) != (ssize_t)count)
		return false;
	for (size_t i = 0; i < count; i++)
		text[i] = alphabet[bytes[i] & 63];
	text[count] = '\0';
	return true;
}

static bool is_token(const char *text, size_t bytes)
{
	return bytes == TOKEN_CHARS && strspn(text, alphabet) >= TOKEN_CHARS;
}

static keel_err read_token(keel_token *token, int file)
{
	struct stat about;
	char text[TOKEN_CHARS + 2] = {0}; /* a newline is allowed */
	if (fstat(file, &about) != 0)
		return KEEL_ERR_IO;
	if (!S_ISREG(about.st_mode) || about.st_uid != geteuid() || (about.st_mode & 077) != 0)
		return KEEL_ERR_CORRUPT;
	ssize_t got = read(file, text, sizeof text - 1);
	if (got < 0)
		return KEEL_ERR_IO;
	size_t bytes = (size_t)got;
	if (bytes > 0 && text[bytes - 1] == '\n')
		bytes--;
	if (!is_token(text, bytes))
		return KEEL_ERR_CORRUPT;
	memcpy(token->text, text, TOKEN_CHARS);
	token->text[TOKEN_CHARS] = '\0';
	return KEEL_ERR_OK;
}

/* Written under another name first and linked, so that a second server starting at the same moment
 * finds a whole file or none. */
static keel_err make_token(const char *path)
{
	char fresh[4096], text[KEEL_TOKEN_TEXT_BYTES + 1], suffix[13];
	if (!keel_token_random_text(text, TOKEN_CHARS) ||
	    !keel_token_random_text(suffix, sizeof suffix - 1))
		return KEEL_ERR_IO;
	int length = snprintf(fresh, sizeof fresh, "%s.%s", path, suffix);
	if (length < 0 || (size_t)length >= sizeof fresh)
		return KEEL_ERR_TOO_LARGE;
	int file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (file < 0)
		return KEEL_ERR_IO;
	text[TOKEN_CHARS] = '\n';
	bool fine = write(file, text, TOKEN_CHARS + 1) == TOKEN_CHARS + 1 && fsync(file) == 0;
	fine = close(file) == 0 && fine;
	fine = fine &&
	       (link(fresh, path) == 0 || errno == EEXIST ||
		(errno == EPERM && rename(fresh, path) == 0)); /* file systems without hard links */
	int why = errno;
	unlink(fresh);
	errno = why;
	return fine ? KEEL_ERR_OK : KEEL_ERR_IO;
}

keel_err keel_token_load(keel_token *token, const char *path)
{
	for (int attempt = 0; attempt < 2; attempt++) {
		int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
		if (file >= 0) {
			keel_err err = read_token(token, file);
			close(file);
			return err;
		}
		if (errno != ENOENT || attempt == 1)
			return errno == ELOOP ? KEEL_ERR_CORRUPT : KEEL_ERR_IO;
		keel_err err = make_token(path);
		if (err != KEEL_ERR_OK)
			return err;
	}
	return KEEL_ERR_IO;
}

bool keel_token_matches(const keel_token *token, const char *authorization)
{
	static const char scheme[] = "Bearer ";
	if (authorization == NULL || strncasecmp(authorization, scheme, sizeof scheme - 1) != 0)
		return false;
	const char *given = authorization + sizeof scheme - 1;
	size_t given_bytes = strlen(given);
	volatile unsigned char difference = given_bytes != TOKEN_CHARS;
	for (size_t i = 0; i < TOKEN_CHARS; i++) {
		unsigned char theirs = i < given_bytes ? (unsigned char)given[i] : 0;
		difference = (unsigned char)(difference | (theirs ^ (unsigned char)token->text[i]));
	}
	return difference == 0;
}
