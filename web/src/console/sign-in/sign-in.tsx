import './sign-in.css';
import { useRef, useState } from 'preact/hooks';
import { Intent, type Trouble } from '../../api';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { Notice, TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { signIn } from '../desk';
import { Languages } from './languages';
import { t } from './words';

/** Name, password and the digits of the authenticator. */
export function SignIn({ why }: { why: 'idle' | 'over' | undefined }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const intent = useRef(new Intent());
  const submit = async () => {
    setBusy(true);
    setTrouble(undefined);
    const answer = await signIn(intent.current, { name: name.trim(), password, otp: otp.replace(/\s/g, '') });
    intent.current = new Intent();
    if (answer.ok) return;
    setBusy(false);
    setOtp('');
    setTrouble(answer.trouble);
  };
  return (
    <div class="sign-in">
      <Screen title={t('console.sign_in')} aside={<Languages />}>
        {why && !trouble && <Notice tone="wait" title={t(why === 'idle' ? 'console.signed_out.idle' : 'console.signed_out.over')} alert />}
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Field name="name" label={t('console.name')} value={name} onValue={setName} autocomplete="username" required />
          <Field name="password" label={t('console.password')} type="password" value={password} onValue={setPassword} autocomplete="current-password" required leftToRight />
          <Field name="otp" label={t('console.otp')} hint={t('console.otp.hint')} value={otp} onValue={setOtp} autocomplete="one-time-code" inputMode="numeric" maxLength={7} required leftToRight />
          {trouble && <TroubleNotice trouble={trouble} />}
          <Button type="submit" kind="main" busy={busy} wide>
            {t('console.sign_in')}
          </Button>
        </form>
      </Screen>
    </div>
  );
}
