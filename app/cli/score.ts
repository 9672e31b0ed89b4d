import { createInterface } from "node:readline";
import { createReadStream, existsSync } from "node:fs";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { parseScoreRequest, scoreRequestJsonSchema, type PlaceInput, type ScoreRequest } from "../../risk-models";
import type { Assessment, Place, SupplierFacts } from "../../risk-models/types";
import { isProblem, Problem } from "../lib/problem";
import type { Resolver } from "../resolve/types";
import { assessorFor, dayOf, type Assessor } from "../services/scoring/assessor.server";
import { roleOf } from "../services/scoring/supplier-facts";
import { fromUser } from "./assess";

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

export const scoreHelp = () => `candour score [FILE] [--schema]

Reads suppliers as JSON lines from FILE or standard input and writes one JSON line for each, in the same order.
A line that cannot be read gives {"id", "error"} and the rest goes on.
  --schema   print the JSON Schema of an input line

Keys of a line; a key left out, null or "unknown" is unknown, never zero:
${keysHelp()}
`;

/** Runs `candour score`: JSON lines in, JSON lines out, one at a time. */
export async function score(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.schema) {
    process.stdout.write(`${JSON.stringify(scoreRequestJsonSchema(), null, 2)}\n`);
    return;
  }
  const file = positionals[0] ? fromUser(positionals[0]) : null;
  if (file && !existsSync(file)) throw new Problem("file.not-found", `There is no file ${file}. Check the path.`);
  const today = dayOf(new Date());
  const lines = createInterface({ input: file ? createReadStream(file) : process.stdin, crlfDelay: Infinity });
  let out = "";
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    out += `${JSON.stringify(scoreLine(number === 1 ? line.replace(/^\ufeff/, "") : line, number, today))}\n`;
    if (out.length < 65_536) continue;
    if (!process.stdout.write(out)) await once(process.stdout, "drain");
    out = "";
  }
  if (out && !process.stdout.write(out)) await once(process.stdout, "drain");
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { schema: { type: "boolean" } } });
  } catch (error) {
    throw new Problem(
      "cli.usage",
      `${error instanceof Error ? error.message.split(". ")[0] : "The options are wrong"}. See candour score --help.`,
    );
  }
}

/** The answer to one line: an assessment, or the sentence that says what is wrong with it. */
export function scoreLine(line: string, number: number, today: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, line: number, error: `Line ${number} is not JSON. Write one JSON object a line.` };
  }
  const given = typeof json === "object" && json !== null && "id" in json ? (json as { id: unknown }).id : null;
  const id = typeof given === "string" || typeof given === "number" ? given : null;
  const parsed = parseScoreRequest(json);
  if (!parsed.ok) return { id, line: number, error: parsed.message };
  try {
    const assessor = assessorFor(parsed.request.asOf ?? today);
    const facts = factsOf(parsed.request, assessor, today);
    return answerOf(id, assessor.engine.assess(facts));
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

/** A checked request as the engine takes it. @throws Problem naming the key that cannot be read. */
export function factsOf(request: ScoreRequest, { resolver }: Assessor, today: string): SupplierFacts {
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
    recruitment: request.recruitment ?? {},
    workforce: request.workforce ?? {},
    asOf: request.asOf ?? today,
  };
}

/** The published shape of one answer; see docs/command-line.md. */
function answerOf(id: string | number | null, a: Assessment): Record<string, unknown> {
  const dimension = (name: "country" | "sector" | "recruitment") => ({
    score: a.dimensions[name].score,
    coverage: a.dimensions[name].coverage,
  });
  return {
    id,
    kind: a.kind,
    level: a.level,
    score: a.residual,
    band: a.band,
    between: a.between,
    range: { plausible: a.plausible, possible: a.possible },
    coverage: a.coverage,
    dimensions: { country: dimension("country"), sector: dimension("sector"), recruitment: dimension("recruitment") },
    inherent: a.inherent,
    controls: a.controls,
    likelihood: a.likelihood,
    severity: a.severity,
    priority: a.priority,
    countryUsed: a.countryUsed,
    floors: a.floors,
    contributions: a.contributions.map(
      ({ kind, dimension: of, indicator, value, unit, year, source, basis, normalised, weight, points }) => ({
        kind,
        dimension: of,
        indicator,
        value,
        unit,
        year,
        source,
        basis,
        normalised,
        weight,
        points,
      }),
    ),
    missing: a.missing,
    concerns: a.concerns,
    caseForAction: a.caseForAction,
    state: a.state,
    asOf: a.asOf,
    model: { id: a.model, dataDate: a.dataDate },
  };
}
