/* What the core says (docs/API.md), as types. Integers and names only; sentences come by key from the catalogue. */
import type { Edit } from './clinician';

export interface Dose {
  sets: number;
  reps: number;
  hold_s: number;
  work_s: number;
  rest_s: number;
  load_hg: number;
  lever: number;
}

export interface RuleSaid {
  rule: string;
  inputs: number[];
}

export interface Item {
  index: number;
  movement: string;
  aim: string;
  stage: string;
  purpose: string;
  rung: number;
  rung_count: number;
  steps_up: boolean;
  dose: Dose;
  sides: string;
  working_s: number;
  total_s: number;
  asks_effort: boolean;
  rule: string;
  inputs: number[];
  choice_rule: string;
  choice_inputs: number[];
  instead_of: string | null;
  cautions: RuleSaid[];
}

/* An item of a session that runs: as it was recorded, and how far it is. */
export interface OpenItem {
  index: number;
  movement: string;
  aim: string;
  stage: string;
  purpose: string;
  rung: number;
  rung_count: number;
  dose: Dose;
  working_s: number;
  rule: string;
  inputs: number[];
  done: boolean;
  swapped: boolean;
  sets_done: number;
}

export interface Withheld extends RuleSaid {
  movement: string;
  soft: boolean;
  until_date: number | null;
  instead: string | null;
}

export interface Rest extends RuleSaid {
  movement: string;
  until_date: number | null;
}

export interface Lock extends RuleSaid {
  event: string;
  question: string;
  since_date: number | null;
  ways_back: string[];
  not_before_date: number | null;
}

export type Ask =
  | ({ kind: 'screening' | 'later'; questions: string[]; rounds: (1 | 2)[] } & RuleSaid)
  | { kind: 'review' }
  | { kind: 'morning'; usual: number | null }
  | { kind: 'after-effect'; session: string; date: number }
  | { kind: 'measure'; measure: string; due_date: number }
  | { kind: 'direction-after'; direction: string; event: string; date: number };

/* The self-test that is offered now, and how each of them stands. */
export interface TestOffer extends RuleSaid {
  test: string;
  movement: string;
  sides: string;
  dose: Dose;
  total_s: number;
  twice: boolean;
}

export interface TestState extends RuleSaid {
  test: string;
  state: 'due' | 'done' | 'skipped' | 'not-yet' | 'not-for-you';
  due_date: number | null;
  movement: string | null;
  found: ({ date: number } & RuleSaid) | null;
}

export interface OpenSession {
  session: string;
  pain: number | null;
  items: OpenItem[];
}

export interface Today {
  date: number;
  date_text: string;
  core: string;
  facts: string;
  state: string;
  lock: Lock | null;
  locks: Lock[];
  /* What holds the plan down without locking it: "a clinician soon" and its way back. */
  limits: Lock[];
  advice: RuleSaid[];
  ask: Ask[];
  goal: { text: string; confidence: number | null } | null;
  programme: string;
  programme_chosen: boolean;
  stage: string;
  stage_rule: string;
  stage_inputs: number[];
  stage_today: string;
  stage_today_why: RuleSaid;
  easy_day: boolean;
  maintenance: boolean;
  holds: RuleSaid | null;
  pain_now: number | null;
  sessions_today: number;
  open_session: OpenSession | null;
  minutes: number;
  items: Item[];
  withheld: Withheld[];
  rests: Rest[];
  test: TestOffer | null;
  tests: TestState[];
  /* A clinician's edits that stand. */
  clinician: Edit[];
}

export interface WhyEntry {
  date: number;
  rung: number;
  dose: Dose;
  rise: number;
  counted: boolean;
  outcome_rule: string;
  challenge: number | null;
  form_lost: boolean;
  complete: boolean;
}

/* What a movement seems to do to the next morning: session days with it and without it, and how many of the mornings
 * after them were above or below the person's own mean. */
export interface Mornings {
  verdict: 'too-little' | 'none' | 'more' | 'less';
  after: number;
  more: number;
  less: number;
  other: number;
  other_more: number;
  other_less: number;
}

export interface Why extends RuleSaid {
  movement: string;
  date: number;
  in: boolean;
  text: string;
  source: string;
  grade: string;
  until_date: number | null;
  instead: string | null;
  rung: number;
  rung_count: number;
  dose: Dose | null;
  dose_why: RuleSaid;
  history: WhyEntry[];
  times: number;
  eased: number;
  mornings: Mornings;
}

export type Step =
  | 'before'
  | 'set-up'
  | 'move'
  | 'hold'
  | 'rest'
  | 'side-change'
  | 'ask'
  | 'pain-ask'
  | 'calm'
  | 'ended';

export interface DoneItem {
  index: number;
  movement: string;
  end: string;
  change: string | null;
  sets_done: number;
}

export interface PlayerMessage extends RuleSaid {
  next: string | null;
  emergency: boolean;
}

export interface PlayerView {
  session: string;
  step: Step;
  paused: boolean;
  item: number;
  item_count: number;
  movement: string;
  index: number;
  purpose: string;
  set: number;
  set_count: number;
  side: string;
  rep: number;
  rep_count: number;
  phase: number;
  track_phase: number;
  mirrored: boolean;
  phase_ms: number;
  phase_length_ms: number;
  breath: string;
  cue: string;
  clock_ms: number;
  clock_length_ms: number;
  sounds: string[];
  can: string[];
  choices: { easier: string | null; harder: string | null; swaps: string[] };
  ask: string[];
  pain_before: number | null;
  pain_now: number | null;
  message: PlayerMessage | null;
  done_items: DoneItem[];
  end: string | null;
}

export type PlayerCommand =
  | { do: 'start'; pain?: number; place?: string }
  | { do: 'pause' | 'resume' | 'ready' | 'skip' | 'eased' | 'form-lost' | 'continue' | 'easier' | 'harder' }
  | { do: 'pain'; pain?: number; further?: 0 | 1; settled?: string }
  | {
      do: 'answer';
      change?: string;
      pain?: number;
      further?: 0 | 1;
      settled?: string;
      challenge?: number;
      form?: string;
    }
  | { do: 'swap'; movement: string; reason: string }
  | { do: 'unwell'; sign: string }
  | { do: 'end'; pain?: number };

export interface Moment {
  utcMs: number;
  offsetMin: number;
  upMin: number;
}
