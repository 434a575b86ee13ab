#include "core/base/err.h"

const char *keel_err_name(keel_err err)
{
	static const char *const names[] = {
#define KEEL_ERR_NAME(name, sentence, actor) #name,
		KEEL_ERR_LIST(KEEL_ERR_NAME)
#undef KEEL_ERR_NAME
	};
	KEEL_ASSERT((unsigned)err < KEEL_ERR_COUNT);
	return names[err];
}

const char *keel_err_sentence(keel_err err)
{
	static const char *const sentences[] = {
#define KEEL_ERR_SENTENCE(name, sentence, actor) sentence,
		KEEL_ERR_LIST(KEEL_ERR_SENTENCE)
#undef KEEL_ERR_SENTENCE
	};
	KEEL_ASSERT((unsigned)err < KEEL_ERR_COUNT);
	return sentences[err];
}

const char *keel_err_actor(keel_err err)
{
	static const char *const actors[] = {
#define KEEL_ERR_ACTOR(name, sentence, actor) actor,
		KEEL_ERR_LIST(KEEL_ERR_ACTOR)
#undef KEEL_ERR_ACTOR
	};
	KEEL_ASSERT((unsigned)err < KEEL_ERR_COUNT);
	return actors[err];
}
