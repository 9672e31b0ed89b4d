import { newId } from "../../db/ids";
import type { InstanceKey } from "../files/instance-key.server";
import { isSignature, signature } from "../files/sealed-bytes.server";

/**
 * A cookie by which a device is known again that has signed in to an account before, long after its session ended. It
 * opens nothing: such a device only is not made to wait for what strangers do. An account's password is part of what is
 * signed, so that a new one makes all devices unknown.
 */
const COOKIE = "candour_device";
const DAY = 24 * 60 * 60 * 1000;
const LIFETIME = 400 * DAY;
/** Accounts that one browser is known for. */
const MOST = 5;
const PURPOSE = "known device";

/** Of whom a device is known: the account as it is now. */
export interface KnownAccount {
  readonly id: string;
  readonly passwordHash: string;
}

interface Entry {
  readonly device: string;
  readonly since: string;
  readonly signed: string;
}

function entriesIn(cookies: string | null): Entry[] {
  const found = /(?:^|;\s*)candour_device=([\w.~-]{1,1000})(?:;|$)/u.exec(cookies ?? "")?.[1];
  return (found ?? "")
    .split("~")
    .slice(0, MOST)
    .flatMap((entry) => {
      const [device, since, signed] = entry.split(".");
      return device && since && signed ? [{ device, since, signed }] : [];
    });
}

const partsOf = ({ id, passwordHash }: KnownAccount, device: string, since: string) => [
  id,
  passwordHash,
  device,
  since,
];

function entryFor(key: InstanceKey, account: KnownAccount, cookies: string | null, now: Date): Entry | null {
  const isOurs = ({ device, since, signed }: Entry) =>
    now.getTime() - Number.parseInt(since, 36) < LIFETIME &&
    isSignature(key, PURPOSE, partsOf(account, device, since), signed);
  return entriesIn(cookies).find(isOurs) ?? null;
}

/** The id under which the device of these cookies is known for the account; null when it is not. */
export const knownDevice = (
  key: InstanceKey,
  account: KnownAccount,
  cookies: string | null,
  now: Date,
): string | null => entryFor(key, account, cookies, now)?.device ?? null;

/** The cookie's value after this device signed in to the account; what it holds for other accounts stays. */
export function rememberedDevice(key: InstanceKey, account: KnownAccount, cookies: string | null, now: Date): string {
  const known = entryFor(key, account, cookies, now);
  const device = known?.device ?? newId(now);
  const since = now.getTime().toString(36);
  const mine = { device, since, signed: signature(key, PURPOSE, partsOf(account, device, since)) };
  const others = entriesIn(cookies).filter((entry) => entry.device !== device);
  return [mine, ...others]
    .slice(0, MOST)
    .map((entry) => `${entry.device}.${entry.since}.${entry.signed}`)
    .join("~");
}

export const deviceCookie = (value: string, secure: boolean): string =>
  `${COOKIE}=${value}; Path=/; Max-Age=${LIFETIME / 1000}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
