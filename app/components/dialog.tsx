import { useEffect, useRef, type ReactNode } from "react";

/**
 * A window over the page while it is rendered: the browser keeps the focus in it, closes it with Escape and gives the
 * focus back. A press beside it closes it too.
 */
export function Dialog({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    // Where one begins; the browser would take the first thing that can have the focus.
    dialog.querySelector("input")?.focus();
    const close = () => latest.current();
    const press = (event: PointerEvent) => {
      if (event.target === dialog) dialog.close();
    };
    // Escape says "cancel" at once and "close" only later: a press of the key that opens the window again may lie between.
    dialog.addEventListener("cancel", close);
    dialog.addEventListener("close", close);
    dialog.addEventListener("pointerdown", press);
    return () => {
      dialog.removeEventListener("cancel", close);
      dialog.removeEventListener("close", close);
      dialog.removeEventListener("pointerdown", press);
      dialog.close();
    };
  }, []);
  return (
    <dialog ref={element} aria-label={label} className="dialog">
      {children}
    </dialog>
  );
}
