/* keel serve: the app and the records' copy for the browsers of this machine, until a signal.
 *
 * The main thread only waits for signals and, once a second, lets the server end connections that
 * take too long; all requests are answered by the server's own two threads, which have every signal
 * blocked.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/store_open.h"
#include "core/base/json.h"
#include "server/qr.h"
#include "server/server.h"

#define FILES_WANTED 2048 /* 512 connections, the store, room */

extern char **environ;

const char keel_help_serve[] =
	"usage: keel serve [--store FILE] [--listen 127.0.0.1:8750] [--port N]\n"
	"                  [--public-origin URL] [--no-open] [--qr] [--app DIR] [--json]\n"
	"\n"
	"Serves the app on this machine and keeps a copy of each person's record, so that\n"
	"several devices see the same. It prints a link; who has the link may read and\n"
	"write every record of this store. Ctrl-C stops it; nothing is lost.\n"
	"\n"
	"  --store FILE         default $XDG_DATA_HOME/keel/keel.db, usually\n"
	"                       ~/.local/share/keel/keel.db\n"
	"  --listen ADDRESS     127.0.0.1, localhost or [::1], with a port; no other\n"
	"                       address is possible\n"
	"  --port N             another port; 0 takes any free one\n"
	"  --public-origin URL  https://the.name under which nginx or Caddy on this\n"
	"                       machine passes requests on\n"
	"  --no-open            do not open a browser\n"
	"  --qr                 show the link as a QR code (comes by itself in a terminal\n"
	"                       with --public-origin)\n"
	"  --app DIR            take the app from this folder, not from the program\n"
	"  --json               print {\"address\",\"link\",\"port\",\"store\"} when ready\n"
	"\n"
	"The link's token lies beside the store in the file `token`; delete it and start\n"
	"again to make old links worthless.\n"
	"\n"
	"Exit codes: 0 stopped, 2 usage, 3 the store is damaged or newer, 4 port, disk or\n"
	"memory.\n";

typedef struct serve_options {
	const char *store, *listen, *port, *public_origin, *app;
	bool no_open, qr, json;
} serve_options;

static int read_addresses(const serve_options *options, keel_listen *listen)
{
	char with_port[64];
	const char *address = options->listen != NULL ? options->listen : "127.0.0.1";
	const char *wrong = keel_listen_parse(listen, address);
	if (wrong == NULL && options->port != NULL) {
		const char *name = listen->ipv6 ? "[::1]" : "127.0.0.1";
		int length = snprintf(with_port, sizeof with_port, "%s:%s", name, options->port);
		wrong = length < 0 || (size_t)length >= sizeof with_port
				? "the port must be a number from 0 to 65535"
				: keel_listen_parse(listen, with_port);
	}
	if (wrong == NULL && options->public_origin != NULL)
		wrong = keel_listen_parse_origin(listen, options->public_origin);
	return wrong == NULL ? KEEL_EXIT_DONE
			     : keel_cli_fail(KEEL_EXIT_USAGE, "serve", "%s.", wrong);
}

static int load_token(const char *store_path, keel_token *token)
{
	char path[KEEL_CLI_PATH_BYTES_MAX + 16];
	const char *slash = strrchr(store_path, '/');
	int folder_bytes = slash != NULL ? (int)(slash - store_path) + 1 : 0;
	snprintf(path, sizeof path, "%.*stoken", folder_bytes, store_path);
	keel_err err = keel_token_load(token, path);
	if (err == KEEL_ERR_OK)
		return KEEL_EXIT_DONE;
	if (err == KEEL_ERR_CORRUPT)
		return keel_cli_fail(KEEL_EXIT_WORLD, "serve",
				     "%s is damaged, not yours, or open to others; delete it "
				     "and start again: Keel makes a new link",
				     path);
	return keel_cli_fail(KEEL_EXIT_WORLD, "serve", "%s: %s", path, strerror(errno));
}

static int load_app(const char *directory, keel_app_files *files)
{
	size_t archive_bytes = (size_t)(keel_app_archive_end - keel_app_archive);
	keel_err err = directory != NULL
			       ? keel_app_files_load(files, directory)
			       : keel_app_files_open(files, keel_app_archive, archive_bytes);
	if (err == KEEL_ERR_OK)
		return KEEL_EXIT_DONE;
	return keel_cli_fail(KEEL_EXIT_WORLD, "serve", "%s: %s",
			     directory != NULL ? directory : "the app",
			     err == KEEL_ERR_IO ? strerror(errno) : keel_err_sentence(err));
}

static int open_socket(keel_listen *listen, int *opened)
{
	*opened = keel_listen_open(listen);
	if (*opened >= 0)
		return KEEL_EXIT_DONE;
	if (errno == EADDRINUSE)
		return keel_cli_fail(KEEL_EXIT_WORLD, "serve",
				     "port %u is taken; is Keel running already? --port N takes "
				     "another",
				     (unsigned)listen->port);
	return keel_cli_fail(KEEL_EXIT_WORLD, "serve", "port %u: %s", (unsigned)listen->port,
			     strerror(errno));
}

static void say_ready_json(const keel_listen *listen, const char *link, const char *store_path)
{
	char text[2 * KEEL_CLI_PATH_BYTES_MAX + 1024], address[KEEL_ORIGIN_BYTES_MAX];
	size_t text_bytes;
	keel_json json;
	keel_listen_local_address(listen, address);
	keel_json_init(&json, text, sizeof text);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "address", address);
	keel_json_put_text(&json, "link", link);
	keel_json_put_int(&json, "port", listen->port);
	keel_json_put_text(&json, "store", store_path);
	keel_json_close(&json, '}');
	if (keel_json_end(&json, &text_bytes) == KEEL_ERR_OK)
		puts(text);
}

static void say_ready(const serve_options *options, const keel_listen *listen, const char *link,
		      const char *store_path)
{
	bool has_public = listen->public_origin[0] != '\0';
	if (options->json) {
		say_ready_json(listen, link, store_path);
	} else {
		printf("Keel is ready. Open this link%s:\n\n  %s\n\n",
		       has_public ? "" : " on this machine", link);
		if (options->qr || (has_public && isatty(STDOUT_FILENO) == 1)) {
			keel_qr_print(stdout, link);
			if (!has_public)
				printf("A phone cannot reach this address by itself: see "
				       "--public-origin.\n");
		}
		printf("Who has the link may read and write the records in %s.\nCtrl-C stops Keel; "
		       "nothing is lost.\n",
		       store_path);
	}
	fflush(stdout);
}

/* Starts a browser with an address that works once, without waiting for it. */
static void open_browser(keel_server *server)
{
	if (getenv("DISPLAY") == NULL && getenv("WAYLAND_DISPLAY") == NULL)
		return;
	char link[KEEL_SERVER_LINK_BYTES_MAX], program[] = "xdg-open";
	keel_server_once_link(server, link);
	char *const words[] = {program, link, NULL};
	sigset_t none, child;
	sigemptyset(&none);
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &child);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
						      POSIX_SPAWN_SETSID);
	pid_t started;
	if (link[0] != '\0')
		(void)posix_spawnp(&started, program, &actions, &attributes, words, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
}

static void prepare_process(sigset_t *stopping)
{
	struct rlimit files;
	umask(077);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGCHLD, SIG_IGN);
	sigemptyset(stopping);
	sigaddset(stopping, SIGINT);
	sigaddset(stopping, SIGTERM);
	sigaddset(stopping, SIGHUP);
	sigprocmask(SIG_BLOCK, stopping, NULL);
	if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < FILES_WANTED) {
		files.rlim_cur = files.rlim_max < FILES_WANTED ? files.rlim_max : FILES_WANTED;
		setrlimit(RLIMIT_NOFILE, &files);
	}
}

static int serve_until_signal(const serve_options *options, const keel_server_def *def,
			      const char *store_path, const sigset_t *stopping)
{
	const struct timespec second = {.tv_sec = 1};
	char link[KEEL_SERVER_LINK_BYTES_MAX];
	keel_server *server = keel_server_create(def);
	if (server == NULL)
		return keel_cli_fail(KEEL_EXIT_WORLD, "serve",
				     "no memory or threads for the server");
	keel_server_link(server, link);
	say_ready(options, &def->listen, link, store_path);
	if (!options->no_open)
		open_browser(server);
	while (sigtimedwait(stopping, NULL, &second) < 0)
		keel_server_sweep(server);
	keel_server_destroy(server);
	return KEEL_EXIT_DONE;
}

int keel_cmd_serve(int argc, char **argv)
{
	serve_options given = {0};
	const keel_option options[] = {
		{"--store", &given.store, NULL}, {"--listen", &given.listen, NULL},
		{"--port", &given.port, NULL},	 {"--public-origin", &given.public_origin, NULL},
		{"--app", &given.app, NULL},	 {"--no-open", NULL, &given.no_open},
		{"--qr", NULL, &given.qr},	 {"--json", NULL, &given.json}};
	int option_count = (int)(sizeof options / sizeof options[0]), operand_count;
	if (!keel_args_parse(argc, argv, options, option_count, NULL, 0, &operand_count))
		return KEEL_EXIT_USAGE;

	char store_path[KEEL_CLI_PATH_BYTES_MAX];
	sigset_t stopping;
	keel_app_files files = {0};
	keel_server_def def = {.files = &files};
	const keel_cli_store_def store = {.command = "serve", .option = given.store};
	prepare_process(&stopping);
	int exit_code = read_addresses(&given, &def.listen);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = load_app(given.app, &files);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = keel_cli_store_open(&store, &def.store, store_path);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = load_token(store_path, &def.token);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = open_socket(&def.listen, &def.socket);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = serve_until_signal(&given, &def, store_path, &stopping);
	keel_store_close(def.store);
	keel_app_files_close(&files);
	return exit_code;
}
