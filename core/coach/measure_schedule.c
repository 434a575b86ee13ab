/* When a measure is offered (C7; all of it our own judgement).
 *
 * Never on the first day, never more than one a day, never in the way: what is offered can be left.
 * Own activities come first because they say what the person is here for; the longer list a few
 * days later; confidence every two weeks; the global rating at six weeks, when there is something
 * to look back on. All but confidence are asked again every five weeks.
 *
 * What is not answered is offered for a week from its date, then not until its next turn; from
 * Progress it can be answered at any time. Instruments under a licence (Oswestry, STarT Back) are
 * never offered: their result can be entered.
 */
#include "core/coach/measure.h"
#include "core/state/thresholds.h"

typedef struct schedule_row {
	keel_measure measure;
	int32_t first_days; /* after the first session */
	int32_t every_days;
} schedule_row;

static const schedule_row rows[KEEL_SCHEDULE_COUNT] = {
	{KEEL_MEASURE_PSFS, KEEL_MEASURE_PSFS_FIRST_DAYS, KEEL_MEASURE_RETEST_DAYS},
	{KEEL_MEASURE_ROLAND_MORRIS, KEEL_MEASURE_ROLAND_FIRST_DAYS, KEEL_MEASURE_RETEST_DAYS},
	{KEEL_MEASURE_CONFIDENCE, KEEL_MEASURE_CONFIDENCE_DAYS, KEEL_MEASURE_CONFIDENCE_DAYS},
	{KEEL_MEASURE_GLOBAL_CHANGE, KEEL_MEASURE_GLOBAL_FIRST_DAYS, KEEL_MEASURE_RETEST_DAYS},
};

static int32_t due_date_of(const keel_measure_history *history, const schedule_row *row)
{
	int32_t last = history->last_date[row->measure];
	if (history->start_date == KEEL_NO_DATE)
		return KEEL_NO_DATE;
	int32_t first = history->start_date + row->first_days;
	if (last == KEEL_NO_DATE)
		return first;
	int32_t next = last + row->every_days;
	return next > first ? next : first;
}

void keel_measure_schedule(const keel_measure_history *history, int32_t today,
			   keel_measure_due due[KEEL_SCHEDULE_COUNT])
{
	for (int i = 0; i < KEEL_SCHEDULE_COUNT; i++) {
		int32_t date = due_date_of(history, &rows[i]);
		bool come = date != KEEL_NO_DATE && date <= today;
		due[i] = (keel_measure_due){
			.measure = rows[i].measure,
			.last_date = history->last_date[rows[i].measure],
			.due_date = date,
			.due = come,
			.offered = come && (today - date) % rows[i].every_days <
						   KEEL_MEASURE_OFFER_DAYS,
		};
	}
}

const keel_measure_due *keel_measure_offer(const keel_measure_due due[KEEL_SCHEDULE_COUNT],
					   int32_t today)
{
	const keel_measure_due *offered[KEEL_SCHEDULE_COUNT];
	int count = 0;
	for (int i = 0; i < KEEL_SCHEDULE_COUNT; i++) {
		if (due[i].last_date == today)
			return NULL;
		if (due[i].offered)
			offered[count++] = &due[i];
	}
	/* In turn by date: whoever leaves one is offered another tomorrow, and none starves. */
	return count == 0 ? NULL : offered[(uint32_t)today % (uint32_t)count];
}
