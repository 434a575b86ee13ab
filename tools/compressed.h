/* How many bytes something has when it is sent compressed, as a server sends it (gzip, level 6). */
#ifndef KEEL_TOOLS_COMPRESSED_H
#define KEEL_TOOLS_COMPRESSED_H

#include <stddef.h>

/* 0 when memory is out. */
size_t keel_compressed_bytes(const void *bytes, size_t byte_count);

#endif
