/* The person's record on this device: append-only, validated by the core before it is stored.
 *
 * The core sees a line first: what it refuses never reaches the store. When the store then fails, the core is made
 * anew from the store, so that both always hold the same set of events.
 */
import type { Core } from '../core/core';
import { committed, openDatabase, readMeta, wait, writeMeta, writing, type StoredEvent } from './db';
import { envelope, type EnvelopedDraft, type LogClock, type Who } from './envelope';
import { hexId } from './ids';

export class Log {
  private readN = 0;
  private chain: Promise<unknown> = Promise.resolve();

  private constructor(
    private db: IDBDatabase,
    private core: Core,
    public who: Who,
  ) {}

  static async open(core: Core, onLost: () => void): Promise<Log> {
    const db = await openDatabase(onLost);
    let who = await readMeta<Who>(db, 'who');
    if (!who) {
      who = { person: hexId(16), device: hexId(8) };
      await writeMeta(db, 'who', who);
    }
    const log = new Log(db, core, who);
    await log.refold();
    return log;
  }

  /* Takes into the core what the store holds and the core has not seen (first load, another tab's appends). */
  async readNew(): Promise<number> {
    const tx = this.db.transaction('events');
    const rows = (await wait(
      tx.objectStore('events').getAll(IDBKeyRange.lowerBound(this.readN, true)),
    )) as StoredEvent[];
    if (rows.length === 0) return 0;
    this.core.add(rows.map((row) => row.line).join('\n'));
    this.readN = rows[rows.length - 1]?.n ?? this.readN;
    return rows.length;
  }

  /* A new core from the whole record: after a trap, a failed write or an erasure. */
  async refold(): Promise<void> {
    this.core.restart(await this.count());
    this.readN = 0;
    await this.readNew();
  }

  /* Appends drafts as one transaction, in order; resolves when they are on disk, with their ids. */
  append(drafts: readonly EnvelopedDraft[]): Promise<string[]> {
    const run = this.chain.then(() => this.appendNow(drafts));
    this.chain = run.catch(() => undefined);
    return run;
  }

  private async appendNow(drafts: readonly EnvelopedDraft[]): Promise<string[]> {
    if (drafts.length === 0) return [];
    await this.readNew();
    const tx = writing(this.db, ['events', 'meta']);
    const done = committed(tx);
    done.catch(() => undefined);
    try {
      const meta = tx.objectStore('meta');
      const kept = (await wait(meta.get('clock'))) as LogClock | undefined;
      const clock = { seq: kept?.seq ?? 0, counter: Math.max(kept?.counter ?? 0, this.core.counterMax()) };
      const at = new Date();
      const made = drafts.map((draft) => {
        clock.seq += 1;
        clock.counter += 1;
        return envelope(draft, this.who, clock, at);
      });
      this.core.add(made.map((event) => event.line).join('\n'));
      const events = tx.objectStore('events');
      for (const event of made) this.readN = (await wait(events.add(event))) as number;
      meta.put(clock, 'clock');
      await done;
      return made.map((event) => event.id);
    } catch (error) {
      try {
        tx.abort();
      } catch {
        /* it has ended already */
      }
      await this.refold();
      throw error;
    }
  }

  /* Keeps lines that came from outside (sync, import) as they are. Returns how many were new. */
  takeLines(lines: readonly string[]): Promise<number> {
    const run = this.chain.then(() => this.takeLinesNow(lines));
    this.chain = run.catch(() => undefined);
    return run;
  }

  private async takeLinesNow(lines: readonly string[]): Promise<number> {
    await this.readNew();
    try {
      this.core.add(lines.join('\n'));
      const tx = writing(this.db, ['events']);
      const done = committed(tx);
      const events = tx.objectStore('events');
      const known = events.index('id');
      let added = 0;
      for (const line of lines) {
        const id = (JSON.parse(line) as { id: string }).id;
        if ((await wait(known.count(id))) > 0) continue;
        this.readN = (await wait(events.add({ id, line }))) as number;
        added += 1;
      }
      await done;
      return added;
    } catch (error) {
      await this.refold();
      throw error;
    }
  }

  /* Lines after the n-th arrival, with their n: what sync still has to push. */
  async linesAfter(n: number, limit?: number): Promise<StoredEvent[]> {
    const tx = this.db.transaction('events');
    return (await wait(tx.objectStore('events').getAll(IDBKeyRange.lowerBound(n, true), limit))) as StoredEvent[];
  }

  async count(): Promise<number> {
    return wait(this.db.transaction('events').objectStore('events').count());
  }

  meta<T>(key: string): Promise<T | undefined> {
    return readMeta<T>(this.db, key);
  }

  setMeta(key: string, value: unknown): Promise<void> {
    return writeMeta(this.db, key, value);
  }

  /* Becomes the given person (an empty record only): the second device of somebody, or an import. */
  async becomePerson(person: string): Promise<void> {
    if (person === this.who.person) return;
    if ((await this.count()) > 0) throw new Error("this device already keeps somebody else's record");
    this.who = { ...this.who, person };
    await this.setMeta('who', this.who);
  }

  /* Everything of the person goes from this device; a new, empty record with new ids begins. */
  async erase(): Promise<void> {
    const tx = writing(this.db, ['events', 'meta']);
    tx.objectStore('events').clear();
    tx.objectStore('meta').clear();
    await committed(tx);
    this.who = { person: hexId(16), device: hexId(8) };
    await this.setMeta('who', this.who);
    await this.refold();
  }
}
