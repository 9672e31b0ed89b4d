import { redirect } from "@remix-run/node";
import { isProblem } from "./problem";

/**
 * Sends a reader who asked for a past day to the record as it stands, which says why it is not shown as of that day.
 * @param wasThere it stood on that day, but what it said was not kept exactly. @throws the redirect.
 */
export function notThen(address: string, day: string, wasThere: boolean): never {
  throw redirect(`${address}?${wasThere ? "untold" : "before"}=${day}`);
}

/** What to do when a record that stands today was not found as of a day: it was not recorded yet. @throws the redirect, or the error. */
export function orNotThen(address: string, day: string): (error: unknown) => never {
  return (error) => {
    if (isProblem(error) && error.status === 404) notThen(address, day, false);
    throw error;
  };
}
