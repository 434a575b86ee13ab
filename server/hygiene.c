/* As packaged, the library below us lets several shapes through that nginx answers with 400: two
 * Content-Lengths, a Content-Length beside Transfer-Encoding, no Host or two, a header folded over
 * two lines, an absolute target. The table of checks below refuses each of them, in an order that
 * gives the most telling answer first.
 *
 * Paths of ours are plain ASCII without a percent sign, so nothing is decoded anywhere: there is no
 * second spelling of a path that could slip past a check.
 */
#include "server/hygiene.h"

#include <string.h>
#include <strings.h>

#define CONTENT_LENGTH_DIGITS_MAX 15

static const keel_hygiene clean = {0, NULL, NULL};

static bool is_token_byte(unsigned char c)
{
	if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return true;
	return c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL;
}

static bool is_token(const char *text)
{
	for (const char *c = text; *c != '\0'; c++)
		if (!is_token_byte((unsigned char)*c))
			return false;
	return *text != '\0';
}

static bool is_field_value(const char *text)
{
	for (const char *c = text; *c != '\0'; c++)
		if (((unsigned char)*c < 0x20 && *c != '\t') || *c == 0x7f)
			return false;
	return true;
}

static bool is_digits(const char *text, size_t count_max)
{
	size_t count = strspn(text, "0123456789");
	return count > 0 && count <= count_max && text[count] == '\0';
}

static keel_hygiene check_target(const keel_http_request *request)
{
	const char *path = request->path;
	if (strcmp(request->version, "HTTP/1.1") != 0 && strcmp(request->version, "HTTP/1.0") != 0)
		return (keel_hygiene){505, "VERSION", "only HTTP/1.1 is spoken here"};
	if (path[0] != '/')
		return (keel_hygiene){400, "TARGET", "the target must be a path"};
	if (strlen(path) > KEEL_HTTP_PATH_BYTES_MAX)
		return (keel_hygiene){414, "TOO_LONG", "the path is too long"};
	for (const char *c = path; *c != '\0'; c++)
		if (*c <= ' ' || *c >= 0x7f || strchr("\\%\"<>^`{|}#", *c) != NULL)
			return (keel_hygiene){
				400, "TARGET",
				"the path holds a character that no path of ours has"};
	if (strstr(path, "//") != NULL || strstr(path, "/.") != NULL)
		return (keel_hygiene){400, "TARGET",
				      "the path leads outside or is not in its shortest form"};
	return clean;
}

static keel_hygiene check_fields(const keel_http_request *request)
{
	static const char *const once[] = {
		"Host",		"Content-Length", "Transfer-Encoding", "Content-Type",
		"Origin",	"Authorization",  "Content-Encoding",  "Expect",
		"If-None-Match"};
	if (request->too_many)
		return (keel_hygiene){431, "TOO_LARGE", "too many headers or query fields"};
	if (request->folded)
		return (keel_hygiene){400, "HEADER", "a header goes on over a second line"};
	if (request->bad_bytes)
		return (keel_hygiene){400, "HEADER", "a header holds a byte that is not allowed"};
	for (int i = 0; i < request->header_count; i++)
		if (!is_token(request->headers[i].name) ||
		    !is_field_value(request->headers[i].value))
			return (keel_hygiene){400, "HEADER",
					      "a header holds a byte that is not allowed"};
	for (size_t i = 0; i < sizeof once / sizeof once[0]; i++)
		if (keel_http_header_count(request, once[i]) > 1)
			return (keel_hygiene){400, "HEADER",
					      "a header that may stand once stands twice"};
	const char *host = keel_http_header(request, "Host");
	if (host == NULL || *host == '\0')
		return (keel_hygiene){400, "HOST", "the Host header is missing"};
	return clean;
}

static bool takes_body(const char *method)
{
	return strcmp(method, "POST") == 0 || strcmp(method, "PUT") == 0 ||
	       strcmp(method, "PATCH") == 0;
}

static keel_hygiene check_framing(const keel_http_request *request)
{
	const char *length = keel_http_header(request, "Content-Length");
	const char *coding = keel_http_header(request, "Transfer-Encoding");
	if (length != NULL && coding != NULL)
		return (keel_hygiene){400, "FRAMING",
				      "Content-Length and Transfer-Encoding stand together"};
	if (length != NULL && !is_digits(length, CONTENT_LENGTH_DIGITS_MAX))
		return (keel_hygiene){400, "FRAMING", "Content-Length is not a plain number"};
	if (coding != NULL &&
	    (strcasecmp(coding, "chunked") != 0 || strcmp(request->version, "HTTP/1.1") != 0))
		return (keel_hygiene){400, "FRAMING",
				      "the only Transfer-Encoding here is chunked, in HTTP/1.1"};
	bool has_body = coding != NULL || (length != NULL && strspn(length, "0") != strlen(length));
	if (has_body && !takes_body(request->method))
		return (keel_hygiene){400, "FRAMING", "this method has no body"};
	if (length == NULL && coding == NULL && takes_body(request->method))
		return (keel_hygiene){411, "LENGTH_REQUIRED", "the length of the body is missing"};
	return clean;
}

static keel_hygiene check_method(const keel_http_request *request)
{
	static const char *const known[] = {"GET", "HEAD", "POST", "DELETE"};
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strcmp(request->method, known[i]) == 0)
			return clean;
	return (keel_hygiene){405, "METHOD", "the methods here are GET, HEAD, POST and DELETE"};
}

keel_hygiene keel_hygiene_check(const keel_http_request *request)
{
	static keel_hygiene (*const checks[])(const keel_http_request *) = {
		check_target, check_fields, check_framing, check_method};
	for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
		keel_hygiene found = checks[i](request);
		if (found.status != 0)
			return found;
	}
	return clean;
}

size_t keel_hygiene_body_bytes(const keel_http_request *request)
{
	const char *length = keel_http_header(request, "Content-Length");
	if (length == NULL)
		return keel_http_header(request, "Transfer-Encoding") != NULL ? SIZE_MAX : 0;
	size_t bytes = 0;
	for (const char *c = length; *c != '\0'; c++)
		bytes = bytes * 10 + (size_t)(*c - '0');
	return bytes;
}
