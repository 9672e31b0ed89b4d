/**
 * Who may try to sign in, and when: docs/decisions/0027-attempts-to-sign-in.md. Strangers' failures never shut a person
 * out: a device that has signed in before counts for itself, a new one by its own address, and only slowly by what others do.
 */
import { isIPv6 } from "node:net";

const MINUTE = 60_000;

/** One try: for which account, from where, and from which device that has signed in to it before. */
export interface Attempt {
  readonly account: string;
  /** Of the connection. */
  readonly address: string;
  /** Null: no device that is known for this account. */
  readonly device: string | null;
}

export interface GuardRules {
  /** Failures that one known device, or one address for one account, may have in a window. */
  readonly each: number;
  readonly windowMs: number;
  /** Failures of one address whatever the account, in a window; null: not counted. */
  readonly address: number | null;
  /** Failures of all unknown devices for one account, in an hour, after which each address waits longer between its own tries. */
  readonly slowAfter: number;
  /** The same, after which unknown devices are not heard at all until the hour is over; null: never. */
  readonly wallAfter: number | null;
}

const LONGEST_PAUSE = MINUTE;

/** Every provider gives a house 2^64 addresses: one counts for all of them. */
export function addressKey(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(Math.max(0, gap)).fill("0"), ...last].slice(0, 4).join(":");
}

interface Count {
  count: number;
  /** When the window ends. */
  until: number;
  last: number;
}

/** Counts in memory, the oldest dropped first; a restart forgets them. */
function counts(windowMs: number, keys = 20_000) {
  const seen = new Map<string, Count>();
  const find = (key: string, now: number) => {
    const found = seen.get(key);
    return found && found.until > now ? found : null;
  };
  return {
    find,
    add(key: string, now: number): void {
      const found = find(key, now);
      seen.delete(key);
      seen.set(key, { count: (found?.count ?? 0) + 1, until: found?.until ?? now + windowMs, last: now });
      if (seen.size > keys) seen.delete(seen.keys().next().value as string);
    },
    forget: (key: string): void => void seen.delete(key),
  };
}

/** `wait`: a moment, `blocked`: until a window ends. */
export type Admission = "go" | "wait" | "blocked";

/** A door with its counters. Ask `admit` before looking at what was given: it counts the try, so that many at once count too. */
export function attemptGuard(rules: GuardRules) {
  const own = counts(rules.windowMs);
  const addresses = counts(rules.windowMs);
  const strangers = counts(60 * MINUTE);
  const keyOf = ({ account, address, device }: Attempt) =>
    device === null ? `address ${account} ${addressKey(address)}` : `device ${account} ${device}`;

  /** How long an address rests between two tries for an account that strangers have failed at so often. */
  const pauseAfter = (failures: number): number =>
    failures <= rules.slowAfter
      ? 0
      : Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.floor((failures - rules.slowAfter) / rules.slowAfter));

  return {
    admit(attempt: Attempt, now: number): Admission {
      const key = keyOf(attempt);
      const mine = own.find(key, now);
      if (mine && mine.count >= rules.each) return "blocked";
      if (attempt.device === null) {
        const from = addresses.find(addressKey(attempt.address), now);
        if (rules.address !== null && from && from.count >= rules.address) return "blocked";
        const failures = strangers.find(attempt.account, now)?.count ?? 0;
        if (rules.wallAfter !== null && failures >= rules.wallAfter) return "blocked";
        if (mine && now - mine.last < pauseAfter(failures)) return "wait";
        addresses.add(addressKey(attempt.address), now);
        strangers.add(attempt.account, now);
      }
      own.add(key, now);
      return "go";
    },
    /** It fitted: this device, or this address for this account, begins anew. What strangers did stays counted. */
    succeed(attempt: Attempt): void {
      own.forget(keyOf(attempt));
    },
  };
}
