import { createContext, useContext } from "react";
import { onDay } from "../lib/as-known-on";

/** The past day that a page shows; null: today. */
export const OnDay = createContext<string | null>(null);

/** Makes links of a page that shows a past day lead to pages of the same day. */
export function useOnDay(): (address: string) => string {
  const day = useContext(OnDay);
  return (address) => (day === null ? address : onDay(address, day));
}
