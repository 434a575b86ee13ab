/* The catalogue as the stories see it (facts.h). */
#include "tests/golden/facts.h"

#include <stdio.h>
#include <string.h>

#define FACTS_BYTES (8u << 20)

static const keel_catalogue *opened;

const keel_catalogue *facts_open(void)
{
	static unsigned char block[FACTS_BYTES];
	keel_arena arena;
	keel_spot spot = {0};
	keel_arena_init(&arena, block, sizeof block);
	keel_err err = keel_catalogue_load(keel_embedded_catalogue, keel_embedded_catalogue_bytes,
					   &arena, &opened, &spot);
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "catalogue: %s %s\n", keel_err_name(err),
			spot.message ? spot.message : "");
		opened = NULL;
	}
	return opened;
}

const keel_catalogue *facts(void)
{
	return opened;
}

const keel_movement *facts_movement(const char *id)
{
	int index = keel_movement_find(opened, id, strlen(id));
	return index == KEEL_NO_MOVEMENT ? NULL : &opened->movements[index];
}

const keel_question *facts_question(const char *name)
{
	if (strncmp(name, "tier:", 5))
		return keel_question_find(opened, name, strlen(name));
	int tier =
		keel_name_find(keel_tier_names, keel_tier_name_count, name + 5, strlen(name + 5));
	for (int i = 0; i < opened->question_count; i++)
		if (opened->questions[i].tier == tier)
			return &opened->questions[i];
	return NULL;
}

int facts_rung(const keel_movement *movement, const keel_dose *dose)
{
	for (int i = 0; i < movement->rung_count; i++)
		if (!memcmp(&movement->rungs[i], dose, sizeof *dose))
			return i + 1;
	return 0;
}
