import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import {
  engineOf,
  MODEL_IDS,
  modelOrVariant,
  MODELS,
  parseScoreRequest,
  scoreRequestJsonSchema,
  type InputOrigin,
  type PlaceInput,
  type ScoreRequest,
} from "../../risk-models";
import type { Engine, IsoDate, Place, StatedInput, SupplierFacts } from "../../risk-models/types";
import { reference } from "../lib/reference.server";
import { isProblem, Problem } from "../lib/problem";
import type { Resolver } from "../resolve/types";
import { isDay } from "../screening/age";
import { assessorFor, dayOf, type Assessor } from "../services/scoring/assessor.server";
import { roleOf } from "../services/scoring/supplier-facts";
import { jsonOf, linesOf, lineWriter, type LineError } from "./lines";
import { fromUser } from "./list-options";
import { answerOf, explanationOf } from "./score-answer";
import { TieCounter, type Standing } from "./score-ties";
import { optionsOf } from "./output";

/** The keys of a request with what they mean, read from the schema that checks it. */
function keysHelp(): string {
  const lines: string[] = [];
  const walk = (schema: Record<string, unknown>, prefix: string) => {
    const properties = (schema["properties"] ?? {}) as Record<string, Record<string, unknown>>;
    for (const [key, value] of Object.entries(properties)) {
      const name = `${prefix}${key}`;
      const either = [value, ...((value["anyOf"] as Record<string, unknown>[] | undefined) ?? [])];
      const words = either.find((one) => Array.isArray(one["enum"]))?.["enum"] as string[] | undefined;
      const choices = words ? ` (${words.join(" | ")})` : "";
      lines.push(`  ${name.padEnd(38)} ${String(value["description"] ?? "")}${choices}`.trimEnd());
      if (value["properties"]) walk(value, `${name}.`);
      const items = value["items"] as Record<string, unknown> | undefined;
      if (items?.["properties"]) walk(items, `${name}[].`);
    }
  };
  walk(scoreRequestJsonSchema(), "");
  return lines.join("\n");
}

export const scoreHelp = () => `candour score [FILE] [options]

Reads suppliers as JSON lines from FILE or standard input and writes one JSON line for each, in the same order.
A line that cannot be read gives {"id", "line", "error"} and the rest goes on.

  --model ID     score with this model (default: the one in force on the day): ${MODEL_IDS.join(", ")}
  --as-of DATE   day of the lines that name none, YYYY-MM-DD (default: today). The reference data are those of this version.
  --explain      add "explanation": reasons in words, what to ask first, what would lower the risk, sources;
                 what was told as the ILO's 11 indicators (ilo11) and as signs of involuntariness and threat (iclsPair)
  --schema       print the JSON Schema of an input line

Ties are counted over the whole input, so the first answer comes after the last line was read. Standard input is kept
in a temporary file of your own until then.

Practice has no key of its own: what a supplier does is told under recruitment (employerPaysPolicy, grievanceMechanism,
contractInOwnLanguage, workersRepaid and so on), and recruitment.proof says how it is backed; proof bounds what it takes off.
Findings are what a person has confirmed. They act as floors.

Keys of a line; a key left out, null or "unknown" is unknown, never zero:
${keysHelp()}
`;

/** What holds for all lines of one run. */
interface ScoreSettings {
  readonly day: IsoDate;
  /** Engine of `--model`; null for the model in force on the day of each line. */
  readonly engine: Engine | null;
  readonly explain: boolean;
}

/** Runs `candour score`: JSON lines in, JSON lines out. The input is read twice, since ties are known at its end only. */
export async function score(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.schema) {
    process.stdout.write(`${JSON.stringify(scoreRequestJsonSchema(), null, 2)}\n`);
    return;
  }
  if (positionals.length > 1)
    throw new Problem("cli.usage", "Give one FILE, or none for standard input. See candour score --help.");
  const settings = settingsOf(values);
  const given = positionals[0] ? fromUser(positionals[0]) : null;
  if (given && !existsSync(given)) throw new Problem("file.not-found", `There is no file ${given}. Check the path.`);
  const folder = given ? null : await mkdtemp(path.join(os.tmpdir(), "candour-"));
  const clear = () => (folder ? rm(folder, { recursive: true, force: true }) : Promise.resolve());
  const stop = () => void clear().finally(() => process.exit(130));
  if (folder) process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const file = given ?? path.join(folder!, "lines.jsonl");
    if (!given) await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
    await scoreFile(file, settings);
  } finally {
    await clear();
  }
}

async function scoreFile(file: string, settings: ScoreSettings): Promise<void> {
  const ties = new TieCounter();
  for await (const [line, number] of linesOf(createReadStream(file))) {
    const read = readLine(line, number, settings);
    if (!("facts" in read)) continue;
    const { model } = read.engine;
    const { score: points, severity, likelihood, plausibleLow, plausibleHigh } = read.engine.score(read.facts);
    const range = { rangeLow: plausibleLow, rangeHigh: plausibleHigh };
    ties.add({ model, score: points, severity, likelihood, ...range }, read.facts);
  }
  const answers = lineWriter();
  for await (const [line, number] of linesOf(createReadStream(file)))
    await answers.write(JSON.stringify(answerLine(line, number, settings, ties)));
  await answers.end();
}

function answerLine(line: string, number: number, settings: ScoreSettings, ties: TieCounter): object {
  const read = readLine(line, number, settings);
  if (!("facts" in read)) return read;
  const { id, engine, facts } = read;
  const found = engine.assess(facts);
  const standing: Standing = {
    model: engine.model,
    score: found.residual,
    severity: found.severity.level,
    likelihood: found.likelihood,
    rangeLow: found.plausible[0],
    rangeHigh: found.plausible[1],
  };
  const answer = answerOf(id, found, ties.of(standing));
  return settings.explain ? { ...answer, explanation: explanationOf(engine, facts, found) } : answer;
}

function parse(args: readonly string[]) {
  return optionsOf("score", () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        schema: { type: "boolean" },
        model: { type: "string" },
        "as-of": { type: "string" },
        explain: { type: "boolean" },
      },
    }),
  );
}

function settingsOf(values: ReturnType<typeof parse>["values"]): ScoreSettings {
  const model = values.model === undefined ? null : modelOrVariant(values.model);
  if (values.model !== undefined && !model)
    throw new Problem("cli.model", `There is no model ${values.model}. Models: ${MODEL_IDS.join(", ")}.`);
  const day = values["as-of"] ?? dayOf(new Date());
  if (!isDay(day))
    throw new Problem("cli.day", `--as-of ${day} is not a day. Write YYYY-MM-DD, for example 2026-03-01.`);
  if (!model) checkDay(day);
  return { day, engine: model && engineOf(model, reference().risk()), explain: values.explain ?? false };
}

/** @throws Problem when no model was in force on the day. */
function checkDay(day: IsoDate): void {
  const first = MODELS.map(({ effectiveFrom }) => effectiveFrom).sort()[0]!;
  if (day < first)
    throw new Problem(
      "score.day",
      `On ${day} no risk model was in force. The first is that of ${first}; or name one with --model.`,
    );
}

interface ReadLine {
  readonly id: string | number | null;
  readonly engine: Engine;
  readonly facts: SupplierFacts;
}

/** One line as the engine takes it, or the answer that says what is wrong with it. */
function readLine(line: string, number: number, { day, engine }: ScoreSettings): ReadLine | LineError {
  const found = jsonOf(line, number);
  if ("error" in found) return found;
  const { id, json } = found;
  const parsed = parseScoreRequest(json);
  if (!parsed.ok) return { id, line: number, error: parsed.message };
  try {
    const asOf = parsed.request.asOf ?? day;
    if (!engine) checkDay(asOf);
    const assessor = engine ? { engine, resolver: reference().resolver() } : assessorFor(asOf);
    return { id, engine: assessor.engine, facts: factsOf(parsed.request, assessor, day) };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { id, line: number, error: error.message };
  }
}

function placeOf(input: PlaceInput | undefined, region: string | undefined, key: string, resolver: Resolver): Place {
  if (input === undefined) return { country: null, region: null, basis: "unknown" };
  const text = typeof input === "string" ? input : input.country;
  const regionText = typeof input === "string" ? region : (input.region ?? region);
  const match = resolver.country(text);
  if (!match)
    throw new Problem(
      "score.country",
      `${key}: "${text}" is not a country. Give an ISO 3166-1 code or a country's name.`,
    );
  return {
    country: match.iso2,
    region: match.region ?? (regionText ? resolver.region(regionText, match.iso2) : null),
    basis: "stated",
  };
}

/** The listed good of a name, whatever its capitals. @throws Problem when there is none. */
function inputOf({ good, country, region }: InputOrigin, at: number, resolver: Resolver): StatedInput {
  const { goods, chains } = reference().risk();
  const known = [...Object.keys(goods), ...chains.flatMap((stage) => stage.goods)];
  const name = known.find((one) => one.toLowerCase() === good.trim().toLowerCase());
  if (name === undefined)
    throw new Problem(
      "score.input",
      `inputs.${at}.good: "${good}" is no material of the tables. Write it as goods-to-classification names it, for example Cotton.`,
    );
  const place = placeOf(
    region === undefined ? country : { country, region },
    undefined,
    `inputs.${at}.country`,
    resolver,
  );
  return { good: name, country: place.country!, region: place.region };
}

/** A checked request as the engine takes it. @throws Problem naming the key that cannot be read. */
function factsOf(
  request: ScoreRequest,
  { resolver }: Pick<Assessor, "engine" | "resolver">,
  today: string,
): SupplierFacts {
  const codes = ["isic", "nace", "hs", "cpv"] as const;
  const sector = resolver.sector({
    isic: request.isic,
    nace: request.nace,
    hs: request.hs,
    cpv: request.cpv,
    product: request.product,
  });
  const unread = codes.find((key) => request[key] !== undefined);
  if (!sector && unread) throw new Problem("score.code", `${unread}: "${request[unread]}" is not a code of that list.`);
  return {
    seat: placeOf(
      request.country ?? request.seat,
      request.region,
      request.country === undefined ? "seat" : "country",
      resolver,
    ),
    placeOfWork: placeOf(request.placeOfWork, undefined, "placeOfWork", resolver),
    origin: placeOf(request.origin, undefined, "origin", resolver),
    role: roleOf(request.role ?? "unknown", sector?.isic ?? null, false),
    sector: sector
      ? { isic: sector.isic, basis: sector.how === "text" ? "derived" : "stated", confidence: sector.confidence }
      : { isic: null, basis: "unknown", confidence: null },
    goods: sector?.goods ?? [],
    ...(request.inputs && { inputs: request.inputs.map((one, at) => inputOf(one, at, resolver)) }),
    recruitment: request.recruitment ?? {},
    workforce: request.workforce ?? {},
    ...(request.findings && {
      findings: request.findings.map((one) => ({ ...one, year: one.year ?? null, liftedOn: one.liftedOn ?? null })),
    }),
    asOf: request.asOf ?? today,
  };
}
