/* A sheet: pictures in a grid, each with a caption and a note; all figures at one scale. */
#include <math.h>
#include <stddef.h>

#include "cli/picture/picture_inside.h"

keel_picture_sheet_def keel_default_picture_sheet_def(void)
{
	return (keel_picture_sheet_def){.columns = 3, .cell_width_px = 320, .cell_height_px = 300};
}

#define MARGIN 24.0f
#define GAP 14.0f
#define CAPTION 46.0f

static keel_err sheet_on_page(const keel_picture_sheet_def *def, const char *pdf_path,
			      const char *png_path)
{
	int columns = def->columns < 1 ? 1 : def->columns;
	int rows = (def->cell_count + columns - 1) / columns;
	float head = def->title != NULL ? 64.0f : 0;
	float width = 2 * MARGIN + (float)columns * (def->cell_width_px + GAP) - GAP;
	float height = 2 * MARGIN + head + (float)rows * (def->cell_height_px + GAP) - GAP;
	keel_page *page = keel_page_create(pdf_path, width, height);
	if (page == NULL)
		return KEEL_ERR_IO;
	bool is_light = def->theme == KEEL_PICTURE_LIGHT;
	uint32_t ink = is_light ? 0x2A231CFF : 0xF5EDE0FF,
		 soft = is_light ? 0x5F5446FF : 0xC3B6A3FF;
	keel_page_fill(page, keel_picture_paper(def->theme));
	if (def->title != NULL)
		keel_page_text(page, def->title, MARGIN, MARGIN + 26, 28, true, 0, ink);
	if (def->subtitle != NULL)
		keel_page_text(page, def->subtitle, MARGIN, MARGIN + 50, 15, false, 0, soft);
	float scale = 1e9f;
	for (int i = 0; i < def->cell_count; i++) {
		keel_box box = keel_picture_box_of(&def->cells[i].box, def->cells[i].list);
		scale = fminf(scale,
			      fminf((def->cell_width_px - 16) / (box.right - box.left),
				    (def->cell_height_px - CAPTION - 12) / (box.bottom - box.top)));
	}
	for (int i = 0; i < def->cell_count; i++) {
		const keel_picture_cell *cell = &def->cells[i];
		float x = MARGIN + (float)(i % columns) * (def->cell_width_px + GAP);
		float y = MARGIN + head + (float)(i / columns) * (def->cell_height_px + GAP);
		keel_box card = {x, y, x + def->cell_width_px, y + def->cell_height_px};
		keel_page_rounded(page, &card, 16, is_light ? 0xF9E8CAFF : 0x352A1CFF);
		keel_box box = keel_picture_box_of(&cell->box, cell->list);
		float origin[2] = {x + def->cell_width_px / 2 - (box.left + box.right) / 2 * scale,
				   y + def->cell_height_px - CAPTION - box.bottom * scale};
		keel_picture_on_page(page, def->theme, cell->list, origin, scale);
		float middle = x + def->cell_width_px / 2, base = y + def->cell_height_px;
		if (cell->caption != NULL)
			keel_page_text(page, cell->caption, middle, base - (cell->note ? 26 : 16),
				       15, false, .5f, ink);
		if (cell->note != NULL)
			keel_page_text(page, cell->note, middle, base - 9, 12, false, .5f, soft);
	}
	return keel_page_finish(page, png_path);
}

keel_err keel_picture_sheet_png(const keel_picture_sheet_def *def, const char *path)
{
	return sheet_on_page(def, NULL, path);
}

keel_err keel_picture_sheet_pdf(const keel_picture_sheet_def *def, const char *path)
{
	return sheet_on_page(def, path, NULL);
}
