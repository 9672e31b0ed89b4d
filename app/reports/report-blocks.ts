/** The sections of a report as blocks of words, in the order in which they are read. Pure. */
import { accessClassKey, strengthKey } from "../i18n/finding-keys";
import { referenceKey, untoldKey } from "../i18n/report-keys";
import { engineKey } from "../i18n/keys";
import { hasCells, hasRows, isTold, type Bars, type Heat, type Point, type Reference, type Report, type Statement, type Value } from "./model"; // prettier-ignore
import type { Block, Chart, Fact } from "./pdf-document";
import { barsKey, heatKey, notPartsOf, pointKey, sectionKey, sectionOf } from "./report-keys";
import { tableBlocks } from "./report-tables";
import { capital, standingText, valuesText } from "./report-words";
import type { FromList, Template, TemplateSection } from "./template";
import type { Wording } from "./wording";

/** Rows of a table in a PDF; the workbook, the CSV and the JSON file hold all that the report has. */
export const PRINTED_ROWS = 200;
/** And on a page of the web, where a phone shows each row as a card. */
export const ROWS_ON_A_PAGE = 50;

interface At {
  /** Rows of a table that are shown. */
  readonly rows: number;
  readonly template: Template;
  readonly section: TemplateSection;
  readonly wording: Wording;
  /** Does the report rest on a published list? */
  readonly hasList: boolean;
}

/** Every section; each begins with its heading. */
export function sectionBlocks(
  report: Report,
  template: Template,
  wording: Wording,
  rows: number = PRINTED_ROWS,
): Block[] {
  return report.sections.flatMap(({ id, points }) => {
    const at = {
      template,
      section: sectionOf(template, report.variant, id),
      wording,
      rows,
      hasList: report.list !== null,
    };
    const text = wording.t(engineKey(sectionKey(template, at.section)));
    return [{ kind: "heading", level: 1, text, section: id } satisfies Block, ...pointsBlocks(points, at)];
  });
}

/** Points of values stand together as facts; one with more has a heading of its own. */
function pointsBlocks(points: readonly Point[], at: At): Block[] {
  const blocks: Block[] = [];
  let facts: Fact[] = [];
  const endFacts = () => {
    if (facts.length > 0) blocks.push({ kind: "facts", items: facts });
    facts = [];
  };
  for (const point of points) {
    if (isFact(point)) facts.push({ term: nameOf(point, at), value: factText(point, at) });
    else {
      endFacts();
      blocks.push(...pointBlocks(point, at));
    }
  }
  endFacts();
  return blocks;
}

/** Of which nothing is told or shown, too: an empty table would say "none" where nothing is known. */
const isFact = (point: Point): boolean =>
  (!isTold(point) && !hasRows(point)) ||
  (point.statement === null &&
    point.tables.length + point.bars.length + point.heat.length === 0 &&
    !isList(point.values ?? []));

/** Words of a list, one under the other; with numbers between them they stand in a line. */
const isList = (values: readonly Value[]): boolean => values.length > 3 && values.every(({ is }) => is === "code");

/** @param over what is drawn or listed under them: they stay with it, and a bare number says that it is the whole. */
function valueBlocks(values: readonly Value[] | null, over: boolean, wording: Wording): Block[] {
  if (values === null || values.length === 0) return [];
  if (!isList(values)) {
    const text = valuesText(values, wording);
    return [{ kind: "text", text: over && values[0]!.is === "count" ? wording.t("reports.inAll", { text }) : text, stays: over }]; // prettier-ignore
  }
  return [{ kind: "list", items: values.map((value) => standingText(value, wording)) }];
}

const nameOf = ({ id }: Point, { template, section, wording }: At): string =>
  wording.t(engineKey(pointKey(template, section, id)));

/** Why nothing is told of a computed point. */
function whyUntold(from: FromList | undefined, hasList: boolean): keyof typeof untoldKey {
  if (from === undefined) return "records";
  if (!hasList) return "list";
  return from === "list" ? "records" : from;
}

/** What is told of a point beside its name, or why nothing is; words of ours begin with a capital. */
function factText({ id, values, mandatory }: Point, { template, section, wording, hasList }: At): string {
  if (values !== null && values.length > 0) return valuesText(values, wording);
  const point = section.points.find((one) => one.id === id);
  if (point === undefined || point.how === "stated")
    return capital(wording.t(mandatory ? "reports.unsaidMandatory" : "reports.unsaid"), wording);
  // What a person enters is not measured.
  if (template.facts?.some((fact) => fact.id === id)) return capital(wording.t("reports.notStated"), wording);
  return capital(wording.t(untoldKey[whyUntold(template.from?.[id], hasList)]), wording);
}

function pointBlocks(point: Point, at: At): Block[] {
  const { wording } = at;
  const { values, statement, tables, bars, heat } = point;
  return [
    { kind: "heading", level: 2, text: nameOf(point, at) },
    ...valueBlocks(values, tables.length + bars.length + heat.length > 0, wording),
    ...(statement === null ? [] : statementBlocks(statement, wording)),
    ...chartBlocks(bars, at),
    ...heat.map((one) => heatBlock(one, at)),
    ...(isTold(point) ? tables : tables.filter(hasCells)).flatMap((table) => tableBlocks(table, at)),
  ];
}

/** What a person wrote: their words, then who and when, then what it rests on or that it rests on nothing. */
export function statementBlocks({ text, by, at, evidence }: Statement, { t, format }: Wording): Block[] {
  const said = t("reports.saidBy", { who: by, when: format.day(at) });
  const parts = text.split(/\n{2,}/u).map((part) => part.replaceAll("\n", " "));
  return [
    ...parts.map((part, index) => ({ kind: "text", text: part, stays: index === parts.length - 1 }) as const),
    ...(evidence.length === 0
      ? [{ kind: "text", text: `${said} ${t("reports.unsupported")}`, quiet: true, stays: false } as const]
      : [
          { kind: "text", text: `${said} ${t("reports.restsOn")}`, quiet: true } as const,
          { kind: "list", items: evidence.map((one) => referenceText(one, { t, format })) } as const,
        ]),
  ];
}

/** As many letters of a record's id as a reader needs to find it: the last ones, which begin with no instant. */
const SHORT_ID = 6;

/** What a record is called: kind and title; without a title, that not all readers may read it, and how those who may find it. */
function recordName({ kind, id, title }: Reference, { t }: Pick<Wording, "t">): string {
  if (kind === "cited") return title;
  const what = t(referenceKey[kind]);
  if (title !== "") return `${what}: ${kind === "check" ? t("reports.recordNumber", { number: title }) : title}`;
  // In a public report it has no id either.
  return id === "" ? t("reports.internalRecord", { kind: what }) : t("reports.closedRecord", { kind: what, id: id.slice(-SHORT_ID) }); // prettier-ignore
}

/** A record or document as a report names it. @param withId with the whole id of the record, for a file of data. */
export function referenceText(
  reference: Reference,
  { t, format }: Pick<Wording, "t" | "format">,
  withId = false,
): string {
  const { id, day, sha256, document } = reference;
  const name = [recordName(reference, { t }), withId ? id : ""].filter((part) => part !== "").join(" · ");
  // A title that ends as a sentence is followed by a comma.
  return [
    name.replace(/[.。]$/u, ""),
    day === null ? "" : format.day(day),
    ...(document ? documentParts(document, { t, format }) : []),
    sha256 === null ? "" : `SHA-256 ${sha256}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** What is known of a document kept here: what it is tied to, how strong it is, since when and until when, who may read it. */
function documentParts(
  { product, site, tier, strength, retrievedOn, expiresOn, class: readBy }: NonNullable<Reference["document"]>,
  { t, format }: Pick<Wording, "t" | "format">,
): string[] {
  return [
    product ?? "",
    site ?? "",
    tier === null ? "" : t("reports.document.tier", { tier: String(tier) }),
    t(strengthKey[strength]).toLowerCase(),
    t("reports.document.retrieved", { day: format.day(retrievedOn) }),
    expiresOn === null ? "" : t("reports.document.expires", { day: format.day(expiresOn) }),
    t("reports.document.class", { class: t(accessClassKey[readBy]).toLowerCase() }),
  ];
}

/** Charts; one whose bars are all of no length is said in a line. */
function chartBlocks(all: readonly Bars[], at: At): Block[] {
  const empty = all.filter(({ bars }) => bars.every(({ count }) => count === 0));
  const charts = all.filter((one) => !empty.includes(one)).map((one) => chartOf(one, at));
  const { template, section, wording } = at;
  return [
    ...(charts.length === 0 ? [] : [{ kind: "charts", charts, level: 3 } as const]),
    ...(all.some((one) => notPartsOf(section, one.id) === undefined && !addsUp(one, wording))
      ? [{ kind: "text", text: wording.t("reports.sharesRounded"), quiet: true, stays: false } as const]
      : []),
    ...empty.map(({ id }) => {
      const table = wording.t(engineKey(barsKey(template, section, id)));
      return { kind: "text", text: wording.t("reports.noRows", { table }), quiet: true } as const;
    }),
  ];
}

/** Do the shares that are written beside its bars add up to all? */
function addsUp({ bars }: Bars, { format }: Wording): boolean {
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  return all === 0 || bars.reduce((sum, { count }) => sum + format.shareInThousandths(count / all), 0) === 1000;
}

function chartOf({ id, bars }: Bars, { template, section, wording }: At): Chart {
  const { t, format } = wording;
  const title = t(engineKey(barsKey(template, section, id)));
  const notParts = notPartsOf(section, id);
  const number = (count: number) => (notParts === "percent" ? format.percent(count / 100) : format.count(count));
  const most = Math.max(notParts === "percent" ? 100 : 0, ...bars.map(({ count }) => count));
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  const labelled = bars.map(({ label, count }) => ({ label: standingText(label, wording), count, value: label }));
  const values = labelled.map(({ label, count }) => t("registerPdf.chartValue", { label, number: number(count) }));
  return {
    title,
    head: notParts
      ? [t("reports.what"), t(notParts === "percent" ? "registerPdf.share" : "registerPdf.number")]
      : [t("reports.what"), t("registerPdf.number"), t("registerPdf.share")],
    alt: t("registerPdf.chart", { what: title, values: values.join("; ") }),
    most: most === 0 ? "" : number(most),
    bars: labelled.map(({ label, count, value }) => ({
      label,
      number: number(count),
      share: notParts ? "" : all === 0 ? "–" : format.share(count / all),
      length: most === 0 ? 0 : count / most,
      mark: value.is === "code" && (value.of === "band" || value.of === "level") ? (value.code as "high") : null,
    })),
  };
}

/** With the sums of its rows and columns: each record counts in one pair. */
function heatBlock({ id, across, down, cells }: Heat, { template, section, wording }: At): Block {
  const { format, t } = wording;
  const most = Math.max(0, ...cells.flat().map((cell) => cell ?? 0));
  const sum = (numbers: readonly (number | null)[]): number =>
    numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
  const cellOf = (cell: number | null) => ({
    text: cell === null ? "" : format.number(cell, 1),
    depth: cell === null || most === 0 ? 0 : cell / most,
  });
  const sumOf = (numbers: readonly (number | null)[]) => ({ text: format.number(sum(numbers), 1), depth: 0 });
  return {
    kind: "heat",
    title: t(engineKey(heatKey(template, section, id))),
    head: [...across.map((value) => standingText(value, wording)), t("reports.sum")],
    rows: [
      ...down.map((value, at) => ({
        label: standingText(value, wording),
        cells: [...cells[at]!.map(cellOf), sumOf(cells[at]!)],
      })),
      {
        label: t("reports.sum"),
        cells: [...across.map((_value, at) => sumOf(cells.map((row) => row[at]!))), sumOf(cells.flat())],
      },
    ],
  };
}
