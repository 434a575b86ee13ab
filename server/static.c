#include "server/static.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/base/hash.h"

static const char not_built[] =
	"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width\">\n<title>Keel</title>\n"
	"<h1>The app is not part of this program</h1>\n"
	"<p>Keel's server is running and keeps records, but it was built without the web app.</p>\n"
	"<p><code>./start</code> builds both. <code>keel serve --app web/dist</code> serves an app "
	"that lies in a "
	"directory.</p>\n";

static const char not_found[] =
	"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width\">\n<title>Keel</title>\n"
	"<h1>There is no such page</h1>\n<p><a href=\"/\">To today</a></p>\n";

static void answer_page(keel_http_response *response, int status, const char *page)
{
	response->status = status;
	response->content_type = "text/html; charset=utf-8";
	response->body = page;
	response->body_bytes = strlen(page);
	keel_http_add_header(response, "Cache-Control", "no-cache");
}

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \t");
}

/* The quality in thousandths of one element of Accept-Encoding ("gzip;q=0.5"), 1000 without one. */
static int quality_of(const char *element, size_t bytes)
{
	const char *q = memchr(element, ';', bytes);
	if (q == NULL)
		return 1000;
	q = skip_blanks(q + 1);
	if (strncasecmp(q, "q=", 2) != 0)
		return 1000;
	if (q[2] != '0')
		return 1000;
	int thousandths = 0, weight = 100;
	for (const char *c = q + 3; weight > 0 && (*c == '.' || (*c >= '0' && *c <= '9')); c++) {
		if (*c == '.')
			continue;
		thousandths += (*c - '0') * weight;
		weight /= 10;
	}
	return thousandths;
}

static bool accepts_gzip(const keel_http_request *request)
{
	for (int i = 0; i < request->header_count; i++) {
		if (strcasecmp(request->headers[i].name, "Accept-Encoding") != 0)
			continue;
		const char *rest = request->headers[i].value;
		while (*rest != '\0') {
			rest = skip_blanks(rest);
			size_t bytes = strcspn(rest, ",");
			size_t name_bytes = strcspn(rest, ",; \t");
			if (name_bytes == 4 && strncasecmp(rest, "gzip", 4) == 0)
				return quality_of(rest, bytes) > 0;
			rest += bytes + (rest[bytes] == ',');
		}
	}
	return false;
}

/* RFC 9110, 13.1.2: a list of tags or a star; a weak tag of the same text matches too. */
static bool has_already(const keel_http_request *request, const char *tag)
{
	const char *rest = keel_http_header(request, "If-None-Match");
	if (rest == NULL)
		return false;
	if (strcmp(rest, "*") == 0)
		return true;
	size_t tag_bytes = strlen(tag);
	while (*rest != '\0') {
		rest = skip_blanks(rest);
		if (strncmp(rest, "W/", 2) == 0)
			rest += 2;
		size_t bytes = strcspn(rest, ", \t");
		if (bytes == tag_bytes && strncmp(rest, tag, bytes) == 0)
			return true;
		rest += strcspn(rest, ",");
		rest += *rest == ',';
	}
	return false;
}

static void answer_file(const keel_app_file *file, const keel_http_request *request,
			keel_http_response *response)
{
	bool gzip = file->gzip != NULL && accepts_gzip(request);
	char hash[17];
	keel_hash_text(file->hash, hash);
	snprintf(response->text, sizeof response->text, "\"%s%s\"", hash, gzip ? "-gz" : "");
	keel_http_add_header(response, "ETag", response->text);
	keel_http_add_header(response, "Cache-Control",
			     keel_app_name_is_hashed(file->path)
				     ? "public, max-age=31536000, immutable"
				     : "no-cache");
	if (file->gzip != NULL)
		keel_http_add_header(response, "Vary", "Accept-Encoding");
	if (has_already(request, response->text)) {
		response->status = 304;
		return;
	}
	response->status = 200;
	response->content_type = keel_app_content_type(file->path);
	response->body = gzip ? file->gzip : file->plain;
	response->body_bytes = gzip ? file->gzip_bytes : file->plain_bytes;
	if (gzip)
		keel_http_add_header(response, "Content-Encoding", "gzip");
}

void keel_static_answer(const keel_app_files *files, const keel_http_request *request,
			keel_http_response *response)
{
	if (strcmp(request->method, "GET") != 0 && strcmp(request->method, "HEAD") != 0) {
		keel_http_error(response, 405, "METHOD", "a file can only be read");
		keel_http_add_header(response, "Allow", "GET, HEAD");
		return;
	}
	const char *path = request->path + 1;
	const keel_app_file *file = keel_app_files_find(files, *path == '\0' ? "index.html" : path);
	if (file != NULL)
		answer_file(file, request, response);
	else if (*path == '\0')
		answer_page(response, 200, not_built);
	else
		answer_page(response, 404, not_found);
}
