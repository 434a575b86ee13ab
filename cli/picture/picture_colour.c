/* The colours of look/tokens.css, light and dark, as the pictures use them. */
#include "cli/picture/picture.h"

#include "core/base/err.h"

static const uint32_t colours[KEEL_PICTURE_THEME_COUNT][KEEL_PAINT_COUNT] = {
	[KEEL_PICTURE_LIGHT] =
		{
			[KEEL_PAINT_SKIN] = 0xCD9672FF,	     [KEEL_PAINT_SKIN_EDGE] = 0xA56E4BFF,
			[KEEL_PAINT_SKIN_FAR] = 0xB07B59FF,  [KEEL_PAINT_HAIR] = 0x40302AFF,
			[KEEL_PAINT_HAIR_EDGE] = 0x2C201BFF, [KEEL_PAINT_TOP] = 0xC96F47FF,
			[KEEL_PAINT_TOP_EDGE] = 0x98492AFF,  [KEEL_PAINT_TOP_FAR] = 0xA95835FF,
			[KEEL_PAINT_LEG] = 0x35596AFF,	     [KEEL_PAINT_LEG_EDGE] = 0x213D4AFF,
			[KEEL_PAINT_LEG_FAR] = 0x294856FF,   [KEEL_PAINT_SHADE] = 0x341A0826,
			[KEEL_PAINT_LIGHT] = 0xFFFAEB26,     [KEEL_PAINT_GROUND] = 0x54381821,
			[KEEL_PAINT_MAT] = 0xDCCDB4FF,	     [KEEL_PAINT_MAT_2] = 0xC4B294FF,
			[KEEL_PAINT_PROP] = 0xB9A588FF,	     [KEEL_PAINT_PROP_DARK] = 0x8C7757FF,
			[KEEL_PAINT_GHOST] = 0x9943191A,     [KEEL_PAINT_GHOST_LINE] = 0xB4532AFF,
			[KEEL_PAINT_ARROW] = 0xB4532AFF,     [KEEL_PAINT_STRETCH] = 0xFFC857FF,
			[KEEL_PAINT_WORK] = 0x8FD3BEFF,	     [KEEL_PAINT_IRON] = 0x5A5550FF,
			[KEEL_PAINT_IRON_EDGE] = 0x38342FFF,
		},
	[KEEL_PICTURE_DARK] =
		{
			[KEEL_PAINT_SKIN] = 0xC58E6AFF,	     [KEEL_PAINT_SKIN_EDGE] = 0x7E5235FF,
			[KEEL_PAINT_SKIN_FAR] = 0x9A6A4BFF,  [KEEL_PAINT_HAIR] = 0x6B5145FF,
			[KEEL_PAINT_HAIR_EDGE] = 0x3E2D26FF, [KEEL_PAINT_TOP] = 0xD17A51FF,
			[KEEL_PAINT_TOP_EDGE] = 0x7F3E24FF,  [KEEL_PAINT_TOP_FAR] = 0xA15636FF,
			[KEEL_PAINT_LEG] = 0x7199ACFF,	     [KEEL_PAINT_LEG_EDGE] = 0x2B4652FF,
			[KEEL_PAINT_LEG_FAR] = 0x567B8DFF,   [KEEL_PAINT_SHADE] = 0x14080038,
			[KEEL_PAINT_LIGHT] = 0xFFF4DC1F,     [KEEL_PAINT_GROUND] = 0x00000057,
			[KEEL_PAINT_MAT] = 0x4A3F31FF,	     [KEEL_PAINT_MAT_2] = 0x392F24FF,
			[KEEL_PAINT_PROP] = 0x6A5B47FF,	     [KEEL_PAINT_PROP_DARK] = 0x4A3E2FFF,
			[KEEL_PAINT_GHOST] = 0xF0A0771F,     [KEEL_PAINT_GHOST_LINE] = 0xF0A077FF,
			[KEEL_PAINT_ARROW] = 0xF0A077FF,     [KEEL_PAINT_STRETCH] = 0xFFD98AFF,
			[KEEL_PAINT_WORK] = 0xB5EBDAFF,	     [KEEL_PAINT_IRON] = 0x857D74FF,
			[KEEL_PAINT_IRON_EDGE] = 0x4A443DFF,
		},
};

static uint32_t mix(uint32_t a, uint32_t b, float t)
{
	uint32_t out = 0;
	for (int shift = 0; shift < 32; shift += 8) {
		float from = (float)(a >> shift & 255), to = (float)(b >> shift & 255);
		out |= (uint32_t)(from + (to - from) * t + .5f) << shift;
	}
	return out;
}

uint32_t keel_picture_colour(keel_picture_theme theme, keel_paint paint, float far01)
{
	KEEL_ASSERT((unsigned)theme < KEEL_PICTURE_THEME_COUNT &&
		    (unsigned)paint < KEEL_PAINT_COUNT);
	const uint32_t *row = colours[theme];
	float far = far01 < 0 ? 0 : far01 > 1 ? 1 : far01;
	switch (paint) {
	case KEEL_PAINT_SKIN:
		return mix(row[paint], row[KEEL_PAINT_SKIN_FAR], far);
	case KEEL_PAINT_TOP:
		return mix(row[paint], row[KEEL_PAINT_TOP_FAR], far);
	case KEEL_PAINT_LEG:
		return mix(row[paint], row[KEEL_PAINT_LEG_FAR], far);
	default:
		return row[paint];
	}
}
