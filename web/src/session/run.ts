/* One session being led: lets time pass in the core's player, shows what it says, keeps what it drafts.
 *
 * The player is the truth; this only feeds it milliseconds and commands. Every two seconds, and whenever the tab is
 * hidden, its state is kept on the device, so that a killed tab goes on in the same breath. A jump of the clock (sleep,
 * a frozen tab) pauses instead of running ahead. */
import { CoreRefusal, CoreTrap } from '../core/engine';
import type { PlayerCommand, PlayerView } from '../core/types';
import type { Keel } from '../app/keel';
import { moment } from '../app/time';
import { Sound } from './sound';
import { Voice } from './voice';
import { WakeLock } from './wake';

const KEEP_EVERY_MS = 2_000;
const JUMP_MS = 5_000;
const STILL_TICK_MS = 100;
const HIDDEN_TICK_MS = 500;
const MIRROR_EVERY_MS = 200;

interface Kept {
  session: string;
  saved: Uint8Array;
  place: string | null;
}

const QUIET_STEPS: ReadonlySet<string> = new Set(['before', 'ask', 'pain-ask', 'ended']);

export class SessionRun {
  view!: PlayerView;
  /* Furthest place said at the start: "further" is told against it. */
  place: string | null = null;
  /* Furthest place said with the last pain, if one was. */
  placeNow: string | null = null;
  private frame = 0;
  private timer = 0;
  private last = 0;
  private keptAt = 0;
  private mirroredAt = 0;
  private key = '';
  private closed = false;
  private recovering = false;
  private listeners = new Set<() => void>();
  private frameListeners = new Set<() => void>();
  private sound: Sound;
  private voice: Voice;
  private wake = new WakeLock();
  private reduced = matchMedia('(prefers-reduced-motion: reduce)');
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private keel: Keel,
    public readonly id: string,
  ) {
    this.sound = new Sound(() => this.keel.settings.tones);
    this.voice = new Voice(
      () => this.keel.settings.voice,
      (speaking) => this.sound.duck(speaking),
    );
  }

  static async kept(keel: Keel): Promise<Kept | undefined> {
    return keel.log.meta<Kept>('session');
  }

  open(saved: Uint8Array | null, place: string | null): void {
    const { core } = this.keel;
    this.place = place;
    if (saved === null || !this.tryLoad(saved)) core.playerStart(moment(), this.id);
    this.view = core.playerView();
    if (this.view.step !== 'before' && this.view.step !== 'ended' && !this.view.paused) {
      core.playerCommand({ do: 'pause' });
      this.view = core.playerView();
    }
    document.addEventListener('visibilitychange', this.onVisibility);
    window.addEventListener('pagehide', this.keep);
    this.last = performance.now();
    this.flush();
    this.schedule();
  }

  /* Stops feeding time; `forget` drops the kept moment (an ended session has none). */
  close(forget: boolean): void {
    this.closed = true;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.removeEventListener('pagehide', this.keep);
    this.voice.stop();
    this.sound.close();
    this.wake.release();
    if (forget) void this.writing.then(() => this.keel.log.setMeta('session', undefined));
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onFrame(listener: () => void): () => void {
    this.frameListeners.add(listener);
    return () => this.frameListeners.delete(listener);
  }

  command(command: PlayerCommand): void {
    if (this.closed) return;
    this.sound.unlock();
    try {
      this.keel.core.playerCommand(command);
    } catch (error) {
      this.failed(error);
      return;
    }
    this.look();
    this.keep();
    this.schedule();
  }

  begin(pain: number | null, place: string | null): void {
    this.place = place;
    this.command({ do: 'start', ...(pain === null ? {} : { pain }), ...(place === null ? {} : { place }) });
  }

  /* Pain and unwell silence everything at once. */
  hush(): void {
    this.voice.stop();
    this.sound.hush();
  }

  /* After the wasm was made anew: back to the last kept moment of this session. */
  async afterTrap(): Promise<void> {
    const kept = await SessionRun.kept(this.keel);
    if (!kept || kept.session !== this.id || !this.tryLoad(kept.saved)) this.keel.core.playerStart(moment(), this.id);
    this.look();
  }

  keepNow(): void {
    this.keep();
  }

  /* All drafts are on disk. */
  settled(): Promise<unknown> {
    return this.writing;
  }

  private tryLoad(saved: Uint8Array): boolean {
    try {
      this.keel.core.playerLoad(saved);
      return true;
    } catch {
      return false;
    }
  }

  /* A trap: a new core and the last kept moment. A refused command changed nothing, and says nothing. */
  private failed(error: unknown): void {
    if (error instanceof CoreTrap) void this.recover();
    else if (!(error instanceof CoreRefusal)) this.keel.broke(error);
  }

  private async recover(): Promise<void> {
    if (this.recovering) return;
    this.recovering = true;
    try {
      await this.keel.log.refold();
      await this.afterTrap();
    } catch (error) {
      this.keel.broke(error);
    } finally {
      this.recovering = false;
    }
  }

  /* Nothing on the screen moves faster than a clock of seconds. */
  private still(): boolean {
    return this.reduced.matches || this.view.paused || (this.view.step !== 'move' && this.view.step !== 'hold');
  }

  private schedule(): void {
    if (this.closed) return;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    if (document.visibilityState === 'hidden') this.timer = window.setTimeout(this.pass, HIDDEN_TICK_MS);
    else if (this.still()) this.timer = window.setTimeout(this.pass, STILL_TICK_MS);
    else this.frame = requestAnimationFrame(this.pass);
  }

  private pass = (): void => {
    const now = performance.now();
    const elapsed = now - this.last;
    this.last = now;
    if (this.recovering) {
      this.schedule();
      return;
    }
    const runs = !this.view.paused && !QUIET_STEPS.has(this.view.step);
    try {
      if (runs && elapsed > JUMP_MS) this.keel.core.playerCommand({ do: 'pause' });
      else if (elapsed > 0) this.keel.core.playerTick(Math.round(elapsed));
      this.look();
    } catch (error) {
      this.failed(error);
    }
    if (now - this.keptAt > KEEP_EVERY_MS && runs) this.keep();
    this.schedule();
  };

  /* Reads the view; wakes the page only when something a person reads has changed. */
  private look(): void {
    this.view = this.keel.core.playerView();
    const { view } = this;
    for (const sound of view.sounds) this.sound.play(sound);
    this.voice.follow(view, this.keel.settings.counts);
    this.flush();
    const long = view.clock_length_ms === 0 && (view.step === 'hold' || view.rep_count === 1);
    const seconds = Math.ceil(
      (long ? view.phase_length_ms - view.phase_ms : view.clock_length_ms - view.clock_ms) / 1000,
    );
    const key = JSON.stringify([
      view.step,
      view.paused,
      view.item,
      view.movement,
      view.set,
      view.side,
      view.rep,
      view.phase,
      view.breath,
      view.cue,
      seconds,
      view.can,
      view.ask,
      view.message,
    ]);
    if (key !== this.key) {
      this.key = key;
      this.wake.want(!view.paused && view.step !== 'ended');
      for (const listener of this.listeners) listener();
    }
    for (const listener of this.frameListeners) listener();
    this.mirror();
  }

  private mirror(): void {
    const now = performance.now();
    if (now - this.mirroredAt < MIRROR_EVERY_MS) return;
    this.mirroredAt = now;
    this.keel.tabs.tell({ kind: 'session', frame: JSON.stringify(this.view) });
  }

  private flush(): void {
    const drafts = this.keel.core.playerDrafts();
    if (drafts.length === 0) return;
    this.writing = this.writing
      .then(() => this.keel.record(...drafts))
      .catch((error: unknown) => this.keel.broke(error));
  }

  private keep = (): void => {
    if (this.closed || this.recovering || this.view.step === 'ended') return;
    this.keptAt = performance.now();
    const kept: Kept = { session: this.id, saved: this.keel.core.playerSave(), place: this.place };
    void this.writing.then(() => this.keel.log.setMeta('session', kept)).catch(() => undefined);
  };

  private onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.keep();
    else this.wake.want(!this.view.paused && this.view.step !== 'ended');
    this.schedule();
  };
}
