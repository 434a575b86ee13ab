/* Draws a display list of core/body/figure.h on a canvas: filled paths, each with a colour token.
 *
 *   path := int paint, int flags, float opacity, float far, int n, then n words of operations
 *   operation := 0 x y (move) | 1 x y (line) | 2 x1 y1 x2 y2 x y (cubic) | 3 (close)
 * Colours are custom properties of the page, read once a theme; `far` mixes a token with its far colour. */
import type { MovementFacts } from '../core/facts';
import type { FigureRequest } from '../core/figure';

const PAINTS = [
  'skin',
  'skin-e',
  'skin-far',
  'hair',
  'hair-e',
  'top',
  'top-e',
  'top-far',
  'leg',
  'leg-e',
  'leg-far',
  'shade',
  'light',
  'ground',
  'mat',
  'mat-2',
  'prop',
  'prop-d',
  'ghost',
  'ghost-line',
  'arrow',
  'stretch',
  'work',
  'iron',
  'iron-e',
] as const;
const FAR: Readonly<Record<number, number>> = { 0: 2, 5: 7, 8: 10 };
const DOTTED = 1;
const EVEN_ODD = 2;
const PATH_WORDS = 5;

export class Palette {
  private colours: string[] = [];
  private mixes = new Map<number, string>();

  constructor(element: Element) {
    const style = getComputedStyle(element);
    this.colours = PAINTS.map((name) => style.getPropertyValue(name === 'arrow' ? '--clay' : `--f-${name}`).trim());
  }

  colour(paint: number, far: number): string {
    const near = this.colours[paint] ?? '#000';
    const other = FAR[paint];
    if (other === undefined || far <= 0) return near;
    const step = Math.round(far * 8);
    const key = paint * 16 + step;
    let mixed = this.mixes.get(key);
    if (mixed === undefined) {
      mixed = mix(near, this.colours[other] ?? near, step / 8);
      this.mixes.set(key, mixed);
    }
    return mixed;
  }
}

function mix(near: string, far: string, part: number): string {
  const a = channels(near);
  const b = channels(far);
  return `rgb(${a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * part)).join(' ')})`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/* Paints the whole list in the present transform (centimetres). */
export function paintList(context: CanvasRenderingContext2D, words: Int32Array, palette: Palette): void {
  const count = words.length;
  const floats = new Float32Array(words.buffer, words.byteOffset, count);
  let at = 0;
  while (at + PATH_WORDS <= count) {
    const paint = words[at] ?? 0;
    const flags = words[at + 1] ?? 0;
    const opacity = floats[at + 2] ?? 1;
    const far = floats[at + 3] ?? 0;
    const end = at + PATH_WORDS + (words[at + 4] ?? 0);
    context.beginPath();
    const dotted = (flags & DOTTED) !== 0;
    trace(context, words, floats, at + PATH_WORDS, end, dotted);
    context.globalAlpha = opacity;
    const colour = palette.colour(paint, far);
    if (dotted) {
      context.strokeStyle = colour;
      context.lineWidth = 1;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      context.setLineDash([0.1, 2.6]);
      context.stroke();
      context.setLineDash([]);
    } else {
      context.fillStyle = colour;
      context.fill(flags & EVEN_ODD ? 'evenodd' : 'nonzero');
    }
    at = end;
  }
  context.globalAlpha = 1;
}

/* `closes`: a stroke needs its outline closed; a fill closes every outline by itself. */
function trace(
  context: CanvasRenderingContext2D,
  words: Int32Array,
  f: Float32Array,
  from: number,
  end: number,
  closes: boolean,
): void {
  let at = from;
  while (at < end) {
    const operation = words[at];
    if (operation === 0) {
      context.moveTo(f[at + 1] as number, f[at + 2] as number);
      at += 3;
    } else if (operation === 1) {
      context.lineTo(f[at + 1] as number, f[at + 2] as number);
      at += 3;
    } else if (operation === 2) {
      context.bezierCurveTo(
        f[at + 1] as number,
        f[at + 2] as number,
        f[at + 3] as number,
        f[at + 4] as number,
        f[at + 5] as number,
        f[at + 6] as number,
      );
      at += 7;
    } else {
      if (closes) context.closePath();
      at += 1;
    }
  }
}

/* The muscles of a movement that glow on demand. */
export function glowOf(movement: MovementFacts | undefined): FigureRequest['glow'] {
  return movement ? { stretch: movement.stretch_glow, work: movement.work_glow } : null;
}
