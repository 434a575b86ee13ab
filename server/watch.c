#include "server/watch.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

/* Milliseconds a connection may stay in a phase; the second figure holds while there is a crowd. */
static const int64_t phase_ms_max[KEEL_WATCH_PHASE_COUNT][2] = {
	[KEEL_WATCH_HEADERS] = {10000, 2000},
	[KEEL_WATCH_BODY] = {60000, 20000},
	[KEEL_WATCH_ANSWER] = {120000, 60000},
	[KEEL_WATCH_IDLE] = {60000, 2000},
};

typedef struct watched {
	int socket; /* -1: free */
	keel_watch_phase phase;
	int64_t since_ms;
} watched;

struct keel_watch {
	pthread_mutex_t lock;
	int open_count;
	watched slots[KEEL_WATCH_CONNECTIONS_MAX];
};

keel_watch *keel_watch_create(void)
{
	keel_watch *watch = calloc(1, sizeof *watch);
	if (watch == NULL)
		return NULL;
	pthread_mutex_init(&watch->lock, NULL);
	for (int i = 0; i < KEEL_WATCH_CONNECTIONS_MAX; i++)
		watch->slots[i].socket = -1;
	return watch;
}

void keel_watch_destroy(keel_watch *watch)
{
	if (watch == NULL)
		return;
	pthread_mutex_destroy(&watch->lock);
	free(watch);
}

int keel_watch_open(keel_watch *watch, int socket, int64_t now_ms)
{
	int found = -1;
	pthread_mutex_lock(&watch->lock);
	for (int i = 0; i < KEEL_WATCH_CONNECTIONS_MAX && found < 0; i++)
		if (watch->slots[i].socket < 0)
			found = i;
	if (found >= 0) {
		watch->slots[found] = (watched){
			.socket = socket, .phase = KEEL_WATCH_HEADERS, .since_ms = now_ms};
		watch->open_count++;
	}
	pthread_mutex_unlock(&watch->lock);
	return found;
}

void keel_watch_phase_set(keel_watch *watch, int slot, keel_watch_phase phase, int64_t now_ms)
{
	if (slot < 0)
		return;
	pthread_mutex_lock(&watch->lock);
	watch->slots[slot].phase = phase;
	watch->slots[slot].since_ms = now_ms;
	pthread_mutex_unlock(&watch->lock);
}

void keel_watch_close(keel_watch *watch, int slot)
{
	if (slot < 0)
		return;
	pthread_mutex_lock(&watch->lock);
	watch->slots[slot].socket = -1;
	watch->open_count--;
	pthread_mutex_unlock(&watch->lock);
}

bool keel_watch_crowded(keel_watch *watch)
{
	pthread_mutex_lock(&watch->lock);
	bool crowded = watch->open_count > KEEL_WATCH_CROWD;
	pthread_mutex_unlock(&watch->lock);
	return crowded;
}

int keel_watch_answering_count(keel_watch *watch)
{
	int count = 0;
	pthread_mutex_lock(&watch->lock);
	for (int i = 0; i < KEEL_WATCH_CONNECTIONS_MAX; i++) {
		const watched *one = &watch->slots[i];
		if (one->socket >= 0 &&
		    (one->phase == KEEL_WATCH_BODY || one->phase == KEEL_WATCH_ANSWER))
			count++;
	}
	pthread_mutex_unlock(&watch->lock);
	return count;
}

/* The library misses a client that leaves in the middle of a header when its last bytes and its
 * leaving arrive together. A second is far more than a whole header takes to be noticed. */
static bool has_left(const watched *one, int64_t now_ms)
{
	char byte;
	bool between = one->phase == KEEL_WATCH_HEADERS || one->phase == KEEL_WATCH_IDLE;
	return between && now_ms - one->since_ms > 1000 &&
	       recv(one->socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

/* The lock is held over shutdown(): a slot is given back before its socket is closed, so the number
 * is still ours. */
void keel_watch_sweep(keel_watch *watch, int64_t now_ms)
{
	pthread_mutex_lock(&watch->lock);
	int crowded = watch->open_count > KEEL_WATCH_CROWD ? 1 : 0;
	for (int i = 0; i < KEEL_WATCH_CONNECTIONS_MAX; i++) {
		const watched *one = &watch->slots[i];
		if (one->socket < 0)
			continue;
		bool late = now_ms - one->since_ms > phase_ms_max[one->phase][crowded];
		if (late || has_left(one, now_ms))
			shutdown(one->socket, SHUT_RDWR);
	}
	pthread_mutex_unlock(&watch->lock);
}

int64_t keel_watch_now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
