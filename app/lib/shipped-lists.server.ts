import { shippedEditions as editionsOf } from "../screening/shipped";
import type { Edition } from "../screening/types";
import { reference } from "./reference.server";

let editions: readonly Edition[] | undefined;

/** The lists that come with this version, read once a process. */
export function shippedEditions(): readonly Edition[] {
  editions ??= editionsOf(reference().table("screening-lists"), reference().table("screening-editions"));
  return editions;
}
