/* Written by tools/gen/gen_events from core/event/event_list.h and core/base/names.h: change those, then
 * `ninja gen`.
 */

/* What an event says, without its envelope. */
export type Draft = { type: string } & Record<string, string | number | number[]>;

/* Stands before the fields of every event. */
export interface Envelope {
  id: string; // 32 lower-case hexadecimal digits
  person: string; // 16
  device: string; // 8
  seq: number; // 1.. for each device
  counter: number; // 1 + the largest the device has seen
  utc_ms: number;
  offset_min: number; // -840..840
  v: number;
  safety: number; // 0 or 1
  type: string;
  replaces?: string; // id of the event of the same type that this one corrects
}

export const EVENT_VERSION = 1;

export type AimName =
  | 'breathing'
  | 'mobility'
  | 'stretch'
  | 'control'
  | 'brace'
  | 'activate'
  | 'strengthen'
  | 'integrate'
  | 'conditioning';

export type StageName =
  | 'calm'
  | 'restore'
  | 'strengthen'
  | 'fitness';

export type DirectionName =
  | 'flexion'
  | 'extension'
  | 'side'
  | 'rotation';

export type PositionName =
  | 'supine'
  | 'prone'
  | 'side-lying'
  | 'hands-and-knees'
  | 'kneeling'
  | 'half-kneeling'
  | 'cross-legged'
  | 'floor-sitting'
  | 'push-up'
  | 'sitting'
  | 'standing'
  | 'single-leg'
  | 'walking';

export type AbilityName =
  | 'kneel'
  | 'lie'
  | 'floor'
  | 'cross-legs';

export type EquipmentName =
  | 'mat'
  | 'chair'
  | 'wall'
  | 'counter'
  | 'post'
  | 'bag'
  | 'pillow'
  | 'dowel'
  | 'weight'
  | 'step'
  | 'table'
  | 'helper';

export type ConditionName =
  | 'flexion-sensitive'
  | 'extension-sensitive'
  | 'mornings-worse'
  | 'osteoporosis'
  | 'vertebral-fracture'
  | 'pregnancy'
  | 'falls'
  | 'hip-replacement'
  | 'wrist-shoulder'
  | 'blood-pressure'
  | 'glaucoma'
  | 'abdominal'
  | 'stenosis'
  | 'spondylolisthesis';

export type GateName =
  | 'morning-flexion'
  | 'end-flexion'
  | 'loaded-flexion'
  | 'rapid-flexion'
  | 'end-twist'
  | 'end-extension'
  | 'loaded-extension'
  | 'floor-lift'
  | 'prone'
  | 'supine'
  | 'unsupported-balance'
  | 'deep-hip-flexion'
  | 'hands-bearing'
  | 'head-down'
  | 'long-hold'
  | 'swing'
  | 'curl-up'
  | 'plank'
  | 'kneel'
  | 'lie'
  | 'floor'
  | 'cross-legs';

export type SidesName =
  | 'none'
  | 'one-then-other'
  | 'alternate';

export type SideName =
  | 'both'
  | 'left'
  | 'right';

export type BreathName =
  | 'easy'
  | 'in'
  | 'out';

export type PainLimitName =
  | 'rule'
  | 'none-added';

export type PlaceName =
  | 'nowhere'
  | 'back'
  | 'buttock'
  | 'thigh'
  | 'below-knee'
  | 'foot';

export type TierName =
  | 'emergency'
  | 'same-day'
  | 'clinician-soon'
  | 'advice'
  | 'inflammatory';

export type AnswerName =
  | 'no'
  | 'yes'
  | 'unsure';

export type ChangeName =
  | 'same-or-less'
  | 'a-bit-more'
  | 'clearly-more'
  | 'less';

export type SettledName =
  | 'no'
  | 'yes';

export type FormName =
  | 'kept'
  | 'lost';

export type AfterName =
  | 'settled'
  | 'worse-a-day'
  | 'still-worse';

export type EndName =
  | 'done'
  | 'eased'
  | 'skipped'
  | 'form'
  | 'pain'
  | 'unwell'
  | 'swapped'
  | 'stopped';

export type SignName =
  | 'chest'
  | 'faint'
  | 'breathless'
  | 'heartbeat'
  | 'leg'
  | 'headache'
  | 'balance'
  | 'pregnancy'
  | 'other';

export type PurposeName =
  | 'plan'
  | 'way-back'
  | 'try-again'
  | 'calm'
  | 'swap'
  | 'test';

export type SwapName =
  | 'equipment'
  | 'easier'
  | 'harder'
  | 'dislike'
  | 'pain'
  | 'other';

export type LikingName =
  | 'neutral'
  | 'like'
  | 'dislike';

export type ClearanceName =
  | 'mistake'
  | 'assessed'
  | 'advice'
  | 'clinician';

export type TrainingName =
  | 'no'
  | 'yes';

export type SymptomName =
  | 'leg-new'
  | 'leg-worse'
  | 'leg-better';

export type ReviewName =
  | 'none'
  | 'some';

export type MeasureName =
  | 'confidence'
  | 'nprs'
  | 'roland-morris'
  | 'psfs'
  | 'oswestry'
  | 'start-back'
  | 'global-change';

export type EditName =
  | 'pin'
  | 'forbid'
  | 'allow'
  | 'override-gate'
  | 'clear-movement'
  | 'prescribe'
  | 'dose'
  | 'threshold';

export type TestName =
  | 'flexion'
  | 'extension'
  | 'side'
  | 'rotation'
  | 'knees'
  | 'psoas-length'
  | 'bridge-override'
  | 'front-hold'
  | 'side-hold'
  | 'sit-to-stand';

export type TunableName =
  | 'rise-stop'
  | 'rest-days-stop'
  | 'rest-days-second'
  | 'clean-to-rise'
  | 'rung-days-min'
  | 'rises-a-session-max'
  | 'week-cap-percent'
  | 'morning-gate-min';

/* Every list of names, by the name that {0:list} of a text uses. */
export const names: Readonly<Record<string, readonly string[]>> = {
  aim: [
    'breathing',
    'mobility',
    'stretch',
    'control',
    'brace',
    'activate',
    'strengthen',
    'integrate',
    'conditioning'
  ],
  stage: [
    'calm',
    'restore',
    'strengthen',
    'fitness'
  ],
  direction: [
    'flexion',
    'extension',
    'side',
    'rotation'
  ],
  position: [
    'supine',
    'prone',
    'side-lying',
    'hands-and-knees',
    'kneeling',
    'half-kneeling',
    'cross-legged',
    'floor-sitting',
    'push-up',
    'sitting',
    'standing',
    'single-leg',
    'walking'
  ],
  ability: [
    'kneel',
    'lie',
    'floor',
    'cross-legs'
  ],
  equipment: [
    'mat',
    'chair',
    'wall',
    'counter',
    'post',
    'bag',
    'pillow',
    'dowel',
    'weight',
    'step',
    'table',
    'helper'
  ],
  condition: [
    'flexion-sensitive',
    'extension-sensitive',
    'mornings-worse',
    'osteoporosis',
    'vertebral-fracture',
    'pregnancy',
    'falls',
    'hip-replacement',
    'wrist-shoulder',
    'blood-pressure',
    'glaucoma',
    'abdominal',
    'stenosis',
    'spondylolisthesis'
  ],
  gate: [
    'morning-flexion',
    'end-flexion',
    'loaded-flexion',
    'rapid-flexion',
    'end-twist',
    'end-extension',
    'loaded-extension',
    'floor-lift',
    'prone',
    'supine',
    'unsupported-balance',
    'deep-hip-flexion',
    'hands-bearing',
    'head-down',
    'long-hold',
    'swing',
    'curl-up',
    'plank',
    'kneel',
    'lie',
    'floor',
    'cross-legs'
  ],
  sides: [
    'none',
    'one-then-other',
    'alternate'
  ],
  side: [
    'both',
    'left',
    'right'
  ],
  breath: [
    'easy',
    'in',
    'out'
  ],
  pain_limit: [
    'rule',
    'none-added'
  ],
  place: [
    'nowhere',
    'back',
    'buttock',
    'thigh',
    'below-knee',
    'foot'
  ],
  tier: [
    'emergency',
    'same-day',
    'clinician-soon',
    'advice',
    'inflammatory'
  ],
  answer: [
    'no',
    'yes',
    'unsure'
  ],
  change: [
    'same-or-less',
    'a-bit-more',
    'clearly-more',
    'less'
  ],
  settled: [
    'no',
    'yes'
  ],
  form: [
    'kept',
    'lost'
  ],
  after: [
    'settled',
    'worse-a-day',
    'still-worse'
  ],
  end: [
    'done',
    'eased',
    'skipped',
    'form',
    'pain',
    'unwell',
    'swapped',
    'stopped'
  ],
  sign: [
    'chest',
    'faint',
    'breathless',
    'heartbeat',
    'leg',
    'headache',
    'balance',
    'pregnancy',
    'other'
  ],
  purpose: [
    'plan',
    'way-back',
    'try-again',
    'calm',
    'swap',
    'test'
  ],
  swap: [
    'equipment',
    'easier',
    'harder',
    'dislike',
    'pain',
    'other'
  ],
  liking: [
    'neutral',
    'like',
    'dislike'
  ],
  clearance: [
    'mistake',
    'assessed',
    'advice',
    'clinician'
  ],
  training: [
    'no',
    'yes'
  ],
  symptom: [
    'leg-new',
    'leg-worse',
    'leg-better'
  ],
  review: [
    'none',
    'some'
  ],
  measure: [
    'confidence',
    'nprs',
    'roland-morris',
    'psfs',
    'oswestry',
    'start-back',
    'global-change'
  ],
  edit: [
    'pin',
    'forbid',
    'allow',
    'override-gate',
    'clear-movement',
    'prescribe',
    'dose',
    'threshold'
  ],
  test: [
    'flexion',
    'extension',
    'side',
    'rotation',
    'knees',
    'psoas-length',
    'bridge-override',
    'front-hold',
    'side-hold',
    'sit-to-stand'
  ],
  tunable: [
    'rise-stop',
    'rest-days-stop',
    'rest-days-second',
    'clean-to-rise',
    'rung-days-min',
    'rises-a-session-max',
    'week-cap-percent',
    'morning-gate-min'
  ],
};

export interface ProfileDraft {
  type: 'profile';
  name?: string; // 1 to 60 bytes: what the person wants to be called
  birth_year?: number; // 1900..2100: calendar year; adults only
  country?: string; // 1 to 2 bytes: ISO 3166 code, for the emergency number
  language?: string; // 1 to 8 bytes: language of the texts
  training?: TrainingName; // already trains regularly (CLINICAL 3b, start)
}

export interface GoalDraft {
  type: 'goal';
  text: string; // 1 to 160 bytes: one thing the person wants to do again
  confidence?: number; // 0..10: 0 none .. 10 full
}

export interface ScheduleDraft {
  type: 'schedule';
  minutes?: number; // 5..90: minutes for one session
  days_a_week?: number; // 1..7: days a week
  exercises_max?: number; // 1..6: movements in one session
  wake_min?: number; // 0..1439: usual time of getting up, minutes after midnight
}

export interface EquipmentDraft {
  type: 'equipment';
  item: EquipmentName; // which
  have: number; // 0..1: 1 there, 0 not there
}

export interface AbilityDraft {
  type: 'ability';
  ability: AbilityName; // which
  can: number; // 0..1: 1 can, 0 cannot
}

export interface ConditionDraft {
  type: 'condition';
  condition: ConditionName; // which
  has: number; // 0..1: 1 applies, 0 no longer
  since_date?: number; // 0..100000: date; for pregnancy the first day counted from
}

export interface PreferenceDraft {
  type: 'preference';
  movement: string; // 1 to 48 bytes: movement id
  liking: LikingName; // like, neutral or dislike
}

export interface ProgrammeChosenDraft {
  type: 'programme-chosen';
  programme: string; // 1 to 48 bytes: programme id, or personal
}

export interface ScreeningAnswerDraft {
  type: 'screening-answer';
  question: string; // 1 to 48 bytes: question id of catalogue/screening.yaml
  tier: TierName; // tier the question had when asked
  answer: AnswerName; // no, yes or unsure
  round: number; // 1..2: 1 first asking, 2 asked again with examples
}

export interface ScreeningReviewDraft {
  type: 'screening-review';
  answer: ReviewName; // weekly: anything new since last week
}

export interface ClearanceDraft {
  type: 'clearance';
  lock: string; // 1 to 32 bytes: id of the event that made the lock
  kind: ClearanceName; // mistake, assessed, advice or clinician
  role?: string; // 1 to 60 bytes: who assessed, by role
  assessed_date?: number; // 0..100000: date of the assessment
}

export interface DirectionTestDraft {
  type: 'direction-test';
  direction: DirectionName; // which
  pain_before: number; // 0..10: 0 to 10
  pain_after: number; // 0..10: 0 to 10
  place_before: PlaceName; // furthest place
  place_after: PlaceName; // furthest place
  reps: number; // 1..20: repetitions
  settled?: SettledName; // a rise was gone within 30 minutes
}

export interface MeasureDraft {
  type: 'measure';
  measure: MeasureName; // which instrument
  value: number; // -70..1000: its score times 10 for psfs, else its score
  item?: string; // 1 to 120 bytes: the activity, for psfs
  yes?: number[]; // at most 24: numbers of the statements that are true, for roland-morris
}

export interface SessionPrescribedDraft {
  type: 'session-prescribed';
  session: string; // 1 to 32 bytes: id of the session
  programme: string; // 1 to 48 bytes: programme id, or personal
  stage: StageName; // stage of the plan
  date: number; // 0..100000: local date it is for
  minutes: number; // 0..240: minutes it takes
  item_count: number; // 1..8: session-item events that follow
  easy_day: number; // 0..1: 1 when it is an easy day
  rule: string; // 1 to 32 bytes: rule id that decided the stage
  inputs?: number[]; // at most 8: numbers the rule saw
  facts: string; // 1 to 16 bytes: hash of the catalogue facts, hexadecimal
  core: string; // 1 to 16 bytes: version of the core
}

export interface SessionItemDraft {
  type: 'session-item';
  session: string; // 1 to 32 bytes: id of the session
  index: number; // 0..15: place in the session; a swap adds one at the end
  movement: string; // 1 to 48 bytes: movement id
  aim: AimName; // aim of the movement
  stage: StageName; // stage of the movement
  purpose: PurposeName; // why it stands there
  rung: number; // 1..16: rung of the ladder, 1 the lowest
  sets: number; // 1..10: sets
  reps: number; // 0..60: repetitions a set and side; 0 open or a hold
  hold_s: number; // 0..300: seconds of each hold; 0 none
  work_s: number; // 0..3600: seconds of work a set and side; 0 counted
  rest_s: number; // 0..300: seconds between sets
  load_hg: number; // 0..2000: load in units of 100 g; 0 none
  lever?: number; // 0..9: longer lever or smaller base; 0 the plain movement
  none_added: number; // 0..1: 1: this movement allows no added pain (S2.nopain)
  working_s: number; // 0..7200: seconds of work of the whole item, both sides
  directions: number; // 0..15: bit set of directions it declares
  rule: string; // 1 to 32 bytes: rule id that decided the dose
  inputs?: number[]; // at most 8: numbers the rule saw
}

export interface SessionStartedDraft {
  type: 'session-started';
  session: string; // 1 to 32 bytes: id of the session
  pain?: number; // 0..10: pain now, 0 to 10
  place?: PlaceName; // furthest place it is felt
  up_min?: number; // 0..1439: minutes since getting up
}

export interface SetDoneDraft {
  type: 'set-done';
  session: string; // 1 to 32 bytes: id of the session
  index: number; // 0..15: place in the session
  set: number; // 1..10: set, from 1
  side: SideName; // side, or both
  reps: number; // 0..200: repetitions done
  hold_s: number; // 0..600: seconds held in all
  work_s: number; // 0..3600: seconds of work done
  end: EndName; // why it ended
}

export interface PainReportDraft {
  type: 'pain-report';
  session: string; // 1 to 32 bytes: id of the session
  index: number; // 0..15: place in the session
  pain: number; // 0..10: pain now
  further: number; // 0..1: 1: leg pain spreads further down
  settled?: SettledName; // settled within a minute
}

export interface ExerciseDoneDraft {
  type: 'exercise-done';
  session: string; // 1 to 32 bytes: id of the session
  index: number; // 0..15: place in the session
  change?: ChangeName; // after it: same or less, a bit more, clearly more
  pain?: number; // 0..10: the number, when clearly more
  further?: number; // 0..1: 1: leg pain spreads further down
  settled?: SettledName; // settled within a minute
  challenge?: number; // 0..100: effort in percent (S0.challenge)
  form?: FormName; // form kept or lost (S0.form)
  end: EndName; // why it ended
}

export interface ExerciseSwappedDraft {
  type: 'exercise-swapped';
  session: string; // 1 to 32 bytes: id of the session
  index: number; // 0..15: place of what was swapped out
  by_index: number; // 0..15: place of the session-item that takes over
  reason: SwapName; // why
}

export interface UnwellDraft {
  type: 'unwell';
  session?: string; // 1 to 32 bytes: id of the session
  sign: SignName; // which sign
}

export interface SessionEndedDraft {
  type: 'session-ended';
  session: string; // 1 to 32 bytes: id of the session
  pain?: number; // 0..10: pain at the end
  end: EndName; // why it ended
}

export interface MorningCheckDraft {
  type: 'morning-check';
  pain: number; // 0..10: pain this morning
  soreness?: number; // 0..10: muscle soreness, apart from pain (S0.pain)
}

export interface AfterEffectDraft {
  type: 'after-effect';
  session: string; // 1 to 32 bytes: id of the session asked about
  answer: AfterName; // settled, worse for a day, still worse
}

export interface SymptomDraft {
  type: 'symptom';
  symptom: SymptomName; // which
  place?: PlaceName; // furthest place
}

export interface TryAgainDraft {
  type: 'try-again';
  movement: string; // 1 to 48 bytes: movement id
}

export interface MotionSummaryDraft {
  type: 'motion-summary';
  session: string; // 1 to 32 bytes: id of the session
  index: number; // 0..15: place in the session
  reps?: number; // 0..200: repetitions seen
  score?: number; // 0..1000: per mille
}

export interface NoteDraft {
  type: 'note';
  text: string; // 1 to 500 bytes: free text, never read by a rule
}

export interface ClinicianEditDraft {
  type: 'clinician-edit';
  edit: EditName; // what is changed
  movement?: string; // 1 to 48 bytes: movement id
  gate?: GateName; // gate overridden
  until_date?: number; // 0..100000: last date it holds
  sets?: number; // 1..10: dose: sets
  reps?: number; // 0..60: dose: repetitions a set and side
  hold_s?: number; // 0..300: dose: seconds of each hold
  work_s?: number; // 0..3600: dose: seconds of work a set and side
  rest_s?: number; // 0..300: dose: seconds between sets
  load_hg?: number; // 0..2000: dose: load in units of 100 g
  threshold?: TunableName; // which number
  value?: number; // 0..1000: what the threshold becomes
  role: string; // 1 to 60 bytes: role of who decides
  name: string; // 1 to 60 bytes: name of who decides
  reason: string; // 1 to 200 bytes: why
}

export interface RetractionDraft {
  type: 'retraction';
  event: string; // 1 to 32 bytes: id of the event taken back
}

export interface BaselineDraft {
  type: 'baseline';
  test: TestName; // which; the four directions have events of their own
  side: SideName; // side, or both
  value: number; // 0..600: seconds or repetitions; else the number of the answer
  pain?: number; // 0..10: pain during it
  movement?: string; // 1 to 48 bytes: movement id it was done with; only the same one compares
}

export interface TestSkippedDraft {
  type: 'test-skipped';
  test: TestName; // not today
}

export interface DayWishDraft {
  type: 'day-wish';
  date: number; // 0..100000: the local date it is for
  minutes?: number; // 5..90: minutes on that date only
  calm?: number; // 0..1: 1: only what calms, on that date
}

/* Every draft there is, each with its exact fields. */
export type KnownDraft =
  | ProfileDraft
  | GoalDraft
  | ScheduleDraft
  | EquipmentDraft
  | AbilityDraft
  | ConditionDraft
  | PreferenceDraft
  | ProgrammeChosenDraft
  | ScreeningAnswerDraft
  | ScreeningReviewDraft
  | ClearanceDraft
  | DirectionTestDraft
  | MeasureDraft
  | SessionPrescribedDraft
  | SessionItemDraft
  | SessionStartedDraft
  | SetDoneDraft
  | PainReportDraft
  | ExerciseDoneDraft
  | ExerciseSwappedDraft
  | UnwellDraft
  | SessionEndedDraft
  | MorningCheckDraft
  | AfterEffectDraft
  | SymptomDraft
  | TryAgainDraft
  | MotionSummaryDraft
  | NoteDraft
  | ClinicianEditDraft
  | RetractionDraft
  | BaselineDraft
  | TestSkippedDraft
  | DayWishDraft;
