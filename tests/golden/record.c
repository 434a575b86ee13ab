/* The record of a story: devices with their own knowledge and clocks, envelopes, and questions to
 * the core.
 *
 * Ids come from a hash of the story's name and a counter, so that a story gives the same record on
 * every machine. Time inside a minute goes by ticks: each event is one second later than the one
 * before.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/hash.h"
#include "tests/golden/facts.h"
#include "tests/golden/story.h"

static uint64_t name_hash(const char *name, const char *kind, int64_t number)
{
	keel_hash hash = keel_hash_start();
	hash = keel_hash_bytes(hash, name, strlen(name));
	hash = keel_hash_bytes(hash, kind, strlen(kind));
	return keel_hash_end(keel_hash_i64(hash, number));
}

void story_new_id(story *s, const char *kind, char id[33])
{
	int number = s->id_count++;
	keel_hash_text(name_hash(s->name, kind, number), id);
	keel_hash_text(name_hash(s->name, "second half", number), id + 16);
}

keel_core *story_core_create(void **memory)
{
	size_t size_bytes = keel_core_memory_bytes(STORY_EVENTS_MAX);
	keel_spot spot = {0};
	*memory = malloc(size_bytes);
	if (!*memory)
		return NULL;
	keel_core *core =
		keel_core_create(*memory, size_bytes, STORY_EVENTS_MAX, keel_embedded_catalogue,
				 keel_embedded_catalogue_bytes, &spot);
	if (!core)
		fprintf(stderr, "no core: %s\n", spot.message ? spot.message : "");
	return core;
}

bool story_device_use(story *s, const char *name)
{
	for (int i = 0; i < s->device_count; i++)
		if (!strcmp(s->devices[i].name, name)) {
			s->device_now = i;
			return true;
		}
	if (s->device_count == STORY_DEVICES_MAX)
		return false;
	story_device *device = &s->devices[s->device_count];
	snprintf(device->name, sizeof device->name, "%s", name);
	device->id = (uint32_t)name_hash(s->name, name, 1) | 1u;
	device->core = story_core_create(&device->memory);
	if (!device->core)
		return false;
	s->device_now = s->device_count++;
	return true;
}

story_device *story_device_now(story *s)
{
	/* A story that names no device happens on one. */
	if (s->device_count == 0 && !story_device_use(s, "phone"))
		return NULL;
	return &s->devices[s->device_now];
}

bool story_record_open(story *s)
{
	keel_hash_text(name_hash(s->name, "person", 0), s->person);
	s->out = malloc(STORY_OUT_BYTES);
	s->diary = malloc(STORY_DIARY_BYTES);
	return s->out && s->diary;
}

void story_record_close(story *s)
{
	for (int i = 0; i < s->device_count; i++)
		free(s->devices[i].memory);
	for (int i = 0; i < s->event_count; i++)
		free(s->events[i].line);
	free(s->out);
	free(s->diary);
	free(s->diary_body);
}

keel_now story_now(story *s)
{
	const story_device *device = story_device_now(s);
	int64_t local_s = ((int64_t)s->date * 1440 + s->minute) * 60 + s->tick_s;
	int64_t utc_ms = (local_s - (int64_t)s->offset_min * 60) * 1000;
	return (keel_now){utc_ms + (device ? device->clock_error_ms : 0), s->offset_min, s->up_min};
}

/* The draft without its opening brace, ready to stand behind the envelope; v and safety may stand
 * in a raw draft. */
static char *envelope(story *s, const story_device *device, const char *draft, const char *id)
{
	value *fields = value_parse(draft, strlen(draft));
	if (!fields)
		return NULL;
	keel_now now = story_now(s);
	char head[512];
	const char *type = value_text(value_in(fields, "type"));
	bool safety = !strcmp(type, "screening-answer") || !strcmp(type, "unwell") ||
		      !strcmp(type, "symptom") || !strcmp(type, "clearance");
	int used = snprintf(head, sizeof head,
			    "{\"id\":\"%s\",\"person\":\"%s\",\"device\":\"%08x\",\"seq\":%lld,"
			    "\"counter\":%lld,\"utc_ms\":%lld,\"offset_min\":%d,",
			    id, s->person, device->id,
			    (long long)keel_core_seq_max(device->core, device->id) + 1,
			    (long long)keel_core_counter_max(device->core) + 1,
			    (long long)now.utc_ms, now.offset_min);
	if (value_is_null(value_in(fields, "v")))
		used += snprintf(head + used, sizeof head - (size_t)used, "\"v\":1,");
	if (value_is_null(value_in(fields, "safety")))
		used += snprintf(head + used, sizeof head - (size_t)used, "\"safety\":%d,", safety);
	if (s->replaces[0])
		snprintf(head + used, sizeof head - (size_t)used, "\"replaces\":\"%s\",",
			 s->replaces);
	char *body = value_dump(fields);
	value_free(fields);
	size_t line_bytes = body ? strlen(head) + strlen(body) + 2 : 0;
	char *line = body ? malloc(line_bytes) : NULL;
	if (line)
		snprintf(line, line_bytes, "%s%s\n", head, body + 1);
	free(body);
	return line;
}

keel_err story_emit(story *s, const char *draft, keel_spot *spot)
{
	story_device *device = story_device_now(s);
	if (!device || s->event_count == STORY_EVENTS_MAX)
		return KEEL_ERR_NO_MEMORY;
	story_event *event = &s->events[s->event_count];
	story_new_id(s, "event", event->id);
	event->line = envelope(s, device, draft, event->id);
	s->replaces[0] = 0;
	if (!event->line)
		return KEEL_ERR_SYNTAX;
	int added = 0;
	keel_err err = keel_core_add(device->core, event->line, strlen(event->line), &added, spot);
	if (err != KEEL_ERR_OK) {
		free(event->line);
		return err;
	}
	s->event_count++;
	s->tick_s++;
	return KEEL_ERR_OK;
}

void story_tell(story *s, const char *draft)
{
	keel_spot spot = {0};
	keel_err err = story_emit(s, draft, &spot);
	if (err != KEEL_ERR_OK)
		story_fail(s, "the core refuses this: %s, field \"%s\", %s\n  %s",
			   keel_err_name(err), spot.field, spot.message ? spot.message : "", draft);
}

void story_merge(story *s)
{
	for (int d = 0; d < s->device_count; d++)
		for (int i = 0; i < s->event_count; i++) {
			keel_spot spot = {0};
			int added = 0;
			keel_err err = keel_core_add(s->devices[d].core, s->events[i].line,
						     strlen(s->events[i].line), &added, &spot);
			if (err != KEEL_ERR_OK)
				story_fail(s, "merge: %s", keel_err_name(err));
		}
}

void story_label_last(story *s, const char *name)
{
	if (s->event_count == 0 || s->label_count == STORY_LABELS_MAX) {
		story_fail(s, "no room for the label %s", name);
		return;
	}
	const story_event *event = &s->events[s->event_count - 1];
	story_label *label = &s->labels[s->label_count++];
	snprintf(label->name, sizeof label->name, "%s", name);
	memcpy(label->id, event->id, sizeof label->id);
}

const story_label *story_label_find(const story *s, const char *name)
{
	for (int i = s->label_count - 1; i >= 0; i--)
		if (!strcmp(s->labels[i].name, name))
			return &s->labels[i];
	return NULL;
}

/* ---- drafts ---- */

static void draft_add(story_draft *draft, const char *text)
{
	size_t length = strlen(text);
	if (draft->used + length < sizeof draft->text) {
		memcpy(draft->text + draft->used, text, length + 1);
		draft->used += length;
	}
}

void draft_begin(story_draft *draft, const char *type)
{
	draft->used = 0;
	draft_add(draft, "{\"type\":\"");
	draft_add(draft, type);
	draft_add(draft, "\"");
}

void draft_int(story_draft *draft, const char *key, int64_t number)
{
	char text[96];
	snprintf(text, sizeof text, ",\"%s\":%lld", key, (long long)number);
	draft_add(draft, text);
}

void draft_numbers(story_draft *draft, const char *key, const char *numbers)
{
	draft_add(draft, ",\"");
	draft_add(draft, key);
	draft_add(draft, "\":[");
	draft_add(draft, numbers);
	draft_add(draft, "]");
}

void draft_text(story_draft *draft, const char *key, const char *text)
{
	draft_add(draft, ",\"");
	draft_add(draft, key);
	draft_add(draft, "\":\"");
	draft_add(draft, text);
	draft_add(draft, "\"");
}

void draft_end(story_draft *draft)
{
	draft_add(draft, "}");
}

/* ---- questions to the core ---- */

static value *parsed(story *s, const char *question, keel_err err)
{
	if (err != KEEL_ERR_OK) {
		story_fail(s, "%s: %s", question, keel_err_name(err));
		return NULL;
	}
	value *v = value_parse(s->out, s->out_used_bytes);
	if (!v)
		story_fail(s, "%s: not JSON: %.200s", question, s->out);
	return v;
}

value *story_today(story *s)
{
	keel_now now = story_now(s);
	return parsed(s, "today",
		      keel_core_today_json(story_device_now(s)->core, &now, s->out, STORY_OUT_BYTES,
					   &s->out_used_bytes));
}

value *story_why(story *s, const char *movement)
{
	keel_now now = story_now(s);
	return parsed(s, "why",
		      keel_core_why_json(story_device_now(s)->core, &now, movement, s->out,
					 STORY_OUT_BYTES, &s->out_used_bytes));
}

value *story_prescribe(story *s, const char *session, keel_err *err)
{
	keel_now now = story_now(s);
	*err = keel_core_prescribe_json(story_device_now(s)->core, &now, session, s->out,
					STORY_OUT_BYTES, &s->out_used_bytes);
	return *err == KEEL_ERR_OK ? parsed(s, "prescribe", *err) : NULL;
}

value *story_prescribe_test(story *s, const char *session, keel_err *err)
{
	keel_now now = story_now(s);
	*err = keel_core_prescribe_test_json(story_device_now(s)->core, &now, session, s->out,
					     STORY_OUT_BYTES, &s->out_used_bytes);
	return *err == KEEL_ERR_OK ? parsed(s, "prescribe-test", *err) : NULL;
}
