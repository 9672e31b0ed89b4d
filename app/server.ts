import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import { projectRoot, readConfig } from "./lib/config.server";
import { limitByAddress } from "./lib/rate-limit";
import { answerFailure, guards } from "./lib/request-guards";

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  /** The server stands behind one proxy that sets X-Forwarded-For, -Proto and -Host. Off: those headers are dropped. */
  readonly trustProxy?: boolean;
  /** `development` serves the sources through Vite; default: the build. */
  readonly mode?: "production" | "development";
}

export interface RunningServer {
  /** Where it listens, for a browser. */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, lets running ones end (at most `graceMs`), then resolves. */
  close(graceMs?: number): Promise<void>;
}

/** What the server uses of `app/entry.server.tsx` in the build. */
type Entry = typeof import("./entry.server");

const MINUTE = 60_000;
/** A slow line may take this long to send a large list. */
const UPLOAD_TIME = 60 * MINUTE;

function securityHeaders(development: boolean, trustProxy: boolean) {
  return helmet({
    contentSecurityPolicy: development
      ? false
      : {
          useDefaults: false,
          directives: {
            defaultSrc: ["'self'"],
            scriptSrc: [
              "'self'",
              (_request, response) => `'nonce-${(response as Response).locals["nonce"] as string}'`,
            ],
            styleSrc: ["'self'"],
            // Widths of bars are style attributes; no style element and no foreign sheet is allowed.
            styleSrcAttr: ["'unsafe-inline'"],
            imgSrc: ["'self'", "data:"],
            connectSrc: ["'self'"],
            fontSrc: ["'self'"],
            objectSrc: ["'none'"],
            baseUri: ["'none'"],
            formAction: ["'self'"],
            frameAncestors: ["'none'"],
            scriptSrcAttr: ["'none'"],
            frameSrc: ["'none'"],
            workerSrc: ["'none'"],
            manifestSrc: ["'none'"],
            mediaSrc: ["'none'"],
          },
        },
    strictTransportSecurity: trustProxy,
    // "no-referrer" would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: "same-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
  });
}

/** Drops what only a trusted proxy may say, and gives the answer its nonce. */
function prepare(trustProxy: boolean) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!trustProxy) {
      for (const name of Object.keys(request.headers))
        if (name.startsWith("x-forwarded-")) delete request.headers[name];
    }
    response.locals["nonce"] = randomBytes(16).toString("base64");
    next();
  };
}

/** The words that stand in addresses of the product; what else stands in one is an id, a name, or what somebody typed. */
function wordsOfAddresses(build: ServerBuild): ReadonlySet<string> {
  const paths = Object.values(build.routes).flatMap((route) => route?.path?.split("/") ?? []);
  return new Set(paths.filter((word) => !/^[:*]/u.test(word)));
}

function logAnswers(entry: () => Promise<Entry>, words: ReadonlySet<string>) {
  const shown = (word: string): string => (words.has(word.replace(/\.data$/u, "")) || word === "" ? word : "*");
  return (request: Request, response: Response, next: NextFunction) => {
    const started = performance.now();
    response.on("finish", () => {
      const ms = Math.round(performance.now() - started);
      // Neither whose workspace it was, nor a link that opens something, nor a word that was typed.
      const place = request.path.split("/").map(shown).join("/");
      const told = { method: request.method, place, status: response.statusCode, ms };
      void entry().then(({ log }) =>
        response.statusCode >= 500 || ms > 1000 ? log.warn(told, "slow or failed") : log.debug(told, "answered"),
      );
    });
    next();
  };
}

async function loadBuild(
  development: boolean,
  app: express.Express,
): Promise<{ build: ServerBuild | (() => Promise<ServerBuild>); entry: () => Promise<Entry> }> {
  const root = projectRoot();
  if (development) {
    const { createServer: createVite } = await import("vite");
    const vite = await createVite({
      root,
      configFile: path.join(root, "remix.config.js"),
      server: { middlewareMode: true },
    });
    app.use(vite.middlewares);
    const load = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>;
    const entry = async () => (await load()).entry.module as unknown as Entry;
    return { build: async () => (await entry()).answeringFailures(await load()), entry };
  }
  const built = (await import(pathToFileURL(path.join(root, "build/server/index.js")).href)) as ServerBuild;
  const entry = built.entry.module as unknown as Entry;
  return { build: entry.answeringFailures(built), entry: async () => entry };
}

/** Starts the web process. Rejects when the port is taken or the database cannot be opened. */
export async function startServer({
  port,
  host,
  trustProxy = false,
  mode = "production",
}: ServerOptions): Promise<RunningServer> {
  const development = mode === "development";
  const root = projectRoot();
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy ? 1 : false);
  // Remix reads the query itself.
  app.set("query parser", false);
  app.use(prepare(trustProxy), securityHeaders(development, trustProxy), ...guards);
  if (!development) {
    app.use(
      "/assets",
      express.static(path.join(root, "build/client/assets"), {
        immutable: true,
        maxAge: "1y",
        index: false,
        fallthrough: false,
      }),
    );
    app.use(express.static(path.join(root, "build/client"), { maxAge: "1h", index: false }));
  }
  const { build, entry } = await loadBuild(development, app);
  await (await entry()).getDb();
  app.use(logAnswers(entry, typeof build === "function" ? new Set() : wordsOfAddresses(build)));
  app.use(["/signup", "/signup.data"], limitByAddress({ max: 20, windowMs: 60 * MINUTE }));
  app.use(["/invite", "/reset"], limitByAddress({ max: 20, windowMs: 15 * MINUTE, onlyFailures: true }));
  app.use(["/forgot", "/forgot.data"], limitByAddress({ max: 10, windowMs: 60 * MINUTE }));
  app.all(
    "*",
    createRequestHandler({
      build,
      mode,
      getLoadContext: (request, response) => ({
        nonce: response.locals["nonce"] as string,
        secure: request.secure,
        rateLimited: response.locals["rateLimited"] === true,
        address: request.ip ?? "",
      }),
    }),
  );
  app.use(answerFailure((error) => void entry().then(({ log }) => log.error({ err: error }, "a request failed"))));
  return listen(createServer(app), port, host);
}

async function listen(server: Server, port: number, host: string): Promise<RunningServer> {
  server.requestTimeout = UPLOAD_TIME;
  server.headersTimeout = MINUTE;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${shown}:${actual}/`,
    port: actual,
    close: (graceMs = 5000) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** `startServer` with the environment's configuration. */
export const startConfigured = (
  env: Readonly<Record<string, string | undefined>>,
  mode: ServerOptions["mode"] = "production",
) => {
  const { port, host, trustProxy } = readConfig(env);
  return startServer({ port, host, trustProxy, mode });
};
