#include "cli/book.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/draw.h"

int keel_book(keel_core *core, const char *folder)
{
	if (folder == NULL) {
		fprintf(stderr, "keel catalogue book: name a folder with -o\n");
		return KEEL_EXIT_USAGE;
	}
	if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
		fprintf(stderr, "keel catalogue book: %s: %s\n", folder, strerror(errno));
		return KEEL_EXIT_WORLD;
	}
	for (int i = 0; i < core->catalogue->movement_count; i++) {
		char path[4096];
		const char *id = core->catalogue->movements[i].id;
		int length = snprintf(path, sizeof path, "%s/%s.pdf", folder, id);
		if (length < 0 || (size_t)length >= sizeof path)
			return KEEL_EXIT_USAGE;
		const keel_draw_def def = {.movement = id, .out = path, .phase = -1, .sheet = true};
		int code = keel_draw(core, &def);
		if (code != KEEL_EXIT_DONE)
			return code;
	}
	printf("%d pages in %s\n", core->catalogue->movement_count, folder);
	return KEEL_EXIT_DONE;
}
