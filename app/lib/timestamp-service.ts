import { z } from "zod";

/** Name and password of an address, as they were before they were written into it; null: they cannot be read. */
export function credentialsOf({ username, password }: URL): string | null {
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    return null;
  }
}

const hasCredentials = ({ username, password }: URL): boolean => username !== "" || password !== "";

/**
 * Address of a time-stamping service (RFC 3161 over HTTP). A name and password in it are sent to the service alone, so only where
 * nobody on the way can read them.
 */
export const TimestampAddress = z
  .url({ protocol: /^https?$/u })
  .transform((address) => ({ address, url: new URL(address) }))
  .refine(({ url }) => url.protocol === "https:" || !hasCredentials(url), {
    error: "A name and password would be sent in the open: write https",
  })
  .refine(({ url }) => credentialsOf(url) !== null, {
    error: "A percent sign in a name or password is written %25",
  })
  .transform(({ address }) => address);

/** The name of the machine in an address: what people are shown of it. */
export const hostOf = (address: string): string => new URL(address).host;
