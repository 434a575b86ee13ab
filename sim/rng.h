/* Chance, seeded: splitmix64 (Steele, Lea, Flood 2014). A stream is named by what it is for, so
 * that the same person on the same day meets the same weather under every policy, whatever was
 * asked before. No libm: the same numbers on every machine.
 */
#ifndef KEEL_SIM_RNG_H
#define KEEL_SIM_RNG_H

#include <stdbool.h>
#include <stdint.h>

typedef struct sim_rng {
	uint64_t value;
} sim_rng;

static inline uint64_t sim_next(sim_rng *rng)
{
	uint64_t x = rng->value += 0x9e3779b97f4a7c15u;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

static inline sim_rng sim_stream(uint64_t seed, uint64_t person, uint64_t day, uint64_t purpose)
{
	sim_rng rng = {seed * 0x2545f4914f6cdd1du + person};
	rng.value = sim_next(&rng) ^ (day << 8 | purpose);
	sim_next(&rng);
	return rng;
}

/* 0 <= x < 1 */
static inline double sim_unit(sim_rng *rng)
{
	return (double)(sim_next(rng) >> 11) * (1.0 / 9007199254740992.0);
}

static inline bool sim_chance(sim_rng *rng, double probability)
{
	return sim_unit(rng) < probability;
}

/* 0 .. count - 1 */
static inline int sim_below(sim_rng *rng, int count)
{
	return (int)(sim_unit(rng) * count);
}

/* Sum of three: mean 0, spread 1, never beyond 3. */
static inline double sim_bell(sim_rng *rng)
{
	return 2.0 * (sim_unit(rng) + sim_unit(rng) + sim_unit(rng) - 1.5);
}

#endif
