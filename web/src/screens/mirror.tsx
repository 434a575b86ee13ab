/* Another tab's session, shown here without controls: a television, a second screen. "Go on here" takes it over. */
import { useEffect, useRef } from 'preact/hooks';
import { useKeel } from '../app/context';
import type { PlayerView } from '../core/types';
import { Scene } from '../figure/scene';
import { Btn } from '../parts/parts';
import { movementName, t } from '../text/text';
import { Counts, cueOf } from './running';

export function Mirror({ frame }: { frame: string }) {
  const keel = useKeel();
  const view = JSON.parse(frame) as PlayerView;
  const shown = useRef(view);
  const draw = useRef<(() => void) | null>(null);
  shown.current = view;
  useEffect(() => draw.current?.(), [frame]);
  const onFrame = (listener: () => void) => {
    draw.current = listener;
    return () => {
      draw.current = null;
    };
  };
  const asScreen = new URLSearchParams(location.search).has('screen');
  return (
    <main class={`session${asScreen ? ' as-screen' : ''}`}>
      <header class="s-head">
        <div class="s-head-mid">
          <h1 class="s-name">{movementName(view.movement)}</h1>
        </div>
      </header>
      <Scene
        view={() => shown.current}
        onFrame={onFrame}
        label={t('ui.session.figure', movementName(view.movement))}
      />
      <div class="s-body">
        <p class="cue">{cueOf(view)}</p>
        <Counts view={view} />
        <div class="low">
          <Btn onPress={() => keel.tabs.take()}>{t('ui.tabs.take')}</Btn>
        </div>
      </div>
    </main>
  );
}
