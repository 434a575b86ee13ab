/* The catalogue compiler: a folder of YAML -> one checked binary of facts and texts, and one track
 * a movement.
 *
 * Used by the build (keel-compile) and by `keel catalogue check`. It never stops at the first
 * mistake: every message goes to the sink with file, line, column and the rule it comes from.
 * Nothing is written here; the caller has bytes.
 */
#ifndef KEEL_COMPILER_COMPILE_H
#define KEEL_COMPILER_COMPILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/base/err.h"

typedef struct keel_compile_message {
	bool is_error;	  /* else a warning */
	const char *rule; /* "unknown-field", "dose-step" … */
	const char *path;
	int line;		 /* 1-based; 0: the file or folder as a whole */
	int column;		 /* 1-based, in bytes */
	const char *text;	 /* one sentence without a full stop */
	const char *source_line; /* not ended by a zero byte; NULL when there is no line */
	size_t source_line_bytes;
} keel_compile_message;

typedef void (*keel_compile_sink)(void *user, const keel_compile_message *message);

typedef struct keel_compile_def {
	const char *directory; /* holds exercises/ programmes/ text/ evidence/ screening.yaml
				  poses.yaml ladders.yaml */
	const char *only; /* id of the one movement whose poses are solved; NULL: all of them */
	const char *lock_path;	 /* computed.lock is written anew here; NULL: it is compared */
	const char *report_path; /* the table of docs/COMPUTED.md is written here; NULL: not */
	const char *cache_directory; /* keeps solved tracks between runs; NULL: none is kept */
	/* A picture of every pose that something is wrong with is written here, as
	 * MOVEMENT.POSE.png, and of every pose of `only`; NULL: none. The folder is made. */
	const char *pictures_directory;
	/* For editors that check what is not saved yet: this file below directory is read from
	 * these bytes. */
	const char *overlay_path;
	const char *overlay_bytes;
	bool has_tracks; /* false: facts and texts only, much faster */
	bool is_draft;	 /* findings of the body are warnings, and bytes are given all the same */
} keel_compile_def;

keel_compile_def keel_default_compile_def(void);

typedef struct keel_compiled_track {
	const char *movement_id;
	const unsigned char *bytes;
	size_t byte_count;
} keel_compiled_track;

typedef struct keel_compiled {
	const unsigned char
		*bytes; /* what keel_catalogue_load reads; NULL when there was an error */
	size_t byte_count;
	int track_count; /* sorted by id */
	const keel_compiled_track *tracks;
	int input_count; /* every file and folder that was read, for build systems */
	const char *const *inputs;
	int error_count;
	int warning_count;
	void *memory; /* owns all of the above */
} keel_compiled;

/* OK also when the catalogue has errors: then error_count > 0 and bytes is NULL. IO: the folder
 * cannot be read. NO_MEMORY: no memory. compiled may be deinitialised in every case. */
KEEL_MUST_USE keel_err keel_compile(const keel_compile_def *def, keel_compile_sink sink, void *user,
				    keel_compiled *compiled);
void keel_compiled_deinit(keel_compiled *compiled);

/* path:line:column: error: text [rule], the source line, and a caret. */
void keel_compile_print(FILE *file, const keel_compile_message *message);

/* Writes a C file that defines what core/catalogue/catalogue.h calls keel_embedded_*. */
KEEL_MUST_USE keel_err keel_compile_write_c(const keel_compiled *compiled, const char *path);
/* Writes what `target` was made from, as make and ninja read it. */
KEEL_MUST_USE keel_err keel_compile_write_depfile(const keel_compiled *compiled, const char *target,
						  const char *path);
/* Writes catalogue.bin and tracks/<id>.ktr below a folder. */
KEEL_MUST_USE keel_err keel_compile_write_files(const keel_compiled *compiled,
						const char *directory);

#endif
