/* Server: joins the store, the app's files and HTTP into what `keel serve` runs.
 *
 *   keel_listen listen; ... ; int socket = keel_listen_open(&listen);
 *   keel_server *server = keel_server_create(&def);
 *   while (no signal) keel_server_sweep(server);    once a second
 *   keel_server_destroy(server);
 */
#ifndef KEEL_SERVER_SERVER_H
#define KEEL_SERVER_SERVER_H

#include "keel/store.h"
#include "server/app_files.h"
#include "server/listen.h"
#include "server/token.h"

#define KEEL_SERVER_LINK_BYTES_MAX 512

typedef struct keel_server keel_server;

typedef struct keel_server_def {
	keel_listen listen; /* opened: its port is the real one */
	int socket;	    /* taken over */
	keel_store *store;  /* borrowed until destroy */
	keel_token token;
	const keel_app_files *files; /* borrowed until destroy */
} keel_server_def;

/* NULL when memory or threads are out; the socket is then closed. */
keel_server *keel_server_create(const keel_server_def *def);
void keel_server_sweep(keel_server *server);
void keel_server_destroy(keel_server *server); /* NULL is allowed */

/* The link a person opens, with the token in its fragment, which a browser never sends anywhere. */
void keel_server_link(const keel_server *server, char link[KEEL_SERVER_LINK_BYTES_MAX]);

/* A local address that leads to the link once, within a minute. For starting a browser: what stands
 * on a command line can be read by every user of the machine. */
void keel_server_once_link(keel_server *server, char link[KEEL_SERVER_LINK_BYTES_MAX]);

#endif
