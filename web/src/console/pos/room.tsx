import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { Button } from '../../shared/button';
import { Choice, Field } from '../../shared/field';
import { address, go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { may, part, post } from '../desk';
import { Id, State, When } from '../pieces';
import { Listing } from '../table';
import { codes } from '../wallet';
import { t } from '../words';

type OwnerLine = Shape<'OwnerLine'>;
type PosLine = Shape<'PosLine'>;

type Shown = 'all' | 'live' | 'disabled';

/** POS and their owners. */
export function PosRoom() {
  const [named, setNamed] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [version, setVersion] = useState(0);
  return (
    <Screen title={t('console.pos')}>
      <div class="row">
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (named.trim()) go(['find'], { q: named.trim() });
          }}
        >
          <Field name="pos" label={t('console.pos.find')} value={named} onValue={setNamed} />
          <Button type="submit">{t('console.find')}</Button>
        </form>
        <Choice name="shown" label={t('console.show')} value={shown} onValue={setShown} options={[{ value: 'all', text: t('console.all') }, { value: 'live', text: t('console.state.live') }, { value: 'disabled', text: t('console.state.disabled') }]} />
        {may('admin') && <RegisterPos />}
      </div>
      <PosTable disabled={shown === 'all' ? undefined : String(shown === 'disabled')} />
      <Listing<OwnerLine>
        version={version}
        caption={t('console.owners')}
        file="pos-owners"
        empty={t('console.none')}
        list={{ path: '/pos-owners', cursor: 'after', about: ['owner', 'pos'], rows: (page: { owners: OwnerLine[] }) => page.owners }}
        keyOf={(one) => one.owner_id}
        columns={[
          { head: t('console.name'), show: (one) => <a href={`#/owner/${part(one.owner_id)}`}><bdi>{one.name}</bdi></a> },
          { head: t('console.owner.id'), show: (one) => <Id of={one.owner_id} /> },
          { head: t('console.owner.pos'), text: (one) => String(one.pos_count) },
          { head: t('console.made_at'), show: (one) => <When at={one.created_at} /> },
        ]}
      />
      {may('admin') && (
        <div>
          <Act<Shape<'PosOwner'>>
            label={t('console.owner.register')}
            submit={t('console.owner.register')}
            said={t('console.saved')}
            asks={[{ name: 'name', label: t('console.name'), maxLength: 128 }]}
            send={(values, intent) => post('/pos-owners', intent, { name: values['name'] })}
            done={() => setVersion((before) => before + 1)}
          />
        </div>
      )}
    </Screen>
  );
}

function PosTable({ owner_id, disabled }: { owner_id?: string; disabled?: string | undefined }) {
  return (
    <Listing<PosLine>
      quiet={owner_id === undefined}
      caption={t('console.pos')}
      file="pos"
      empty={t('console.none')}
      list={{ path: '/pos', cursor: 'after', about: ['pos'], query: { owner_id, disabled }, rows: (page: { pos: PosLine[] }) => page.pos }}
      keyOf={(one) => one.pos_id}
      columns={[
        { head: t('console.name'), show: (one) => <a href={`#/pos/${part(one.pos_id)}`}><bdi>{one.name}</bdi></a> },
        { head: t('console.number'), text: (one) => String(one.number ?? '') },
        { head: t('console.state'), show: (one) => <State of={one.disabled ? 'disabled' : 'live'} /> },
        { head: t('console.owner'), show: (one) => <a href={`#/owner/${part(one.owner_id)}`}><bdi>{one.owner_name}</bdi></a> },
        { head: t('console.currencies'), text: (one) => one.currencies.join(' ') },
        { head: t('console.tills'), show: (one) => t(one.tills ? 'console.report.yes' : 'console.report.no') },
        { head: t('console.made_at'), show: (one) => <When at={one.created_at} /> },
      ]}
    />
  );
}

/** The POS of one owner, and the ways to what else is the owner's. */
export function OwnerOf({ owner_id }: { owner_id: string }) {
  return (
    <Screen title={t('console.owner')} back="#/pos">
      <p>
        <Id of={owner_id} whole />
      </p>
      <div class="row">
        {may('admin') && <RegisterPos owner_id={owner_id} />}
        <a href={address(['report', 'owner-statement'], { owner: owner_id })}>{t('console.report.owner-statement')}</a>
      </div>
      <PosTable owner_id={owner_id} />
    </Screen>
  );
}

function RegisterPos({ owner_id = '' }: { owner_id?: string }) {
  return (
    <Act<Shape<'Pos'>>
      kind="main"
      label={t('console.pos.register')}
      submit={t('console.pos.register')}
      said={t('console.saved')}
      asks={[
        { name: 'owner_id', label: t('console.owner.id'), kind: 'code', first: owner_id },
        { name: 'name', label: t('console.name'), maxLength: 128 },
        { name: 'currencies', label: t('console.currencies'), hint: t('console.currencies.hint'), kind: 'code' },
        { name: 'pos_id', label: t('console.pos.own_id'), hint: t('console.pos.own_id.hint'), kind: 'code', optional: true },
      ]}
      send={(values, intent) =>
        post('/pos', intent, { owner_id: values['owner_id']?.trim(), name: values['name'], currencies: codes(values['currencies']), ...(values['pos_id'] && { pos_id: values['pos_id'].trim() }) })
      }
      done={(made) => go(['pos', made.pos_id])}
    />
  );
}
