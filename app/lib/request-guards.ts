/** What every request passes before a route sees it, in the order in which `guards` lists them. */
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from "express";
import { isSameOrigin } from "./same-origin";
import { takesFile } from "./upload-paths";

/** Most bytes of a form without a file. */
const FORM_BYTES = 1024 * 1024;
/** A form is small: who needs longer than this to send one is not sending it. */
const FORM_TIME = 30_000;
const METHODS = "GET, HEAD, POST, PUT, OPTIONS";
const CHANGES_NOTHING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Nothing of the machine is anybody's here but the clipboard's, for links that are copied. */
const PERMISSIONS_POLICY = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

const refuse = (response: Response, status: number, sentence: string): void =>
  void response.status(status).type("text/plain").send(`${sentence}\n`);

/**
 * What a page or file holds is kept by no browser and no proxy: a machine is shared, and who has signed out has gone. An
 * answer that says something else (the built scripts and styles) is left alone.
 */
const keepNothing: RequestHandler = (_request, response, next) => {
  response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
  response.writeHead = ((...args: unknown[]) => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
    return writeHead(...args);
  }) as typeof response.writeHead;
  next();
};

const isAddress = (host: string | undefined, path: string): boolean => {
  if (!path.startsWith("/")) return false;
  try {
    decodeURIComponent(path.split("?", 1)[0]!);
    return new URL(`http://${host ?? ""}${path}`).host !== "";
  } catch {
    return false;
  }
};

/** Answers what no page of ours and no browser sends: an address that is none, a method nothing here answers to. */
const refuseOddRequests: RequestHandler = (request, response, next) => {
  const { method, originalUrl, headers } = request;
  if (method === "OPTIONS") return void response.status(204).setHeader("Allow", METHODS).end();
  if (!METHODS.split(", ").includes(method)) {
    response.setHeader("Allow", METHODS);
    return refuse(response, 405, "Nothing here answers to this method.");
  }
  if (!isAddress(headers.host, originalUrl)) return refuse(response, 400, "This is not an address of this site.");
  next();
};

const refuseForeignChanges: RequestHandler = (request, response, next) => {
  const { origin, "sec-fetch-site": secFetchSite, "x-forwarded-host": forwardedHost, host } = request.headers;
  const allowed = isSameOrigin({
    method: request.method,
    host: typeof forwardedHost === "string" ? forwardedHost : host,
    origin,
    secFetchSite: typeof secFetchSite === "string" ? secFetchSite : undefined,
  });
  if (allowed) return next();
  refuse(response, 403, "This change was not sent by a page of this site. Open the page again and repeat it there.");
};

const FORM = /^application\/x-www-form-urlencoded(?:\s*;|$)/iu;
const FORM_WITH_FILE = /^multipart\/form-data\s*;.*boundary=/iu;

/** A form of the kind that pages send; only the addresses that take a file take others, and a file alone by `PUT`. */
function isForm(request: Request): boolean {
  const type = request.headers["content-type"] ?? "";
  if (FORM.test(type)) return true;
  return takesFile(request.path) && (request.method === "PUT" || FORM_WITH_FILE.test(type));
}

/** A form is small and arrives at once; only the addresses that take a file take more, and count their own bytes. */
const refuseOtherBodies: RequestHandler = (request, response, next) => {
  if (CHANGES_NOTHING.has(request.method)) return next();
  const length = request.headers["content-length"];
  if (!isForm(request)) return refuse(response, 415, "This is not a form that a page of this site sends.");
  if (takesFile(request.path)) return next();
  if (length === undefined && request.headers["transfer-encoding"] !== undefined)
    return refuse(response, 411, "The request does not say how long it is.");
  if (Number(length ?? 0) > FORM_BYTES)
    return refuse(response, 413, "The form is larger than 1 MB. Shorten its text fields.");
  dropSlowForm(request);
  next();
};

function dropSlowForm(request: Request): void {
  const timer = setTimeout(() => request.destroy(), FORM_TIME);
  timer.unref();
  const forget = (): void => clearTimeout(timer);
  request.once("end", forget).once("close", forget);
}

export const guards: readonly RequestHandler[] = [
  keepNothing,
  refuseOddRequests,
  refuseForeignChanges,
  refuseOtherBodies,
];

const statusOf = (error: unknown): number => {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
};

/** The last word where nothing else answered: one sentence, never where in the code it happened. `tell` hears of our own faults. */
export function answerFailure(tell: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = statusOf(error);
    if (status === 500) tell(error);
    if (response.headersSent) return next(error);
    const ours = "Something went wrong here. Try again; if it happens again, tell whoever runs this site.";
    refuse(response, status, status === 500 ? ours : "There is nothing at this address.");
  };
}
