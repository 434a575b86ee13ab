/* Rare people: see rare.c. */
#ifndef KEEL_SIM_RARE_H
#define KEEL_SIM_RARE_H

#include "sim/life.h"

typedef enum sim_rare {
	SIM_RARE_NOT,
	SIM_RARE_WELL,	     /* no pain to speak of, week after week */
	SIM_RARE_OLD_LADDER, /* the catalogue changes under them: steps, and movements that go */
	SIM_RARE_LED,	     /* a clinician's list, doses, numbers and open gates */
	SIM_RARE_TESTED,     /* every self-test, and wishes for a day */
	SIM_RARE_COUNT
} sim_rare;

/* Days that they live longer than the crowd. */
int sim_rare_days(sim_rare kind);
void sim_rare_make(sim_person *person, sim_rare kind);
keel_catalogue *sim_rare_catalogue(const keel_catalogue *catalogue);
void sim_rare_catalogue_end(keel_catalogue *changed);
void sim_rare_old_step(const sim_life *life, keel_dose *dose);
/* Events of the day, before it is planned. */
void sim_rare_day(sim_life *life);
/* Does the self-test that is offered; true: plan anew. */
bool sim_rare_test(sim_life *life);

#endif
