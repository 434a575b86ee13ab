/* Speaks cues with voices that live on this device only (localService); with none it stays silent. */
import type { PlayerView } from '../core/types';
import { language, movementName, t } from '../text/text';

export class Voice {
  private said = '';
  private counted = '';

  constructor(
    private on: () => boolean,
    private onSpeaking: (speaking: boolean) => void,
  ) {}

  static local(): SpeechSynthesisVoice | null {
    if (!('speechSynthesis' in window)) return null;
    const wanted = speechSynthesis
      .getVoices()
      .filter((voice) => voice.localService && voice.lang.startsWith(language()));
    return wanted.find((voice) => voice.default) ?? wanted[0] ?? null;
  }

  /* Says what is new: the movement's name, the side, the cue; a cue once a phase, not each repetition again. */
  follow(view: PlayerView, counts: boolean): void {
    if (!this.on() || view.paused) return;
    const key = `${view.movement} ${view.step} ${view.set} ${view.side} ${view.cue}`;
    const cueOnly = key.split(' ').pop() ?? '';
    if (key !== this.said) {
      const first = !this.said.startsWith(`${view.movement} ${view.step}`);
      this.said = key;
      const sentence = this.sentence(view, first);
      if (sentence !== '' && (cueOnly !== '' || first)) this.say(sentence);
      return;
    }
    const count = `${view.movement} ${view.rep}`;
    if (counts && view.step === 'move' && view.phase === 0 && count !== this.counted) {
      this.counted = count;
      this.say(String(view.rep));
    }
  }

  stop(): void {
    if ('speechSynthesis' in window) speechSynthesis.cancel();
    this.onSpeaking(false);
  }

  private sentence(view: PlayerView, first: boolean): string {
    if (view.step === 'set-up') return `${movementName(view.movement)}. ${view.cue === '' ? '' : t(view.cue)}`;
    if (view.step === 'side-change') return t('ui.session.other-side');
    if (view.step === 'rest') return first ? t('ui.session.rest') : '';
    if (view.step === 'move' || view.step === 'hold') return view.cue === '' ? '' : t(view.cue);
    return '';
  }

  private say(sentence: string): void {
    const voice = Voice.local();
    if (!voice) return;
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.95;
    utterance.onstart = () => this.onSpeaking(true);
    utterance.onend = () => this.onSpeaking(false);
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  }
}
