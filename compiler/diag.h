/* Messages of the compiler: every one has a place, and none stops the reading. A message goes to
 * the caller's sink at once; printing it shows the line and a caret below the spot.
 */
#ifndef KEEL_COMPILER_DIAG_H
#define KEEL_COMPILER_DIAG_H

#include "compiler/compile.h"

/* A file that was read whole. */
typedef struct keel_source {
	const char *path;
	const char *bytes; /* ends with a zero byte */
	size_t byte_count;
} keel_source;

typedef struct keel_diag_place {
	const keel_source *source;
	int line;   /* 1-based; 0: the file as a whole */
	int column; /* 1-based, in bytes */
} keel_diag_place;

typedef struct keel_diags {
	keel_compile_sink sink;
	void *user;
	int error_count;
	int warning_count;
} keel_diags;

/* rule is the short name at the end of the line, "dose-step"; lint and fixtures know rules by it.
 */
void keel_diag_error(keel_diags *diags, keel_diag_place place, const char *rule, const char *format,
		     ...) __attribute__((format(printf, 4, 5)));
void keel_diag_warning(keel_diags *diags, keel_diag_place place, const char *rule,
		       const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
