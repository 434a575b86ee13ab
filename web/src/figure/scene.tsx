/* The moving figure with the sun behind it: the disc is the breath, the ring around it is the phase.
 *
 * Drawn each frame from the player's view; the page is not touched. With reduced motion the figure steps between end
 * poses and the disc stands still: the ring and the word carry the phase. */
import { useEffect, useRef } from 'preact/hooks';
import { useKeel } from '../app/context';
import type { FigureRequest } from '../core/figure';
import type { PlayerView } from '../core/types';
import { fitBox, fitCanvas } from './canvas';
import { discOf, frameOf, turnedCamera, type Box, type Disc } from './frame';
import { glowOf, paintList } from './paint';
import { colour, figurePalette } from './palette';
import { track } from './tracks';

const SUN_LEAST = 0.72;
const EASY_BREATH_MS = 8_000;
const FULL = Math.PI * 2;
/* The mat is a little longer than the box around the person. */
const MAT_CM = 12;

interface Colours {
  sun: string;
  sun2: string;
  line: string;
  clay: string;
}

function colours(): Colours {
  return { sun: colour('sun'), sun2: colour('sun-2'), line: colour('line'), clay: colour('clay') };
}

/* The breath as a size from 0 to 1; it goes on from where it was, so that the disc never jumps. */
class Breath {
  private level = 0.5;
  private from = 0.5;
  private key = '';

  at(view: PlayerView, still: boolean): number {
    if (still) return 0.7;
    const key = `${view.movement} ${view.rep} ${view.phase} ${view.breath}`;
    if (key !== this.key) {
      this.key = key;
      this.from = this.level;
    }
    const part = view.phase_length_ms > 0 ? Math.min(1, view.phase_ms / view.phase_length_ms) : 0;
    const eased = part ** 3 * (10 - 15 * part + 6 * part ** 2);
    if (view.breath === 'in') this.level = this.from + (1 - this.from) * eased;
    else if (view.breath === 'out') this.level = this.from * (1 - eased);
    else if (view.phase_length_ms > EASY_BREATH_MS)
      this.level = 0.5 - 0.5 * Math.cos((view.phase_ms / EASY_BREATH_MS) * FULL);
    return this.level;
  }
}

/* How much of the ring is filled: the phase, or the clock of a rest, a side change, a timed set. */
function ringPart(view: PlayerView): number {
  if (view.step === 'move' || view.step === 'hold') {
    return view.phase_length_ms > 0 ? view.phase_ms / view.phase_length_ms : 0;
  }
  return view.clock_length_ms > 0 ? view.clock_ms / view.clock_length_ms : 0;
}

function drawGround(context: CanvasRenderingContext2D, disc: Disc, level: number, part: number, c: Colours): void {
  const inner = disc.radius * 0.93;
  const round = (radius: number, style: string) => {
    context.fillStyle = style;
    context.beginPath();
    context.arc(disc.x, disc.y, radius, 0, FULL);
    context.fill();
  };
  round(inner, c.sun2);
  round(inner * (SUN_LEAST + (1 - SUN_LEAST) * level), c.sun);
  context.lineWidth = disc.radius * 0.048;
  context.strokeStyle = c.line;
  context.beginPath();
  context.arc(disc.x, disc.y, disc.radius, 0, FULL);
  context.stroke();
  if (part <= 0) return;
  context.lineWidth = disc.radius * 0.066;
  context.lineCap = 'round';
  context.strokeStyle = c.clay;
  context.beginPath();
  context.arc(disc.x, disc.y, disc.radius, -Math.PI / 2, -Math.PI / 2 + FULL * Math.min(1, part));
  context.stroke();
}

function around(box: Box, disc: Disc): Box {
  const r = disc.radius * 1.04;
  return {
    left: Math.min(box.left - MAT_CM, disc.x - r),
    right: Math.max(box.right + MAT_CM, disc.x + r),
    top: Math.min(box.top, disc.y - r),
    bottom: Math.max(box.bottom, disc.y + r),
  };
}

function mirroredBox(box: Box): Box {
  return { left: -box.right, right: -box.left, top: box.top, bottom: box.bottom };
}

/* The pose of now; while it moves, where it came from stands behind as a wash. */
function moment(view: PlayerView, still: boolean): Omit<FigureRequest, 'camera' | 'look' | 'glow'> {
  const moving = view.step === 'move';
  const part = view.phase_length_ms > 0 ? Math.min(1, view.phase_ms / view.phase_length_ms) : 1;
  return {
    phase: view.track_phase,
    t01: still && moving ? 1 : part,
    mirrored: view.mirrored,
    detail: true,
    ghost: moving ? { phase: view.track_phase, t01: 0 } : null,
    arrow: moving,
  };
}

export function Scene({
  view,
  onFrame,
  label,
}: {
  view: () => PlayerView;
  onFrame: (listener: () => void) => () => void;
  label: string;
}) {
  const keel = useKeel();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const breath = new Breath();
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let c = colours();
    let opened = { movement: '', bytes: null as Uint8Array | null };
    const draw = () => {
      const now = view();
      if (opened.movement !== now.movement) {
        const movement = now.movement;
        opened = { movement, bytes: null };
        void track(movement).then((bytes) => {
          if (opened.movement === movement) {
            opened = { movement, bytes };
            draw();
          }
        });
      }
      const context = fitCanvas(element);
      if (!context) return;
      const box = opened.bytes ? frameOf(opened.bytes) : frameOf(new Uint8Array());
      const turned = now.mirrored && keel.core.movement(now.movement)?.sides === 'one-then-other';
      const shown = turned ? mirroredBox(box) : box;
      const disc = discOf(shown);
      fitBox(context, element, around(shown, disc), 6);
      drawGround(context, disc, breath.at(now, still.matches), ringPart(now), c);
      if (!opened.bytes) return;
      keel.core.openTrack(now.movement, opened.bytes);
      const words = keel.core.figure({
        ...moment(now, still.matches),
        glow: keel.settings.muscles ? glowOf(keel.core.movement(now.movement)) : null,
        look: keel.settings.figure,
        camera: turned ? turnedCamera(opened.bytes) : null,
      });
      if (words) paintList(context, words, figurePalette());
    };
    draw();
    const themed = () => {
      c = colours();
      draw();
    };
    const off = onFrame(draw);
    window.addEventListener('keel-theme', themed);
    const sized = new ResizeObserver(draw);
    sized.observe(element);
    return () => {
      off();
      window.removeEventListener('keel-theme', themed);
      sized.disconnect();
    };
  }, []);
  return (
    <div class="scene">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
