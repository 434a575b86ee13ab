#include "core/base/hash.h"

#define FNV_OFFSET 0xcbf29ce484222325u
#define FNV_PRIME 0x100000001b3u

keel_hash keel_hash_start(void)
{
	return (keel_hash){FNV_OFFSET};
}

keel_hash keel_hash_bytes(keel_hash hash, const void *bytes, size_t byte_count)
{
	const unsigned char *byte = bytes;
	for (size_t i = 0; i < byte_count; i++)
		hash.value = (hash.value ^ byte[i]) * FNV_PRIME;
	return hash;
}

keel_hash keel_hash_i64(keel_hash hash, int64_t value)
{
	unsigned char bytes[8];
	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)value >> (8 * i));
	return keel_hash_bytes(hash, bytes, sizeof bytes);
}

uint64_t keel_hash_end(keel_hash hash)
{
	uint64_t x = hash.value;
	x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdu;
	x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53u;
	return x ^ (x >> 33);
}

void keel_hash_text(uint64_t hash, char text[17])
{
	static const char digits[] = "0123456789abcdef";
	for (int i = 0; i < 16; i++)
		text[i] = digits[(hash >> (60 - 4 * i)) & 15];
	text[16] = '\0';
}
