import { useActionData } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { Notice } from "./notice";

/**
 * What a form answers with when nothing was saved. The page stays where the button was pressed, which may be far below: the first
 * field that is wrong gets the focus, and where none is marked the sentence itself is brought before the reader's eyes.
 */
export function Refused({ children }: { children: ReactNode }) {
  const answer = useActionData();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer === undefined) return;
    const wrong = element.current?.closest("main")?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (wrong) wrong.focus();
    else element.current?.focus();
  }, [answer]);
  return (
    <div ref={element} tabIndex={-1} className="scroll-mt-4 rounded-md">
      <Notice kind="problem">{children}</Notice>
    </div>
  );
}
