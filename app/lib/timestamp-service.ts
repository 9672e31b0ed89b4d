import { z } from "zod";

/**
 * Address of a time-stamping service (RFC 3161 over HTTP). A name and password in it are sent to the service alone, so only where
 * nobody on the way can read them.
 */
export const TimestampAddress = z
  .url({ protocol: /^https?$/u })
  .refine((address) => !/^http:\/\/[^/?#]*@/iu.test(address), {
    error: "A name and password would be sent in the open: write https",
  });

/** The name of the machine in an address: what people are shown of it. */
export const hostOf = (address: string): string => new URL(address).host;
