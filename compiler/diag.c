#include "compiler/diag.h"

#include <stdarg.h>
#include <string.h>

/* Finds line number `line`; NULL when the file has no such line. */
static const char *find_line(const keel_source *source, int line, size_t *line_bytes)
{
	const char *at = source->bytes;
	const char *end = source->bytes + source->byte_count;
	for (int i = 1; i < line; i++) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		if (!newline) {
			return NULL;
		}
		at = newline + 1;
	}
	const char *newline = memchr(at, '\n', (size_t)(end - at));
	*line_bytes = (size_t)((newline ? newline : end) - at);
	return at;
}

static void send(keel_diags *diags, bool is_error, keel_diag_place place, const char *rule,
		 const char *format, va_list arguments)
{
	char text[512];
	vsnprintf(text, sizeof(text), format, arguments);
	keel_compile_message message = {
		.is_error = is_error,
		.rule = rule,
		.path = place.source ? place.source->path : "",
		.line = place.line,
		.column = place.column,
		.text = text,
	};
	if (place.source && place.source->bytes && place.line > 0) {
		message.source_line =
			find_line(place.source, place.line, &message.source_line_bytes);
	}
	*(is_error ? &diags->error_count : &diags->warning_count) += 1;
	if (diags->sink) {
		diags->sink(diags->user, &message);
	}
}

void keel_diag_error(keel_diags *diags, keel_diag_place place, const char *rule, const char *format,
		     ...)
{
	va_list arguments;
	va_start(arguments, format);
	send(diags, true, place, rule, format, arguments);
	va_end(arguments);
}

void keel_diag_warning(keel_diags *diags, keel_diag_place place, const char *rule,
		       const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	send(diags, false, place, rule, format, arguments);
	va_end(arguments);
}

void keel_compile_print(FILE *file, const keel_compile_message *message)
{
	fprintf(file, "%s", message->path);
	if (message->line > 0) {
		fprintf(file, ":%d:%d", message->line, message->column);
	}
	fprintf(file, ": %s: %s [%s]\n", message->is_error ? "error" : "warning", message->text,
		message->rule);
	if (!message->source_line) {
		return;
	}
	fprintf(file, "%.*s\n", (int)message->source_line_bytes, message->source_line);
	for (int i = 1; i < message->column; i++) {
		size_t at = (size_t)i - 1;
		bool is_tab = at < message->source_line_bytes && message->source_line[at] == '\t';
		/* The second and later bytes of a UTF-8 letter take no room. */
		if (at < message->source_line_bytes &&
		    ((unsigned char)message->source_line[at] & 0xC0) == 0x80) {
			continue;
		}
		fputc(is_tab ? '\t' : ' ', file);
	}
	fputs("^\n", file);
}
