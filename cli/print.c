#include "cli/print.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/commands.h"

#define FIRST_BYTES ((size_t)1 << 18)
#define LAST_BYTES ((size_t)1 << 30)

char *keel_print_text(keel_core *core, keel_print_ask ask, const keel_now *now)
{
	for (size_t room = FIRST_BYTES; room <= LAST_BYTES; room *= 4) {
		char *text = malloc(room);
		size_t n = 0;
		if (text == NULL)
			break;
		keel_err err = ask(core, now, text, room, &n);
		if (err == KEEL_ERR_OK)
			return text;
		free(text);
		if (err != KEEL_ERR_TOO_LARGE) {
			fprintf(stderr, "keel: %s\n", keel_err_sentence(err));
			return NULL;
		}
	}
	fprintf(stderr, "keel: no memory for the answer\n");
	return NULL;
}

int keel_print_json(keel_core *core, keel_print_ask ask, const keel_now *now)
{
	char *text = keel_print_text(core, ask, now);
	if (text == NULL)
		return KEEL_EXIT_WORLD;
	bool printed = puts(text) >= 0 && fflush(stdout) == 0;
	free(text);
	return printed ? KEEL_EXIT_DONE : KEEL_EXIT_WORLD;
}

bool keel_print_up(const char *up, keel_now *now)
{
	if (up == NULL)
		return true;
	char *end;
	long minutes = strtol(up, &end, 10);
	if (*up == '\0' || *end != '\0' || minutes < 0 || minutes > 1439) {
		fprintf(stderr, "keel: \"%s\" is not a number of minutes from 0 to 1439\n", up);
		return false;
	}
	now->up_min = (int32_t)minutes;
	return true;
}
