import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { Qr } from '../../shared/qr';
import { Screen } from '../../shared/screen';
import { Act, type Asked } from '../act';
import { may, part, person, post, remove, resume } from '../desk';
import { Id, named, Secrets, State, When } from '../pieces';
import { Listing } from '../table';
import { t } from '../words';

type Key = Shape<'OperatorKey'>;
const ROLES = ['admin', 'finance', 'wallet_backend', 'auditor'] as const;
/** Why, for another person: asked for where the role judges. */
const whyAsk = (): Asked => ({ name: 'why', label: t('console.why'), hint: t('console.why.judge'), kind: 'area', optional: true, maxLength: 512, when: (values) => ['admin', 'finance'].includes(values['role'] ?? '') });
const roleAsk = (): Asked => ({ name: 'role', label: t('console.role'), kind: 'choice', first: 'auditor', options: ROLES.map((value) => ({ value, text: named('role', value) })) });

/** Who may do what: people who sign in here, and keys of programs. */
export function Staff() {
  const [version, setVersion] = useState(0);
  return (
    <Screen title={t('console.staff')}>
      <div class="row">
        <Act<void>
          label={t('console.password.change')}
          submit={t('console.password.change')}
          said={t('console.saved')}
          asks={[
            { name: 'old', label: t('console.password.old'), kind: 'password' },
            { name: 'new', label: t('console.password.new'), hint: t('console.password.hint'), kind: 'password' },
          ]}
          send={(values, intent) => post('/staff/password', intent, { old: values['old'], new: values['new'] })}
          done={() => void resume()}
        />
      </div>
      {may('admin') && <People />}
      {may('admin', 'auditor') && (
        <Listing<Key>
          version={version}
          caption={t('console.operator_keys')}
          file="operator-keys"
          empty={t('console.none')}
          list={{ path: '/operator-keys', cursor: 'after', about: ['operator_key', 'proposal'], rows: (page: Shape<'OperatorKeys'>) => page.operator_keys }}
          keyOf={(one) => one.operator_key_id}
          columns={[
            { head: t('console.person'), show: (one) => <bdi>{one.person}</bdi> },
            { head: t('console.role'), show: (one) => named('role', one.role) },
            { head: t('console.id'), show: (one) => <Id of={one.operator_key_id} /> },
            { head: t('console.made_at'), show: (one) => <When at={one.created_at} /> },
            { head: t('console.state'), show: (one) => <State of={one.revoked_at ? 'revoked' : 'live'} /> },
            ...(may('admin')
              ? [{
                  head: t('console.change'),
                  text: () => '',
                  show: (one: Key) =>
                    one.revoked_at ? null : (
                      <Act<void> kind="quiet" danger label={t('console.key.revoke')} title={`${t('console.key.revoke')}: ${one.person}`} submit={t('console.key.revoke')} said={t('console.saved')} send={(_, intent) => remove(`/operator-keys/${part(one.operator_key_id)}`, intent)} done={() => setVersion((before) => before + 1)}>
                        <p>{t('console.key.revoke.what')}</p>
                      </Act>
                    ),
                }]
              : []),
          ]}
        />
      )}
      {may('admin') && (
        <div>
          <Act<Shape<'NewOperatorKey'>>
            label={t('console.operator_key.add')}
            submit={t('console.operator_key.add')}
            asks={[{ name: 'person', label: t('console.person'), maxLength: 64 }, roleAsk(), whyAsk()]}
            send={(values, intent) => post('/operator-keys', intent, { person: values['person'], role: values['role'] })}
            done={(made) => {
              setVersion((before) => before + 1);
              return <Secrets note={t('console.once')} of={[[t('console.id'), made.operator_key_id], [t('console.operator_key'), made.operator_key]]} />;
            }}
            instead={{
              code: 'needs_two_people',
              label: t('console.propose.wider'),
              send: (values, intent) => post('/proposals/operator-keys', intent, { person: values['person'], role: values['role'], why: values['why'] }),
              done: (made: Shape<'ProposedOperatorKey'>) => <Waiting of={made.proposal} secrets={[[t('console.half.first'), made.first_half]]} />,
            }}
          />
        </div>
      )}
    </Screen>
  );
}

function People() {
  const [version, setVersion] = useState(0);
  const again = () => setVersion((before) => before + 1);
  return (
    <>
      <Listing<Shape<'Person'>>
        version={version}
        caption={t('console.people')}
        file="staff"
        empty={t('console.none')}
        list={{ path: '/staff', cursor: 'after', about: ['staff', 'operator_key', 'proposal'], rows: (page: Shape<'People'>) => page.staff }}
        keyOf={(one) => one.staff_id}
        columns={[
          { head: t('console.name'), show: (one) => <bdi>{one.name}</bdi> },
          { head: t('console.role'), show: (one) => named('role', one.role) },
          { head: t('console.made_at'), show: (one) => <When at={one.created_at} /> },
          { head: t('console.state'), show: (one) => <State of={stateOf(one)} /> },
          { head: t('console.change'), show: (one) => (one.disabled_at || one.name === person() ? null : <Change of={one} again={again} />) },
        ]}
      />
      <div>
        <Act<Shape<'NewStaff'>>
          label={t('console.staff.add')}
          submit={t('console.staff.add')}
          asks={[{ name: 'name', label: t('console.name'), maxLength: 64 }, roleAsk(), whyAsk()]}
          send={(values, intent) => post('/staff', intent, { name: values['name'], role: values['role'] })}
          done={(made) => {
            again();
            return <Once of={made} />;
          }}
          instead={{
            code: 'needs_two_people',
            label: t('console.propose.wider'),
            send: (values, intent) => post('/proposals/staff', intent, { name: values['name'], role: values['role'], why: values['why'] }),
            done: (made: Shape<'ProposedStaff'>) => <WaitingStaff of={made} />,
          }}
        />
      </div>
    </>
  );
}

const stateOf = (one: Shape<'Person'>): string => (one.disabled_at ? 'disabled' : one.locked_until ? 'locked' : 'live');

function Change({ of, again }: { of: Shape<'Person'>; again: () => void }) {
  return (
    <div class="row">
      <Act<Shape<'NewStaff'>>
        kind="quiet"
        label={t('console.staff.reset')}
        title={`${t('console.staff.reset')}: ${of.name}`}
        submit={t('console.staff.reset')}
        asks={['admin', 'finance'].includes(of.role) ? [{ name: 'why', label: t('console.why'), hint: t('console.why.judge'), kind: 'area', optional: true, maxLength: 512 }] : []}
        send={(_, intent) => post(`/staff/${part(of.staff_id)}/reset`, intent)}
        done={(made) => <Once of={made} />}
        instead={{
          code: 'needs_two_people',
          label: t('console.propose.wider'),
          send: (values, intent) => post(`/proposals/staff/${part(of.staff_id)}/reset`, intent, { why: values['why'] }),
          done: (made: Shape<'ProposedStaff'>) => <WaitingStaff of={made} />,
        }}
      >
        <p>{t('console.staff.reset.what')}</p>
      </Act>
      <Act<void> kind="quiet" danger label={t('console.disable')} title={`${t('console.disable')}: ${of.name}`} submit={t('console.disable')} said={t('console.saved')} send={(_, intent) => post(`/staff/${part(of.staff_id)}/disable`, intent)} done={again}>
        <p>{t('console.staff.disable.what')}</p>
      </Act>
    </div>
  );
}

/** What was proposed, with half of the secret: whoever approves is told the other half. */
function Waiting({ of, secrets }: { of: Shape<'Proposal'>; secrets: readonly (readonly [name: string, value: string])[] }) {
  return (
    <>
      <p>{t('console.proposed')}</p>
      <Secrets note={t('console.once')} of={secrets} />
      <p>{t('console.half.what')}</p>
      <p>
        {t('console.proposal')} <Id of={of.proposal_id} to={['proposal', of.proposal_id]} />
      </p>
    </>
  );
}

function WaitingStaff({ of }: { of: Shape<'ProposedStaff'> }) {
  return (
    <>
      <Waiting of={of.proposal} secrets={[[t('console.half.first'), of.first_half], [t('console.otp.seed'), of.otp_seed]]} />
      <Qr text={of.otp_uri} label={t('console.otp.seed')} />
    </>
  );
}

/** What a new person needs to sign in. */
function Once({ of }: { of: Shape<'NewStaff'> }) {
  return (
    <>
      <Secrets note={t('console.once')} of={[[t('console.password'), of.password], [t('console.otp.seed'), of.otp_seed]]} />
      <Qr text={of.otp_uri} label={t('console.otp.seed')} />
    </>
  );
}
