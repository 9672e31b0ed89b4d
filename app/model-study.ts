/**
 * `npm run model:study`: the proof of a risk model. Reads the model, its cases and the reference data, runs the pure study in
 * `risk-models/study/`, and writes figures and words into `docs/model/<id>/`. Its plan stands beside them and comes first.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { divisionOf, modelById, MODELS } from "../risk-models";
import { figuresOf } from "../risk-models/study/figures";
import type { CustomsEntry, ListedEntry } from "../risk-models/study/known-cases";
import { reportOf } from "../risk-models/study/report";
import { runStudy, type StudyInput } from "../risk-models/study/study";
import type { Cases } from "../risk-models/study/worked-cases";
import { reference, type Reference } from "./lib/reference.server";
import { studyHash } from "./lib/study-hash.server";

const HELP = `npm run model:study [-- options]

Runs the study of a risk model and writes results.json, README.md and two figures into docs/model/<id>/.
PLAN.md must stand there first. The same seed gives the same bytes.

  --model ID   the model (default: the newest)
  --draws N    draws of the sensitivity study (default 10000)
  --seed N     (default 2026)
  --out DIR    write there instead
`;
const DEFAULTS = { draws: 10_000, seed: 2026, resamples: 5000, sample: 140, lawSuppliers: 2000 } as const;
const DIGITS = 1e6;
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

/** Everything the study takes from the tables. Names of companies stay here. */
export function studyData(data: Reference): Omit<StudyInput, "model" | "cases" | keyof typeof DEFAULTS> {
  const risk = data.risk();
  const resolver = data.resolver();
  const iso2 = new Map(Object.entries(risk.countries).map(([code, { iso3 }]) => [iso3, code]));
  const incomeGroups: Record<string, string> = {};
  for (const row of data.table("country-income-groups")) {
    const code = iso2.get(row.iso3);
    if (code) incomeGroups[code] = row.incomeGroup;
  }
  const publishers = new Map(data.table("sources-screening").map((row) => [row.sourceId, row.publisher ?? ""]));
  const listed: ListedEntry[] = [];
  const customs: CustomsEntry[] = [];
  const leftOut: Record<string, number> = {};
  for (const row of data.table("screening-lists")) {
    const why = (reason: string) => (leftOut[reason] = (leftOut[reason] ?? 0) + 1);
    const division = /^CNAE (\d\d)/.exec(row.sector ?? "")?.[1];
    if (!row.ground.startsWith("forced labour")) why("another ground");
    else if (/^\[(goods|vessel)/.test(row.reason)) why("goods, a region or a vessel, not a company");
    else if (!row.countryIso2) why("no country");
    else if (row.listId === "US-CBP-WRO") {
      const product = /merchandise: ([^;]+)/.exec(row.reason)?.[1]?.trim() ?? "";
      const match = resolver.sector({ product });
      customs.push({ country: row.countryIso2, product, isic: match?.isic ?? null, goods: match?.goods ?? [] });
      why("Customs order: reported apart");
    } else if (!division) why("no sector");
    else
      listed.push({
        // The register's number ends in the company's tax number; its first eight digits are the company.
        company: row.entryId.split("-").at(-1)!.slice(0, 8),
        country: row.countryIso2,
        division,
        authority: publishers.get(row.sourceId) ?? row.sourceId,
      });
  }
  return {
    reference: risk,
    incomeGroups,
    listed,
    customs,
    leftOut,
    ordinary: {
      classification: data.table("isic").flatMap((row) => (row.level === "class" ? [row.code.slice(0, 2)] : [])),
      purchases: data.table("cpv").flatMap((row) => {
        const isic = row.level === "category" ? resolver.sector({ cpv: row.code })?.isic : undefined;
        const division = isic === undefined ? null : divisionOf(isic);
        return division === null ? [] : [division];
      }),
    },
    goodsEditions: data.table("tvpra-goods").map((row) => ({ good: row.good, edition: Number(row.yearEdition) })),
  };
}

/** Runs the study; answers the exit code. `root` is the folder of the checkout. */
export async function study(args: readonly string[], root: string): Promise<number> {
  if (args.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: "string" },
      draws: { type: "string" },
      seed: { type: "string" },
      out: { type: "string" },
    },
  });
  const stop = (sentence: string) => {
    process.stderr.write(`${sentence}\n`);
    return 2;
  };
  const model = values.model === undefined ? MODELS.at(-1)! : modelById(values.model);
  if (!model) return stop(`There is no model ${values.model}. Models: ${MODELS.map(({ id }) => id).join(", ")}.`);
  const [draws, seed] = [Number(values.draws ?? DEFAULTS.draws), Number(values.seed ?? DEFAULTS.seed)];
  if (!Number.isInteger(draws) || draws < 50 || !Number.isInteger(seed))
    return stop("--draws is a whole number of 50 or more, --seed a whole number.");
  const plan = path.join(root, "docs", "model", model.id, "PLAN.md");
  if (!existsSync(plan)) return stop(`There is no plan ${plan}. Write and commit it before the first run.`);

  const folder = path.join(root, "risk-models", "models", model.id);
  const modelFile = readFileSync(path.join(folder, "model.json"));
  const cases = readFileSync(path.join(folder, "cases.json"), "utf8");
  const data = reference();
  const settings = { ...DEFAULTS, draws, seed };
  const results = {
    model: { id: model.id, sha256: sha256(modelFile), casesSha256: sha256(cases) },
    reference: { dataDate: data.dataDate, hash: studyHash(data) },
    plan: { sha256: sha256(readFileSync(plan)) },
    settings,
    ...runStudy({ ...studyData(data), model, cases: JSON.parse(cases) as Cases, ...settings }),
  };
  const text = JSON.stringify(
    results,
    (_key, value: unknown) => (typeof value === "number" ? Math.round(value * DIGITS) / DIGITS : value),
    1,
  );
  const out = values.out ? path.resolve(process.env["INIT_CWD"] ?? root, values.out) : path.dirname(plan);
  mkdirSync(out, { recursive: true });
  const write = (name: string, content: string) => writeFileSync(path.join(out, name), content);
  write("results.json", `${text}\n`);
  // The words are made from the file, so that they cannot say anything else.
  const read = JSON.parse(text) as typeof results;
  write("README.md", reportOf(read));
  for (const [name, svg] of Object.entries(figuresOf(read))) write(name, svg);
  process.stdout.write(`The study of model ${model.id} is in ${path.relative(root, out) || out}.\n`);
  return 0;
}
