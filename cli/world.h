/* The world of the command line: files, clock, chance, this device's name. Nothing here knows about
 * exercises. */
#ifndef KEEL_CLI_WORLD_H
#define KEEL_CLI_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "keel/keel.h"

/* The whole file, NUL-terminated, malloced; "-" is standard input. NULL with a sentence on stderr;
 * errno tells. */
char *keel_world_read(const char *path, size_t *byte_count);

/* Appends and syncs to disk before it returns. False with a sentence on stderr. */
bool keel_world_append(const char *path, const char *bytes, size_t byte_count);

/* `at` is RFC 3339 or NULL for now by this machine's clock. False with a sentence on stderr. */
bool keel_world_now(const char *at, keel_now *now);

void keel_world_random(void *bytes, size_t byte_count);
/* digit_count hexadecimal digits and a NUL. */
void keel_world_random_hex(char *text, int digit_count);

/* This computer's device id: made once, kept in $XDG_DATA_HOME/keel/device. False with a sentence
 * on stderr. */
bool keel_world_device(uint32_t *device);

/* $XDG_DATA_HOME/keel (or ~/.local/share/keel), made when it is not there, mode 0700. False when it
 * cannot be. */
bool keel_world_data_dir(char *path, size_t path_bytes);

/* $XDG_CACHE_HOME/keel (or ~/.cache/keel), likewise; false, and nothing said, when it cannot be made. */
bool keel_world_cache_dir(char *path, size_t path_bytes);

/* Waits; returns earlier with the byte when a key comes from standard input. -1: time is over, -2:
 * input has ended. */
int keel_world_wait_key(int32_t wait_ms);
int64_t keel_world_monotonic_ms(void);
/* Keys come at once, unechoed, until restored. Does nothing when standard input is no terminal. */
void keel_world_raw_keys(bool raw);

#endif
