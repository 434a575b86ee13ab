/* Listen: which address the server binds, and which names it answers to.
 *
 * Keel listens on this machine only. A web page of somebody else may make a browser send requests
 * here under another name (DNS rebinding): the Host of every request must be one of ours, and so
 * must the Origin, when there is one.
 */
#ifndef KEEL_SERVER_LISTEN_H
#define KEEL_SERVER_LISTEN_H

#include <stdbool.h>
#include <stdint.h>

#define KEEL_LISTEN_PORT 8750
#define KEEL_ORIGIN_BYTES_MAX 256

typedef struct keel_listen {
	bool ipv6;     /* [::1] in place of 127.0.0.1 */
	uint16_t port; /* 0: any free one; keel_listen_open puts the real one here */
	char public_origin[KEEL_ORIGIN_BYTES_MAX]; /* "https://keel.example.org"; "" when this
						      machine only */
} keel_listen;

/* "127.0.0.1:8750", "localhost:8750", "[::1]:8750", or without port. NULL when fine, else a
 * sentence for the person. */
const char *keel_listen_parse(keel_listen *listen, const char *text);

/* "https://name" or "https://name:port"; a slash at the end is dropped. NULL when fine, else a
 * sentence. */
const char *keel_listen_parse_origin(keel_listen *listen, const char *text);

/* A socket that listens, or -1 with errno. */
int keel_listen_open(keel_listen *listen);

/* "http://127.0.0.1:8750" or the public origin: what a person opens. */
void keel_listen_address(const keel_listen *listen, char address[KEEL_ORIGIN_BYTES_MAX]);
void keel_listen_local_address(const keel_listen *listen, char address[KEEL_ORIGIN_BYTES_MAX]);

bool keel_listen_host_is_ours(const keel_listen *listen, const char *host);
bool keel_listen_origin_is_ours(const keel_listen *listen, const char *origin);

#endif
