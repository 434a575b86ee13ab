#include "core/state/test_facts.h"

#include <string.h>

#define P(name) (1u << KEEL_POSITION_##name)
#define D(name) (1u << KEEL_DIRECTION_##name)
#define G(name) (1u << KEEL_GATE_##name)
#define Q(name) (1u << KEEL_EQUIPMENT_##name)
#define M(name) (1u << KEEL_MUSCLE_##name)

static const keel_dose breaths[] = {
	{1, 5, 0, 0, 0, 0, 0}, {1, 8, 0, 0, 0, 0, 0}, {1, 12, 0, 0, 0, 0, 0}};
static const keel_dose reps[] = {{1, 5, 0, 0, 0, 0, 0},
				 {1, 8, 0, 0, 0, 0, 0},
				 {2, 8, 0, 0, 20, 0, 0},
				 {3, 8, 0, 0, 20, 0, 0},
				 {3, 10, 0, 0, 20, 0, 0}};
static const keel_dose holds[] = {{1, 1, 5, 0, 0, 0, 0},
				  {3, 1, 5, 0, 15, 0, 0},
				  {3, 1, 10, 0, 15, 0, 0},
				  {5, 1, 10, 0, 15, 0, 0}};
static const keel_dose kicks[] = {{3, 0, 0, 20, 20, 0, 0},
				  {3, 0, 0, 25, 25, 0, 0},
				  {3, 0, 0, 30, 30, 0, 0},
				  {3, 0, 0, 35, 35, 0, 0},
				  {3, 0, 0, 40, 40, 0, 0}};
static const keel_dose walks[] = {
	{1, 0, 0, 120, 0, 0, 0}, {1, 0, 0, 300, 0, 0, 0}, {1, 0, 0, 600, 0, 0, 0}};
static const keel_dose eased[] = {
	{1, 0, 30, 0, 0, 0, 0}, {1, 0, 45, 0, 0, 0, 0}, {1, 0, 60, 0, 0, 0, 0}};
static const keel_dose loads[] = {{1, 5, 0, 0, 60, 80, 0},
				  {2, 5, 0, 0, 60, 80, 0},
				  {3, 5, 0, 0, 60, 80, 0},
				  {3, 5, 0, 0, 60, 120, 0}};
#define LADDER(rungs) (int)(sizeof(rungs) / sizeof((rungs)[0])), rungs

static const keel_phase one_second_each_way[] = {
	{false, false, false, KEEL_BREATH_OUT, 0, 2000, ""},
	{false, false, false, KEEL_BREATH_IN, 0, 2000, ""}};
static const keel_phase held[] = {{false, false, false, KEEL_BREATH_OUT, 0, 2000, ""},
				  {true, true, true, KEEL_BREATH_EASY, 0, 0, ""}};

static const keel_need single_knee[] = {{25, 2}}; /* single-knee-to-chest, checked in test_facts */

/* Sorted by id. Columns: id, aim, stage, sides, pain limit, positions, equipment, directions, those
 * at end range, gates; then by name. */
#define ROW(name, a, s, sd)                                                                        \
	.id = (name), .aim = KEEL_AIM_##a, .stage = KEEL_STAGE_##s, .sides = KEEL_SIDES_##sd
#define PLAIN                                                                                      \
	.replaced_by = KEEL_NO_MOVEMENT, .seed_rung = 1, .set_up_ms = 10000, .phase_count = 2,     \
	.phases = one_second_each_way
#define HELD                                                                                       \
	.replaced_by = KEEL_NO_MOVEMENT, .seed_rung = 1, .set_up_ms = 10000, .phase_count = 2,     \
	.phases = held
#define ALONE .easier = KEEL_NO_MOVEMENT, .harder = KEEL_NO_MOVEMENT
#define STEPS(ladder) .rung_count = (int)(sizeof(ladder) / sizeof((ladder)[0])), .rungs = (ladder)

static keel_movement movements[] = {
	{ROW("bear-hold", BRACE, RESTORE, NONE), .positions = P(HANDS_AND_KNEES),
	 .gates = G(HANDS_BEARING), .works = M(TRANSVERSUS_ABDOMINIS), STEPS(holds), HELD, ALONE},
	{ROW("brace-sitting", BRACE, CALM, NONE), .positions = P(SITTING), .neutral = true,
	 .works = M(TRANSVERSUS_ABDOMINIS), STEPS(holds), HELD, ALONE},
	{ROW("brace-standing", BRACE, CALM, NONE), .positions = P(STANDING), .neutral = true,
	 .works = M(TRANSVERSUS_ABDOMINIS), STEPS(holds), HELD, ALONE},
	{ROW("cat-cow", MOBILITY, RESTORE, NONE), .positions = P(HANDS_AND_KNEES),
	 .directions = D(FLEXION) | D(EXTENSION), .gates = G(HANDS_BEARING),
	 .lengthens = M(ERECTOR_SPINAE), STEPS(reps), PLAIN, ALONE},
	{ROW("child-pose", STRETCH, CALM, NONE), .positions = P(KNEELING), .directions = D(FLEXION),
	 .directions_end = D(FLEXION), .gates = G(END_FLEXION), .lengthens = M(ERECTOR_SPINAE),
	 STEPS(eased), HELD, ALONE},
	{ROW("curl-up", STRENGTHEN, STRENGTHEN, NONE), .positions = P(SUPINE),
	 .directions = D(FLEXION), .gates = G(CURL_UP) | G(LOADED_FLEXION),
	 .works = M(RECTUS_ABDOMINIS), STEPS(reps), PLAIN, ALONE},
	{ROW("deadlift", INTEGRATE, FITNESS, NONE), .positions = P(STANDING),
	 .equipment = Q(WEIGHT), .gates = G(FLOOR_LIFT), .loaded = true,
	 .works = M(GLUTEUS_MAXIMUS), STEPS(loads), PLAIN, ALONE},
	{ROW("donkey-kick", STRENGTHEN, STRENGTHEN, ONE_THEN_OTHER),
	 .positions = P(STANDING) | P(SINGLE_LEG), .equipment = Q(POST) | Q(BAG) | Q(HELPER),
	 .directions = D(EXTENSION), .gates = G(LOADED_EXTENSION), .works = M(GLUTEUS_MAXIMUS),
	 STEPS(kicks), PLAIN, ALONE},
	{ROW("double-knee-to-chest", STRETCH, RESTORE, NONE), .positions = P(SUPINE),
	 .directions = D(FLEXION), .directions_end = D(FLEXION), .lengthens = M(ERECTOR_SPINAE),
	 .need_count = 1, .needs = single_knee, STEPS(eased), HELD, ALONE},
	{ROW("easy-breathing", BREATHING, CALM, NONE), .positions = P(SITTING), .neutral = true,
	 .works = M(DIAPHRAGM), STEPS(breaths), PLAIN, ALONE},
	{ROW("glute-bridge", ACTIVATE, RESTORE, NONE), .positions = P(SUPINE),
	 .directions = D(EXTENSION), .works = M(GLUTEUS_MAXIMUS), STEPS(reps), PLAIN, ALONE},
	{ROW("half-moon", STRETCH, RESTORE, ALTERNATE), .positions = P(STANDING),
	 .directions = D(SIDE), .lengthens = M(QUADRATUS_LUMBORUM), STEPS(reps), PLAIN, ALONE},
	{ROW("hip-flexor-stretch", STRETCH, RESTORE, ONE_THEN_OTHER), .positions = P(HALF_KNEELING),
	 .tight_side = true, .lengthens = M(PSOAS), STEPS(eased), HELD, ALONE},
	{ROW("hip-hinge", CONTROL, STRENGTHEN, NONE), .positions = P(STANDING),
	 .equipment = Q(DOWEL), .works = M(GLUTEUS_MAXIMUS), STEPS(reps), PLAIN, ALONE},
	{ROW("pelvic-tilt", CONTROL, CALM, NONE), .positions = P(SUPINE), .directions = D(FLEXION),
	 .works = M(TRANSVERSUS_ABDOMINIS), STEPS(reps), PLAIN, ALONE},
	{ROW("plank", BRACE, STRENGTHEN, NONE), .positions = P(PUSH_UP),
	 .gates = G(HANDS_BEARING) | G(PLANK), .works = M(TRANSVERSUS_ABDOMINIS), STEPS(holds),
	 HELD, ALONE},
	{ROW("press-up", MOBILITY, RESTORE, NONE), .positions = P(PRONE),
	 .directions = D(EXTENSION), .directions_end = D(EXTENSION),
	 .gates = G(END_EXTENSION) | G(PRONE), .lengthens = M(RECTUS_ABDOMINIS), STEPS(reps), PLAIN,
	 ALONE},
	{ROW("prone-hip-extension", ACTIVATE, RESTORE, ONE_THEN_OTHER), .positions = P(PRONE),
	 .gates = G(PRONE), .works = M(GLUTEUS_MAXIMUS), STEPS(reps), PLAIN, ALONE},
	{ROW("quadruped-hip-extension", ACTIVATE, RESTORE, ONE_THEN_OTHER),
	 .positions = P(HANDS_AND_KNEES), .works = M(GLUTEUS_MAXIMUS), STEPS(reps), PLAIN, ALONE},
	{ROW("seated-cat-cow", MOBILITY, CALM, NONE), .positions = P(SITTING),
	 .equipment = Q(CHAIR), .directions = D(FLEXION) | D(EXTENSION),
	 .lengthens = M(ERECTOR_SPINAE), STEPS(reps), PLAIN, ALONE},
	{ROW("seated-march", CONDITIONING, CALM, ALTERNATE), .positions = P(SITTING),
	 .neutral = true, .works = M(PSOAS), STEPS(reps), PLAIN, ALONE},
	{ROW("seated-twist", MOBILITY, RESTORE, ALTERNATE), .positions = P(CROSS_LEGGED),
	 .directions = D(ROTATION), .directions_end = D(ROTATION),
	 .gates = G(END_TWIST) | G(CROSS_LEGS), .lengthens = M(OBLIQUES), STEPS(reps), PLAIN,
	 ALONE},
	{ROW("segmental-roll", CONTROL, RESTORE, NONE), .pain_limit = KEEL_PAIN_LIMIT_NONE_ADDED,
	 .positions = P(SUPINE), .works = M(MULTIFIDUS), STEPS(reps), PLAIN, ALONE},
	{ROW("short-walk", CONDITIONING, CALM, NONE), .positions = P(WALKING), .neutral = true,
	 STEPS(walks), PLAIN, ALONE},
	{ROW("side-plank", BRACE, STRENGTHEN, ONE_THEN_OTHER), .positions = P(SIDE_LYING),
	 .gates = G(HANDS_BEARING), .works = M(OBLIQUES), STEPS(holds), HELD, ALONE},
	{ROW("single-knee-to-chest", STRETCH, CALM, ONE_THEN_OTHER), .positions = P(SUPINE),
	 .directions = D(FLEXION), .lengthens = M(ERECTOR_SPINAE), STEPS(eased), HELD, ALONE},
	{ROW("single-leg-bridge", ACTIVATE, STRENGTHEN, ONE_THEN_OTHER), .positions = P(SUPINE),
	 .directions = D(EXTENSION), .works = M(GLUTEUS_MAXIMUS), STEPS(reps), PLAIN, ALONE},
	{ROW("standing-hip-extension", ACTIVATE, RESTORE, ONE_THEN_OTHER),
	 .positions = P(STANDING) | P(SINGLE_LEG), .equipment = Q(COUNTER),
	 .works = M(GLUTEUS_MAXIMUS), STEPS(reps), PLAIN, ALONE},
	{ROW("supported-standing", CONTROL, CALM, NONE), .positions = P(STANDING), .neutral = true,
	 STEPS(holds), HELD, ALONE},
	{ROW("swing", CONDITIONING, FITNESS, NONE), .positions = P(STANDING),
	 .equipment = Q(WEIGHT), .gates = G(SWING), .loaded = true, .works = M(GLUTEUS_MAXIMUS),
	 STEPS(loads), PLAIN, ALONE},
	{ROW("wall-press-back", STRENGTHEN, RESTORE, ONE_THEN_OTHER),
	 .positions = P(STANDING) | P(SINGLE_LEG), .equipment = Q(WALL) | Q(CHAIR),
	 .directions = D(EXTENSION), .works = M(GLUTEUS_MAXIMUS), STEPS(reps), PLAIN, ALONE},
};

static keel_programme_item five[5], heal[1], mix[7], staged[7];
static keel_programme programmes[4];

static const keel_question questions[] = {
	{"bladder", KEEL_TIER_EMERGENCY, true, 0, false, -1},
	{"both-legs", KEEL_TIER_EMERGENCY, true, 1, true, -1},
	{"fever", KEEL_TIER_SAME_DAY, true, 2, false, -1},
	{"trauma", KEEL_TIER_SAME_DAY, true, 3, false, -1},
	{"cancer", KEEL_TIER_CLINICIAN_SOON, true, 4, false, -1},
	{"numb", KEEL_TIER_CLINICIAN_SOON, true, 5, true, -1},
	{"never-assessed", KEEL_TIER_ADVICE, true, 6, false, -1},
	{"before-forty", KEEL_TIER_INFLAMMATORY, false, 7, false, 0},
	{"came-slowly", KEEL_TIER_INFLAMMATORY, false, 8, false, 0},
	{"better-moving", KEEL_TIER_INFLAMMATORY, false, 9, false, 0},
	{"not-better-resting", KEEL_TIER_INFLAMMATORY, false, 10, false, 0},
	{"night-eases-up", KEEL_TIER_INFLAMMATORY, false, 11, false, 0},
};

static keel_catalogue facts;

int test_movement(const char *id)
{
	int count = (int)(sizeof movements / sizeof movements[0]);
	for (int i = 0; i < count; i++)
		if (strcmp(movements[i].id, id) == 0)
			return i;
	KEEL_ASSERT(false);
	return KEEL_NO_MOVEMENT;
}

static void neighbours(const char *easier, const char *harder)
{
	movements[test_movement(harder)].easier = (int16_t)test_movement(easier);
	movements[test_movement(easier)].harder = (int16_t)test_movement(harder);
}

static keel_programme_item item(const char *id, uint8_t group, uint8_t step)
{
	return (keel_programme_item){(int16_t)test_movement(id), 1, group, step};
}

static void make_programmes(void)
{
	static const char *const five_ids[] = {"cat-cow", "plank", "glute-bridge", "seated-twist",
					       "half-moon"};
	static const char *const staged_ids[] = {"segmental-roll",
						 "bear-hold",
						 "plank",
						 "prone-hip-extension",
						 "quadruped-hip-extension",
						 "standing-hip-extension",
						 "hip-hinge"};
	static const char *const mix_ids[] = {
		"child-pose", "double-knee-to-chest", "half-moon",  "single-knee-to-chest",
		"curl-up",    "glute-bridge",	      "pelvic-tilt"};
	for (int i = 0; i < 5; i++)
		five[i] = item(five_ids[i], KEEL_GROUP_NONE, 0);
	for (int i = 0; i < 7; i++)
		staged[i] = item(staged_ids[i], KEEL_GROUP_NONE, (uint8_t)(i + 1));
	for (int i = 0; i < 7; i++)
		mix[i] = item(mix_ids[i], i < 4 ? KEEL_GROUP_STRETCH : KEEL_GROUP_STRENGTHEN, 0);
	heal[0] = item("donkey-kick", KEEL_GROUP_NONE, 0);
	programmes[0] =
		(keel_programme){"back-pain-essentials", KEEL_PROGRAMME_KIND_STAGED, 7, staged};
	programmes[1] = (keel_programme){"five-best", KEEL_PROGRAMME_KIND_FIXED, 5, five};
	programmes[2] = (keel_programme){"movements-that-heal", KEEL_PROGRAMME_KIND_FIXED, 1, heal};
	programmes[3] = (keel_programme){"stretch-and-strengthen", KEEL_PROGRAMME_KIND_MIX, 7, mix};
}

const keel_catalogue *test_facts(void)
{
	if (facts.movements != NULL)
		return &facts;
	neighbours("seated-cat-cow", "cat-cow");
	neighbours("brace-sitting", "brace-standing");
	neighbours("glute-bridge", "single-leg-bridge");
	neighbours("wall-press-back", "donkey-kick");
	KEEL_ASSERT(test_movement("single-knee-to-chest") == 25);
	make_programmes();
	facts.facts_hash = 1;
	facts.movement_count = (int)(sizeof movements / sizeof movements[0]);
	facts.programme_count = 4;
	facts.programmes = programmes;
	facts.question_count = (int)(sizeof questions / sizeof questions[0]);
	facts.questions = questions;
	facts.movements = movements;
	return &facts;
}
