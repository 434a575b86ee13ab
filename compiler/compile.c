/* The compiler's course: read every file, sort, lint, solve the poses, emit. Nothing after reading
 * runs on a file that was refused, and nothing is emitted when anything was.
 */
#include "compiler/compile.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "compiler/model.h"

#define ARENA_BYTES                                                                                \
	((size_t)96                                                                                \
	 << 20) /* pages that are not touched cost nothing; a catalogue takes about 10 MB */
#define FILE_BYTES_MAX (4u << 20)

/* Owned by keel_compiled.memory. */
typedef struct memory {
	void *block;
	unsigned char *bytes;
	keel_compiled_track *tracks;
} memory;

keel_compile_def keel_default_compile_def(void)
{
	return (keel_compile_def){.directory = "catalogue", .has_tracks = true};
}

static void note_input(keel_model *model, const char *path)
{
	if (model->input_count < KEEL_MODEL_FILES_MAX) {
		model->inputs[model->input_count++] = path;
	}
}

static keel_source *read_source(keel_model *model, const char *path)
{
	FILE *file = fopen(path, "rb");
	struct stat info;
	keel_source *source = keel_arena_alloc(model->arena, 1, sizeof(*source));
	if (!source || !file) {
		if (file) {
			fclose(file);
		}
		return NULL;
	}
	source->path = path;
	note_input(model, path);
	if (model->overlay_path && strcmp(model->overlay_path, path) == 0) {
		source->bytes = model->overlay_bytes;
		source->byte_count = strlen(model->overlay_bytes);
		fclose(file);
		return source;
	}
	bool is_read = fstat(fileno(file), &info) == 0 && S_ISREG(info.st_mode) &&
		       info.st_size < FILE_BYTES_MAX;
	size_t wanted = is_read ? (size_t)info.st_size : 0;
	char *bytes = is_read ? keel_arena_alloc(model->arena, wanted + 1, 1) : NULL;
	if (bytes) {
		source->byte_count = fread(bytes, 1, wanted, file);
		source->bytes = bytes;
	}
	fclose(file);
	return bytes && source->byte_count == wanted ? source : NULL;
}

static void tell_missing(keel_model *model, const char *path)
{
	keel_source *missing = keel_arena_alloc(model->arena, 1, sizeof(*missing));
	if (missing) {
		missing->path = path;
		keel_diag_error(model->diags, (keel_diag_place){missing, 0, 0}, "missing-file",
				"this file cannot be read");
	}
}

static const keel_yaml *read_yaml(keel_model *model, const char *path)
{
	keel_source *source = read_source(model, path);
	if (!source) {
		tell_missing(model, path);
		return NULL;
	}
	if (memchr(source->bytes, 0, source->byte_count)) {
		keel_diag_error(model->diags, (keel_diag_place){source, 1, 1}, "yaml-form",
				"a zero byte in the file");
		return NULL;
	}
	return keel_yaml_parse(model->arena, source, model->diags);
}

typedef struct listing {
	const char *names[KEEL_MODEL_FILES_MAX];
	int count;
} listing;

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names in a folder, sorted, without those that begin with a dot. A missing folder is an empty one.
 */
static void list_folder(keel_model *model, const char *path, listing *out)
{
	out->count = 0;
	DIR *folder = opendir(path);
	if (!folder) {
		return;
	}
	note_input(model, path);
	struct dirent *entry;
	while ((entry = readdir(folder)) && out->count < KEEL_MODEL_FILES_MAX) {
		if (entry->d_name[0] != '.') {
			out->names[out->count++] = keel_model_format(model, "%s", entry->d_name);
		}
	}
	closedir(folder);
	qsort(out->names, (size_t)out->count, sizeof(out->names[0]), compare_names);
}

/* "cat-cow" of "cat-cow.yaml"; NULL when it is no YAML file. */
static const char *stem_of(keel_model *model, const char *name)
{
	size_t length = strlen(name);
	if (length < 6 || strcmp(name + length - 5, ".yaml") != 0) {
		return NULL;
	}
	return keel_model_format(model, "%.*s", (int)(length - 5), name);
}

typedef void (*folder_reader)(keel_model *model, const keel_yaml *root, const char *name);

static void read_folder(keel_model *model, const char *path, folder_reader read, const char *name)
{
	listing files;
	list_folder(model, path, &files);
	for (int i = 0; i < files.count; i++) {
		const char *stem = stem_of(model, files.names[i]);
		const keel_yaml *root =
			stem ? read_yaml(model,
					 keel_model_format(model, "%s/%s", path, files.names[i]))
			     : NULL;
		if (root) {
			read(model, root, name ? name : stem);
		}
	}
}

static void read_evidence(keel_model *model, const keel_yaml *root, const char *stem)
{
	if (strcmp(stem, "seeds") == 0) {
		keel_read_seeds(model, root);
	} else {
		keel_read_evidence(model, root);
	}
}

/* text/<language>/ and one folder further down. */
static void read_all_texts(keel_model *model, const char *directory)
{
	static listing languages, folders;
	list_folder(model, keel_model_format(model, "%s/text", directory), &languages);
	for (int i = 0; i < languages.count; i++) {
		const char *language = languages.names[i];
		const char *path = keel_model_format(model, "%s/text/%s", directory, language);
		const char *words = keel_model_format(model, "%s/words-never.txt", path);
		keel_source *source = read_source(model, words);
		if (source) {
			keel_read_words(model, source, language);
		} else {
			tell_missing(model, words);
		}
		read_folder(model, path, keel_read_texts, language);
		list_folder(model, path, &folders);
		for (int k = 0; k < folders.count; k++) {
			read_folder(model,
				    keel_model_format(model, "%s/%s", path, folders.names[k]),
				    keel_read_texts, language);
		}
	}
}

static int compare_texts(const void *a, const void *b)
{
	const keel_model_text *x = a, *y = b;
	int order = strcmp(x->language, y->language);
	return order != 0 ? order : strcmp(x->key, y->key);
}

static int compare_movements(const void *a, const void *b)
{
	return strcmp(((const keel_model_movement *)a)->id, ((const keel_model_movement *)b)->id);
}

static int compare_programmes(const void *a, const void *b)
{
	return strcmp(((const keel_model_programme *)a)->id, ((const keel_model_programme *)b)->id);
}

static void read_files(keel_model *model, const char *directory)
{
	const keel_yaml *root =
		read_yaml(model, keel_model_format(model, "%s/poses.yaml", directory));
	if (root) {
		keel_read_base_poses(model, root);
	}
	root = read_yaml(model, keel_model_format(model, "%s/screening.yaml", directory));
	if (root) {
		keel_read_screening(model, root);
	}
	model->ladders_node =
		read_yaml(model, keel_model_format(model, "%s/ladders.yaml", directory));
	read_folder(model, keel_model_format(model, "%s/evidence", directory), read_evidence, NULL);
	read_folder(model, keel_model_format(model, "%s/exercises", directory), keel_read_movement,
		    NULL);
	read_folder(model, keel_model_format(model, "%s/programmes", directory),
		    keel_read_programme, NULL);
	read_all_texts(model, directory);
	qsort(model->movements, (size_t)model->movement_count, sizeof(*model->movements),
	      compare_movements);
	qsort(model->programmes, (size_t)model->programme_count, sizeof(*model->programmes),
	      compare_programmes);
	qsort(model->texts, (size_t)model->text_count, sizeof(*model->texts), compare_texts);
	keel_source *lock =
		read_source(model, keel_model_format(model, "%s/computed.lock", directory));
	if (lock) {
		keel_read_lock(model, lock);
	}
}

/* A movement that had anything to tell is solved again each time, and tells it again. */
static void bake_or_recall(keel_model *model, keel_model_movement *movement)
{
	if (!model->draws_every_pose && keel_cache_read(model, movement)) {
		return;
	}
	int told = model->diags->error_count + model->diags->warning_count;
	keel_bake_movement(model, movement);
	if (model->diags->error_count + model->diags->warning_count == told) {
		keel_cache_write(model, movement);
	}
}

static void lint_and_bake(keel_model *model, const keel_compile_def *def)
{
	for (int i = 0; i < model->movement_count; i++) {
		keel_model_movement *movement = &model->movements[i];
		keel_lint_movement(model, movement);
		keel_lint_dose(model, movement);
		keel_lint_gates(model, movement);
	}
	for (int i = 0; i < model->programme_count; i++) {
		keel_lint_programme(model, &model->programmes[i]);
	}
	keel_lint_catalogue(model);
	keel_lint_ladders(model);
	keel_lint_text_keys(model);
	keel_lint_words(model);
	keel_cache_open(model, def->cache_directory);
	for (int i = 0; i < model->movement_count && def->has_tracks; i++) {
		keel_model_movement *movement = &model->movements[i];
		bool is_wanted = !def->only || strcmp(def->only, movement->id) == 0;
		if (is_wanted && !movement->is_broken) {
			bake_or_recall(model, movement);
		}
	}
	keel_lint_computed(model);
	keel_computed_add_texts(model);
	qsort(model->texts, (size_t)model->text_count, sizeof(*model->texts), compare_texts);
}

static keel_err write_to(const keel_model *model, const char *path,
			 bool (*write)(const keel_model *model, FILE *file))
{
	FILE *file = path ? fopen(path, "w") : NULL;
	bool is_good = file && write(model, file);
	is_good = (!file || fclose(file) == 0) && is_good;
	return !path || is_good ? KEEL_ERR_OK : KEEL_ERR_IO;
}

/* Only when nothing was wrong. */
static keel_err write_computed(const keel_model *model, const keel_compile_def *def)
{
	if (model->diags->error_count > 0) {
		return KEEL_ERR_OK;
	}
	keel_err err = write_to(model, def->lock_path, keel_computed_write_lock);
	return err == KEEL_ERR_OK ? write_to(model, def->report_path, keel_computed_write_report)
				  : err;
}

static keel_err fill(keel_compiled *compiled, memory *mine, const keel_model *model)
{
	mine->bytes = keel_emit(model, &compiled->byte_count);
	mine->tracks = calloc((size_t)model->movement_count + 1, sizeof(*mine->tracks));
	if (!mine->bytes || !mine->tracks) {
		return KEEL_ERR_NO_MEMORY;
	}
	compiled->bytes = mine->bytes;
	compiled->tracks = mine->tracks;
	for (int i = 0; i < model->movement_count; i++) {
		const keel_model_movement *movement = &model->movements[i];
		if (movement->track) {
			mine->tracks[compiled->track_count++] = (keel_compiled_track){
				movement->id, movement->track, movement->track_bytes};
		}
	}
	return KEEL_ERR_OK;
}

static keel_err compile_in(memory *mine, const keel_compile_def *def, keel_diags *diags,
			   keel_compiled *compiled)
{
	keel_arena arena;
	mine->block = malloc(ARENA_BYTES);
	if (!mine->block) {
		return KEEL_ERR_NO_MEMORY;
	}
	keel_arena_init(&arena, mine->block, ARENA_BYTES);
	keel_model *model = keel_arena_alloc(&arena, 1, sizeof(*model));
	if (!model) {
		return KEEL_ERR_NO_MEMORY;
	}
	model->arena = &arena;
	model->diags = diags;
	model->is_draft = def->is_draft;
	model->updates_lock = def->lock_path;
	model->pictures_directory = def->pictures_directory;
	model->draws_every_pose = def->pictures_directory && def->only;
	model->overlay_bytes = def->overlay_bytes;
	if (def->overlay_path) {
		model->overlay_path =
			keel_model_format(model, "%s/%s", def->directory, def->overlay_path);
	}
	model->movements = keel_arena_alloc(&arena, KEEL_MOVEMENTS_MAX, sizeof(*model->movements));
	model->texts = keel_arena_alloc(&arena, KEEL_TEXTS_MAX, sizeof(*model->texts));
	if (!model->movements || !model->texts) {
		return KEEL_ERR_NO_MEMORY;
	}
	read_files(model, def->directory);
	lint_and_bake(model, def);
	compiled->inputs = model->inputs;
	compiled->input_count = model->input_count;
	keel_err err = write_computed(model, def);
	if (err != KEEL_ERR_OK) {
		return err;
	}
	bool is_wanted = diags->error_count == 0 || def->is_draft;
	return is_wanted ? fill(compiled, mine, model) : KEEL_ERR_OK;
}

keel_err keel_compile(const keel_compile_def *def, keel_compile_sink sink, void *user,
		      keel_compiled *compiled)
{
	*compiled = (keel_compiled){0};
	struct stat info;
	if (stat(def->directory, &info) != 0 || !S_ISDIR(info.st_mode)) {
		return KEEL_ERR_IO;
	}
	memory *mine = calloc(1, sizeof(*mine));
	if (!mine) {
		return KEEL_ERR_NO_MEMORY;
	}
	compiled->memory = mine;
	keel_diags diags = {.sink = sink, .user = user};
	keel_err err = compile_in(mine, def, &diags, compiled);
	compiled->error_count = diags.error_count;
	compiled->warning_count = diags.warning_count;
	return err;
}

void keel_compiled_deinit(keel_compiled *compiled)
{
	memory *mine = compiled->memory;
	if (mine) {
		free(mine->block);
		free(mine->bytes);
		free(mine->tracks);
		free(mine);
	}
	*compiled = (keel_compiled){0};
}
