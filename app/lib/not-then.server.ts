import { redirect } from "@remix-run/node";

/**
 * Sends a reader who asked for a past day to the record as it stands, which says why it is not shown as of that day.
 * @param wasThere it stood on that day, but what it said was not kept exactly. @throws the redirect.
 */
export function notThen(address: string, day: string, wasThere: boolean): never {
  throw redirect(`${address}?${wasThere ? "untold" : "before"}=${day}`);
}
