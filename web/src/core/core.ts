/* The one boundary to the judging core. The app decides nothing clinical: it asks here.
 *
 * Core speaks in values; `Engine` below it speaks in texts and bytes (the wasm instance). A trap inside the wasm throws
 * CoreTrap: whoever holds the record then calls restart() and adds the record again.
 */
import type { Draft } from '../gen/events';
import type { Moment, PlayerCommand, PlayerView, Today, Why } from './types';
import type { ClinicianView, Replay } from './clinician';
import type { Progress } from './progress';
import type { CatalogueFacts, MovementFacts } from './facts';
import type { FigureRequest } from './figure';
import type { Engine } from './engine';

export class Core {
  private track: string | null = null;
  private facts: CatalogueFacts | null = null;

  constructor(private engine: Engine) {}

  /* Forgets the record; the caller adds it again. */
  restart(events: number): void {
    this.engine.restart(events);
    this.track = null;
  }

  /* JSON Lines; all or nothing of what a line says is checked. Throws CoreRefusal with the place. */
  add(lines: string): number {
    return this.engine.add(lines);
  }

  counterMax(): number {
    return this.engine.counterMax();
  }

  stateHash(): string {
    return this.engine.stateHash();
  }

  today(now: Moment): Today {
    return JSON.parse(this.engine.today(now)) as Today;
  }

  why(now: Moment, movement: string): Why {
    return JSON.parse(this.engine.why(now, movement)) as Why;
  }

  progress(now: Moment): Progress {
    return JSON.parse(this.engine.progress(now)) as Progress;
  }

  /* What the record holds of every session, as it was recorded. */
  replay(now: Moment): Replay {
    return JSON.parse(this.engine.replay(now)) as Replay;
  }

  clinician(now: Moment): ClinicianView {
    return JSON.parse(this.engine.clinician(now)) as ClinicianView;
  }

  /* Throws CoreRefusal with the field when an edit is out of its bounds. */
  checkEdit(line: string): void {
    this.engine.checkEdit(line);
  }

  /* A core of its own for somebody else's record. */
  another(): Core {
    return new Core(this.engine.another());
  }

  /* Drafts that record the prescription of a session; the id is ours. */
  prescribe(now: Moment, session: string): Draft[] {
    return JSON.parse(this.engine.prescribe(now, session)) as Draft[];
  }

  /* The same for today's self-test. */
  prescribeTest(now: Moment, session: string): Draft[] {
    return JSON.parse(this.engine.prescribeTest(now, session)) as Draft[];
  }

  texts(language: string): Record<string, string> {
    return JSON.parse(this.engine.texts(language)) as Record<string, string>;
  }

  catalogue(): CatalogueFacts {
    this.facts ??= JSON.parse(this.engine.catalogueJson()) as CatalogueFacts;
    return this.facts;
  }

  movement(id: string): MovementFacts | undefined {
    return this.catalogue().movements.find((one) => one.id === id);
  }

  playerStart(now: Moment, session: string): void {
    this.engine.playerStart(now, session);
  }

  playerTick(elapsedMs: number): void {
    this.engine.playerTick(elapsedMs);
  }

  playerCommand(command: PlayerCommand): void {
    this.engine.playerCommand(JSON.stringify(command));
  }

  playerView(): PlayerView {
    return JSON.parse(this.engine.playerView()) as PlayerView;
  }

  playerDrafts(): Draft[] {
    return JSON.parse(this.engine.playerDrafts()) as Draft[];
  }

  playerSave(): Uint8Array {
    return this.engine.playerSave();
  }

  playerLoad(saved: Uint8Array): void {
    this.engine.playerLoad(saved);
  }

  /* Makes a movement's track the open one; its bytes are only asked for when another was open. */
  openTrack(movement: string, bytes: Uint8Array): void {
    if (this.track === movement) return;
    this.track = null;
    this.engine.trackOpen(bytes);
    this.track = movement;
  }

  /* The display list of the open track at a moment of a phase; valid until the next call into the core. */
  figure(request: FigureRequest): Int32Array | null {
    return this.engine.figure(request);
  }
}
