import type { Shape } from '../../api';
import { Act } from '../act';
import { may, part, post, remove } from '../desk';
import { Id, Secrets, State, When } from '../pieces';
import { Table } from '../table';
import { t } from '../words';

type PosKeyLine = Shape<'PosKeyLine'>;
type PosShown = Shape<'PosShown'>;

const stateOf = (key: PosKeyLine): string => (key.revoked_at === null ? 'live' : 'revoked');

/** Access keys: told once, and gone with their name. */
export function Keys({ of, path, again }: { of: PosShown; path: string; again: () => void }) {
  return (
    <div class="stack-s">
      <Table<PosKeyLine>
        caption={t('console.keys')}
        file={{ name: `keys-${of.pos_id}`, path: `${path}/keys.csv` }}
        empty={t('console.keys.none')}
        rows={of.keys}
        keyOf={(one) => one.key_id}
        columns={[
          { head: t('console.key.id'), show: (one) => <Id of={one.key_id} /> },
          { head: t('console.state'), show: (one) => <State of={stateOf(one)} /> },
          { head: t('console.profile'), show: (one) => t(one.profile === 'signed' ? 'console.profile.signed' : 'console.profile.plain') },
          { head: t('console.balance_view'), show: (one) => t(`console.balance_view.${one.balance_view as 'approved' | 'zero' | 'full'}`) },
          { head: t('console.networks'), show: (one) => <bdi dir="ltr">{one.networks.join(' ') || '—'}</bdi> },
          { head: t('console.made_at'), show: (one) => <When at={one.created_at} /> },
          ...(may('admin') ? [{ head: t('console.change'), show: (one: PosKeyLine) => one.revoked_at === null && <Revoke of={one} path={path} again={again} /> }] : []),
        ]}
      />
      {may('admin') && (
        <div>
          <AddKey path={path} again={again} />
        </div>
      )}
    </div>
  );
}

function Revoke({ of, path, again }: { of: PosKeyLine; path: string; again: () => void }) {
  return (
    <Act<void> kind="quiet" danger label={t('console.key.revoke')} submit={t('console.key.revoke')} said={t('console.saved')} send={(_, intent) => remove(`${path}/keys/${part(of.key_id)}`, intent)} done={again}>
      <p>
        <Id of={of.key_id} whole />
      </p>
      <p>{t('console.key.revoke.what')}</p>
    </Act>
  );
}

function AddKey({ path, again }: { path: string; again: () => void }) {
  return (
    <Act<Shape<'PosKey'>>
      label={t('console.key.add')}
      submit={t('console.key.add')}
      asks={[
        { name: 'profile', label: t('console.profile'), kind: 'choice', options: [{ value: 'plain', text: t('console.profile.plain') }, { value: 'signed', text: t('console.profile.signed') }] },
        { name: 'balance_view', label: t('console.balance_view'), kind: 'choice', options: [{ value: 'approved', text: t('console.balance_view.approved') }, { value: 'zero', text: t('console.balance_view.zero') }, { value: 'full', text: t('console.balance_view.full') }] },
        { name: 'networks', label: t('console.networks'), hint: t('console.networks.hint'), kind: 'code', optional: true },
      ]}
      send={(values, intent) => post(`${path}/keys`, intent, { profile: values['profile'], balance_view: values['balance_view'], networks: (values['networks'] ?? '').split(/[\s,;]+/).filter(Boolean) })}
      done={(made) => {
        again();
        return <Secrets note={t('console.once')} of={[[t('console.key.id'), made.key_id], [t('console.access_key'), made.access_key], [t('console.secret_key'), made.secret_key]]} />;
      }}
    />
  );
}
