/* Taking events in. One function a kind of event, as the clinical rules read; what follows from it
 * is in ledger_days.c.
 */
#include "sim/ledger.h"

#include <stdlib.h>
#include <string.h>

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

void sim_ledger_begin(sim_ledger *ledger, const keel_catalogue *catalogue, int32_t first_date)
{
	sim_deed *deeds = ledger->deeds;
	sim_held *held = ledger->held;
	int deed_room = ledger->deed_room, held_room = ledger->held_room;
	memset(ledger, 0, sizeof *ledger);
	ledger->deeds = deeds;
	ledger->held = held;
	ledger->deed_room = deed_room;
	ledger->held_room = held_room;
	ledger->catalogue = catalogue;
	ledger->first_date = first_date;
	ledger->walked_date = first_date;
	ledger->birth_year = ledger->training = ledger->minutes = SIM_NONE;
	ledger->exercises_max = ledger->wake_min = ledger->programme = SIM_NONE;
	ledger->leg = ledger->rest_pain = SIM_NONE;
	ledger->rest_pain_date = ledger->review_date = SIM_NEVER;
	ledger->mornings.reset_date = SIM_NEVER;
	ledger->mornings.left_from = ledger->mornings.left_to = SIM_NEVER;
	memset(ledger->equipment, SIM_NONE, sizeof ledger->equipment);
	memset(ledger->ability, SIM_NONE, sizeof ledger->ability);
	memset(ledger->morning, SIM_NONE, sizeof ledger->morning);
	for (int i = 0; i < KEEL_CONDITION_COUNT; i++)
		ledger->since[i] = SIM_NEVER;
	for (int i = 0; i < KEEL_QUESTIONS_MAX; i++)
		ledger->questions[i].answer = SIM_NONE;
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++)
		ledger->spread_date[i] = SIM_NEVER;
	for (int i = 0; i < KEEL_MOVEMENTS_MAX; i++)
		ledger->moves[i] = (sim_moves){.last_deed = SIM_NONE, .clean_date = SIM_NEVER};
}

void sim_ledger_end(sim_ledger *ledger)
{
	free(ledger->deeds);
	free(ledger->held);
	memset(ledger, 0, sizeof *ledger);
}

static void *grown(void *items, int count, int *room, size_t item_bytes)
{
	if (count < *room)
		return items;
	*room = *room * 2 + 256;
	void *larger = realloc(items, (size_t)*room * item_bytes);
	if (larger == NULL)
		abort(); /* a simulation without memory has no result */
	return larger;
}

/* ---- sessions -----------------------------------------------------------------------------------
 */

static int find_held(const sim_ledger *ledger, keel_text id)
{
	for (int i = ledger->held_count - 1; i >= 0; i--)
		if (id.byte_count == 32 && memcmp(ledger->held[i].id, id.bytes, 32) == 0)
			return i;
	return SIM_NONE;
}

static sim_held *get_held(sim_ledger *ledger, keel_text id)
{
	int found = find_held(ledger, id);
	if (found != SIM_NONE)
		return &ledger->held[found];
	ledger->held =
		grown(ledger->held, ledger->held_count, &ledger->held_room, sizeof(sim_held));
	sim_held *held = &ledger->held[ledger->held_count++];
	memset(held, 0, sizeof *held);
	memcpy(held->id, id.bytes, 32);
	held->first_pain = held->before = held->first = held->end_pain = held->after = SIM_NONE;
	held->after_date = SIM_NEVER;
	held->stage = SIM_NONE;
	for (int i = 0; i < SIM_SESSION_ITEMS_MAX; i++)
		held->items[i] = (sim_ledger_item){.movement = SIM_NONE, .deed = SIM_NONE};
	return held;
}

static void at_rest(sim_ledger *ledger, int32_t date, int32_t pain)
{
	if (date < ledger->rest_pain_date)
		return;
	ledger->rest_pain = pain;
	ledger->rest_pain_date = date;
}

static void take_prescribed(sim_ledger *ledger, const keel_event *event)
{
	sim_held *held = get_held(ledger, event->u.session_prescribed.session);
	if (held->started)
		return;
	held->date = event->u.session_prescribed.date;
	held->stage = (int16_t)event->u.session_prescribed.stage;
	held->easy_day = event->u.session_prescribed.easy_day == 1;
}

static void take_item(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_session_item *item = &event->u.session_item;
	sim_held *held = get_held(ledger, item->session);
	int movement = keel_movement_find(ledger->catalogue, item->movement.bytes,
					  (size_t)item->movement.byte_count);
	held->items[item->index] = (sim_ledger_item){
		.movement = (int16_t)movement,
		.rung = (int16_t)item->rung,
		.purpose = (int16_t)item->purpose,
		.dose = {(int16_t)item->sets, (int16_t)item->reps, (int16_t)item->hold_s,
			 (int16_t)item->work_s, (int16_t)item->rest_s, (int16_t)item->load_hg,
			 (int16_t)item->lever},
		.working_s = item->working_s,
		.deed = SIM_NONE,
		.before = SIM_NONE,
	};
	held->item_count = most(held->item_count, item->index + 1);
}

static void take_started(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_session_started *started = &event->u.session_started;
	sim_held *held = get_held(ledger, started->session);
	int32_t date = keel_event_date(event);
	held->started = true;
	held->date = date;
	held->start_tick = ledger->tick;
	if (date - ledger->rest_pain_date <= 3)
		held->first = held->before = (int16_t)ledger->rest_pain;
	if (started->pain == KEEL_ABSENT)
		return;
	held->first_pain = held->first = held->before = (int16_t)started->pain;
	at_rest(ledger, date, started->pain);
}

static void take_ended(sim_ledger *ledger, const keel_event *event)
{
	sim_held *held = get_held(ledger, event->u.session_ended.session);
	held->ended = true;
	if (event->u.session_ended.pain == KEEL_ABSENT)
		return;
	held->end_pain = (int16_t)event->u.session_ended.pain;
	at_rest(ledger, keel_event_date(event), held->end_pain);
}

/* ---- exposures ----------------------------------------------------------------------------------
 */

bool sim_deed_counted(const sim_deed *deed)
{
	return deed->rise >= 3 || (deed->rise == 2 && !deed->settled);
}

bool sim_neutral_down(const sim_deed *deed)
{
	return deed->further || deed->rise >= 3 || (deed->rise > 0 && !deed->settled);
}

bool sim_deed_clean(const sim_deed *deed)
{
	return deed->answered && deed->complete && deed->rise <= 0 && !deed->further &&
	       !deed->form_lost;
}

static sim_ledger_item *begin_item(sim_held *held, int index)
{
	sim_ledger_item *item = &held->items[index];
	if (!held->started || item->movement == SIM_NONE)
		return NULL;
	if (!item->begun) {
		item->begun = true;
		item->before = held->before;
	}
	return item;
}

static sim_deed *deed_of(sim_ledger *ledger, int session, int index)
{
	sim_ledger_item *item = &ledger->held[session].items[index];
	if (item->deed != SIM_NONE)
		return &ledger->deeds[item->deed];
	ledger->deeds =
		grown(ledger->deeds, ledger->deed_count, &ledger->deed_room, sizeof(sim_deed));
	sim_moves *moves = &ledger->moves[item->movement];
	item->deed = ledger->deed_count++;
	sim_deed *deed = &ledger->deeds[item->deed];
	*deed = (sim_deed){
		.date = ledger->held[session].date,
		.session = session,
		.before_same = moves->last_deed,
		.movement = item->movement,
		.index = (int16_t)index,
		.rung = item->rung,
		.purpose = item->purpose,
		.dose = item->dose,
		.during = SIM_NONE,
		.challenge = SIM_NONE,
	};
	moves->last_deed = item->deed;
	return deed;
}

typedef struct said {
	int32_t change, pain, settled, further; /* KEEL_ABSENT */
} said;

/* A word or a number after or in a movement (words of C2). */
static void take_said(sim_ledger *ledger, sim_held *held, sim_ledger_item *item, sim_deed *deed,
		      const said *word)
{
	bool number = word->pain != KEEL_ABSENT;
	bool answered = number || word->change != KEEL_ABSENT;
	bool more =
		answered && word->change != KEEL_ABSENT && word->change != KEEL_CHANGE_SAME_OR_LESS;
	int32_t rise = 0, during = item->before;
	if (number && item->before != SIM_NONE)
		rise = more ? most(1, word->pain - item->before) : word->pain - item->before;
	else if (answered && word->change == KEEL_CHANGE_A_BIT_MORE)
		rise = 1;
	else if (answered && word->change != KEEL_CHANGE_SAME_OR_LESS)
		rise = 2;
	if (number)
		during = word->pain;
	else if (item->before != SIM_NONE)
		during = least(10, item->before + rise);
	bool settled = word->settled == KEEL_SETTLED_YES;
	if (answered && (!deed->answered || rise > deed->rise)) {
		deed->rise = (int16_t)rise;
		deed->during = (int16_t)during;
		deed->settled = settled;
		item->settled_known = word->settled != KEEL_ABSENT;
	} else if (word->settled != KEEL_ABSENT && (rise == deed->rise || !item->settled_known)) {
		deed->settled = settled;
		item->settled_known = true;
	}
	deed->answered = deed->answered || answered;
	if (answered && held->first == SIM_NONE)
		held->first = (int16_t)during;
	bool unsettled_change = number || rise != 0;
	if (answered && unsettled_change && during != SIM_NONE)
		held->before = rise > 0 && settled ? item->before
						   : (int16_t)least(during, held->first + 1);
	if (deed->rise > 0 && deed->settled && rise >= 0)
		held->before = item->before;
	if (word->further != 1)
		return;
	deed->further = true;
	uint32_t directions = ledger->catalogue->movements[item->movement].directions;
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		if ((directions >> i & 1) == 0)
			continue;
		ledger->rests[i] = true;
		ledger->spread_date[i] = deed->date;
	}
}

static void take_pain_report(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_pain_report *report = &event->u.pain_report;
	int session = find_held(ledger, report->session);
	sim_held *held = &ledger->held[session];
	sim_ledger_item *item = begin_item(held, report->index);
	if (item == NULL)
		return;
	sim_deed *deed = deed_of(ledger, session, report->index);
	said word = {KEEL_ABSENT, report->pain, report->settled, report->further};
	take_said(ledger, held, item, deed, &word);
	deed->tick = ledger->tick;
}

static void open_directions(sim_ledger *ledger, const sim_deed *deed)
{
	uint32_t directions = ledger->catalogue->movements[deed->movement].directions;
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++)
		if ((directions >> i & 1) == 1 && deed->date - ledger->spread_date[i] >= 3)
			ledger->rests[i] = false;
}

static bool is_long_hold(const keel_dose *dose)
{
	int32_t holds = dose->sets * most(1, dose->reps);
	return holds >= 3 && most(dose->hold_s, dose->work_s) >= 10;
}

static void count_clean(sim_ledger *ledger, const sim_deed *deed)
{
	sim_moves *moves = &ledger->moves[deed->movement];
	if (!sim_deed_clean(deed))
		return;
	if (moves->clean_date != deed->date)
		moves->clean_days++;
	moves->clean_date = deed->date;
	moves->held_long = moves->held_long || is_long_hold(&deed->dose);
}

static void take_exercise_done(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_exercise_done *done = &event->u.exercise_done;
	int session = find_held(ledger, done->session);
	sim_held *held = &ledger->held[session];
	sim_ledger_item *item = begin_item(held, done->index);
	bool tried = done->end != KEEL_END_SKIPPED && done->end != KEEL_END_SWAPPED &&
		     done->end != KEEL_END_STOPPED && done->end != KEEL_END_UNWELL;
	bool against = done->further == 1 || done->form == KEEL_FORM_LOST ||
		       (done->change != KEEL_ABSENT && done->change != KEEL_CHANGE_SAME_OR_LESS);
	if (item == NULL)
		return;
	/* What was not done is no exposure; an answer to it is still an answer. */
	bool higher = item->before != SIM_NONE && done->pain > item->before; /* ABSENT is least */
	bool exposure = tried || against || higher || item->deed != SIM_NONE;
	sim_deed none = {.date = held->date, .movement = item->movement, .during = SIM_NONE};
	sim_deed *deed = exposure ? deed_of(ledger, session, done->index) : &none;
	said word = {done->change, done->pain, done->settled, done->further};
	if (done->end == KEEL_END_PAIN && !deed->answered && word.change == KEEL_ABSENT &&
	    word.pain == KEEL_ABSENT)
		word.change = KEEL_CHANGE_CLEARLY_MORE;
	take_said(ledger, held, item, deed, &word);
	if (done->challenge != KEEL_ABSENT)
		deed->challenge = (int16_t)done->challenge;
	if (done->form == KEEL_FORM_LOST || done->end == KEEL_END_FORM)
		deed->form_lost = true;
	deed->stopped = done->end == KEEL_END_PAIN;
	deed->complete = (done->end == KEEL_END_DONE || done->end == KEEL_END_EASED) &&
			 !item->cut && (item->set_last == 0 || item->set_last >= item->dose.sets);
	deed->tick = ledger->tick;
	if (!exposure)
		return;
	count_clean(ledger, deed);
	bool told = done->further != KEEL_ABSENT || done->change == KEEL_CHANGE_SAME_OR_LESS;
	if (deed->purpose == KEEL_PURPOSE_WAY_BACK && deed->complete && told && !deed->further)
		open_directions(ledger, deed);
}

static void take_set_done(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_set_done *set = &event->u.set_done;
	int session = find_held(ledger, set->session);
	sim_ledger_item *item = begin_item(&ledger->held[session], set->index);
	if (item == NULL)
		return;
	item->set_last = (int16_t)most(item->set_last, set->set);
	if (set->end != KEEL_END_DONE && set->end != KEEL_END_EASED)
		item->cut = true;
	if (set->end == KEEL_END_FORM)
		deed_of(ledger, session, set->index)->form_lost = true;
}

/* ---- screening ----------------------------------------------------------------------------------
 */

static void take_answer(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_screening_answer *answer = &event->u.screening_answer;
	const keel_question *asked = keel_question_find(ledger->catalogue, answer->question.bytes,
							(size_t)answer->question.byte_count);
	if (asked == NULL)
		return;
	sim_question *question = &ledger->questions[asked - ledger->catalogue->questions];
	question->answer = (int16_t)answer->answer;
	question->round = (int16_t)answer->round;
	question->date = keel_event_date(event);
	question->tick = ledger->tick;
	bool unsure = answer->answer == KEEL_ANSWER_UNSURE;
	if (answer->answer == KEEL_ANSWER_NO || (unsure && answer->round < 2))
		return;
	question->flag_unsure = question->flagged ? question->flag_unsure && unsure : unsure;
	question->flagged = true;
	question->flag_date = question->date;
	memcpy(question->flag_event, event->id, sizeof question->flag_event);
}

static int tier_of(const sim_ledger *ledger, int index)
{
	const sim_question *question = &ledger->questions[index];
	int tier = ledger->catalogue->questions[index].tier;
	if (!question->flagged)
		return KEEL_TIER_COUNT;
	if (!question->flag_unsure)
		return tier;
	return tier <= KEEL_TIER_CLINICIAN_SOON ? tier + 1 : KEEL_TIER_COUNT;
}

int sim_ledger_tier(const sim_ledger *ledger)
{
	int worst = KEEL_TIER_COUNT;
	for (int i = 0; i < ledger->catalogue->question_count; i++)
		worst = least(worst, tier_of(ledger, i));
	return worst;
}

static void clear(sim_ledger *ledger, int index, const keel_event_clearance *clearance,
		  int32_t date)
{
	sim_question *question = &ledger->questions[index];
	int tier = tier_of(ledger, index);
	int32_t assessed =
		clearance->assessed_date == KEEL_ABSENT ? date : clearance->assessed_date;
	bool lifts = true;
	if (clearance->kind == KEEL_CLEARANCE_MISTAKE)
		ledger->void_tick = ledger->tick;
	else if (clearance->kind == KEEL_CLEARANCE_ADVICE)
		lifts = tier >= KEEL_TIER_CLINICIAN_SOON;
	else
		lifts = assessed >= question->flag_date && assessed <= date &&
			(tier != KEEL_TIER_EMERGENCY || date > question->flag_date);
	if (!lifts)
		return;
	question->flagged = false;
	if (clearance->kind != KEEL_CLEARANCE_MISTAKE && tier <= KEEL_TIER_SAME_DAY) {
		ledger->restart_tick = ledger->tick;
		ledger->restart_ever++;
	}
}

static void take_clearance(sim_ledger *ledger, const keel_event *event)
{
	uint8_t named[16];
	keel_text lock = event->u.clearance.lock;
	if (!keel_event_id_read(lock.bytes, (size_t)lock.byte_count, named))
		return;
	for (int i = 0; i < ledger->catalogue->question_count; i++)
		if (ledger->questions[i].flagged &&
		    memcmp(ledger->questions[i].flag_event, named, sizeof named) == 0)
			clear(ledger, i, &event->u.clearance, keel_event_date(event));
}

static void take_symptom(sim_ledger *ledger, const keel_event *event)
{
	ledger->leg = event->u.symptom.symptom;
	if (ledger->leg == KEEL_SYMPTOM_LEG_BETTER)
		return;
	bool first_day = true;
	for (int i = 0; i < ledger->catalogue->question_count; i++)
		if (ledger->questions[i].answer != SIM_NONE &&
		    ledger->questions[i].date != keel_event_date(event))
			first_day = false;
	for (int i = 0; i < ledger->held_count; i++)
		first_day = first_day && !ledger->held[i].started;
	if (!first_day)
		ledger->again_tick = ledger->tick;
}

static void take_unwell(sim_ledger *ledger, const keel_event *event)
{
	/* C1b: chest pain, fainting, neurological signs; the signs of pregnancy likewise. */
	switch (event->u.unwell.sign) {
	case KEEL_SIGN_CHEST:
	case KEEL_SIGN_FAINT:
	case KEEL_SIGN_LEG:
	case KEEL_SIGN_HEADACHE:
	case KEEL_SIGN_BALANCE:
	case KEEL_SIGN_PREGNANCY:
		ledger->stop_tick = ledger->tick;
		break;
	default:
		break;
	}
	if (event->u.unwell.session.byte_count == 0)
		return;
	sim_held *held = get_held(ledger, event->u.unwell.session);
	held->ended = held->unwell = true;
}

/* ---- the rest -----------------------------------------------------------------------------------
 */

static int movement_named(const sim_ledger *ledger, keel_text id)
{
	return id.byte_count == 0
		       ? SIM_NONE
		       : keel_movement_find(ledger->catalogue, id.bytes, (size_t)id.byte_count);
}

static void take_edit(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_clinician_edit *edit = &event->u.clinician_edit;
	int movement = movement_named(ledger, edit->movement);
	if (edit->edit == KEEL_EDIT_OVERRIDE_GATE) {
		if (edit->gate == KEEL_ABSENT || edit->until_date == KEEL_ABSENT ||
		    ledger->override_count == 64)
			return;
		ledger->overrides[ledger->override_count++] =
			(sim_override){(int16_t)movement, (int16_t)edit->gate, edit->until_date};
		return;
	}
	if (movement == SIM_NONE)
		return;
	sim_moves *moves = &ledger->moves[movement];
	if (edit->edit == KEEL_EDIT_FORBID) {
		moves->forbidden = true;
		moves->forbid_until =
			edit->until_date == KEEL_ABSENT ? SIM_NEVER : edit->until_date;
	} else if (edit->edit == KEEL_EDIT_ALLOW) {
		moves->forbidden = false;
	} else if (edit->edit == KEEL_EDIT_CLEAR_MOVEMENT) {
		moves->closed_tick = moves->cleared_tick = ledger->tick;
		moves->closed_by_person = false;
	}
}

/* Three dates with a counted rise within 42 days that nothing has closed. */
static bool third_rise(const sim_ledger *ledger, int movement)
{
	int32_t dates[3] = {SIM_NEVER, SIM_NEVER, SIM_NEVER};
	for (int at = ledger->moves[movement].last_deed; at != SIM_NONE;
	     at = ledger->deeds[at].before_same) {
		const sim_deed *deed = &ledger->deeds[at];
		if (deed->tick <= ledger->moves[movement].closed_tick)
			break;
		if (!sim_deed_counted(deed) || deed->date == dates[2])
			continue;
		dates[0] = dates[1];
		dates[1] = dates[2];
		dates[2] = deed->date;
		if (dates[0] != SIM_NEVER && dates[0] - dates[2] < 42)
			return true;
	}
	return false;
}

static void take_try_again(sim_ledger *ledger, const keel_event *event)
{
	int movement = movement_named(ledger, event->u.try_again.movement);
	if (movement == SIM_NONE || !third_rise(ledger, movement))
		return;
	ledger->moves[movement].closed_tick = ledger->tick;
	ledger->moves[movement].closed_by_person = true;
}

static void take_after(sim_ledger *ledger, const keel_event *event)
{
	int session = find_held(ledger, event->u.after_effect.session);
	if (session == SIM_NONE)
		return;
	sim_held *held = &ledger->held[session];
	held->after = (int16_t)event->u.after_effect.answer;
	held->after_date = keel_event_date(event);
	int32_t day = held->after_date - ledger->first_date;
	if (held->after == KEEL_AFTER_STILL_WORSE && day >= 0 && day < SIM_DAYS_MAX)
		ledger->still_worse[day] = true;
}

static void take_direction_test(sim_ledger *ledger, const keel_event *event)
{
	const keel_event_direction_test *test = &event->u.direction_test;
	int32_t date = keel_event_date(event);
	if (test->place_after > test->place_before) {
		ledger->rests[test->direction] = true;
		ledger->spread_date[test->direction] = date;
	} else if (date - ledger->spread_date[test->direction] >= 3) {
		ledger->rests[test->direction] = false;
	}
}

static void take_morning(sim_ledger *ledger, const keel_event *event)
{
	int32_t date = keel_event_date(event);
	int32_t day = date - ledger->first_date;
	at_rest(ledger, date, event->u.morning_check.pain);
	if (day >= 0 && day < SIM_DAYS_MAX)
		ledger->morning[day] =
			(int8_t)most(ledger->morning[day], event->u.morning_check.pain);
}

static void take_person(sim_ledger *ledger, const keel_event *event)
{
	switch (event->type) {
	case KEEL_EVENT_PROFILE:
		if (event->u.profile.birth_year != KEEL_ABSENT)
			ledger->birth_year = event->u.profile.birth_year;
		if (event->u.profile.training != KEEL_ABSENT)
			ledger->training = event->u.profile.training;
		break;
	case KEEL_EVENT_SCHEDULE:
		if (event->u.schedule.minutes != KEEL_ABSENT)
			ledger->minutes = event->u.schedule.minutes;
		if (event->u.schedule.exercises_max != KEEL_ABSENT)
			ledger->exercises_max = event->u.schedule.exercises_max;
		if (event->u.schedule.wake_min != KEEL_ABSENT)
			ledger->wake_min = event->u.schedule.wake_min;
		break;
	case KEEL_EVENT_EQUIPMENT:
		ledger->equipment[event->u.equipment.item] = (int8_t)event->u.equipment.have;
		break;
	case KEEL_EVENT_ABILITY:
		ledger->ability[event->u.ability.ability] = (int8_t)event->u.ability.can;
		break;
	case KEEL_EVENT_CONDITION:
		ledger->has[event->u.condition.condition] = event->u.condition.has == 1;
		ledger->since[event->u.condition.condition] =
			event->u.condition.since_date == KEEL_ABSENT
				? SIM_NEVER
				: event->u.condition.since_date;
		break;
	default: {
		keel_text id = event->u.programme_chosen.programme;
		const keel_programme *programme =
			keel_programme_find(ledger->catalogue, id.bytes, (size_t)id.byte_count);
		ledger->programme = programme == NULL
					    ? SIM_NONE
					    : (int)(programme - ledger->catalogue->programmes);
		break;
	}
	}
}

static void take_review(sim_ledger *ledger, const keel_event *event)
{
	if (event->u.screening_review.answer == KEEL_REVIEW_SOME)
		ledger->again_tick = ledger->tick;
	else
		ledger->review_date = most(ledger->review_date, keel_event_date(event));
}

void sim_ledger_take(sim_ledger *ledger, const keel_event *event)
{
	ledger->tick++;
	switch (event->type) {
	case KEEL_EVENT_PROFILE:
	case KEEL_EVENT_SCHEDULE:
	case KEEL_EVENT_EQUIPMENT:
	case KEEL_EVENT_ABILITY:
	case KEEL_EVENT_CONDITION:
	case KEEL_EVENT_PROGRAMME_CHOSEN:
		take_person(ledger, event);
		break;
	case KEEL_EVENT_SCREENING_ANSWER:
		take_answer(ledger, event);
		break;
	case KEEL_EVENT_SCREENING_REVIEW:
		take_review(ledger, event);
		break;
	case KEEL_EVENT_CLEARANCE:
		take_clearance(ledger, event);
		break;
	case KEEL_EVENT_DIRECTION_TEST:
		take_direction_test(ledger, event);
		break;
	case KEEL_EVENT_SESSION_PRESCRIBED:
		take_prescribed(ledger, event);
		break;
	case KEEL_EVENT_SESSION_ITEM:
		take_item(ledger, event);
		break;
	case KEEL_EVENT_SESSION_STARTED:
		take_started(ledger, event);
		break;
	case KEEL_EVENT_SET_DONE:
		take_set_done(ledger, event);
		break;
	case KEEL_EVENT_PAIN_REPORT:
		take_pain_report(ledger, event);
		break;
	case KEEL_EVENT_EXERCISE_DONE:
		take_exercise_done(ledger, event);
		break;
	case KEEL_EVENT_UNWELL:
		take_unwell(ledger, event);
		break;
	case KEEL_EVENT_SESSION_ENDED:
		take_ended(ledger, event);
		break;
	case KEEL_EVENT_MORNING_CHECK:
		take_morning(ledger, event);
		break;
	case KEEL_EVENT_AFTER_EFFECT:
		take_after(ledger, event);
		break;
	case KEEL_EVENT_SYMPTOM:
		take_symptom(ledger, event);
		break;
	case KEEL_EVENT_TRY_AGAIN:
		take_try_again(ledger, event);
		break;
	case KEEL_EVENT_CLINICIAN_EDIT:
		take_edit(ledger, event);
		break;
	case KEEL_EVENT_UNKNOWN:
		ledger->unknown_count++;
		ledger->unknown_safety_count += event->safety ? 1 : 0;
		break;
	default:
		break;
	}
}
