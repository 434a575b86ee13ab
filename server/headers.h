/* The headers that every response carries. `keel app` writes the same ones for static hosts. */
#ifndef KEEL_SERVER_HEADERS_H
#define KEEL_SERVER_HEADERS_H

#include "server/http.h"

extern const keel_http_field keel_common_headers[]; /* ends with {NULL, NULL} */

#endif
