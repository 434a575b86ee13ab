/* A still picture of a movement: one pose of its track. */
import { useEffect, useRef } from 'preact/hooks';
import { useKeel } from '../app/context';
import type { FigureLook } from '../app/settings';
import { movementName } from '../text/text';
import { fitBox, fitCanvas } from './canvas';
import { frameOf } from './frame';
import { glowOf, paintList } from './paint';
import { figurePalette } from './palette';
import { track } from './tracks';

export function Picture({
  movement,
  phase = 0,
  label,
  small,
  look,
  glow,
}: {
  movement: string;
  phase?: number;
  /* Usual: the movement's name. Empty: there is nothing that is not said beside it. */
  label?: string;
  small?: boolean;
  /* Another person than the settings say. */
  look?: FigureLook;
  glow?: boolean;
}) {
  const keel = useKeel();
  const shown = look ?? keel.settings.figure;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    const draw = async () => {
      const bytes = await track(movement);
      const element = canvas.current;
      if (gone || !bytes || !element) return;
      const context = fitCanvas(element);
      if (!context) return;
      fitBox(context, element, frameOf(bytes), small ? 4 : 8);
      keel.core.openTrack(movement, bytes);
      const words = keel.core.figure({
        phase,
        t01: 1,
        mirrored: false,
        camera: null,
        ghost: null,
        arrow: false,
        glow: glow ? glowOf(keel.core.movement(movement)) : null,
        look: shown,
        detail: !small,
      });
      if (words) paintList(context, words, figurePalette());
    };
    void draw();
    const again = () => void draw();
    window.addEventListener('keel-theme', again);
    const sized = new ResizeObserver(again);
    if (canvas.current) sized.observe(canvas.current);
    return () => {
      gone = true;
      window.removeEventListener('keel-theme', again);
      sized.disconnect();
    };
  }, [movement, phase, shown.build, shown.height, shown.girth, glow]);
  return (
    <span class={`pic${small ? ' pic-s' : ''}`}>
      {label === '' ? (
        <canvas ref={canvas} aria-hidden="true" />
      ) : (
        <canvas ref={canvas} role="img" aria-label={label ?? movementName(movement)} />
      )}
    </span>
  );
}
