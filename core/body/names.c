/* Names of angles, sites, props and muscles: one table each, made from the lists of the headers. */
#include <string.h>

#include "core/base/err.h"
#include "core/body/angles.h"
#include "core/body/figure.h"
#include "core/body/props.h"
#include "core/body/sites.h"

static bool is_name(const char *name, int name_bytes, const char *wanted)
{
	return (int)strlen(wanted) == name_bytes && memcmp(name, wanted, (size_t)name_bytes) == 0;
}

/* Length of name without _l or _r; side becomes 'l', 'r' or 0. */
static int without_side(const char *name, int name_bytes, char *side)
{
	*side = 0;
	if (name_bytes > 2 && name[name_bytes - 2] == '_' &&
	    (name[name_bytes - 1] == 'l' || name[name_bytes - 1] == 'r')) {
		*side = name[name_bytes - 1];
		return name_bytes - 2;
	}
	return name_bytes;
}

const keel_angle_info *keel_angle_get_info(keel_angle angle)
{
	static const keel_angle_info infos[KEEL_ANGLE_COUNT] = {
#define ANGLE_INFO(name, least, most, sd, solved) {#name, least, most, (float)sd, solved},
#define ANGLE_INFO_L(name, least, most, sd, solved) {#name "_l", least, most, (float)sd, solved},
#define ANGLE_INFO_R(name, least, most, sd, solved) {#name "_r", least, most, (float)sd, solved},
		KEEL_ANGLE_MIDDLE_LIST(ANGLE_INFO) KEEL_ANGLE_SIDE_LIST(ANGLE_INFO_L)
			KEEL_ANGLE_SIDE_LIST(ANGLE_INFO_R)};
	KEEL_ASSERT((unsigned)angle < KEEL_ANGLE_COUNT);
	return &infos[angle];
}

int keel_angle_find(const char *name, int name_bytes, keel_angle found[2])
{
	for (int i = 0; i < KEEL_ANGLE_COUNT; i++) {
		const char *full = keel_angle_get_info((keel_angle)i)->name;
		char side = 0;
		int stem_bytes = without_side(full, (int)strlen(full), &side);
		if (is_name(name, name_bytes, full)) {
			found[0] = (keel_angle)i;
			return 1;
		}
		if (side == 'l' && stem_bytes == name_bytes &&
		    memcmp(full, name, (size_t)name_bytes) == 0) {
			found[0] = (keel_angle)i;
			found[1] = (keel_angle)(i + KEEL_ANGLE_SIDE_COUNT);
			return 2;
		}
	}
	return 0;
}

const char *keel_site_name(keel_site site)
{
	static const char *const names[KEEL_SITE_COUNT] = {
#define SITE_NAME(name, segment, x, y, z) #name,
#define SITE_NAME_L(name, segment, x, y, z) #name "_l",
#define SITE_NAME_R(name, segment, x, y, z) #name "_r",
		KEEL_SITE_MIDDLE_LIST(SITE_NAME) KEEL_SITE_SIDE_LIST(SITE_NAME_L)
			KEEL_SITE_SIDE_LIST(SITE_NAME_R)};
	KEEL_ASSERT((unsigned)site < KEEL_SITE_COUNT);
	return names[site];
}

int keel_site_find(const char *name, int name_bytes, keel_site found[2])
{
	for (int i = 0; i < KEEL_SITE_COUNT; i++) {
		const char *full = keel_site_name((keel_site)i);
		char side = 0;
		int stem_bytes = without_side(full, (int)strlen(full), &side);
		if (is_name(name, name_bytes, full)) {
			found[0] = (keel_site)i;
			return 1;
		}
		if (side == 'l' && stem_bytes == name_bytes &&
		    memcmp(full, name, (size_t)name_bytes) == 0) {
			found[0] = (keel_site)i;
			found[1] = (keel_site)(i + KEEL_SITE_SIDE_COUNT);
			return 2;
		}
	}
	return 0;
}

keel_site keel_site_mirror(keel_site site)
{
	if (site < KEEL_SITE_SIDE_FIRST)
		return site;
	if (site < KEEL_SITE_SIDE_FIRST + KEEL_SITE_SIDE_COUNT)
		return (keel_site)(site + KEEL_SITE_SIDE_COUNT);
	return (keel_site)(site - KEEL_SITE_SIDE_COUNT);
}

const char *keel_prop_name(keel_prop_kind kind)
{
	static const char *const names[KEEL_PROP_COUNT] = {
#define PROP_NAME(name, w, h, d) #name,
		KEEL_PROP_LIST(PROP_NAME)};
	KEEL_ASSERT((unsigned)kind < KEEL_PROP_COUNT);
	return names[kind];
}

bool keel_prop_find(const char *name, int name_bytes, keel_prop_kind *kind)
{
	for (int i = 0; i < KEEL_PROP_COUNT; i++) {
		if (is_name(name, name_bytes, keel_prop_name((keel_prop_kind)i))) {
			*kind = (keel_prop_kind)i;
			return true;
		}
	}
	return false;
}

keel_prop keel_default_prop(keel_prop_kind kind)
{
	static const keel_vec3 sizes[KEEL_PROP_COUNT] = {
#define PROP_SIZE(name, w, h, d) {w, h, d},
		KEEL_PROP_LIST(PROP_SIZE)};
	KEEL_ASSERT((unsigned)kind < KEEL_PROP_COUNT);
	return (keel_prop){.kind = kind,
			   .held = KEEL_HELD_none,
			   .place_cm = {0, 0, 0},
			   .size_cm = sizes[kind]};
}

const char *keel_held_name(keel_held held)
{
	static const char *const names[KEEL_HELD_COUNT] = {
#define HELD_NAME(name) #name,
		KEEL_HELD_LIST(HELD_NAME)};
	KEEL_ASSERT((unsigned)held < KEEL_HELD_COUNT);
	return names[held];
}

bool keel_held_find(const char *name, int name_bytes, keel_held *held)
{
	for (int i = 0; i < KEEL_HELD_COUNT; i++) {
		if (is_name(name, name_bytes, keel_held_name((keel_held)i))) {
			*held = (keel_held)i;
			return true;
		}
	}
	return false;
}

bool keel_prop_can_be_held(keel_prop_kind kind, keel_held held)
{
	if (held == KEEL_HELD_none)
		return kind != KEEL_PROP_kettlebell && kind != KEEL_PROP_dowel;
	return kind == (held == KEEL_HELD_back ? KEEL_PROP_dowel : KEEL_PROP_kettlebell);
}

int keel_held_hands(keel_held held)
{
	return held == KEEL_HELD_none	  ? 0
	       : held == KEEL_HELD_hand_l ? 1
	       : held == KEEL_HELD_hand_r ? 2
					  : 3;
}

keel_prop keel_prop_mirror(const keel_prop *prop)
{
	keel_prop out = *prop;
	out.place_cm.z = -prop->place_cm.z;
	if (prop->held == KEEL_HELD_hand_l)
		out.held = KEEL_HELD_hand_r;
	else if (prop->held == KEEL_HELD_hand_r)
		out.held = KEEL_HELD_hand_l;
	return out;
}

uint64_t keel_glow_find(const char *name, int name_bytes, char side)
{
	static const char *const names[KEEL_GLOW_COUNT] = {
#define GLOW_NAME(name) #name,
		KEEL_GLOW_LIST(GLOW_NAME)};
	uint64_t sides = side == 'l' ? 1 : side == 'r' ? 2 : side == 'b' ? 3 : 0;
	for (int i = 0; i < KEEL_GLOW_COUNT; i++) {
		if (is_name(name, name_bytes, names[i]))
			return sides << (2 * i);
	}
	return 0;
}
