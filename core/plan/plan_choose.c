/* The personal choice: the best few of what is allowed, exactly.
 *
 * One integer objective: the sum of what makes each movement good for this person today, and of
 * what makes two of them go together. Every addend stands in the table below with its reason. Hard
 * constraints: the minutes, the number of exercises, what must be in (a way back, what a clinician
 * pinned, S2's first open step), and one stretch or mobility and one control or strengthening where
 * the allowed set has them (DESIGN inv. 9).
 *
 * The search is branch and bound. Candidates stand in the order: those that must be in, then by the
 * most each could ever add (its score and every bonus it could share); at each node the sum of the
 * next ones bounds what can still be won. It proves its answer; only after SEARCH_NODES_MAX nodes
 * does it stop and say so. Greedy choice was rejected: it fills the minutes with one long movement
 * and calls that the best.
 *
 * When the constraints cannot be met together (a long pinned movement, few minutes, one exercise a
 * session) they are given up one at a time: the two kinds, then S2's step, then the pins, the one
 * whose movement came into the record first before the others, and a way back last of all. With one
 * exercise a session S2's step or a pin would be the whole plan for ever: there what was in the
 * last session need not be in this one, and the two kinds take turns.
 */
#include <string.h>

#include "core/base/hash.h"
#include "core/plan/plan_inside.h"
#include "core/state/thresholds.h"

#define SEARCH_NODES_MAX 400000 /* about a hundredth of a second */

/* Addends of the objective. A movement is worth 100; the others are turned against that. */
enum {
	WORTH = 100,
	WORTH_LIKED = 30, /* S1.choice: that you enjoy doing */
	WORTH_DISLIKED = -80,
	WORTH_RELIEF = 40,	/* S0.relief: times the share of times it eased */
	WORTH_MORNING_MORE = -30, /* C7: mornings after it; a preference as large as a liking */
	WORTH_MORNING_LESS = 30,
	WORTH_BEGUN = 20,	/* continuity: what was begun goes on to rise */
	WORTH_NEAR = 60,	/* ... above all where the second clean time or the step is next */
	WORTH_SETTLED = 90,	/* what is known well stays at its dose, in turn */
	WORTH_LATER = -90,	/* few at a time: a new one waits while enough are begun */
	WORTH_GATE = 110,	/* the next stage asks for it */
	WORTH_ROTATION_DAY = 9, /* variety: a day since it was done, up to four */
	WORTH_STAGE = 12,	/* of the present stage rather than an earlier one */
	WORTH_BELOW = -14,	/* control and strength: for each stage below today's */
	WORTH_OUTGROWN = -30,	/* at the end of its ladder, and its harder form is allowed */
	WORTH_NEUTRAL = -40,	/* the neutral set is for when there is nothing else */
	WORTH_PREFERRED = 25,	/* direction that brought the pain to the centre */
	WORTH_AVOIDED = -160,	/* direction the person is sensitive to: taken only when needed */
	WORTH_TIGHT = 25,	/* S3.balance: the hip flexors were tight in their test */
	WORTH_GLUTES = 20,	/* S3.override: the hamstrings did the bridge's work */
	WORTH_WALK = 60,	/* C6: walking belongs in the plan; neutral or not */
	WORTH_WALK_OTHER = -80, /* one walk is gone on with, so that it grows */
	WORTH_TRY_AGAIN = 80,	/* somebody asked for it */
	WORTH_BALANCE = 24,	/* aims balanced over the week: less for each time */
	WORTH_BALANCE_STEP = 4,
	WORTH_CHANCE = 4, /* rotation by person and date: under this */
	PAIR_SAME_AIM = -25,
	PAIR_SAME_LADDER = -90, /* easier and harder form of one movement */
	PAIR_BALANCE = 15,	/* S3.balance: stretch of the tight and activation of the relaxed */
	PAIR_LOOSEN = -40,	/* S1.choice: a couple of stretches, not four */
	WALK_DAYS = 2
};

static int32_t score_history(const keel_planner *planner, const keel_movement_state *record)
{
	int32_t ago = planner->allowed->date - record->date_last;
	int32_t score = 0;
	int32_t twice = planner->allowed->maintenance ? 2 : 1; /* S1.prevent: favourites, relief */
	if (record->liking == KEEL_LIKING_LIKE)
		score += WORTH_LIKED * twice;
	if (record->liking == KEEL_LIKING_DISLIKE)
		score += WORTH_DISLIKED;
	if (record->done_count >= KEEL_RELIEF_TIMES_MIN)
		score += twice * WORTH_RELIEF * record->eased_count / record->done_count;
	const keel_pattern *pattern = &planner->pattern[record - planner->state->movements];
	if (pattern->verdict == KEEL_PATTERN_MORE)
		score += WORTH_MORNING_MORE;
	if (pattern->verdict == KEEL_PATTERN_LESS)
		score += WORTH_MORNING_LESS;
	if (record->done_count > 0)
		score += WORTH_ROTATION_DAY * (ago < 4 ? (ago < 0 ? 0 : ago) : 4);
	return score;
}

/* What lets a person grow: the stage, what was begun, what the next gate asks for. Only control and
 * strength belong to a stage; what loosens or calms is as good at any. A skill is learned by coming
 * back to it: few movements at a time, each until it has come as far as it goes; then it takes
 * turns with the others that are known well, and a new one may come. */
static int32_t score_growth(const keel_planner *planner, int movement)
{
	const keel_movement *facts = &planner->catalogue->movements[movement];
	const keel_movement_verdict *verdict = &planner->allowed->movements[movement];
	int32_t below = (int32_t)planner->allowed->stage_today - facts->stage;
	int32_t score = below == 0 ? WORTH_STAGE : 0;
	if (below > 0 && keel_plan_kinds(facts) == KEEL_KIND_CONTROL)
		score += WORTH_BELOW * below;
	static const int32_t worth[] = {0, WORTH_BEGUN, WORTH_NEAR, WORTH_SETTLED};
	int learning = planner->learning[movement];
	score += worth[learning];
	if (learning == KEEL_LEARNING_NEW && planner->learning_count >= KEEL_PLAN_LEARNING_MAX)
		score += WORTH_LATER;
	if (verdict->gate_wants)
		score += WORTH_GATE;
	if (learning == KEEL_LEARNING_SETTLED && facts->harder != KEEL_NO_MOVEMENT &&
	    keel_plan_may(planner, facts->harder))
		score += WORTH_OUTGROWN;
	return score;
}

/* What the self-tests and the leaning questions say. */
static int32_t score_findings(const keel_allowed *allowed, const keel_movement *facts)
{
	int32_t score = 0;
	bool glutes = facts->aim == KEEL_AIM_ACTIVATE &&
		      (facts->works >> KEEL_MUSCLE_GLUTEUS_MAXIMUS & 1) == 1;
	if ((facts->directions & (uint32_t)allowed->directions_preferred) != 0)
		score += WORTH_PREFERRED;
	if ((facts->directions & (uint32_t)allowed->directions_avoided) != 0)
		score += WORTH_AVOIDED;
	if (facts->tight_side && allowed->tight_psoas)
		score += WORTH_TIGHT;
	if (glutes && allowed->hamstrings_override)
		score += WORTH_GLUTES;
	return score;
}

int32_t keel_plan_score(const keel_planner *planner, int movement)
{
	const keel_movement *facts = &planner->catalogue->movements[movement];
	const keel_allowed *allowed = planner->allowed;
	const keel_movement_verdict *verdict = &allowed->movements[movement];
	int record = planner->record[movement];
	const keel_movement_state *state = record < 0 ? NULL : &planner->state->movements[record];
	int32_t score = WORTH;
	score += state == NULL ? 0 : score_history(planner, state);
	score += score_growth(planner, movement);
	bool walked = state != NULL && allowed->date - state->date_last < WALK_DAYS;
	if (facts->neutral)
		score += WORTH_NEUTRAL;
	if (keel_plan_is_walk(facts) && movement != planner->walk)
		score += WORTH_WALK_OTHER;
	else if (keel_plan_is_walk(facts) && !walked)
		score += WORTH_WALK;
	score += score_findings(allowed, facts);
	if (verdict->purpose == KEEL_PURPOSE_TRY_AGAIN)
		score += WORTH_TRY_AGAIN;
	int32_t balance = WORTH_BALANCE - WORTH_BALANCE_STEP * planner->aim_count[facts->aim];
	score += balance > 0 ? balance : 0;
	keel_hash hash = keel_hash_i64(keel_hash_start(), (int64_t)planner->seed);
	hash = keel_hash_bytes(hash, facts->id, strlen(facts->id));
	return score + (int32_t)(keel_hash_end(hash) % WORTH_CHANCE);
}

static bool activates(const keel_movement *facts)
{
	return facts->aim == KEEL_AIM_ACTIVATE || facts->aim == KEEL_AIM_STRENGTHEN;
}

static bool balances(const keel_movement *stretch, const keel_movement *other)
{
	return stretch->tight_side && activates(other);
}

int32_t keel_plan_pair(const keel_planner *planner, int a, int b)
{
	const keel_movement *first = &planner->catalogue->movements[a];
	const keel_movement *second = &planner->catalogue->movements[b];
	int32_t value = first->aim == second->aim ? PAIR_SAME_AIM : 0;
	if (keel_plan_kinds(first) == KEEL_KIND_LOOSEN &&
	    keel_plan_kinds(second) == KEEL_KIND_LOOSEN)
		value += PAIR_LOOSEN;
	if (first->easier == b || first->harder == b || second->easier == a || second->harder == a)
		value += PAIR_SAME_LADDER;
	if (balances(first, second) || balances(second, first))
		value += PAIR_BALANCE;
	return value;
}

/* ---- the search --------------------------------------------------------------------------- */

typedef struct branch {
	int place;     /* candidate taken at this depth */
	int32_t value; /* of the set so far */
	int32_t spent_s;
	int forced;
	uint8_t kinds;
} branch;

/* The most that `more` further candidates from `place` on could add. */
static int32_t bound_of(const keel_choice_input *input, int place, int more)
{
	int32_t bound = 0;
	for (int i = place; i < place + more && i < input->candidate_count; i++) {
		if (input->most[i] <= 0 && !input->forced[i])
			break;
		bound += input->most[i];
	}
	return bound;
}

/* The most a candidate could add: its score and the bonus of every pair it could be in. */
static void find_most(const keel_planner *planner, keel_choice_input *input)
{
	const keel_movement *movements = planner->catalogue->movements;
	int tight_count = 0, active_count = 0;
	for (int i = 0; i < input->candidate_count; i++) {
		const keel_movement *facts = &movements[input->candidates[i]];
		tight_count += facts->tight_side ? 1 : 0;
		active_count += activates(facts) ? 1 : 0;
	}
	for (int i = 0; i < input->candidate_count; i++) {
		const keel_movement *facts = &movements[input->candidates[i]];
		int pairs = (facts->tight_side ? active_count : 0) +
			    (activates(facts) ? tight_count : 0);
		if (pairs > input->count_max - 1)
			pairs = input->count_max - 1;
		input->most[i] = input->score[i] + PAIR_BALANCE * pairs;
	}
}

static bool goes_before(const keel_choice_input *input, int a, int b)
{
	if (input->forced[a] != input->forced[b])
		return input->forced[a];
	if (input->most[a] != input->most[b])
		return input->most[a] > input->most[b];
	return input->candidates[a] < input->candidates[b];
}

void keel_plan_order(const keel_planner *planner, keel_choice_input *input)
{
	keel_choice_input was = *input;
	int16_t places[KEEL_MOVEMENTS_MAX];
	find_most(planner, &was);
	input->forced_count = 0;
	for (int i = 0; i < was.candidate_count; i++) {
		int k = i;
		for (; k > 0 && goes_before(&was, i, places[k - 1]); k--)
			places[k] = places[k - 1];
		places[k] = (int16_t)i;
		input->forced_count += was.forced[i] ? 1 : 0;
	}
	for (int i = 0; i < was.candidate_count; i++) {
		int from = places[i];
		input->candidates[i] = was.candidates[from];
		input->score[i] = was.score[from];
		input->most[i] = was.most[from];
		input->cost_s[i] = was.cost_s[from];
		input->forced[i] = was.forced[from];
		input->kinds[i] = was.kinds[from];
	}
}

static bool is_whole(const keel_choice_input *input, const branch *at)
{
	return at->forced == input->forced_count &&
	       (at->kinds & input->kinds_wanted) == input->kinds_wanted;
}

static branch take(const keel_planner *planner, const keel_choice_input *input, const branch *stack,
		   int depth, int place)
{
	branch next = depth == 0 ? (branch){0} : stack[depth - 1];
	next.value += input->score[place];
	for (int i = 0; i < depth; i++)
		next.value += keel_plan_pair(planner, input->candidates[stack[i].place],
					     input->candidates[place]);
	next.place = place;
	next.spent_s += input->cost_s[place];
	next.forced += input->forced[place] ? 1 : 0;
	next.kinds |= input->kinds[place];
	return next;
}

static void keep(const keel_choice_input *input, const branch *stack, int depth,
		 keel_choice *choice)
{
	choice->value = stack[depth - 1].value;
	choice->count = depth;
	for (int i = 0; i < depth; i++)
		choice->movements[i] = input->candidates[stack[i].place];
}

keel_choice keel_plan_search(const keel_planner *planner, const keel_choice_input *input)
{
	keel_choice choice = {.value = INT32_MIN};
	branch stack[KEEL_ITEMS_MAX];
	int depth = 0;
	int place = 0;
	while (choice.nodes < SEARCH_NODES_MAX) {
		int more = input->count_max - depth;
		int32_t value = depth == 0 ? 0 : stack[depth - 1].value;
		int32_t spent_s = depth == 0 ? 0 : stack[depth - 1].spent_s;
		int forced = depth == 0 ? 0 : stack[depth - 1].forced;
		bool hopeless = place >= input->candidate_count || more == 0;
		if (!hopeless && forced < input->forced_count && place > forced)
			hopeless = true; /* one that must be in was passed over */
		if (!hopeless && choice.value != INT32_MIN)
			hopeless = value + bound_of(input, place, more) <= choice.value;
		if (hopeless) {
			if (depth == 0)
				return choice;
			place = stack[--depth].place + 1;
			continue;
		}
		if (spent_s > input->budget_s - input->cost_s[place]) {
			place++;
			continue;
		}
		choice.nodes++;
		stack[depth] = take(planner, input, stack, depth, place);
		depth++;
		if (is_whole(input, &stack[depth - 1]) && stack[depth - 1].value > choice.value)
			keep(input, stack, depth, &choice);
		place++;
	}
	choice.stopped = true;
	return choice;
}

/* ---- putting it together ------------------------------------------------------------------ */

static bool is_pinned(const keel_planner *planner, int movement)
{
	int record = planner->record[movement];
	if (record < 0)
		return false;
	const keel_movement_state *state = &planner->state->movements[record];
	return state->pinned == 1 && keel_state_holds_on(state->pin_until, planner->allowed->date);
}

int keel_plan_held(const keel_planner *planner, int movement)
{
	if (planner->allowed->movements[movement].purpose == KEEL_PURPOSE_WAY_BACK)
		return KEEL_PLAN_HELD_WAY_BACK;
	return is_pinned(planner, movement) ? KEEL_PLAN_HELD_PIN : KEEL_PLAN_HELD_NOT;
}

/* Done in the last session. With one exercise a session what must be in takes turns with the rest.
 */
static bool was_in_last(const keel_planner *planner, int movement)
{
	const keel_session_state *last = keel_state_session_last(planner->state);
	int record = planner->record[movement];
	return last != NULL && record >= 0 &&
	       planner->state->movements[record].date_last == last->date;
}

static bool is_forced(const keel_planner *planner, int movement)
{
	const keel_allowed *allowed = planner->allowed;
	if (allowed->movements[movement].purpose == KEEL_PURPOSE_WAY_BACK)
		return true;
	bool personal = allowed->programme == KEEL_PROGRAMME_NONE;
	if (planner->exercises_max == 1 && was_in_last(planner, movement))
		return false;
	bool sequence = personal && movement == allowed->sequence_next &&
			allowed->stage_today >= KEEL_STAGE_RESTORE;
	return sequence || (personal && is_pinned(planner, movement));
}

static void add_candidate(const keel_planner *planner, keel_choice_input *input, int movement)
{
	int place = input->candidate_count++;
	input->candidates[place] = (int16_t)movement;
	input->score[place] = keel_plan_score(planner, movement);
	input->cost_s[place] = keel_plan_item_s(planner, movement);
	input->forced[place] = is_forced(planner, movement);
	input->kinds[place] = keel_plan_kinds(&planner->catalogue->movements[movement]);
	input->kinds_wanted |= input->kinds[place];
}

/* True when a is held on to longer than b. */
static bool outlasts(const keel_planner *planner, int a, int b)
{
	int held_a = keel_plan_held(planner, a), held_b = keel_plan_held(planner, b);
	if (held_a != held_b)
		return held_a > held_b;
	return planner->record[a] > planner->record[b];
}

/* Leaves forced what fits together, taking first what is given up last. */
static void give_up(const keel_planner *planner, keel_choice_input *input)
{
	bool open[KEEL_MOVEMENTS_MAX];
	int count = 0;
	int32_t spent_s = 0;
	memcpy(open, input->forced, sizeof open);
	for (;;) {
		int next = -1;
		for (int i = 0; i < input->candidate_count; i++)
			if (open[i] && (next < 0 || outlasts(planner, input->candidates[i],
							     input->candidates[next])))
				next = i;
		if (next < 0)
			return;
		open[next] = false;
		input->forced[next] = count < input->count_max &&
				      spent_s <= input->budget_s - input->cost_s[next];
		if (input->forced[next]) {
			spent_s += input->cost_s[next];
			count++;
		}
	}
}

static keel_reason choice_reason(const keel_planner *planner, int movement, int32_t score)
{
	const keel_allowed *allowed = planner->allowed;
	const keel_movement *facts = &planner->catalogue->movements[movement];
	const keel_movement_verdict *verdict = &allowed->movements[movement];
	int record = planner->record[movement];
	const keel_movement_state *state = record < 0 ? NULL : &planner->state->movements[record];
	keel_rule rule = KEEL_RULE_PLAN_CHOSEN;
	if (verdict->purpose == KEEL_PURPOSE_WAY_BACK)
		rule = KEEL_RULE_DIRECTION_WAY_BACK;
	else if (verdict->purpose == KEEL_PURPOSE_TRY_AGAIN)
		rule = KEEL_RULE_AFTER_TRY_AGAIN;
	else if (is_pinned(planner, movement))
		rule = KEEL_RULE_CLINICIAN_PINS;
	else if (is_forced(planner, movement))
		rule = KEEL_RULE_PLAN_SEQUENCE;
	else if (state != NULL && state->done_count >= KEEL_RELIEF_TIMES_MIN &&
		 2 * state->eased_count >= state->done_count)
		return (keel_reason){
			KEEL_RULE_PLAN_RELIEF, 2, {state->eased_count, state->done_count}};
	else if (record >= 0 && planner->pattern[record].verdict == KEEL_PATTERN_LESS)
		return keel_pattern_why(&planner->pattern[record]);
	else if (state != NULL && state->liking == KEEL_LIKING_LIKE)
		rule = KEEL_RULE_PLAN_LIKED;
	else if (keel_plan_is_walk(facts))
		rule = KEEL_RULE_PLAN_WALKING;
	else if (planner->learning[movement] == KEEL_LEARNING_NEAR)
		rule = KEEL_RULE_PLAN_LEARNING;
	else if (allowed->easy_day)
		rule = KEEL_RULE_PLAN_CALM;
	else if (facts->neutral)
		rule = KEEL_RULE_PLAN_NEUTRAL;
	return (keel_reason){rule, 1, {score}};
}

/* One exercise a session: the two kinds take turns. Nothing is wanted when the last session held
 * both or neither. */
static uint8_t other_kind(const keel_planner *planner, uint8_t there)
{
	uint8_t wanted = there & (uint8_t)~planner->kinds_last;
	return wanted == (KEEL_KIND_LOOSEN | KEEL_KIND_CONTROL) ? 0 : wanted;
}

void keel_plan_choose(keel_planner *planner, int count, int32_t budget_s)
{
	keel_choice_input input = {.count_max = count, .budget_s = budget_s};
	if (input.count_max > KEEL_ITEMS_MAX)
		input.count_max = KEEL_ITEMS_MAX;
	for (int i = 0; i < planner->catalogue->movement_count; i++)
		if (keel_plan_may(planner, i) && !keel_plan_has(planner, i))
			add_candidate(planner, &input, i);
	if (planner->exercises_max == 1 && input.kinds_wanted != 0)
		input.kinds_wanted = other_kind(planner, input.kinds_wanted);
	give_up(planner, &input);
	keel_plan_order(planner, &input);
	keel_choice choice = keel_plan_search(planner, &input);
	if (choice.value == INT32_MIN) {
		input.kinds_wanted = 0;
		choice = keel_plan_search(planner, &input);
	}
	planner->prescription->search_nodes = choice.nodes;
	planner->prescription->search_stopped = choice.stopped;
	for (int i = 0; i < choice.count; i++) {
		int movement = choice.movements[i];
		int32_t score = keel_plan_score(planner, movement);
		keel_plan_add(planner, movement, KEEL_NO_MOVEMENT,
			      choice_reason(planner, movement, score));
	}
}
