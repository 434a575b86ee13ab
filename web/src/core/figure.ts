/* What to draw of the open track: a moment of a phase, and what is shown with it. */
export interface FigureRequest {
  phase: number;
  t01: number;
  mirrored: boolean;
  /* Another moment of the movement, drawn as a wash behind. */
  ghost: { phase: number; t01: number } | null;
  detail: boolean;
}
