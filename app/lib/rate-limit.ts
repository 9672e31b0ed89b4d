import { rateLimit } from "express-rate-limit";
import type { RequestHandler } from "express";

export interface LimitOptions {
  /** Requests allowed in one window. */
  readonly max: number;
  readonly windowMs: number;
  /** Count only answers that refuse (status 400 and above). */
  readonly onlyFailures?: boolean;
}

/**
 * Counts the changes (POST) sent from one address and marks what is over the limit in `response.locals.rateLimited`; it
 * does not answer. The action reads the mark and gives the form back with a sentence and status 429, so that the same
 * thing happens for the page (`/login`) and for the browser script's form of it (`/login.data`).
 */
export function limitByAddress({ max, windowMs, onlyFailures = false }: LimitOptions): RequestHandler {
  return rateLimit({
    limit: max,
    windowMs,
    standardHeaders: "draft-7",
    legacyHeaders: false,
    skip: (request) => request.method !== "POST",
    skipSuccessfulRequests: onlyFailures,
    handler: (_request, response, next) => {
      response.locals["rateLimited"] = true;
      next();
    },
  });
}

/** Counts failures per key (an account), whatever address they come from. Holds at most `keys` keys, oldest dropped first. */
export function failureCounter({ max, windowMs, keys = 10_000 }: { max: number; windowMs: number; keys?: number }) {
  const seen = new Map<string, { count: number; until: number }>();
  const entry = (key: string, now: number) => {
    const found = seen.get(key);
    return found && found.until > now ? found : null;
  };
  return {
    isBlocked: (key: string, now: number): boolean => (entry(key, now)?.count ?? 0) >= max,
    fail(key: string, now: number): void {
      const found = entry(key, now);
      seen.delete(key);
      seen.set(key, { count: (found?.count ?? 0) + 1, until: found?.until ?? now + windowMs });
      if (seen.size > keys) seen.delete(seen.keys().next().value as string);
    },
    forget: (key: string): void => void seen.delete(key),
  };
}
