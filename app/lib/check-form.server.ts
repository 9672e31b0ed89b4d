/** From the forms of a check's page to entries. What is wrong in an entry is for the service to say. */
import { newId } from "../../db/ids";
import type { Cleaning, Exclusion } from "../checks/entries";
import type { FloorInput } from "../checks/floor";
import { FIRM_KINDS } from "../checks/words";
import type { WrittenEntry } from "../checks/rules";
import { Problem } from "./problem";

/** What a button of the page can ask for. */
export const CHECK_INTENTS = [
  "circle",
  "circle-left",
  "compare",
  "match-decided",
  "answer",
  "answer-many",
  "floor",
  "fact",
  "fact-put",
  "fact-answer",
  "decision",
  "decision-second",
  "file",
  "correct",
] as const;
export type CheckIntent = (typeof CHECK_INTENTS)[number];
export const isCheckIntent = (word: unknown): word is CheckIntent =>
  (CHECK_INTENTS as readonly unknown[]).includes(word);

/** A form as texts. */
export class CheckForm {
  constructor(
    readonly form: FormData,
    readonly now: Date,
  ) {}

  text(name: string): string {
    const value = this.form.get(name);
    return typeof value === "string" ? value.trim() : "";
  }
  orNull(name: string): string | null {
    return this.text(name) || null;
  }
  all(name: string): string[] {
    return this.form.getAll(name).filter((value) => typeof value === "string");
  }
  /** A number as people write it, a comma for the decimals among it. @throws Problem `check.number` (422). */
  number(name: string): number | null {
    const text = this.text(name).replace(/[\s\u00A0\u202F']/gu, "");
    if (text === "") return null;
    const plain = /^\d+(?:[.,]\d+)?$/u.test(text) ? text.replace(",", ".") : text.replace(/,(?=\d{3}(?:\D|$))/gu, "");
    if (!/^\d+(?:\.\d+)?$/u.test(plain))
      throw new Problem("check.number", "“{{text}}” is no number. Write digits, with a point or a comma before the decimals.", { text: text.slice(0, 40) }, 422); // prettier-ignore
    return Number(plain);
  }
}

const word = <T extends string>(words: readonly T[], given: string): T | null => words.find((one) => one === given) ?? null; // prettier-ignore

/** The entry a form asks to note; null for what is no entry. @param open ids of the steps that have no result yet. */
export function entryOfForm(intent: CheckIntent, form: CheckForm, open: readonly string[]): WrittenEntry | null {
  // What the page cannot send is left for the shapes to refuse.
  const entry = (kind: WrittenEntry["kind"], contents: object) => ({ kind, contents }) as WrittenEntry;
  switch (intent) {
    case "circle":
      return entry("circle", {
        firmId: newId(form.now),
        kind: word(FIRM_KINDS, form.text("kind")),
        name: form.text("name"),
        country: form.orNull("country"),
        identifier: form.orNull("identifier"),
        supplierId: null,
      });
    case "circle-left":
      return entry("circle-left", { firmId: form.text("firm"), reason: form.text("reason") });
    case "match-decided":
      return entry("match-decided", {
        candidateId: form.text("candidate"),
        decision: form.text("decision"),
        reason: form.text("reason"),
      });
    case "answer":
      return entry("answer", { steps: [form.text("step")], result: form.text("result"), ...sourceOf(form) });
    case "answer-many":
      return entry("answer", {
        steps: form.text("all") ? open : form.all("step"),
        result: "done",
        ...sourceOf(form),
      });
    case "floor":
      return entry("floor", floorOf(form));
    case "fact":
      return entry("fact", {
        factId: newId(form.now),
        text: form.text("text"),
        source: form.text("source"),
        sourceOn: form.orNull("sourceOn"),
        origin: form.text("origin"),
        status: form.text("status"),
      });
    case "fact-put":
      return entry("fact-put", { factId: form.text("fact"), putOn: form.text("putOn"), how: form.text("how") });
    case "fact-answer":
      return entry("fact-answer", {
        factId: form.text("fact"),
        answered: form.text("answered") === "yes",
        answer: form.text("answer"),
        on: form.text("on"),
      });
    case "decision": {
      const kind = form.text("kind");
      return entry("decision", {
        decisionId: newId(form.now),
        kind,
        reasons: form.text("reasons"),
        because: form.all("because"),
        terms: form.text("terms"),
        derogation: form.text("derogation"),
        cleaning: kind === "exclude" ? null : cleaningOf(form),
        exclusion: kind === "exclude" ? exclusionOf(form) : null,
      });
    }
    case "decision-second":
      return entry("decision-second", {
        decisionId: form.text("decisionId"),
        agreed: form.text("agreed") === "yes",
        note: form.text("note"),
      });
    case "compare":
    case "file":
    case "correct":
      return null;
  }
}

const sourceOf = (form: CheckForm) => ({
  proof: form.text("proof"),
  reference: form.text("reference"),
  sourceOn: form.orNull("sourceOn"),
});

/** What is known of a price and of the hours it pays for. @throws Problem `check.number` (422). */
export const floorOf = (form: CheckForm): FloorInput => ({
  price: form.number("price"),
  currency: form.text("currency").toUpperCase() || null,
  hours: form.number("hours"),
  hourlyWage: form.number("hourlyWage"),
  onCosts: form.number("onCosts"),
  otherDirectCosts: form.number("otherDirectCosts"),
  subcontracted: form.number("subcontracted"),
  wageBasis: word(["law", "agreement"], form.text("wageBasis")),
  wageSource: form.text("wageSource"),
  wageSourceOn: form.orNull("wageSourceOn"),
});

const cleaningOf = (form: CheckForm): Cleaning => ({
  offered: form.text("offered") === "yes",
  compensation: form.text("compensation"),
  clarification: form.text("clarification"),
  measures: form.text("measures"),
  assessment: form.text("assessment"),
});

/** Null where no ground was chosen: the service says what is missing. */
function exclusionOf(form: CheckForm): Exclusion | null {
  if (form.text("ground") === "") return null;
  return {
    ground: form.text("ground") as Exclusion["ground"],
    court: form.text("court"),
    convictionOn: form.orNull("convictionOn"),
    eventOn: form.orNull("eventOn"),
    setByJudgment: form.orNull("setByJudgment"),
    provision: form.text("provision"),
    proof: form.text("exclusionProof"),
    hearingOn: form.orNull("hearingOn"),
    hearingAnswer: form.text("hearingAnswer"),
    answeredOn: form.orNull("answeredOn"),
    proportionality: form.text("proportionality"),
    endsOn: form.orNull("endsOn"),
    cleaning: cleaningOf(form),
  };
}
