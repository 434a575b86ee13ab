/* A device that is new to a server which already keeps somebody: whose device is this? */
import { useEffect, useState } from 'preact/hooks';
import { useKeel } from '../app/context';
import { Choice, Title } from '../parts/parts';
import type { Person } from '../sync/sync';
import { t } from '../text/text';

export interface Pairing {
  settled: boolean;
  persons: Person[];
  choose: (person: string | null) => void;
}

export function usePairing(): Pairing {
  const keel = useKeel();
  const [settled, setSettled] = useState(!keel.sync.enabled);
  const [persons, setPersons] = useState<Person[]>([]);
  useEffect(() => {
    if (settled) return;
    void (async () => {
      const asked = (await keel.log.meta<boolean>('paired')) || (await keel.log.count()) > 0;
      const list = asked ? [] : ((await keel.sync.persons()) ?? []).filter((one) => one.events > 0);
      if (list.length === 0) setSettled(true);
      else setPersons(list);
    })();
  }, []);
  const choose = (person: string | null) => {
    void (async () => {
      if (person !== null) await keel.becomePerson(person);
      await keel.log.setMeta('paired', true);
      setSettled(true);
    })();
  };
  return { settled, persons, choose };
}

export function Pair({ pairing }: { pairing: Pairing }) {
  if (pairing.persons.length === 0) return <div class="splash" aria-busy="true" />;
  return (
    <main class="page">
      <Title>{t('ui.pair.title')}</Title>
      <div class="col gap-3" style={{ marginTop: '20px' }}>
        {pairing.persons.map((one) => (
          <Choice key={one.person} sub={t('ui.pair.events', one.events)} onPress={() => pairing.choose(one.person)}>
            {one.name === '' ? t('ui.pair.unnamed', one.person.slice(0, 4)) : one.name}
          </Choice>
        ))}
        <Choice dashed onPress={() => pairing.choose(null)}>
          {t('ui.pair.new')}
        </Choice>
      </div>
    </main>
  );
}
