/* The record: one readable file out and in, where it is kept, and erasing it. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Big, Btn, Sheet } from '../parts/parts';
import { t } from '../text/text';
import { SyncTag } from './sync-tag';

export function RecordSection() {
  const keel = useKeel();
  const [said, setSaid] = useState('');
  const [erasing, setErasing] = useState(false);
  const save = async () => {
    const rows = await keel.log.linesAfter(0);
    const file = new Blob(
      rows.map((row) => `${row.line}\n`),
      { type: 'application/x-ndjson' },
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `keel-${keel.today.date_text}.jsonl`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    setSaid(t('ui.record.saved', rows.length));
  };
  return (
    <section class="set-group">
      <div class="row between">
        <h2>{t('ui.record.title')}</h2>
        <SyncTag />
      </div>
      <p class="soft">{t(keel.persisted ? 'ui.record.here-firm' : 'ui.record.here')}</p>
      {keel.sync.state === 'refused' && <p class="soft s">{t('ui.record.refused', keel.sync.refusal)}</p>}
      <Btn onPress={() => void save()}>{t('ui.record.save')}</Btn>
      <OpenRecord look="btn" label={t('ui.record.open')} onSaid={setSaid} />
      <p role="status" class="soft">
        {said}
      </p>
      <Btn onPress={() => setErasing(true)}>{t('ui.record.erase')}</Btn>
      {erasing && <EraseSheet onClose={() => setErasing(false)} />}
    </section>
  );
}

/* Opens a saved file into the record of this device; says what came of it. */
export function OpenRecord({ look, label, onSaid }: { look: string; label: string; onSaid: (said: string) => void }) {
  const keel = useKeel();
  const open = async (file: File) => {
    try {
      onSaid(t('ui.record.opened', await keel.importFile(await file.text())));
    } catch (error) {
      onSaid(t('ui.record.not-opened', error instanceof Error ? error.message : ''));
    }
  };
  return (
    <label class={look}>
      {label}
      <input
        type="file"
        class="vh"
        accept=".jsonl,application/x-ndjson,text/plain"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void open(file);
        }}
      />
    </label>
  );
}

function EraseSheet({ onClose }: { onClose: () => void }) {
  const keel = useKeel();
  const [trouble, setTrouble] = useState(false);
  const erase = async () => {
    if (!(await keel.eraseAll())) setTrouble(true);
  };
  return (
    <Sheet title={t('ui.erase.title')} sub={t('ui.erase.sub')} onClose={onClose}>
      <div class="col gap-3">
        <Big onPress={onClose}>{t('ui.erase.keep')}</Big>
        <Btn onPress={() => void erase()}>{t('ui.erase.yes')}</Btn>
        {trouble && <p role="alert">{t('ui.erase.server')}</p>}
      </div>
    </Sheet>
  );
}
