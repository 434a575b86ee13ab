/* What the build and the web app take: a C file with the bytes in it, or a folder of files. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "compiler/compile.h"

static void write_bytes(FILE *file, const unsigned char *bytes, size_t byte_count)
{
	for (size_t i = 0; i < byte_count; i++) {
		fprintf(file, "%u,%s", bytes[i], i % 32 == 31 ? "\n" : "");
	}
}

static void write_tracks(FILE *file, const keel_compiled *compiled)
{
	for (int i = 0; i < compiled->track_count; i++) {
		fprintf(file, "static const unsigned char track_%d[] = {\n", i);
		write_bytes(file, compiled->tracks[i].bytes, compiled->tracks[i].byte_count);
		fputs("};\n", file);
	}
	fputs("static const struct {\n\tconst char *id;\n\tconst unsigned char *bytes;\n\tsize_t "
	      "byte_count;\n"
	      "} tracks[] = {\n",
	      file);
	for (int i = 0; i < compiled->track_count; i++) {
		fprintf(file, "\t{\"%s\", track_%d, sizeof(track_%d)},\n",
			compiled->tracks[i].movement_id, i, i);
	}
	fputs("\t{NULL, NULL, 0},\n};\n", file);
}

keel_err keel_compile_write_c(const keel_compiled *compiled, const char *path)
{
	FILE *file = fopen(path, "w");
	if (!file) {
		return KEEL_ERR_IO;
	}
	fputs("/* Made by keel-compile from catalogue/; do not edit. */\n"
	      "#include <string.h>\n\n#include \"core/catalogue/catalogue.h\"\n\n"
	      "const unsigned char keel_embedded_catalogue[] = {\n",
	      file);
	write_bytes(file, compiled->bytes, compiled->byte_count);
	fputs("};\nconst size_t keel_embedded_catalogue_bytes = sizeof(keel_embedded_catalogue);\n",
	      file);
	write_tracks(file, compiled);
	fputs("const unsigned char *keel_embedded_track(const char *movement_id, size_t "
	      "*byte_count)\n{\n"
	      "\tfor (size_t i = 0; tracks[i].id; i++) {\n"
	      "\t\tif (strcmp(tracks[i].id, movement_id) == 0) {\n"
	      "\t\t\t*byte_count = tracks[i].byte_count;\n\t\t\treturn "
	      "tracks[i].bytes;\n\t\t}\n\t}\n"
	      "\t*byte_count = 0;\n\treturn NULL;\n}\n",
	      file);
	bool is_good = !ferror(file);
	return fclose(file) == 0 && is_good ? KEEL_ERR_OK : KEEL_ERR_IO;
}

keel_err keel_compile_write_depfile(const keel_compiled *compiled, const char *target,
				    const char *path)
{
	FILE *file = fopen(path, "w");
	if (!file) {
		return KEEL_ERR_IO;
	}
	fprintf(file, "%s:", target);
	for (int i = 0; i < compiled->input_count; i++) {
		fprintf(file, " \\\n  %s", compiled->inputs[i]);
	}
	fputc('\n', file);
	bool is_good = !ferror(file);
	return fclose(file) == 0 && is_good ? KEEL_ERR_OK : KEEL_ERR_IO;
}

static keel_err write_file(const char *path, const unsigned char *bytes, size_t byte_count)
{
	FILE *file = fopen(path, "wb");
	if (!file) {
		return KEEL_ERR_IO;
	}
	bool is_good = fwrite(bytes, 1, byte_count, file) == byte_count;
	return fclose(file) == 0 && is_good ? KEEL_ERR_OK : KEEL_ERR_IO;
}

keel_err keel_compile_write_files(const keel_compiled *compiled, const char *directory)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/tracks", directory);
	if ((mkdir(directory, 0777) != 0 && errno != EEXIST) ||
	    (mkdir(path, 0777) != 0 && errno != EEXIST)) {
		return KEEL_ERR_IO;
	}
	snprintf(path, sizeof(path), "%s/catalogue.bin", directory);
	keel_err err = write_file(path, compiled->bytes, compiled->byte_count);
	for (int i = 0; err == KEEL_ERR_OK && i < compiled->track_count; i++) {
		const keel_compiled_track *track = &compiled->tracks[i];
		int wanted = snprintf(path, sizeof(path), "%s/tracks/%s.ktr", directory,
				      track->movement_id);
		err = wanted < (int)sizeof(path) ? write_file(path, track->bytes, track->byte_count)
						 : KEEL_ERR_IO;
	}
	return err;
}
