/* HTTP, as the rest of the server sees it: a request, a response, and two questions an application
 * answers.
 *
 * Only http.c knows the library underneath. Requests reach the application after hygiene.c has
 * found nothing wrong with them. Both callbacks are called from one of the server's two threads;
 * the application guards its own state.
 *
 * Never here: TLS (a proxy in front does it), and any address but this machine's own (listen.h).
 */
#ifndef KEEL_SERVER_HTTP_H
#define KEEL_SERVER_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define KEEL_HTTP_HEADERS_MAX 64 /* a browser sends about 15 */
#define KEEL_HTTP_QUERIES_MAX 8
#define KEEL_HTTP_PATH_BYTES_MAX 1024 /* the longest path of ours has 60 */
#define KEEL_HTTP_RESPONSE_HEADERS_MAX 16

typedef struct keel_http_field {
	const char *name;
	const char *value; /* "" when there is none */
} keel_http_field;

typedef struct keel_http_request {
	const char *method;  /* as it came; HEAD reaches the application as such, its body is never
				sent */
	const char *path;    /* up to the question mark, as it came: nothing is decoded */
	const char *version; /* "HTTP/1.1" */
	keel_http_field headers[KEEL_HTTP_HEADERS_MAX];
	int header_count;
	keel_http_field queries[KEEL_HTTP_QUERIES_MAX];
	int query_count;
	bool too_many;	  /* more headers or queries than the tables hold */
	bool folded;	  /* a header went on over a second line */
	bool bad_bytes;	  /* a NUL inside a header */
	const char *body; /* only in answer(); not NULL */
	size_t body_bytes;
} keel_http_request;

/* body is a constant of the program, or `owned` (from malloc), which the server frees. Header
 * values are copied when the response is sent; `value` of a header must live until the callback has
 * returned. */
typedef struct keel_http_response {
	int status;
	const char *content_type;
	const void *body;
	size_t body_bytes;
	void *owned;
	bool close; /* end the connection after this answer */
	keel_http_field headers[KEEL_HTTP_RESPONSE_HEADERS_MAX];
	int header_count;
	char text[256]; /* room for header values that are made up, such as a cursor */
} keel_http_response;

typedef struct keel_http_app {
	void *context;
	/* The headers are there. True: *response is the answer. False: read the body, at most
	 * *body_bytes_max bytes (more is answered with 413), and ask answer(). */
	bool (*judge)(void *context, const keel_http_request *request, size_t *body_bytes_max,
		      keel_http_response *response);
	void (*answer)(void *context, const keel_http_request *request,
		       keel_http_response *response);
	/* Headers that every response carries, also those that the server makes by itself; ends
	 * with {NULL, NULL}. */
	const keel_http_field *common_headers;
} keel_http_app;

typedef struct keel_http keel_http;

/* Serves on a bound, listening socket, which it takes over. NULL when the library cannot start. app
 * is copied. */
keel_http *keel_http_create(int listen_socket, const keel_http_app *app);

/* To be called about once a second: ends connections that are too slow to be honest. */
void keel_http_sweep(keel_http *http);

/* Takes no more connections, lets running requests finish (at most two seconds), frees all. NULL is
 * allowed. */
void keel_http_destroy(keel_http *http);

/* ---- for applications ---- */
/* The value of the first header or query of that name; NULL when there is none. */
const char *keel_http_header(const keel_http_request *request, const char *name);
const char *keel_http_query(const keel_http_request *request, const char *name);
int keel_http_header_count(const keel_http_request *request, const char *name);

void keel_http_add_header(keel_http_response *response, const char *name, const char *value);

/* A JSON error body {"error":name,"message":sentence} with that status. */
void keel_http_error(keel_http_response *response, int status, const char *error,
		     const char *message);

#endif
