import { Problem } from "../../lib/problem";

/** Somebody tried too often: whoever it was, from where the attempts came. */
export const tooMany = () =>
  new Problem("account.too-many", "Too many attempts. Wait 15 minutes, then try again.", {}, 429);
