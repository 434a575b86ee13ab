/* Proof of the first table of CLINICAL 2: the first matching row wins, for every answer there can
 * be. The source is included; the contract says the table again, in the order of the page.
 */
#include "core/safety/safety.h"

/*@ predicate rose_3(keel_pain_input *i) = !i->further && i->rise >= 3;
    predicate high_2(keel_pain_input *i) = !i->further && i->rise == 2 && i->during >= 8 &&
      !i->settled;
    predicate rose_2(keel_pain_input *i) = !i->further && i->rise == 2 && !(i->during >= 8 &&
      !i->settled);
    predicate rose_1(keel_pain_input *i) = !i->further && i->rise == 1;
    predicate none_rose(keel_pain_input *i) = !i->further && i->rise <= 0;
    predicate counts(keel_pain_input *i) = i->rise >= 3 || (i->rise == 2 && !i->settled);
*/

/*@ requires \valid_read(input);
    assigns \nothing;
    ensures \result <==> counts(input);
*/
static bool rise_counted(const keel_pain_input *input);

/*@ requires \valid_read(input);
    assigns \nothing;
    ensures \result.rule == KEEL_RULE_PAIN_SPREAD && \result.action == KEEL_PAIN_FINISH_CALM &&
      !\result.clean;
    ensures \result.ask_settled ==> !input->settled_known;
    ensures \result.counted <==> counts(input);
    ensures \result.rests_directions && \result.rest_days == 3;
    ensures counts(input) ==> \result.rungs_down == 1;
    ensures !counts(input) ==> \result.rungs_down == 0;
*/
static keel_pain_outcome judge_spread(const keel_pain_input *input);

/*@ requires \valid_read(input);
    assigns \nothing;
    ensures \result.rule == rule && \result.action == KEEL_PAIN_FINISH_CALM && !\result.clean;
    ensures \result.ask_settled ==> !input->settled_known;
    ensures \result.counted && !\result.rests_directions && \result.rest_days == 3 &&
      \result.rungs_down == 1;
*/
static keel_pain_outcome judge_stop(keel_rule rule, const keel_pain_input *input);

/*@ requires \valid_read(input);
    assigns \nothing;
    ensures \result.rule == (input->settled ? KEEL_RULE_PAIN_RISE_2_SETTLED :
      KEEL_RULE_PAIN_RISE_2);
    ensures \result.action == KEEL_PAIN_FINISH && !\result.clean && \result.rest_days == 0;
    ensures \result.ask_settled ==> !input->settled_known;
    ensures \result.counted <==> !input->settled;
    ensures !\result.rests_directions && \result.rungs_down == (input->settled ? 0 : 1);
*/
static keel_pain_outcome judge_rise_2(const keel_pain_input *input);

/*@ requires \valid_read(input);
    assigns \nothing;
    ensures !\result.clean && !\result.counted && !\result.rests_directions;
    ensures \result.rest_days == 0 && \result.rungs_down == 0;
    ensures \result.ask_settled ==> !input->settled_known;
    ensures input->none_added ==>
      \result.rule == KEEL_RULE_PAIN_NONE_ADDED && \result.action == KEEL_PAIN_FINISH;
    ensures !input->none_added && input->settled && input->during < 8 ==>
      \result.rule == KEEL_RULE_PAIN_RISE_1_SETTLED && \result.action == KEEL_PAIN_GO_ON;
    ensures !input->none_added && !(input->settled && input->during < 8) ==> \result.rule ==
      KEEL_RULE_PAIN_RISE_1;
*/
static keel_pain_outcome judge_rise_1(const keel_pain_input *input);

/*@ requires \valid_read(input);
    assigns \nothing;
    ensures counted: \result.counted <==> counts(input);
    ensures clean: \result.clean <==> none_rose(input);
    ensures clean_goes_on: none_rose(input) ==>
      \result.action == KEEL_PAIN_GO_ON && \result.rungs_down == 0 && \result.rest_days == 0 &&
      !\result.rests_directions && \result.rule == KEEL_RULE_PAIN_CLEAN;
    ensures spread: input->further ==>
      \result.rule == KEEL_RULE_PAIN_SPREAD && \result.action == KEEL_PAIN_FINISH_CALM;
    ensures spread_rests: input->further && !input->neutral ==> \result.rests_directions &&
      \result.rest_days == 3;
    ensures row_3: rose_3(input) ==>
      \result.rule == KEEL_RULE_PAIN_RISE_3 && \result.action == KEEL_PAIN_FINISH_CALM;
    ensures row_3_rests: rose_3(input) && !input->neutral ==> \result.rest_days == 3 &&
      \result.rungs_down == 1;
    ensures row_high: high_2(input) ==>
      \result.rule == KEEL_RULE_PAIN_HIGH_RISE_2 && \result.action == KEEL_PAIN_FINISH_CALM;
    ensures row_high_rests: high_2(input) && !input->neutral ==> \result.rest_days == 3 &&
      \result.rungs_down == 1;
    ensures row_2: rose_2(input) ==>
      \result.rule == (input->settled ? KEEL_RULE_PAIN_RISE_2_SETTLED : KEEL_RULE_PAIN_RISE_2) &&
      \result.action == KEEL_PAIN_FINISH && \result.rest_days == 0;
    ensures row_2_down: rose_2(input) && !input->neutral ==> \result.rungs_down ==
      (input->settled ? 0 : 1);
    ensures row_none_added: rose_1(input) && input->none_added ==>
      \result.rule == KEEL_RULE_PAIN_NONE_ADDED && \result.action == KEEL_PAIN_FINISH;
    ensures row_1_settled: rose_1(input) && !input->none_added && input->settled &&
      input->during < 8 ==>
      \result.rule == KEEL_RULE_PAIN_RISE_1_SETTLED && \result.action == KEEL_PAIN_GO_ON;
    ensures row_1: rose_1(input) && !input->none_added && !(input->settled && input->during < 8) ==>
      \result.rule == KEEL_RULE_PAIN_RISE_1;
    ensures row_1_same_rung: rose_1(input) && !input->neutral ==>
      \result.rungs_down == 0 && \result.rest_days == 0;
    ensures noise_never_lowers: input->settled && input->rise <= 2 && !input->further ==>
      \result.rungs_down == 0;
    ensures neutral_never_rests: input->neutral ==> \result.rest_days == 0 &&
      !\result.rests_directions;
    ensures bounded: 0 <= \result.rungs_down <= 1 && (\result.rest_days == 0 ||
      \result.rest_days == 3);
    ensures asked_only_when_open: \result.ask_settled ==> !input->settled_known;
*/
keel_pain_outcome keel_pain_judge(const keel_pain_input *input);

/*@ requires -1 <= first <= 10 && -1 <= end <= 10;
    assigns \nothing;
    ensures \result <==> first != -1 && end != -1 && end - first >= 2;
*/
bool keel_pain_session_up(int32_t first, int32_t end);

/*@ assigns \nothing;
    ensures \result <==> sign == KEEL_SIGN_CHEST || sign == KEEL_SIGN_FAINT || sign ==
      KEEL_SIGN_LEG ||
      sign == KEEL_SIGN_HEADACHE || sign == KEEL_SIGN_BALANCE || sign == KEEL_SIGN_PREGNANCY;
*/
bool keel_stop_is_emergency(keel_sign sign);

#include "core/safety/pain.c"
