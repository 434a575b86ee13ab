/* Api: persons and their events over HTTP, as docs/API.md says. It stands between requests and one
 * store handle.
 *
 * A server's copy of a record is only a copy: devices append to their own logs and send what is
 * new; nothing is ever written here in another way. Every acknowledged event is on disk, every
 * request is one transaction.
 */
#ifndef KEEL_SERVER_API_H
#define KEEL_SERVER_API_H

#include <pthread.h>
#include <stdatomic.h>

#include "keel/store.h"
#include "server/http.h"
#include "server/listen.h"
#include "server/token.h"

#define KEEL_API_PREFIX "/api/"
#define KEEL_API_BODY_BYTES_MAX (4u << 20)
#define KEEL_API_LINES_MAX 5000 /* of one request or one page */

typedef struct keel_api {
	keel_store *store;
	pthread_mutex_t store_lock; /* a store handle serves one thread at a time */
	const keel_listen *listen;
	const keel_token *token;
	atomic_llong wrong_minute; /* wrong tokens are counted by the minute; beyond a limit they
				      hear 429 */
	atomic_int wrong_count;
} keel_api;

void keel_api_init(keel_api *api, keel_store *store, const keel_listen *listen,
		   const keel_token *token);
void keel_api_deinit(keel_api *api);

/* As keel_http_app.judge and .answer, for paths that begin with KEEL_API_PREFIX. */
bool keel_api_judge(keel_api *api, const keel_http_request *request, size_t *body_bytes_max,
		    keel_http_response *response);
void keel_api_answer(keel_api *api, const keel_http_request *request, keel_http_response *response);

#endif
