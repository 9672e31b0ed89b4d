import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { DECIDABLE_ROLES, Decision, NOT_SELLER_KINDS } from "../groups/decision";
import type { Resolver } from "../resolve/types";
import { moveSuppliers } from "../services/plan/move-suppliers.server";
import { recordOutcome } from "../services/plan/record-outcome.server";
import { undoMoves } from "../services/plan/undo-moves.server";
import type { Selection } from "../services/suppliers/select-suppliers.server";
import { didMove, didSay, readDid, whatWasDone, type Did } from "../services/suppliers/what-was-done.server";
import { decideSuppliers } from "../services/understanding/decide-many.server";
import { sectorOfWords } from "../services/understanding/sector-of-words.server";
import { undoBatch } from "../services/understanding/undo-batch.server";
import type { DoneView } from "../components/done-note";
import type { Language } from "../i18n/languages";
import { PLAN_OUTCOMES } from "../../db/schema/plans";
import type { Permission } from "./permissions";
import { Day } from "./plan-form.server";
import { sectorLabel } from "./sector-names.server";

const text = z.string().trim().max(2000).default("");

/** What the pages of suppliers can send about one or many of them; what no page of ours sends is refused. */
export const SupplierForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move"), to: z.enum(["in", "out"]), reason: text }),
  z.object({
    intent: z.literal("decide"),
    words: text,
    role: z.enum(["", ...DECIDABLE_ROLES]).default(""),
    notSeller: z.enum(NOT_SELLER_KINDS).optional(),
  }),
  z.object({
    intent: z.literal("outcome"),
    supplierId: z.string().max(40),
    outcome: z.enum(PLAN_OUTCOMES),
    on: z.iso.date(),
    note: text,
    dueOn: Day,
  }),
  z.object({ intent: z.literal("undo"), did: z.string().max(80) }),
]);
export type SupplierForm = z.infer<typeof SupplierForm>;

/** What a reader must be allowed to do for it. */
export function permissionFor(form: SupplierForm): Permission {
  if (form.intent === "undo") return "seq" in (readDid(form.did) ?? {}) ? "plan:write" : "supplier:write";
  return form.intent === "decide" ? "supplier:write" : "plan:write";
}

/** Why a form cannot be taken as it is: nothing was said, or its words were not understood. */
export interface Unread {
  readonly unread: "sector" | "nothing";
  readonly text: string;
}

/** What words for a sector, a role or the reason why it is no purchase say together. */
export function readSaid(form: Extract<SupplierForm, { intent: "decide" }>, resolver: Resolver): Decision | Unread {
  if (form.notSeller) return { notSeller: form.notSeller };
  const sector = form.words === "" ? null : sectorOfWords(form.words, resolver);
  if (form.words !== "" && !sector) return { unread: "sector", text: form.words };
  const role = form.role || sector?.role || null;
  const said = Decision.safeParse({
    ...(sector && { sector: { isic: sector.isic, goods: sector.goods, words: form.words.slice(0, 200) } }),
    ...(role && { role }),
  });
  return said.success ? said.data : { unread: "nothing", text: "" };
}

/**
 * Does what a form asks about the selected suppliers. @returns what was done, to be undone; null when it was undone, or is
 * nothing to undo.
 */
export async function changeSuppliers(
  db: Database,
  scope: Scope,
  form: SupplierForm,
  selection: Selection,
  resolver: Resolver,
  now: Date,
): Promise<Did | null | Unread> {
  switch (form.intent) {
    case "move":
      return didMove((await moveSuppliers(db, scope, selection, form, now)).seq);
    case "decide": {
      const said = readSaid(form, resolver);
      return "unread" in said ? said : didSay((await decideSuppliers(db, scope, selection, said, now)).batch);
    }
    case "outcome":
      await recordOutcome(db, scope, form, now);
      return null;
    case "undo": {
      const named = readDid(form.did);
      if (named && "seq" in named) await undoMoves(db, scope, named.seq);
      else await undoBatch(db, scope, named?.batch ?? "", now);
      return form.did;
    }
  }
}

/** What the address says was done, for the line that offers to take it back. */
export async function doneView(
  db: Database,
  scope: Scope,
  search: URLSearchParams,
  language: Language,
): Promise<DoneView | null> {
  const did = search.get("did");
  const done = did === null ? null : await whatWasDone(db, scope, did);
  if (!done) return null;
  const sector = done.kind === "decided" && done.said.sector ? sectorLabel(done.said.sector.isic, language) : null;
  return { ...done, sector };
}
