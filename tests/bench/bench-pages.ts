/**
 * The supplier table of a running server with 50 clients, at rest and while a list of the same length is imported,
 * published and indexed. Asked in two ways: as people ask (each client every two seconds), and as fast as it answers.
 */
import { mkdirSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { paths } from "../../app/lib/paths";
import { startBuiltServer } from "./built-server";
import { Draw, seedOf } from "./list-draw";
import { makeSupplierList } from "./make-list";
import { cpuSeconds } from "./measure";
import { Reader, type Kind } from "./reader";
import { number, printTable } from "./print";
import { formsOf, formWithButton, Visitor } from "./visitor";

const CLIENTS = 50;
/** As people ask, a client waits this long between two requests on average, in ms. */
const THINK_MS = 2000;
const PEOPLE_MS = 30_000;
const FAST_MS = 12_000;
/** At most so long beside an import. */
const LOADED_MS = 120_000;
const PATIENCE_MS = 20 * 60_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints the figures; returns the exit code. `rows` suppliers are shown, and as many are imported meanwhile, twice. */
export async function benchPages(
  program: { readonly root: string },
  folder: string,
  rows: number,
  seed: string,
): Promise<number> {
  const dataDir = path.join(folder, "data");
  mkdirSync(dataDir, { recursive: true });
  const lists = ["shown", "second", "third"].map((name, at) => {
    const file = path.join(folder, `${name}.csv`);
    makeSupplierList(file, { rows, seed: `${seed} ${at}`, dirty: 0.02 });
    return file;
  });
  const server = await startBuiltServer(dataDir, { root: program.root });
  try {
    const visitor = new Visitor(server.origin);
    const slug = await signUp(visitor);
    const began = performance.now();
    await importList(visitor, slug, lists[0]!);
    say(
      `${number(rows)} suppliers published, table and search ready, after ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    const reader = await Reader.open(server.origin, visitor.cookie, slug);
    say(
      `${CLIENTS} clients turn pages, sort, filter by several values and search; nine requests in ten for the data alone, one for a whole page`,
    );

    const work = (client: number, pace: Pace, stop: () => boolean) => run(reader, seed, client, pace, stop);
    const together = async (pace: Pace, stop: () => boolean): Promise<Phase> => {
      const cpu = cpuSeconds(server.pid);
      const from = performance.now();
      const samples = await Promise.all(
        Array.from({ length: pace === "alone" ? 1 : CLIENTS }, (_, client) => work(client, pace, stop)),
      );
      const spent = cpuSeconds(server.pid);
      return {
        samples: samples.flat(),
        seconds: (performance.now() - from) / 1000,
        cpu: cpu === null || spent === null ? null : spent - cpu,
      };
    };
    const during = async (ms: number, pace: Pace) => together(pace, until(ms));
    const beside = async (pace: Pace, list: string): Promise<Phase> => {
      const over = { is: false };
      const late = until(LOADED_MS);
      const importing = importList(visitor, slug, list).finally(() => (over.is = true));
      const phase = await together(pace, () => over.is || late());
      if (!over.is) say(`The import had not ended after ${LOADED_MS / 1000} s, when the clients stopped.`);
      await importing;
      return phase;
    };

    say(
      `work waiting for the processor before it begins: ${loadavg()[0]!.toFixed(1)} (load average of the last minute)`,
    );
    await during(2000, "fast");
    const phases: (readonly [string, Phase])[] = [
      ["one client alone", await during(4000, "alone")],
      ["as people ask, at rest", await during(PEOPLE_MS, "people")],
      ["as people ask, import", await beside("people", lists[1]!)],
      ["as fast as it answers, at rest", await during(FAST_MS, "fast")],
      ["as fast as it answers, import", await beside("fast", lists[2]!)],
    ];
    printTable(phases.map(([what, phase]) => figures(what, phase)));
    for (const kind of ["data", "search", "page"] as const)
      printTable(phases.map(([what, phase]) => part(what, kind, phase)));
    return phases.some(([, { samples }]) => samples.some(({ ok }) => !ok)) ? 1 : 0;
  } finally {
    await server.kill(true);
  }
}

const until = (ms: number): (() => boolean) => {
  const end = performance.now() + ms;
  return () => performance.now() > end;
};

async function signUp(visitor: Visitor): Promise<string> {
  const page = await visitor.get(paths.signup());
  const form = formsOf(page.text).find(({ fields }) => fields.has("password"));
  if (!form) throw new Error("There is no sign-up form");
  const answer = await visitor.submit(page, form, {
    workspace: "Bench",
    name: "Bench",
    email: "bench@candour.example",
    password: "seven plain words for a password",
  });
  const slug = /^\/w\/([^/?]+)/.exec(answer.path)?.[1];
  if (!slug) throw new Error(`Signing up led to ${answer.path}`);
  return slug;
}

/** Uploads and takes the columns as proposed; publishes, and waits for the complete table, when told so. */
async function importList(visitor: Visitor, slug: string, file: string): Promise<void> {
  const sent = await visitor.upload(paths.upload(slug, path.basename(file)), file);
  const { location, message } = (await sent.json()) as { location?: string; message?: string };
  if (!location) throw new Error(`The upload was refused: ${message ?? sent.status}`);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    const { importState } = JSON.parse((await visitor.get(`${location}/progress`)).text) as { importState: string };
    if (importState === "failed") throw new Error("The import failed");
    if (importState === "mapping") await press(visitor, location, "build");
    if (importState === "preview") {
      await press(visitor, location, "confirm");
    }
    if (importState === "published") {
      const table = await visitor.get(paths.suppliers(slug, "sort=name"));
      if (isReady(table.text)) return;
    }
  }
  throw new Error("The import did not end in time");
}

async function press(visitor: Visitor, location: string, intent: string): Promise<void> {
  const page = await visitor.get(location);
  await visitor.submit(page, formWithButton(page, "intent", intent), { intent });
}

/** The table is in the order of names and says nothing of being prepared. */
const isReady = (html: string): boolean => /aria-sort="ascending"/.test(html) && !/being prepared/.test(html);

/** Alone and fast: the next request follows the answer. */
type Pace = "alone" | "people" | "fast";

interface Sample {
  readonly kind: Kind;
  readonly ms: number;
  readonly ok: boolean;
}

interface Phase {
  readonly samples: readonly Sample[];
  readonly seconds: number;
  /** Processor time of the web process, in seconds; null where it cannot be read. */
  readonly cpu: number | null;
}

/** One client at work: from one page to the next by the links and forms of the page it has. */
async function run(reader: Reader, seed: string, client: number, pace: Pace, stop: () => boolean): Promise<Sample[]> {
  const draw = new Draw().start(seedOf(`${seed} ${pace}`), client, 7);
  const samples: Sample[] = [];
  let place = reader.first();
  if (pace === "people") await sleep(draw.next() * THINK_MS);
  while (!stop()) {
    const began = performance.now();
    const answer = await reader.goOn(place, draw);
    samples.push({ kind: answer.kind, ms: performance.now() - began, ok: answer.ok });
    place = answer.place;
    if (pace === "people") await sleep((0.5 + draw.next()) * THINK_MS);
  }
  return samples;
}

function spread(samples: readonly Sample[]): Record<string, string> {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return { "p50 ms": at(0.5), "p95 ms": at(0.95), "p99 ms": at(0.99), "max ms": at(1) };
}

function figures(what: string, { samples, seconds, cpu }: Phase): Record<string, string> {
  return {
    "all requests": what.padEnd(30),
    seconds: seconds.toFixed(0),
    requests: number(samples.length),
    "not answered": number(samples.filter(({ ok }) => !ok).length),
    "a second": (samples.length / seconds).toFixed(1),
    ...spread(samples),
    "cpu ms each": cpu === null ? "-" : ((cpu * 1000) / Math.max(1, samples.length)).toFixed(1),
  };
}

const NAMES: Readonly<Record<Kind, string>> = {
  data: "data of a page",
  search: "data of a search",
  page: "whole pages",
};

function part(what: string, kind: Kind, { samples }: Phase): Record<string, string> {
  const some = samples.filter((sample) => sample.kind === kind);
  return { [NAMES[kind]]: what.padEnd(30), requests: number(some.length), ...spread(some) };
}
