import { Transform, type TransformCallback } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { renderingTranslator, requestLanguage } from "./i18n/language.server";
import { log } from "./lib/log.server";
import { NonceProvider } from "./lib/nonce";

/** What the server (`app/server.ts`) takes from the build, so that database and log exist once in the process. */
export { getDb } from "./lib/db.server";
export { answeringFailures } from "./lib/expected-failures.server";
export { log };

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** The Content-Security-Policy nonce of this answer. */
    readonly nonce: string;
    /** The request came over TLS (or a trusted proxy says so): cookies get `Secure`. */
    readonly secure: boolean;
    /** Too many accounts or links asked for from this address; signing in has its own count. */
    readonly rateLimited: boolean;
    /** Whom the request came from: the address of the connection, or what the one trusted proxy says. */
    readonly address: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * Passes a page on in the parts React says are worth showing (it calls `flush`), not in the pieces of 2 KB it writes: each
 * piece costs its way through two streams and the socket.
 */
class Gathered extends Transform {
  #pieces: Buffer[] = [];

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    // React 18 hands on its buffer whole, with up to three empty bytes where the next letter had no room left: in an
    // attribute they would be read as a broken letter.
    let end = piece.length;
    while (end > 0 && piece[end - 1] === 0) end--;
    this.#pieces.push(piece.subarray(0, end));
    done();
  }

  /** React's name for "show what you have". */
  flush(): void {
    if (this.#pieces.length > 0) this.push(Buffer.concat(this.#pieces));
    this.#pieces = [];
  }

  override _flush(done: TransformCallback): void {
    this.flush();
    done();
  }
}

/** How long a page may take to render before it is given up, in ms. */
export const streamTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const language = requestLanguage(request);
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={renderingTranslator(language)}>
        <NonceProvider value={nonce}>
          <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
        </NonceProvider>
      </I18nextProvider>,
      {
        nonce,
        [ready]() {
          answered = true;
          const body = new Gathered();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          if (answered) log.error({ err: error }, "a page could not be rendered");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Unexpected errors of loaders and actions; expected ones are answered where they happen. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error({ err: error, method: request.method }, "a request failed");
}
