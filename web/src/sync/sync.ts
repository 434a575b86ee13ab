/* The server's copy: the same log, pushed and pulled. Never a second way to write.
 *
 * Pushes what arrived here after the last acknowledged arrival, pulls what arrived there after the cursor. Both ends
 * know an event by its id, so that a repeated push or pull changes nothing. When the server is away it waits, longer
 * each time up to five minutes, and tries at once when the network or the tab comes back. */
import type { Log } from '../log/log';

export type SyncState = 'here' | 'synced' | 'later' | 'refused' | 'gone';

const PUSH_LINES = 2_000;
const WAIT_FIRST_MS = 2_000;
const WAIT_MOST_MS = 300_000;
const PULL_EVERY_MS = 60_000;

export interface Person {
  person: string;
  name: string;
  events: number;
}

export class Sync {
  state: SyncState = 'here';
  refusal = '';
  private waitMs = WAIT_FIRST_MS;
  private timer: number | undefined;
  private running = false;
  private again = false;

  constructor(
    private log: Log,
    private token: string | null,
    private onChange: (newEvents: boolean) => void,
  ) {}

  get enabled(): boolean {
    return this.token !== null;
  }

  /* Who the server keeps; null when it cannot be asked now. */
  async persons(): Promise<Person[] | null> {
    try {
      const answer = await this.ask('persons');
      return answer.ok ? ((await answer.json()) as Person[]) : null;
    } catch {
      return null;
    }
  }

  soon(): void {
    if (!this.token) return;
    if (this.running) this.again = true;
    else void this.run();
  }

  /* One round now; resolves when it is over, however it went. */
  async once(): Promise<void> {
    if (this.token && !this.running) await this.run();
  }

  async eraseThere(): Promise<boolean> {
    if (!this.token) return true;
    try {
      const answer = await this.ask(`persons/${this.log.who.person}`, { method: 'DELETE' });
      return answer.ok || answer.status === 404 || answer.status === 410;
    } catch {
      return false;
    }
  }

  private ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.token ?? ''}`);
    return fetch(`api/v1/${path}`, { ...init, headers, cache: 'no-store', signal: AbortSignal.timeout(20_000) });
  }

  private async run(): Promise<void> {
    this.running = true;
    clearTimeout(this.timer);
    try {
      do {
        this.again = false;
        await this.push();
        await this.pull();
      } while (this.again);
      this.waitMs = WAIT_FIRST_MS;
      this.set('synced');
      this.timer = setTimeout(() => this.soon(), PULL_EVERY_MS) as unknown as number;
    } catch (error) {
      if (error instanceof Final) {
        this.refusal = error.message;
        this.set(error.state);
      } else {
        this.set('later');
        this.timer = setTimeout(() => this.soon(), this.waitMs) as unknown as number;
        this.waitMs = Math.min(this.waitMs * 2, WAIT_MOST_MS);
      }
    } finally {
      this.running = false;
    }
  }

  private async push(): Promise<void> {
    let pushed = (await this.log.meta<number>('pushed')) ?? 0;
    let most = PUSH_LINES;
    for (;;) {
      const rows = await this.log.linesAfter(pushed, most);
      const last = rows[rows.length - 1];
      if (last?.n === undefined) return;
      const body = rows.map((row) => `${row.line}\n`).join('');
      const answer = await this.ask('events', { method: 'POST', body });
      if (answer.status === 413 && rows.length > 1) {
        most = Math.ceil(rows.length / 2);
        continue;
      }
      await this.checked(answer);
      pushed = last.n;
      await this.log.setMeta('pushed', pushed);
    }
  }

  private async pull(): Promise<void> {
    let cursor = (await this.log.meta<number>('cursor')) ?? 0;
    for (;;) {
      const answer = await this.checked(await this.ask(`events?person=${this.log.who.person}&after=${cursor}`));
      const lines = (await answer.text()).split('\n').filter((line) => line !== '');
      const next = Number(answer.headers.get('Keel-Cursor') ?? cursor);
      const added = lines.length > 0 ? await this.log.takeLines(lines) : 0;
      if (added > 0) this.onChange(true);
      if (next <= cursor) return;
      cursor = next;
      await this.log.setMeta('cursor', cursor);
      if (lines.length === 0) return;
    }
  }

  /* A refusal that trying again would not change stops the trying; anything else waits. */
  private async checked(answer: Response): Promise<Response> {
    if (answer.ok) return answer;
    const body = await answer.text();
    if (answer.status === 401 || answer.status === 403) throw new Final('refused', body);
    if (answer.status === 410) throw new Final('gone', body);
    if (answer.status === 422) throw new Final('refused', body);
    throw new Error(`${answer.status}`);
  }

  private set(state: SyncState): void {
    if (this.state === state) return;
    this.state = state;
    this.onChange(false);
  }
}

class Final extends Error {
  constructor(
    public readonly state: SyncState,
    message: string,
  ) {
    super(message);
  }
}
