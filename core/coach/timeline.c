/* The steps of an item, one from the other. Nothing is stored: a session of an hour of walking is
 * as small as one of five repetitions, and a saved place is a few numbers. A list of all steps was
 * rejected: it would need a bound on the repetitions of a timed set, and saving it would save the
 * catalogue again.
 *
 * Steps of length 0 (a movement without set-up, no rest between sets) exist and end at once: the
 * player passes through them. Only a timed set could go round for ever without time passing; a
 * repetition of length 0 is therefore never begun in one: the set is stillness.
 */
#include "core/coach/timeline.h"

static bool is_timed(const keel_dose *dose)
{
	return dose->work_s > 0;
}

/* How many bouts a set has: both sides one after the other are two. */
static int bouts_a_set(const keel_movement *movement)
{
	return movement->sides == KEEL_SIDES_ONE_THEN_OTHER ? 2 : 1;
}

/* An alternating movement has both sides' time in one bout. */
static int32_t bout_work_ms(const keel_movement *movement, const keel_dose *dose)
{
	int sides = movement->sides == KEEL_SIDES_ALTERNATE ? 2 : 1;
	return (int32_t)dose->work_s * 1000 * sides;
}

static int32_t phase_ms(const keel_phase *phase, const keel_dose *dose)
{
	return phase->dose_length ? (int32_t)dose->hold_s * 1000 : phase->length_ms;
}

int keel_timeline_rep_count(const keel_dose *dose)
{
	if (is_timed(dose))
		return 0;
	return dose->reps > 0 ? dose->reps : 1;
}

int keel_timeline_bout_count(const keel_movement *movement, const keel_dose *dose)
{
	return dose->sets * bouts_a_set(movement);
}

int keel_timeline_bout_index(const keel_movement *movement, const keel_timeline_place *place)
{
	int bouts = bouts_a_set(movement);
	return place->set * bouts + (bouts == 2 ? place->side : 0);
}

int keel_timeline_side(const keel_movement *movement, const keel_timeline_place *place)
{
	if (movement->sides == KEEL_SIDES_NONE)
		return KEEL_SIDE_BOTH;
	return place->side == 0 ? KEEL_SIDE_LEFT : KEEL_SIDE_RIGHT;
}

/* First step of a bout, or of its next repetition: a phase, stillness, or already the end of the
 * bout. */
static void begin_rep(const keel_movement *movement, const keel_dose *dose,
		      keel_timeline_place *place)
{
	place->phase = 0;
	place->kind = movement->phase_count > 0 ? KEEL_TIMELINE_PHASE : KEEL_TIMELINE_STILL;
	if (!is_timed(dose))
		return;
	int32_t left_ms = bout_work_ms(movement, dose) - place->work_ms;
	int32_t rep_ms = keel_movement_rep_ms(movement, dose);
	bool first = place->rep == 0 && place->side == 0;
	if (movement->sides == KEEL_SIDES_ONE_THEN_OTHER)
		first = place->rep == 0;
	if (rep_ms == 0 || (rep_ms > left_ms && !first))
		place->kind = KEEL_TIMELINE_STILL;
}

static void begin_bout(const keel_movement *movement, const keel_dose *dose,
		       keel_timeline_place *place)
{
	place->rep = 0;
	place->work_ms = 0;
	place->hold_ms = 0;
	begin_rep(movement, dose, place);
}

keel_timeline_place keel_timeline_start(const keel_movement *movement, const keel_dose *dose)
{
	return keel_timeline_start_after(movement, dose, 0);
}

keel_timeline_place keel_timeline_start_after(const keel_movement *movement, const keel_dose *dose,
					      int done_count)
{
	int bouts = bouts_a_set(movement);
	keel_timeline_place place = {.kind = KEEL_TIMELINE_SET_UP};
	place.set = (int16_t)(done_count / bouts);
	place.side = (int16_t)(done_count % bouts);
	if (done_count >= keel_timeline_bout_count(movement, dose))
		place.kind = KEEL_TIMELINE_END;
	return place;
}

int32_t keel_timeline_step_ms(const keel_movement *movement, const keel_dose *dose,
			      const keel_timeline_place *place)
{
	int32_t left_ms = bout_work_ms(movement, dose) - place->work_ms;
	switch ((keel_timeline_kind)place->kind) {
	case KEEL_TIMELINE_SET_UP:
		return movement->set_up_ms;
	case KEEL_TIMELINE_PHASE: {
		int32_t length_ms = phase_ms(&movement->phases[place->phase], dose);
		return is_timed(dose) && length_ms > left_ms ? left_ms : length_ms;
	}
	case KEEL_TIMELINE_STILL:
		return left_ms;
	case KEEL_TIMELINE_SIDE_CHANGE:
		return keel_movement_side_pause_s(movement, dose) * 1000;
	case KEEL_TIMELINE_REST:
		return keel_movement_set_pause_s(movement, dose) * 1000;
	case KEEL_TIMELINE_END:
	case KEEL_TIMELINE_KIND_COUNT:
		break;
	}
	return 0;
}

void keel_timeline_leave_set(const keel_movement *movement, const keel_dose *dose,
			     keel_timeline_place *place)
{
	int bouts = bouts_a_set(movement);
	if (bouts == 2 && place->side == 0) {
		place->kind = KEEL_TIMELINE_SIDE_CHANGE;
		place->side = 1;
	} else if (place->set + 1 < dose->sets) {
		place->kind = KEEL_TIMELINE_REST;
		place->set++;
		place->side = 0;
	} else {
		place->kind = KEEL_TIMELINE_END;
	}
	place->phase = 0;
	place->rep = 0;
	place->work_ms = 0;
	place->hold_ms = 0;
}

/* A repetition is over: the other side's turn, the next one, or the end of the bout. True at the
 * end. */
static bool next_rep(const keel_movement *movement, const keel_dose *dose,
		     keel_timeline_place *place)
{
	if (movement->sides == KEEL_SIDES_ALTERNATE && place->side == 0) {
		place->side = 1;
	} else {
		place->rep++;
		if (movement->sides == KEEL_SIDES_ALTERNATE)
			place->side = 0;
		if (!is_timed(dose) && place->rep >= keel_timeline_rep_count(dose))
			return true;
	}
	begin_rep(movement, dose, place);
	return is_timed(dose) && place->work_ms >= bout_work_ms(movement, dose);
}

/* After a phase: the next one, or the next repetition. A timed set ends with its time, wherever it
 * is then. */
static keel_timeline_crossed next_phase(const keel_movement *movement, const keel_dose *dose,
					int32_t spent_ms, keel_timeline_place *place)
{
	keel_timeline_crossed crossed = {0};
	place->work_ms += spent_ms;
	if (movement->phases[place->phase].dose_length)
		place->hold_ms += spent_ms;
	if (place->phase + 1 < movement->phase_count) {
		place->phase++;
		crossed.set = is_timed(dose) && place->work_ms >= bout_work_ms(movement, dose);
	} else {
		crossed.rep = true;
		crossed.set = next_rep(movement, dose, place);
	}
	return crossed;
}

keel_timeline_crossed keel_timeline_next(const keel_movement *movement, const keel_dose *dose,
					 int32_t spent_ms, keel_timeline_place *place)
{
	keel_timeline_crossed crossed = {0};
	switch ((keel_timeline_kind)place->kind) {
	case KEEL_TIMELINE_SET_UP:
	case KEEL_TIMELINE_SIDE_CHANGE:
	case KEEL_TIMELINE_REST:
		begin_bout(movement, dose, place);
		break;
	case KEEL_TIMELINE_PHASE:
		crossed = next_phase(movement, dose, spent_ms, place);
		break;
	case KEEL_TIMELINE_STILL:
		place->work_ms += spent_ms;
		crossed.set = true;
		break;
	case KEEL_TIMELINE_END:
	case KEEL_TIMELINE_KIND_COUNT:
		break;
	}
	return crossed;
}

int64_t keel_timeline_total_ms(const keel_movement *movement, const keel_dose *dose)
{
	int64_t total_ms = 0;
	keel_timeline_place place = keel_timeline_start(movement, dose);
	while (place.kind != KEEL_TIMELINE_END) {
		int32_t length_ms = keel_timeline_step_ms(movement, dose, &place);
		total_ms += length_ms;
		if (keel_timeline_next(movement, dose, length_ms, &place).set)
			keel_timeline_leave_set(movement, dose, &place);
	}
	return total_ms;
}
