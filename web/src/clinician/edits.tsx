/* Every edit and what became of it; taking back. */
import { useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import type { Edit } from '../core/clinician';
import { Btn, Link, Sheet, Title } from '../parts/parts';
import { cutBytes } from '../setup/goal';
import { t } from '../text/text';
import { SignForm } from './sign';
import type { Sitting } from './sitting';
import { editText, signedText, untilText } from './words';

const NOTE_BYTES_MAX = 500;

export function EditsPage({ sitting }: { sitting: Sitting }) {
  const { edits } = sitting.view;
  const standing = edits.filter((edit) => edit.standing === 'stands');
  const others = edits.filter((edit) => edit.standing !== 'stands').reverse();
  return (
    <>
      <Title small>{t('ui.clin.page.edits')}</Title>
      {standing.length === 0 && <p class="soft">{t('ui.clin.edits-none')}</p>}
      <ul class="clin-edits">
        {standing.map((edit) => (
          <EditRow key={edit.event} edit={edit} sitting={sitting} />
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2 class="h3">{t('ui.clin.edits-before')}</h2>
          <ul class="clin-edits">
            {others.map((edit) => (
              <EditRow key={edit.event} edit={edit} sitting={sitting} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function EditRow({ edit, sitting }: { edit: Edit; sitting: Sitting }) {
  const keel = useKeel();
  const [asking, setAsking] = useState(false);
  const stands = edit.standing === 'stands';
  return (
    <li>
      <div>
        <b class="mid">{editText(keel.core, edit)}</b> {untilText(edit)}
        <p class="soft s">{signedText(edit)}</p>
        {!stands && (
          <p class="s">
            {t(`ui.hand.standing.${edit.standing}`)} {edit.fault?.message ?? ''}
          </p>
        )}
      </div>
      {stands && (
        <Link small onPress={() => setAsking(true)}>
          {t('ui.clin.take-back')}
        </Link>
      )}
      {asking && <TakeBack edit={edit} sitting={sitting} onClose={() => setAsking(false)} />}
    </li>
  );
}

/* A retraction carries no name of its own: a note beside it says who took it back, and why. */
function TakeBack({ edit, sitting, onClose }: { edit: Edit; sitting: Sitting; onClose: () => void }) {
  const keel = useKeel();
  const [reason, setReason] = useState('');
  const { signature } = sitting;
  const take = () => {
    if (!signature) return;
    const words = t('ui.clin.took-back', editText(keel.core, edit), signature.name, signature.role, reason.trim());
    sitting.append({ type: 'retraction', event: edit.event });
    sitting.append({ type: 'note', text: cutBytes(words, NOTE_BYTES_MAX) });
    onClose();
  };
  return (
    <Sheet title={t('ui.clin.take-back')} sub={editText(keel.core, edit)} onClose={onClose}>
      {signature ? (
        <div class="col gap-4">
          <label class="field">
            {t('ui.clin.reason')}
            <input value={reason} maxLength={150} onInput={(event) => setReason(event.currentTarget.value)} />
          </label>
          <Btn onPress={take} disabled={reason.trim() === ''}>
            {t('ui.clin.take-back')}
          </Btn>
        </div>
      ) : (
        <SignForm sitting={sitting} onDone={() => undefined} />
      )}
    </Sheet>
  );
}
