#include "store/testing.h"

#include <inttypes.h>
#include <stdio.h>

#include "core/base/err.h"

#define ENVELOPE                                                                                   \
	"{\"id\":\"%032x\",\"person\":\"%016" PRIx64 "\",\"device\":\"00000001\",\"seq\":%d,"      \
	"\"counter\":%d,\"utc_ms\":1773212400000,\"offset_min\":60,\"v\":1,\"safety\":0,"

static size_t checked(int written, size_t out_bytes)
{
	KEEL_ASSERT(written > 0 && (size_t)written < out_bytes);
	return (size_t)written;
}

size_t keel_testing_line(char *out, size_t out_bytes, uint64_t person, int number, int pain)
{
	int written = snprintf(out, out_bytes, ENVELOPE "\"type\":\"morning-check\",\"pain\":%d}\n",
			       (unsigned)number, person, number, number, pain);
	return checked(written, out_bytes);
}

size_t keel_testing_profile(char *out, size_t out_bytes, uint64_t person, int number, int counter,
			    const char *name)
{
	int written = snprintf(out, out_bytes, ENVELOPE "\"type\":\"profile\",\"name\":\"%s\"}\n",
			       (unsigned)number, person, number, counter, name);
	return checked(written, out_bytes);
}
