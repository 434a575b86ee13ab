/* One tab leads: it appends and runs the session. The others follow over a BroadcastChannel and may take over.
 *
 * The lead is a Web Lock; it falls to the next tab when its holder closes or dies. `take()` steals it: the old leader
 * is told by the rejected promise and becomes a follower. Where there are no locks (plain http on another host) a tab
 * leads by itself. */
const LOCK = 'keel-lead';

export type TabMessage = { kind: 'appended' } | { kind: 'erased' } | { kind: 'session'; frame: string | null };

export class Tabs {
  leads = false;
  private channel = new BroadcastChannel('keel');

  constructor(
    private onLead: (leads: boolean) => void,
    onMessage: (message: TabMessage) => void,
  ) {
    this.channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data);
  }

  /* Resolves when it is known whether this tab leads now. */
  start(): Promise<void> {
    if (!navigator.locks) {
      this.set(true);
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      void navigator.locks
        .request(LOCK, { ifAvailable: true }, (lock) => {
          if (!lock) {
            resolve();
            this.queue();
            return undefined;
          }
          this.set(true);
          resolve();
          return this.hold();
        })
        .catch(() => this.lost());
    });
  }

  take(): void {
    if (this.leads || !navigator.locks) return;
    void navigator.locks
      .request(LOCK, { steal: true }, () => {
        this.set(true);
        return this.hold();
      })
      .catch(() => this.lost());
  }

  tell(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  private queue(): void {
    void navigator.locks
      .request(LOCK, () => {
        this.set(true);
        return this.hold();
      })
      .catch(() => this.lost());
  }

  private hold(): Promise<void> {
    return new Promise(() => undefined);
  }

  private lost(): void {
    this.set(false);
    this.queue();
  }

  private set(leads: boolean): void {
    if (this.leads === leads) return;
    this.leads = leads;
    this.onLead(leads);
  }
}
