/**
 * One record → one checked row: cells repaired and read, persons and authorities set aside, what is no supplier left out. The
 * checker is made once a list and reuses one row object; what must outlive the next call is copied by the caller.
 */
import type { SupplierRole } from "../../risk-models/types";
import { readRole } from "./answers";
import { CleanCell, EMPTY_WORD, FLAG_CODES, cleanCell, isChatbotText, isTidy } from "./cells";
import {
  CodeNote,
  firstNumber,
  readActivityCode,
  readCpvCode,
  readHsCode,
  readIdentifier,
  readRegistration,
} from "./codes-in-cells";
import { isBringable, type LeftOutReason, type RepairCode, type SetAsideReason } from "./codes";
import { currencyCode } from "./currencies";
import { DateNote, readDate } from "./dates";
import type { FieldName } from "./fields";
import { nameKey } from "./name-key";
import { NoSupplierRow, isBlankRecord, isTotalWord } from "./no-supplier-row";
import { NumberNote, readAmount } from "./numbers";
import { isMixedRegister, personalCells } from "./personal-columns";
import { hasCompanyForm, isPlaceholderWord, payeeReason, purposeReason } from "./payees";
import { LabourReader } from "./read-labour";
import type { CountryCode } from "./read-labour";
import { RecordScan } from "./record-scan";
import { RowShape } from "./row-shape";
import type { SeenRecords } from "./seen-records";
import type { CheckedRow, ListDefaults, Mapping, MappingProposal, RowIssue } from "./types";

export interface RowCheckerSetup {
  /** Of `proposeMapping`, for the mapping in use. */
  readonly proposal: MappingProposal;
  readonly defaults?: ListDefaults | undefined;
  /** Needed only to read lists of countries of recruitment; without it ISO 3166-1 alpha-2 codes alone are read. */
  readonly countryCode?: CountryCode | undefined;
  /** The file's delimiter, put back where a cut text is joined. */
  readonly delimiter?: string | undefined;
  /** Cells of most records, where they have nameless trailing columns: records of that length are not suspected of being cut. */
  readonly usualLength?: number | undefined;
}

/** Each record is judged by itself: what was checked before changes nothing. */
export interface RowChecker {
  /** @param cells one record as read; it is not changed. @param seen, record as `RecordScan.read` takes them. @returns the same object at every call. */
  check(cells: readonly string[], seen?: SeenRecords | null, record?: number): CheckedRow;
  /** Of the record last checked: its hash, and its cells as bytes. */
  readonly scan: RecordScan;
}

const NO_ISSUES: readonly RowIssue[] = Object.freeze([]);
const NO_DEFAULTS: ListDefaults = { country: null, product: null };
const LONGEST_FOUND = 200;

export function createRowChecker(setup: RowCheckerSetup): RowChecker {
  return new Checker(setup);
}

const emptyRow = (): CheckedRow => ({
  outcome: "imported", reason: null, issues: NO_ISSUES, name: "", nameKey: "", supplierNumber: "", registrationId: "", country: "", region: "", city: "", postalCode: "", address: "", placeOfWork: "",
  origin: "", role: "unknown", product: "", sector: "", isic: "", nace: "", hs: "", cpv: "", parent: "", tier: "", accountCode: "", accountName: "", amount: null, currency: "", date: "", recruitment: null, workforce: null,
}); // prettier-ignore

class Checker implements RowChecker {
  private readonly row = emptyRow();
  private issues: RowIssue[] | null = null;
  private readonly mapping: Mapping;
  private readonly width: number;
  private readonly hasHeader: boolean;
  private readonly headerKey: string;
  private readonly mixedRegister: boolean;
  /** False where surplus cells may be those of persons or bank accounts, which no report quotes. */
  private readonly quotesSurplus: boolean;
  private readonly amountCurrency: string;
  private readonly labour: LabourReader;
  private readonly noSupplier: NoSupplierRow;
  private readonly shape: RowShape;
  readonly scan: RecordScan;
  private readonly dates = new Map<string, string>();
  private readonly defaultCountry: string;
  private readonly defaultProduct: string;
  private readonly sellers: ReadonlySet<string>;

  constructor(private readonly setup: RowCheckerSetup) {
    const { proposal, defaults = NO_DEFAULTS } = setup;
    this.mapping = proposal.mapping;
    const headers = proposal.columns.map((column) => column.header);
    this.width = headers.length;
    this.hasHeader = proposal.headerRecord !== null;
    const nameColumn = this.mapping.name ?? -1;
    this.headerKey = this.hasHeader ? nameKey(headers[nameColumn] ?? "") : "";
    this.mixedRegister = isMixedRegister(headers[this.mapping.registrationId ?? -1] ?? "");
    this.quotesSurplus = personalCells(proposal).columns.length === 0;
    this.amountCurrency = proposal.headerCurrencies.amount ?? "";
    this.scan = new RecordScan(this.width);
    this.labour = new LabourReader(
      this.mapping,
      proposal,
      (code, field, found) => this.note(code, field, found),
      setup.countryCode,
      this.scan,
    );
    this.noSupplier = new NoSupplierRow(this.hasHeader ? headers : headers.map(() => ""), nameColumn);
    this.shape = new RowShape(this.width, this.mapping, setup.delimiter);
    this.defaultCountry = defaults.country ?? "";
    this.defaultProduct = defaults.product ?? "";
    this.sellers = new Set(defaults.sellers);
  }

  check(given: readonly string[], seen: SeenRecords | null = null, record = 0): CheckedRow {
    const { row, mapping } = this;
    this.issues = null;
    row.outcome = "imported";
    row.reason = null;
    this.scan.read(given, seen, record);
    let cells = given;
    if (cells.length !== this.width) cells = this.shaped(given);

    const name = this.take(cells, mapping.name, "name");
    row.name = name;
    row.nameKey = name === "" ? "" : nameKey(name);
    row.supplierNumber = this.identifier(cells, mapping.supplierNumber, "supplierNumber");
    row.registrationId = this.registration(cells);
    row.country = this.take(cells, mapping.country, "country") || this.defaultCountry;
    row.region = this.take(cells, mapping.region, "region");
    row.city = this.take(cells, mapping.city, "city");
    row.postalCode = this.identifier(cells, mapping.postalCode, "postalCode");
    row.address = this.take(cells, mapping.address, "address");
    row.placeOfWork = this.take(cells, mapping.placeOfWork, "placeOfWork");
    row.origin = this.take(cells, mapping.origin, "origin");
    row.role = this.role(cells);
    row.product = this.prose(cells, mapping.product, "product");
    row.sector = this.prose(cells, mapping.sector, "sector");
    row.isic = this.code(cells, mapping.isic, "isic", readActivityCode);
    row.nace = this.code(cells, mapping.nace, "nace", readActivityCode);
    row.hs = this.code(cells, mapping.hs, "hs", readHsCode);
    row.cpv = this.code(cells, mapping.cpv, "cpv", readCpvCode);
    row.parent = this.take(cells, mapping.parent, "parent");
    row.tier = this.take(cells, mapping.tier, "tier");
    row.accountCode = this.take(cells, mapping.accountCode, "accountCode");
    row.accountName = this.take(cells, mapping.accountName, "accountName");
    this.money(cells);
    row.date = this.date(cells);
    row.workforce = this.labour.workforce(cells);
    row.recruitment = this.labour.recruitment(cells);
    if (
      this.defaultProduct !== "" &&
      row.product === "" &&
      row.sector === "" &&
      row.isic === "" &&
      row.nace === "" &&
      row.hs === "" &&
      row.cpv === ""
    )
      row.product = this.defaultProduct;

    this.decide(cells);
    row.issues = this.issues ?? NO_ISSUES;
    return row;
  }

  /** Imported, set aside or left out. */
  private decide(cells: readonly string[]): void {
    const { row } = this;
    if (row.name === "") return this.withoutName(cells);
    if (row.nameKey === this.headerKey && this.hasHeader && this.noSupplier.isHeader(cells))
      return this.asHeader(cells);
    if (row.reason !== null) {
      // What stands in the wrong column is no amount.
      row.amount = null;
      return;
    }
    if (isTotalWord(row.nameKey) && this.noSupplier.isTotal(cells, row.nameKey))
      return this.leaveOut("total-row", row.name);
    if (
      (row.name.length > 25 || row.name.charCodeAt(0) === 42 || row.name.includes(":") || row.name.includes("：")) &&
      this.width > 1
    ) {
      const note = this.noSupplier.note(cells);
      if (note !== null) return this.leaveOut(note, row.name);
    }
    const stated = row.role === "not-a-seller" ? "stated-not-a-seller" : null;
    const reason = payeeReason(row.name, row.nameKey) ?? this.personByNumber() ?? this.byPurpose() ?? stated;
    if (reason === null) return;
    if (!this.sellers.has(row.nameKey) || !isBringable(reason)) return this.setAside(reason);
    // A person decided: what the list says of its role does not hold against that.
    if (row.role === "not-a-seller") row.role = "unknown";
  }

  private withoutName(cells: readonly string[]): void {
    if (isBlankRecord(cells)) {
      this.issues = null;
      return this.leaveOut("blank-record", "");
    }
    const raw = cells[this.mapping.name ?? -1] ?? "";
    if (isPlaceholderWord(raw)) {
      // A word that means "nothing" elsewhere is kept here: the row is a payment to somebody.
      this.issues = this.issues?.filter((issue) => issue.field !== "name") ?? null;
      this.row.name = raw.trim();
      this.row.nameKey = nameKey(raw);
      return this.setAside("placeholder-name");
    }
    if (this.row.reason !== null) {
      this.row.amount = null;
      return;
    }
    if (this.noSupplier.isTotal(cells, "")) return this.leaveOut("total-row", raw);
    const note = this.noSupplier.note(cells);
    this.leaveOut(note ?? "no-name", note === null ? raw : (cells.find((cell) => cell.trim() !== "") ?? ""));
  }

  private asHeader(cells: readonly string[]): void {
    this.issues = null;
    this.row.amount = null;
    this.leaveOut("repeated-header", cells.find((cell) => cell !== "") ?? "");
  }

  private personalNumber = false;

  /** A personal tax number beside a name without a company's legal form. */
  private personByNumber(): SetAsideReason | null {
    return this.personalNumber && !hasCompanyForm(this.row.nameKey) ? "natural-person" : null;
  }

  /** In a ledger the purpose and the account say what the payment is. */
  private byPurpose(): SetAsideReason | null {
    const { row } = this;
    if (this.setup.proposal.kind === "list" || (row.product === "" && row.accountCode === "" && row.accountName === ""))
      return null;
    const reason = purposeReason(row.product) ?? purposeReason(row.accountName) ?? purposeReason(row.accountCode);
    return reason !== null && !hasCompanyForm(row.nameKey) ? reason : null;
  }

  private setAside(reason: SetAsideReason): void {
    this.row.outcome = "set-aside";
    this.row.reason = reason;
    // A person's name is not repeated in the report; the line number leads to it.
    this.note(reason, "name", reason === "natural-person" || reason === "redacted" ? "" : this.row.name);
  }

  private leaveOut(reason: LeftOutReason, found: string): void {
    this.row.outcome = "left-out";
    this.row.reason = reason;
    this.note(reason, null, found);
  }

  /** Fewer or more cells than the header. */
  private shaped(given: readonly string[]): readonly string[] {
    const missing = given.length < this.width;
    if (missing) {
      if (isBlankRecord(given)) return given;
      this.noteShort(given);
      const shaped = this.shape.shapeShort(given);
      if (shaped === null) return given;
      this.scan.forgetTidy();
      this.note(
        "row.rejoined",
        shaped.field,
        shaped.field === null ? "" : (shaped.cells[this.mapping[shaped.field]!] ?? ""),
      );
      return shaped.cells;
    }
    const blank = isBlankRecord(given.slice(this.width));
    if (blank) {
      // Nameless trailing columns; unless the record was cut and its own last cell is empty.
      if (given.length === this.setup.usualLength || this.shape.fits(given)) return given.slice(0, this.width);
    }
    const { cells, how, field } = this.shape.shape(given);
    const surplus = this.quotesSurplus ? given.slice(this.width).join(" | ") : "";
    if (how === "rejoined") {
      this.scan.forgetTidy();
      this.note("row.rejoined", field, field === null ? surplus : (cells[this.mapping[field]!] ?? ""));
    } else if (blank) return cells;
    else if (how === "cut") this.note("row.extra-cells", null, surplus);
    else this.leaveOut("unreadable-record", surplus);
    return cells;
  }

  /** Trailing cells that programs leave away when empty are no fault unless a mapped column is missing. */
  private noteShort(given: readonly string[]): void {
    for (const index of Object.values(this.mapping)) {
      if (index >= given.length) {
        this.note("row.missing-cells", null, `${given.length} / ${this.width}`);
        return;
      }
    }
  }

  private take(cells: readonly string[], column: number | undefined, field: FieldName): string {
    if (column === undefined) return "";
    const cell = cells[column];
    if (cell === undefined || cell === "") return "";
    return this.scan.tidy[column] === 1 || isTidy(cell) ? cell : this.repaired(cell, field);
  }

  private repaired(cell: string, field: FieldName): string {
    const text = cleanCell(cell);
    const { flags } = CleanCell;
    if (flags !== 0) for (const [flag, code] of FLAG_CODES) if ((flags & flag) !== 0) this.note(code, field, cell);
    return text;
  }

  /** Free text: a chatbot's sentence in it is no product. */
  private prose(cells: readonly string[], column: number | undefined, field: FieldName): string {
    const text = this.take(cells, column, field);
    if (text.length <= 60 || !isChatbotText(text)) return text;
    this.note("cell.chatbot-text", field, text);
    return "";
  }

  private identifier(cells: readonly string[], column: number | undefined, field: FieldName): string {
    const text = this.take(cells, column, field);
    if (text === "") return "";
    const id = readIdentifier(text);
    if (CodeNote.repair !== null) this.note(CodeNote.repair, field, text);
    return id;
  }

  private registration(cells: readonly string[]): string {
    this.personalNumber = false;
    const text = this.take(cells, this.mapping.registrationId, "registrationId");
    if (text === "") return "";
    const id = readRegistration(this.mixedRegister ? firstNumber(text) : text, this.mixedRegister);
    if (CodeNote.repair === "registration.personal") this.personalNumber = true;
    if (CodeNote.repair !== null) this.note(CodeNote.repair, "registrationId", this.personalNumber ? "" : text);
    return id;
  }

  private code(
    cells: readonly string[],
    column: number | undefined,
    field: FieldName,
    read: (cell: string) => string,
  ): string {
    const text = this.take(cells, column, field);
    if (text === "") return "";
    const code = read(text);
    if (CodeNote.repair !== null) this.note(CodeNote.repair, field, text);
    return code;
  }

  private role(cells: readonly string[]): SupplierRole {
    const text = this.take(cells, this.mapping.role, "role");
    if (text === "") return "unknown";
    const role = readRole(text);
    if (role === null) this.note("answer.unreadable", "role", text);
    return role ?? "unknown";
  }

  private money(cells: readonly string[]): void {
    const { row, mapping } = this;
    row.amount = null;
    row.currency = "";
    const column = mapping.amount;
    if (column === undefined) return;
    const raw = cells[column];
    let currency = "";
    if (raw !== undefined && raw !== "") {
      row.amount = readAmount(raw, this.setup.proposal.numberFormat.decimal);
      currency = NumberNote.currency;
      if (NumberNote.repair !== null) {
        // Only now: a cell that reads as it stands needs no cleaning. A word for nothing is blank, not an unreadable amount.
        const text = cleanCell(raw);
        if (text === "") {
          row.amount = null;
          if ((CleanCell.flags & EMPTY_WORD) !== 0) this.note("cell.empty-word", "amount", raw);
        } else {
          row.amount = readAmount(text, this.setup.proposal.numberFormat.decimal);
          currency = NumberNote.currency;
          if (NumberNote.repair !== null) this.note(NumberNote.repair, "amount", raw);
        }
      }
    }
    const stated = this.take(cells, mapping.currency, "currency");
    if (stated !== "") {
      const code = currencyCode(stated);
      if (code === "") this.note("currency.unknown", "currency", stated);
      row.currency = code;
    }
    if (row.currency === "") row.currency = currency || this.amountCurrency;
  }

  private date(cells: readonly string[]): string {
    const text = this.take(cells, this.mapping.date, "date");
    if (text === "") return "";
    const known = this.dates.get(text);
    if (known !== undefined) return known;
    const date = readDate(text, this.setup.proposal.dateOrder);
    if (date === "") this.note("date.unreadable", "date", text);
    else if (DateNote.monthOnly) this.note("date.month-only", "date", text);
    else if (this.dates.size < 20_000) this.dates.set(text, date);
    return date;
  }

  private note(code: RepairCode | SetAsideReason | LeftOutReason, field: FieldName | null, found: string): void {
    (this.issues ??= []).push({ code, field, found: found.slice(0, LONGEST_FOUND) });
  }
}
