#include "server/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 128

static const char not_here[] = "Keel listens on this machine only (127.0.0.1, localhost or [::1]). "
			       "To reach it from elsewhere, put nginx or "
			       "Caddy in front, which speaks TLS, and start Keel with "
			       "--public-origin https://the.name.it.has";

/* -1: not a port. */
static int parse_port(const char *text)
{
	int port = 0;
	size_t count = strspn(text, "0123456789");
	if (count == 0 || count > 5 || text[count] != '\0')
		return -1;
	for (const char *c = text; *c != '\0'; c++)
		port = port * 10 + (*c - '0');
	return port <= 65535 ? port : -1;
}

const char *keel_listen_parse(keel_listen *listen, const char *text)
{
	static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		size_t name_bytes = strlen(names[i]);
		if (strncasecmp(text, names[i], name_bytes) != 0)
			continue;
		const char *rest = text + name_bytes;
		int port = *rest == ':' ? parse_port(rest + 1) : KEEL_LISTEN_PORT;
		if (*rest != '\0' && *rest != ':')
			continue;
		if (port < 0)
			return "the port must be a number from 0 to 65535";
		listen->ipv6 = i == 2;
		listen->port = (uint16_t)port;
		return NULL;
	}
	return not_here;
}

static bool is_host_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
}

const char *keel_listen_parse_origin(keel_listen *listen, const char *text)
{
	static const char scheme[] = "https://";
	size_t scheme_bytes = sizeof scheme - 1;
	size_t bytes = strlen(text);
	if (bytes > 0 && text[bytes - 1] == '/')
		bytes--;
	if (strncmp(text, scheme, scheme_bytes) != 0)
		return "the public origin must begin with https://: without TLS the link's token "
		       "can be read on the "
		       "way, and a phone keeps no app";
	if (bytes >= KEEL_ORIGIN_BYTES_MAX)
		return "the public origin is too long";
	size_t name_bytes = 0;
	while (scheme_bytes + name_bytes < bytes && is_host_byte(text[scheme_bytes + name_bytes]))
		name_bytes++;
	char origin[KEEL_ORIGIN_BYTES_MAX] = {0};
	memcpy(origin, text, bytes);
	origin[bytes] = '\0';
	const char *rest = origin + scheme_bytes + name_bytes;
	int port = *rest == ':' ? parse_port(rest + 1) : 0;
	if (name_bytes == 0 || (*rest != '\0' && *rest != ':') || port < 0 ||
	    (*rest == ':' && port == 0))
		return "the public origin must be https://name or https://name:port, in lower "
		       "case, without a path";
	memcpy(listen->public_origin, origin, bytes + 1);
	return NULL;
}

int keel_listen_open(keel_listen *listen_to)
{
	struct sockaddr_in ip4 = {.sin_family = AF_INET, .sin_port = htons(listen_to->port)};
	struct sockaddr_in6 ip6 = {.sin6_family = AF_INET6, .sin6_port = htons(listen_to->port)};
	ip4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	ip6.sin6_addr = in6addr_loopback;
	struct sockaddr *address =
		listen_to->ipv6 ? (struct sockaddr *)&ip6 : (struct sockaddr *)&ip4;
	socklen_t address_bytes = listen_to->ipv6 ? sizeof ip6 : sizeof ip4;

	int one = 1;
	int opened = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (opened < 0)
		return -1;
	setsockopt(opened, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (bind(opened, address, address_bytes) != 0 || listen(opened, BACKLOG) != 0 ||
	    getsockname(opened, address, &address_bytes) != 0) {
		int why = errno;
		close(opened);
		errno = why;
		return -1;
	}
	listen_to->port = ntohs(listen_to->ipv6 ? ip6.sin6_port : ip4.sin_port);
	return opened;
}

void keel_listen_local_address(const keel_listen *listen, char address[KEEL_ORIGIN_BYTES_MAX])
{
	const char *name = listen->ipv6 ? "[::1]" : "127.0.0.1";
	snprintf(address, KEEL_ORIGIN_BYTES_MAX, "http://%s:%u", name, (unsigned)listen->port);
}

void keel_listen_address(const keel_listen *listen, char address[KEEL_ORIGIN_BYTES_MAX])
{
	if (listen->public_origin[0] != '\0')
		snprintf(address, KEEL_ORIGIN_BYTES_MAX, "%s", listen->public_origin);
	else
		keel_listen_local_address(listen, address);
}

/* Is text "<scheme><one of our names>[:port]"? */
static bool is_local(const keel_listen *listen, const char *scheme, const char *text)
{
	static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char ours[64];
		snprintf(ours, sizeof ours, "%s%s:%u", scheme, names[i], (unsigned)listen->port);
		if (strcasecmp(text, ours) == 0)
			return true;
		snprintf(ours, sizeof ours, "%s%s", scheme, names[i]);
		if (listen->port == 80 && strcasecmp(text, ours) == 0)
			return true;
	}
	return false;
}

bool keel_listen_host_is_ours(const keel_listen *listen, const char *host)
{
	if (is_local(listen, "", host))
		return true;
	const char *public_host = listen->public_origin + strlen("https://");
	return listen->public_origin[0] != '\0' && strcasecmp(host, public_host) == 0;
}

bool keel_listen_origin_is_ours(const keel_listen *listen, const char *origin)
{
	if (is_local(listen, "http://", origin))
		return true;
	return listen->public_origin[0] != '\0' && strcasecmp(origin, listen->public_origin) == 0;
}
