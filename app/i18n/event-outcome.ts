import type { TFunction } from "i18next";
import { stageKey } from "./check-keys";
import { accessClassKey, findingStatusKey } from "./finding-keys";
import type { Key } from "./keys";
import { actionStateKey, decisionStateKey, entryKey, stepKey, supplierDecisionKey } from "./remedy-keys";
import { decisionKey } from "./screening-keys";

/** Where in an event's contents its outcome stands, and the words of a closed list; null: a person's own words or a number. */
type Place = readonly [path: string, words: Readonly<Record<string, Key>> | null];

/** What a step of a finding can be, without what its page says beside it. */
const findingStepKey = {
  reply: "findings.step.reply",
  "reply-not-asked": "findings.step.notAsked",
  closed: "findings.step.closed",
} as const;

/** By the two halves of an event's name. */
const OUTCOMES: Readonly<Record<string, Readonly<Record<string, readonly Place[]>>>> = {
  finding: {
    recorded: [["finding.summary", null]],
    step: [
      ["step.kind", findingStepKey],
      ["step.status", findingStatusKey],
      ["step.accessClass", accessClassKey],
    ],
    proposed: [["step.status", findingStatusKey]],
  },
  action: {
    recorded: [["action.title", null]],
    changed: [["action.title", null]],
    moved: [["to", actionStateKey]],
    noted: [["kind", stepKey]],
  },
  repayment: {
    recorded: [["group.label", null]],
    counted: [["group.label", null]],
    entered: [["entry.kind", entryKey]],
  },
  supplier: {
    decided: [
      ["decision", supplierDecisionKey],
      ["state", decisionStateKey],
    ],
    "decision-confirmed": [["decision", supplierDecisionKey]],
    "decision-refused": [["decision", supplierDecisionKey]],
  },
  match: {
    decided: [["decision", decisionKey]],
  },
  category: {
    filed: [["title", null]],
  },
  lot: {
    opened: [["lot.name", null]],
    "bidder-added": [["bidder.name", null]],
    "stage-opened": [["stage", stageKey]],
  },
  contract: {
    recorded: [["contract.title", null]],
  },
};

/** Text at a path of plain objects; "" where there is none. */
function textAt(contents: unknown, path: string): string {
  let here = contents;
  for (const part of path.split(".")) here = (here as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  return typeof here === "string" ? here.trim() : "";
}

const MOST_LETTERS = 160;

/**
 * What an event came to: the decision, the new state, the name of what was recorded, in the words of its own page. "" where its
 * sentence says it all, and where the contents hold no such thing.
 * @param contents as they were chained, parsed.
 */
export function eventOutcome(t: TFunction, name: string, contents: unknown): string {
  const [about = "", what = ""] = name.split(".");
  const told = (OUTCOMES[about]?.[what] ?? []).flatMap(([path, words]) => {
    const text = textAt(contents, path);
    if (words === null) return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS).trimEnd()}…` : text;
    return Object.hasOwn(words, text) ? (t as (key: Key) => string)(words[text]!) : [];
  });
  return told.filter(Boolean).join(", ");
}
