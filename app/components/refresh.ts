import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 2000;

/**
 * Asks the server again every two seconds while something is under way. Without script the page's `waiting` does it.
 * Not while the person goes somewhere or has sent something: asking again then would begin that way anew, and lose what a form was answered.
 */
export function useRefreshWhile(underWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  const isGoing = useNavigation().state !== "idle";
  useEffect(() => {
    if (!underWay || isGoing || state !== "idle") return;
    const timer = setTimeout(revalidate, EVERY_MS);
    return () => clearTimeout(timer);
  }, [underWay, isGoing, state, revalidate]);
}
