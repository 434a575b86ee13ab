/* The envelope around a draft: who, which device, when, in which order (docs/API.md, core/event/event.h). */
import type { Draft } from '../gen/events';
import { hexId } from './ids';

export interface Who {
  person: string;
  device: string;
}

/* seq counts this device's events; counter is 1 + the largest that this device has seen from anyone. */
export interface LogClock {
  seq: number;
  counter: number;
}

/* Types that may stop: a device too old to know one of them must plan nothing (docs/API.md). */
const SAFETY_TYPES: ReadonlySet<string> = new Set(['screening-answer', 'unwell', 'symptom', 'clearance']);

export type EnvelopedDraft = Draft & { replaces?: string };

export function envelope(draft: EnvelopedDraft, who: Who, clock: LogClock, at: Date): { id: string; line: string } {
  const { type, replaces, ...fields } = draft;
  const id = hexId(32);
  const offset = Math.max(-840, Math.min(840, -at.getTimezoneOffset()));
  const event = {
    id,
    person: who.person,
    device: who.device,
    seq: clock.seq,
    counter: clock.counter,
    utc_ms: at.getTime(),
    offset_min: offset,
    v: 1,
    safety: SAFETY_TYPES.has(type) ? 1 : 0,
    type,
    ...(replaces === undefined ? {} : { replaces }),
    ...fields,
  };
  return { id, line: JSON.stringify(event) };
}
