/* Inside of the plan room: what its files share. Not for other rooms. */
#ifndef KEEL_CORE_PLAN_PLAN_INSIDE_H
#define KEEL_CORE_PLAN_PLAN_INSIDE_H

#include "core/plan/pattern.h"
#include "core/plan/plan.h"

#define KEEL_PLAN_LEARNING_MAX 8 /* movements begun and not settled: a new one waits beyond that   \
				  */

/* How far a person has come with a movement. */
typedef enum keel_learning {
	KEEL_LEARNING_NEW,    /* never done, or so long ago that it is as good as new */
	KEEL_LEARNING_BEGUN,  /* done of late, with steps of its ladder to come */
	KEEL_LEARNING_NEAR,   /* begun, and the next clean time or the next session makes a step */
	KEEL_LEARNING_SETTLED /* done of late, as far as its rules let it go */
} keel_learning;

typedef struct keel_planner {
	const keel_catalogue *catalogue;
	const keel_state *state;
	const keel_allowed *allowed;
	uint64_t seed;
	keel_prescription *prescription;
	int32_t budget_s; /* seconds of the session; INT32_MAX: no limit asked for */
	int32_t exercises_max;
	int16_t record[KEEL_MOVEMENTS_MAX];   /* index into state->movements, -1 */
	keel_pattern pattern[KEEL_MOVEMENTS_MAX]; /* by record */
	int32_t aim_count[KEEL_AIM_COUNT];    /* exposures of the last 7 days */
	uint8_t learning[KEEL_MOVEMENTS_MAX]; /* keel_learning */
	int32_t learning_count;		      /* begun or near, among the allowed */
	int16_t walk;			      /* the one walk that is gone on with */
	uint8_t kinds_last;		      /* kinds of what the last session held */
} keel_planner;

/* Adds an item at its highest dose; false when the list is full or it is already in. */
bool keel_plan_add(keel_planner *planner, int movement, int instead_of, keel_reason choice_why);
bool keel_plan_has(const keel_planner *planner, int movement);
int32_t keel_plan_total_s(const keel_planner *planner);
int32_t keel_plan_item_s(const keel_planner *planner, int movement);
bool keel_plan_may(const keel_planner *planner, int movement);

/* The two kinds that a session holds both of (DESIGN inv. 9); 0 for the rest. */
enum { KEEL_KIND_LOOSEN = 1, KEEL_KIND_CONTROL = 2 };
uint8_t keel_plan_kinds(const keel_movement *facts);
bool keel_plan_is_walk(const keel_movement *facts);

/* What must be in although nothing chose it, by how long it is held on to: a way back, what a
 * clinician pinned, and the rest. */
enum { KEEL_PLAN_HELD_NOT, KEEL_PLAN_HELD_PIN, KEEL_PLAN_HELD_WAY_BACK };
int keel_plan_held(const keel_planner *planner, int movement);

/* Seed programmes, and the list of a clinician. */
void keel_plan_programme(keel_planner *planner);
bool keel_plan_in_list(const keel_planner *planner, int movement);

/* The personal choice, up to `count` items within `budget_s` on top of what is already in. */
void keel_plan_choose(keel_planner *planner, int count, int32_t budget_s);

/* Fills learning, walk and kinds_last. */
void keel_plan_look_back(keel_planner *planner);

/* What makes one candidate good, and two together; exported for the test against brute force. */
int32_t keel_plan_score(const keel_planner *planner, int movement);
int32_t keel_plan_pair(const keel_planner *planner, int a, int b);

typedef struct keel_choice {
	int count; /* at most KEEL_ITEMS_MAX */
	int16_t movements[KEEL_ITEMS_MAX];
	int32_t value; /* INT32_MIN: nothing fits */
	int32_t nodes;
	bool stopped;
} keel_choice;

typedef struct keel_choice_input {
	int candidate_count;
	int16_t candidates[KEEL_MOVEMENTS_MAX];
	int32_t score[KEEL_MOVEMENTS_MAX]; /* by place in candidates */
	int32_t most[KEEL_MOVEMENTS_MAX];  /* filled by keel_plan_order */
	int32_t cost_s[KEEL_MOVEMENTS_MAX];
	bool forced[KEEL_MOVEMENTS_MAX];
	uint8_t kinds[KEEL_MOVEMENTS_MAX]; /* bit 0 stretch or mobility, bit 1 control or strength
					    */
	uint8_t kinds_wanted;
	int forced_count;
	int count_max;
	int32_t budget_s;
} keel_choice_input;

/* Puts the candidates in the order the search wants, and counts the forced ones. */
void keel_plan_order(const keel_planner *planner, keel_choice_input *input);

/* The best set; the input must be ordered. */
keel_choice keel_plan_search(const keel_planner *planner, const keel_choice_input *input);

#endif
