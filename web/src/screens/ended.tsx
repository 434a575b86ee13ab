/* The end: what was done, what it changes, and the evening. After "unwell" help comes first. */
import { useKeel } from '../app/context';
import { Icon } from '../parts/icon';
import { Big, Btn, Link, Note, Title } from '../parts/parts';
import type { SessionRun } from '../session/run';
import { movementName, ruleText, t } from '../text/text';
import { emergencyHelp, emergencyNote } from './emergency';
import { useState } from 'preact/hooks';
import { UnwellSheet } from './unwell';

/* Ends that are said; the others are done. */
const LATER: ReadonlySet<string> = new Set(['skipped', 'pain', 'stopped', 'swapped', 'form']);

export function Ended({ run }: { run: SessionRun }) {
  const keel = useKeel();
  const { view } = run;
  const close = () => void run.settled().then(() => keel.closeSession());
  if (view.end === 'unwell') return <UnwellEnd run={run} onClose={close} />;
  const done = view.done_items.filter((item) => item.end === 'done' || item.end === 'eased');
  const said = view.message ? ruleText(view.message.rule, view.message.inputs) : '';
  return (
    <main class="page">
      <Title>{t(done.length > 0 ? 'ui.ended.title' : 'ui.ended.title-none')}</Title>
      {said !== '' && (
        <p class="l soft" style={{ margin: '14px 0' }}>
          {said}
        </p>
      )}
      <ul class="card" style={{ margin: '18px 0' }}>
        {view.done_items.map((item) => (
          <li key={item.index} class="row" style={{ minHeight: '44px' }}>
            <Icon name={item.end === 'done' || item.end === 'eased' ? 'check' : 'next'} />
            <span>
              {movementName(item.movement)}
              {LATER.has(item.end) ? ` · ${t(`ui.ended.${item.end}`)}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <div class="grow" />
      <Note>{t('ui.ended.note')}</Note>
      <div style={{ height: '18px' }} />
      <Big onPress={close}>{t('ui.ended.back')}</Big>
    </main>
  );
}

function UnwellEnd({ run, onClose }: { run: SessionRun; onClose: () => void }) {
  const keel = useKeel();
  const emergency = run.view.message?.emergency ?? false;
  const number = emergencyHelp('number', keel.country);
  return (
    <main class="page">
      <div class="lock-top">
        <Icon name="unwell" />
        {t('ui.lock.first')}
      </div>
      <Title>{t(emergency ? 'ui.unwell.emergency-title' : 'ui.unwell.end-title')}</Title>
      <p class="l" style={{ margin: '14px 0 22px' }}>
        {t(emergency ? 'ui.unwell.emergency-text' : 'ui.unwell.end-text')}
      </p>
      {emergency && (
        <a class="big big-plum" href={`tel:${number}`}>
          <Icon name="phone" size={34} />
          <span>{t('ui.lock.call', number)}</span>
        </a>
      )}
      <p class="soft" style={{ marginTop: '18px' }}>
        {emergency && `${emergencyHelp('place', keel.country)} `}
        {t(emergency ? 'ui.lock.with-you' : 'ui.unwell.end-how')}
      </p>
      {emergency && <Note>{emergencyNote()}</Note>}
      <div class="grow" />
      <Btn onPress={onClose}>{t('ui.ended.back')}</Btn>
    </main>
  );
}

/* The calm movement at the end, offered before it begins. */
export function CalmNext({ run }: { run: SessionRun }) {
  const [unwell, setUnwell] = useState(false);
  const { message } = run.view;
  const next = message?.next ?? null;
  return (
    <div class="s-ask">
      <Title>{t('ui.calm.title')}</Title>
      {message && <p class="soft l">{ruleText(message.rule, message.inputs)}</p>}
      <div class="grow" />
      <Big icon="arrow" onPress={() => run.command({ do: 'ready' })}>
        {next ? movementName(next) : t('ui.continue')}
      </Big>
      <Btn onPress={() => run.command({ do: 'end' })}>{t('ui.decided.end')}</Btn>
      <div class="center">
        <Link small quiet onPress={() => setUnwell(true)}>
          {t('ui.session.unwell')}
        </Link>
      </div>
      {unwell && <UnwellSheet run={run} onClose={() => setUnwell(false)} />}
    </div>
  );
}
