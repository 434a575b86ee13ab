/* For clinicians: a person's file, opened beside this device's own record and never mixed with it (sitting.ts). */
import { useEffect, useReducer, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { go } from '../app/route';
import { Btn, Link, Note, Sheet, Title, TopBar } from '../parts/parts';
import { PrintedProgramme } from '../print/programme';
import { t } from '../text/text';
import { EditsPage } from './edits';
import { LogPage } from './log';
import { MovementsPage } from './movements';
import { NumbersPage } from './numbers';
import { OverviewPage } from './overview';
import { SignForm } from './sign';
import { Sitting } from './sitting';

const PAGES = ['overview', 'movements', 'log', 'numbers', 'edits'] as const;

export function useSitting(sitting: Sitting | null): void {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => sitting?.subscribe(() => again(0)), [sitting]);
}

export function ClinicianPage({ page }: { page: string }) {
  const keel = useKeel();
  const { sitting } = keel;
  useSitting(sitting);
  const unsaved = sitting !== null && !sitting.saved;
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  if (!sitting) return <OpenFile />;
  if (page === 'print') return <PrintedProgramme of={sitting} onBack={() => go('clinician')} />;
  return (
    <>
      <Band sitting={sitting} />
      <main class="page page-wide clin">
        <nav class="clin-tabs no-print" aria-label={t('ui.clin.pages')}>
          {PAGES.map((name) => (
            <button
              type="button"
              key={name}
              class={name === page || (page === '' && name === 'overview') ? 'on' : ''}
              aria-current={name === page || (page === '' && name === 'overview') ? 'page' : undefined}
              onClick={() => go('clinician', name)}
            >
              {t(`ui.clin.page.${name}`)}
            </button>
          ))}
        </nav>
        {page === 'movements' ? (
          <MovementsPage sitting={sitting} />
        ) : page === 'log' ? (
          <LogPage sitting={sitting} />
        ) : page === 'numbers' ? (
          <NumbersPage sitting={sitting} />
        ) : page === 'edits' ? (
          <EditsPage sitting={sitting} />
        ) : (
          <OverviewPage sitting={sitting} />
        )}
      </main>
    </>
  );
}

/* Whose record this is, said on every page; the file to give back; the way out. */
function Band({ sitting }: { sitting: Sitting }) {
  const keel = useKeel();
  const [sheet, setSheet] = useState<'sign' | 'leave' | null>(null);
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([sitting.text()], { type: 'application/x-ndjson' }));
    link.download = `keel-${sitting.view.date_text}.jsonl`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    sitting.markSaved();
  };
  const leave = () => {
    keel.sitting = null;
    go('today');
    keel.changed();
  };
  const who = sitting.name === '' ? t('ui.clin.unnamed') : sitting.name;
  return (
    <div class="clin-band no-print" role="region" aria-label={t('ui.clin.whose')}>
      <p class="clin-whose">
        <b>{t('ui.clin.band', who)}</b>
      </p>
      <div class="clin-tools">
        <span class="s">
          {sitting.signature
            ? t('ui.clin.signed-as', sitting.signature.name, sitting.signature.role)
            : t('ui.clin.not-signed')}{' '}
          <Link small onPress={() => setSheet('sign')}>
            {t(sitting.signature ? 'ui.clin.sign-change' : 'ui.clin.sign')}
          </Link>
        </span>
        <Btn small onPress={() => go('clinician', 'print')}>
          {t('ui.clin.print')}
        </Btn>
        <Btn small onPress={save} disabled={sitting.made.length === 0}>
          {t('ui.clin.save', sitting.made.length)}
        </Btn>
        <Btn small onPress={() => (sitting.saved ? leave() : setSheet('leave'))}>
          {t('ui.clin.close')}
        </Btn>
      </div>
      {sheet === 'sign' && (
        <Sheet title={t('ui.clin.sign-title')} sub={t('ui.clin.sign-sub')} onClose={() => setSheet(null)}>
          <SignForm sitting={sitting} onDone={() => setSheet(null)} />
        </Sheet>
      )}
      {sheet === 'leave' && (
        <Sheet title={t('ui.clin.leave-title')} sub={t('ui.clin.leave-sub')} onClose={() => setSheet(null)}>
          <div class="col gap-3">
            <Btn onPress={() => setSheet(null)}>{t('ui.clin.leave-stay')}</Btn>
            <Btn onPress={leave}>{t('ui.clin.leave-go')}</Btn>
          </div>
        </Sheet>
      )}
    </div>
  );
}

function OpenFile() {
  const keel = useKeel();
  const [trouble, setTrouble] = useState('');
  const [over, setOver] = useState(false);
  const open = async (file: File | undefined) => {
    if (!file) return;
    try {
      keel.sitting = Sitting.open(keel.core.another(), await file.text());
      go('clinician', 'overview');
      keel.changed();
    } catch (error) {
      setTrouble(t('ui.record.not-opened', error instanceof Error ? error.message : ''));
    }
  };
  return (
    <main class="page">
      <TopBar label={t('ui.clin.title')} />
      <Title>{t('ui.clin.open-title')}</Title>
      <p class="soft l" style={{ margin: '12px 0 20px' }}>
        {t('ui.clin.open-sub')}
      </p>
      <div
        class={`clin-drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void open(event.dataTransfer?.files[0]);
        }}
      >
        <label class="btn">
          {t('ui.clin.open')}
          <input
            type="file"
            class="vh"
            accept=".jsonl,application/x-ndjson,text/plain"
            onChange={(event) => void open(event.currentTarget.files?.[0])}
          />
        </label>
        <span class="soft s">{t('ui.clin.drop')}</span>
      </div>
      <p role="status" class="soft" style={{ margin: '14px 0' }}>
        {trouble}
      </p>
      <Note>{t('ui.clin.memory')}</Note>
      <p class="soft s" style={{ marginTop: '14px' }}>
        {t('ui.clin.self-declared')}
      </p>
    </main>
  );
}
