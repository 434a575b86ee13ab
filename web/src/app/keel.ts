/* The app's one object: joins core, record, sync and tabs, and tells the screens when something changed.
 *
 * Nothing clinical is decided here. `record` is the only way to write; `today` is what the core says now. */
import type { Sitting } from '../clinician/sitting';
import { Core } from '../core/core';
import { CoreRefusal, CoreTrap, Engine } from '../core/engine';
import type { Item, OpenItem, TestOffer, Today } from '../core/types';
import type { EnvelopedDraft } from '../log/envelope';
import { hexId } from '../log/ids';
import { Log } from '../log/log';
import { readTold, TOLD_TYPES, type Told } from '../log/told';
import { SessionRun } from '../session/run';
import { Sync } from '../sync/sync';
import { takeToken } from '../sync/token';
import { Tabs, type TabMessage } from '../tabs/leader';
import { setTexts } from '../text/text';
import { applySettings, followSystemTheme, loadSettings, saveSettings, type Settings } from './settings';
import { moment } from './time';

export type Phase = 'starting' | 'ready' | 'broken';

export class Keel {
  phase: Phase = 'starting';
  trouble = '';
  settings: Settings = loadSettings();
  core!: Core;
  log!: Log;
  sync!: Sync;
  tabs!: Tabs;
  today!: Today;
  session: SessionRun | null = null;
  /* The self-test that the running session leads. */
  testing: TestOffer | null = null;
  /* Somebody else's record, opened by a clinician: in memory, apart from this device's own. */
  sitting: Sitting | null = null;
  /* What another tab's session shows now, for a tab that follows. */
  mirrored: string | null = null;
  persisted = false;
  told: Told = { cannot: [], has: [], kit: [], name: '', country: '' };
  /* Counts files opened: what was read from the device before is read again. */
  imports = 0;
  private later: { date: number; kinds: string[] } = { date: 0, kinds: [] };
  private listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  async start(): Promise<void> {
    applySettings(this.settings);
    followSystemTheme(() => this.settings);
    try {
      const token = takeToken();
      const [module, catalogue] = await Promise.all([loadModule(), loadBytes('catalogue.bin')]);
      this.core = new Core(new Engine(module, catalogue));
      setTexts('en', this.core.texts('en'));
      this.log = await Log.open(this.core, () => location.reload());
      this.sync = new Sync(this.log, token, (newEvents) => this.onSync(newEvents));
      this.tabs = new Tabs(
        (leads) => void this.onLead(leads),
        (message) => void this.onTab(message),
      );
      this.later = (await this.log.meta<{ date: number; kinds: string[] }>('later')) ?? this.later;
      await this.readTold();
      this.refresh();
      await this.tabs.start();
      this.phase = 'ready';
      this.changed();
      this.sync.soon();
      this.persisted = (await navigator.storage?.persisted?.()) ?? false;
      window.addEventListener('online', () => this.sync.soon());
      document.addEventListener('visibilitychange', () => this.onVisible());
    } catch (error) {
      this.broke(error);
    }
  }

  /* What the person has told about themselves, from the record. */
  private async readTold(): Promise<void> {
    this.told = await readTold(this.log);
  }

  /* ISO code for the emergency number. */
  get country(): string {
    return this.told.country === '' ? regionOfBrowser() : this.told.country;
  }

  /* A question that is not to be put again today. */
  isPutOff(kind: string): boolean {
    return this.later.date === this.today.date && this.later.kinds.includes(kind);
  }

  async putOff(kind: string): Promise<void> {
    const { date } = this.today;
    this.later = { date, kinds: [...(this.later.date === date ? this.later.kinds : []), kind] };
    await this.log.setMeta('later', this.later);
    this.changed();
  }

  /* Appends drafts and plans again. Resolves with the ids when they are on disk. */
  async record(...drafts: EnvelopedDraft[]): Promise<string[]> {
    const ids = await this.guarded(() => this.log.append(drafts));
    if (drafts.some((draft) => TOLD_TYPES.has(draft.type))) await this.readTold();
    this.tabs.tell({ kind: 'appended' });
    this.refresh();
    this.sync.soon();
    void this.askToPersist();
    return ids;
  }

  /* A person's own file: lines as they are; into an empty record it brings its person along. How many were new. */
  async importFile(text: string): Promise<number> {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const person = (JSON.parse(lines[0] ?? '{}') as { person?: string }).person;
    if (person && (await this.log.count()) === 0) await this.log.becomePerson(person);
    const added = await this.log.takeLines(lines);
    await this.log.setMeta('setup', { step: 'done', gentle: false });
    this.imports += 1;
    await this.readTold();
    this.tabs.tell({ kind: 'appended' });
    this.refresh();
    this.sync.soon();
    return added;
  }

  /* Everything of the person goes, there first: what the server keeps must not come back. */
  async eraseAll(): Promise<boolean> {
    if (!(await this.sync.eraseThere())) return false;
    await this.log.erase();
    this.tabs.tell({ kind: 'erased' });
    location.hash = '';
    location.reload();
    return true;
  }

  /* This device shows an existing person: their record is fetched before anything is asked. */
  async becomePerson(person: string): Promise<void> {
    await this.log.becomePerson(person);
    await this.sync.once();
    await this.readTold();
    this.refresh();
  }

  /* What the core says now; screens read `today`. */
  refresh(): void {
    this.today = this.core.today(moment());
    this.changed();
  }

  change(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings };
    saveSettings(this.settings);
    this.changed();
  }

  /* Prescribes and opens a session; it waits at its first question. */
  async begin(): Promise<void> {
    const session = hexId(32);
    const drafts = this.core.prescribe(moment(), session);
    await this.record(...drafts);
    this.openSession(session, null, null);
  }

  /* The small session of today's self-test. */
  async beginTest(): Promise<void> {
    const offer = this.today.test;
    if (!offer) return;
    const session = hexId(32);
    await this.record(...this.core.prescribeTest(moment(), session));
    this.testing = offer;
    this.openSession(session, null, null);
  }

  /* Goes on with the session of today; when it does not fit any more (an answer since then), a new one is planned. */
  async resume(): Promise<void> {
    const open = this.today.open_session;
    if (!open) return;
    /* A self-test that was broken off is not taken up in the middle. */
    if (open.items.some((item) => item.purpose === 'test')) {
      await this.record({ type: 'session-ended', session: open.session, end: 'stopped' });
      return;
    }
    const kept = await SessionRun.kept(this);
    const fits = kept?.session === open.session;
    try {
      this.openSession(open.session, fits ? kept.saved : null, fits ? kept.place : null);
    } catch (error) {
      if (!(error instanceof CoreRefusal)) throw error;
      this.session = null;
      await this.record({ type: 'session-ended', session: open.session, end: 'stopped' });
    }
  }

  /* Away from a session that can be taken up again today. */
  leaveSession(): void {
    this.session?.close(false);
    this.session = null;
    this.tabs.tell({ kind: 'session', frame: null });
    this.refresh();
  }

  closeSession(): void {
    this.session?.close(true);
    this.session = null;
    this.testing = null;
    this.tabs.tell({ kind: 'session', frame: null });
    this.refresh();
  }

  itemsOfSession(): (Item | OpenItem)[] {
    return this.today.open_session?.items ?? this.today.items;
  }

  /* Runs something that appends; after a trap (the log has made the core anew by then) it is run once more. */
  private async guarded<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof CoreTrap)) throw error;
      await this.session?.afterTrap();
      return run();
    }
  }

  broke(error: unknown): void {
    this.phase = 'broken';
    this.trouble = error instanceof Error ? error.message : String(error);
    this.changed();
  }

  private openSession(session: string, saved: Uint8Array | null, place: string | null): void {
    this.session = new SessionRun(this, session);
    this.session.open(saved, place);
    this.changed();
  }

  private async onLead(leads: boolean): Promise<void> {
    if (!leads) {
      this.session?.close(false);
      this.session = null;
      this.testing = null;
    } else {
      this.mirrored = null;
      await this.log.readNew();
      this.refresh();
      if (this.phase === 'ready' && this.today.open_session) await this.resume();
    }
    this.changed();
  }

  private async onTab(message: TabMessage): Promise<void> {
    if (message.kind === 'erased') {
      location.reload();
      return;
    }
    if (message.kind === 'session') {
      this.mirrored = message.frame;
    } else if (!this.tabs.leads) {
      await this.log.readNew();
      this.refresh();
    }
    this.changed();
  }

  private onSync(newEvents: boolean): void {
    if (newEvents && !this.session) this.refresh();
    this.changed();
  }

  private onVisible(): void {
    if (document.visibilityState !== 'visible') return;
    this.sync.soon();
    if (!this.session) this.refresh();
  }

  /* Asked once there is something worth keeping. */
  private async askToPersist(): Promise<void> {
    if (this.persisted || !navigator.storage?.persist) return;
    this.persisted = await navigator.storage.persist();
  }
}

async function loadBytes(path: string): Promise<Uint8Array> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function loadModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile((await loadBytes('keel.wasm')) as BufferSource);
}

/* ISO code of the browser's region. */
export function regionOfBrowser(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? '';
  return /^[A-Z]{2}$/.test(region) ? region : 'GB';
}
