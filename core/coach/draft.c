#include "core/coach/draft.h"

#include <string.h>

keel_text keel_draft_text(const char *text)
{
	return (keel_text){text, (int32_t)strlen(text)};
}

keel_event keel_draft_of(keel_event_type type)
{
	keel_event event;
	memset(&event, 0, sizeof event);
	event.type = type;
	switch (type) {
#define DRAFT_I(kind, field, min, max, need, what) event.u.kind.field = KEEL_ABSENT;
#define DRAFT_N(kind, field, list, need, what) event.u.kind.field = KEEL_ABSENT;
#define DRAFT_NOTHING(kind, field, bound, need, what)
#define DRAFT_CASE(TYPE, kind, name, since)                                                        \
	case KEEL_EVENT_##TYPE:                                                                    \
		KEEL_EVENT_FIELDS_##kind(DRAFT_I, DRAFT_N, DRAFT_NOTHING, DRAFT_NOTHING) break;
		KEEL_EVENT_LIST(DRAFT_CASE)
#undef DRAFT_CASE
#undef DRAFT_NOTHING
#undef DRAFT_N
#undef DRAFT_I
	case KEEL_EVENT_UNKNOWN:
		break;
	}
	return event;
}

static void put_int(keel_json *json, const char *name, int32_t value)
{
	if (value != KEEL_ABSENT)
		keel_json_put_int(json, name, value);
}

static void put_name(keel_json *json, const char *name, const char *const *names, int32_t value)
{
	if (value != KEEL_ABSENT)
		keel_json_put_text(json, name, names[value]);
}

static void put_text(keel_json *json, const char *name, keel_text text)
{
	if (text.byte_count == 0)
		return;
	keel_json_key(json, name);
	keel_json_text_bytes(json, text.bytes, (size_t)text.byte_count);
}

static void put_list(keel_json *json, const char *name, keel_ints list)
{
	if (list.count == 0)
		return;
	keel_json_key(json, name);
	keel_json_open(json, '[');
	for (int32_t i = 0; i < list.count; i++)
		keel_json_int(json, list.items[i]);
	keel_json_close(json, ']');
}

void keel_draft_write(keel_json *json, const keel_event *event)
{
	keel_json_open(json, '{');
	keel_json_put_text(json, "type", keel_event_type_name(event->type));
	switch (event->type) {
#define DRAFT_I(kind, field, min, max, need, what) put_int(json, #field, event->u.kind.field);
#define DRAFT_N(kind, field, list, need, what)                                                     \
	put_name(json, #field, keel_##list##_names, event->u.kind.field);
#define DRAFT_T(kind, field, bytes_max, need, what) put_text(json, #field, event->u.kind.field);
#define DRAFT_L(kind, field, count_max, need, what) put_list(json, #field, event->u.kind.field);
#define DRAFT_CASE(TYPE, kind, name, since)                                                        \
	case KEEL_EVENT_##TYPE:                                                                    \
		KEEL_EVENT_FIELDS_##kind(DRAFT_I, DRAFT_N, DRAFT_T, DRAFT_L) break;
		KEEL_EVENT_LIST(DRAFT_CASE)
#undef DRAFT_CASE
#undef DRAFT_L
#undef DRAFT_T
#undef DRAFT_N
#undef DRAFT_I
	case KEEL_EVENT_UNKNOWN:
		break;
	}
	keel_json_close(json, '}');
}
