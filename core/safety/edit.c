/* The clinician's hand, where it needs the catalogue: the list prescribed, and doses by rungs.
 *
 * A list that a clinician prescribed stands in the place of a seed programme: its movements, its
 * order, its doses; locks, pain, directions and gates hold as they do there (DESIGN inv. 8). A dose
 * that comes with it is where the movement begins, if it was never done, and the most it may have.
 *
 * Reading. A dose between two rungs is the lower one: ladders move one variable at a time, and a
 * dose beside the ladder would have no next step. Who stands below a dose prescribed later climbs
 * to it by the ladder; a dose never goes up more than one rung an exposure (DESIGN inv. 4).
 */
#include "core/safety/safety_inside.h"

int32_t keel_tuned(const keel_judge *judge, keel_tunable tunable)
{
	return keel_state_tuned(judge->state, tunable, judge->now->date);
}

static bool within(int16_t value, int16_t most)
{
	return most < 0 || value <= most;
}

int keel_safety_dose_rung_most(const keel_movement *movement, const keel_dose *most)
{
	for (int rung = movement->rung_count; rung >= 2; rung--) {
		const keel_dose *dose = &movement->rungs[rung - 1];
		if (within(dose->sets, most->sets) && within(dose->reps, most->reps) &&
		    within(dose->hold_s, most->hold_s) && within(dose->work_s, most->work_s) &&
		    within(dose->load_hg, most->load_hg))
			return rung;
	}
	return 1;
}

static bool names_any(const keel_dose *dose)
{
	return dose->sets >= 0 || dose->reps >= 0 || dose->hold_s >= 0 || dose->work_s >= 0 ||
	       dose->load_hg >= 0;
}

static bool is_prescribed(const keel_judge *judge, const keel_movement_state *record)
{
	return record != NULL && record->prescribed == 1 &&
	       keel_state_holds_on(record->prescribe_until, judge->now->date);
}

int keel_edit_rung_most(const keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	const keel_movement_state *record = keel_judge_record(judge, movement);
	int most = facts->rung_count;
	if (record != NULL && record->limited == 1 &&
	    keel_state_holds_on(record->dose_until, judge->now->date))
		most = keel_safety_dose_rung_most(facts, &record->dose_most);
	if (is_prescribed(judge, record)) {
		int rung = keel_safety_dose_rung_most(facts, &record->prescribed_dose);
		most = rung < most ? rung : most;
	}
	return most;
}

bool keel_edit_look_at_list(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	int count = 0;
	for (int i = 0; i < judge->catalogue->movement_count; i++) {
		const keel_movement_state *record = keel_judge_record(judge, i);
		if (!is_prescribed(judge, record))
			continue;
		int place = count++;
		for (; place > 0; place--) {
			const keel_movement_state *before =
				keel_judge_record(judge, allowed->prescribed[place - 1]);
			if (before->prescribe_order < record->prescribe_order)
				break;
			allowed->prescribed[place] = allowed->prescribed[place - 1];
		}
		allowed->prescribed[place] = (int16_t)i;
		judge->in_programme[i] = true;
		if (names_any(&record->prescribed_dose))
			judge->programme_rung[i] = (int16_t)keel_edit_rung_most(judge, i);
	}
	allowed->prescribed_count = count;
	if (count > 0)
		allowed->programme = KEEL_PROGRAMME_CLINICIAN;
	return count > 0;
}

/* ---- bounds ------------------------------------------------------------------------------- */

static int16_t variable_of(const keel_dose *dose, int variable)
{
	const int16_t values[] = {dose->sets, dose->reps, dose->hold_s, dose->work_s,
				  dose->load_hg};
	return values[variable];
}

static const char *fault_of_dose(const keel_movement *movement,
				 const keel_event_clinician_edit *edit, const char **field)
{
	static const char *const names[] = {"sets", "reps", "hold_s", "work_s", "load_hg"};
	const int32_t values[] = {edit->sets, edit->reps, edit->hold_s, edit->work_s,
				  edit->load_hg};
	for (int variable = 0; variable < 5; variable++) {
		if (values[variable] == KEEL_ABSENT)
			continue;
		int32_t least = INT32_MAX, most = 0;
		for (int i = 0; i < movement->rung_count; i++) {
			int32_t value = variable_of(&movement->rungs[i], variable);
			least = value < least ? value : least;
			most = value > most ? value : most;
		}
		*field = names[variable];
		if (values[variable] < least)
			return "less than this movement's ladder begins with";
		if (values[variable] > most)
			return "more than this movement's ladder ends with";
	}
	return NULL;
}

const char *keel_safety_edit_fault(const keel_catalogue *catalogue,
				   const keel_event_clinician_edit *edit, int32_t date,
				   const char **field)
{
	const char *fault = keel_state_edit_fault(edit, date, field);
	if (fault != NULL || edit->movement.byte_count == 0)
		return fault;
	int movement = keel_movement_find(catalogue, edit->movement.bytes,
					  (size_t)edit->movement.byte_count);
	*field = "movement";
	if (movement == KEEL_NO_MOVEMENT)
		return "the catalogue holds no such movement";
	if (edit->edit != KEEL_EDIT_DOSE && edit->edit != KEEL_EDIT_PRESCRIBE)
		return NULL;
	return fault_of_dose(&catalogue->movements[movement], edit, field);
}
