/* Screening: one plain question a screen, three answers of equal weight, why it is asked. "I am not sure" asks once
 * more with examples. Each answer is in the record at once: the core decides what follows from it. */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Big, Choice, Link, Note, Sheet, Steps, Title, TopBar } from '../parts/parts';
import type { Question } from './steps';
import { hasText, t } from '../text/text';

export type Answer = 'no' | 'yes' | 'unsure';

export interface Answered {
  question: string;
  answer: Answer;
  event: string;
}

const ANSWERS: readonly Answer[] = ['no', 'yes', 'unsure'];

export function Screening({
  questions,
  onBack,
  onDone,
  before,
}: {
  questions: Question[];
  onBack: () => void;
  onDone: () => void;
  before: number;
}) {
  const keel = useKeel();
  const [list] = useState(questions);
  const [at, setAt] = useState(0);
  const asked = list[at];
  const [round, setRound] = useState<1 | 2>(asked?.round ?? 1);
  useEffect(() => {
    if (asked === undefined) onDone();
  }, [asked]);
  if (asked === undefined) return null;

  const { question, tier } = asked;
  const give = async (answer: Answer) => {
    const [event = ''] = await keel.record({ type: 'screening-answer', question, tier, answer, round });
    const kept = ((await keel.log.meta<Answered[]>('answered')) ?? []).filter((one) => one.question !== question);
    await keel.log.setMeta('answered', [...kept, { question, answer, event }]);
    if (answer === 'unsure' && round === 1) {
      setRound(2);
      return;
    }
    setRound(list[at + 1]?.round ?? 1);
    setAt(at + 1);
  };
  const back = () => {
    if (round === 2) setRound(1);
    else if (at > 0) setAt(at - 1);
    else onBack();
  };
  const sub = round === 2 && hasText(`screen.${question}.example`) ? t(`screen.${question}.example`) : '';
  return (
    <main class="page" key={`${question} ${round}`}>
      <TopBar onBack={back}>
        <Steps
          count={list.length + before}
          now={at + before + 1}
          label={t('ui.setup.question', at + 1, list.length)}
        />
      </TopBar>
      <Title>{t(`screen.${question}.ask`)}</Title>
      {round === 2 && (
        <p class="soft s" style={{ marginTop: '12px' }}>
          {t('ui.screening.again')}
        </p>
      )}
      {sub !== '' && (
        <p class="soft l" style={{ marginTop: '14px' }}>
          {sub}
        </p>
      )}
      <div class="grow" style={{ minHeight: '20px' }} />
      <div class="col gap-3">
        {ANSWERS.map((answer) => (
          <Choice key={answer} onPress={() => void give(answer)}>
            {t(round === 2 && answer === 'unsure' ? 'ui.screening.still-unsure' : `ui.${answer}`)}
          </Choice>
        ))}
      </div>
      <div style={{ height: '24px' }} />
      {hasText(`screen.${question}.why`) && <Note>{t(`screen.${question}.why`)}</Note>}
    </main>
  );
}

/* All answers once, to be looked over. A change is a correction: both stay in the record; a change of anything but "no"
 * is asked twice. */
export function CheckStep({ onDone }: { onDone: () => void }) {
  const keel = useKeel();
  const [answered, setAnswered] = useState<Answered[]>([]);
  const [changing, setChanging] = useState<Answered | null>(null);
  useEffect(() => {
    void keel.log.meta<Answered[]>('answered').then((kept) => setAnswered(kept ?? []));
  }, []);
  const change = async (answer: Answer) => {
    if (!changing) return;
    const { question } = changing;
    const tier = keel.core.catalogue().questions.find((one) => one.id === question)?.tier ?? 'emergency';
    const [event = ''] = await keel.record({
      type: 'screening-answer',
      question,
      tier,
      answer,
      round: 2,
      replaces: changing.event,
    });
    const list = answered.map((one) => (one.question === question ? { question, answer, event } : one));
    await keel.log.setMeta('answered', list);
    setAnswered(list);
    setChanging(null);
  };
  return (
    <>
      <Title>{t('ui.check.title')}</Title>
      <p class="soft" style={{ margin: '12px 0 16px' }}>
        {t('ui.check.sub')}
      </p>
      <ul>
        {answered.map((one) => (
          <li
            key={one.question}
            class="row between"
            style={{ borderBottom: '1px solid var(--line)', padding: '8px 0' }}
          >
            <span>
              {t(`screen.${one.question}.ask`)}
              <br />
              <b class="strong">{t(`ui.${one.answer}`)}</b>
            </span>
            <Link small onPress={() => setChanging(one)}>
              {t('ui.change')}
            </Link>
          </li>
        ))}
      </ul>
      <div class="grow" />
      <div class="foot">
        <Big onPress={onDone}>{t('ui.check.right')}</Big>
      </div>
      {changing && (
        <Sheet
          title={t(`screen.${changing.question}.ask`)}
          sub={t('ui.check.both-kept')}
          onClose={() => setChanging(null)}
        >
          <div class="col gap-3">
            {ANSWERS.map((answer) => (
              <Choice key={answer} onPress={() => void change(answer)}>
                {t(`ui.${answer}`)}
              </Choice>
            ))}
          </div>
        </Sheet>
      )}
    </>
  );
}
