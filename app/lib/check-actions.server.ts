import type { Database, Scope } from "../../db/database";
import { checkRecord } from "../services/checks/check-record.server";
import { correctCheck } from "../services/checks/correct-check.server";
import { fileCheck } from "../services/checks/file-check.server";
import { faultsOf, noteInCheck, notePermission } from "../services/checks/note.server";
import { refusal } from "../services/checks/refusals";
import { screenFirms } from "../services/checks/screen-firms.server";
import { CheckForm, entryOfForm, type CheckIntent } from "./check-form.server";
import type { Permission } from "./permissions";
import { isProblem, type Problem } from "./problem";

/** What a member has to be allowed to do to press a button of the page. */
export function permissionFor(intent: CheckIntent): Permission {
  if (intent === "answer-many") return "vendor-check:write";
  return intent === "file" || intent === "correct" || intent === "compare" ? "vendor-check:write" : notePermission(intent); // prettier-ignore
}

export interface Done {
  /** The check to show now. */
  readonly checkId: string;
  /** The part of its page. */
  readonly anchor: string;
}

const ANCHOR: Readonly<Partial<Record<CheckIntent, string>>> = {
  circle: "circle",
  "circle-left": "circle",
  compare: "circle",
  "match-decided": "circle",
  answer: "steps",
  "answer-many": "decision",
  floor: "floor",
  fact: "facts",
  "fact-put": "facts",
  "fact-answer": "facts",
};

/** Steps without a result. */
async function openSteps(db: Database, scope: Scope, checkId: string): Promise<string[]> {
  const { asked, status } = await checkRecord(db, scope, checkId);
  return asked.filter((id) => status.answers[id] === undefined);
}

/**
 * Does what a form of the page asks for. "Decide and file" files the check when nothing else is left to do; what is left stands
 * on the page. @throws Problem as the services have it.
 */
export async function actOnCheck(
  db: Database,
  scope: Scope,
  checkId: string,
  intent: CheckIntent,
  form: FormData,
  now: Date,
): Promise<Done> {
  const given = new CheckForm(form, now);
  if (intent === "correct") {
    const id = await correctCheck(db, scope, checkId, given.text("reason"), now);
    return { checkId: id, anchor: "" };
  }
  const entry = entryOfForm(intent, given, intent === "answer-many" ? await openSteps(db, scope, checkId) : []);
  if (entry) await noteInCheck(db, scope, checkId, entry, now);
  if (intent === "circle" || intent === "compare") await screenFirms(db, scope, [checkId], now);
  if (intent === "file") await fileCheck(db, scope, checkId, now);
  if (intent === "decision" && given.text("only") === "")
    await fileCheck(db, scope, checkId, now).catch((error: unknown) => {
      if (!isProblem(error) || !error.code.startsWith("check.to-do.")) throw error;
    });
  return { checkId, anchor: ANCHOR[intent] ?? "file" };
}

/** Everything that was wrong in a form, where more than one thing can be. */
export async function problemsOf(
  db: Database,
  scope: Scope,
  checkId: string,
  intent: CheckIntent,
  form: FormData,
  now: Date,
  first: Problem,
): Promise<readonly Problem[]> {
  if (intent !== "decision" || first.code === "check.unfit") return [first];
  const entry = entryOfForm(intent, new CheckForm(form, now), []);
  const faults = entry ? faultsOf(entry, await checkRecord(db, scope, checkId), scope, now) : [];
  const all = faults.map(refusal);
  return all.some(({ code }) => code === first.code) ? all : [first];
}

/** The form that comes back: which one it was, and what was typed. */
export function sentForm(intent: CheckIntent, form: FormData) {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === "string") (values[name] ??= []).push(value);
  const of = values["step"]?.[0] ?? values["candidate"]?.[0] ?? values["fact"]?.[0];
  const isOneOfMany = intent === "answer" || intent === "match-decided" || intent === "fact-put" || intent === "fact-answer"; // prettier-ignore
  return { sent: isOneOfMany && of ? `${intent} ${of}` : intent, values };
}
