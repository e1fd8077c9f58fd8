import type { Shape } from '../../api';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { Screen } from '../../shared/screen';
import { AccountLink, Id, named, When } from '../pieces';
import { Listing } from '../table';
import { t } from '../words';

type Deed = Shape<'Deed'>;

interface Asked {
  person: string;
  what: string;
}

/** Who did what: every deed of a person or a key, newest first. */
export function Audit() {
  const [typed, setTyped] = useState<Asked>({ person: '', what: '' });
  const [asked, setAsked] = useState(typed);
  const wanted = { person: asked.person || undefined, what: asked.what || undefined };
  return (
    <Screen title={t('console.audit')}>
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ person: typed.person.trim(), what: typed.what.trim() });
        }}
      >
        <Field name="person" label={t('console.audit.person')} hint={t('console.audit.person.hint')} value={typed.person} onValue={(person) => setTyped({ ...typed, person })} />
        <Field name="what" label={t('console.audit.what')} hint={t('console.audit.what.hint')} value={typed.what} onValue={(what) => setTyped({ ...typed, what })} leftToRight />
        <div class="ask-actions">
          <Button type="submit">{t('console.show')}</Button>
        </div>
      </form>
      <Listing<Deed>
        quiet
        caption={t('console.audit')}
        file="audit"
        empty={t('console.audit.none')}
        list={{ path: '/audit', cursor: 'past', query: wanted, rows: (page: { deeds: Deed[] }) => page.deeds }}
        keyOf={(one) => one.number}
        columns={[
          { head: t('console.at'), show: (one) => <When at={one.at} /> },
          { head: t('console.person'), show: (one) => <bdi>{one.person}</bdi> },
          { head: t('console.role'), show: (one) => named('role', one.role) },
          { head: t('console.what'), show: (one) => <bdi dir="ltr" class="id">{one.what}</bdi> },
          { head: t('console.audit.targets'), show: (one) => <Targets of={one} /> },
          { head: t('console.audit.command'), text: (one) => String(one.command) },
        ]}
      />
    </Screen>
  );
}

/** Where a thing is looked at; of the rest only its name is known here. */
const ROOM_OF: Readonly<Record<string, string>> = {
  wallet: 'wallet', owner: 'owner', pos: 'pos', operation: 'operation', withdrawal: 'withdrawal', case: 'case',
  proposal: 'proposal', tariff: 'tariff', till_session: 'till-session', batch: 'batch', reconciliation: 'reconciliation',
};

function Targets({ of }: { of: Deed }) {
  if (of.targets.length === 0) return <>—</>;
  return (
    <ul>
      {of.targets.map((target) => {
        const room = ROOM_OF[target.kind];
        return (
          <li key={`${target.kind} ${target.id}`}>
            {named('target', target.kind)} {target.kind === 'account' ? <AccountLink of={target.id} /> : <Id of={target.id} {...(room && { to: [room, target.id] })} />}
          </li>
        );
      })}
    </ul>
  );
}
