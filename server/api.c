/* The routes of docs/API.md. A request passes, in this order: is its Origin ours, does the path
 * exist, does it carry the token, is the method one of the path's, is the body of a kind we read.
 * What is wrong with a line of an event is said with line, column, field and a sentence, and then
 * nothing of the request has been stored.
 */
#include "server/api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/base/json.h"
#include "server/lines.h"
#include "server/watch.h"

#define PERSONS_PATH "/api/v1/persons"
#define EVENTS_PATH "/api/v1/events"
#define PERSONS_A_READ 64
#define PERSON_JSON_BYTES_MAX 512 /* a name of 60 bytes, each escaped, and two numbers */
#define WRONG_TOKENS_A_MINUTE 60

typedef enum route { ROUTE_NONE, ROUTE_PERSONS, ROUTE_PERSON, ROUTE_EVENTS } route;

static route route_of(const char *path)
{
	if (strcmp(path, PERSONS_PATH) == 0)
		return ROUTE_PERSONS;
	if (strcmp(path, EVENTS_PATH) == 0)
		return ROUTE_EVENTS;
	if (strncmp(path, PERSONS_PATH "/", sizeof PERSONS_PATH) == 0)
		return ROUTE_PERSON;
	return ROUTE_NONE;
}

static bool is_method(const keel_http_request *request, const char *method)
{
	return strcmp(request->method, method) == 0;
}

/* 16 lower-case hexadecimal digits and nothing else. */
static bool parse_person(const char *text, uint64_t *person)
{
	if (text == NULL || strlen(text) != 16 || strspn(text, "0123456789abcdef") != 16)
		return false;
	*person = strtoull(text, NULL, 16);
	return true;
}

static bool parse_cursor(const char *text, int64_t *cursor)
{
	*cursor = 0;
	if (text == NULL)
		return true;
	size_t count = strspn(text, "0123456789");
	if (count == 0 || count > 18 || text[count] != '\0')
		return false;
	*cursor = strtoll(text, NULL, 10);
	return true;
}

/* ---- what the store says, in HTTP ---- */

static int status_of(const keel_store_fault *fault)
{
	if (fault->spot.line > 0)
		return 422;
	switch (fault->err) {
	case KEEL_ERR_NOT_FOUND:
		return 410;
	case KEEL_ERR_TOO_LARGE:
		return 413;
	case KEEL_ERR_BUSY:
	case KEEL_ERR_NO_MEMORY:
		return 503;
	case KEEL_ERR_FULL:
		return 507;
	default:
		return 500;
	}
}

static void answer_spot(keel_http_response *response, keel_err err, const keel_spot *spot)
{
	enum { BODY_BYTES_MAX = 1024 };
	const char *message = spot->message != NULL && *spot->message != '\0'
				      ? spot->message
				      : keel_err_sentence(err);
	response->status = 422;
	response->content_type = "application/json";
	char *body = malloc(BODY_BYTES_MAX);
	if (body == NULL)
		return;
	keel_json json;
	keel_json_init(&json, body, BODY_BYTES_MAX);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "error", keel_err_name(err));
	keel_json_put_int(&json, "line", spot->line);
	keel_json_put_int(&json, "column", spot->column);
	keel_json_put_text(&json, "field", spot->field);
	keel_json_put_text(&json, "message", message);
	keel_json_close(&json, '}');
	if (keel_json_end(&json, &response->body_bytes) != KEEL_ERR_OK)
		response->body_bytes = 0;
	response->body = response->owned = body;
}

/* The fault's own text names paths of this machine: it goes to whoever runs it, not over the wire.
 */
static void answer_fault(keel_http_response *response, const keel_store_fault *fault)
{
	int status = status_of(fault);
	if (status == 422) {
		answer_spot(response, fault->err, &fault->spot);
		return;
	}
	if (status >= 500 && fault->text[0] != '\0')
		fprintf(stderr, "keel serve: %s\n", fault->text);
	if (status == 410)
		keel_http_error(response, status, "ERASED",
				"this person was erased; the id is not used again");
	else
		keel_http_error(response, status, keel_err_name(fault->err),
				keel_err_sentence(fault->err));
}

/* ---- persons ---- */

static void put_person(keel_json *json, const keel_store_person *one)
{
	char person[17];
	snprintf(person, sizeof person, "%016llx", (unsigned long long)one->person);
	keel_json_open(json, '{');
	keel_json_put_text(json, "person", person);
	keel_json_put_text(json, "name", one->name);
	keel_json_put_int(json, "events", one->event_count);
	keel_json_close(json, '}');
}

static keel_err read_persons(keel_api *api, keel_store_person **persons, int *count,
			     keel_store_fault *fault)
{
	keel_err err = KEEL_ERR_OK;
	int got = PERSONS_A_READ;
	pthread_mutex_lock(&api->store_lock);
	for (*count = 0; err == KEEL_ERR_OK && got == PERSONS_A_READ; *count += got) {
		size_t room = (size_t)(*count + PERSONS_A_READ) * sizeof **persons;
		keel_store_person *grown = realloc(*persons, room);
		got = 0;
		if (grown == NULL) {
			*fault = (keel_store_fault){.err = KEEL_ERR_NO_MEMORY};
			err = KEEL_ERR_NO_MEMORY;
			break;
		}
		*persons = grown;
		err = keel_store_persons(api->store, *count, grown + *count, PERSONS_A_READ, &got,
					 fault);
	}
	pthread_mutex_unlock(&api->store_lock);
	return err;
}

static void answer_persons(keel_api *api, keel_http_response *response)
{
	keel_store_fault fault = {0};
	keel_store_person *persons = NULL;
	int count = 0;
	if (read_persons(api, &persons, &count, &fault) != KEEL_ERR_OK) {
		free(persons);
		answer_fault(response, &fault);
		return;
	}
	size_t body_bytes = 16 + (size_t)count * PERSON_JSON_BYTES_MAX;
	char *body = malloc(body_bytes);
	keel_json json;
	keel_json_init(&json, body, body == NULL ? 0 : body_bytes);
	if (body != NULL) {
		keel_json_open(&json, '[');
		for (int i = 0; i < count; i++)
			put_person(&json, &persons[i]);
		keel_json_close(&json, ']');
	}
	free(persons);
	if (body == NULL || keel_json_end(&json, &response->body_bytes) != KEEL_ERR_OK) {
		free(body);
		keel_http_error(response, 503, "NO_MEMORY",
				"no memory for the answer just now; try again");
		return;
	}
	response->status = 200;
	response->content_type = "application/json";
	response->body = response->owned = body;
}

static void erase_person(keel_api *api, const keel_http_request *request,
			 keel_http_response *response)
{
	static const char done[] = "{\"erased\":true}";
	keel_store_fault fault = {0};
	uint64_t person;
	if (!parse_person(request->path + sizeof PERSONS_PATH, &person)) {
		keel_http_error(response, 404, "NOT_FOUND", "a person is 16 hexadecimal digits");
		return;
	}
	pthread_mutex_lock(&api->store_lock);
	keel_err err = keel_store_erase(api->store, person, &fault);
	pthread_mutex_unlock(&api->store_lock);
	if (err != KEEL_ERR_OK) {
		answer_fault(response, &fault);
		return;
	}
	response->status = 200;
	response->content_type = "application/json";
	response->body = done;
	response->body_bytes = sizeof done - 1;
}

/* ---- events ---- */

static bool queries_are_known(const keel_http_request *request)
{
	int person_count = 0, after_count = 0;
	for (int i = 0; i < request->query_count; i++) {
		person_count += strcmp(request->queries[i].name, "person") == 0;
		after_count += strcmp(request->queries[i].name, "after") == 0;
	}
	return person_count == 1 && after_count <= 1 &&
	       person_count + after_count == request->query_count;
}

static void answer_page(keel_api *api, const keel_http_request *request,
			keel_http_response *response)
{
	keel_store_fault fault = {0};
	keel_store_page page = {0};
	uint64_t person;
	int64_t after;
	if (!queries_are_known(request) ||
	    !parse_person(keel_http_query(request, "person"), &person) ||
	    !parse_cursor(keel_http_query(request, "after"), &after)) {
		keel_http_error(response, 400, "QUERY",
				"say person=16 hexadecimal digits, and after=a cursor");
		return;
	}
	pthread_mutex_lock(&api->store_lock);
	keel_err err =
		keel_store_read(api->store, person, after, KEEL_API_LINES_MAX, &page, &fault);
	pthread_mutex_unlock(&api->store_lock);
	if (err != KEEL_ERR_OK) {
		answer_fault(response, &fault);
		return;
	}
	snprintf(response->text, sizeof response->text, "%lld", (long long)page.cursor);
	keel_http_add_header(response, "Keel-Cursor", response->text);
	response->status = 200;
	response->content_type = "application/x-ndjson";
	response->body = response->owned = page.text;
	response->body_bytes = page.text_bytes;
}

static void append_events(keel_api *api, const keel_http_request *request,
			  keel_http_response *response)
{
	keel_store_fault fault = {0};
	keel_store_added added = {0};
	uint64_t person = 0;
	if (keel_lines_exceed(request->body, request->body_bytes, KEEL_API_LINES_MAX)) {
		keel_http_error(response, 413, "TOO_LARGE", "at most 5000 events in one request");
		return;
	}
	keel_err err = keel_lines_person(request->body, request->body_bytes, &person, &fault.spot);
	if (err != KEEL_ERR_OK) {
		answer_spot(response, err, &fault.spot);
		return;
	}
	pthread_mutex_lock(&api->store_lock);
	err = keel_store_append(api->store, person, request->body, request->body_bytes, &added,
				&fault);
	pthread_mutex_unlock(&api->store_lock);
	if (err != KEEL_ERR_OK) {
		answer_fault(response, &fault);
		return;
	}
	enum { BODY_BYTES_MAX = 128 };
	char *body = malloc(BODY_BYTES_MAX);
	if (body != NULL)
		response->body_bytes = (size_t)snprintf(
			body, BODY_BYTES_MAX, "{\"added\":%d,\"known\":%d,\"cursor\":%lld}",
			added.added_count, added.known_count, (long long)added.cursor);
	response->status = 200;
	response->content_type = "application/json";
	response->body = response->owned = body;
}

/* ---- the gate ---- */

static bool token_is_right(keel_api *api, const keel_http_request *request,
			   keel_http_response *response)
{
	if (keel_token_matches(api->token, keel_http_header(request, "Authorization")))
		return true;
	long long minute = keel_watch_now_ms() / 60000;
	if (atomic_exchange(&api->wrong_minute, minute) != minute)
		atomic_store(&api->wrong_count, 0);
	if (atomic_fetch_add(&api->wrong_count, 1) >= WRONG_TOKENS_A_MINUTE) {
		keel_http_error(response, 429, "TOO_MANY", "too many wrong links in this minute");
		keel_http_add_header(response, "Retry-After", "60");
		return false;
	}
	keel_http_error(response, 401, "TOKEN",
			"the link's token is missing or wrong; open the link Keel printed");
	keel_http_add_header(response, "WWW-Authenticate", "Bearer");
	return false;
}

/* Browsers send text/plain for a body without a kind; what a form can send is refused. */
static bool media_type_is_read(const keel_http_request *request)
{
	static const char *const read[] = {"application/x-ndjson", "application/jsonl",
					   "application/json", "text/plain"};
	const char *coding = keel_http_header(request, "Content-Encoding");
	const char *type = keel_http_header(request, "Content-Type");
	if (coding != NULL && strcasecmp(coding, "identity") != 0)
		return false;
	if (type == NULL)
		return true;
	size_t bytes = strcspn(type, "; \t");
	for (size_t i = 0; i < sizeof read / sizeof read[0]; i++)
		if (strlen(read[i]) == bytes && strncasecmp(type, read[i], bytes) == 0)
			return true;
	return false;
}

/* The methods of each path, as the Allow header lists them. */
static const char *const methods_of[] = {[ROUTE_NONE] = "",
					 [ROUTE_PERSONS] = "GET, HEAD",
					 [ROUTE_PERSON] = "DELETE",
					 [ROUTE_EVENTS] = "GET, HEAD, POST"};

static bool method_fits(route found, const char *method)
{
	size_t bytes = strlen(method);
	for (const char *at = methods_of[found]; *at != '\0';) {
		size_t length = strcspn(at, ",");
		if (length == bytes && memcmp(at, method, bytes) == 0)
			return true;
		at += length + strspn(at + length, ", ");
	}
	return false;
}

bool keel_api_judge(keel_api *api, const keel_http_request *request, size_t *body_bytes_max,
		    keel_http_response *response)
{
	const char *origin = keel_http_header(request, "Origin");
	route found = route_of(request->path);
	keel_http_add_header(response, "Cache-Control", "no-store");
	if (origin != NULL && !keel_listen_origin_is_ours(api->listen, origin)) {
		keel_http_error(response, 403, "ORIGIN",
				"a page from somewhere else may not ask here");
		return true;
	}
	if (found == ROUTE_NONE) {
		keel_http_error(response, 404, "NOT_FOUND", "there is no such path");
		return true;
	}
	if (!token_is_right(api, request, response))
		return true;
	if (!method_fits(found, request->method)) {
		keel_http_add_header(response, "Allow", methods_of[found]);
		keel_http_error(response, 405, "METHOD", "this path does not take that method");
		return true;
	}
	if (is_method(request, "POST")) {
		*body_bytes_max = KEEL_API_BODY_BYTES_MAX;
		if (media_type_is_read(request))
			return false;
		keel_http_error(response, 415, "MEDIA_TYPE",
				"events come as JSON Lines, application/x-ndjson");
		return true;
	}
	if (found == ROUTE_PERSONS)
		answer_persons(api, response);
	else if (found == ROUTE_PERSON)
		erase_person(api, request, response);
	else
		answer_page(api, request, response);
	return true;
}

void keel_api_answer(keel_api *api, const keel_http_request *request, keel_http_response *response)
{
	keel_http_add_header(response, "Cache-Control", "no-store");
	append_events(api, request, response);
}

void keel_api_init(keel_api *api, keel_store *store, const keel_listen *listen,
		   const keel_token *token)
{
	*api = (keel_api){.store = store, .listen = listen, .token = token};
	pthread_mutex_init(&api->store_lock, NULL);
}

void keel_api_deinit(keel_api *api)
{
	pthread_mutex_destroy(&api->store_lock);
}
