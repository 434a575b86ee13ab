/* Who decides: asked once, kept for the sitting. Self-declared; nothing is claimed beyond what is typed here. */
import { useState } from 'preact/hooks';
import { Big } from '../parts/parts';
import { cutBytes } from '../setup/goal';
import { t } from '../text/text';
import type { Sitting } from './sitting';

const ROLES = ['physiotherapist', 'family-doctor', 'nurse', 'other'] as const;
const BYTES_MAX = 60;

export function SignForm({ sitting, onDone }: { sitting: Sitting; onDone: () => void }) {
  const [role, setRole] = useState(sitting.signature?.role ?? t('ui.role.physiotherapist'));
  const [name, setName] = useState(sitting.signature?.name ?? '');
  return (
    <div class="col gap-4">
      <label class="field">
        {t('ui.clin.role')}
        <select value={role} onChange={(event) => setRole(event.currentTarget.value)}>
          {ROLES.map((one) => (
            <option key={one} value={t(`ui.role.${one}`)}>
              {t(`ui.role.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {t('ui.clin.name')}
        <input value={name} maxLength={BYTES_MAX} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <Big
        onPress={() => {
          sitting.sign({ role, name: cutBytes(name.trim(), BYTES_MAX) });
          onDone();
        }}
        disabled={name.trim() === ''}
      >
        {t('ui.clin.sign')}
      </Big>
    </div>
  );
}
