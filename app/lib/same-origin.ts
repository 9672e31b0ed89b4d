/** What of a request the check reads. `host` is the host the server answers for, as the client or a trusted proxy named it. */
export interface RequestOrigin {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
}

const CHANGES_NOTHING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};

/**
 * May this request change something? A change is accepted only when the browser says that a page of this very server
 * sent it: `Sec-Fetch-Site: same-origin`, or, for a browser that does not send that header, an `Origin` of the same host.
 * A change that says neither is refused: no page of ours sends one.
 */
export function isSameOrigin(request: RequestOrigin): boolean {
  if (CHANGES_NOTHING.has(request.method.toUpperCase())) return true;
  if (request.secFetchSite !== undefined) return request.secFetchSite === "same-origin";
  if (request.origin === undefined || request.host === undefined) return false;
  return hostOf(request.origin) === request.host.toLowerCase();
}
