/* Soft tones, made here: a low one for the turn to "out", a higher one for "in", a short wooden tick for a count, two
 * for a side change. Every sound has its word on the screen; every sound can be off. */
const LEVEL = 0.16;
const DUCKED = 0.05;

export class Sound {
  private context: AudioContext | null = null;
  private out: GainNode | null = null;

  constructor(private on: () => boolean) {}

  /* Browsers let sound begin only in a finger's or key's turn. */
  unlock(): void {
    if (!this.on() || this.context) {
      void this.context?.resume();
      return;
    }
    this.context = new AudioContext();
    this.out = this.context.createGain();
    this.out.gain.value = LEVEL;
    this.out.connect(this.context.destination);
  }

  duck(speaking: boolean): void {
    if (!this.context || !this.out) return;
    this.out.gain.setTargetAtTime(speaking ? DUCKED : LEVEL, this.context.currentTime, 0.05);
  }

  hush(): void {
    void this.context?.suspend();
  }

  close(): void {
    void this.context?.close().catch(() => undefined);
    this.context = null;
  }

  play(sound: string): void {
    if (!this.on() || !this.context || this.context.state !== 'running') return;
    if (sound === 'breath-out') this.tone(196, 0.55, 0);
    else if (sound === 'breath-in') this.tone(294, 0.45, 0);
    else if (sound === 'tick') this.knock(0);
    else if (sound === 'side') [0, 0.18].forEach((at) => this.knock(at));
    else if (sound === 'set-end') [0, 0.22].forEach((at, i) => this.tone(i === 0 ? 294 : 392, 0.5, at));
  }

  private tone(hertz: number, seconds: number, after: number): void {
    const { context, out } = this;
    if (!context || !out) return;
    const at = context.currentTime + after;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.type = 'sine';
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(1, at + 0.06);
    gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    oscillator.connect(gain).connect(out);
    oscillator.start(at);
    oscillator.stop(at + seconds);
  }

  private knock(after: number): void {
    const { context, out } = this;
    if (!context || !out) return;
    const at = context.currentTime + after;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.type = 'triangle';
    oscillator.frequency.setValueAtTime(880, at);
    oscillator.frequency.exponentialRampToValueAtTime(420, at + 0.05);
    gain.gain.setValueAtTime(0.8, at);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.09);
    oscillator.connect(gain).connect(out);
    oscillator.start(at);
    oscillator.stop(at + 0.1);
  }
}
