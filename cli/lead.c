#include "cli/lead.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/say.h"
#include "cli/world.h"
#include "core/coach/player.h"
#include "core/coach/words.h"
#include "core/state/verdict.h"

#define STEP_MS 200
#define FAST_STEP_MS 1000
#define DRAFT_BYTES 65536

typedef struct lead {
	keel_record *record;
	keel_player *player;
	keel_now now;
	bool fast;
	int code;
	int item_said;	 /* place in the session whose head was printed */
	const char *cue; /* last cue that was printed */
} lead;

static void keep_drafts(lead *l)
{
	static char drafts[DRAFT_BYTES];
	if (l->player->draft_count == 0)
		return;
	if (keel_player_drafts_json(l->player, drafts, sizeof drafts, NULL) != KEEL_ERR_OK)
		l->code = KEEL_EXIT_WORLD;
	else if (l->code == KEEL_EXIT_DONE)
		l->code = keel_record_keep(l->record, &l->now, drafts);
}

static bool command(lead *l, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool command(lead *l, const char *format, ...)
{
	char json[KEEL_COMMAND_BYTES_MAX];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(json, sizeof json, format, arguments);
	va_end(arguments);
	keel_err err = keel_player_command(l->player, json, strlen(json), NULL);
	keep_drafts(l);
	return err == KEEL_ERR_OK;
}

static bool can(const lead *l, keel_do what)
{
	return keel_player_can(l->player) & (1u << what);
}

static const char *name_now(const lead *l)
{
	return keel_say_movement(l->record->core, keel_player_movement_now(l->player)->id, "name");
}

/* ---- questions ---- */

static void append_number(char *json, const char *name, int value)
{
	size_t used = strlen(json);
	if (value >= 0)
		snprintf(json + used, 200 - used, ",\"%s\":%d", name, value);
}

static void ask_start(lead *l)
{
	char json[200] = "{\"do\":\"start\"";
	append_number(json, "pain", keel_ask_number("Pain now, 0 to 10:", 0, 10));
	char place = keel_ask_key(
		"Furthest place: [n]owhere, [b]ack, b[u]ttock, [t]high, below the [k]nee, [f]oot:",
		"nbutkf");
	static const char keys[] = "nbutkf";
	if (place != 0) {
		size_t used = strlen(json);
		snprintf(json + used, sizeof json - used, ",\"place\":\"%s\"",
			 keel_place_names[strchr(keys, place) - keys]);
	}
	command(l, "%s}", json);
}

static int ask_yes(const char *prompt)
{
	char answer = keel_ask_key(prompt, "yn");
	return answer == 0 ? -1 : answer == 'y';
}

/* The same few questions after a movement and when it hurts, as the player asks for them. */
static void ask_rest(const lead *l, char *json)
{
	uint8_t ask = l->player->ask;
	if (ask & 1u << KEEL_ASK_PAIN)
		append_number(json, "pain", keel_ask_number("Pain now, 0 to 10:", 0, 10));
	if (ask & 1u << KEEL_ASK_FURTHER)
		append_number(json, "further",
			      ask_yes("Has it moved further down the leg? [y]es, [n]o:"));
	if (ask & 1u << KEEL_ASK_SETTLED)
		append_number(json, "settled",
			      ask_yes("Has it settled within a minute? [y]es, [n]o:"));
}

static void ask_after(lead *l)
{
	static const char keys[] = "sbc";
	char json[200] = "{\"do\":\"answer\"";
	if (l->player->ask & 1u << KEEL_ASK_CHANGE) {
		printf("\n%s is done.\n", name_now(l));
		char change =
			keel_ask_key("Pain: [s]ame or less, a [b]it more, [c]learly more:", keys);
		if (change != 0) {
			size_t used = strlen(json);
			snprintf(json + used, sizeof json - used, ",\"change\":\"%s\"",
				 keel_change_names[strchr(keys, change) - keys]);
		}
	}
	if (l->player->ask & 1u << KEEL_ASK_CHALLENGE)
		append_number(
			json, "challenge",
			keel_ask_number(
				"How hard was it, 0 to 100 (20 easy, 55 right, 85 hard):", 0, 100));
	ask_rest(l, json);
	command(l, "%s}", json);
}

static void ask_end(lead *l)
{
	char json[200] = "{\"do\":\"answer\"";
	append_number(json, "pain", keel_ask_number("\nPain now, at the end, 0 to 10:", 0, 10));
	command(l, "%s}", json);
}

static void ask_pain(lead *l)
{
	char json[200] = "{\"do\":\"pain\"";
	if (!(l->player->ask & 1u << KEEL_ASK_SETTLED)) {
		int pain = keel_ask_number("\nPain now, 0 to 10 (nothing: go on):", 0, 10);
		if (pain < 0) {
			command(l, "{\"do\":\"resume\"}");
			return;
		}
		append_number(json, "pain", pain);
		append_number(json, "further",
			      ask_yes("Has it moved further down the leg? [y]es, [n]o:"));
	} else {
		int settled = ask_yes("Has it settled within a minute? [y]es, [n]o:");
		append_number(json, "settled", settled > 0);
	}
	command(l, "%s}", json);
}

static void say_message(lead *l)
{
	const keel_player_message *message = &l->player->message;
	if (message->rule == KEEL_PLAYER_NONE)
		return;
	keel_reason why = {.rule = (keel_rule)message->rule, .input_count = message->input_count};
	for (int i = 0; i < message->input_count; i++)
		why.inputs[i] = message->inputs[i];
	putchar('\n');
	keel_say_reason(stdout, l->record->core, 0, &why);
}

/* ---- time ---- */

static const char *cue_now(const lead *l)
{
	const keel_player *p = l->player;
	const keel_movement *movement = keel_player_movement_now(p);
	const char *name = movement->id;
	switch ((keel_timeline_kind)p->at.kind) {
	case KEEL_TIMELINE_SET_UP:
		return keel_say_movement(l->record->core, name, "setup");
	case KEEL_TIMELINE_SIDE_CHANGE:
		return "Change sides.";
	case KEEL_TIMELINE_REST:
		return "Rest.";
	case KEEL_TIMELINE_PHASE:
		return keel_say_text(l->record->core, movement->phases[p->at.phase].cue);
	default:
		return "Stay.";
	}
}

static void say_head(lead *l)
{
	const keel_player_item *item = keel_player_item_now(l->player);
	char dose[120];
	if (l->item_said == l->player->play_at + 1 + 100 * l->player->item_count)
		return;
	l->item_said = l->player->play_at + 1 + 100 * l->player->item_count;
	keel_say_dose(keel_player_movement_now(l->player), &item->dose, dose, sizeof dose);
	printf("\n%d of %d: %s · %s\n", l->player->play_at + 1, l->player->play_count, name_now(l),
	       dose);
}

static void say_clock(lead *l)
{
	const keel_player *p = l->player;
	const keel_player_item *item = keel_player_item_now(l->player);
	const keel_movement *movement = keel_player_movement_now(p);
	int32_t length_ms = keel_timeline_step_ms(movement, &item->dose, &p->at);
	int side = keel_timeline_side(movement, &p->at);
	const char *breath = p->at.kind == KEEL_TIMELINE_PHASE
				     ? keel_breath_names[movement->phases[p->at.phase].breath]
				     : "easy";
	printf("\r  set %d/%d · %s · %d · breathe %s · %2d s%s   ", p->at.set + 1, item->dose.sets,
	       side == KEEL_SIDE_BOTH ? "both sides" : keel_side_names[side], p->at.rep + 1, breath,
	       (length_ms - p->into_ms + 999) / 1000, p->paused ? " · paused" : "");
	fflush(stdout);
}

static void press(lead *l, int key)
{
	switch (key) {
	case ' ':
		command(l, l->player->paused ? "{\"do\":\"resume\"}" : "{\"do\":\"pause\"}");
		break;
	case 'n':
		command(l, "{\"do\":\"ready\"}");
		break;
	case 's':
		command(l, "{\"do\":\"skip\"}");
		break;
	case 'e':
		command(l, "{\"do\":\"eased\"}");
		break;
	case 'f':
		command(l, "{\"do\":\"form-lost\"}");
		break;
	case 'p':
		command(l, "{\"do\":\"pain\"}");
		break;
	case 'o':
		command(l, "{\"do\":\"easier\"}");
		break;
	case 'h':
		command(l, "{\"do\":\"harder\"}");
		break;
	case 'q':
	case -2:
		command(l, "{\"do\":\"end\"}");
		break;
	default:
		break;
	}
}

static void unwell(lead *l)
{
	static const char keys[] = "cfbhlaop";
	static const keel_sign signs[] = {
		KEEL_SIGN_CHEST, KEEL_SIGN_FAINT,    KEEL_SIGN_BREATHLESS, KEEL_SIGN_HEARTBEAT,
		KEEL_SIGN_LEG,	 KEEL_SIGN_HEADACHE, KEEL_SIGN_BALANCE,	   KEEL_SIGN_PREGNANCY};
	char sign = keel_ask_key(
		"\nWhat is it? [c]hest, [f]aint or dizzy, [b]reathless, [h]eartbeat, [l]eg weak or "
		"numb, "
		"he[a]dache, l[o]st balance, [p]regnancy sign; nothing: something else:",
		keys);
	keel_sign chosen = sign == 0 ? KEEL_SIGN_OTHER : signs[strchr(keys, sign) - keys];
	command(l, "{\"do\":\"unwell\",\"sign\":\"%s\"}", keel_sign_names[chosen]);
}

static void run(lead *l)
{
	const char *cue = cue_now(l);
	say_head(l);
	if (cue != l->cue && cue[0] != '\0') {
		if (!l->fast)
			printf("\r%*s\r", KEEL_SAY_COLUMNS, "");
		printf("  %s\n", cue);
	}
	l->cue = cue;
	if (l->fast) {
		keel_player_tick(l->player, FAST_STEP_MS);
		l->now.utc_ms += FAST_STEP_MS;
		return;
	}
	int64_t before_ms = keel_world_monotonic_ms();
	say_clock(l);
	keel_world_raw_keys(true);
	int key = keel_world_wait_key(STEP_MS);
	int32_t elapsed_ms = (int32_t)(keel_world_monotonic_ms() - before_ms);
	keel_player_tick(l->player, elapsed_ms);
	l->now.utc_ms += elapsed_ms;
	if (key == 'u') {
		keel_world_raw_keys(false);
		unwell(l);
	} else if (key != -1) {
		press(l, key);
	}
}

static void step(lead *l)
{
	keel_player *p = l->player;
	if (p->mode != KEEL_PLAYER_RUN)
		keel_world_raw_keys(false);
	switch ((keel_player_mode)p->mode) {
	case KEEL_PLAYER_BEFORE:
		ask_start(l);
		break;
	case KEEL_PLAYER_RUN:
		run(l);
		break;
	case KEEL_PLAYER_PAIN_ASK:
		ask_pain(l);
		break;
	case KEEL_PLAYER_ASK:
		ask_after(l);
		break;
	case KEEL_PLAYER_END_ASK:
		ask_end(l);
		break;
	case KEEL_PLAYER_NOTICE:
	case KEEL_PLAYER_CALM: {
		say_message(l);
		bool offers_easier = can(l, KEEL_DO_EASIER);
		char key = keel_ask_key(offers_easier
						? "[Enter] go on, [o] something easier, [q] finish:"
						: "[Enter] go on, [q] finish:",
					offers_easier ? "oq" : "q");
		command(l, key == 'q'	? "{\"do\":\"end\"}"
			   : key == 'o' ? "{\"do\":\"easier\"}"
					: "{\"do\":\"continue\"}");
		break;
	}
	default:
		break;
	}
	keep_drafts(l);
}

int keel_lead(keel_record *record, const keel_now *now, const keel_lead_def *def)
{
	size_t memory_bytes = keel_player_memory_bytes();
	void *memory = malloc(memory_bytes);
	lead l = {.record = record, .now = *now, .fast = def->fast, .player = NULL};
	if (memory != NULL)
		l.player = keel_player_create(memory, memory_bytes);
	if (l.player == NULL)
		return KEEL_EXIT_WORLD;
	keel_err err = keel_player_start(l.player, record->core, now, def->session);
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "keel do: %s\n", keel_err_sentence(err));
		free(memory);
		return err == KEEL_ERR_LOCKED ? KEEL_EXIT_NO : KEEL_EXIT_WORLD;
	}
	if (!l.fast)
		printf("Keys: space pause · n next · s skip · e it eased · p pain · o easier · u I "
		       "feel unwell · q finish\n");
	while (!keel_player_ended(l.player) && l.code == KEEL_EXIT_DONE)
		step(&l);
	keel_world_raw_keys(false);
	keep_drafts(&l);
	say_message(&l);
	bool emergency = l.player->message.rule != KEEL_PLAYER_NONE && l.player->message.emergency;
	if (emergency)
		printf("Get emergency care now: call your country's emergency number.\n");
	else if (l.code == KEEL_EXIT_DONE && l.player->end != KEEL_END_UNWELL)
		printf(l.player->end == KEEL_END_DONE ? "\nDone. Well moved.\n"
						      : "\nFinished here. That counts.\n");
	free(memory);
	return l.code != KEEL_EXIT_DONE ? l.code : emergency ? KEEL_EXIT_NO : KEEL_EXIT_DONE;
}
