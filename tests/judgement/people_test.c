/* Goal: every kind of made-up person lives eight weeks without one invariant broken, looked at by
 * the checks of the simulation, which share no code with core/safety. Method: one seed, few people;
 * `keel sim` and `./check` live many more. This one is quick enough to judge mutants.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sim/sim.h"

static unsigned char memory[4 << 20];

static void nobody_meets_a_broken_invariant(void **state)
{
	(void)state;
	static sim_watch watch;
	static sim_result result;
	keel_arena arena;
	keel_spot spot;
	sim_def def = sim_default_def();
	keel_arena_init(&arena, memory, sizeof memory);
	assert_int_equal(keel_catalogue_load(keel_embedded_catalogue, keel_embedded_catalogue_bytes,
					     &arena, &def.catalogue, &spot),
			 KEEL_ERR_OK);
	def.catalogue_bytes = keel_embedded_catalogue;
	def.catalogue_byte_count = keel_embedded_catalogue_bytes;
	def.people = 200;
	def.seed = 2;
	sim_run(&def, SIM_POLICY_KEEL, &watch, &result);
	for (int i = 0; i < watch.code_count; i++)
		if (!watch.codes[i].odd)
			fail_msg("%s: person %d, day %d: %s", watch.codes[i].code,
				 watch.codes[i].person, watch.codes[i].day, watch.codes[i].text);
	assert_int_equal(watch.violation_count, 0);
	assert_int_equal(result.empty_days, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_meets_a_broken_invariant),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
