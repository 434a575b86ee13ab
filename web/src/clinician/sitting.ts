/* One sitting of a clinician with a person's file. It is kept in memory only, in a core of its own: nothing of it
 * touches this device's own record, its store or its sync. What came in goes out byte for byte; what the clinician
 * decides is added behind it, as events of a device of its own with the person's id. */
import type { Core } from '../core/core';
import type { ClinicianView, Replay } from '../core/clinician';
import type { Progress } from '../core/progress';
import type { Today } from '../core/types';
import type { ClinicianEditDraft, Envelope } from '../gen/events';
import { envelope, type EnvelopedDraft } from '../log/envelope';
import { hexId } from '../log/ids';
import { moment } from '../app/time';

export type Line = Envelope & Record<string, string | number | number[] | undefined>;

export interface Signature {
  role: string;
  name: string;
}

/* A clinician's edit without the signature, which the sitting adds. */
export type EditDraft = Omit<ClinicianEditDraft, 'type' | 'role' | 'name'>;

export class Sitting {
  today!: Today;
  view!: ClinicianView;
  progress!: Progress;
  replay!: Replay;
  signature: Signature | null = null;
  readonly made: string[] = [];
  saved = true;
  private clock = { seq: 0, counter: 0 };
  private listeners = new Set<() => void>();

  private constructor(
    private core: Core,
    private given: string,
    readonly lines: Line[],
    private who: { person: string; device: string },
  ) {}

  /* Reads a file; throws with the place when the core refuses a line. */
  static open(core: Core, text: string): Sitting {
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Line);
    const person = lines[0]?.person;
    if (!person) throw new Error('');
    core.restart(lines.length);
    core.add(text);
    const sitting = new Sitting(core, text, lines, { person, device: hexId(8) });
    sitting.refresh();
    return sitting;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private refresh(): void {
    const now = moment();
    this.today = this.core.today(now);
    this.view = this.core.clinician(now);
    this.progress = this.core.progress(now);
    this.replay = this.core.replay(now);
    for (const listener of this.listeners) listener();
  }

  why(movement: string) {
    return this.core.why(moment(), movement);
  }

  get name(): string {
    const profile = this.lines.filter((line) => line.type === 'profile' && typeof line['name'] === 'string').pop();
    return String(profile?.['name'] ?? '');
  }

  /* Appends one edit; throws CoreRefusal with the field when it is out of bounds, and then nothing has changed. */
  edit(draft: EditDraft, replaces?: string): void {
    if (!this.signature) throw new Error('not signed');
    const { edit, ...fields } = draft;
    this.append({
      type: 'clinician-edit',
      edit,
      ...fields,
      ...this.signature,
      ...(replaces === undefined ? {} : { replaces }),
    });
  }

  /* Any other event: a clearance, taking an edit back. */
  append(draft: EnvelopedDraft): void {
    const next = { seq: this.clock.seq + 1, counter: Math.max(this.clock.counter, this.core.counterMax()) + 1 };
    const { line } = envelope(draft, this.who, next, new Date());
    this.core.checkEdit(line);
    this.core.add(line);
    this.clock = next;
    this.made.push(line);
    this.lines.push(JSON.parse(line) as Line);
    this.saved = false;
    this.refresh();
  }

  /* The file to give back: what came, then what was added. */
  text(): string {
    const end = this.given.endsWith('\n') || this.given === '' ? '' : '\n';
    return `${this.given}${end}${this.made.map((line) => `${line}\n`).join('')}`;
  }

  markSaved(): void {
    this.saved = true;
    for (const listener of this.listeners) listener();
  }

  sign(signature: Signature): void {
    this.signature = signature;
    for (const listener of this.listeners) listener();
  }
}
