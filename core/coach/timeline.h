/* The timeline: an item of a session as steps of whole milliseconds, made one by one as the player
 * asks for them.
 *
 * Purpose: say what comes next (set-up, phases of a repetition, pause for the other side, rest) and
 * how long it lasts. Units: milliseconds; sets, sides and repetitions count from 0 here and from 1
 * where a person sees them. A place names one step; it holds no clock. The sum of the steps is
 * keel_movement_total_s (a test compares).
 *
 * One then other: the left side's set, a pause, the right side's set, a rest. Alternate: left and
 * right in turn within a set, no pause (S4.alternate). A timed set leads as many whole repetitions
 * as fit (S0.reps); what is left of the time after the last is a moment of stillness, so that
 * nobody is stopped in mid-air.
 *
 * This room never judges: who may do what, and when to stop, is said by safety and carried out by
 * the player.
 */
#ifndef KEEL_CORE_COACH_TIMELINE_H
#define KEEL_CORE_COACH_TIMELINE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/catalogue/catalogue.h"

typedef enum keel_timeline_kind {
	KEEL_TIMELINE_SET_UP,
	KEEL_TIMELINE_PHASE,	   /* a movement or a hold, by the phase */
	KEEL_TIMELINE_STILL,	   /* the rest of a timed set, too short for another repetition */
	KEEL_TIMELINE_SIDE_CHANGE, /* before the other side of the same set */
	KEEL_TIMELINE_REST,	   /* before the next set */
	KEEL_TIMELINE_END,	   /* nothing more to do */
	KEEL_TIMELINE_KIND_COUNT
} keel_timeline_kind;

typedef struct keel_timeline_place {
	uint8_t kind;  /* keel_timeline_kind */
	uint8_t phase; /* of the movement, for PHASE */
	int16_t set;
	int16_t side;	 /* 0 left (or both), 1 right */
	int32_t rep;	 /* repetitions begun before this one, on this side */
	int32_t work_ms; /* of this set and side, all steps before this one */
	int32_t hold_ms; /* of that, in holds whose length is the dose's */
} keel_timeline_place;

/* What ended when a step ended. */
typedef struct keel_timeline_crossed {
	bool rep;
	bool set; /* this set on this side (of an alternating movement: on both) */
} keel_timeline_crossed;

keel_timeline_place keel_timeline_start(const keel_movement *movement, const keel_dose *dose);

/* After done_count bouts (sets by sides) are in the record: set-up again, then the first open bout.
 */
keel_timeline_place keel_timeline_start_after(const keel_movement *movement, const keel_dose *dose,
					      int done_count);

int32_t keel_timeline_step_ms(const keel_movement *movement, const keel_dose *dose,
			      const keel_timeline_place *place);

/* The step after this one, of which spent_ms were really spent (a step may be ended early). */
keel_timeline_crossed keel_timeline_next(const keel_movement *movement, const keel_dose *dose,
					 int32_t spent_ms, keel_timeline_place *place);

/* Leaves the set on this side at once, whatever the phase; place is then the pause, or the end. */
void keel_timeline_leave_set(const keel_movement *movement, const keel_dose *dose,
			     keel_timeline_place *place);

/* Bouts of an item: what set-done is written for. */
int keel_timeline_bout_count(const keel_movement *movement, const keel_dose *dose);
int keel_timeline_bout_index(const keel_movement *movement, const keel_timeline_place *place);

/* Repetitions of a bout; 0 when the count is open. */
int keel_timeline_rep_count(const keel_dose *dose);

/* KEEL_SIDE_*: the side that works in this step; before a bout, the side that is about to. */
int keel_timeline_side(const keel_movement *movement, const keel_timeline_place *place);

/* All steps added up. */
int64_t keel_timeline_total_ms(const keel_movement *movement, const keel_dose *dose);

#endif
