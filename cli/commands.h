/* The commands of `keel`, one row each: C(name, summary). For a row `serve` there is somewhere in
 * cli/
 *
 *   int keel_cmd_serve(int argc, char **argv);   argv[0] is the command's name, options follow;
 * returns an exit code const char keel_help_serve[];                what --help prints; the first
 * line is the usage, the man page is made from the same text (`keel help --man`)
 *
 * main.c answers --help itself: a command never sees it. Rows stand in the order of help and
 * manual. A helper of the program adds a row here and a file in cli/meson.build, in one commit.
 */
#ifndef KEEL_CLI_COMMANDS_H
#define KEEL_CLI_COMMANDS_H

#define KEEL_COMMAND_LIST(C)                                                                       \
	C(today, "today's session, and why")                                                       \
	C(do, "lead a session in the terminal")                                                    \
	C(replay, "state, plan and reasons from a record")                                         \
	C(why, "why a movement is in, or out")                                                     \
	C(catalogue, "list, show, check or start movements")                                       \
	C(figure, "draw a movement")                                                               \
	C(serve, "the app and the records of this machine, for its browsers")                      \
	C(app, "the whole app as static files")                                                    \
	C(export, "a person's record as one file")                                                 \
	C(import, "takes a record into the store")                                                 \
	C(backup, "copies the store while it is in use")                                           \
	C(restore, "puts a copy back, checked first")                                              \
	C(verify, "reads the whole store and checks it")                                    \
	C(sim, "virtual people, invariants checked at each step")

#define KEEL_COMMAND_DECLARE(name, summary)                                                        \
	int keel_cmd_##name(int argc, char **argv);                                                \
	extern const char keel_help_##name[];
KEEL_COMMAND_LIST(KEEL_COMMAND_DECLARE)
#undef KEEL_COMMAND_DECLARE

/* Exit codes of every command (DESIGN, command line). */
typedef enum keel_exit {
	KEEL_EXIT_DONE = 0,
	KEEL_EXIT_NO = 1,	 /* the answer is no: a check failed, the plan is locked */
	KEEL_EXIT_USAGE = 2,	 /* the command line was wrong */
	KEEL_EXIT_BAD_INPUT = 3, /* file:line:column: what is wrong with it */
	KEEL_EXIT_WORLD = 4	 /* disk, network, memory: the world failed */
} keel_exit;

#endif
