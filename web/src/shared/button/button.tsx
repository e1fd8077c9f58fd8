import './button.css';
import type { ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  /** `main`: the one thing to do here. `danger`: cannot be undone. */
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  /** Off until the answer has come. */
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  onPress?: () => void;
  label?: string;
}

/** A button stays where it is while it works, so that a second press finds it off. */
export function Button({ children, kind = 'plain', type = 'button', busy = false, disabled = false, wide = false, onPress, label }: Props) {
  return (
    <button
      type={type}
      class={`button button-${kind}${wide ? ' button-wide' : ''}`}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-label={label}
      onClick={onPress}
    >
      {busy && <span class="button-wheel" aria-hidden="true" />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ children, href, kind = 'plain', wide = false, download }: Pick<Props, 'children' | 'kind' | 'wide'> & { href: string; download?: string }) {
  return (
    <a href={href} download={download} class={`button button-${kind}${wide ? ' button-wide' : ''}`}>
      {children}
    </a>
  );
}
