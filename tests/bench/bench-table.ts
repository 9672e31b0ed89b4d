/**
 * The register page of a running server: 50 people who go on to another page about once a second, at rest and while an import
 * runs. Nine times in ten they go on as the page's script does (its data alone), else the whole page is made on the server.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { paths } from "../../app/lib/paths";
import { startBuiltServer } from "./built-server";
import { formsOf, formWithButton, Visitor } from "./visitor";
import { Draw, seedOf } from "./list-draw";
import { makeSupplierList } from "./make-list";
import { number, printTable } from "./print";

const CLIENTS = 50;
/** A client waits this long between two pages, on average, in ms. */
const THINK_MS = 1000;
const AT_REST_MS = 15_000;
const LOADED_MS = 90_000;
const PATIENCE_MS = 20 * 60_000;
/** Of the pages asked for, those that the server makes whole. */
const WHOLE_PAGES = 0.1;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints the figures; returns the exit code. `rows` suppliers are shown, and as many are imported meanwhile. */
export async function benchTable(
  program: { readonly root: string },
  folder: string,
  rows: number,
  seed: string,
): Promise<number> {
  const dataDir = path.join(folder, "data");
  mkdirSync(dataDir, { recursive: true });
  const shown = path.join(folder, "shown.csv");
  const next = path.join(folder, "next.csv");
  makeSupplierList(shown, { rows, seed, dirty: 0.02 });
  makeSupplierList(next, { rows, seed: `${seed} next`, dirty: 0.02 });
  const server = await startBuiltServer(dataDir, { root: program.root });
  try {
    const visitor = new Visitor(server.origin);
    const slug = await signUp(visitor);
    const began = performance.now();
    await importList(visitor, slug, shown, true);
    say(
      `${number(rows)} suppliers published, table and search ready, after ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    const addresses = await pageAddresses(visitor, slug);
    say(
      `${CLIENTS} clients, each a page every ${THINK_MS / 1000} s on average, ${addresses.length} different pages (orders, filters, searches, further pages)`,
    );

    printTable([
      figures("alone, data", await alone(visitor, addresses, false)),
      figures("alone, whole page", await alone(visitor, addresses, true)),
    ]);
    const rest = await load(visitor, addresses, seed, AT_REST_MS, () => false);
    let ended = false;
    const work = importList(visitor, slug, next, false).then(
      () => (ended = true),
      (error: unknown) => {
        ended = true;
        throw error;
      },
    );
    const loaded = await load(visitor, addresses, `${seed} loaded`, LOADED_MS, () => ended);
    printTable([figures("at rest", rest), figures("while an import runs", loaded)]);
    for (const [what, belongs] of PARTS)
      printTable([
        figures(`${what}, at rest`, rest.filter(belongs)),
        figures(`${what}, import`, loaded.filter(belongs)),
      ]);
    if (!ended) say(`The import had not ended after ${LOADED_MS / 1000} s, when the clients stopped.`);
    await work;
    return 0;
  } finally {
    await server.kill(true);
  }
}

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
async function importList(visitor: Visitor, slug: string, file: string, publish: boolean): Promise<void> {
  const sent = await visitor.upload(paths.upload(slug, path.basename(file)), file);
  const { location, message } = (await sent.json()) as { location?: string; message?: string };
  if (!location) throw new Error(`The upload was refused: ${message ?? sent.status}`);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    const { importState } = JSON.parse((await visitor.get(`${location}/progress`)).text) as { importState: string };
    if (importState === "failed") throw new Error("The import failed");
    if (importState === "mapping") await press(visitor, location, "build");
    if (importState === "preview") {
      if (!publish) return;
      await press(visitor, location, "confirm");
    }
    if (importState === "published") {
      const table = await visitor.get(paths.suppliers(slug, "sort=name"));
      if (/aria-sort="ascending"/.test(table.text) && !/being prepared/.test(table.text)) return;
    }
  }
  throw new Error("The import did not end in time");
}

async function press(visitor: Visitor, location: string, intent: string): Promise<void> {
  const page = await visitor.get(location);
  await visitor.submit(page, formWithButton(page, "intent", intent), { intent });
}

interface PageAddress {
  readonly kind: "page" | "search";
  readonly path: string;
}

/** First pages in every order, filtered ones, searches, and the pages their links lead on to. */
async function pageAddresses(visitor: Visitor, slug: string): Promise<PageAddress[]> {
  const queries = [
    "",
    "sort=name",
    "sort=score",
    "sort=spend",
    "level=assessed",
    "level=placed",
    "band=high",
    "band=raised",
    "country=CN",
    "country=DE",
    "sort=score&level=assessed",
  ];
  const found: PageAddress[] = [];
  for (const query of queries) {
    let address: string | undefined = paths.suppliers(slug, query);
    for (let page = 0; page < 5 && address !== undefined; page++) {
      found.push({ kind: "page", path: address });
      const { text } = await visitor.get(address);
      address = [...text.matchAll(/href="([^"]*\/suppliers\?[^"]*after=[^"]*)"/g)][0]?.[1]?.replaceAll("&amp;", "&");
    }
  }
  for (const words of ["bal", "korven", "trading gmbh", "V00001234", "shenzhen", "华", "тол", "zzzzzz"])
    found.push({ kind: "search", path: paths.suppliers(slug, `q=${encodeURIComponent(words)}`) });
  return found;
}

interface Sample {
  readonly kind: "page" | "search";
  readonly whole: boolean;
  readonly ms: number;
  readonly ok: boolean;
}

const PARTS: readonly (readonly [what: string, belongs: (sample: Sample) => boolean])[] = [
  ["page data", ({ kind, whole }) => kind === "page" && !whole],
  ["search data", ({ kind, whole }) => kind === "search" && !whole],
  ["whole pages", ({ whole }) => whole],
];

/** Asks for one page and reads the answer to its end. */
async function ask(visitor: Visitor, { kind, path: address }: PageAddress, whole: boolean): Promise<Sample> {
  const began = performance.now();
  let ok = false;
  try {
    const answer = await visitor.raw(whole ? address : address.replace(/\/suppliers(\?|$)/, "/suppliers.data$1"));
    await answer.arrayBuffer();
    ok = answer.status === 200;
  } catch {
    // Counted as not answered.
  }
  return { kind, whole, ms: performance.now() - began, ok };
}

/** Every address once, one after the other, after each was asked for once before. */
async function alone(visitor: Visitor, addresses: readonly PageAddress[], whole: boolean): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const address of addresses) await ask(visitor, address, whole);
  for (const address of addresses) samples.push(await ask(visitor, address, whole));
  return samples;
}

async function load(
  visitor: Visitor,
  addresses: readonly PageAddress[],
  seed: string,
  forMs: number,
  stop: () => boolean,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const until = performance.now() + forMs;
  const client = async (index: number): Promise<void> => {
    const draw = new Draw().start(seedOf(seed), index, 7);
    await sleep(draw.next() * THINK_MS);
    while (performance.now() < until && !stop()) {
      samples.push(await ask(visitor, draw.pick(addresses), draw.chance(WHOLE_PAGES)));
      await sleep(draw.next() * 2 * THINK_MS);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)));
  return samples;
}

function figures(what: string, samples: readonly Sample[]): Record<string, string> {
  const sorted = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return {
    "": what.padEnd(22),
    pages: number(samples.length),
    "not answered": number(samples.filter(({ ok }) => !ok).length),
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    "p99 ms": at(0.99),
    "max ms": at(1),
  };
}
