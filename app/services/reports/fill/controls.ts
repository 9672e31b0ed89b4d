/** What holds suppliers to something: their answers, documents about them, and what contracts with them say. */
import type { StoredEvidence } from "../../../../db/queries/evidence";
import { code, codes, day, known, text, type Cell } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import type { Contracts } from "../../demand/contract-facts.server";
import { nameCell } from "./line-cells";
import type { Period } from "./standing.server";
import { answerOf, statedRows, textCell, withAny, type ToldLine } from "./stated-facts";

type RunningContract = Contracts["all"][number];

/** Contracts that ran at some time of the period. Pure. */
export const running = (all: Contracts["all"], { from, to }: Period): RunningContract[] =>
  all.filter(({ contract, status }) => {
    const end = status.termination?.on ?? contract.endsOn;
    return contract.startsOn <= to && (end === null || end >= from);
  });

const OF_CONTROLS: Readonly<Record<string, (one: ToldLine) => unknown>> = {
  grievanceMechanism: ({ told }) => told.r?.grievanceMechanism,
  employerPaysPolicy: ({ told }) => told.r?.employerPaysPolicy,
  contractInOwnLanguage: ({ told }) => told.r?.contractInOwnLanguage,
};

/**
 * Answers about channel, policy and contract, documents with their scope, and the terms of contracts. Pure.
 * @param documents those that readers of the report may know of; `all` of them there are. @param names of suppliers by their number.
 */
export const controlsFilled = (
  told: readonly ToldLine[],
  documents: { readonly rows: readonly StoredEvidence[]; readonly all: number },
  contracts: readonly RunningContract[],
  names: ReadonlyMap<number, string>,
): Filled => ({
  values: [],
  tables: {
    controlsStated: { rows: statedRows(told, OF_CONTROLS) },
    controls: {
      rows: withAny(told, OF_CONTROLS).map((one): Cell[] => [
        nameCell(one.line),
        answerOf(one.told.r?.grievanceMechanism),
        answerOf(one.told.r?.employerPaysPolicy),
        answerOf(one.told.r?.contractInOwnLanguage),
      ]),
    },
    auditDocuments: {
      all: documents.all,
      rows: documents.rows.map((one): Cell[] => [
        known(names.get(one.supplierNo), text),
        text(one.shows),
        text(one.issuer),
        code("strength", one.strength),
        textCell([one.site, one.product].filter(Boolean).join("; ")),
        known(one.issuedOn, day),
        known(one.expiresOn, day),
      ]),
    },
    clauses: { rows: contracts.map(clauseRow) },
  },
});

const clauseRow = ({ contract, status: { terms } }: RunningContract): Cell[] => [
  text(contract.contractor),
  text(`${contract.reference} · ${contract.title}`),
  codes("contract-measure", terms?.measures ?? []),
  textCell(terms?.employerPays),
  textCell(terms?.auditAccess),
  textCell(terms?.clauses),
];
