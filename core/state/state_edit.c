/* The clinician's hand: edits, and the numbers as they stand for one person.
 *
 * An edit is self-declared (role, name, reason) and is taken only within its bounds; one that is
 * out of bounds changes nothing, wherever it came from. Nothing here lifts a lock: a lock is lifted
 * by a clearance that names it. The latest edit of a kind stands; taking one back is a retraction,
 * and then the one before it stands again.
 *
 * In doubt of the clock an edit may lower, never raise: it forbids, or it tightens a limit that
 * stands, for as long as the longer of the two.
 *
 * Reading. A dose that a clinician gives is a limit by every variable that it names; what it does
 * not name is not limited.
 */
#include <string.h>

#include "core/state/state_inside.h"
#include "core/state/thresholds.h"

bool keel_state_holds_on(int32_t until_date, int32_t date)
{
	return until_date == KEEL_NO_DATE || date <= until_date;
}

int32_t keel_state_tuned(const keel_state *state, keel_tunable tunable, int32_t date)
{
	const keel_tuned_number *tuned = &state->tuned[tunable];
	bool holds = tuned->set == 1 && keel_state_holds_on(tuned->until_date, date);
	return holds ? tuned->value : keel_tunables[tunable].usual;
}

int32_t keel_rise_read(int32_t stop, int32_t rise)
{
	return rise >= stop && rise < KEEL_RISE_STOP ? KEEL_RISE_STOP : rise;
}

int32_t keel_state_rise_read(const keel_state *state, int32_t date, int32_t rise)
{
	return keel_rise_read(keel_state_tuned(state, KEEL_TUNABLE_RISE_STOP, date), rise);
}

/* ---- bounds ------------------------------------------------------------------------------- */

static const char *fault_of_threshold(const keel_event_clinician_edit *edit, const char **field)
{
	*field = "threshold";
	if (edit->threshold == KEEL_ABSENT)
		return "it does not say which number";
	*field = "value";
	if (edit->value == KEEL_ABSENT)
		return "it does not say what the number becomes";
	const keel_tunable_bounds *bounds = &keel_tunables[edit->threshold];
	if (edit->value < bounds->least)
		return "smaller than this number may be";
	return edit->value > bounds->most ? "larger than this number may be" : NULL;
}

static const char *fault_of_override(const keel_event_clinician_edit *edit, int32_t date,
				     const char **field)
{
	*field = "gate";
	if (edit->gate == KEEL_ABSENT)
		return "it does not say which gate";
	*field = "until_date";
	if (edit->until_date == KEEL_ABSENT)
		return "a gate is opened with an end date only";
	if (edit->until_date - date > KEEL_OVERRIDE_DAYS_MAX)
		return "a gate is opened for twelve weeks at most";
	return NULL;
}

static bool names_dose(const keel_event_clinician_edit *edit)
{
	return edit->sets != KEEL_ABSENT || edit->reps != KEEL_ABSENT ||
	       edit->hold_s != KEEL_ABSENT || edit->work_s != KEEL_ABSENT ||
	       edit->load_hg != KEEL_ABSENT;
}

const char *keel_state_edit_fault(const keel_event_clinician_edit *edit, int32_t date,
				  const char **field)
{
	if (edit->edit == KEEL_EDIT_THRESHOLD)
		return fault_of_threshold(edit, field);
	if (edit->edit == KEEL_EDIT_OVERRIDE_GATE)
		return fault_of_override(edit, date, field);
	*field = "movement";
	if (edit->movement.byte_count == 0)
		return "it does not say which movement";
	*field = "sets";
	if (edit->edit == KEEL_EDIT_DOSE && !names_dose(edit))
		return "it does not say which dose";
	*field = "";
	return NULL;
}

/* ---- the fold ----------------------------------------------------------------------------- */

static void add_override(const keel_fold *fold, int movement)
{
	const keel_event_clinician_edit *edit = &fold->event->u.clinician_edit;
	keel_state *state = fold->state;
	int place = 0;
	while (place < state->override_count && (state->overrides[place].gate != edit->gate ||
						 state->overrides[place].movement != movement))
		place++;
	if (place == KEEL_OVERRIDES_MAX) {
		place = 0;
		for (int i = 1; i < KEEL_OVERRIDES_MAX; i++)
			if (state->overrides[i].order < state->overrides[place].order)
				place = i;
	} else if (place == state->override_count) {
		state->override_count++;
	}
	state->overrides[place] = (keel_override){edit->until_date, fold->order, (int16_t)movement,
						  (int16_t)edit->gate};
}

static int32_t later(int32_t a, int32_t b)
{
	if (a == KEEL_NO_DATE || b == KEEL_NO_DATE)
		return KEEL_NO_DATE;
	return a > b ? a : b;
}

static void fold_threshold(const keel_fold *fold)
{
	const keel_event_clinician_edit *edit = &fold->event->u.clinician_edit;
	keel_tuned_number *tuned = &fold->state->tuned[edit->threshold];
	keel_tuned_number next = {1, edit->value, KEEL_NO_DATE};
	if (edit->until_date != KEEL_ABSENT)
		next.until_date = edit->until_date;
	if (fold->doubt) {
		int32_t now = keel_state_tuned(fold->state, (keel_tunable)edit->threshold,
					       fold->date);
		if ((next.value - now) * keel_tunables[edit->threshold].gentler <= 0)
			return;
		if (tuned->set == 1 && keel_state_holds_on(tuned->until_date, fold->date))
			next.until_date = later(next.until_date, tuned->until_date);
	}
	*tuned = next;
}

static int16_t variable(int32_t value)
{
	return value == KEEL_ABSENT ? -1 : (int16_t)value;
}

static keel_dose dose_of(const keel_event_clinician_edit *edit)
{
	return (keel_dose){
		.sets = variable(edit->sets),
		.reps = variable(edit->reps),
		.hold_s = variable(edit->hold_s),
		.work_s = variable(edit->work_s),
		.rest_s = variable(edit->rest_s),
		.load_hg = variable(edit->load_hg),
		.lever = -1,
	};
}

static int16_t tighter(int16_t a, int16_t b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}

static keel_dose tighter_dose(const keel_dose *a, const keel_dose *b)
{
	return (keel_dose){
		.sets = tighter(a->sets, b->sets),
		.reps = tighter(a->reps, b->reps),
		.hold_s = tighter(a->hold_s, b->hold_s),
		.work_s = tighter(a->work_s, b->work_s),
		.rest_s = -1,
		.load_hg = tighter(a->load_hg, b->load_hg),
		.lever = -1,
	};
}

static void fold_dose(const keel_fold *fold, keel_movement_state *movement, int32_t until_date)
{
	keel_dose dose = dose_of(&fold->event->u.clinician_edit);
	bool stands =
		movement->limited == 1 && keel_state_holds_on(movement->dose_until, fold->date);
	if (fold->doubt && stands) {
		dose = tighter_dose(&dose, &movement->dose_most);
		until_date = later(until_date, movement->dose_until);
	}
	movement->limited = 1;
	movement->dose_most = dose;
	movement->dose_until = until_date;
}

static void fold_movement_edit(const keel_fold *fold, keel_movement_state *movement)
{
	const keel_event_clinician_edit *edit = &fold->event->u.clinician_edit;
	int32_t until_date = edit->until_date == KEEL_ABSENT ? KEEL_NO_DATE : edit->until_date;
	switch (edit->edit) {
	case KEEL_EDIT_PIN:
		movement->pinned = 1;
		movement->pin_until = until_date;
		break;
	case KEEL_EDIT_FORBID:
		movement->forbidden = 1;
		movement->forbid_until = until_date;
		break;
	case KEEL_EDIT_ALLOW:
		movement->forbidden = 0;
		break;
	case KEEL_EDIT_CLEAR_MOVEMENT:
		movement->clear_order = fold->order * 16;
		movement->clear_date = fold->date;
		break;
	case KEEL_EDIT_PRESCRIBE:
		movement->prescribed = 1;
		movement->prescribed_dose = dose_of(edit);
		movement->prescribe_until = until_date;
		movement->prescribe_order = fold->order;
		break;
	default:
		fold_dose(fold, movement, until_date);
		break;
	}
}

void keel_state_fold_edit(const keel_fold *fold)
{
	const keel_event_clinician_edit *edit = &fold->event->u.clinician_edit;
	const char *field;
	bool may_lower = edit->edit == KEEL_EDIT_FORBID || edit->edit == KEEL_EDIT_DOSE ||
			 edit->edit == KEEL_EDIT_THRESHOLD;
	if ((fold->doubt && !may_lower) || keel_state_edit_fault(edit, fold->date, &field) != NULL)
		return;
	if (edit->edit == KEEL_EDIT_THRESHOLD) {
		fold_threshold(fold);
		return;
	}
	int index = -1;
	if (edit->movement.byte_count > 0) {
		index = keel_state_intern(fold->state, edit->movement.bytes,
					  edit->movement.byte_count);
		if (index < 0)
			return;
	}
	if (edit->edit == KEEL_EDIT_OVERRIDE_GATE)
		add_override(fold, index);
	else
		fold_movement_edit(fold, &fold->state->movements[index]);
}
