/* A still figure as SVG: sharp on paper at any size. */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { frameOf, type Box } from '../figure/frame';
import { paperPalette } from '../figure/palette';
import { svgPaths, type SvgPath } from '../figure/svg';
import { track } from '../figure/tracks';
import { movementName } from '../text/text';

const MARGIN_CM = 6;

interface Drawn {
  box: Box;
  paths: SvgPath[];
}

export function SvgFigure({ movement, phase, ghost }: { movement: string; phase: number; ghost: number }) {
  const keel = useKeel();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let gone = false;
    const draw = async () => {
      const bytes = await track(movement);
      if (gone || !bytes) return;
      keel.core.openTrack(movement, bytes);
      const words = keel.core.figure({
        phase,
        t01: 1,
        mirrored: false,
        camera: null,
        ghost: ghost === phase ? null : { phase: ghost, t01: 1 },
        arrow: ghost !== phase,
        glow: null,
        look: keel.settings.figure,
        detail: true,
      });
      if (words) setDrawn({ box: frameOf(bytes), paths: svgPaths(words, paperPalette()) });
    };
    void draw();
    return () => {
      gone = true;
    };
  }, [movement, phase, ghost]);
  if (!drawn) return <span class="sheet-figure" />;
  const { left, top, right, bottom } = drawn.box;
  const view = `${left - MARGIN_CM} ${top - MARGIN_CM} ${right - left + 2 * MARGIN_CM} ${bottom - top + 2 * MARGIN_CM}`;
  return (
    <svg class="sheet-figure" viewBox={view} role="img" aria-label={movementName(movement)}>
      {drawn.paths.map((path, i) =>
        path.dotted ? (
          <path
            key={i}
            d={path.d}
            fill="none"
            stroke={path.fill}
            stroke-width="1"
            stroke-linecap="round"
            stroke-dasharray="0.1 2.6"
            opacity={path.opacity}
          />
        ) : (
          <path
            key={i}
            d={path.d}
            fill={path.fill}
            opacity={path.opacity}
            fill-rule={path.evenOdd ? 'evenodd' : 'nonzero'}
          />
        ),
      )}
    </svg>
  );
}
