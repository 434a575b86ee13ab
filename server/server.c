#include "server/server.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/api.h"
#include "server/headers.h"
#include "server/http.h"
#include "server/static.h"
#include "server/watch.h"

#define ONCE_PREFIX "/open/"
#define ONCE_CHARS 22 /* 132 random bits */
#define ONCE_MS 60000

struct keel_server {
	keel_server_def def;
	keel_api api;
	keel_http *http;
	char once[ONCE_CHARS + 1];
	int64_t once_until_ms;
	atomic_bool once_open; /* the single use is still to come */
};

static void answer_once(keel_server *server, const keel_http_request *request,
			keel_http_response *response)
{
	const char *given = request->path + sizeof ONCE_PREFIX - 1;
	bool right = atomic_load(&server->once_open) && strcmp(given, server->once) == 0 &&
		     strcmp(request->method, "GET") == 0 &&
		     keel_watch_now_ms() < server->once_until_ms;
	if (!right || !atomic_exchange(&server->once_open, false)) {
		keel_http_error(response, 404, "NOT_FOUND",
				"this address worked once; open the link Keel printed");
		return;
	}
	response->status = 303;
	snprintf(response->text, sizeof response->text, "/#t=%s", server->def.token.text);
	keel_http_add_header(response, "Location", response->text);
	keel_http_add_header(response, "Cache-Control", "no-store");
}

static bool judge(void *context, const keel_http_request *request, size_t *body_bytes_max,
		  keel_http_response *response)
{
	keel_server *server = context;
	if (!keel_listen_host_is_ours(&server->def.listen, keel_http_header(request, "Host"))) {
		keel_http_error(response, 403, "HOST", "this server does not go by that name");
		return true;
	}
	if (strncmp(request->path, KEEL_API_PREFIX, sizeof KEEL_API_PREFIX - 1) == 0)
		return keel_api_judge(&server->api, request, body_bytes_max, response);
	if (strncmp(request->path, ONCE_PREFIX, sizeof ONCE_PREFIX - 1) == 0)
		answer_once(server, request, response);
	else
		keel_static_answer(server->def.files, request, response);
	return true;
}

static void answer(void *context, const keel_http_request *request, keel_http_response *response)
{
	keel_server *server = context;
	keel_api_answer(&server->api, request, response);
}

keel_server *keel_server_create(const keel_server_def *def)
{
	keel_server *server = calloc(1, sizeof *server);
	if (server == NULL) {
		close(def->socket);
		return NULL;
	}
	server->def = *def;
	keel_api_init(&server->api, def->store, &server->def.listen, &server->def.token);
	const keel_http_app app = {.context = server,
				   .judge = judge,
				   .answer = answer,
				   .common_headers = keel_common_headers};
	server->http = keel_http_create(def->socket, &app);
	if (server->http == NULL) {
		close(def->socket);
		keel_api_deinit(&server->api);
		free(server);
		return NULL;
	}
	return server;
}

void keel_server_sweep(keel_server *server)
{
	keel_http_sweep(server->http);
}

void keel_server_destroy(keel_server *server)
{
	if (server == NULL)
		return;
	keel_http_destroy(server->http);
	keel_api_deinit(&server->api);
	free(server);
}

void keel_server_link(const keel_server *server, char link[KEEL_SERVER_LINK_BYTES_MAX])
{
	char address[KEEL_ORIGIN_BYTES_MAX];
	keel_listen_address(&server->def.listen, address);
	snprintf(link, KEEL_SERVER_LINK_BYTES_MAX, "%s/#t=%s", address, server->def.token.text);
}

void keel_server_once_link(keel_server *server, char link[KEEL_SERVER_LINK_BYTES_MAX])
{
	char address[KEEL_ORIGIN_BYTES_MAX];
	keel_listen_local_address(&server->def.listen, address);
	link[0] = '\0';
	if (!keel_token_random_text(server->once, ONCE_CHARS))
		return;
	server->once_until_ms = keel_watch_now_ms() + ONCE_MS;
	atomic_store(&server->once_open, true);
	snprintf(link, KEEL_SERVER_LINK_BYTES_MAX, "%s" ONCE_PREFIX "%s", address, server->once);
}
