// Where each customer begins.

import { ButtonLink } from '../../shared/button';
import { Notice } from '../../shared/notice';
import { address, Link } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { StatePill } from '../../shared/state-pill';
import { useApp, useDesk } from '../app/state';
import { t } from '../words';

export function Home() {
  const { place, drawer, room, practised } = useApp();
  const { operations, broken } = useDesk();
  const self = place.bound!.self;
  const doubtful = operations.filter(({ step }) => step.at === 'doubt').length;
  const shut = self.tills && !drawer.held;
  return (
    <Screen title={self.name}>
      {practised && (
        <Notice title={t('pos.training.over')} alert>
          <p>{t('pos.training.over_text')}</p>
        </Notice>
      )}
      {room && <room.Lessons />}
      {drawer.wanted && (
        <Notice tone="wait" title={t('pos.shift.pending')}>
          <ButtonLink href={address(['shift'])}>{t('pos.shift.finish')}</ButtonLink>
        </Notice>
      )}
      {doubtful > 0 && (
        <Notice tone="bad" title={t('pos.home.doubtful', { n: doubtful })}>
          <ButtonLink href={address(['today'])}>{t('pos.today.title')}</ButtonLink>
        </Notice>
      )}
      {shut && (
        <>
          <Notice tone="wait" title={t('pos.shift.closed')}>
            <p>{t('pos.shift.closed_text')}</p>
          </Notice>
          <ButtonLink kind="main" wide href={address(['shift'])}>
            {t('pos.shift.open')}
          </ButtonLink>
        </>
      )}
      {!shut && !broken && (
        <>
          <ButtonLink kind="main" wide href={address(['customer', 'withdraw'])}>
            {t('pos.home.withdraw')}
          </ButtonLink>
          <ButtonLink wide href={address(['customer', 'deposit'])}>
            {t('pos.home.deposit')}
          </ButtonLink>
        </>
      )}
      <nav class="menu" aria-label={t('pos.menu')}>
        <Link to={['today']}>{t('pos.today.title')}</Link>
        {self.tills && (
          <Link to={['shift']}>
            {t('pos.shift.title')} <StatePill tone={drawer.held ? 'good' : 'quiet'}>{t(drawer.held ? 'pos.shift.is_open' : 'pos.shift.is_closed')}</StatePill>
          </Link>
        )}
        {!room && <Link to={['device']}>{t('pos.device.title')}</Link>}
        {!room && <Link to={['training']}>{t('pos.training.title')}</Link>}
      </nav>
    </Screen>
  );
}
