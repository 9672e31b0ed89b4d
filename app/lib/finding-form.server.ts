import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { ACCESS_CLASSES, OPEN_FINDING_SOURCES } from "../../db/schema/findings";
import { PROTECTED_SOURCES } from "../../db/schema/readings";
import { SEVERITIES } from "../../risk-models/types";
import type { KnownCommitment } from "../components/finding-form";
import { isProtectedSource, type NewFinding } from "../services/findings/record-finding.server";
import { releaseFinding } from "../services/findings/release-finding.server";
import {
  confirmSettlement,
  proposeSettlement,
  refuseSettlement,
  SETTLEMENTS,
} from "../services/findings/settle-finding.server";
import { changeFinding, takeBackFinding } from "../services/findings/step-finding.server";
import { usualClass } from "./finding-class";
import { can, type Permission } from "./permissions";
import { reference } from "./reference.server";

const text = z.string().max(20_000).default("");
const optional = text.transform((given) => (given.trim() === "" ? null : given));

/** What a member may choose from, and what the page says it means. */
export function findingChoices(scope: Scope) {
  const ids = ["EU-ATD-06", "COE-CETS197-03"];
  const commitments: KnownCommitment[] = reference()
    .table("commitments")
    .filter(({ id }) => ids.includes(id))
    .map((row) => ({ id: row.id, short: row.instrumentShort, article: row.article, url: row.sourceUrl }));
  return {
    openSources: can(scope.role, "finding:write")
      ? OPEN_FINDING_SOURCES.filter((source) => source !== "told-in-confidence")
      : [],
    protectedSources: can(scope.role, "protected:read") ? PROTECTED_SOURCES : [],
    severities: [...SEVERITIES].reverse(),
    classes: ACCESS_CLASSES,
    commitments,
  };
}

const NewForm = z.object({
  source: z.enum([...OPEN_FINDING_SOURCES, ...PROTECTED_SOURCES]).exclude(["told-in-confidence"]),
  saidBy: text,
  foundOn: text,
  site: optional,
  product: optional,
  severity: z.enum(SEVERITIES),
  summary: text,
  accessClass: z.enum(["by-source", ...ACCESS_CLASSES]).default("by-source"),
  namesNobody: z.literal("yes").optional(),
});

/** What recording it asks for, by who said it. */
export const permissionToRecord = (form: FormData): Permission =>
  isProtectedSource(String(form.get("source"))) ? "protected:read" : "finding:write";

/** The form of a new finding; null when it is none a page of ours sends. */
export function readFindingForm(form: FormData, supplierId: string): NewFinding | null {
  const parsed = NewForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return null;
  const { accessClass, namesNobody, ...given } = parsed.data;
  const usual = isProtectedSource(given.source) ? ("confidential" as const) : usualClass[given.source];
  return {
    ...given,
    supplierId,
    indicators: form.getAll("indicator").filter((one) => typeof one === "string"),
    accessClass: accessClass === "by-source" ? usual : accessClass,
    namesNobody: namesNobody === "yes",
  };
}

const version = z.coerce.number().int().nonnegative();
const held = z.literal("yes").optional();

/** What a form of the page of a finding can ask for. */
export const FindingPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("review"),
    version,
    held,
    to: z.enum(["alleged", "under-review"]),
    reason: text,
    on: text,
  }),
  z.object({ intent: z.literal("ask"), version, held, text, on: text, answerBy: text }),
  z.object({ intent: z.literal("do-not-ask"), version, held, reason: text, on: text }),
  z.object({ intent: z.literal("reply"), version, held, text, on: text }),
  z.object({ intent: z.literal("class"), version, held, to: z.enum(ACCESS_CLASSES), reason: text }),
  z.object({
    intent: z.literal("settle"),
    version,
    held,
    to: z.enum(SETTLEMENTS),
    reason: text,
    on: text,
    signs: z.array(z.string()).default([]),
  }),
  z.object({ intent: z.literal("confirm"), version, held }),
  z.object({ intent: z.literal("refuse"), version, held, reason: text }),
  z.object({ intent: z.literal("take-back"), version, held, reason: text }),
  z.object({
    intent: z.literal("release"),
    version,
    held,
    summary: text,
    groupSize: z.coerce.number().int().catch(0),
    assessedBy: text,
    assessedOn: text,
    assessment: text,
  }),
]);
export type FindingPageForm = z.infer<typeof FindingPageForm>;

/** What a change asks for; `held` says that the page was of a protected finding, which the decision itself looks at again. */
export function permissionToChange({ intent, held }: FindingPageForm): Permission {
  if (intent === "settle" || intent === "confirm" || intent === "refuse") return "finding:settle";
  if (intent === "release") return "protected:release";
  return held === "yes" ? "protected:read" : "finding:write";
}

/** Does what the form asks for. @returns the id of the finding to go on with. @throws Problem as each decision. */
export async function changeFindingBy(
  db: Database,
  scope: Scope,
  findingId: string,
  form: FindingPageForm,
  now: Date,
): Promise<string> {
  const seen = { findingId, version: form.version };
  switch (form.intent) {
    case "settle": {
      const { to, reason, on, signs } = form;
      await proposeSettlement(db, scope, { ...seen, to, reason, on, signs }, now);
      return findingId;
    }
    case "confirm":
      await confirmSettlement(db, scope, seen, now);
      return findingId;
    case "refuse":
      await refuseSettlement(db, scope, { ...seen, reason: form.reason }, now);
      return findingId;
    case "take-back":
      await takeBackFinding(db, scope, { ...seen, reason: form.reason }, now);
      return findingId;
    case "release": {
      const { summary, groupSize, assessedBy, assessedOn, assessment } = form;
      const risk = { groupSize, assessedBy, assessedOn, assessment };
      return releaseFinding(db, scope, { ...seen, summary }, risk, now);
    }
    default: {
      const { intent, version: _seen, held: _kept, ...change } = form;
      await changeFinding(db, scope, seen, { kind: intent, ...change } as Parameters<typeof changeFinding>[3], now);
      return findingId;
    }
  }
}
