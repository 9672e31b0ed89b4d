import { useRouteLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";

const TYPED_INTO =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), textarea, select";

/** A key that is pressed here belongs to a field, or to a window that is open. */
export const isTaken = ({ target }: KeyboardEvent): boolean =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement && (target.isContentEditable || target.closest(TYPED_INTO) !== null));

/**
 * Single keys of a page, as long as the member has not switched single keys off.
 * @param onKey answers whether the key meant something here.
 */
export function useSingleKeys(onKey: (key: string) => boolean): void {
  const loaded = useRouteLoaderData("routes/w.$workspace") as { readonly shortcuts?: boolean } | undefined;
  const isOn = loaded?.shortcuts ?? false;
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!isTaken(event) && latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn]);
}
