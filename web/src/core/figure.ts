/* What to draw of the open track: a moment of a phase, and what is shown with it. */
export interface FigureRequest {
  phase: number;
  t01: number;
  /* Left and right exchanged: the other side. */
  mirrored: boolean;
  /* Instead of the track's own camera. */
  camera: { yaw: number; pitch: number } | null;
  /* Another moment of the movement, drawn as a wash behind. */
  ghost: { phase: number; t01: number } | null;
  /* One arrow from the ghost's pose, growing with the movement. */
  arrow: boolean;
  /* The person: one of three builds, with a height (cm) and a girth (1: as that build has it) of one's own. */
  look: { build: number; height: number; girth: number };
  /* Muscles that glow: what lengthens, what works; bits of keel_glow, of the side the file draws. */
  glow: { stretch: [number, number]; work: [number, number] } | null;
  /* False for the very small. */
  detail: boolean;
}
