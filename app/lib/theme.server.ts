import { isTheme, type Theme } from "./theme";

const COOKIE = "candour_theme";
const ONE_YEAR = 365 * 24 * 60 * 60;

/** What was chosen in this browser: one may read dark on the phone and light at work. */
export function requestTheme(request: Request): Theme {
  const chosen = /(?:^|;\s*)candour_theme=([a-z]+)(?:;|$)/u.exec(request.headers.get("cookie") ?? "")?.[1];
  return isTheme(chosen) ? chosen : "system";
}

export const themeCookie = (theme: Theme, secure: boolean): string =>
  `${COOKIE}=${theme}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
