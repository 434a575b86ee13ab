/* A day under keel: what is asked and answered, rare things, the plan and its checks. */
#include <stdio.h>
#include <string.h>

#include "core/base/date.h"
#include "core/plan/plan.h"
#include "core/safety/safety.h"
#include "sim/rare.h"

static bool chance(sim_life *life, double probability)
{
	return sim_chance(&life->rng, probability);
}

/* ---- the first day ------------------------------------------------------------------------------
 */

static void answer_question(sim_life *life, int index, int answer, int round)
{
	const keel_question *question = &life->catalogue->questions[index];
	keel_event event = sim_event(KEEL_EVENT_SCREENING_ANSWER);
	event.u.screening_answer = (keel_event_screening_answer){sim_text(question->id),
								 question->tier, answer, round};
	sim_diary_write(life->diary, &event);
}

static void answer_one(sim_life *life, int index, int round)
{
	int answer = KEEL_ANSWER_NO;
	if (sim_life_chance(life, SIM_UNSURE) || (round == 2 && chance(life, 0.3)))
		answer = KEEL_ANSWER_UNSURE;
	if (life->catalogue->questions[index].tier == KEEL_TIER_ADVICE && chance(life, 0.4))
		answer = KEEL_ANSWER_YES;
	answer_question(life, index, answer, round);
}

static void tell_body(sim_life *life)
{
	const sim_person *person = &life->person;
	for (int i = 0; i < KEEL_EQUIPMENT_COUNT; i++) {
		if (person->equipment[i] < 0)
			continue;
		keel_event event = sim_event(KEEL_EVENT_EQUIPMENT);
		event.u.equipment = (keel_event_equipment){i, person->equipment[i]};
		sim_diary_write(life->diary, &event);
	}
	for (int i = 0; i < KEEL_ABILITY_COUNT; i++) {
		keel_event event = sim_event(KEEL_EVENT_ABILITY);
		event.u.ability = (keel_event_ability){i, !person->cannot[i]};
		if (person->cannot[i] || chance(life, 0.3))
			sim_diary_write(life->diary, &event);
	}
	for (int i = 0; i < KEEL_CONDITION_COUNT; i++) {
		if (!person->has[i])
			continue;
		keel_event event = sim_event(KEEL_EVENT_CONDITION);
		event.u.condition = (keel_event_condition){i, 1, KEEL_ABSENT};
		if (chance(life, 0.7))
			event.u.condition.since_date = life->date - sim_below(&life->rng, 200);
		sim_diary_write(life->diary, &event);
	}
}

static void tell_liking(sim_life *life)
{
	for (int i = 0; i < life->catalogue->movement_count; i++) {
		if (!chance(life, 0.06))
			continue;
		keel_event event = sim_event(KEEL_EVENT_PREFERENCE);
		event.u.preference.movement = sim_text(life->catalogue->movements[i].id);
		event.u.preference.liking =
			chance(life, 0.6) ? KEEL_LIKING_LIKE : KEEL_LIKING_DISLIKE;
		sim_diary_write(life->diary, &event);
	}
}

void sim_keel_first_day(sim_life *life)
{
	const sim_person *person = &life->person;
	sim_diary_at(life->diary, life->date, 5 * 60);
	keel_event event = sim_event(KEEL_EVENT_PROFILE);
	event.u.profile.birth_year = chance(life, 0.004) ? 2012 : 1940 + sim_below(&life->rng, 65);
	event.u.profile.training = person->trains ? KEEL_TRAINING_YES : KEEL_TRAINING_NO;
	sim_diary_write(life->diary, &event);
	event = sim_event(KEEL_EVENT_SCHEDULE);
	if (person->minutes >= 0)
		event.u.schedule.minutes = person->minutes;
	if (person->exercises_max >= 0)
		event.u.schedule.exercises_max = person->exercises_max;
	if (person->wake_min >= 0)
		event.u.schedule.wake_min = person->wake_min;
	sim_diary_write(life->diary, &event);
	tell_body(life);
	tell_liking(life);
	if (person->programme >= 0) {
		event = sim_event(KEEL_EVENT_PROGRAMME_CHOSEN);
		event.u.programme_chosen.programme =
			sim_text(life->catalogue->programmes[person->programme].id);
		sim_diary_write(life->diary, &event);
	}
	bool worried = chance(life, 0.1);
	bool short_cut = chance(life, 0.03); /* "something gentle now": urgent ones only */
	for (int i = 0; i < life->catalogue->question_count; i++) {
		int tier = life->catalogue->questions[i].tier;
		if (tier == KEEL_TIER_INFLAMMATORY && worried)
			answer_question(life, i, KEEL_ANSWER_YES, 1);
		else if (tier <= KEEL_TIER_SAME_DAY || !short_cut)
			answer_one(life, i, 1);
	}
}

/* ---- rare things --------------------------------------------------------------------------------
 */

static void flag(sim_life *life)
{
	bool mistap = sim_life_chance(life, SIM_MISTAP_A_DAY);
	if (!mistap && !sim_life_chance(life, SIM_RED_FLAG_A_DAY))
		return;
	int index = sim_below(&life->rng, life->catalogue->question_count);
	answer_question(life, index, KEEL_ANSWER_YES, 1);
	if (!mistap || chance(life, 0.3))
		return;
	char lock[33];
	keel_event_id_write(life->diary->last_id, lock);
	keel_event event = sim_event(KEEL_EVENT_CLEARANCE);
	event.u.clearance.lock = sim_text(lock);
	event.u.clearance.kind = KEEL_CLEARANCE_MISTAKE;
	sim_diary_write(life->diary, &event);
}

static void symptom(sim_life *life)
{
	if (!sim_life_chance(life, SIM_LEG_SYMPTOM_A_DAY))
		return;
	keel_event event = sim_event(KEEL_EVENT_SYMPTOM);
	event.u.symptom.symptom = sim_below(&life->rng, KEEL_SYMPTOM_COUNT);
	sim_diary_write(life->diary, &event);
}

static void clinician(sim_life *life)
{
	if (!sim_life_chance(life, SIM_CLINICIAN_A_DAY))
		return;
	int movement = sim_below(&life->rng, life->catalogue->movement_count);
	keel_event event = sim_event(KEEL_EVENT_CLINICIAN_EDIT);
	keel_event_clinician_edit *edit = &event.u.clinician_edit;
	edit->edit = sim_below(&life->rng, KEEL_EDIT_PRESCRIBE); /* the ones before it */
	edit->role = sim_text("physiotherapist");
	edit->name = sim_text("A. Reader");
	edit->reason = sim_text("seen today");
	if (edit->edit != KEEL_EDIT_OVERRIDE_GATE || chance(life, 0.5))
		edit->movement = sim_text(life->catalogue->movements[movement].id);
	if (edit->edit == KEEL_EDIT_OVERRIDE_GATE)
		edit->gate = sim_below(&life->rng, KEEL_GATE_COUNT);
	if (chance(life, 0.8))
		edit->until_date = life->date + sim_below(&life->rng, 30);
	sim_diary_write(life->diary, &event);
}

static void change_of_body(sim_life *life)
{
	if (!chance(life, 0.004))
		return;
	int condition = sim_below(&life->rng, KEEL_CONDITION_COUNT);
	keel_event event = sim_event(KEEL_EVENT_CONDITION);
	event.u.condition = (keel_event_condition){condition, chance(life, 0.5), KEEL_ABSENT};
	sim_diary_write(life->diary, &event);
	int item = sim_below(&life->rng, KEEL_EQUIPMENT_COUNT);
	event = sim_event(KEEL_EVENT_EQUIPMENT);
	event.u.equipment = (keel_event_equipment){item, chance(life, 0.7)};
	sim_diary_write(life->diary, &event);
}

/* C4: days 2 to 4, one direction a day, not with 7 and more. */
static void test_direction(sim_life *life)
{
	if (life->day < 2 || life->day > 4 || life->body.pain >= 7 ||
	    !sim_life_chance(life, SIM_TEST_CHANCE))
		return;
	int direction = life->day - 2;
	bool leg = life->person.leg_direction >= 0;
	bool worse = leg && life->person.leg_direction == direction && chance(life, 0.6);
	bool better = leg && !worse && chance(life, 0.4);
	int before = leg ? KEEL_PLACE_THIGH : KEEL_PLACE_BACK;
	keel_event event = sim_event(KEEL_EVENT_DIRECTION_TEST);
	event.u.direction_test = (keel_event_direction_test){
		.direction = direction,
		.pain_before = sim_say(life->body.pain, sim_life_noise(life)),
		.pain_after = sim_say(life->body.pain, sim_life_noise(life)),
		.place_before = before,
		.place_after = worse	? KEEL_PLACE_BELOW_KNEE
			       : better ? KEEL_PLACE_BACK
					: before,
		.reps = worse ? 5 : 10,
	};
	sim_diary_write(life->diary, &event);
}

/* ---- what is asked ------------------------------------------------------------------------------
 */

static void morning(sim_life *life)
{
	if (!sim_life_chance(life, SIM_MORNING_ANSWERED))
		return;
	double pain = life->body.pain + life->person.trait[SIM_MORNING_STIFF];
	keel_event event = sim_event(KEEL_EVENT_MORNING_CHECK);
	event.u.morning_check.pain = sim_say(pain, sim_life_noise(life));
	event.u.morning_check.soreness = sim_below(&life->rng, 5);
	sim_diary_write(life->diary, &event);
}

static bool answer_screening(sim_life *life)
{
	const keel_allowed *allowed = life->allowed;
	bool urgent_only = chance(life, 0.1);
	if (!allowed->ask_screening || !chance(life, 0.75))
		return false;
	for (int i = 0; i < life->catalogue->question_count; i++) {
		bool urgent = life->catalogue->questions[i].tier <= KEEL_TIER_SAME_DAY;
		if (allowed->ask_question[i] && (urgent || !urgent_only))
			answer_one(life, i, allowed->ask_round[i]);
	}
	return true;
}

static bool answer_review(sim_life *life)
{
	if (!life->allowed->ask_review || !sim_life_chance(life, SIM_REVIEW_ANSWERED))
		return false;
	keel_event event = sim_event(KEEL_EVENT_SCREENING_REVIEW);
	event.u.screening_review.answer = chance(life, 0.02) ? KEEL_REVIEW_SOME : KEEL_REVIEW_NONE;
	sim_diary_write(life->diary, &event);
	return true;
}

static bool answer_after(sim_life *life)
{
	if (!life->allowed->ask_after || !sim_life_chance(life, SIM_AFTER_ANSWERED))
		return false;
	const sim_ledger *ledger = life->ledger;
	int last = ledger->held_count - 1;
	while (last >= 0 && (!ledger->held[last].started ||
			     ledger->held[last].date != life->allowed->ask_after_date ||
			     !sim_held_counts(ledger, last)))
		last--;
	if (last < 0)
		return false;
	keel_event event = sim_event(KEEL_EVENT_AFTER_EFFECT);
	event.u.after_effect.session = (keel_text){ledger->held[last].id, 32};
	event.u.after_effect.answer = life->body.carry > 1.5   ? KEEL_AFTER_STILL_WORSE
				      : life->body.carry > 0.7 ? KEEL_AFTER_WORSE_A_DAY
							       : KEEL_AFTER_SETTLED;
	if (sim_life_chance(life, SIM_WRONG_ANSWER))
		event.u.after_effect.answer = sim_below(&life->rng, KEEL_AFTER_COUNT);
	sim_diary_write(life->diary, &event);
	return true;
}

static bool answer_lock(sim_life *life, const keel_lock *lock, bool is_limit)
{
	char text[33];
	if (!lock->way_mistake && !lock->way_assessed && !lock->way_advice)
		return false;
	if (!chance(life, is_limit ? 0.15 : 0.35))
		return false;
	keel_event_id_write(lock->event, text);
	keel_event event = sim_event(KEEL_EVENT_CLEARANCE);
	event.u.clearance.lock = sim_text(text);
	event.u.clearance.kind = is_limit ? KEEL_CLEARANCE_ADVICE : KEEL_CLEARANCE_ASSESSED;
	if (chance(life, 0.2))
		event.u.clearance.kind = sim_below(&life->rng, KEEL_CLEARANCE_COUNT);
	event.u.clearance.role = sim_text("general practitioner");
	if (chance(life, 0.8))
		event.u.clearance.assessed_date = life->date - (chance(life, 0.1) ? 20 : 0);
	sim_diary_write(life->diary, &event);
	return true;
}

static bool try_again(sim_life *life)
{
	bool any = false;
	for (int i = 0; i < life->catalogue->movement_count; i++) {
		const keel_movement_verdict *verdict = &life->allowed->movements[i];
		if (!verdict->rests || verdict->why.rule != KEEL_RULE_AFTER_THIRD_RISE ||
		    !chance(life, 0.15))
			continue;
		keel_event event = sim_event(KEEL_EVENT_TRY_AGAIN);
		event.u.try_again.movement = sim_text(life->catalogue->movements[i].id);
		sim_diary_write(life->diary, &event);
		any = true;
	}
	return any;
}

static bool answer_all(sim_life *life)
{
	const keel_allowed *allowed = life->allowed;
	bool any = answer_screening(life);
	any = answer_review(life) || any;
	any = answer_after(life) || any;
	for (int i = 0; i < allowed->lock_count; i++)
		any = answer_lock(life, &allowed->locks[i], false) || any;
	for (int i = 0; i < allowed->limit_count; i++)
		any = answer_lock(life, &allowed->limits[i], true) || any;
	return try_again(life) || any;
}

/* ---- the plan -----------------------------------------------------------------------------------
 */

static void count_plan(sim_life *life)
{
	sim_result *result = life->result;
	const keel_allowed *allowed = life->allowed;
	result->plans++;
	if (allowed->locked)
		return;
	for (int i = 0; i < allowed->movement_count; i++) {
		life->own_movement_days += allowed->movements[i].at_hand;
		life->own_resting_days += allowed->movements[i].rests;
	}
	int stage = allowed->stage;
	if (life->stage_first < 0)
		life->stage_first = life->stage_best = stage;
	if (stage > life->stage_best) {
		for (int at = life->stage_best + 1; at <= stage; at++) {
			int bin = life->day < SIM_SHARE_BINS - 1 ? life->day : SIM_SHARE_BINS - 1;
			result->stage_people[at]++;
			result->stage_day_bins[at][bin]++;
		}
		life->stage_best = stage;
		life->steady_progress = true;
		bool improves = sim_improves(&life->person) && life->person.programme < 0;
		if (life->day <= 42 && improves && !life->reached)
			result->improving_reached++;
		life->reached = life->reached || life->day <= 42;
	}
}

static void count_items(sim_life *life)
{
	const sim_ledger *ledger = life->ledger;
	if (life->plan->search_nodes > life->result->nodes_max)
		life->result->nodes_max = life->plan->search_nodes;
	for (int i = 0; i < life->plan->item_count; i++) {
		const keel_item *item = &life->plan->items[i];
		int last = life->ledger->moves[item->movement].last_deed;
		life->result->steps_up += item->steps_up;
		life->result->again_items +=
			last != SIM_NONE && ledger->deeds[last].session == ledger->held_count - 1;
		life->steady_progress = life->steady_progress || item->steps_up || last == SIM_NONE;
		if (last == SIM_NONE || item->rung >= life->ledger->deeds[last].rung)
			continue;
		life->result->steps_down++;
		const keel_movement *facts = &life->catalogue->movements[item->movement];
		double rise = sim_rise_at(&life->person, &life->body, facts, item->movement,
					  life->ledger->deeds[last].rung);
		keel_rule rule = item->dose_why.rule;
		bool by_pain = rule == KEEL_RULE_PAIN_RISE_2 || rule == KEEL_RULE_PAIN_RISE_3 ||
			       rule == KEEL_RULE_PAIN_HIGH_RISE_2;
		life->result->noise_down += by_pain && rise < 0.5;
	}
}

static void judge(sim_life *life)
{
	if (!life->diary->folds)
		sim_diary_refold(life->diary, 0, life->state);
	keel_safety_allowed(life->catalogue, life->state, &life->moment, life->allowed);
}

static void plan(sim_life *life)
{
	uint64_t seed = keel_plan_seed(life->diary->person, life->date);
	keel_plan_make(life->catalogue, life->state, life->allowed, seed, life->plan);
	keel_safety_check(life->catalogue, life->state, life->allowed, life->plan);
	sim_case at = {
		.watch = life->watch,
		.catalogue = life->catalogue,
		.ledger = life->ledger,
		.now = &life->moment,
		.allowed = life->allowed,
		.plan = life->plan,
		.light = !life->diary->folds || life->rare != SIM_RARE_NOT,
		.folds = life->diary->folds,
	};
	life->watch->person = life->person.index;
	life->watch->day = life->day;
	sim_watch_plan(&at);
	if (life->person.index == 0 && life->day == life->def->plant_day)
		sim_violation(life->watch, "0 planted", "%d items", life->plan->item_count);
	count_plan(life);
}

void sim_keel_plan(sim_life *life)
{
	judge(life);
	plan(life);
}

static void count_directions(sim_life *life)
{
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		life->direction_days[i] = life->ledger->rests[i] ? life->direction_days[i] + 1 : 0;
		if (life->direction_days[i] > life->result->direction_days_max)
			life->result->direction_days_max = life->direction_days[i];
		if (life->direction_days[i] == 28)
			sim_oddity(life->watch, "2 a direction rests for 28 days of use",
				   "%s, programme %d", keel_direction_names[i],
				   life->person.programme);
	}
}

static void one_sitting(sim_life *life, int32_t minute)
{
	life->minute = minute;
	life->moment = (keel_moment){.date = life->date, .minute = minute, .up_min = KEEL_UNKNOWN};
	if (chance(life, 0.3))
		life->moment.up_min = 20 + sim_below(&life->rng, 300);
	sim_diary_at(life->diary, life->date, minute);
	judge(life);
	if (answer_all(life))
		judge(life);
	if (sim_rare_test(life))
		judge(life);
	plan(life);
	life->result->locked_days += life->allowed->locked;
	life->result->empty_days += !life->allowed->locked && life->plan->item_count == 0;
	if (!sim_life_chance(life, SIM_SESSION_A_DAY) || life->plan->item_count == 0)
		return;
	count_items(life);
	sim_keel_session(life);
}

void sim_keel_day(sim_life *life)
{
	int32_t wake_min = life->person.wake_min >= 0 ? life->person.wake_min : 420;
	sim_diary_at(life->diary, life->date, wake_min + 10);
	flag(life);
	symptom(life);
	clinician(life);
	change_of_body(life);
	morning(life);
	sim_rare_day(life);
	test_direction(life);
	int32_t minute = wake_min + 30 + sim_below(&life->rng, 600);
	one_sitting(life, minute);
	if (sim_life_chance(life, SIM_SECOND_SESSION) && minute < 1200)
		one_sitting(life, minute + 120);
	count_directions(life);
}
