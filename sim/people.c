#include "sim/people.h"

#include <string.h>

static const struct kind_row {
	double start, floor, flexion, extension, leg;
	int training;
} kinds[SIM_KIND_COUNT] = {
#define KIND_ROW(NAME, name, start, floor, flexion, extension, leg, training)                      \
	{start, floor, flexion, extension, leg, training},
	SIM_KIND_LIST(KIND_ROW)
#undef KIND_ROW
};

const char *const sim_kind_names[SIM_KIND_COUNT] = {
#define KIND_NAME(NAME, name, start, floor, flexion, extension, leg, training) name,
	SIM_KIND_LIST(KIND_NAME)
#undef KIND_NAME
};

const sim_parameter_row sim_parameters[SIM_PARAMETER_COUNT] = {
#define PARAMETER_ROW(NAME, value, unit, source) {#NAME, value, unit, source},
	SIM_PARAMETER_LIST(PARAMETER_ROW)
#undef PARAMETER_ROW
};

enum { STREAM_PERSON = 1, STREAM_NIGHT = 2 };

static double least(double a, double b)
{
	return a < b ? a : b;
}

static double most(double a, double b)
{
	return a > b ? a : b;
}

static double within(double value, double low, double high)
{
	return least(most(value, low), high);
}

/* times 0.5 to 1.5 */
static double vary(sim_rng *rng, double value)
{
	return value * (0.5 + sim_unit(rng));
}

/* 2^-(days / half_days), by halving and a quadratic between: near enough, and the same on every
 * machine. */
static double decay(double days, double half_days)
{
	double halvings = days / most(half_days, 0.1);
	double left = 1;
	for (; halvings >= 1 && left > 1e-9; halvings -= 1)
		left *= 0.5;
	return left * (1 - 0.6666 * halvings + 0.1666 * halvings * halvings);
}

static void make_needs(sim_person *person, sim_rng *rng)
{
	const double *trait = person->trait;
	for (int i = 0; i < KEEL_CONDITION_COUNT; i++)
		person->has[i] = sim_chance(rng, trait[SIM_CONDITION_CHANCE]);
	if (person->kind == SIM_KIND_BONES) {
		person->has[KEEL_CONDITION_OSTEOPOROSIS] = true;
		person->has[KEEL_CONDITION_MORNINGS_WORSE] = true;
	}
	for (int i = 0; i < KEEL_ABILITY_COUNT; i++)
		person->cannot[i] = sim_chance(rng, trait[SIM_ABILITY_LOST]);
	for (int i = 0; i < KEEL_EQUIPMENT_COUNT; i++) {
		person->equipment[i] = -1;
		if (sim_chance(rng, 0.6))
			person->equipment[i] = sim_chance(rng, trait[SIM_EQUIPMENT_LACKS]) ? 0 : 1;
	}
}

static void make_habits(sim_person *person, const keel_catalogue *catalogue, sim_rng *rng)
{
	double noise = sim_unit(rng); /* free, held to the answer before, or none */
	person->noise_held = noise < 0.45;
	person->noise_none = noise >= 0.85;
	person->three_words = sim_chance(rng, 0.7);
	person->faulty_clock = sim_chance(rng, 0.04);
	person->wake_min = sim_chance(rng, 0.7) ? 330 + sim_below(rng, 180) : -1;
	person->minutes = sim_chance(rng, 0.7) ? 5 + sim_below(rng, 30) : -1;
	person->exercises_max = sim_chance(rng, 0.25) ? 1 + sim_below(rng, 6) : -1;
	person->programme = -1;
	if (sim_chance(rng, 0.2) && catalogue->programme_count > 0)
		person->programme = sim_below(rng, catalogue->programme_count);
}

void sim_person_make(sim_person *person, const keel_catalogue *catalogue, uint64_t seed, int index)
{
	sim_rng rng = sim_stream(seed, (uint64_t)index, 0, STREAM_PERSON);
	memset(person, 0, sizeof *person);
	person->seed = seed;
	person->index = index;
	person->kind = (sim_kind)(index % SIM_KIND_COUNT);
	const struct kind_row *kind = &kinds[person->kind];
	for (int i = 0; i < SIM_PARAMETER_COUNT; i++)
		person->trait[i] = vary(&rng, sim_parameters[i].value);
	person->pain_start = within(vary(&rng, kind->start), 0, 10);
	person->pain_floor = least(vary(&rng, kind->floor), person->pain_start);
	if (kind->floor == kind->start)
		person->pain_floor = person->pain_start;
	person->sensitive[KEEL_DIRECTION_FLEXION] = vary(&rng, kind->flexion);
	person->sensitive[KEEL_DIRECTION_EXTENSION] = vary(&rng, kind->extension);
	person->sensitive[KEEL_DIRECTION_SIDE] = vary(&rng, 0.15);
	person->sensitive[KEEL_DIRECTION_ROTATION] = vary(&rng, 0.15);
	person->leg_direction = -1;
	if (sim_chance(&rng, kind->leg))
		person->leg_direction = sim_below(&rng, KEEL_DIRECTION_COUNT);
	person->trains = kind->training == 1 || sim_chance(&rng, 0.1);
	make_needs(person, &rng);
	make_habits(person, catalogue, &rng);
}

void sim_body_begin(sim_body *body, const sim_person *person)
{
	memset(body, 0, sizeof *body);
	body->pain = person->pain_start;
}

void sim_body_night(sim_body *body, const sim_person *person, int day)
{
	sim_rng rng =
		sim_stream(person->seed, (uint64_t)person->index, (uint64_t)day, STREAM_NIGHT);
	const double *trait = person->trait;
	double left = decay(day, trait[SIM_HEAL_HALF_DAYS]);
	body->healed = 1 - left;
	body->flare *= decay(1, trait[SIM_FLARE_HALF_DAYS]);
	if (sim_chance(&rng, trait[SIM_FLARE_A_DAY]))
		body->flare += trait[SIM_FLARE_POINTS];
	body->swing = 0.5 * body->swing + trait[SIM_DAY_SWING] * sim_bell(&rng);
	body->carry = body->carry * decay(1, trait[SIM_CARRY_HALF_DAYS]) +
		      trait[SIM_CARRY] * body->overload;
	body->overload = 0;
	body->pain = person->pain_floor + (person->pain_start - person->pain_floor) * left +
		     body->flare + body->swing + body->carry;
	body->pain = within(body->pain, 0, 10);
	for (int i = 0; i < KEEL_MOVEMENTS_MAX; i++)
		body->adapted[i] = most(0, body->adapted[i] - trait[SIM_DETRAINING]);
}

/* ---- what a movement does -----------------------------------------------------------------------
 */

static double sensitivity(const sim_person *person, const sim_body *body, int direction)
{
	double improving = person->pain_start - person->pain_floor > 1 ? body->healed : 0;
	return person->sensitive[direction] * (1 - 0.8 * improving);
}

static bool is_gentle(const keel_movement *facts)
{
	return facts->aim == KEEL_AIM_BREATHING || facts->aim == KEEL_AIM_MOBILITY ||
	       facts->aim == KEEL_AIM_STRETCH || facts->neutral;
}

static double load_of(const sim_person *person, const keel_movement *facts, int rung)
{
	double load = rung + person->trait[SIM_STAGE_LOAD] * facts->stage;
	return is_gentle(facts) ? 0.4 * load : load;
}

double sim_rise_at(const sim_person *person, const sim_body *body, const keel_movement *facts,
		   int movement, int rung)
{
	const double *trait = person->trait;
	double tolerance = trait[SIM_TOLERANCE] + body->adapted[movement] -
			   trait[SIM_TOLERANCE_PAIN] * most(0, body->pain - 3);
	double rise = trait[SIM_IRRITABILITY] *
		      most(0, load_of(person, facts, rung) - most(tolerance, 0.5));
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		if ((facts->directions >> i & 1) == 0)
			continue;
		double range = (facts->directions_end >> i & 1) == 1 ? 1 : 0.4;
		rise += range * trait[SIM_DIRECTION_POINTS] * sensitivity(person, body, i);
	}
	return rise;
}

static double effort_at(const sim_person *person, const sim_body *body, const keel_movement *facts,
			int movement, int rung)
{
	const double *trait = person->trait;
	double strength = trait[SIM_STRENGTH] + body->adapted[movement];
	return within(85 + trait[SIM_EFFORT_A_RUNG] * (load_of(person, facts, rung) - strength), 5,
		      100);
}

static bool spreads(const sim_person *person, const sim_body *body, const keel_movement *facts,
		    sim_rng *rng)
{
	int direction = person->leg_direction;
	if (direction < 0 || (facts->directions >> direction & 1) == 0)
		return false;
	double range = (facts->directions_end >> direction & 1) == 1 ? 1 : 0.5;
	double chance = person->trait[SIM_SPREAD_CHANCE] * range * (1 - body->healed);
	return sim_chance(rng, chance);
}

sim_effect sim_body_do(sim_body *body, const sim_person *person, const keel_movement *facts,
		       int movement, int rung, sim_rng *rng)
{
	const double *trait = person->trait;
	sim_effect effect = {0};
	effect.rise = sim_rise_at(person, body, facts, movement, rung);
	effect.effort = effort_at(person, body, facts, movement, rung);
	effect.spreads = spreads(person, body, facts, rng);
	double slip = trait[SIM_FORM_SLIP] + (effect.effort > 90 ? 0.25 : 0);
	effect.form_lost = sim_chance(rng, slip);
	effect.eases = effect.rise < 0.5 && is_gentle(facts) && sim_chance(rng, trait[SIM_RELIEF]);
	body->overload += most(0, effect.rise - 0.7);
	if (effect.spreads)
		body->overload += 1;
	body->adapted[movement] = least(body->adapted[movement] + trait[SIM_ADAPTATION], 6);
	return effect;
}

int sim_hidden_limit(const sim_person *person, const sim_body *body, const keel_movement *facts,
		     int movement)
{
	int rung = 1;
	while (rung < facts->rung_count &&
	       sim_rise_at(person, body, facts, movement, rung + 1) < 1 &&
	       effort_at(person, body, facts, movement, rung + 1) < 95)
		rung++;
	return rung;
}

/* ---- what is said -------------------------------------------------------------------------------
 */

int sim_noise(sim_rng *rng)
{
	static const int weights[4] = {-1, 0, 0, 1};
	return weights[sim_below(rng, 4)];
}

int sim_say(double pain, int noise)
{
	int said = (int)(pain + 0.5) + noise;
	return said < 0 ? 0 : said > 10 ? 10 : said;
}

bool sim_improves(const sim_person *person)
{
	double left = decay(42, person->trait[SIM_HEAL_HALF_DAYS]);
	return (person->pain_start - person->pain_floor) * (1 - left) >= 2;
}
