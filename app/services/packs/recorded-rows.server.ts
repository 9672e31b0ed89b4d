/** What people recorded in a workspace, as rows of a pack: of tables that hold nothing protected, and of those what may leave the house. */
import type { AnyScope, Database } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { mergesInForce, standingFor } from "../../../db/queries/merges";
import { openReadingsInForce } from "../../../db/queries/readings";
import { ACCESS_CLASSES, type AccessClass } from "../../../db/schema/findings";
import { rowsOfWorkspace } from "../../../db/whole-workspace";
import type { ReadingRow } from "../../pack/rows";
import { isLeftOut } from "../../lib/disclosure";
import { openReadings } from "../../recruitment/readings";
import { shownFacts } from "../remedy/group-record.server";
import { readReading } from "../readings/stored-answers";

type Row = Readonly<Record<string, unknown>>;
type Table = Parameters<typeof rowsOfWorkspace>[1];

/** Columns that say where something lies here, or how often it was written. */
const OURS: ReadonlySet<string> = new Set([
  "workspaceNo",
  "supplierNo",
  "storedPath",
  "version",
  "content",
  "supplierHash",
  "entryHash",
  "floorFindingId",
]);

/** Columns that hold the id of a member. */
const isPersonColumn = (name: string): boolean => name.endsWith("By") || name === "ownerId";

/** What a pack leaves out of a workspace's records, and whom its rows name. */
export class Recorded {
  /** Ids of findings and documents above the class of the pack: no event about them is shown either. */
  readonly withheld: { readonly findings: Set<string>; readonly documents: Set<string> } = {
    findings: new Set(),
    documents: new Set(),
  };
  readonly #people = new Set<string>();
  #became: ReadonlyMap<number, number> = new Map();

  private constructor(
    private readonly db: Database,
    private readonly scope: AnyScope,
    private readonly upTo: AccessClass,
  ) {}

  /** Looks through findings and documents for what stays. */
  static async of(db: Database, scope: AnyScope, upTo: AccessClass): Promise<Recorded> {
    const recorded = new Recorded(db, scope, upTo);
    recorded.#became = standingFor(await mergesInForce(db, scope));
    const { findings, evidence } = db.t;
    await recorded.#withhold(findings, recorded.withheld.findings);
    await recorded.#withhold(evidence, recorded.withheld.documents);
    return recorded;
  }

  async #withhold(table: Table, ids: Set<string>): Promise<void> {
    for await (const page of rowsOfWorkspace(this.db, table, this.scope.workspaceNo))
      for (const { id, accessClass } of page as readonly { id: string; accessClass: AccessClass }[])
        if (isLeftOut({ accessClass }, this.upTo)) ids.add(id);
  }

  /** Does a text name one of those ids? */
  names(contents: string): boolean {
    const { findings, documents } = this.withheld;
    if (findings.size + documents.size === 0) return false;
    for (const [id] of contents.matchAll(/(?<=")[A-Za-z0-9_-]{6,64}(?=")/gu))
      if (findings.has(id) || documents.has(id)) return true;
    return false;
  }

  person(id: string | null): void {
    if (id !== null) this.#people.add(id);
  }

  /** A stored row as it stands in a pack: instants as text, the supplier by the number it has by now. */
  #shown(row: Row): Row {
    const shown: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(row)) {
      if (isPersonColumn(name) && typeof value === "string") this.person(value);
      if (!OURS.has(name)) shown[name] = value instanceof Date ? value.toISOString() : value;
    }
    const no = row["supplierNo"];
    if (typeof no === "number") shown["supplier"] = this.#became.get(no) ?? no;
    return shown;
  }

  async *#rows(table: Table, keep: (row: Row) => boolean = () => true): AsyncGenerator<Row[]> {
    for await (const page of rowsOfWorkspace(this.db, table, this.scope.workspaceNo))
      yield page.filter(keep).map((row) => this.#shown(row));
  }

  /** Answers in force that may be shown outside; of a released one neither its source nor its person nor its day of telling. */
  async *readings(): AsyncGenerator<ReadingRow[]> {
    const stored = await openReadingsInForce(this.db, this.scope);
    yield stored.map((row) => {
      const [one] = openReadings([readReading(row)]);
      if (!one) throw new Error(`The reading ${row.id} may not be shown outside`);
      if (!one.isProtected) this.person(row.recordedBy);
      return {
        id: row.id,
        supplier: this.#became.get(row.supplierNo) ?? row.supplierNo,
        what: one.what,
        value: one.value,
        proof: one.proof,
        validFrom: one.validFrom,
        recordedAt: one.recordedAt.toISOString(),
        source: one.isProtected ? null : one.source,
        recordedBy: one.isProtected ? null : row.recordedBy,
        told: one.isProtected ? null : one.money,
      };
    });
  }

  matches = () => this.#rows(this.db.t.matchDecisions);
  editions = () => this.#rows(this.db.t.listEditions);
  findings = () => this.#rows(this.db.t.findings, ({ id }) => !this.withheld.findings.has(String(id)));
  findingSteps = () =>
    this.#rows(this.db.t.findingSteps, ({ findingId }) => !this.withheld.findings.has(String(findingId)));
  actions = () => this.#rows(this.db.t.correctiveActions);
  actionSteps = () => this.#rows(this.db.t.actionSteps);
  decisions = () => this.#rows(this.db.t.supplierDecisions);

  /** Documents by their hash, with what they back; the files themselves stay. */
  async *documents(): AsyncGenerator<Row[]> {
    const uses = new Map<string, { usedFor: unknown; usedForId: unknown }[]>();
    for await (const page of this.#rows(this.db.t.evidenceUses))
      for (const { evidenceId, usedFor, usedForId } of page) {
        if (this.withheld.findings.has(String(usedForId))) continue;
        const known = uses.get(String(evidenceId)) ?? [];
        uses.set(String(evidenceId), [...known, { usedFor, usedForId }]);
      }
    for await (const page of this.#rows(this.db.t.evidence, ({ id }) => !this.withheld.documents.has(String(id))))
      yield page.map((row) => ({ ...row, uses: uses.get(String(row["id"])) ?? [] }));
  }

  /** The repayment ledger. A pack leaves the house: numbers of groups under five are never in it, whoever takes it. */
  async *repayments(): AsyncGenerator<Row[]> {
    const entries = new Map<string, Row[]>();
    for await (const page of this.#rows(this.db.t.repaymentEntries))
      for (const entry of page) {
        const known = entries.get(String(entry["groupId"])) ?? [];
        entries.set(String(entry["groupId"]), [...known, entry]);
      }
    for await (const page of this.#rows(this.db.t.repaymentGroups))
      yield page.map((row) => ({
        ...shownFacts(row as unknown as Parameters<typeof shownFacts>[0]),
        entries: entries.get(String(row["id"])) ?? [],
      }));
  }

  /** Members whom the rows and events written before name. */
  async *people(): AsyncGenerator<Row[]> {
    const ids = [...this.#people].sort();
    for (let at = 0; at < ids.length; at += 500) {
      const names = await namesOfUsers(this.db, ids.slice(at, at + 500));
      yield ids.slice(at, at + 500).flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name }];
      });
    }
  }
}

/** The class that shows most. */
export const EVERYTHING: AccessClass = ACCESS_CLASSES.at(-1)!;
