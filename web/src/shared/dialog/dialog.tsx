import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  children: ComponentChildren;
  /** The buttons, the safe one first. */
  actions: ComponentChildren;
  /** Escape was pressed. While an answer is awaited, ignore it. */
  onClose: () => void;
}

/** A question that must be answered before anything else. Draw it while it is open. */
export function Dialog({ title, children, actions, onClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div class="dialog-text">{children}</div>
      <div class="dialog-actions">{actions}</div>
    </dialog>
  );
}
