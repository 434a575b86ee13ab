/* The record as a person sees it: what the progress page draws. */
import type { Dose } from './types';

export interface Progress {
  first_date: number | null;
  goal: { text: string } | null;
  confidence: { date: number; value: number }[];
  pain: { date: number; value: number }[];
  mornings: { date: number; pain: number; soreness: number | null }[];
  usual_morning: number | null;
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
