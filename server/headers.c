#include "server/headers.h"

/* Nothing from anywhere else, ever: no script, style, picture, font or request may leave for a
 * third party. wasm is compiled by our own script, which CSP calls 'wasm-unsafe-eval'. Pictures and
 * sounds made in the page are blobs. */
#define CONTENT_SECURITY_POLICY                                                                    \
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "             \
	"img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; " \
	"media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const keel_http_field keel_common_headers[] = {
	{"Content-Security-Policy", CONTENT_SECURITY_POLICY},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy",
	 "camera=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=()"},
	{NULL, NULL},
};
