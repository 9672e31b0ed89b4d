/** What a folder tells of points that its author adds to: links of the chain, sources, what was before, and guidelines that a step follows. */
import type { Database, Scope } from "../../../../db/database";
import type { RegisterLine } from "../../../../db/queries/register";
import { modelById } from "../../../../risk-models";
import { reference } from "../../../lib/reference.server";
import { addDays } from "../../../remedy/days";
import { code, day, dayOrText, known, text, type Cell } from "../../../reports/model";
import { GUIDELINES, type DoneKind } from "../../../reports/response-guidelines";
import type { Filled, Fillings } from "../../../reports/template";
import type { ReportSettings } from "../../../reports/settings";
import { sourcesOfModel } from "../report-sources.server";
import { toldLines, toldList } from "../told-list.server";
import { bandCell, levelCell, nameCell, scoreCell } from "./line-cells";
import { recheckCell } from "./remediation-more.server";
import type { SharedFacts } from "./shared-facts.server";
import type { Period, Standing } from "./standing.server";
import { statedRows, textCell, withAny } from "./stated-facts";

type LineFields = Readonly<Record<string, (line: RegisterLine) => unknown>>;
const OF_LINKS: LineFields = {
  registrationId: ({ registrationId }) => registrationId,
  city: ({ city }) => city,
  address: ({ address }) => address,
  parentFirm: ({ parent }) => parent,
  tier: ({ tier }) => tier,
};

/** Legal identifier, town, address and parent of each supplier, and of how many each link is missing. Pure. */
export const linksFilled = (lines: readonly RegisterLine[]): Filled => ({
  values: [],
  tables: {
    linksStated: { rows: statedRows(lines, OF_LINKS) },
    links: {
      rows: withAny(lines, OF_LINKS).map((line): Cell[] => [
        nameCell(line),
        textCell(line.registrationId),
        textCell(line.city),
        textCell(line.address),
        textCell(line.parent),
      ]),
    },
  },
});

/** By the kind of what was done: the rows of the catalogue that advise such a step; no law that binds is named. Null: nothing was done. Pure. */
export function guidelinesOf(done: number): Filled {
  if (done === 0) return { values: null };
  const rows = new Map(reference().table("commitments").map((row) => [row.id, row])); // prettier-ignore
  return {
    values: [],
    tables: {
      guidelines: {
        rows: (Object.entries(GUIDELINES) as [DoneKind, readonly string[]][]).map(([kind, ids]): Cell[] => [
          code("done", kind),
          text(ids.map((id) => [id, rows.get(id)?.instrumentShort, rows.get(id)?.article].filter(Boolean).join(", ")).join("; ")), // prettier-ignore
        ]),
      },
    },
  };
}

/** Sources of the assessment and lists that were compared; the lines before the period beside those of its end; indicators of actions. */
export const responseMore = async (
  db: Database,
  scope: Scope,
  {
    lines,
    settings,
    now,
    standing,
    shared,
  }: {
    readonly lines: readonly RegisterLine[];
    readonly settings: ReportSettings;
    readonly now: Date;
    readonly standing: Standing;
    readonly shared: SharedFacts;
  },
): Promise<Fillings> => {
  const [list, editions, before] = await Promise.all([
    shared.list(),
    shared.editions(),
    linesBefore(db, scope, lines, settings, now),
  ]);
  const model = list && modelById(list.generation.modelId);
  return {
    riskSources: {
      values: model || editions.length > 0 ? [] : null,
      tables: {
        sourcesUsed: {
          rows: (model ? sourcesOfModel(model) : []).map((one): Cell[] => [
            text(one.title),
            textCell(one.publisher),
            textCell(one.year),
          ]),
        },
        listsUsed: {
          rows: editions.map((one): Cell[] => [text(one.title), known(one.date, dayOrText), known(one.readOn, day)]),
        },
      },
    },
    beforeAfter: beforeAfter(lines, before, standing, settings),
  };
};

/** The same suppliers in the list with which the day before the period ended; null: it is not kept, or there was none. */
async function linesBefore(
  db: Database,
  scope: Scope,
  lines: readonly RegisterLine[],
  { from }: Period,
  now: Date,
): Promise<ReadonlyMap<number, RegisterLine> | null> {
  const told = await toldList(db, scope, { to: addDays(from, -1) }, now);
  if (told.from !== "then") return null;
  const found = await toldLines(db, scope, told, lines.map(({ supplierNo }) => supplierNo)); // prettier-ignore
  return new Map(found.map((line) => [line.supplierNo, line]));
}

/** Null: there is neither a list from before nor an action with an indicator. Pure. */
function beforeAfter(
  lines: readonly RegisterLine[],
  before: ReadonlyMap<number, RegisterLine> | null,
  { actions, steps }: Standing,
  period: Period,
): Filled {
  const measured = actions.filter(({ indicator }) => indicator !== "");
  if (before === null && measured.length === 0) return { values: null };
  const rows = lines.flatMap((line): Cell[][] => {
    const was = before?.get(line.supplierNo);
    return was
      ? [[nameCell(line), levelCell(was), bandCell(was), scoreCell(was), levelCell(line), bandCell(line), scoreCell(line)]] // prettier-ignore
      : [];
  });
  return {
    values: [],
    tables: {
      ...(before && { beforeAfter: { rows } }),
      indicators: {
        rows: measured.map((one): Cell[] => [
          text(one.supplierName),
          text(one.title),
          text(one.indicator),
          textCell(one.baseline),
          textCell(one.target),
          code("action-state", one.state),
          recheckCell(steps, one.id, period),
        ]),
      },
    },
  };
}
