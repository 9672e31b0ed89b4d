import { controlTotals, type ControlTotal } from "../../../../db/queries/register";
import { topSuppliers } from "../../../../db/queries/top-suppliers";
import { listOfGeneration } from "../../../../db/queries/overview";
import { ROLES } from "../../../../risk-models/types";
import { ILO_INDICATORS } from "../../../../risk-models/ilo-indicators";
import { code, count, day, dayOrText, known, money, share, text, type Attachment, type Cell, type Value } from "../../../reports/model"; // prettier-ignore
import { MOST_TOP_ROWS } from "../../../reports/register-report";
import type { Filled, Fillings } from "../../../reports/template";
import { register } from "../../../reports/templates/register";
import type { StoredSummary } from "../../imports/import-record.server";
import type { OverviewView } from "../../overview/overview.server";
import type { Fill } from "./fill";
import { demandAnnexOf } from "./demand.server";
import { actionCounts, decisionCounts, decisionsOfPeriod, findingCounts, signersCell } from "./follow-up-facts.server";
import { groupBy } from "../../../lib/group-by";
import { standingAtEnd, type Period, type Standing } from "./standing.server";
import type { SharedFacts } from "./shared-facts.server";
import { BANDS_SHOWN, knownBars, riskPairs, spendBars } from "./list-facts.server";
import { listMatches } from "./looked-facts.server";
import { registerLines } from "./register-lines";
import { registerMore } from "./register-more.server";
import { riskInputs } from "./risk-inputs.server";

/** The register as it stands. Without a published list everything about suppliers stays untold. */
export const fillRegister: Fill = async (db, scope, { settings, attachments, now, shared }) => {
  const [list, standing] = await Promise.all([shared.list(), standingAtEnd(db, scope, settings, now)]);
  const followUp = {
    ...(await demandAnnexOf(db, scope, settings, register, standing, shared)),
    registerFindings: findingCounts(standing, settings),
    registerDecisions: decisionsOf(standing, settings),
    registerActions: actionCounts(standing, settings),
  };
  if (!list) return followUp;
  const generation = list.generation.no;
  const [{ linesThen }, { matchesOf }] = await Promise.all([shared.told(), shared.pairs()]);
  const indicators = indicatorBars(standing);
  const [totals, head, lines, pairs, answers, matches] = await Promise.all([
    controlTotals(db, scope, generation),
    listOfGeneration(db, scope, generation),
    topSuppliers(db, scope, generation, MOST_TOP_ROWS, linesThen),
    riskPairs(db, scope, list),
    answersByField(shared),
    matchesAndLists(shared),
  ]);
  const all = Math.max(lines.length, list.numbers.suppliers);
  const { bars } = knownBars(list);
  const spend = spendBars(list);
  return {
    ...followUp,
    registerRows: rowsOf((head?.summary ?? null) as StoredSummary | null, totals),
    registerLines: registerLines(lines, all, await matchesOf(lines.map(({ supplierNo }) => supplierNo))),
    registerFile: fileOf(attachments),
    ...listParts(list),
    registerLevels: { values: [], bars: { registerLevels: bars!["levels"]! } },
    registerPairs: { values: pairs.values ?? null, heat: pairs.heat ? { registerPairs: pairs.heat["pairs"]! } : {} },
    registerRiskInputs: riskInputs(list.generation.modelId),
    ...(await registerMore(db, scope, { lines, generation, period: settings, now, standing, shared, indicators })),
    registerAnswers: answers,
    registerBands: {
      values: [],
      bars: { registerBands: bars!["bands"]!, ...(spend && { registerSpend: spend }) },
      tables: {
        registerBands: {
          rows: BANDS_SHOWN.flatMap((band) => list.numbers.bands.filter((one) => one.band === band)).map(
            (one): Cell[] => [code("band", one.band ?? "none"), count(one.suppliers), spendCell(list, one.spend)],
          ),
        },
      },
    },
    registerLists: matches,
  };
};

const spendCell = ({ numbers: { spend } }: OverviewView, amount: string | null): Cell =>
  spend === null || amount === null ? null : money(amount, spend.currency);

/** What was read of the file, and its amounts: file = counted + set aside + left out. */
function rowsOf(summary: StoredSummary | null, totals: readonly ControlTotal[]): Filled {
  const rows = summary?.rows;
  const told: readonly (readonly [string, number])[] = rows
    ? [["read", rows.read], ["imported", rows.imported], ["repaired", rows.repaired], ["setAside", rows.setAside], ["leftOut", rows.leftOut]] // prettier-ignore
    : [];
  return {
    values: rows ? [] : null,
    tables: {
      registerRows: { rows: told.map(([what, number]) => [code("row-count", what), count(number)]) },
      registerTotals: {
        rows: totals.map(({ currency, fileTotal, counted, creditNotes, setAside, rejected }): Cell[] => [
          known(currency, text),
          money(fileTotal, currency),
          money(counted, currency),
          money(creditNotes, currency),
          money(setAside, currency),
          money(rejected, currency),
        ]),
      },
    },
  };
}

/** The file with every supplier, by name, rows and hash; untold while the report is a draft. */
function fileOf(attachments: readonly Attachment[]): Filled {
  const file = attachments.find(({ id }) => id === "register");
  if (!file) return { values: null };
  const rows: readonly (readonly [string, Value])[] = [["name", text(file.name)], ["rows", count(file.rows)], ["bytes", count(file.bytes)], ["sha256", text(file.sha256)]]; // prettier-ignore
  return { values: [], tables: { registerFile: { rows: rows.map(([what, told]) => [code("file-fact", what), told]) } } }; // prettier-ignore
}

function listParts(list: OverviewView): Fillings {
  const { countries, sectors, roles, gaps, suppliers } = list.numbers;
  const { change } = list;
  return {
    registerRoles: {
      values: [],
      bars: { registerRoles: ROLES.map((role) => ({ label: code("role", role), count: roles.find((one) => one.role === role)?.suppliers ?? 0 })) }, // prettier-ignore
    },
    registerPlaces: {
      values: [],
      tables: {
        registerPlaces: {
          rows: countries.map((one): Cell[] => [
            known(one.code, (iso2) => code("country", iso2)),
            count(one.suppliers),
            count(one.high),
            spendCell(list, one.spend),
          ]),
        },
        registerSectors: {
          rows: sectors.map((one): Cell[] => [
            known(one.code, (division) => code("division", division)),
            count(one.suppliers),
            spendCell(list, one.spend),
          ]),
        },
      },
    },
    registerGaps:
      gaps === null
        ? { values: null }
        : {
            values: [],
            tables: {
              registerGaps: {
                rows: gaps.map((one): Cell[] => [code("gap", one.gap), share(one.lacking, suppliers), count(one.raisesLevel)]), // prettier-ignore
              },
            },
          },
    registerChange: change
      ? {
          values: [],
          tables: {
            registerChange: {
              rows: (["new", "gone", "changed", "unchanged", "renamed"] as const).map((what) => [code("list-change", what), count(change[what])]), // prettier-ignore
            },
          },
        }
      : { values: null },
  };
}

/** Of how many suppliers of the list an answer to each question is recorded, and which. */
async function answersByField(shared: SharedFacts): Promise<Filled> {
  const counting = [...((await shared.answers())?.answers.values() ?? [])].flat();
  const fields = [...groupBy(counting, ({ what }) => what)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    values: [count(fields.length)],
    tables: {
      registerAnswers: {
        rows: fields.map(([field, told]): Cell[] => {
          const of = (answer: string) => told.filter(({ value }) => value === answer).length;
          const [yes, no] = [of("yes"), of("no")];
          return [code("field", field), count(told.length), count(yes), count(no), count(told.length - yes - no)];
        }),
      },
    },
  };
}

/** Findings that stand and are not rejected, by the indicators they name. Protected ones are never read here. */
function indicatorBars({ findings }: Standing): Filled {
  const all = findings.filter(({ status }) => status !== "rejected");
  const counts = ILO_INDICATORS.map((id) => ({
    label: code("indicator", id),
    count: all.filter(({ indicators }) => (indicators as readonly string[]).includes(id)).length,
  }));
  return { values: [count(all.length)], bars: { registerIndicators: counts } };
}

async function matchesAndLists(shared: SharedFacts): Promise<Filled> {
  const [matches, editions] = await Promise.all([listMatches(shared), shared.editions()]);
  return {
    ...matches,
    tables: {
      registerLists: {
        rows: editions.map((one): Cell[] => [text(one.title), known(one.date, dayOrText), known(one.readOn, day)]),
      },
    },
  };
}

/** Decisions of the period that came into force, each with its reason. */
function decisionsOf(standing: Standing, period: Period): Filled {
  const told = decisionsOfPeriod(standing, period);
  return {
    ...decisionCounts(standing, period),
    tables: {
      registerDecisions: {
        rows: told.map((one): Cell[] => [
          text(one.supplierName),
          code("decision", one.decision),
          known(one.decidedOn, day),
          known(one.reason, text),
          known(one.ownerName, text),
          known(one.nextReviewOn, day),
          signersCell(one),
        ]),
      },
    },
  };
}
