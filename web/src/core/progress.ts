/* The record as a person sees it: what the progress page draws. */
import type { Dose, Mornings } from './types';

export interface Series {
  series: string;
  measure: string;
  item: string;
  weekly: boolean;
  scale: number;
  low: number;
  high: number;
  more_is_better: boolean;
  points: { date: number; value: number; count: number }[];
  verdict: 'few' | 'no-change' | 'better' | 'worse' | 'recovered' | 'unjudged';
  first: number | null;
  latest: number | null;
  change: number | null;
  /* The smallest change that counts from the first value. */
  needed: number | null;
  size: 'small' | 'medium' | 'large' | null;
  note: 'floor' | 'ceiling' | null;
  noise: number;
}

export interface Turn {
  measure: string;
  due_date: number | null;
  last_date: number | null;
  due: boolean;
  offered: boolean;
}

/* One result of a self-test; a direction has places and pain, the others a value. */
export interface TestLine {
  test: string;
  date: number;
  side: 'both' | 'left' | 'right';
  value: number | null;
  movement: string | null;
  pain_before: number | null;
  pain_after: number | null;
  place_before: string | null;
  place_after: string | null;
  settled: string | null;
  reps: number | null;
}

export interface Progress {
  first_date: number | null;
  goal: { text: string } | null;
  confidence: { date: number; value: number }[];
  pain: { date: number; value: number }[];
  mornings: { date: number; pain: number; soreness: number | null }[];
  usual_morning: number | null;
  tests: TestLine[];
  series: Series[];
  /* What the person rated last: asked again. */
  activities: string[];
  schedule: Turn[];
  movements: {
    movement: string;
    rung: number;
    rung_count: number;
    dose: Dose;
    times: number;
    clean: number;
    eased: number;
    mornings: Mornings;
  }[];
  days: { date: number; kind: string }[];
  sessions: number;
}
