import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { useOwnCorridor } from "../services/corridors/use-own-corridor.server";
import { recordReadings } from "../services/readings/record-readings.server";
import { recruitmentView } from "../services/readings/recruitment-view.server";
import { releaseReadings } from "../services/readings/release-readings.server";
import { undoReadings } from "../services/readings/undo-readings.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import type { Permission } from "./permissions";
import { readRecruitmentForm, type Fault } from "./recruitment-form.server";
import { tryForm, type TriedView } from "./recruitment-page.server";

const mode = z.enum(["open", "protected"]).default("open");
const batch = z.string().regex(/^[\w-]{1,60}$/u);

/** What the page of a supplier's answers can send; the answers themselves are read by `readRecruitmentForm`. */
export const AnswersForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("try"), mode }),
  z.object({ intent: z.literal("save"), mode }),
  z.object({ intent: z.literal("undo"), batch }),
  z.object({ intent: z.literal("use"), row: batch }),
  z.object({
    intent: z.literal("release"),
    batch,
    groupSize: z.coerce.number(),
    assessedBy: z.string().max(200),
    assessedOn: z.iso.date(),
    assessment: z.string().max(5000),
  }),
]);
export type AnswersForm = z.infer<typeof AnswersForm>;

/** What a reader must be allowed to do for it, beside entering answers. */
export function permissionForAnswers(form: AnswersForm): Permission {
  if (form.intent === "release") return "protected:release";
  return "mode" in form && form.mode === "protected" ? "protected:read" : "supplier:write";
}

/** What came of it: where to go on (the query of the page), or the form with what it does or what is wrong with it. */
export type Acted =
  | { readonly to: string }
  | {
      readonly tried: TriedView | null;
      readonly faults: Readonly<Record<string, Fault>>;
      readonly values: Readonly<Record<string, string>> | null;
      readonly isSave: boolean;
    };

/** @throws Problem as the services have it. */
export async function actOnAnswers(
  db: Database,
  scope: Scope,
  supplierId: string,
  parsed: AnswersForm,
  form: FormData,
  now: Date,
): Promise<Acted> {
  if (parsed.intent === "undo") {
    await undoReadings(db, scope, { supplierId, batch: parsed.batch }, now);
    return { to: "done=undone" };
  }
  if (parsed.intent === "use") {
    const saved = await useOwnCorridor(db, scope, { supplierId, rowId: parsed.row }, now);
    return { to: `done=used&batch=${saved}` };
  }
  if (parsed.intent === "release") {
    await releaseReadings(db, scope, { supplierId, batch: parsed.batch }, parsed, now);
    return { to: "done=released" };
  }
  const today = dayOf(now);
  const read = readRecruitmentForm(form, assessorFor(today).resolver, today);
  const { answers, source, protectedSource, faults } = read;
  const isSave = parsed.intent === "save";
  if (isSave && Object.keys(faults).length === 0) {
    const saved = await recordReadings(db, scope, { supplierId, answers, source, protectedSource }, now);
    return { to: `done=${protectedSource === null ? "saved" : "protected"}&batch=${saved}` };
  }
  const tried = tryForm(await recruitmentView(db, scope, supplierId), answers, parsed.mode === "protected", now);
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))); // prettier-ignore
  return { tried, faults: isSave ? faults : {}, values, isSave };
}
