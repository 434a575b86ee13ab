/* Watch: how long each connection has been at what, so that a client that sends one byte every few
 * seconds cannot hold a place for ever (the library's own time limit starts afresh with every
 * byte).
 */
#ifndef KEEL_SERVER_WATCH_H
#define KEEL_SERVER_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#define KEEL_WATCH_CONNECTIONS_MAX 512 /* at 16 KiB each: 8 MiB at the very worst */
#define KEEL_WATCH_CROWD 192 /* more than this at once: newcomers hear 503, the slow go sooner */

typedef enum keel_watch_phase {
	KEEL_WATCH_HEADERS, /* nothing but (part of) a header so far */
	KEEL_WATCH_BODY,    /* the body is coming */
	KEEL_WATCH_ANSWER,  /* we are answering */
	KEEL_WATCH_IDLE,    /* between two requests */
	KEEL_WATCH_PHASE_COUNT
} keel_watch_phase;

typedef struct keel_watch keel_watch;

keel_watch *keel_watch_create(void);
void keel_watch_destroy(keel_watch *watch);

/* A number for the connection, or -1 when there is no room. */
int keel_watch_open(keel_watch *watch, int socket, int64_t now_ms);
void keel_watch_phase_set(keel_watch *watch, int slot, keel_watch_phase phase, int64_t now_ms);
void keel_watch_close(keel_watch *watch, int slot);

bool keel_watch_crowded(keel_watch *watch);
int keel_watch_answering_count(
	keel_watch *watch); /* requests with a body coming or an answer going out */

/* Shuts down the sockets of those past their time; the library then closes them. */
void keel_watch_sweep(keel_watch *watch, int64_t now_ms);

int64_t keel_watch_now_ms(void);

#endif
