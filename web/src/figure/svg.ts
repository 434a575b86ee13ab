/* The display list as SVG paths: for paper, where a canvas would be pixels. The same words as paint.ts. */
import type { Palette } from './paint';

const DOTTED = 1;
const EVEN_ODD = 2;
const PATH_WORDS = 5;

export interface SvgPath {
  d: string;
  fill: string;
  opacity: number;
  evenOdd: boolean;
  dotted: boolean;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function outline(words: Int32Array, f: Float32Array, from: number, end: number): string {
  let d = '';
  let at = from;
  const numbers = (count: number) => Array.from(f.subarray(at + 1, at + 1 + count), short).join(' ');
  while (at < end) {
    const operation = words[at];
    const count = operation === 2 ? 6 : operation === 3 ? 0 : 2;
    d += `${'MLCZ'[operation ?? 3]}${numbers(count)}`;
    at += 1 + count;
  }
  return d;
}

export function svgPaths(words: Int32Array, palette: Palette): SvgPath[] {
  const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
  const paths: SvgPath[] = [];
  let at = 0;
  while (at + PATH_WORDS <= words.length) {
    const flags = words[at + 1] ?? 0;
    const end = at + PATH_WORDS + (words[at + 4] ?? 0);
    paths.push({
      d: outline(words, floats, at + PATH_WORDS, end),
      fill: palette.colour(words[at] ?? 0, floats[at + 3] ?? 0),
      opacity: floats[at + 2] ?? 1,
      evenOdd: (flags & EVEN_ODD) !== 0,
      dotted: (flags & DOTTED) !== 0,
    });
    at = end;
  }
  return paths;
}
