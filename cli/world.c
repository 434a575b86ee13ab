#include "cli/world.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "cli/args.h"

#define READ_STEP_BYTES 65536
#define READ_BYTES_MAX                                                                             \
	((size_t)1 << 29) /* a record of a million events; whatever is longer is none */

char *keel_world_read(const char *path, size_t *byte_count)
{
	bool is_stdin = strcmp(path, "-") == 0;
	FILE *file = is_stdin ? stdin : fopen(path, "rb");
	char *bytes = NULL;
	size_t used = 0, room = 0;
	if (file == NULL) {
		fprintf(stderr, "keel: %s: %s\n", path, strerror(errno));
		return NULL;
	}
	for (;;) {
		if (room - used < READ_STEP_BYTES + 1) {
			room = room * 2 + READ_STEP_BYTES + 1;
			char *larger = realloc(bytes, room);
			if (larger == NULL)
				break;
			bytes = larger;
		}
		size_t got = fread(bytes + used, 1, READ_STEP_BYTES, file);
		used += got;
		if (got == 0 || used > READ_BYTES_MAX)
			break;
	}
	if (used > READ_BYTES_MAX)
		errno = EFBIG;
	bool failed = used > READ_BYTES_MAX || ferror(file) || bytes == NULL || room - used < 1;
	if (!is_stdin)
		fclose(file);
	if (failed) {
		fprintf(stderr, "keel: %s: %s\n", path, strerror(errno != 0 ? errno : ENOMEM));
		free(bytes);
		return NULL;
	}
	bytes[used] = '\0';
	*byte_count = used;
	return bytes;
}

static bool write_all(int fd, const char *bytes, size_t byte_count)
{
	while (byte_count > 0) {
		ssize_t written = write(fd, bytes, byte_count);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		byte_count -= (size_t)written;
	}
	return true;
}

bool keel_world_append(const char *path, const char *bytes, size_t byte_count)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
	bool done = fd >= 0 && write_all(fd, bytes, byte_count) && fsync(fd) == 0;
	if (!done)
		fprintf(stderr, "keel: %s: %s\n", path, strerror(errno));
	if (fd >= 0 && close(fd) != 0 && done) {
		fprintf(stderr, "keel: %s: %s\n", path, strerror(errno));
		done = false;
	}
	return done;
}

bool keel_world_now(const char *at, keel_now *now)
{
	now->up_min = -1;
	if (at != NULL) {
		if (keel_args_time(at, &now->utc_ms, &now->offset_min))
			return true;
		fprintf(stderr, "keel: \"%s\" is not a time like 2026-03-11T07:30:00+01:00\n", at);
		return false;
	}
	struct timespec ts;
	struct tm local;
	clock_gettime(CLOCK_REALTIME, &ts);
	localtime_r(&ts.tv_sec, &local);
	now->utc_ms = (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
	now->offset_min = (int32_t)(local.tm_gmtoff / 60);
	return true;
}

void keel_world_random(void *bytes, size_t byte_count)
{
	if (getrandom(bytes, byte_count, 0) != (ssize_t)byte_count)
		abort(); /* the kernel gives up to 256 bytes whole; without chance no id is safe */
}

void keel_world_random_hex(char *text, int digit_count)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char bytes[32];
	keel_world_random(bytes, sizeof bytes);
	for (int i = 0; i < digit_count; i++)
		text[i] = digits[(bytes[(i / 2) % 32] >> (i % 2 ? 0 : 4)) & 15];
	text[digit_count] = '\0';
}

/* Every folder of path that is not there, except the last part of it. */
static bool make_folders(char *path)
{
	for (char *c = path + 1; *c != '\0'; c++) {
		if (*c != '/')
			continue;
		*c = '\0';
		bool made = mkdir(path, 0700) == 0 || errno == EEXIST;
		*c = '/';
		if (!made)
			return false;
	}
	return mkdir(path, 0700) == 0 || errno == EEXIST;
}

/* $variable/keel, or ~/fallback/keel, made when it is not there. */
static bool user_folder(const char *variable, const char *fallback, char *path, size_t path_bytes)
{
	const char *data = getenv(variable);
	const char *home = getenv("HOME");
	int length = -1;
	if (data != NULL && data[0] == '/')
		length = snprintf(path, path_bytes, "%s/keel", data);
	else if (home != NULL && home[0] == '/')
		length = snprintf(path, path_bytes, "%s/%s/keel", home, fallback);
	return length >= 0 && (size_t)length < path_bytes && make_folders(path);
}

bool keel_world_data_dir(char *path, size_t path_bytes)
{
	if (user_folder("XDG_DATA_HOME", ".local/share", path, path_bytes))
		return true;
	fprintf(stderr, "keel: no folder for data: set XDG_DATA_HOME or HOME to one that "
			"can be written\n");
	return false;
}

bool keel_world_cache_dir(char *path, size_t path_bytes)
{
	return user_folder("XDG_CACHE_HOME", ".cache", path, path_bytes);
}

bool keel_world_device(uint32_t *device)
{
	char path[4096], text[9] = "";
	if (!keel_world_data_dir(path, sizeof path - 16))
		return false;
	memcpy(path + strlen(path), "/device", sizeof "/device");
	FILE *file = fopen(path, "r");
	bool known = file != NULL && fread(text, 1, 8, file) == 8 &&
		     strspn(text, "0123456789abcdef") == 8;
	if (file != NULL)
		fclose(file);
	if (!known) {
		keel_world_random_hex(text, 8);
		unlink(path);
		if (!keel_world_append(path, text, 8))
			return false;
	}
	*device = (uint32_t)strtoul(text, NULL, 16);
	return true;
}

int64_t keel_world_monotonic_ms(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int keel_world_wait_key(int32_t wait_ms)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
	unsigned char key;
	if (poll(&in, 1, wait_ms) <= 0)
		return -1;
	return read(STDIN_FILENO, &key, 1) == 1 ? key : -2;
}

static struct termios cooked;
static bool is_raw;

static void restore_keys(void)
{
	if (is_raw)
		tcsetattr(STDIN_FILENO, TCSANOW, &cooked);
	is_raw = false;
}

void keel_world_raw_keys(bool raw)
{
	static bool registered;
	if (!raw) {
		restore_keys();
		return;
	}
	if (is_raw || tcgetattr(STDIN_FILENO, &cooked) != 0)
		return;
	struct termios keys = cooked;
	keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	is_raw = tcsetattr(STDIN_FILENO, TCSANOW, &keys) == 0;
	if (!registered)
		atexit(restore_keys);
	registered = true;
}
