import type { Shape } from '../../api';
import { ButtonLink } from '../../shared/button';
import { Screen } from '../../shared/screen';
import { may, part } from '../desk';
import { named, When } from '../pieces';
import { Listing } from '../table';
import { t } from '../words';

type Reconciliation = Shape<'Reconciliation'>;

/** Files of others that were held against the ledger. */
export function Reconciliations() {
  return (
    <Screen title={t('console.recon')} aside={may('admin', 'finance') && <ButtonLink kind="main" href="#/reconciliation/new">{t('console.recon.take')}</ButtonLink>}>
      <Listing<Reconciliation>
        quiet
        caption={t('console.recon')}
        file="reconciliations"
        empty={t('console.recon.none')}
        list={{ path: '/reconciliations', cursor: 'after', about: ['reconciliation'], rows: (page: Shape<'Reconciliations'>) => page.reconciliations }}
        keyOf={(one) => one.reconciliation_id}
        columns={[
          { head: t('console.name'), show: (one) => <a href={`#/reconciliation/${part(one.reconciliation_id)}`}><bdi>{one.name}</bdi></a> },
          { head: t('console.recon.whose'), show: (one) => named('recon', one.kind) },
          { head: t('console.recon.from'), show: (one) => <When at={one.from} /> },
          { head: t('console.recon.to'), show: (one) => <When at={one.to} /> },
          { head: t('console.recon.lines'), text: (one) => String(one.lines) },
          { head: t('console.recon.open_breaks'), show: (one) => (one.open_breaks > 0 ? <strong>{one.open_breaks}</strong> : '0') },
          { head: t('console.made_by'), show: (one) => <bdi>{one.made_by}</bdi> },
          { head: t('console.made_at'), show: (one) => <When at={one.made_at} /> },
        ]}
      />
    </Screen>
  );
}
