#include "tools/compressed.h"

#include <stdlib.h>
#include <zlib.h>

#define GZIP_LONGER 12 /* its head and tail than zlib's */

size_t keel_compressed_bytes(const void *bytes, size_t byte_count)
{
	uLongf size = compressBound((uLong)byte_count);
	unsigned char *out = malloc(size);
	if (out == NULL)
		return 0;
	int result = compress2(out, &size, bytes, (uLong)byte_count, 6);
	free(out);
	return result == Z_OK ? (size_t)size + GZIP_LONGER : 0;
}
