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

#include "cli/picture/picture_layout.h"

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
	assert_int_equal(keel_picture_png(&def, &list, path), KEEL_ERR_OK);
	assert_int_equal(keel_picture_pdf(&def, &list, path), KEEL_ERR_OK);
	unlink(path);
	assert_int_equal(keel_picture_png(&def, &list, "/nowhere/at/all.png"), KEEL_ERR_IO);
}

/* A page with one of everything. */
static keel_layout *laid_page(const keel_display_list *list)
{
	keel_layout *layout = keel_layout_create(KEEL_PICTURE_LIGHT);
	assert_non_null(layout);
	const keel_words how = {10, true, KEEL_INK_PLAIN, .5f};
	const keel_box box = {10, 30, 110, 130};
	const keel_layout_figure_def figure = {
		.list = list, .seen = list->box, .into = box, .scale = .5f, .radius = 8};
	keel_layout_anchor(layout, "top", 0);
	keel_layout_line(layout, &how, 60, 20, "Stand <tall> & easy");
	keel_layout_panel(layout, &box, 8, KEEL_INK_PANEL);
	keel_layout_figure(layout, &figure);
	keel_layout_link(layout, &box, "top");
	return layout;
}

static char *svg_of(const keel_layout *layout, size_t *size)
{
	char *text = NULL;
	FILE *file = open_memstream(&text, size);
	assert_non_null(file);
	assert_int_equal(keel_layout_svg(layout, 120, 140, file), KEEL_ERR_OK);
	assert_int_equal(fclose(file), 0);
	return text;
}

static void test_page_cuts_off_what_leaves_its_panel(void **state)
{
	(void)state;
	size_t size = 0;
	keel_display_list list = standing();
	keel_layout *layout = laid_page(&list);
	char *text = svg_of(layout, &size);
	assert_non_null(strstr(text, "Stand &lt;tall&gt; &amp; easy"));
	assert_non_null(strstr(text, "<clipPath id=\"c3\">"));
	assert_non_null(strstr(text, "<g clip-path=\"url(#c3)\">"));
	free(text);
	keel_layout_clear(layout);
	text = svg_of(layout, &size);
	assert_null(strstr(text, "Stand"));
	free(text);
	keel_layout_destroy(layout);
}

static void test_paragraph_breaks_at_blanks(void **state)
{
	(void)state;
	size_t size = 0;
	keel_layout *layout = keel_layout_create(KEEL_PICTURE_DARK);
	assert_non_null(layout);
	const keel_words how = {10, false, KEEL_INK_SOFT, 0};
	const char *sentence = "Let the small of your back press softly into the floor";
	float wide = keel_layout_width_of(layout, &how, sentence);
	const keel_box whole = {0, 5, wide + 1, 0}, half = {0, 5, wide * .6f, 0},
		       narrow = {0, 5, 1, 0};
	float one_line = keel_layout_paragraph(layout, &how, &whole, sentence) - 5;
	assert_true(one_line >= 10 && one_line < 20);
	float two_lines = keel_layout_paragraph(layout, &how, &half, sentence) - 5;
	assert_float_equal(two_lines, 2 * one_line, .01);
	keel_layout_clear(layout);
	/* A word that is too wide stands alone; nothing is lost and it ends. */
	float eleven = keel_layout_paragraph(layout, &how, &narrow, sentence) - 5;
	assert_float_equal(eleven, 11 * one_line, .05);
	char *text = svg_of(layout, &size);
	assert_non_null(strstr(text, ">small</text>"));
	assert_non_null(strstr(text, ">floor</text>"));
	free(text);
	assert_float_equal(keel_layout_paragraph(layout, &how, &whole, ""), 5, 0);
	keel_layout_destroy(layout);
}

static char *bytes_of(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *bytes = malloc(1 << 20);
	assert_non_null(bytes);
	*size = fread(bytes, 1, 1 << 20, file);
	assert_int_equal(fclose(file), 0);
	return bytes;
}

static void test_pdf_depends_on_the_page_alone(void **state)
{
	(void)state;
	char path[] = "/tmp/keel-picture-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	char *bytes[2];
	size_t size[2];
	keel_display_list list = standing();
	for (int i = 0; i < 2; i++) {
		keel_layout *layout = laid_page(&list);
		assert_int_equal(keel_layout_pdf(layout, 120, 140, path), KEEL_ERR_OK);
		keel_layout_destroy(layout);
		bytes[i] = bytes_of(path, &size[i]);
		if (i == 0)
			sleep(1); /* a date in it would show */
	}
	assert_int_equal(size[0], size[1]);
	assert_memory_equal(bytes[0], bytes[1], size[0]);
	keel_layout *layout = laid_page(&list);
	assert_int_equal(keel_layout_png(layout, 120, 140, 2, path), KEEL_ERR_OK);
	assert_int_equal(keel_layout_png(layout, 120, 140, 2, "/nowhere/at/all.png"), KEEL_ERR_IO);
	keel_layout_destroy(layout);
	free(bytes[0]);
	free(bytes[1]);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_svg_is_well_formed_and_labelled),
		cmocka_unit_test(test_files_are_written),
		cmocka_unit_test(test_page_cuts_off_what_leaves_its_panel),
		cmocka_unit_test(test_paragraph_breaks_at_blanks),
		cmocka_unit_test(test_pdf_depends_on_the_page_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
