/** The labour columns of a row → facts of the risk engine. What a list does not say stays unknown. */
import type { RecruitmentFacts, RecruitmentKey, WorkforceFacts } from "../../risk-models/facts";
import { readAnswer, readPaperHolder, readProof, readRecruiter, readRemediation } from "./answers";
import { cleanCell } from "./cells";
import type { RepairCode } from "./codes";
import { RECRUITMENT_FIELDS, fieldDefinition, proofField } from "./fields";
import type { FieldName, LabourShare } from "./fields";
import { NumberNote, readAmount, readCount, readShare } from "./numbers";
import type { Mapping, MappingProposal, ShareScale } from "./types";

/** Notes a repair of the row being read. */
export type Report = (code: RepairCode, field: FieldName, found: string) => void;
/** ISO 3166-1 alpha-2 of a country text, or null. */
export type CountryCode = (text: string) => string | null;

type Reader = (cell: string, cells: readonly string[]) => unknown;
interface LabourColumn {
  readonly key: RecruitmentKey | "remediation";
  readonly column: number;
  readonly read: Reader;
}

const SHARES: readonly LabourShare[] = ["migrantShare", "agencyShare", "womenShare", "youngShare"];
const COUNTRY_SEPARATOR = /\s*[;,|/+&\n]\s*|\s+(?:and|und|et|y|e|og|и|та)\s+/;
const isIso2 = (text: string): string | null => (/^[A-Z]{2}$/.test(text) ? text : null);

export class LabourReader {
  /** The column being read. */
  private column = -1;
  private readonly columns: readonly LabourColumn[];
  private readonly proofs: readonly (readonly [RecruitmentKey, number])[];
  private readonly allProof: number;
  private readonly workers: number;
  private readonly shares: readonly (readonly [LabourShare, number, ShareScale])[];
  private readonly template: RecruitmentFacts;
  private readonly workforceTemplate: WorkforceFacts;

  constructor(
    mapping: Mapping,
    private readonly plan: Pick<MappingProposal, "numberFormat" | "shareScales" | "headerCurrencies">,
    private readonly report: Report,
    private readonly countryCode: CountryCode = isIso2,
    /** Of the record that is read: which cells need no cleaning. */
    private readonly scan: { readonly tidy: Uint8Array } | null = null,
  ) {
    const columns: LabourColumn[] = [];
    for (const key of RECRUITMENT_FIELDS) {
      const column = mapping[key];
      if (column !== undefined) columns.push({ key, column, read: this.reader(key, mapping.currency) });
    }
    if (mapping.remediation !== undefined)
      columns.push({
        key: "remediation",
        column: mapping.remediation,
        read: this.choice("remediation", readRemediation),
      });
    this.columns = columns;
    this.proofs = RECRUITMENT_FIELDS.flatMap((key) => {
      const column = mapping[proofField(key)];
      return column === undefined ? [] : [[key, column] as const];
    });
    this.allProof = mapping.recruitmentProof ?? -1;
    this.workers = mapping.workers ?? -1;
    this.shares = SHARES.flatMap((field) => {
      const column = mapping[field];
      return column === undefined ? [] : [[field, column, plan.shareScales[field] ?? "fraction"] as const];
    });
    // One shape of object for the whole list keeps the engine's reads fast: a key without an answer is undefined.
    const hasProof = this.proofs.length > 0 || this.allProof >= 0;
    this.template = Object.fromEntries([
      ...columns.map(({ key }) => [key, undefined]),
      ...(hasProof ? [["proof", undefined]] : []),
    ]) as RecruitmentFacts;
    this.workforceTemplate = Object.fromEntries([
      ...(this.workers >= 0 ? [["workers", undefined]] : []),
      ...this.shares.map(([field]) => [field, undefined]),
    ]) as WorkforceFacts;
  }

  recruitment(cells: readonly string[]): RecruitmentFacts | null {
    let facts: Record<string, unknown> | null = null;
    for (const { key, column, read } of this.columns) {
      const cell = cells[column];
      if (cell === undefined || cell === "") continue;
      this.column = column;
      const value = read(cell, cells);
      if (value === undefined) continue;
      facts ??= { ...this.template };
      facts[key] = value;
    }
    if (facts === null || (this.proofs.length === 0 && this.allProof < 0)) return facts as RecruitmentFacts | null;
    const proof = this.proofOf(cells, facts);
    if (proof !== undefined) facts["proof"] = proof;
    return facts as RecruitmentFacts;
  }

  workforce(cells: readonly string[]): WorkforceFacts | null {
    let facts: Record<string, unknown> | null = null;
    let workers: number | undefined;
    if (this.workers >= 0) {
      this.column = this.workers;
      const cell = this.text(cells[this.workers], "workers");
      if (cell !== "") {
        const count = readCount(cell);
        this.note("workers", cell);
        if (count !== null) {
          workers = count;
          facts = { ...this.workforceTemplate };
          facts["workers"] = count;
        }
      }
    }
    for (const [field, column, scale] of this.shares) {
      this.column = column;
      const cell = this.text(cells[column], field);
      if (cell === "") continue;
      let share: number | null;
      const plain = scale === "fraction" ? plainFraction(cell) : -1;
      if (plain >= 0) share = plain;
      else {
        share = readShare(cell, scale);
        this.note(field, cell);
        if (scale === "count" && share !== null && !cell.includes("%"))
          share = this.ofWorkers(share, workers, field, cell);
      }
      if (share === null) continue;
      facts ??= { ...this.workforceTemplate };
      facts[field] = share;
    }
    return facts as WorkforceFacts | null;
  }

  private ofWorkers(count: number, workers: number | undefined, field: FieldName, cell: string): number | null {
    if (workers !== undefined && workers > 0 && count <= workers) return count / workers;
    this.report("share.no-total", field, cell);
    return null;
  }

  private proofOf(cells: readonly string[], facts: Record<string, unknown>): RecruitmentFacts["proof"] {
    const level =
      this.allProof >= 0 ? this.choice("recruitmentProof", readProof)(cells[this.allProof] ?? "") : undefined;
    if (this.proofs.length === 0) return level as RecruitmentFacts["proof"];
    const proof: Record<string, unknown> = {};
    if (level !== undefined)
      for (const { key } of this.columns) if (key !== "remediation" && facts[key] !== undefined) proof[key] = level;
    for (const [key, column] of this.proofs) {
      const own = this.choice(proofField(key), readProof)(cells[column] ?? "");
      if (own !== undefined) proof[key] = own;
    }
    return Object.keys(proof).length === 0 ? undefined : (proof as RecruitmentFacts["proof"]);
  }

  private reader(key: RecruitmentKey, currencyColumn: number | undefined): Reader {
    switch (fieldDefinition(key).kind) {
      case "answer":
        return (cell) => this.answer(key, cell);
      case "count":
        return (raw) => {
          const cell = this.text(raw, key);
          if (cell === "") return undefined;
          const count = readCount(cell);
          this.note(key, cell);
          return count ?? undefined;
        };
      case "dollars":
        return (raw, cells) =>
          this.dollars(
            key,
            raw,
            currencyColumn === undefined ? "" : (cells[currencyColumn] ?? "").trim().toUpperCase(),
          );
      case "months":
        return (raw) => {
          const cell = this.text(raw, key).replace(
            /\s*(?:months?|mths?|mon\.?|мес\.?|месяц\p{L}*|monate?|mois|meses|mes|måneder|个月)\s*$/iu,
            "",
          );
          if (cell === "") return undefined;
          const value = readAmount(cell, this.plan.numberFormat.decimal);
          if (value !== null && value >= 0 && value <= 600 * 10_000) return value / 10_000;
          this.report("number.unreadable", key, raw);
          return undefined;
        };
      case "countries":
        return (raw) => this.countries(key, this.text(raw, key));
      case "choice":
        return key === "recruiter" ? this.choice(key, readRecruiter) : this.choice(key, readPaperHolder);
      default:
        return (raw) => this.text(raw, key).slice(0, key === "recruiterLicenceNumber" ? 200 : 500) || undefined;
    }
  }

  private answer(key: RecruitmentKey, cell: string): string | undefined {
    // "нет", "none" and "无" are answers here and words for nothing elsewhere: the answer is read first.
    const answer = readAnswer(cell) ?? readAnswer(cell.trim()) ?? readAnswer(cleanCell(cell));
    if (answer === null) this.report("answer.unreadable", key, cell);
    return answer === null || answer === "unknown" ? undefined : answer;
  }

  private choice(field: FieldName, read: (text: string) => string | null): (raw: string) => string | undefined {
    return (raw) => {
      // "unknown" and "n/a" are answers here, not faults.
      const cell = cleanCell(raw);
      if (cell === "") return undefined;
      const value = read(cell);
      if (value === null) this.report("answer.unreadable", field, cell);
      return value === null || value === "unknown" ? undefined : value;
    };
  }

  private dollars(key: RecruitmentKey, raw: string, rowCurrency: string): number | undefined {
    const cell = this.text(raw, key);
    if (cell === "") return undefined;
    const amount = readAmount(cell, this.plan.numberFormat.decimal);
    const { repair, currency } = NumberNote;
    if (amount === null || amount < 0 || (key === "monthlyContractPayUsd" && amount === 0)) {
      this.report("number.unreadable", key, cell);
      return undefined;
    }
    const stated = currency || this.plan.headerCurrencies[key] || rowCurrency;
    if (stated !== "USD") {
      this.report("money.not-usd", key, cell);
      return undefined;
    }
    if (repair !== null) this.report(repair, key, cell);
    return amount / 10_000;
  }

  private countries(key: RecruitmentKey, cell: string): string[] | undefined {
    if (cell === "") return undefined;
    const found = new Set<string>();
    const whole = this.countryCode(cell);
    if (whole !== null) found.add(whole);
    else
      for (const part of cell.split(COUNTRY_SEPARATOR)) {
        const code = part === "" ? null : this.countryCode(part);
        if (code !== null) found.add(code);
        else if (part !== "") this.report("country.unreadable", key, part);
      }
    return found.size === 0 ? undefined : [...found].slice(0, 100);
  }

  private text(raw: string | undefined, field: FieldName): string {
    if (raw === undefined || raw === "") return "";
    if (this.scan !== null && this.scan.tidy[this.column] === 1) return raw;
    const cell = cleanCell(raw);
    if (cell === "" && /\S/.test(raw)) this.report("cell.empty-word", field, raw);
    return cell;
  }

  private note(field: FieldName, cell: string): void {
    if (NumberNote.repair !== null) this.report(NumberNote.repair, field, cell);
  }
}

/** "0", "1", "0.5", "0.29": the value; -1 for everything else. */
function plainFraction(cell: string): number {
  if (cell === "0") return 0;
  if (cell === "1") return 1;
  if (cell.length < 3 || cell.length > 6 || cell.charCodeAt(0) !== 48 || cell.charCodeAt(1) !== 46) return -1;
  let digits = 0;
  let scale = 1;
  for (let i = 2; i < cell.length; i++) {
    const digit = cell.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    digits = digits * 10 + digit;
    scale *= 10;
  }
  return digits / scale;
}
