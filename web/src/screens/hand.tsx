/* What a clinician has changed, said to the person: once as news on today, and in the settings for as long as it
 * stands. The person keeps the last word: each of it can be taken back here. */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { editText, signedText, untilText } from '../clinician/words';
import { Btn, Link, Sheet } from '../parts/parts';
import { t } from '../text/text';

const SEEN = 'seen-edits';

/* News: edits that stand and were not shown before. */
export function HandNews() {
  const keel = useKeel();
  const [seen, setSeen] = useState<string[] | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    void keel.log.meta<string[]>(SEEN).then((kept) => setSeen(kept ?? []));
  }, [keel]);
  const { clinician } = keel.today;
  const news = clinician.filter((edit) => seen !== null && !seen.includes(edit.event));
  const close = () => {
    setOpen(false);
    const all = clinician.map((edit) => edit.event);
    setSeen(all);
    void keel.log.setMeta(SEEN, all);
  };
  if (open) return <HandSheet onClose={close} />;
  const last = news[news.length - 1];
  if (!last) return null;
  return (
    <div class="card offer">
      <span>
        <b class="mid">{t('ui.hand.news', last.role.toLowerCase())}</b> {t('ui.hand.news-count', news.length)}
      </span>
      <Link small onPress={() => setOpen(true)}>
        {t('ui.hand.look')}
      </Link>
    </div>
  );
}

export function HandSheet({ onClose }: { onClose: () => void }) {
  const keel = useKeel();
  const [asked, setAsked] = useState('');
  const { clinician } = keel.today;
  const take = (event: string) =>
    void keel.record({ type: 'retraction', event }).then(() => {
      setAsked('');
    });
  return (
    <Sheet title={t('ui.hand.title')} sub={t('ui.hand.sub')} onClose={onClose}>
      <ul class="clin-edits">
        {clinician.map((edit) => (
          <li key={edit.event}>
            <div>
              <b class="mid">{editText(keel.core, edit)}</b> {untilText(edit)}
              <p class="soft s">{signedText(edit)}</p>
              {asked === edit.event && <p class="s">{t('ui.hand.take-back-ask')}</p>}
            </div>
            <Link small quiet onPress={() => (asked === edit.event ? take(edit.event) : setAsked(edit.event))}>
              {t(asked === edit.event ? 'ui.hand.take-back-yes' : 'ui.hand.take-back')}
            </Link>
          </li>
        ))}
      </ul>
      <Btn onPress={onClose}>{t('ui.close')}</Btn>
    </Sheet>
  );
}
