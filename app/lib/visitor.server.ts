import type { AppLoadContext } from "@remix-run/node";
import { languageCookie } from "../i18n/language.server";
import type { Visitor, Welcome } from "../services/accounts/sign-in.server";
import { getConfig } from "./db.server";
import { deviceCookie } from "./known-device.server";
import { stepCookie } from "./second-step.server";
import { sessionCookie } from "./session.server";

/** Who sent a request, for the services that let people in. */
export const visitorOf = (request: Request, { address }: AppLoadContext): Visitor => ({
  address,
  cookies: request.headers.get("cookie"),
  userAgent: request.headers.get("user-agent"),
  dataDir: getConfig().dataDir,
});

/** The cookies of a browser that signed in. */
export function welcomeHeaders({ token, device, language }: Welcome, { secure }: AppLoadContext): Headers {
  const headers = new Headers();
  headers.append("Set-Cookie", sessionCookie(token, secure));
  headers.append("Set-Cookie", deviceCookie(device, secure));
  headers.append("Set-Cookie", languageCookie(language, secure));
  headers.append("Set-Cookie", stepCookie(null, secure));
  return headers;
}
