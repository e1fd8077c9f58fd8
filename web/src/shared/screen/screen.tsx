import './screen.css';
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { t } from '../words';

/** Said before the name of every screen, where it must be known on each that nothing of it is real. */
export const ScreenMark = createContext('');

interface Props {
  title: string;
  /** Where "back" leads, as an address; none: this is the first screen. */
  back?: string | undefined;
  /** Beside the title. */
  aside?: ComponentChildren;
  /** The title is for readers only: something larger says it. */
  quietTitle?: boolean;
  children: ComponentChildren;
}

/** One screen of a page: its name takes the focus when it appears, so that a reader says where one is. */
export function Screen({ title, back, aside, quietTitle = false, children }: Props) {
  const name = useRef<HTMLHeadingElement>(null);
  const mark = useContext(ScreenMark);
  useEffect(() => {
    document.title = mark ? `${mark} · ${title}` : title;
    name.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title, mark]);
  return (
    <main class="screen">
      <header class={quietTitle && !back ? undefined : 'screen-head'}>
        {back && (
          <a class="screen-back" href={back} aria-label={t('shared.back')}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M15 4 7 12l8 8" />
            </svg>
          </a>
        )}
        <h1 ref={name} tabIndex={-1} class={quietTitle ? 'unseen' : undefined}>
          {mark && <span class="unseen">{mark} · </span>}
          {title}
        </h1>
        {aside && <div class="screen-aside">{aside}</div>}
      </header>
      <div class="stack">{children}</div>
    </main>
  );
}
