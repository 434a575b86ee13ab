#include "compiler/model.h"

#include <stdarg.h>
#include <string.h>

const char *keel_model_format(keel_model *model, const char *format, ...)
{
	char text[1024];
	va_list arguments;
	va_start(arguments, format);
	int wanted = vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	size_t bytes = wanted < 0		       ? 0
		       : (size_t)wanted < sizeof(text) ? (size_t)wanted
						       : sizeof(text) - 1;
	char *copy = keel_arena_alloc(model->arena, bytes + 1, 1);
	if (!copy) {
		return "";
	}
	memcpy(copy, text, bytes);
	return copy;
}

int keel_model_movement_index(const keel_model *model, const char *id)
{
	for (int i = 0; id && i < model->movement_count; i++) {
		if (strcmp(model->movements[i].id, id) == 0) {
			return i;
		}
	}
	return KEEL_NO_MOVEMENT;
}

keel_model_movement *keel_model_find_movement(const keel_model *model, const char *id)
{
	int index = keel_model_movement_index(model, id);
	return index == KEEL_NO_MOVEMENT ? NULL : &model->movements[index];
}

static int compare_text(const keel_model_text *text, const char *language, const char *key)
{
	int order = strcmp(text->language, language);
	return order != 0 ? order : strcmp(text->key, key);
}

/* The list is sorted when lints and emitter run. */
keel_model_text *keel_model_find_text(const keel_model *model, const char *language,
				      const char *key)
{
	int low = 0, high = model->text_count - 1;
	while (low <= high) {
		int middle = (low + high) / 2;
		int order = compare_text(&model->texts[middle], language, key);
		if (order == 0) {
			return &model->texts[middle];
		}
		if (order < 0) {
			low = middle + 1;
		} else {
			high = middle - 1;
		}
	}
	return NULL;
}

keel_model_source *keel_model_find_source(keel_model *model, const char *id)
{
	for (int i = 0; i < model->source_count; i++) {
		if (strcmp(model->sources[i].id, id) == 0) {
			return &model->sources[i];
		}
	}
	return NULL;
}
