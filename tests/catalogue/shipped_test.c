/* The catalogue that ships.
 *
 * Goal: it compiles without one warning, the same bytes every time; what is embedded is what is
 * compiled; the loader takes it and refuses every damaged copy; what the founding documents give
 * stands there. Method: compile twice and compare; cut and flip bytes; look up facts by id.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/compile.h"
#include "core/catalogue/catalogue.h"

static const char *catalogue_folder;
static unsigned char block[1 << 22];
static const keel_catalogue *shipped;

static void print_message_to_test(void *user, const keel_compile_message *message)
{
	(void)user;
	keel_compile_print(stderr, message);
}

static keel_err load(const unsigned char *bytes, size_t byte_count,
		     const keel_catalogue **catalogue)
{
	static unsigned char other_block[1 << 22];
	keel_arena arena;
	keel_spot spot;
	keel_arena_init(&arena, other_block, sizeof(other_block));
	return keel_catalogue_load(bytes, byte_count, &arena, catalogue, &spot);
}

/* The tracks and bytes that the build embedded come from another run of the compiler, so they are
 * the second one. */
static void test_compiles_twice_the_same(void **state)
{
	(void)state;
	keel_compile_def def = keel_default_compile_def();
	keel_compiled compiled, facts;
	def.directory = catalogue_folder;
	assert_int_equal(keel_compile(&def, print_message_to_test, NULL, &compiled), KEEL_ERR_OK);
	assert_int_equal(compiled.error_count, 0);
	assert_int_equal(compiled.warning_count, 0);
	assert_int_equal(compiled.byte_count, keel_embedded_catalogue_bytes);
	assert_memory_equal(compiled.bytes, keel_embedded_catalogue, compiled.byte_count);
	assert_int_equal(compiled.track_count, shipped->movement_count);
	for (int i = 0; i < compiled.track_count; i++) {
		size_t byte_count = 0;
		const unsigned char *track =
			keel_embedded_track(compiled.tracks[i].movement_id, &byte_count);
		assert_int_equal(compiled.tracks[i].byte_count, byte_count);
		assert_memory_equal(compiled.tracks[i].bytes, track, byte_count);
	}
	def.has_tracks = false;
	assert_int_equal(keel_compile(&def, NULL, NULL, &facts), KEEL_ERR_OK);
	assert_int_equal(facts.byte_count, compiled.byte_count);
	assert_memory_equal(facts.bytes, compiled.bytes, facts.byte_count);
	keel_compiled_deinit(&facts);
	keel_compiled_deinit(&compiled);
}

static void test_every_movement_has_a_track(void **state)
{
	(void)state;
	size_t byte_count = 0, sum = 0;
	for (int i = 0; i < shipped->movement_count; i++) {
		assert_non_null(keel_embedded_track(shipped->movements[i].id, &byte_count));
		sum += byte_count;
	}
	assert_null(keel_embedded_track("no-such-movement", &byte_count));
	assert_int_equal(byte_count, 0);
	print_message("%d movements, %zu bytes of tracks, %zu of facts and texts\n",
		      shipped->movement_count, sum, keel_embedded_catalogue_bytes);
}

/* Every prefix, and every byte of the header and the facts flipped, is refused; nothing crashes. */
static void test_damaged_copies_are_refused(void **state)
{
	(void)state;
	size_t byte_count = keel_embedded_catalogue_bytes;
	unsigned char *copy = malloc(byte_count);
	const keel_catalogue *catalogue = NULL;
	assert_non_null(copy);
	memcpy(copy, keel_embedded_catalogue, byte_count);
	for (size_t cut = 0; cut < byte_count; cut += cut < 64 ? 1 : 997) {
		assert_int_not_equal(load(copy, cut, &catalogue), KEEL_ERR_OK);
		assert_null(catalogue);
	}
	for (size_t at = 0; at < byte_count; at += at < 64 ? 1 : 499) {
		copy[at] ^= 0x10;
		assert_int_not_equal(load(copy, byte_count, &catalogue), KEEL_ERR_OK);
		copy[at] ^= 0x10;
	}
	assert_int_equal(load(copy, byte_count, &catalogue), KEEL_ERR_OK);
	free(copy);
}

static void test_newer_version_is_its_own_error(void **state)
{
	(void)state;
	unsigned char *copy = malloc(keel_embedded_catalogue_bytes);
	const keel_catalogue *catalogue = NULL;
	assert_non_null(copy);
	memcpy(copy, keel_embedded_catalogue, keel_embedded_catalogue_bytes);
	copy[4]++;
	assert_int_equal(load(copy, keel_embedded_catalogue_bytes, &catalogue), KEEL_ERR_VERSION);
	free(copy);
}

static void test_small_arena(void **state)
{
	(void)state;
	static unsigned char small[512];
	keel_arena arena;
	keel_spot spot;
	const keel_catalogue *catalogue = NULL;
	keel_arena_init(&arena, small, sizeof(small));
	assert_int_equal(keel_catalogue_load(keel_embedded_catalogue, keel_embedded_catalogue_bytes,
					     &arena, &catalogue, &spot),
			 KEEL_ERR_NO_MEMORY);
}

static const keel_movement *get(const char *id)
{
	int index = keel_movement_find(shipped, id, strlen(id));
	assert_true(index != KEEL_NO_MOVEMENT);
	return &shipped->movements[index];
}

static void test_finding(void **state)
{
	(void)state;
	assert_int_equal(keel_movement_find(shipped, "cat", 3), KEEL_NO_MOVEMENT);
	assert_int_equal(keel_movement_find(shipped, "cat-cow-cow", 11), KEEL_NO_MOVEMENT);
	assert_string_equal(shipped->movements[keel_movement_find(shipped, "cat-cow-cow", 7)].id,
			    "cat-cow");
	assert_null(keel_programme_find(shipped, "five", 4));
	assert_non_null(keel_question_find(shipped, "saddle", 6));
	assert_string_equal(keel_text_find(shipped, "en", "cat-cow.name"), "Cat–cow");
	assert_string_equal(keel_text_find(shipped, "xx", "cat-cow.name"), "Cat–cow");
	assert_null(keel_text_find(shipped, "en", "cat-cow.nothing"));
}

/* S4: these five, in this order, one set of five. */
static void test_five_best_as_it_stands(void **state)
{
	(void)state;
	static const char *const ids[] = {"cat-cow", "down-dog-to-plank", "glute-bridge",
					  "seated-twist", "half-moon"};
	const keel_programme *programme = keel_programme_find(shipped, "five-best", 9);
	assert_non_null(programme);
	assert_int_equal(programme->kind, KEEL_PROGRAMME_KIND_FIXED);
	assert_int_equal(programme->item_count, 5);
	for (int i = 0; i < 5; i++) {
		const keel_movement *m = &shipped->movements[programme->items[i].movement];
		assert_string_equal(m->id, ids[i]);
		assert_int_equal(programme->items[i].rung, 1);
		assert_int_equal(m->rungs[0].sets, 1);
		assert_int_equal(m->rungs[0].reps, 5);
	}
}

/* S0.dose: three sets, 20 s and 20 s, up to 40 s and 40 s. */
static void test_donkey_kick_ladder(void **state)
{
	(void)state;
	const keel_movement *m = get("donkey-kick");
	assert_int_equal(m->rung_count, 5);
	assert_true(m->rest_each_side);
	for (int i = 0; i < 5; i++) {
		assert_int_equal(m->rungs[i].sets, 3);
		assert_int_equal(m->rungs[i].work_s, 20 + 5 * i);
		assert_int_equal(m->rungs[i].rest_s, 20 + 5 * i);
	}
	const uint32_t needs =
		1u << KEEL_EQUIPMENT_BAG | 1u << KEEL_EQUIPMENT_POST | 1u << KEEL_EQUIPMENT_HELPER;
	assert_int_equal(m->equipment, needs);
}

/* S3.hold: up to 60 s, and it may end when it eases. */
static void test_hip_flexor_hold(void **state)
{
	(void)state;
	const keel_movement *m = get("hip-flexor-stretch");
	bool may_ease = false;
	assert_int_equal(m->rungs[0].hold_s, 60);
	assert_true(m->tight_side);
	for (int i = 0; i < m->phase_count; i++) {
		may_ease = may_ease || (m->phases[i].dose_length && m->phases[i].until_eased);
	}
	assert_true(may_ease);
	const keel_programme *programme = keel_programme_find(shipped, "psoas-glute-balance", 19);
	assert_non_null(programme);
	assert_string_equal(shipped->movements[programme->items[0].movement].id,
			    "hip-flexor-stretch");
	assert_string_equal(shipped->movements[programme->items[1].movement].id, "glute-bridge");
}

/* What ladders, gates and people need beyond the founding documents (whose rows tools outside
 * count): the list of the catalogue's brief, name by name. hip-hinge is the hinge with a dowel,
 * hip-flexor-stretch the half-kneeling one. */
static void test_every_movement_that_is_asked_for(void **state)
{
	(void)state;
	static const char *const ids[] = {
		"bird-dog",
		"dead-bug",
		"mcgill-curl-up",
		"four-point-brace",
		"bear-crawl",
		"plank-knees",
		"plank-counter",
		"plank-wall",
		"side-plank-knees",
		"side-plank-wall",
		"wall-side-lean",
		"clamshell",
		"prone-glute-squeeze",
		"seated-hinge",
		"wall-tap-hinge",
		"hip-hinge",
		"split-stance-hinge",
		"goblet-squat",
		"sit-to-stand",
		"box-squat",
		"step-up",
		"heel-raise",
		"supported-single-leg-stance",
		"suitcase-carry",
		"pick-up-table",
		"pick-up-chair",
		"pick-up-floor",
		"child-pose",
		"prone-lying",
		"prone-on-elbows",
		"prone-press-up",
		"standing-back-extension",
		"standing-side-glide",
		"seated-cat-cow",
		"segmental-cat-cow",
		"chair-twist",
		"seated-side-bend",
		"hands-on-hips-side-bend",
		"seated-pelvic-tilt",
		"counter-down-dog",
		"wall-press-back",
		"hip-flexor-stretch",
		"standing-hip-flexor-stretch",
		"thomas-stretch",
		"sciatic-slider",
		"side-lying-rest",
		"rolling-in-bed",
		"floor-to-stand",
		"breathing-90-90",
		"easy-breathing",
		"brace-sitting",
		"brace-standing",
		"seated-march",
		"walk-short",
		"walk-brisk",
		"walk-intervals",
	};
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		if (keel_movement_find(shipped, ids[i], strlen(ids[i])) == KEEL_NO_MOVEMENT) {
			fail_msg("there is no %s", ids[i]);
		}
	}
}

/* The seven ladders, read from the compiled bytes: the lint has walked the same ones in
 * ladders.yaml, and this says that they are the promised ones. */
static void test_the_seven_ladders(void **state)
{
	(void)state;
	static const char *const ladders[][6] = {
		{"plank-wall", "plank-counter", "plank-knees", "plank", "plank-straight"},
		{"side-plank-wall", "side-plank-knees", "side-plank"},
		{"four-point-brace", "bear-hold", "bear-crawl"},
		{"standing-hip-extension", "wall-press-back", "donkey-kick"},
		{"seated-hinge", "wall-tap-hinge", "hip-hinge", "deadlift", "swing"},
		{"sit-to-stand", "box-squat", "squat-to-parallel", "goblet-squat"},
		{"pelvic-tilt", "glute-bridge", "single-leg-bridge"},
	};
	for (size_t i = 0; i < sizeof(ladders) / sizeof(ladders[0]); i++) {
		for (int k = 0; ladders[i][k + 1]; k++) {
			const keel_movement *from = get(ladders[i][k]);
			const keel_movement *to = get(ladders[i][k + 1]);
			assert_ptr_equal(&shipped->movements[from->harder], to);
			assert_ptr_equal(&shipped->movements[to->easier], from);
			assert_int_equal(from->aim, to->aim);
		}
	}
}

/* CLINICAL 5: the neutral set is whole, and some of it needs nothing at all. */
static void test_neutral_set(void **state)
{
	(void)state;
	static const char *const ids[] = {"easy-breathing",	"brace-sitting", "brace-standing",
					  "supported-standing", "seated-march",	 "walk-short"};
	int without_equipment = 0;
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		const keel_movement *m = get(ids[i]);
		assert_true(m->neutral);
		assert_int_equal(m->gates, 0);
		assert_int_equal(m->stage, KEEL_STAGE_CALM);
		without_equipment += m->equipment == 0;
	}
	assert_true(without_equipment >= 4);
}

/* Breath on every phase is the lint's business; here: no text asks to hold it. */
static void test_no_text_asks_to_hold_the_breath(void **state)
{
	(void)state;
	for (int i = 0; i < shipped->text_count; i++) {
		const keel_text_entry *text = &shipped->texts[i];
		assert_true(!strstr(text->sentence, "old your breath"));
	}
}

static int load_shipped(void **state)
{
	(void)state;
	keel_arena arena;
	keel_spot spot;
	keel_arena_init(&arena, block, sizeof(block));
	return keel_catalogue_load(keel_embedded_catalogue, keel_embedded_catalogue_bytes, &arena,
				   &shipped, &spot) != KEEL_ERR_OK;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compiles_twice_the_same),
		cmocka_unit_test(test_every_movement_has_a_track),
		cmocka_unit_test(test_damaged_copies_are_refused),
		cmocka_unit_test(test_newer_version_is_its_own_error),
		cmocka_unit_test(test_small_arena),
		cmocka_unit_test(test_finding),
		cmocka_unit_test(test_five_best_as_it_stands),
		cmocka_unit_test(test_donkey_kick_ladder),
		cmocka_unit_test(test_hip_flexor_hold),
		cmocka_unit_test(test_every_movement_that_is_asked_for),
		cmocka_unit_test(test_the_seven_ladders),
		cmocka_unit_test(test_neutral_set),
		cmocka_unit_test(test_no_text_asks_to_hold_the_breath),
	};
	if (argc < 2) {
		return 2;
	}
	catalogue_folder = argv[1];
	return cmocka_run_group_tests(tests, load_shipped, NULL);
}
