/* A canvas as sharp as its screen, in CSS pixels; and a transform that fits centimetres into it. */
import type { Box } from './frame';

const RATIO_MAX = 2;

/* null while the canvas has no size. */
export function fitCanvas(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0 || height === 0) return null;
  const ratio = Math.min(RATIO_MAX, window.devicePixelRatio || 1);
  const wide = Math.round(width * ratio);
  const high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/* Pixels a centimetre; the box's middle comes to the canvas's middle. */
export function fitBox(
  context: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  box: Box,
  margin: number,
): number {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const scale = Math.min((canvas.clientWidth - 2 * margin) / width, (canvas.clientHeight - 2 * margin) / height);
  context.translate(canvas.clientWidth / 2, canvas.clientHeight / 2);
  context.scale(scale, scale);
  context.translate(-(box.left + box.right) / 2, -(box.top + box.bottom) / 2);
  return scale;
}
