/* Solved tracks, kept between runs: solving is nine tenths of a compile, and most files do not
 * change.
 *
 * A track is kept only when its movement had nothing to tell, so a warm run says exactly what a
 * cold one says. The name of the kept file is a hash of all that the track comes from: the
 * movement's file and its row of computed.lock, poses.yaml, and this very program, so that a
 * changed solver never serves old poses. A kept file that cannot be read is simply solved again.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compiler/model.h"
#include "core/base/hash.h"
#include "core/body/track.h"

#define TRACK_BYTES_MAX 65536

static bool hash_program(keel_hash *hash)
{
	static unsigned char bytes[65536];
	FILE *file = fopen("/proc/self/exe", "rb");
	if (!file) {
		return false;
	}
	size_t got = 0, sum = 0;
	while ((got = fread(bytes, 1, sizeof(bytes), file)) > 0) {
		*hash = keel_hash_bytes(*hash, bytes, got);
		sum += got;
	}
	fclose(file);
	return sum > 0;
}

void keel_cache_open(keel_model *model, const char *directory)
{
	keel_hash hash = keel_hash_start();
	model->cache_directory = NULL;
	if (!directory || (mkdir(directory, 0777) != 0 && errno != EEXIST) ||
	    !hash_program(&hash)) {
		return;
	}
	if (model->base_pose_count > 0) {
		const keel_source *poses = model->base_poses[0].node->place.source;
		hash = keel_hash_bytes(hash, poses->bytes, poses->byte_count);
	}
	model->cache_hash = hash;
	model->cache_directory = directory;
}

static const char *path_of(keel_model *model, const keel_model_movement *movement)
{
	char text[17];
	const keel_source *source = movement->node->place.source;
	keel_hash hash = keel_hash_bytes(model->cache_hash, source->bytes, source->byte_count);
	hash = keel_computed_hash(hash, movement);
	keel_hash_text(keel_hash_end(hash), text);
	return keel_model_format(model, "%s/%s-%s.ktr", model->cache_directory, movement->id, text);
}

bool keel_cache_read(keel_model *model, keel_model_movement *movement)
{
	static unsigned char bytes[TRACK_BYTES_MAX];
	static keel_track track;
	FILE *file = model->cache_directory ? fopen(path_of(model, movement), "rb") : NULL;
	if (!file) {
		return false;
	}
	size_t byte_count = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	if (keel_track_open(&track, bytes, byte_count) != KEEL_ERR_OK) {
		return false;
	}
	movement->track = keel_arena_alloc(model->arena, byte_count, 1);
	if (!movement->track) {
		return false;
	}
	memcpy(movement->track, bytes, byte_count);
	movement->track_bytes = byte_count;
	return true;
}

/* Written beside and moved into place, so that two compilers at once never see half a file. */
void keel_cache_write(keel_model *model, const keel_model_movement *movement)
{
	if (!model->cache_directory || !movement->track) {
		return;
	}
	const char *path = path_of(model, movement);
	const char *beside = keel_model_format(model, "%s.%ld", path, (long)getpid());
	FILE *file = fopen(beside, "wb");
	if (!file) {
		return;
	}
	bool is_good =
		fwrite(movement->track, 1, movement->track_bytes, file) == movement->track_bytes;
	is_good = fclose(file) == 0 && is_good;
	if (!is_good || rename(beside, path) != 0) {
		remove(beside);
	}
}
