import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { TOLD, type Told, type ToldWhat } from "./told";

const COOKIE = "candour_told";
/** Long enough for the page after a redirect, too short to turn up later. */
const SECONDS = 60;
/** Only ids go into it: no name, no sentence. */
const Stored = z.object({
  what: z.enum(TOLD),
  of: z.string().regex(/^[\w-]{0,100}$/u),
  at: z.string().regex(/^\d{1,16}$/u),
});

const written = (text: string, maxAge: number, secure: boolean) =>
  `${COOKIE}=${text}; Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;

/** For a redirect after something was done: the next page says it once. */
export const telling = ({ secure }: AppLoadContext, what: ToldWhat, of = ""): ResponseInit => ({
  headers: { "Set-Cookie": written([what, of, Date.now()].join("."), SECONDS, secure) },
});

/** What the page before wants said. It says nothing it does not know; whoever writes the cookie reads it alone. */
export function toldIn(request: Request): Told | null {
  const found = /(?:^|;\s*)candour_told=([\w.-]+)(?:;|$)/u.exec(request.headers.get("cookie") ?? "")?.[1];
  const [what, of, at] = found?.split(".") ?? [];
  return Stored.safeParse({ what, of, at }).data ?? null;
}

/** Ends it, so that the next page does not say it again. */
export const toldOnce = (secure: boolean): string => written("", 0, secure);
