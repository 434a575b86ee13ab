/* Pictures: SVG text that is well formed and small, colours that are those of the theme, files that
 * are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/picture/picture.h"

static keel_display_word words[KEEL_DISPLAY_WORDS_USUAL];

static keel_display_list standing(void)
{
	keel_display_list list;
	keel_figure_def def = keel_default_figure_def();
	keel_body_pose pose = keel_body_default_pose();
	keel_display_list_init(&list, words, KEEL_DISPLAY_WORDS_USUAL);
	keel_figure_draw(&def, &pose, &list);
	return list;
}

static void test_colours(void **state)
{
	(void)state;
	assert_int_equal(keel_picture_colour(KEEL_PICTURE_LIGHT, KEEL_PAINT_SKIN, 0), 0xCD9672FF);
	assert_int_equal(keel_picture_colour(KEEL_PICTURE_LIGHT, KEEL_PAINT_SKIN, 1), 0xB07B59FF);
	assert_int_equal(keel_picture_colour(KEEL_PICTURE_DARK, KEEL_PAINT_LEG, 7), 0x567B8DFF);
	assert_int_equal(keel_picture_colour(KEEL_PICTURE_DARK, KEEL_PAINT_HAIR, 1), 0x6B5145FF);
	for (int theme = 0; theme < KEEL_PICTURE_THEME_COUNT; theme++) {
		for (int paint = 0; paint < KEEL_PAINT_COUNT; paint++)
			assert_int_not_equal(keel_picture_colour((keel_picture_theme)theme,
								 (keel_paint)paint, 0),
					     0);
	}
}

static void test_svg_is_well_formed_and_labelled(void **state)
{
	(void)state;
	char *text = NULL;
	size_t size = 0;
	keel_display_list list = standing();
	keel_picture_def def = keel_default_picture_def();
	def.label = "standing <upright> & \"easy\"";
	FILE *file = open_memstream(&text, &size);
	assert_non_null(file);
	assert_int_equal(keel_picture_svg(&def, &list, file), KEEL_ERR_OK);
	assert_int_equal(fclose(file), 0);
	assert_non_null(strstr(text, "standing &lt;upright&gt; &amp; &quot;easy&quot;"));
	assert_int_equal(strncmp(text, "<svg ", 5), 0);
	assert_non_null(strstr(text, "</svg>"));
	int opened = 0, closed = 0;
	for (size_t i = 0; i < size; i++) {
		opened += text[i] == '<';
		closed += text[i] == '>';
	}
	assert_int_equal(opened, closed);
	assert_true(size < 48000);
	free(text);
}

static void test_files_are_written(void **state)
{
	(void)state;
	char path[] = "/tmp/keel-picture-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	keel_display_list list = standing();
	keel_picture_def def = keel_default_picture_def();
	keel_picture_cell cell = {.list = &list, .caption = "1  Stand", .note = "easy · 3 s"};
	keel_picture_sheet_def sheet = keel_default_picture_sheet_def();
	sheet.cells = &cell;
	sheet.cell_count = 1;
	sheet.title = "A sheet";
	assert_int_equal(keel_picture_png(&def, &list, path), KEEL_ERR_OK);
	assert_int_equal(keel_picture_pdf(&def, &list, path), KEEL_ERR_OK);
	assert_int_equal(keel_picture_sheet_pdf(&sheet, path), KEEL_ERR_OK);
	assert_int_equal(keel_picture_sheet_png(&sheet, path), KEEL_ERR_OK);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(keel_picture_sheet_svg(&sheet, file), KEEL_ERR_OK);
	assert_int_equal(fclose(file), 0);
	unlink(path);
	assert_int_equal(keel_picture_png(&def, &list, "/nowhere/at/all.png"), KEEL_ERR_IO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_svg_is_well_formed_and_labelled),
		cmocka_unit_test(test_files_are_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
