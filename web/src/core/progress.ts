/* The record as a person sees it: what the progress page draws. */
import type { Dose } from './types';

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
  movements: {
    movement: string;
    rung: number;
    rung_count: number;
    dose: Dose;
    times: number;
    clean: number;
    eased: number;
  }[];
  days: { date: number; kind: string }[];
  sessions: number;
  /* What of a change is noise, and what counts: points of the scale, or part of where it began. */
  noise_points: number;
  important_points: number;
  important_percent: number;
}
