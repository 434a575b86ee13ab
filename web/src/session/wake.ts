/* Keeps the screen awake while a session runs; where the browser cannot, nothing happens. */
export class WakeLock {
  private lock: WakeLockSentinel | null = null;
  private wanted = false;

  want(wanted: boolean): void {
    this.wanted = wanted;
    if (!wanted) this.release();
    else if (!this.lock || this.lock.released) void this.ask();
  }

  release(): void {
    this.wanted = false;
    void this.lock?.release().catch(() => undefined);
    this.lock = null;
  }

  private async ask(): Promise<void> {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.wanted) this.lock = lock;
      else void lock.release();
    } catch {
      this.lock = null;
    }
  }
}
