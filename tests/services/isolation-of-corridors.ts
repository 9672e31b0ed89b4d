/** What the isolation test asks of a workspace's own rows of corridors and fee rules: with the scope of one workspace and the ids of another. */
import { text } from "node:stream/consumers";
import { addOwnCorridor } from "../../app/services/corridors/add-own-corridor.server";
import { addOwnFeeRule } from "../../app/services/corridors/add-own-fee-rule.server";
import { exportOwnRows } from "../../app/services/corridors/export-own-rows.server";
import { findOwnRow } from "../../app/services/corridors/find-own-row.server";
import * as own from "../../app/services/corridors/own-rows.server";
import { restoreOwnRow } from "../../app/services/corridors/restore-own-row.server";
import { useOwnCorridor } from "../../app/services/corridors/use-own-corridor.server";
import { withdrawOwnRow } from "../../app/services/corridors/withdraw-own-row.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import type { NewCorridor, NewFeeRule } from "../../app/recruitment/corridors";
import type { Database, Scope } from "../../db/database";
import * as stored from "../../db/queries/corridors";
import { A_DAY, type ASupplier } from "../builders";

export interface OwnRows {
  readonly corridor: string;
  readonly rule: string;
}
interface Place {
  readonly scope: Scope;
  readonly supplier: ASupplier;
  readonly answers: { readonly ownRows: OwnRows };
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

/** To the country of the test's supplier. */
const aCorridor = (source: string): NewCorridor => ({
  origin: "NP",
  destination: "TR",
  workers: "",
  kind: "total",
  money: { amount: 1500, currency: "USD", rate: null },
  year: 2025,
  source,
  note: "",
  validFrom: "2025-01-01",
});
const aRule = (source: string): NewFeeRule => ({
  country: "NP",
  side: "origin",
  rule: "capped",
  covers: "service charge",
  value: 10_000,
  unit: "NPR",
  year: 2025,
  source,
  note: "",
  validFrom: "2025-01-01",
});

/** One row of each table, with the workspace's own word in it. */
export async function someOwnRows(db: Database, scope: Scope, word: string): Promise<OwnRows> {
  return {
    corridor: await addOwnCorridor(db, scope, aCorridor(`study ${word}`), A_DAY),
    rule: await addOwnFeeRule(db, scope, aRule(`law ${word}`), A_DAY),
  };
}

export const corridorReads = (db: () => Database): Asked => ({
  "db/queries/corridors.ts ownCorridors": (scope) => stored.ownCorridors(db(), scope),
  "db/queries/corridors.ts ownFeeRules": (scope) => stored.ownFeeRules(db(), scope),
  "app/services/corridors/own-rows.server.ts ownCorridors": (scope) => own.ownCorridors(db(), scope),
  "app/services/corridors/own-rows.server.ts ownFeeRules": (scope) => own.ownFeeRules(db(), scope),
  "app/services/corridors/find-own-row.server.ts findOwnRow": (scope, of) =>
    findOwnRow(db(), scope, of.answers.ownRows.corridor),
  "app/services/corridors/export-own-rows.server.ts exportOwnRows": async (scope) =>
    text((await exportOwnRows(db(), scope)).stream),
});

export const corridorChanges = (db: () => Database): Asked => ({
  "app/services/corridors/add-own-corridor.server.ts addOwnCorridor": (scope) =>
    addOwnCorridor(db(), scope, aCorridor("another study"), A_DAY),
  "app/services/corridors/add-own-fee-rule.server.ts addOwnFeeRule": (scope) =>
    addOwnFeeRule(db(), scope, aRule("another law"), A_DAY),
  "app/services/corridors/withdraw-own-row.server.ts withdrawOwnRow": (scope, of) =>
    withdrawOwnRow(db(), scope, of.answers.ownRows.corridor, A_DAY),
  "app/services/corridors/restore-own-row.server.ts restoreOwnRow": async (scope, of) => {
    await withdrawOwnRow(db(), scope, of.answers.ownRows.rule, A_DAY);
    await restoreOwnRow(db(), scope, of.answers.ownRows.rule);
  },
  "app/services/corridors/use-own-corridor.server.ts useOwnCorridor": async (scope, of) => {
    if (scope === of.scope) {
      const from = {
        what: "recruitedFrom",
        value: ["NP"],
        proof: "policy",
        validFrom: "2026-03-01",
        money: null,
      } as const;
      const given = { supplierId: of.supplier.id, answers: [from], source: "a call", protectedSource: null };
      await recordReadings(db(), scope, given, A_DAY);
    }
    return useOwnCorridor(db(), scope, { supplierId: of.supplier.id, rowId: of.answers.ownRows.corridor }, A_DAY);
  },
});
