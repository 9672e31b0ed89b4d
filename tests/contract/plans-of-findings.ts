/** Queries of findings that must read no whole table. */
import type { Database, Scope } from "../../db/database";
import * as evidence from "../../db/queries/evidence";
import * as holds from "../../db/queries/holds";
import * as findings from "../../db/queries/findings";
import * as protectedEvidence from "../../db/queries/protected-evidence";
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
    ["findingsOfSuppliers", ask((db, scope, no) => findings.findingsOfSuppliers(db, scope, [no]))],
    ["listFindings", ask((db, scope) => findings.listFindings(db, scope, { before: NOW, limit: 9 }))],
    ["stepsOfFindings", ask((db, scope) => findings.stepsOfFindings(db, scope, ["one", "other"]))],
    ["findProtectedFinding", ask((db, scope) => protectedFindings.findProtectedFinding(db, scope, "a finding"))],
    ["protectedFindingsAbout", ask((db, scope, no) => protectedFindings.protectedFindingsAbout(db, scope, no))],
    ["listProtectedFindings", ask((db, scope) => protectedFindings.listProtectedFindings(db, scope, 9))],
    ["stepsOfProtectedFindings", ask((db, scope) => protectedFindings.stepsOfProtectedFindings(db, scope, ["one"]))],
    ["findEvidence", ask((db, scope) => evidence.findEvidence(db, scope, "a document"))],
    ["evidenceOfHash", ask((db, scope) => evidence.evidenceOfHash(db, scope, "hash"))],
    ["evidenceAbout", ask((db, scope, no) => evidence.evidenceAbout(db, scope, no))],
    ["evidenceAt", ask((db, scope) => evidence.evidenceAt(db, scope, new Date(0), { numbers: [1, 2], limit: 9 }))],
    ["evidenceAt of a class", ask((db, scope) => evidence.evidenceAt(db, scope, new Date(0), { numbers: null, limit: 9, upTo: "internal" }))], // prettier-ignore
    ["evidenceAt of all", ask((db, scope) => evidence.evidenceAt(db, scope, new Date(0), { numbers: null, limit: 9 }))],
    ["evidenceOfSuppliers", ask((db, scope, no) => evidence.evidenceOfSuppliers(db, scope, [no], NOW))],
    ["listEvidence", ask((db, scope) => evidence.listEvidence(db, scope, 9))],
    ["listEvidence until an instant", ask((db, scope) => evidence.listEvidence(db, scope, 9, new Date()))],
    ["evidenceFor", ask((db, scope) => evidence.evidenceFor(db, scope, "finding", "a finding"))],
    ["usesOfEvidence", ask((db, scope) => evidence.usesOfEvidence(db, scope, ["one"]))],
    ["findProtectedEvidence", ask((db, scope) => protectedEvidence.findProtectedEvidence(db, scope, "a document"))],
    ["evidenceOfProtectedFinding", ask((db, scope) => protectedEvidence.evidenceOfProtectedFinding(db, scope, "one"))],
    ["holdsOfSupplier", ask((db, scope, no) => holds.holdsOfSupplier(db, scope, no))],
    ["heldSuppliers", ask((db, scope) => holds.heldSuppliers(db, scope))],
    ["contactsOfCountry", ask((db, scope) => holds.contactsOfCountry(db, scope, "BD"))],
  ];
};
