/* keel: the command line. It looks the command up in commands.h, answers --help and --version
 * itself and makes the manual page from the same help texts, so that help and manual cannot differ.
 */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "keel/keel.h"

typedef struct command {
	const char *name;
	const char *summary;
	const char *help;
	int (*run)(int argc, char **argv);
} command;

static const command commands[] = {
#define KEEL_COMMAND_ROW(name, summary) {#name, summary, keel_help_##name, keel_cmd_##name},
	KEEL_COMMAND_LIST(KEEL_COMMAND_ROW)
#undef KEEL_COMMAND_ROW
};

#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

static const command *find_command(const char *name)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static void print_overview(FILE *out)
{
	fprintf(out, "usage: keel COMMAND [options]\n\n"
		     "An exercise coach for people with low back pain: it chooses a few movements "
		     "for today, leads\n"
		     "you through them, listens to pain and effort, and always says why.\n\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		fprintf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
	fprintf(out, "\n`keel COMMAND --help` says more; `keel --version` prints the version.\n"
		     "Exit codes: 0 done, 1 the answer is no, 2 usage, 3 bad input, 4 the world "
		     "failed.\n");
}

/* roff wants a backslash doubled, a hyphen escaped, and no line that begins with a dot or an
 * apostrophe. */
static void print_roff(const char *text)
{
	bool line_start = true;
	for (const char *c = text; *c != '\0'; c++) {
		if (line_start && (*c == '.' || *c == '\''))
			fputs("\\&", stdout);
		if (*c == '\\')
			fputs("\\e", stdout);
		else if (*c == '-')
			fputs("\\-", stdout);
		else
			putchar(*c);
		line_start = *c == '\n';
	}
}

static void print_man(void)
{
	printf(".TH KEEL 1 \"\" \"keel %s\" \"User Commands\"\n", KEEL_CORE_VERSION);
	printf(".SH NAME\nkeel \\- exercise coach for people with low back pain\n");
	printf(".SH SYNOPSIS\n.B keel\n.I command\n[options]\n");
	printf(".SH DESCRIPTION\nKeel chooses a few movements for today, leads you through them, "
	       "listens to pain and\n"
	       "effort, and always says why. A record is a file of small events, one a line.\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		printf(".SH KEEL %s\n.nf\n", commands[i].name);
		print_roff(commands[i].help);
		printf(".fi\n");
	}
	printf(".SH EXIT STATUS\n0 done; 1 the answer is no; 2 usage; 3 bad input, with "
	       "file:line:column; 4 the world\n"
	       "failed (disk, network, memory).\n");
}

static int help(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "--man") == 0) {
		print_man();
		return KEEL_EXIT_DONE;
	}
	const command *found = argc > 1 ? find_command(argv[1]) : NULL;
	if (found != NULL)
		fputs(found->help, stdout);
	else
		print_overview(stdout);
	return argc > 1 && found == NULL ? KEEL_EXIT_USAGE : KEEL_EXIT_DONE;
}

static bool asks_help(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--") == 0)
			return false;
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return true;
	}
	return false;
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		print_overview(stderr);
		return KEEL_EXIT_USAGE;
	}
	if (strcmp(argv[1], "--version") == 0) {
		printf("keel %s\n", KEEL_CORE_VERSION);
		return KEEL_EXIT_DONE;
	}
	if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0 ||
	    strcmp(argv[1], "-h") == 0)
		return help(argc - 1, argv + 1);
	const command *found = find_command(argv[1]);
	if (found == NULL) {
		fprintf(stderr, "keel: there is no command \"%s\"; `keel --help` lists them\n",
			argv[1]);
		return KEEL_EXIT_USAGE;
	}
	if (asks_help(argc - 1, argv + 1)) {
		fputs(found->help, stdout);
		return KEEL_EXIT_DONE;
	}
	return found->run(argc - 1, argv + 1);
}
