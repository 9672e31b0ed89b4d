import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  checkModel,
  diffModels,
  hashFailures,
  MODEL_IDS,
  modelInForce,
  modelOrVariant,
  MODELS,
  RiskModel,
} from "../../risk-models";
import released from "../../risk-models/models/released.json";
import { reference } from "../lib/reference.server";
import { Problem } from "../lib/problem";
import { dayOf } from "../services/scoring/assessor.server";
import { fromUser } from "./list-options";
import { diffWords, showWords } from "./model-words";
import { optionsOf } from "./output";

export const modelHelp = () => `candour model COMMAND [options]

  list                the released models and their variants: day, data date, state, SHA-256 of model.json
  show ID             a model in words: weights, anchors, heights, floors, bands, and why
  diff A B            what differs between two models
  check [ID | FILE]   the checks a model passes before release (default: every released model);
                      FILE is a model.json of your own

  --json              as JSON instead of words

Models: ${MODEL_IDS.join(", ")}

Exit code 0; 1 when a check fails, with a sentence for each failure on standard output; 2 when the command cannot be used.
`;

/** What `list` says of a model. */
interface ModelLine {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly dataDate: string;
  readonly state: "in force" | "replaced" | "not yet in force" | "variant";
  /** Of model.json; a variant has that of its model. Null where the file is not there. */
  readonly sha256: string | null;
}

const say = (text: string) => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
const sayJson = (value: unknown) => say(JSON.stringify(value, null, 2));

/** Runs `candour model`; answers the exit code. */
export function model(args: readonly string[]): number {
  const { command, names, json } = parse(args);
  const wants = (count: number, write: string) => {
    if (names.length !== count) throw new Problem("cli.usage", `Write: candour model ${write}.`);
  };
  switch (command) {
    case "list": {
      wants(0, "list");
      const lines = listModels();
      if (json) sayJson(lines);
      else for (const line of lines) say(listWords(line));
      return 0;
    }
    case "show": {
      wants(1, "show ID");
      const found = named(names[0]!);
      if (json) sayJson(found);
      else say(showWords(found, listModels().find(({ id }) => id === found.id)?.sha256 ?? null));
      return 0;
    }
    case "diff": {
      wants(2, "diff A B");
      const [a, b] = [named(names[0]!), named(names[1]!)];
      const changes = diffModels(a, b);
      if (json) sayJson({ models: [a.id, b.id], changes });
      else say(diffWords(a.id, b.id, changes));
      return 0;
    }
    case "check":
      if (names.length > 1) throw new Problem("cli.usage", "Write: candour model check [ID | FILE].");
      return check(names[0], json);
    default:
      throw new Problem("cli.usage", `There is no command model ${command ?? ""}. Commands: list, show, diff, check.`);
  }
}

function parse(args: readonly string[]) {
  const { values, positionals } = optionsOf("model", () =>
    parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: "boolean" } } }),
  );
  const [command, ...names] = positionals;
  return { command, names, json: values.json ?? false };
}

/** @throws Problem when there is none. */
function named(id: string): RiskModel {
  const found = modelOrVariant(id);
  if (!found) throw new Problem("cli.model", `There is no model ${id}. Models: ${MODEL_IDS.join(", ")}.`);
  return found;
}

function listModels(): ModelLine[] {
  const today = dayOf(new Date());
  const inForce = MODELS.some(({ effectiveFrom }) => effectiveFrom <= today) ? modelInForce(MODELS, today).id : null;
  return MODEL_IDS.map((id) => {
    const { title, effectiveFrom, dataDate } = named(id);
    const [own, variant] = id.split("+") as [string, string?];
    const state = variant
      ? "variant"
      : id === inForce
        ? "in force"
        : effectiveFrom > today
          ? "not yet in force"
          : "replaced";
    return { id, title, effectiveFrom, dataDate, state, sha256: hashesOf(own)?.model ?? null };
  });
}

const listWords = ({ id, effectiveFrom, dataDate, state, sha256 }: ModelLine) =>
  `${id.padEnd(20)} from ${effectiveFrom}  data of ${dataDate}  ${state.padEnd(16)} ${sha256 ?? "no file here"}`;

/** Folder of the released model files: beside the nearest package.json above the program. */
function modelFolder(id: string): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder))
    if (existsSync(path.join(folder, "package.json")) || folder === path.dirname(folder))
      return path.join(folder, "risk-models", "models", id);
}

/** SHA-256 of the files of a model; null when they are not there. */
function hashesOf(id: string): { model: string; cases: string } | null {
  try {
    const hash = (name: string) =>
      createHash("sha256")
        .update(readFileSync(path.join(modelFolder(id), name)))
        .digest("hex");
    return { model: hash("model.json"), cases: hash("cases.json") };
  } catch {
    return null;
  }
}

/** Checks one model, a file, or all; prints sentences and answers the exit code. */
function check(name: string | undefined, json: boolean): number {
  const results =
    name === undefined
      ? MODELS.map(({ id }) => ({ model: id, failures: checkReleased(id) }))
      : [modelOrVariant(name) ? { model: name, failures: checkReleased(name) } : checkFile(name)];
  if (json) sayJson(results);
  else
    for (const { model: id, failures } of results) {
      for (const failure of failures) say(failure);
      say(
        failures.length === 0
          ? `${id} passes every release check.`
          : `${id} fails ${failures.length} release check${failures.length === 1 ? "" : "s"}.`,
      );
    }
  return results.every(({ failures }) => failures.length === 0) ? 0 : 1;
}

function checkReleased(id: string): string[] {
  const own = id.split("+")[0]!;
  const hashes = hashesOf(own);
  return [
    ...checkModel(named(id), reference().risk()),
    ...(hashes ? hashFailures(own, hashes, released) : [`The files of ${own} are not on this machine.`]),
  ];
}

function checkFile(name: string): { model: string; failures: string[] } {
  const file = fromUser(name);
  if (!existsSync(file))
    throw new Problem("cli.model", `There is no model and no file ${name}. Models: ${MODEL_IDS.join(", ")}.`);
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Problem("cli.model", `${name} is not JSON. Give a model.json.`);
  }
  const parsed = RiskModel.safeParse(raw);
  if (!parsed.success)
    return {
      model: name,
      failures: parsed.error.issues.map((issue) =>
        issue.path.length > 0 ? `${issue.path.map(String).join(".")}: ${issue.message}.` : `${issue.message}.`,
      ),
    };
  return { model: name, failures: checkModel(parsed.data, reference().risk()) };
}
