/** Queries of findings that must read no whole table. */
import type { Database, Scope } from "../../db/database";
import * as findings from "../../db/queries/findings";
import * as protectedFindings from "../../db/queries/protected-findings";
import { NOW } from "./databases";

export const plansOfFindings = (
  asked: () => { readonly db: Database; readonly scope: Scope; readonly no: number },
): [string, () => Promise<unknown>][] => {
  const ask = (what: (db: Database, scope: Scope, no: number) => Promise<unknown>) => () => {
    const { db, scope, no } = asked();
    return what(db, scope, no);
  };
  return [
    ["findFinding", ask((db, scope) => findings.findFinding(db, scope, "a finding"))],
    ["findingsAbout", ask((db, scope, no) => findings.findingsAbout(db, scope, no))],
    ["listFindings", ask((db, scope) => findings.listFindings(db, scope, { before: NOW, limit: 9 }))],
    ["stepsOfFindings", ask((db, scope) => findings.stepsOfFindings(db, scope, ["one", "other"]))],
    ["findProtectedFinding", ask((db, scope) => protectedFindings.findProtectedFinding(db, scope, "a finding"))],
    ["protectedFindingsAbout", ask((db, scope, no) => protectedFindings.protectedFindingsAbout(db, scope, no))],
    ["listProtectedFindings", ask((db, scope) => protectedFindings.listProtectedFindings(db, scope, 9))],
    ["stepsOfProtectedFindings", ask((db, scope) => protectedFindings.stepsOfProtectedFindings(db, scope, ["one"]))],
  ];
};
