/* A still picture of a movement: one pose of its track. */
import { useEffect, useRef } from 'preact/hooks';
import { useKeel } from '../app/context';
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
  build,
  glow,
}: {
  movement: string;
  phase?: number;
  label?: string;
  small?: boolean;
  build?: number;
  glow?: boolean;
}) {
  const keel = useKeel();
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
        build: build ?? keel.settings.build,
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
  }, [movement, phase, build ?? keel.settings.build, glow]);
  return (
    <span class={`pic${small ? ' pic-s' : ''}`}>
      <canvas ref={canvas} role="img" aria-label={label ?? movementName(movement)} />
    </span>
  );
}
