/** The page's thread: it verifies, so that the page itself never stands still. */
import { isRefusal, type RefusalCode } from "../refusal";
import { verifyPack, type PackCheck } from "../verify";
import { BROWSER_TOOLS, canVerifyHere, sourceOfFile } from "./browser-tools";

export interface Task {
  readonly file: Blob;
  /** Of the key that is expected, hex; null: nobody says whose it should be. */
  readonly fingerprint: string | null;
  /** Of a certificate of the time-stamping authority that is expected, hex; null: nobody says whose it should be. */
  readonly authority?: string | null;
}

/** How it ended. `unusable`: this browser cannot do it; `unreadable`: the file cannot be read from the disk. */
export type Outcome =
  | { readonly kind: "checked"; readonly check: PackCheck }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly file: string }
  | { readonly kind: "unusable" | "unreadable" }
  | { readonly kind: "failed"; readonly message: string };

export type Message = Outcome | { readonly kind: "progress"; readonly done: number; readonly total: number };

const EVERY_MS = 100;

/** Verifies a file. `tell` is told every tenth of a second how many bytes were read. */
export async function verifyFile(
  { file, fingerprint, authority = null }: Task,
  tell: (done: number, total: number) => void,
): Promise<Outcome> {
  let [done, told] = [0, 0];
  const source = sourceOfFile(file, (bytes) => {
    done += bytes;
    if (Date.now() - told < EVERY_MS) return;
    told = Date.now();
    tell(Math.min(done, file.size), file.size);
  });
  try {
    return { kind: "checked", check: await verifyPack(source, BROWSER_TOOLS, { fingerprint, authority }) };
  } catch (error) {
    if (source.hasFailed) return { kind: "unreadable" };
    if (isRefusal(error)) return { kind: "refused", code: error.code, file: error.file };
    return { kind: "failed", message: String(error) };
  }
}

/** Waits for a task in a thread of its own. */
export function work(): void {
  self.onmessage = async ({ data }: MessageEvent<Task>) => {
    const tell = (message: Message) => self.postMessage(message);
    if (!(await canVerifyHere())) return tell({ kind: "unusable" });
    tell(await verifyFile(data, (done, total) => tell({ kind: "progress", done, total })));
  };
}
