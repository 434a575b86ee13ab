/* The colours of look/tokens.css, light and dark, as the pictures use them. */
#include "cli/picture/picture.h"

#include "core/base/err.h"

static const uint32_t colours[2][KEEL_PAINT_COUNT] = {
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

/* The tones of web/src/style/tokens.css, by [data-skin]: skin and hair change, cloth does not. */
typedef struct skin_tone {
	uint32_t skin, edge, far, hair, hair_edge;
} skin_tone;

static const skin_tone tones[2][KEEL_PICTURE_SKIN_COUNT] = {
	{{0xEBC3A4FF, 0xB98A68FF, 0xD2A483FF, 0x9A6B3FFF, 0x6B4726FF},
	 {0xDDAE88FF, 0xAE7C58FF, 0xC0916CFF, 0x6B4A34FF, 0x463022FF},
	 {0xCD9672FF, 0xA56E4BFF, 0xB07B59FF, 0x40302AFF, 0x2C201BFF},
	 {0xA36F4CFF, 0x74492CFF, 0x8A5A3BFF, 0x2E2420FF, 0x1C1512FF},
	 {0x7A5038FF, 0x4E301FFF, 0x65402BFF, 0x241C19FF, 0x120E0CFF}},
	{{0xE2B896FF, 0x9A6E4FFF, 0xBC9070FF, 0xA9794AFF, 0x6B4726FF},
	 {0xD4A37CFF, 0x8C6043FF, 0xAB7F5DFF, 0x85614AFF, 0x523A2BFF},
	 {0xC58E6AFF, 0x7E5235FF, 0x9A6A4BFF, 0x6B5145FF, 0x3E2D26FF},
	 {0xA5714EFF, 0x66402AFF, 0x85583CFF, 0x5C4C44FF, 0x382C26FF},
	 {0x8A5F45FF, 0xB58A6CFF, 0x6D4A35FF, 0x55463FFF, 0x382C26FF}},
};

keel_picture_theme keel_picture_theme_of(bool is_dark, int skin)
{
	KEEL_ASSERT(skin >= 0 && skin < KEEL_PICTURE_SKIN_COUNT);
	return (keel_picture_theme)(2 * (1 + skin) + is_dark);
}

bool keel_picture_is_dark(keel_picture_theme theme)
{
	return (int)theme % 2 == 1;
}

static int skin_of(keel_picture_theme theme)
{
	return (int)theme < 2 ? KEEL_PICTURE_SKIN_USUAL : (int)theme / 2 - 1;
}

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
	const uint32_t *row = colours[keel_picture_is_dark(theme)];
	float far = far01 < 0 ? 0 : far01 > 1 ? 1 : far01;
	const skin_tone *skin = &tones[keel_picture_is_dark(theme)][skin_of(theme)];
	switch (paint) {
	case KEEL_PAINT_SKIN:
		return mix(skin->skin, skin->far, far);
	case KEEL_PAINT_SKIN_EDGE:
		return skin->edge;
	case KEEL_PAINT_SKIN_FAR:
		return skin->far;
	case KEEL_PAINT_HAIR:
		return skin->hair;
	case KEEL_PAINT_HAIR_EDGE:
		return skin->hair_edge;
	case KEEL_PAINT_TOP:
		return mix(row[paint], row[KEEL_PAINT_TOP_FAR], far);
	case KEEL_PAINT_LEG:
		return mix(row[paint], row[KEEL_PAINT_LEG_FAR], far);
	default:
		return row[paint];
	}
}
