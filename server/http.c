/* The one file that knows libmicrohttpd (0.9.75 as packaged).
 *
 * What the library does: sockets, epoll, two threads, parsing, chunked bodies, keep-alive. What is
 * done here because it does not: hygiene (hygiene.c), time limits that a trickle of bytes cannot
 * renew (watch.c), a fast 503 in a crowd, a bound on all bodies held at once.
 *
 * An answer that is known before the body has come (wrong token, too large) waits until the body
 * has been read and thrown away, up to DRAIN_BYTES_MAX: closing a socket with unread bytes resets
 * it, and the client would see a broken connection in place of the answer. A request that fails
 * hygiene is answered at once and its connection ended, since nobody can say where its body stops.
 *
 * The library calls the handler at least twice a request: once with the headers, with each piece of
 * the body, once at the end. An answer given in the first call ends the connection, even without a
 * body; so answers wait for the last.
 */
#include "server/http.h"

#include <microhttpd.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "core/base/json.h"
#include "server/hygiene.h"
#include "server/watch.h"

#define THREAD_COUNT 2
#define CONNECTION_MEMORY_BYTES                                                                    \
	16384 /* bounds the header section; more is answered 431 by the library */
#define DRAIN_BYTES_MAX (8u << 20)
#define HELD_BYTES_MAX (48u << 20) /* bodies in memory, all requests together */
#define BODY_BYTES_FIRST 16384
#define STOP_WAIT_MS 2000
#define FOLD_GAP_BYTES_MAX 32 /* blanks between a colon and its value */

struct keel_http {
	struct MHD_Daemon *daemon;
	keel_http_app app;
	keel_watch *watch;
	atomic_size_t held_bytes;
};

/* One request from its headers to its answer. */
typedef struct exchange {
	char *body;
	size_t body_bytes, body_bytes_held, body_bytes_max;
	size_t drained_bytes;
	struct MHD_Response *response; /* known already; the body is thrown away */
	unsigned int status;
} exchange;

/* ---- requests ---- */

static int slot_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	return info == NULL || info->socket_context == NULL
		       ? -1
		       : (int)(intptr_t)info->socket_context - 1;
}

/* 0.9.75 joins a folded header silently and moves the joined value elsewhere in its memory; an
 * unfolded value stands right behind its name. Later versions refuse folds themselves when strict.
 */
static bool is_folded(const char *name, size_t name_bytes, const char *value)
{
#if MHD_VERSION < 0x00097701
	uintptr_t earliest = (uintptr_t)name + name_bytes + 1, at = (uintptr_t)value;
	return at < earliest || at - earliest > FOLD_GAP_BYTES_MAX;
#else
	(void)name, (void)name_bytes, (void)value;
	return false;
#endif
}

static enum MHD_Result collect_header(void *cls, enum MHD_ValueKind kind, const char *name,
				      size_t name_bytes, const char *value, size_t value_bytes)
{
	keel_http_request *request = cls;
	(void)kind;
	if (request->header_count == KEEL_HTTP_HEADERS_MAX) {
		request->too_many = true;
		return MHD_NO;
	}
	if (value == NULL) {
		value = "";
	} else {
		request->folded = request->folded || is_folded(name, name_bytes, value);
		if (strlen(value) != value_bytes)
			request->bad_bytes = true;
	}
	if (strlen(name) != name_bytes)
		request->bad_bytes = true;
	request->headers[request->header_count++] = (keel_http_field){name, value};
	return MHD_YES;
}

static enum MHD_Result collect_query(void *cls, enum MHD_ValueKind kind, const char *name,
				     const char *value)
{
	keel_http_request *request = cls;
	(void)kind;
	if (request->query_count == KEEL_HTTP_QUERIES_MAX) {
		request->too_many = true;
		return MHD_NO;
	}
	request->queries[request->query_count++] =
		(keel_http_field){name, value == NULL ? "" : value};
	return MHD_YES;
}

static void collect(keel_http_request *request, struct MHD_Connection *connection, const char *path,
		    const char *method, const char *version)
{
	memset(request, 0, sizeof *request);
	request->path = path;
	request->method = method;
	request->version = version;
	MHD_get_connection_values_n(connection, MHD_HEADER_KIND, collect_header, request);
	MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, collect_query, request);
}

/* Nothing is decoded (hygiene.c says why); the library wants the length. */
static size_t leave_as_it_came(void *cls, struct MHD_Connection *connection, char *text)
{
	(void)cls, (void)connection;
	return strlen(text);
}

const char *keel_http_header(const keel_http_request *request, const char *name)
{
	for (int i = 0; i < request->header_count; i++)
		if (strcasecmp(request->headers[i].name, name) == 0)
			return request->headers[i].value;
	return NULL;
}

int keel_http_header_count(const keel_http_request *request, const char *name)
{
	int count = 0;
	for (int i = 0; i < request->header_count; i++)
		count += strcasecmp(request->headers[i].name, name) == 0;
	return count;
}

const char *keel_http_query(const keel_http_request *request, const char *name)
{
	for (int i = 0; i < request->query_count; i++)
		if (strcmp(request->queries[i].name, name) == 0)
			return request->queries[i].value;
	return NULL;
}

/* ---- responses ---- */

void keel_http_add_header(keel_http_response *response, const char *name, const char *value)
{
	KEEL_ASSERT(response->header_count < KEEL_HTTP_RESPONSE_HEADERS_MAX);
	response->headers[response->header_count++] = (keel_http_field){name, value};
}

void keel_http_error(keel_http_response *response, int status, const char *error,
		     const char *message)
{
	enum { BODY_BYTES_MAX = 512 };
	response->status = status;
	response->content_type = "application/json";
	char *body = malloc(BODY_BYTES_MAX);
	if (body == NULL)
		return;
	keel_json json;
	keel_json_init(&json, body, BODY_BYTES_MAX);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "error", error);
	keel_json_put_text(&json, "message", message);
	keel_json_close(&json, '}');
	if (keel_json_end(&json, &response->body_bytes) != KEEL_ERR_OK)
		response->body_bytes = 0;
	response->body = response->owned = body;
}

/* Takes what the response owns. NULL when memory is out. */
static struct MHD_Response *make_response(const keel_http *http, keel_http_response *from)
{
	/* The library does not write to the buffer; its signature is older than const. */
	void *bytes = (void *)(uintptr_t)from->body;
	struct MHD_Response *made = MHD_create_response_from_buffer(
		from->body_bytes, bytes,
		from->owned != NULL ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
	if (made == NULL) {
		free(from->owned);
		return NULL;
	}
	for (const keel_http_field *common = http->app.common_headers; common->name != NULL;
	     common++)
		MHD_add_response_header(made, common->name, common->value);
	for (int i = 0; i < from->header_count; i++)
		MHD_add_response_header(made, from->headers[i].name, from->headers[i].value);
	if (from->content_type != NULL)
		MHD_add_response_header(made, MHD_HTTP_HEADER_CONTENT_TYPE, from->content_type);
	if (from->status == 503)
		MHD_add_response_header(made, MHD_HTTP_HEADER_RETRY_AFTER, "2");
	if (from->close)
		MHD_add_response_header(made, MHD_HTTP_HEADER_CONNECTION, "close");
	return made;
}

static enum MHD_Result send_response(keel_http *http, struct MHD_Connection *connection,
				     unsigned int status, struct MHD_Response *response)
{
	if (response == NULL)
		return MHD_NO;
	keel_watch_phase_set(http->watch, slot_of(connection), KEEL_WATCH_ANSWER,
			     keel_watch_now_ms());
	enum MHD_Result result = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return result;
}

static enum MHD_Result send_now(keel_http *http, struct MHD_Connection *connection,
				keel_http_response *response)
{
	return send_response(http, connection, (unsigned int)response->status,
			     make_response(http, response));
}

static enum MHD_Result refuse_now(keel_http *http, struct MHD_Connection *connection, int status,
				  const char *error, const char *message)
{
	keel_http_response response = {.close = true};
	keel_http_error(&response, status, error, message);
	if (status == 405)
		keel_http_add_header(&response, "Allow", "GET, HEAD, POST, DELETE");
	return send_now(http, connection, &response);
}

/* ---- one request ---- */

/* From here on the body is read and thrown away, then `response` is sent. */
static void settle(keel_http *http, exchange *one, keel_http_response *response)
{
	atomic_fetch_sub(&http->held_bytes, one->body_bytes_held);
	free(one->body);
	one->body = NULL;
	one->body_bytes = one->body_bytes_held = 0;
	one->status = (unsigned int)response->status;
	one->response = make_response(http, response);
}

static void settle_error(keel_http *http, exchange *one, int status, const char *error,
			 const char *message)
{
	keel_http_response response = {0};
	keel_http_error(&response, status, error, message);
	settle(http, one, &response);
}

static enum MHD_Result begin(keel_http *http, struct MHD_Connection *connection,
			     keel_http_request *request, void **state)
{
	keel_hygiene found = keel_hygiene_check(request);
	if (found.status != 0)
		return refuse_now(http, connection, found.status, found.error, found.message);
	if (keel_watch_crowded(http->watch))
		return refuse_now(http, connection, 503, "BUSY",
				  "too many connections at once; try again");

	size_t declared_bytes = keel_hygiene_body_bytes(request);
	size_t body_bytes_max = 0;
	keel_http_response response = {0};
	bool answered = http->app.judge(http->app.context, request, &body_bytes_max, &response);
	if (!answered && declared_bytes != SIZE_MAX && declared_bytes > body_bytes_max) {
		keel_http_error(&response, 413, "TOO_LARGE", "the body is larger than the limit");
		answered = true;
	}
	bool can_drain = declared_bytes == SIZE_MAX || declared_bytes <= DRAIN_BYTES_MAX;
	bool waits = declared_bytes != 0 && keel_http_header(request, "Expect") != NULL;
	if (answered && (!can_drain || waits)) {
		response.close = true;
		return send_now(http, connection, &response);
	}
	exchange *one = calloc(1, sizeof *one);
	if (one == NULL) {
		free(response.owned);
		return MHD_NO;
	}
	one->body_bytes_max = body_bytes_max;
	if (answered)
		settle(http, one, &response);
	*state = one;
	keel_watch_phase_set(http->watch, slot_of(connection), KEEL_WATCH_BODY,
			     keel_watch_now_ms());
	return MHD_YES;
}

static bool make_room(keel_http *http, exchange *one, size_t wanted_bytes)
{
	if (wanted_bytes <= one->body_bytes_held)
		return true;
	size_t grown = one->body_bytes_held == 0 ? BODY_BYTES_FIRST : one->body_bytes_held;
	while (grown < wanted_bytes)
		grown *= 2;
	size_t more = grown - one->body_bytes_held;
	if (atomic_fetch_add(&http->held_bytes, more) + more > HELD_BYTES_MAX) {
		atomic_fetch_sub(&http->held_bytes, more);
		return false;
	}
	char *body = realloc(one->body, grown);
	if (body == NULL) {
		atomic_fetch_sub(&http->held_bytes, more);
		return false;
	}
	one->body = body;
	one->body_bytes_held = grown;
	return true;
}

static enum MHD_Result take_piece(keel_http *http, exchange *one, const char *piece,
				  size_t piece_bytes)
{
	if (one->response == NULL && piece_bytes > one->body_bytes_max - one->body_bytes) {
		one->drained_bytes = one->body_bytes;
		settle_error(http, one, 413, "TOO_LARGE", "the body is larger than the limit");
	} else if (one->response == NULL && !make_room(http, one, one->body_bytes + piece_bytes)) {
		one->drained_bytes = one->body_bytes;
		settle_error(http, one, 503, "BUSY",
			     "no memory for this request just now; try again");
	}
	if (one->response != NULL) {
		one->drained_bytes += piece_bytes;
		return one->drained_bytes <= DRAIN_BYTES_MAX ? MHD_YES : MHD_NO;
	}
	memcpy(one->body + one->body_bytes, piece, piece_bytes);
	one->body_bytes += piece_bytes;
	return MHD_YES;
}

static enum MHD_Result finish(keel_http *http, struct MHD_Connection *connection,
			      keel_http_request *request, exchange *one)
{
	if (one->response == NULL) {
		keel_http_response response = {0};
		request->body = one->body != NULL ? one->body : "";
		request->body_bytes = one->body_bytes;
		http->app.answer(http->app.context, request, &response);
		settle(http, one, &response);
	}
	struct MHD_Response *response = one->response;
	one->response = NULL;
	return send_response(http, connection, one->status, response);
}

static enum MHD_Result handle(void *cls, struct MHD_Connection *connection, const char *url,
			      const char *method, const char *version, const char *upload_data,
			      size_t *upload_bytes, void **state)
{
	keel_http *http = cls;
	exchange *one = *state;
	if (one != NULL && *upload_bytes > 0) {
		enum MHD_Result result = take_piece(http, one, upload_data, *upload_bytes);
		*upload_bytes = 0;
		return result;
	}
	keel_http_request request;
	collect(&request, connection, url, method, version);
	return one == NULL ? begin(http, connection, &request, state)
			   : finish(http, connection, &request, one);
}

static void forget(void *cls, struct MHD_Connection *connection, void **state,
		   enum MHD_RequestTerminationCode why)
{
	keel_http *http = cls;
	exchange *one = *state;
	(void)why;
	keel_watch_phase_set(http->watch, slot_of(connection), KEEL_WATCH_IDLE,
			     keel_watch_now_ms());
	if (one == NULL)
		return;
	atomic_fetch_sub(&http->held_bytes, one->body_bytes_held);
	free(one->body);
	if (one->response != NULL)
		MHD_destroy_response(one->response);
	free(one);
	*state = NULL;
}

static void note_connection(void *cls, struct MHD_Connection *connection, void **socket_context,
			    enum MHD_ConnectionNotificationCode code)
{
	keel_http *http = cls;
	if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
		keel_watch_close(http->watch, (int)(intptr_t)*socket_context - 1);
		return;
	}
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
	int slot = keel_watch_open(http->watch, info->connect_fd, keel_watch_now_ms());
	*socket_context = (void *)(intptr_t)(slot + 1);
}

/* ---- life ---- */

keel_http *keel_http_create(int listen_socket, const keel_http_app *app)
{
	keel_http *http = calloc(1, sizeof *http);
	if (http == NULL)
		return NULL;
	http->app = *app;
	http->watch = keel_watch_create();
	if (http->watch == NULL)
		goto failed;
	http->daemon = MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL, handle, http,
		MHD_OPTION_LISTEN_SOCKET, (MHD_socket)listen_socket, MHD_OPTION_THREAD_POOL_SIZE,
		(unsigned int)THREAD_COUNT, MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned int)KEEL_WATCH_CONNECTIONS_MAX,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY_BYTES,
		MHD_OPTION_CONNECTION_TIMEOUT, 60u, MHD_OPTION_UNESCAPE_CALLBACK, leave_as_it_came,
		NULL, MHD_OPTION_NOTIFY_COMPLETED, forget, http, MHD_OPTION_NOTIFY_CONNECTION,
		note_connection, http, MHD_OPTION_END);
	if (http->daemon == NULL)
		goto failed;
	return http;
failed:
	keel_watch_destroy(http->watch);
	free(http);
	return NULL;
}

void keel_http_sweep(keel_http *http)
{
	keel_watch_sweep(http->watch, keel_watch_now_ms());
}

void keel_http_destroy(keel_http *http)
{
	if (http == NULL)
		return;
	const struct timespec moment = {.tv_nsec = 10000000};
	int64_t until_ms = keel_watch_now_ms() + STOP_WAIT_MS;
	MHD_socket listener = MHD_quiesce_daemon(http->daemon);
	while (keel_watch_answering_count(http->watch) > 0 && keel_watch_now_ms() < until_ms)
		nanosleep(&moment, NULL);
	MHD_stop_daemon(http->daemon);
	if (listener != MHD_INVALID_SOCKET)
		close(listener);
	keel_watch_destroy(http->watch);
	free(http);
}
