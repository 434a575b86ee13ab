/* Hygiene: is this request one that every program between the browser and us understands in the
 * same way? What two readers may read differently is how requests are smuggled; it is refused,
 * never repaired (RFC 9112, 6.3 and 11.2). Pure: looks at the request only.
 */
#ifndef KEEL_SERVER_HYGIENE_H
#define KEEL_SERVER_HYGIENE_H

#include "server/http.h"

typedef struct keel_hygiene {
	int status; /* 0: nothing wrong */
	const char *error;
	const char *message;
} keel_hygiene;

keel_hygiene keel_hygiene_check(const keel_http_request *request);

/* The declared length of the body: 0 without one, SIZE_MAX when it comes in chunks. After a clean
 * check only. */
size_t keel_hygiene_body_bytes(const keel_http_request *request);

#endif
