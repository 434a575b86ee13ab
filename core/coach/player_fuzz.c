/* Fuzz: the player's commands, ticks and saved blobs. The first byte chooses: a blob (its hash is
 * made right, so that the checks behind it are reached), or a script of ticks and command texts
 * separated by newlines. Whatever comes, the player neither traps nor reads outside, and a player
 * that was restored can be led on.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/hash.h"
#include "core/coach/player.h"
#include "core/coach/test_catalogue.h"
#include "core/state/thresholds.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count);

static char out[65536];

static void lead(keel_player *player)
{
	static const char *const script[] = {"{\"do\":\"start\",\"pain\":3}",
					     "{\"do\":\"ready\"}",
					     "{\"do\":\"pain\",\"pain\":5,\"settled\":\"no\"}",
					     "{\"do\":\"answer\",\"change\":\"same-or-less\"}",
					     "{\"do\":\"easier\"}",
					     "{\"do\":\"continue\"}",
					     "{\"do\":\"form-lost\"}",
					     "{\"do\":\"eased\"}",
					     "{\"do\":\"skip\"}"};
	for (int i = 0; i < 18; i++) {
		const char *command = script[i % 9];
		if (keel_player_command(player, command, strlen(command), NULL) == KEEL_ERR_OK)
			keel_player_tick(player, 9000);
		if (keel_player_drafts_json(player, out, sizeof out, NULL) != KEEL_ERR_OK)
			abort();
	}
	if (keel_player_view_json(player, out, sizeof out, NULL) != KEEL_ERR_OK)
		abort();
	keel_player_tick(player, 600000);
}

static void try_blob(keel_player *player, const uint8_t *bytes, size_t byte_count)
{
	unsigned char blob[KEEL_PLAYER_SAVE_BYTES_MAX];
	if (byte_count + 8 > sizeof blob)
		return;
	memcpy(blob, bytes, byte_count);
	uint64_t hash = keel_hash_end(keel_hash_bytes(keel_hash_start(), blob, byte_count));
	for (int i = 0; i < 8; i++)
		blob[byte_count + (size_t)i] = (unsigned char)(hash >> (8 * i));
	if (keel_player_restore(player, test_catalogue(), blob, byte_count + 8) == KEEL_ERR_OK)
		lead(player);
}

/* A fresh session, as a saved one that was never begun. */
static void begin(keel_player *player)
{
	memset(player, 0, sizeof *player);
	player->catalogue = test_catalogue();
	memset(player->session, 'a', 32);
	player->mode = KEEL_PLAYER_BEFORE;
	player->rise_stop = KEEL_RISE_STOP;
	player->place = player->first_pain = player->before = player->before_next =
		KEEL_PLAYER_NONE;
	player->now_pain = player->end_pain = KEEL_PLAYER_NONE;
	player->up_min = KEEL_PLAYER_NONE;
	player->calm = TEST_BREATHING;
	player->message = (keel_player_message){.rule = KEEL_PLAYER_NONE, .next = KEEL_NO_MOVEMENT};
	keel_player_clear_answers(player);
	for (int i = 0; i < TEST_MOVEMENT_COUNT; i++) {
		player->offers[i].rung = 1;
		player->items[i].movement = (int16_t)i;
		player->items[i].rung = 1;
		player->items[i].dose = test_catalogue()->movements[i].rungs[0];
		player->items[i].change = player->items[i].pain = player->items[i].form =
			KEEL_PLAYER_NONE;
		player->items[i].settled = KEEL_PLAYER_NONE;
		player->play[i] = (uint8_t)i;
	}
	player->item_count = player->play_count = TEST_MOVEMENT_COUNT;
}

static void try_script(keel_player *player, const uint8_t *bytes, size_t byte_count)
{
	size_t at = 0;
	begin(player);
	while (at < byte_count) {
		const uint8_t *end = memchr(bytes + at, '\n', byte_count - at);
		size_t length = end == NULL ? byte_count - at : (size_t)(end - bytes) - at;
		keel_spot spot;
		if (length > 0 && bytes[at] < 32)
			keel_player_tick(player, bytes[at] * 500);
		else if (keel_player_command(player, (const char *)bytes + at, length, &spot) ==
				 KEEL_ERR_OK &&
			 keel_player_drafts_json(player, out, sizeof out, NULL) != KEEL_ERR_OK)
			abort();
		at += length + 1;
	}
	lead(player);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
	static keel_player player;
	if (byte_count == 0)
		return 0;
	if (bytes[0] % 2 == 0)
		try_blob(&player, bytes + 1, byte_count - 1);
	else
		try_script(&player, bytes + 1, byte_count - 1);
	return 0;
}
