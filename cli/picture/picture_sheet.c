/* A sheet: pictures in a grid, each with a caption and a note; all figures at one scale. */
#include <math.h>
#include <stddef.h>

#include "cli/picture/picture_inside.h"

keel_picture_sheet_def keel_default_picture_sheet_def(void)
{
	return (keel_picture_sheet_def){.columns = 3, .cell_width_px = 320, .cell_height_px = 300};
}

#define GAP 14.0f
#define CAPTION 46.0f

keel_sheet_plan keel_picture_plan_sheet(const keel_picture_sheet_def *def)
{
	keel_sheet_plan plan = {.columns = def->columns < 1 ? 1 : def->columns, .scale = 1e9f};
	plan.rows = (def->cell_count + plan.columns - 1) / plan.columns;
	plan.head = def->title != NULL ? 64.0f : 0;
	plan.width = 2 * KEEL_SHEET_MARGIN + (float)plan.columns * (def->cell_width_px + GAP) - GAP;
	plan.height = 2 * KEEL_SHEET_MARGIN + plan.head +
		      (float)plan.rows * (def->cell_height_px + GAP) - GAP;
	for (int i = 0; i < def->cell_count; i++) {
		keel_box box = keel_picture_box_of(&def->cells[i].box, def->cells[i].list);
		float wide = (def->cell_width_px - 16) / (box.right - box.left);
		float high = (def->cell_height_px - CAPTION - 12) / (box.bottom - box.top);
		plan.scale = fminf(plan.scale, fminf(wide, high));
	}
	return plan;
}

keel_box keel_picture_card(const keel_picture_sheet_def *def, const keel_sheet_plan *plan, int i)
{
	float x = KEEL_SHEET_MARGIN + (float)(i % plan->columns) * (def->cell_width_px + GAP);
	float y = KEEL_SHEET_MARGIN + plan->head +
		  (float)(i / plan->columns) * (def->cell_height_px + GAP);
	return (keel_box){x, y, x + def->cell_width_px, y + def->cell_height_px};
}

void keel_picture_cell_origin(const keel_picture_sheet_def *def, const keel_sheet_plan *plan, int i,
			      float origin[2])
{
	keel_box card = keel_picture_card(def, plan, i);
	keel_box box = keel_picture_box_of(&def->cells[i].box, def->cells[i].list);
	origin[0] = (card.left + card.right) / 2 - (box.left + box.right) / 2 * plan->scale;
	origin[1] = card.bottom - CAPTION - box.bottom * plan->scale;
}

static keel_err sheet_on_page(const keel_picture_sheet_def *def, const char *pdf_path,
			      const char *png_path)
{
	keel_sheet_plan plan = keel_picture_plan_sheet(def);
	keel_page *page = keel_page_create(pdf_path, plan.width, plan.height);
	if (page == NULL)
		return KEEL_ERR_IO;
	bool is_light = def->theme == KEEL_PICTURE_LIGHT;
	uint32_t ink = is_light ? 0x2A231CFF : 0xF5EDE0FF,
		 soft = is_light ? 0x5F5446FF : 0xC3B6A3FF;
	keel_page_fill(page, keel_picture_paper(def->theme));
	if (def->title != NULL)
		keel_page_text(page, def->title, KEEL_SHEET_MARGIN, KEEL_SHEET_MARGIN + 26, 28,
			       true, 0, ink);
	if (def->subtitle != NULL)
		keel_page_text(page, def->subtitle, KEEL_SHEET_MARGIN, KEEL_SHEET_MARGIN + 50, 15,
			       false, 0, soft);
	for (int i = 0; i < def->cell_count; i++) {
		const keel_picture_cell *cell = &def->cells[i];
		keel_box card = keel_picture_card(def, &plan, i);
		float origin[2], middle = (card.left + card.right) / 2;
		keel_page_rounded(page, &card, 16, is_light ? 0xF9E8CAFF : 0x352A1CFF);
		keel_picture_cell_origin(def, &plan, i, origin);
		keel_picture_on_page(page, def->theme, cell->list, origin, plan.scale);
		if (cell->caption != NULL)
			keel_page_text(page, cell->caption, middle,
				       card.bottom - (cell->note ? 26 : 16), 15, false, .5f, ink);
		if (cell->note != NULL)
			keel_page_text(page, cell->note, middle, card.bottom - 9, 12, false, .5f,
				       soft);
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
