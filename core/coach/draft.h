/* Drafts: events without an envelope, as flat JSON objects {"type":"set-done","session":…}. The
 * host puts the envelope before the type and has a line of the record.
 *
 * Fields come from event_list.h, in its order, so that a draft cannot have a field that the codec
 * would refuse.
 */
#ifndef KEEL_CORE_COACH_DRAFT_H
#define KEEL_CORE_COACH_DRAFT_H

#include "core/base/json.h"
#include "core/event/event.h"

/* An event of that type with every field absent. */
keel_event keel_draft_of(keel_event_type type);

keel_text keel_draft_text(const char *text);

/* Writes type and the fields that are there; the envelope of *event is not read. */
void keel_draft_write(keel_json *json, const keel_event *event);

#endif
