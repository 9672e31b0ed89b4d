import type { ShouldRevalidateFunction } from "@remix-run/react";

/** For a page from which an answer may be tried: what is only tried changes nothing that a page has read. */
export const notWhenTried: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get("intent") === "try" ? false : defaultShouldRevalidate;
