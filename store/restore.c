/* Restoring: a copy of the backup is made beside the target, migrated if it is old, verified in
 * full, told who was erased meanwhile, brought to disk, and only then given the target's name by
 * one rename. Until that moment the target is untouched; after it the target is complete.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/ops.h"
#include "store/sqlite.h"

enum { PATH_BYTES_MAX = 4096 };

static keel_err fail_errno(const char *path, const char *what, keel_store_fault *fault)
{
	keel_err err = errno == ENOSPC	 ? KEEL_ERR_FULL
		       : errno == EEXIST ? KEEL_ERR_DUPLICATE
					 : KEEL_ERR_IO;
	return keel_store_fail(fault, err, "%s: %s: %s", path, what, strerror(errno));
}

static bool sync_path(const char *path, int flags)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | flags);
	bool synced = file >= 0 && fsync(file) == 0;
	if (file >= 0)
		close(file);
	return synced;
}

keel_err keel_sqlite_place(const char *draft_path, const char *path, bool overwrite,
			   keel_store_fault *fault)
{
	char folder[PATH_BYTES_MAX];
	if (snprintf(folder, sizeof folder, "%s", path) >= (int)sizeof folder)
		return keel_store_fail(fault, KEEL_ERR_TOO_LARGE, "%s: the path is too long", path);
	if (!sync_path(draft_path, 0))
		return fail_errno(draft_path, "cannot bring it to disk", fault);
	/* link fails when the name is taken, rename replaces it: both in one step. */
	if (overwrite ? rename(draft_path, path) != 0 : link(draft_path, path) != 0)
		return fail_errno(path, "cannot give the copy its name", fault);
	if (!overwrite)
		unlink(draft_path);
	if (!sync_path(dirname(folder), O_DIRECTORY))
		return fail_errno(path, "cannot bring its folder to disk", fault);
	return KEEL_ERR_OK;
}

/* Migrates, verifies and erases in the copy; leaves one closed file. */
static keel_err prepare_draft(const char *draft_path, const uint64_t *erased, int erased_count,
			      keel_store_fault *fault)
{
	keel_store *draft;
	keel_store_counts counts;
	keel_store_sqlite_def def = keel_default_store_sqlite_def(draft_path);
	def.must_exist = true;
	keel_err err = keel_store_open_sqlite(&def, &draft, fault);
	if (err == KEEL_ERR_OK)
		err = keel_store_verify(draft, &counts, fault);
	for (int i = 0; i < erased_count && err == KEEL_ERR_OK; i++)
		err = keel_store_erase(draft, erased[i], fault);
	if (err == KEEL_ERR_OK)
		err = keel_sqlite_leave_wal(draft, fault);
	keel_store_close(draft);
	return err;
}

static void remove_with(const char *path, const char *ending)
{
	char whole[PATH_BYTES_MAX + 16];
	snprintf(whole, sizeof whole, "%s%s", path, ending);
	unlink(whole);
}

/* Takes the list of the erased from the store that is to be replaced, and its log from the disk: a
 * log that stayed would be played into the new file. What is too damaged to be opened has no
 * readers either. */
static keel_err retire_target(const char *path, uint64_t **erased, int *erased_count,
			      keel_store_fault *fault)
{
	keel_store *target;
	keel_store_sqlite_def def = keel_default_store_sqlite_def(path);
	def.must_exist = true;
	def.busy_ms = 500;
	keel_err err = keel_store_open_sqlite(&def, &target, fault);
	if (err == KEEL_ERR_CORRUPT)
		return KEEL_ERR_OK;
	if (err == KEEL_ERR_OK)
		err = keel_sqlite_list_erased(target, erased, erased_count, fault);
	if (err == KEEL_ERR_OK)
		err = keel_sqlite_leave_wal(target, fault);
	keel_store_close(target);
	return err == KEEL_ERR_CORRUPT ? KEEL_ERR_OK : err;
}

static keel_err restore_through(const char *backup_path, const char *target_path,
				const char *draft_path, bool replace, keel_store_fault *fault)
{
	uint64_t *erased = NULL;
	int erased_count = 0;
	keel_err err = keel_sqlite_copy(backup_path, draft_path, fault);
	if (err == KEEL_ERR_OK)
		err = prepare_draft(draft_path, NULL, 0, fault);
	if (err == KEEL_ERR_OK && replace)
		err = retire_target(target_path, &erased, &erased_count, fault);
	if (err == KEEL_ERR_OK && erased_count > 0)
		err = prepare_draft(draft_path, erased, erased_count, fault);
	free(erased);
	if (err == KEEL_ERR_OK && replace) {
		remove_with(target_path, "-wal");
		remove_with(target_path, "-shm");
		remove_with(target_path, "-journal");
	}
	if (err == KEEL_ERR_OK)
		err = keel_sqlite_place(draft_path, target_path, replace, fault);
	return err;
}

keel_err keel_store_restore(const char *backup_path, const char *target_path, bool overwrite,
			    keel_store_fault *fault)
{
	char draft_path[PATH_BYTES_MAX];
	int length = snprintf(draft_path, sizeof draft_path, "%s.restore-%ld", target_path,
			      (long)getpid());
	if (length < 0 || (size_t)length >= sizeof draft_path)
		return keel_store_fail(fault, KEEL_ERR_TOO_LARGE, "%s: the path is too long",
				       target_path);
	bool target_exists = access(target_path, F_OK) == 0;
	if (target_exists && !overwrite)
		return keel_store_fail(fault, KEEL_ERR_DUPLICATE, "%s: there is a store already",
				       target_path);
	keel_err err = restore_through(backup_path, target_path, draft_path, target_exists, fault);
	static const char *const endings[] = {"", "-wal", "-shm", "-journal", ".before-v1"};
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		remove_with(draft_path, endings[i]);
	return err;
}
