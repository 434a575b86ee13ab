/* Static: the app's files over HTTP. No path is ever joined to a directory: a name is in the table
 * or it is not. */
#ifndef KEEL_SERVER_STATIC_H
#define KEEL_SERVER_STATIC_H

#include "server/app_files.h"
#include "server/http.h"

void keel_static_answer(const keel_app_files *files, const keel_http_request *request,
			keel_http_response *response);

#endif
