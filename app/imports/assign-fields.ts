/** Gives each field the column that fits it best, by header and by values. */
import { fieldDefinition } from "./fields";
import type { FieldName, ValueKind } from "./fields";
import type { ColumnValues } from "./column-values";
import { describeColumn } from "./column-values";
import { matchHeader } from "./match-header";
import type { HeaderMatch, MatchedHeader } from "./match-header";

export interface Column {
  readonly index: number;
  readonly header: string;
  readonly matched: MatchedHeader;
  readonly values: ColumnValues;
}

export interface Assignment {
  readonly mapping: Partial<Record<FieldName, number>>;
  /** Fields each column could be, best first. */
  readonly candidates: readonly (readonly FieldName[])[];
  readonly excluded: readonly ("buyer" | "person" | "bank" | null)[];
  readonly nameAlternatives: readonly number[];
  readonly transactionColumn: number | null;
}

interface Claim {
  readonly column: Column;
  readonly match: HeaderMatch;
  readonly score: number;
}

const ACCEPTED = 34;

export function describeColumns(
  headers: readonly string[],
  width: number,
  data: readonly (readonly string[])[],
): Column[] {
  const columns: Column[] = [];
  for (let index = 0; index < width; index++) {
    const header = (headers[index] ?? "").trim();
    const values = describeColumn(data.map((record) => record[index] ?? ""));
    columns.push({ index, header, matched: matchHeader(header), values });
  }
  return columns;
}

/**
 * Columns → fields. `forced` columns are taken as they are and nothing else competes for them or their fields.
 */
export function assignFields(
  columns: readonly Column[],
  forced: Partial<Record<FieldName, number>>,
  hasHeader: boolean,
): Assignment {
  const taken = new Set<number>(Object.values(forced));
  const mapping: Partial<Record<FieldName, number>> = { ...forced };
  const excluded = columns.map((column) => (taken.has(column.index) ? null : excludedAs(column)));
  const claims = claimsOf(columns, excluded);
  for (const { column, match, score } of claims) {
    if (score < ACCEPTED) break;
    if (taken.has(column.index) || mapping[match.field] !== undefined) continue;
    if (isSomebodyElse(column, match, claims)) continue;
    mapping[match.field] = column.index;
    taken.add(column.index);
  }
  fromValues(columns, excluded, mapping, taken, hasHeader);
  const nameColumn = mapping.name;
  const nameAlternatives = claims
    .filter(
      ({ match, column }) =>
        match.field === "name" && column.index !== nameColumn && !Object.values(forced).includes(column.index),
    )
    .map(({ column }) => column.index);
  const candidates = columns.map((column) =>
    claims
      .filter((claim) => claim.column === column && mapping[claim.match.field] !== column.index)
      .map((claim) => claim.match.field),
  );
  const transaction = columns.find((column) => column.matched.verdict === "transaction" && column.values.filled > 0);
  return {
    mapping,
    candidates,
    excluded,
    nameAlternatives: [...new Set(nameAlternatives)],
    transactionColumn: transaction?.index ?? null,
  };
}

function excludedAs(column: Column): "buyer" | "person" | "bank" | null {
  const { verdict } = column.matched;
  if (verdict === "buyer" || verdict === "person" || verdict === "bank") return verdict;
  const { email, phone, iban } = column.values;
  if (email > 0.5) return "person";
  if (iban > 0.5) return "bank";
  // A register number can look like a telephone number: only where the header says nothing.
  if (phone > 0.7 && column.matched.matches.length === 0) return "person";
  return null;
}

function claimsOf(columns: readonly Column[], excluded: readonly (string | null)[]): Claim[] {
  const claims: Claim[] = [];
  for (const column of columns) {
    if (excluded[column.index] !== null || column.matched.verdict !== null) continue;
    for (const match of column.matched.matches) {
      const fit = fitOf(match.field, fieldDefinition(match.field).kind, column.values);
      if (match.needsValues > 0 && fit < match.needsValues) continue;
      if (match.partial && !partialFits(match.field, column.values)) continue;
      claims.push({
        column,
        match,
        score: match.score * (column.values.filled === 0 ? 0.6 : fit === 0 ? 0.2 : 0.35 + 0.65 * fit),
      });
    }
  }
  // Where a system writes X and X(T), X is the code: its column is no name.
  const texts = new Set(
    columns.filter((column) => column.matched.text.isText).map((column) => column.matched.text.full.replace(/ t$/, "")),
  );
  const honest = claims.filter(
    ({ column, match }) =>
      !(match.field === "name" && !column.matched.text.isText && texts.has(column.matched.text.full)),
  );
  return honest.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
}

/** A company column beside a column of sites is the customer or the owner, not the supplier. */
const isSomebodyElse = (column: Column, match: HeaderMatch, claims: readonly Claim[]): boolean =>
  match.field === "name" &&
  !match.site &&
  claims.some(
    (claim) => claim.match.field === "name" && claim.match.site && claim.column !== column && claim.score >= ACCEPTED,
  );

/** Share of the values that can be the field, 0 to 1; 1 for an empty column. */
export function fitOf(field: FieldName, kind: ValueKind, values: ColumnValues): number {
  if (values.filled === 0) return 1;
  switch (kind) {
    case "country":
      return values.country;
    case "amount":
    case "count":
    case "share":
    case "dollars":
    case "months":
      return values.date > 0.8 && values.decimal < 0.2 && values.integer < 0.5 ? 0 : values.number;
    case "date":
      return Math.max(
        values.date,
        isSerial(values) ? 0.9 : 0,
        values.integer > 0.9 && values.values.every((value) => value === "" || /^(?:19|20)\d{6}$/.test(value)) ? 1 : 0,
      );
    case "answer":
      return values.answer;
    case "currency":
      return values.currency;
    case "name":
      if (values.letters < 0.5 || values.date > 0.5 || values.link > 0.5) return 0;
      return values.codeLike > 0.8 && values.legalForm < 0.05 && values.meanLength < 12 ? 0.1 : values.letters;
    case "identifier":
      return field === "supplierNumber" || field === "registrationId" ? Math.max(values.codeLike, values.integer) : 1;
    case "code":
      return Math.max(
        values.codeLike,
        values.integer,
        values.values.filter((value) => /\d/.test(value)).length / values.filled,
      );
    case "address":
      return values.letters < 0.2 ? 0.1 : 1;
    case "text":
      if (field === "region" || field === "city")
        return values.letters < 0.2 || values.worldRegion > 0.6
          ? 0
          : values.country > 0.9 && values.distinct > 1
            ? 0.1
            : 1;
      return values.date > 0.8 ? 0 : 1;
    default:
      return 1;
  }
}

const isSerial = (values: ColumnValues): boolean =>
  values.integer > 0.8 &&
  values.largest >= 20_000 &&
  values.largest <= 80_000 &&
  values.values.every((value) => value === "" || (/^\d{5}/.test(value) && Number(value) >= 20_000));

/** A header that only contains a known phrase needs values that do not speak against it. */
function partialFits(field: FieldName, values: ColumnValues): boolean {
  if (values.filled === 0) return true;
  const { kind } = fieldDefinition(field);
  if (kind === "text" || kind === "name" || kind === "address") {
    if (values.date > 0.5 || values.link > 0.5) return false;
    return values.country < 0.8 || field === "placeOfWork";
  }
  return fitOf(field, kind, values) >= 0.4;
}

/** What no header named: a column of countries; and, without a header, everything that the values alone give away. */
function fromValues(
  columns: readonly Column[],
  excluded: readonly (string | null)[],
  mapping: Partial<Record<FieldName, number>>,
  taken: Set<number>,
  hasHeader: boolean,
): void {
  const free = (): Column[] =>
    columns.filter(
      (column) =>
        !taken.has(column.index) &&
        excluded[column.index] === null &&
        column.matched.verdict === null &&
        column.values.filled > 0,
    );
  const take = (field: FieldName, column: Column | undefined): void => {
    if (column === undefined || mapping[field] !== undefined) return;
    mapping[field] = column.index;
    taken.add(column.index);
  };
  const top = (rank: (values: ColumnValues) => number): Column | undefined => {
    let found: Column | undefined;
    let most = 0;
    for (const column of free()) {
      const value = rank(column.values);
      if (value > most) {
        most = value;
        found = column;
      }
    }
    return found;
  };
  const country = (values: ColumnValues): number => {
    if (values.filled < 2) return hasHeader ? 0 : values.country === 1 && values.countryCode === 0 ? 1 : 0;
    return values.countryCode >= 0.95 || (values.country >= 0.9 && values.meanLength > 3) ? values.country : 0;
  };
  if (mapping.country === undefined) {
    // Whatever its header: "Region" or "Location" over ISO codes is the country.
    const weak = columns.find(
      (column) =>
        country(column.values) > 0.95 &&
        excluded[column.index] === null &&
        (mapping.region === column.index || mapping.city === column.index) &&
        column.values.distinct > 1 &&
        column.values.meanLength <= 3,
    );
    if (weak !== undefined) {
      delete mapping[mapping.region === weak.index ? "region" : "city"];
      taken.delete(weak.index);
    }
    take("country", top(country));
  }
  if (mapping.name === undefined) {
    take(
      "name",
      top((values) => nameRank(values, hasHeader)),
    );
  }
  if (hasHeader) return;
  take(
    "date",
    top((values) => (values.date >= 0.9 ? values.date : 0)),
  );
  take(
    "address",
    top((values) => (values.addressLike >= 0.4 && values.meanLength > 12 ? values.meanLength * values.addressLike : 0)),
  );
  take(
    "amount",
    top((values) => (values.number >= 0.9 && values.decimal >= 0.3 ? values.decimal : 0)),
  );
  take(
    "cpv",
    top((values) => (share(values, /^\d{8}-\d$/) >= 0.6 ? 1 : 0)),
  );
  take(
    "supplierNumber",
    top((values) =>
      values.codeLike > 0.95 && values.distinct === values.filled && values.letters > 0.9 && values.filled > 3 ? 1 : 0,
    ),
  );
  take(
    "product",
    top((values) =>
      values.letters > 0.9 &&
      values.legalForm < 0.1 &&
      values.meanLength > 8 &&
      values.addressLike < 0.3 &&
      values.codeLike < 0.3
        ? values.meanLength
        : 0,
    ),
  );
}

const share = (values: ColumnValues, form: RegExp): number =>
  values.values.filter((value) => form.test(value)).length / Math.max(1, values.filled);

/** How much a column looks like company names. With a header that nobody knows, legal forms must show. */
function nameRank(values: ColumnValues, hasHeader: boolean): number {
  if (
    values.letters < 0.9 ||
    values.meanLength < 3 ||
    values.meanLength > 70 ||
    values.email + values.link + values.date > 0.3 ||
    values.country > 0.5
  )
    return 0;
  const rank = values.legalForm * 2 + (values.distinct / values.filled) * 0.5 - values.addressLike * 0.8;
  return hasHeader ? (values.legalForm >= 0.3 ? rank : 0) : Math.max(0, rank);
}
