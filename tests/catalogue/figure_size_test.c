/* Pictures of all movements stay small, and show both sides.
 *
 * Goal: the limits of the figure's size hold for every movement, not for a chosen few. Method: each
 * phase of each track of this program is drawn as the app shows it, with the ghost of where it came
 * from and its arrow, written as SVG and compressed as a server would (gzip's method); all tracks
 * are compressed one by one, as they are fetched. A repetition as a moving SVG is measured as it
 * is.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/picture/picture.h"
#include "core/catalogue/catalogue.h"
#include "core/coach/figure.h"
#include "tools/compressed.h"

#define SVG_BYTES_MAX 12000
#define TRACKS_BYTES_MAX 60000

static const keel_catalogue *shipped(void)
{
	static const keel_catalogue *catalogue;
	if (catalogue == NULL) {
		static unsigned char block[1 << 21];
		keel_arena arena;
		keel_arena_init(&arena, block, sizeof(block));
		assert_int_equal(keel_catalogue_load(keel_embedded_catalogue,
						     keel_embedded_catalogue_bytes, &arena,
						     &catalogue, NULL),
				 KEEL_ERR_OK);
	}
	return catalogue;
}

static size_t svg_bytes(const keel_track *track, int phase, bool is_mirrored)
{
	static keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];
	keel_display_list list;
	keel_box frame;
	keel_scene scene = {.flags = KEEL_SCENE_GHOST | KEEL_SCENE_ARROW, .phase = phase, .t01 = 1};
	scene.flags |= is_mirrored ? KEEL_SCENE_MIRRORED : 0;
	scene.ghost_phase = phase;
	keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
	assert_int_equal(keel_scene_draw(track, &scene, NULL, &list, &frame), KEEL_ERR_OK);
	assert_false(list.overflowed);
	char *text = NULL;
	size_t text_bytes = 0;
	FILE *file = open_memstream(&text, &text_bytes);
	assert_non_null(file);
	keel_picture_def def = keel_default_picture_def();
	def.box = frame;
	def.label = "A movement with a name of usual length";
	assert_int_equal(keel_picture_svg(&def, &list, file), KEEL_ERR_OK);
	assert_int_equal(fclose(file), 0);
	size_t size = keel_compressed_bytes(text, text_bytes);
	free(text);
	assert_true(size > 0);
	return size;
}

static void test_every_picture_is_small(void **state)
{
	(void)state;
	static keel_track track;
	const keel_catalogue *catalogue = shipped();
	size_t most = 0;
	const char *largest = "";
	for (int i = 0; i < catalogue->movement_count; i++) {
		const char *id = catalogue->movements[i].id;
		size_t byte_count = 0;
		const unsigned char *bytes = keel_embedded_track(id, &byte_count);
		assert_int_equal(keel_track_open(&track, bytes, byte_count), KEEL_ERR_OK);
		for (int phase = 0; phase < keel_track_phase_count(&track); phase++) {
			size_t size = svg_bytes(&track, phase, phase % 2 == 1);
			if (size > SVG_BYTES_MAX) {
				print_error("%s, phase %d: %zu bytes\n", id, phase + 1, size);
			}
			largest = size > most ? id : largest;
			most = size > most ? size : most;
		}
	}
	print_message("the largest picture: %s, %zu bytes\n", largest, most);
	assert_true(most > 0 && most <= SVG_BYTES_MAX);
}

/* Seen from the other side, the other side is the mirror image: as good a view of it as of the
 * first. */
static void test_the_other_side_shows_as_well(void **state)
{
	(void)state;
	static keel_track track;
	static keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];
	const keel_catalogue *catalogue = shipped();
	for (int i = 0; i < catalogue->movement_count; i++) {
		size_t byte_count = 0;
		keel_display_list list[2];
		keel_box frame[2];
		const unsigned char *bytes =
			keel_embedded_track(catalogue->movements[i].id, &byte_count);
		assert_int_equal(keel_track_open(&track, bytes, byte_count), KEEL_ERR_OK);
		for (int side = 0; side < 2; side++) {
			keel_scene scene = {.flags = KEEL_SCENE_NO_DETAIL, .t01 = .5f};
			scene.flags |= side ? KEEL_SCENE_MIRRORED | KEEL_SCENE_TURNED : 0;
			keel_display_list_init(&list[side], words, KEEL_DISPLAY_WORDS_USUAL);
			assert_int_equal(
				keel_scene_draw(&track, &scene, NULL, &list[side], &frame[side]),
				KEEL_ERR_OK);
		}
		float left = fabsf(list[0].box.left + list[1].box.right);
		float right = fabsf(list[0].box.right + list[1].box.left);
		float top = fabsf(list[0].box.top - list[1].box.top);
		if (left > 1.5f || right > 1.5f || top > 1.5f) {
			fail_msg("%s: off by %.1f, %.1f and %.1f cm", catalogue->movements[i].id,
				 (double)left, (double)right, (double)top);
		}
		assert_true(frame[0].left == -frame[1].right);
	}
}

static void test_all_tracks_are_small(void **state)
{
	(void)state;
	const keel_catalogue *catalogue = shipped();
	size_t sum = 0;
	for (int i = 0; i < catalogue->movement_count; i++) {
		size_t byte_count = 0;
		const unsigned char *bytes =
			keel_embedded_track(catalogue->movements[i].id, &byte_count);
		assert_non_null(bytes);
		sum += keel_compressed_bytes(bytes, byte_count);
	}
	print_message("%d tracks: %zu bytes compressed\n", catalogue->movement_count, sum);
	assert_true(sum > 0 && sum <= TRACKS_BYTES_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_picture_is_small),
		cmocka_unit_test(test_all_tracks_are_small),
		cmocka_unit_test(test_the_other_side_shows_as_well),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
