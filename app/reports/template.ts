import type { Permission } from "../lib/permissions";
import type { TemplateFact } from "./facts";
import type { Cell, Point, Report, ReportClass, ReportType, SignRole, Statement, Value } from "./model";

/** How a point is filled: from the records, by a person's own words, or both. */
export type Filling = "computed" | "stated" | "both";

/** `list`: the list that is shown; `before`: that and the one before it; `kept`: the file that is kept from review on. */
export type FromList = "list" | "before" | "kept";

/** `overlapping`: one record may count in several bars; `percent`: the numbers are whole per cents. */
export type NotParts = "overlapping" | "percent";

export interface TemplatePoint {
  readonly id: string;
  readonly how: Filling;
  /** Named before approval while nothing is told of it. */
  readonly mandatory: boolean;
  /** The variants in which it is mandatory; left out: all. */
  readonly neededIn?: readonly string[];
  /** Where the template asks for it: section and point of the written template. */
  readonly asked: string;
  /** Rows of the catalogue of commitments to which it contributes. */
  readonly commitments: readonly string[];
  readonly tables?: readonly TemplateTable[];
  /** Ids of bar charts. */
  readonly bars?: readonly string[];
  /** By the id of a chart: its bars are no parts of one whole, so that none of them has a share. */
  readonly notParts?: Readonly<Record<string, NotParts>>;
  /** Ids of tables of pairs. */
  readonly heat?: readonly string[];
}

export interface TemplateTable {
  readonly id: string;
  /** Share of the width; 0: a column of the files alone. */
  readonly columns: readonly { readonly id: string; readonly width: number }[];
  /** Rows that are printed where a reader needs no more; the files hold all. Left out: as many as are printed of any table. */
  readonly printed?: number;
  /** All its rows stand in the file that the template keeps. */
  readonly kept?: true;
  /** By the column's id, what print says where a cell is empty; left out: that it is not known. Files leave it blank. */
  readonly blank?: Readonly<Record<string, Blank>>;
}

/** `yet`: it has not come to it by the end; `none`: there is none; `nobody`: nobody is named; `dash`: nothing is to be said. */
export type Blank = "yet" | "none" | "nobody" | "dash";

export interface TemplateSection {
  /** Its own in all templates. */
  readonly id: string;
  /** Where its words stand, if not with those of the template: a section that several templates share. */
  readonly words?: string;
  readonly points: readonly TemplatePoint[];
  /** Points that it does not have any more: reports that were frozen with them are still printed. */
  readonly former?: readonly string[];
}

/** What a report of the type is about. */
export type SubjectKind = "workspace" | "category" | "check" | "supplier" | "product";

export interface Template {
  readonly type: ReportType;
  /** Where its words stand in the catalogues; `report-keys.ts` says which it needs. */
  readonly words: string;
  readonly subject: SubjectKind;
  /** The first is the usual one. What a variant asks besides is among the sections, under its own `only`. */
  readonly variants: readonly Variant[];
  readonly class: ReportClass;
  /** A file that is made and kept when the report goes to review: of the whole register. */
  readonly keeps?: "register";
  /** By the point's id, what of the list tells it, so that it is said why nothing is told; left out: the records do. */
  readonly from?: Readonly<Record<string, FromList>>;
  /** What a person enters beside the points: days, names, choices. */
  readonly facts?: readonly TemplateFact[];
  /** At least; the longest period of the laws it serves. */
  readonly keepYears: number;
  /** Rows of the catalogue whose duty or commitment the report serves. */
  readonly serves: readonly string[];
  /** Who signs, in turn. The author and the approver always do. */
  readonly signs: readonly SignRole[];
  readonly sections: readonly (TemplateSection & { /** Variants that have it; left out: all. */ readonly only?: readonly string[] })[]; // prettier-ignore
}

/** Something a law asks of a report, in our words, and where it stands. */
export interface Asked {
  readonly item: string;
  /** Rows of the catalogue. */
  readonly rows: readonly string[];
  /** Ids of points of the variant. */
  readonly points: readonly string[];
}

export interface Variant {
  readonly id: string;
  /** A row of the catalogue that is its law; null: no law asks for it. */
  readonly law: string | null;
  /** Looked through by a lawyer, and offered. */
  readonly released: boolean;
  /** Who signs in this variant besides, in turn. */
  readonly signs: readonly SignRole[];
  /** What its law asks, thing by thing; left out: it asks nothing that the type does not. */
  readonly asks?: readonly Asked[];
  /** Asked of its readers besides what the type asks: it tells what not every reader of the type may see. */
  readonly read?: Permission;
}

/** What the records say of a point: the rows and bars of what the template declares for it. */
export interface Filled {
  /** Null: the records do not tell it. */
  readonly values?: readonly Value[] | null;
  /** By the table's id. `all`: how many rows there are where the table is cut. */
  readonly tables?: Readonly<Record<string, { readonly rows: readonly (readonly Cell[])[]; readonly all?: number }>>;
  readonly bars?: Readonly<Record<string, readonly { readonly label: Value; readonly count: number }[]>>;
  readonly heat?: Readonly<Record<string, { readonly across: readonly Value[]; readonly down: readonly Value[]; readonly cells: readonly (readonly (number | null)[])[] }>>; // prettier-ignore
  /** Ids of the records it was computed from, where they are few. */
  readonly evidence?: readonly string[];
  /** Rows of the catalogue that the records themselves name, beside those of the template. */
  readonly commitments?: readonly string[];
}

/** By the point's id. */
export type Fillings = Readonly<Record<string, Filled>>;

/** The sections that a variant has. */
export const sectionsOf = ({ sections }: Template, variant: string): readonly TemplateSection[] =>
  sections.filter(({ only }) => only === undefined || only.includes(variant));

/** Ids of the points that a person may write about. */
export const statedPoints = (template: Template, variant: string): string[] =>
  sectionsOf(template, variant).flatMap(({ points }) => points.filter(({ how }) => how !== "computed").map(({ id }) => id)); // prettier-ignore

/** Who signs besides the author and the approver, in turn, each once. */
export const signersOf = ({ signs, variants }: Pick<Template, "signs" | "variants">, variant: string): SignRole[] => [
  ...new Set([...signs, ...(variants.find(({ id }) => id === variant)?.signs ?? [])]),
];

/** What the report says besides what its points say. */
export type ReportHead = Omit<Report, "schema" | "type" | "sections" | "keepYears" | "commitments">;

/**
 * The report of a template, with what the records and what people say. Pure.
 * @throws Error for a filling of a point, table or chart the template does not have, or a row of another length: a fault of ours.
 */
export function assemble(
  template: Template,
  head: ReportHead,
  filled: Fillings,
  statements: ReadonlyMap<string, Statement>,
): Omit<Report, "commitments"> {
  const known = template.sections.flatMap(({ points }) => points.map(({ id }) => id));
  for (const id of Object.keys(filled)) requireKnown(template, "point", id, known);
  return {
    schema: "candour-report/1",
    type: template.type,
    ...head,
    keepYears: template.keepYears,
    sections: sectionsOf(template, head.variant).map(({ id, points }) => ({
      id,
      points: points.map((point) => pointOf(template, neededHere(point, head.variant), filled[point.id] ?? {}, statements.get(point.id) ?? null)), // prettier-ignore
    })),
  };
}

const neededHere = (point: TemplatePoint, variant: string): TemplatePoint => ({
  ...point,
  mandatory: point.mandatory && (point.neededIn === undefined || point.neededIn.includes(variant)),
});

function pointOf(template: Template, point: TemplatePoint, filled: Filled, statement: Statement | null): Point {
  const { id, how, mandatory, commitments, tables = [], bars = [], heat = [] } = point;
  for (const table of Object.keys(filled.tables ?? {})) requireKnown(template, "table", table, tables.map((one) => one.id)); // prettier-ignore
  for (const chart of Object.keys(filled.bars ?? {})) requireKnown(template, "chart", chart, bars);
  for (const pairs of Object.keys(filled.heat ?? {})) requireKnown(template, "table of pairs", pairs, heat);
  return {
    id,
    mandatory,
    values: how === "stated" || !filled.values ? null : [...filled.values],
    statement: how === "computed" ? null : statement,
    tables: tables.flatMap(({ id: table, columns }) => {
      const found = filled.tables?.[table];
      if (!found) return [];
      if (found.rows.some((row) => row.length !== columns.length))
        throw new Error(`A row of ${template.type}.${table} has another number of cells than the table has columns`);
      const rows = found.rows.map((row) => [...row]);
      return [{ id: table, columns: columns.map((column) => ({ ...column })), rows, all: found.all ?? rows.length }];
    }),
    bars: bars.flatMap((chart) => {
      const found = filled.bars?.[chart];
      return found ? [{ id: chart, bars: found.map((bar) => ({ ...bar })) }] : [];
    }),
    heat: heat.flatMap((pairs) => {
      const found = filled.heat?.[pairs];
      return found
        ? [{ id: pairs, across: [...found.across], down: [...found.down], cells: found.cells.map((row) => [...row]) }]
        : [];
    }),
    commitments: [...new Set([...commitments, ...(filled.commitments ?? [])])],
    evidence: [...(filled.evidence ?? [])],
  };
}

function requireKnown({ type }: Template, what: string, id: string, known: readonly string[]): void {
  if (!known.includes(id)) throw new Error(`The template ${type} has no ${what} ${id}`);
}
