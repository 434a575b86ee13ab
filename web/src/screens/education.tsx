/* Short things worth knowing, one under the other: what to expect, what pain means, what is not in Keel and why. */
import { back } from '../app/route';
import { Title, TopBar } from '../parts/parts';
import { t, textKeys } from '../text/text';

const ORDER = ['honest', 'hurt-and-harm', 'soreness', 'flare', 'breath', 'walking', 'selective', 'monitoring'];

export function EducationPage() {
  const written = textKeys('education.')
    .filter((key) => key.endsWith('.title'))
    .map((key) => key.slice('education.'.length, -'.title'.length));
  const place = (id: string) => (ORDER.indexOf(id) + ORDER.length) % ORDER.length;
  return (
    <main class="page">
      <TopBar onBack={back} label={t('ui.education.title')} />
      <Title>{t('ui.education.title')}</Title>
      <div class="col gap-4" style={{ marginTop: '18px' }}>
        {written
          .sort((a, b) => place(a) - place(b))
          .map((id) => (
            <article key={id} class="card">
              <h2 class="h3">{t(`education.${id}.title`)}</h2>
              <p style={{ marginTop: '6px' }}>{t(`education.${id}.text`)}</p>
            </article>
          ))}
      </div>
    </main>
  );
}
