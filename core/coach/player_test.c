/* Goal: a session is the same however time is cut; what can be done works and what cannot changes
 * nothing; a stop ends at that tick; a killed tab goes on at the same breath. Method: a session
 * over the small test catalogue, led by a seeded generator through ticks and every kind of command.
 * Two players are equal when their saved bytes are equal: every field is saved (player_save.c). A
 * failure prints the seed. Then single situations by hand, each named by its clinical row.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "core/coach/player.h"
#include "core/coach/test_catalogue.h"
#include "core/state/rules.h"
#include "core/state/thresholds.h"

#define OUT_BYTES 65536
#define SEEDS 150
#define MOVES 80

static char out[OUT_BYTES];

static uint32_t draw(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*seed >> 33);
}

static void add(keel_player *player, test_movement movement, int rung, int purpose)
{
	const keel_movement *m = &test_catalogue()->movements[movement];
	keel_player_item *item = &player->items[player->item_count];
	item->movement = (int16_t)movement;
	item->rung = (int16_t)rung;
	item->dose = m->rungs[rung - 1];
	item->purpose = (uint8_t)purpose;
	item->change = item->pain = item->form = item->settled = KEEL_PLAYER_NONE;
	player->play[player->play_count++] = (uint8_t)player->item_count++;
}

/* A prescription of five movements, everything on offer at rung 1. */
static keel_player *make(void)
{
	keel_player *player =
		keel_player_create(malloc(keel_player_memory_bytes()), keel_player_memory_bytes());
	assert_non_null(player);
	player->catalogue = test_catalogue();
	memcpy(player->session, "0123456789abcdef0123456789abcdef", 32);
	player->mode = KEEL_PLAYER_BEFORE;
	player->rise_stop = KEEL_RISE_STOP;
	player->end = KEEL_END_DONE;
	player->place = player->first_pain = player->before = player->before_next =
		KEEL_PLAYER_NONE;
	player->now_pain = player->end_pain = KEEL_PLAYER_NONE;
	player->up_min = KEEL_PLAYER_NONE;
	player->calm = TEST_BREATHING;
	player->message = (keel_player_message){.rule = KEEL_PLAYER_NONE, .next = KEEL_NO_MOVEMENT};
	keel_player_clear_answers(player);
	for (int i = 0; i < TEST_MOVEMENT_COUNT; i++)
		player->offers[i] = (keel_player_offer){1, KEEL_RULE_DOSE_FIRST, false};
	add(player, TEST_CAT_COW, 3, KEEL_PURPOSE_PLAN);
	add(player, TEST_KICK, 1, KEEL_PURPOSE_PLAN);
	add(player, TEST_STRETCH, 2, KEEL_PURPOSE_PLAN);
	add(player, TEST_HALF_MOON, 1, KEEL_PURPOSE_PLAN);
	add(player, TEST_ROLL, 1, KEEL_PURPOSE_PLAN);
	return player;
}

static keel_err say(keel_player *player, const char *json)
{
	return keel_player_command(player, json, strlen(json), NULL);
}

static size_t save(const keel_player *player, unsigned char *bytes)
{
	size_t n = 0;
	assert_int_equal(keel_player_save(player, bytes, KEEL_PLAYER_SAVE_BYTES_MAX, &n),
			 KEEL_ERR_OK);
	return n;
}

static void assert_same(const keel_player *a, const keel_player *b, uint64_t seed)
{
	unsigned char bytes_a[KEEL_PLAYER_SAVE_BYTES_MAX], bytes_b[KEEL_PLAYER_SAVE_BYTES_MAX];
	size_t n = save(a, bytes_a);
	if (n != save(b, bytes_b) || memcmp(bytes_a, bytes_b, n) != 0)
		fail_msg("players differ, seed %llu", (unsigned long long)seed);
}

static const char *drafts(keel_player *player)
{
	assert_int_equal(keel_player_drafts_json(player, out, sizeof out, NULL), KEEL_ERR_OK);
	return out;
}

static const char *view(keel_player *player)
{
	assert_int_equal(keel_player_view_json(player, out, sizeof out, NULL), KEEL_ERR_OK);
	return out;
}

/* Every command there is, some in several forms; the order is that of the generator. */
static const char *const commands[] = {
	"{\"do\":\"start\",\"pain\":3,\"place\":\"back\"}",
	"{\"do\":\"start\"}",
	"{\"do\":\"start\",\"pain\":9}",
	"{\"do\":\"ready\"}",
	"{\"do\":\"continue\"}",
	"{\"do\":\"pause\"}",
	"{\"do\":\"resume\"}",
	"{\"do\":\"eased\"}",
	"{\"do\":\"form-lost\"}",
	"{\"do\":\"pain\"}",
	"{\"do\":\"pain\",\"pain\":3}",
	"{\"do\":\"pain\",\"pain\":4}",
	"{\"do\":\"pain\",\"pain\":4,\"settled\":\"yes\"}",
	"{\"do\":\"pain\",\"pain\":5,\"further\":0,\"settled\":\"no\"}",
	"{\"do\":\"pain\",\"pain\":4,\"further\":1}",
	"{\"do\":\"pain\",\"pain\":8}",
	"{\"do\":\"pain\",\"pain\":5}",
	"{\"do\":\"pain\",\"settled\":1}",
	"{\"do\":\"answer\",\"change\":\"same-or-less\",\"challenge\":50}",
	"{\"do\":\"answer\",\"change\":\"same-or-less\"}",
	"{\"do\":\"answer\",\"change\":\"a-bit-more\"}",
	"{\"do\":\"answer\",\"settled\":1}",
	"{\"do\":\"answer\",\"change\":\"clearly-more\"}",
	"{\"do\":\"answer\",\"pain\":5,\"further\":0}",
	"{\"do\":\"answer\",\"pain\":7}",
	"{\"do\":\"easier\"}",
	"{\"do\":\"harder\"}",
	"{\"do\":\"swap\",\"movement\":\"walk\",\"reason\":\"dislike\"}",
	"{\"do\":\"swap\",\"movement\":\"half-moon\"}",
	"{\"do\":\"skip\"}",
	"{\"do\":\"unwell\",\"sign\":\"faint\"}",
	"{\"do\":\"end\",\"pain\":4}",
};
#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

/* Stops end everything; they are drawn seldom, so that sessions get far. */
static const char *draw_command(uint64_t *seed)
{
	size_t last = draw(seed) % 40 == 0 ? COMMAND_COUNT : COMMAND_COUNT - 2;
	return commands[draw(seed) % last];
}

static void time_cut_otherwise_gives_the_same_session(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		uint64_t random = seed;
		keel_player *whole = make(), *cut = make();
		for (int i = 0; i < MOVES; i++) {
			int32_t elapsed_ms = (int32_t)(draw(&random) % 45000);
			keel_player_tick(whole, elapsed_ms);
			for (int32_t left_ms = elapsed_ms; left_ms > 0;) {
				int32_t piece_ms = (int32_t)(draw(&random) % 700) +
						   (int32_t)(draw(&random) % 2);
				piece_ms = piece_ms < left_ms ? piece_ms : left_ms;
				keel_player_tick(cut, piece_ms);
				left_ms -= piece_ms;
			}
			assert_same(whole, cut, seed);
			const char *command = draw_command(&random);
			assert_int_equal(say(whole, command), say(cut, command));
			assert_same(whole, cut, seed);
			drafts(whole);
			drafts(cut);
		}
		free(whole);
		free(cut);
	}
}

static void what_cannot_be_done_changes_nothing(void **state)
{
	(void)state;
	int done = 0, refused = 0;
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		uint64_t random = seed;
		keel_player *player = make(), *trial = make();
		for (int i = 0; i < MOVES; i++) {
			keel_player_tick(player, (int32_t)(draw(&random) % 30000));
			for (size_t c = 0; c < COMMAND_COUNT; c++) {
				keel_command command;
				*trial = *player;
				assert_int_equal(keel_command_parse(commands[c],
								    strlen(commands[c]), &command,
								    NULL),
						 KEEL_ERR_OK);
				bool can = keel_player_can(player) & (1u << command.what);
				keel_err err = say(trial, commands[c]);
				if (err != KEEL_ERR_OK)
					assert_same(player, trial, seed);
				if (!can)
					assert_int_equal(err, KEEL_ERR_NOT_NOW);
				else if (err != KEEL_ERR_OK)
					assert_int_equal(err, KEEL_ERR_NOT_FOUND); /* a swap that is
										      not offered */
				done += err == KEEL_ERR_OK;
				refused += err != KEEL_ERR_OK;
			}
			say(player, draw_command(&random));
			drafts(player);
		}
		free(player);
		free(trial);
	}
	assert_true(done > 10000 && refused > 10000);
}

static void a_stop_ends_at_that_tick(void **state)
{
	(void)state;
	static const char *const stops[] = {"{\"do\":\"unwell\",\"sign\":\"chest\"}",
					    "{\"do\":\"end\"}"};
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		uint64_t random = seed;
		keel_player *player = make(), *trial = make();
		for (int i = 0; i < MOVES; i++) {
			keel_player_tick(player, (int32_t)(draw(&random) % 20000));
			if (keel_player_ended(player))
				break;
			for (int k = 0; k < 2; k++) {
				*trial = *player;
				assert_int_equal(say(trial, stops[k]), KEEL_ERR_OK);
				assert_true(keel_player_ended(trial));
				const char *told = drafts(trial);
				assert_int_equal(strstr(told, "\"type\":\"unwell\"") != NULL,
						 k == 0);
				assert_int_equal(strstr(told, "session-ended") != NULL,
						 player->started);
				keel_player after = *trial;
				keel_player_tick(trial, 100000);
				assert_same(&after, trial, seed);
				assert_int_equal(keel_player_can(trial), 0);
			}
			say(player, commands[draw(&random) % (COMMAND_COUNT - 2)]);
			drafts(player);
		}
		free(player);
		free(trial);
	}
}

static void a_saved_session_goes_on_at_the_same_breath(void **state)
{
	(void)state;
	unsigned char bytes[KEEL_PLAYER_SAVE_BYTES_MAX];
	size_t largest = 0;
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		uint64_t random = seed;
		keel_player *player = make(), *loaded = make();
		for (int i = 0; i < MOVES; i++) {
			keel_player_tick(player, (int32_t)(draw(&random) % 20000));
			say(player, draw_command(&random));
			size_t n = save(player, bytes);
			largest = n > largest ? n : largest;
			assert_int_equal(keel_player_restore(loaded, test_catalogue(), bytes, n),
					 KEEL_ERR_OK);
			assert_same(player, loaded, seed);
			for (size_t c = 0; c < n; c += 7) {
				bytes[c] ^= 0x10;
				assert_int_not_equal(
					keel_player_restore(loaded, test_catalogue(), bytes, n),
					KEEL_ERR_OK);
				bytes[c] ^= 0x10;
			}
			assert_int_equal(
				keel_player_restore(loaded, test_catalogue(), bytes, n - 1),
				KEEL_ERR_CORRUPT);
			drafts(player);
		}
		free(player);
		free(loaded);
	}
	assert_true(largest < 1200);
}

/* ---- by hand ---- */

static void run_to(keel_player *player, const char *step)
{
	char wanted[40];
	snprintf(wanted, sizeof wanted, "\"step\":\"%s\"", step);
	for (int i = 0; i < 4000 && strstr(view(player), wanted) == NULL; i++)
		keel_player_tick(player, 250);
	assert_non_null(strstr(view(player), wanted));
}

static void a_whole_session_is_told(void **state)
{
	(void)state;
	keel_player *player = make();
	assert_int_equal(say(player, "{\"do\":\"start\",\"pain\":2,\"place\":\"back\"}"),
			 KEEL_ERR_OK);
	assert_string_equal(
		drafts(player),
		"[{\"type\":\"session-started\",\"session\":\"0123456789abcdef0123456789abcdef\","
		"\"pain\":2,\"place\":\"back\"}]");
	keel_player_tick(player, 15000 + 64000 + 20000 + 64000 - 1);
	assert_non_null(strstr(view(player), "\"step\":\"hold\""));
	keel_player_tick(player, 1);
	assert_non_null(strstr(view(player), "\"ask\":[\"change\"]"));
	assert_string_equal(drafts(player), "[{\"type\":\"set-done\",\"session\":"
					    "\"0123456789abcdef0123456789abcdef\",\"index\":0,"
					    "\"set\":1,\"side\":\"both\",\"reps\":8,\"hold_s\":0,"
					    "\"work_s\":64,\"end\":\"done\"},"
					    "{\"type\":\"set-done\",\"session\":"
					    "\"0123456789abcdef0123456789abcdef\",\"index\":0,"
					    "\"set\":2,\"side\":\"both\",\"reps\":8,\"hold_s\":0,"
					    "\"work_s\":64,\"end\":\"done\"}]");
	assert_int_equal(say(player, "{\"do\":\"answer\",\"change\":\"same-or-less\"}"),
			 KEEL_ERR_OK);
	assert_non_null(strstr(drafts(player), "\"type\":\"exercise-done\""));
	for (int item = 1; item < 5; item++) {
		run_to(player, "ask");
		assert_int_equal(
			say(player,
			    "{\"do\":\"answer\",\"change\":\"same-or-less\",\"challenge\":55}"),
			KEEL_ERR_OK);
	}
	assert_true(keel_player_ended(player));
	const char *told = drafts(player);
	assert_non_null(strstr(
		told, "\"type\":\"session-ended\",\"session\":\"0123456789abcdef0123456789abcdef\","
		      "\"end\":\"done\"}]"));
	free(player);
}

/* 20 s of kicks of 2.3 s: eight, each side, three times. */
static void a_timed_set_counts_what_fits(void **state)
{
	(void)state;
	keel_player *player = make();
	player->play[0] = 1;
	say(player, "{\"do\":\"start\",\"pain\":2}");
	drafts(player);
	keel_player_tick(player, 20000 + 20000);
	assert_string_equal(drafts(player), "[{\"type\":\"set-done\",\"session\":"
					    "\"0123456789abcdef0123456789abcdef\",\"index\":1,"
					    "\"set\":1,\"side\":\"left\",\"reps\":8,\"hold_s\":0,"
					    "\"work_s\":20,\"end\":\"done\"}]");
	assert_non_null(strstr(view(player), "\"step\":\"side-change\""));
	assert_non_null(strstr(out, "\"mirrored\":true"));
	assert_int_equal(say(player, "{\"do\":\"ready\"}"), KEEL_ERR_OK);
	assert_non_null(strstr(view(player), "\"step\":\"move\""));
	free(player);
}

static void it_eased_ends_the_hold(void **state)
{
	(void)state;
	keel_player *player = make();
	player->play[0] = 2;
	say(player, "{\"do\":\"start\",\"pain\":2}");
	drafts(player);
	keel_player_tick(player, 15000 + 4000 + 12000);
	assert_non_null(strstr(view(player), "\"eased\""));
	assert_int_equal(say(player, "{\"do\":\"eased\"}"), KEEL_ERR_OK);
	keel_player_tick(player, 3000);
	assert_non_null(strstr(
		drafts(player),
		"\"side\":\"left\",\"reps\":1,\"hold_s\":12,\"work_s\":19,\"end\":\"eased\""));
	free(player);
}

/* C2: rise 1. Settled: smaller, go on. Not settled: finished for today, and not offered again. */
static void a_rise_of_one_asks_whether_it_settled(void **state)
{
	(void)state;
	keel_player *player = make();
	say(player, "{\"do\":\"start\",\"pain\":2}");
	keel_player_tick(player, 20000);
	say(player, "{\"do\":\"pain\",\"pain\":3}");
	assert_non_null(strstr(view(player), "\"ask\":[\"settled\"]"));
	keel_player_tick(player, 90000);
	assert_non_null(strstr(view(player), "\"clock_ms\":60000,\"clock_length_ms\":60000"));
	keel_player trial = *player;
	drafts(&trial);
	say(&trial, "{\"do\":\"pain\",\"settled\":\"yes\"}");
	assert_non_null(strstr(view(&trial), "pain.rise-1-settled"));
	assert_non_null(strstr(drafts(&trial), "\"pain\":3,\"further\":0,\"settled\":\"yes\""));
	assert_int_equal(say(&trial, "{\"do\":\"continue\"}"), KEEL_ERR_OK);
	assert_non_null(strstr(view(&trial), "\"step\":\"move\""));
	assert_int_equal(trial.play_at, 0);
	drafts(player);
	say(player, "{\"do\":\"pain\",\"settled\":\"no\"}");
	assert_non_null(strstr(view(player), "pain.rise-1\""));
	assert_non_null(strstr(drafts(player), "\"end\":\"pain\""));
	assert_int_equal(say(player, "{\"do\":\"continue\"}"), KEEL_ERR_OK);
	assert_int_equal(player->play_at, 1);
	assert_false(keel_player_offers(player, TEST_CAT_COW));
	free(player);
}

/* C2: rise 3: stop at that tick, a calm movement to finish with; the rest of the session is left
 * out. */
static void a_rise_of_three_finishes_with_a_calm_movement(void **state)
{
	(void)state;
	keel_player *player = make();
	say(player, "{\"do\":\"start\",\"pain\":2}");
	keel_player_tick(player, 20000);
	drafts(player);
	say(player, "{\"do\":\"pain\",\"pain\":5}");
	assert_non_null(strstr(view(player), "\"step\":\"calm\""));
	assert_non_null(
		strstr(out, "\"rule\":\"pain.rise-3\",\"inputs\":[2,5],\"next\":\"breathing\""));
	assert_non_null(strstr(drafts(player), "\"type\":\"set-done\""));
	assert_int_equal(say(player, "{\"do\":\"ready\"}"), KEEL_ERR_OK);
	assert_non_null(strstr(drafts(player), "\"purpose\":\"calm\""));
	keel_player_tick(player, 10000 + 60000);
	assert_non_null(strstr(view(player), "\"ask\":[\"end-pain\"]"));
	assert_int_equal(say(player, "{\"do\":\"answer\",\"pain\":4}"), KEEL_ERR_OK);
	assert_true(keel_player_ended(player));
	assert_non_null(strstr(drafts(player), "\"pain\":4,\"end\":\"pain\""));
	free(player);
}

/* C2, centralisation: leg pain further down stops, and its directions are not offered any more. */
static void pain_that_spreads_closes_its_directions(void **state)
{
	(void)state;
	keel_player *player = make();
	say(player, "{\"do\":\"start\",\"pain\":2}");
	keel_player_tick(player, 20000);
	assert_true(keel_player_offers(player, TEST_WALK));
	say(player, "{\"do\":\"pain\",\"pain\":2,\"further\":1}");
	assert_non_null(strstr(view(player), "pain.spread"));
	assert_int_equal(player->blocked_directions,
			 1u << KEEL_DIRECTION_FLEXION | 1u << KEEL_DIRECTION_EXTENSION);
	assert_int_equal(player->play_count, 1);
	free(player);
}

/* S2.nopain: a movement that allows no added pain ends at a rise of 1, without asking. */
static void no_added_pain_means_none(void **state)
{
	(void)state;
	keel_player *player = make();
	player->play[0] = 4;
	say(player, "{\"do\":\"start\",\"pain\":2}");
	keel_player_tick(player, 15000);
	say(player, "{\"do\":\"pain\",\"pain\":3}");
	assert_non_null(strstr(view(player), "pain.none-added"));
	assert_non_null(strstr(out, "\"can\":[\"continue\""));
	free(player);
}

/* C1: before 8: the calm movements of the session stay, else one is put in. */
static void much_pain_at_the_start_leaves_the_calm(void **state)
{
	(void)state;
	keel_player *player = make();
	say(player, "{\"do\":\"start\",\"pain\":8}");
	assert_non_null(strstr(view(player), "\"movement\":\"breathing\""));
	assert_non_null(strstr(out, "pain.high"));
	assert_int_equal(player->play_count, 1);
	assert_false(keel_player_offers(player, TEST_KICK));
	free(player);
}

static void a_swap_takes_what_is_offered_only(void **state)
{
	(void)state;
	keel_player *player = make();
	player->play[0] = 1;
	player->play[1] = 0;
	say(player, "{\"do\":\"start\",\"pain\":2}");
	keel_player_tick(player, 25000);
	player->offers[TEST_WALK].rung = 0;
	drafts(player);
	assert_int_equal(say(player, "{\"do\":\"swap\",\"movement\":\"walk\"}"),
			 KEEL_ERR_NOT_FOUND);
	assert_int_equal(say(player, "{\"do\":\"swap\",\"movement\":\"nowhere\"}"),
			 KEEL_ERR_NOT_FOUND);
	assert_int_equal(
		say(player,
		    "{\"do\":\"swap\",\"movement\":\"kick-wall\",\"reason\":\"equipment\"}"),
		KEEL_ERR_OK);
	const char *told = drafts(player);
	assert_non_null(strstr(told, "\"end\":\"swapped\""));
	assert_non_null(strstr(told, "\"type\":\"session-item\""));
	assert_non_null(strstr(
		told,
		"\"type\":\"exercise-swapped\",\"session\":\"0123456789abcdef0123456789abcdef\","
		"\"index\":1,\"by_index\":5,\"reason\":\"equipment\""));
	assert_non_null(strstr(view(player), "\"movement\":\"kick-wall\""));
	free(player);
}

/* C5, soft gates: never proposed, "do it anyway" is one tap. */
static void a_soft_gate_yields_to_who_names_the_movement(void **state)
{
	(void)state;
	keel_player *player = make();
	player->play[0] = 1;
	player->play[1] = 0;
	player->offers[TEST_KICK_WALL].soft = true;
	say(player, "{\"do\":\"start\",\"pain\":2}");
	assert_null(strstr(view(player), "kick-wall"));
	assert_int_equal(say(player, "{\"do\":\"swap\",\"movement\":\"kick-wall\"}"), KEEL_ERR_OK);
	assert_non_null(strstr(view(player), "\"movement\":\"kick-wall\""));
	free(player);
}

static void lost_form_ends_the_set_only(void **state)
{
	(void)state;
	keel_player *player = make();
	say(player, "{\"do\":\"start\",\"pain\":2}");
	keel_player_tick(player, 20000);
	drafts(player);
	assert_int_equal(say(player, "{\"do\":\"form-lost\"}"), KEEL_ERR_OK);
	assert_non_null(strstr(drafts(player), "\"end\":\"form\""));
	assert_non_null(strstr(view(player), "\"step\":\"rest\""));
	keel_player_tick(player, 20000 + 64000);
	say(player, "{\"do\":\"answer\",\"change\":\"same-or-less\"}");
	assert_non_null(strstr(drafts(player), "\"form\":\"lost\",\"end\":\"done\""));
	free(player);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(time_cut_otherwise_gives_the_same_session),
		cmocka_unit_test(what_cannot_be_done_changes_nothing),
		cmocka_unit_test(a_stop_ends_at_that_tick),
		cmocka_unit_test(a_saved_session_goes_on_at_the_same_breath),
		cmocka_unit_test(a_whole_session_is_told),
		cmocka_unit_test(a_timed_set_counts_what_fits),
		cmocka_unit_test(it_eased_ends_the_hold),
		cmocka_unit_test(a_rise_of_one_asks_whether_it_settled),
		cmocka_unit_test(a_rise_of_three_finishes_with_a_calm_movement),
		cmocka_unit_test(pain_that_spreads_closes_its_directions),
		cmocka_unit_test(no_added_pain_means_none),
		cmocka_unit_test(much_pain_at_the_start_leaves_the_calm),
		cmocka_unit_test(a_swap_takes_what_is_offered_only),
		cmocka_unit_test(a_soft_gate_yields_to_who_names_the_movement),
		cmocka_unit_test(lost_form_ends_the_set_only),
	};
	return cmocka_run_group_tests_name("player", tests, NULL, NULL);
}
