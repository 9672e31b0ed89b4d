/** What people recorded in a workspace, as rows of a pack: of tables that hold nothing protected, and of those what may leave the house. */
import { createHash } from "node:crypto";
import type { AnyScope, Database } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { mergesAt, mergesInForce, standingFor } from "../../../db/queries/merges";
import { openReadingsAt, openReadingsInForce } from "../../../db/queries/readings";
import type { AccessClass } from "../../../db/schema/findings";
import { rowsOfWorkspace } from "../../../db/whole-workspace";
import { COLUMNS_LEFT_OUT } from "../../pack/check-records";
import type { ReadingRow } from "../../pack/rows";
import { isLeftOut } from "../../lib/disclosure";
import { openReadings } from "../../recruitment/readings";
import { shownFacts } from "../remedy/group-record.server";
import { readReading } from "../readings/stored-answers";

type Row = Readonly<Record<string, unknown>>;
type Table = Parameters<typeof rowsOfWorkspace>[1];

/** Answers written at a time: what a page takes as text is held at once. */
const AT_A_TIME = 1000;

/** Columns that hold the id of a member. */
const isPersonColumn = (name: string): boolean => name.endsWith("By") || name === "ownerId";

/** Columns that hold what somebody wrote of the one record. */
const WORDS = ["title", "label", "summary", "shows", "text"] as const;

const words = new Intl.Segmenter("en", { granularity: "word" });
/** Fewer words are no sentence but a name that many things have, such as "Cotton" or "Night shift". */
const FEWEST_WORDS = 3;
const isSaid = (text: string): boolean => {
  let said = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike && ++said === FEWEST_WORDS) return true;
  return false;
};

/** What can stand above the class of a pack, or hang on something that does. */
const WITHHELD = ["findings", "documents", "actions", "repayments"] as const;
type Withheld = (typeof WITHHELD)[number];

/** Entries of a contract that say what became of those who work for it. */
const isEnd = (kind: unknown): boolean => kind === "change" || kind === "termination";

/** What a pack leaves out of a workspace's records, and whom its rows name. */
export class Recorded {
  /** Ids: of findings and documents above the class of the pack, and of what is about such a finding. No event about them is shown. */
  readonly withheld: Readonly<Record<Withheld, Set<string>>> = {
    findings: new Set(),
    documents: new Set(),
    actions: new Set(),
    repayments: new Set(),
  };
  /** Records that have no class of their own and are about our own business: in a pack for everybody there are none. */
  readonly #inner = { actions: new Set<string>(), repayments: new Set<string>(), decisions: new Set<string>(), contracts: new Set<string>(), buying: new Set<string>() }; // prettier-ignore
  /** What people wrote of them. */
  readonly #words = new Set<string>();
  readonly #people = new Set<string>();
  #became: ReadonlyMap<number, number> = new Map();

  private constructor(
    private readonly db: Database,
    private readonly scope: AnyScope,
    private readonly upTo: AccessClass,
    private readonly at: Date | null,
  ) {}

  /**
   * Looks through the records for what stays.
   * @param at of a list that is not shown any more: when another took its place. Answers and merged suppliers are those of then.
   */
  static async of(db: Database, scope: AnyScope, upTo: AccessClass, at: Date | null = null): Promise<Recorded> {
    const recorded = new Recorded(db, scope, upTo, at);
    recorded.#became = standingFor(at === null ? await mergesInForce(db, scope) : await mergesAt(db, scope, at));
    const { findings, evidence, correctiveActions, repaymentGroups, evidenceUses } = db.t;
    const isAbove = ({ accessClass }: Row) => isLeftOut({ accessClass: accessClass as AccessClass }, upTo);
    await recorded.#withhold(findings, "findings", isAbove);
    await recorded.#withhold(correctiveActions, "actions", ({ findingId }) => recorded.isWithheld(findingId));
    await recorded.#withhold(repaymentGroups, "repayments", ({ actionId }) => recorded.isWithheld(actionId));
    await recorded.#withhold(evidence, "documents", isAbove);
    await recorded.#withholdSteps(db.t.findingSteps, ({ findingId }) => recorded.isWithheld(findingId));
    await recorded.#withholdSteps(db.t.actionSteps, ({ actionId }) => recorded.isWithheld(actionId));
    await recorded.#withhold(
      evidenceUses,
      "documents",
      ({ usedForId }) => recorded.isWithheld(usedForId),
      "evidenceId",
    );
    if (upTo === "public") await recorded.#leaveOutOwn();
    return recorded;
  }

  /** Of a pack for everybody: what hangs on a finding that is public stays, with the words of it. */
  async #leaveOutOwn(): Promise<void> {
    const { correctiveActions, repaymentGroups, supplierDecisions, contracts, buyingEntries } = this.db.t;
    const isOut = (row: Row) => !this.isWithheld(row["id"]);
    await this.#keepOut("actions", correctiveActions, (row) => isOut(row) && row["findingId"] === null);
    await this.#keepOut("repayments", repaymentGroups, (row) => isOut(row) && (row["actionId"] === null || this.#inner.actions.has(String(row["actionId"])))); // prettier-ignore
    await this.#keepOut("decisions", supplierDecisions, isOut);
    await this.#keepOut("contracts", contracts, isOut);
    await this.#keepOut("buying", buyingEntries, isOut);
  }

  async #keepOut(what: keyof Recorded["counted"], table: Table, isOut: (row: Row) => boolean): Promise<void> {
    for await (const page of rowsOfWorkspace(this.db, table, this.scope.workspaceNo))
      for (const row of page) if (isOut(row)) this.#inner[what].add(String(row["id"]));
  }

  /** How many records without a class of their own a pack for everybody leaves out. */
  get counted() {
    const { actions, repayments, decisions, contracts, buying } = this.#inner;
    return { actions: actions.size, repayments: repayments.size, decisions: decisions.size, contracts: contracts.size, buying: buying.size }; // prettier-ignore
  }

  async #withhold(table: Table, what: Withheld, isOut: (row: Row) => boolean, id = "id"): Promise<void> {
    for await (const page of rowsOfWorkspace(this.db, table, this.scope.workspaceNo))
      for (const row of page)
        if (isOut(row)) {
          this.withheld[what].add(String(row[id]));
          this.#keepWords(row);
        }
  }

  async #withholdSteps(table: Table, isOut: (row: Row) => boolean): Promise<void> {
    for await (const page of rowsOfWorkspace(this.db, table, this.scope.workspaceNo))
      for (const row of page) if (isOut(row)) this.#keepWords(row);
  }

  #keepWords(row: Row): void {
    for (const name of WORDS) {
      const text = row[name];
      if (typeof text === "string" && isSaid(text)) this.#words.add(text);
    }
  }

  isWithheld(id: unknown): boolean {
    return typeof id === "string" && WITHHELD.some((what) => this.withheld[what].has(id));
  }

  /** Is a record not in the pack, be it for its class or for having none? */
  #isOut(id: unknown): boolean {
    return this.isWithheld(id) || (typeof id === "string" && Object.values(this.#inner).some((ids) => ids.has(id)));
  }

  /** Does a text name one of those ids? */
  names(contents: string): boolean {
    const isNothing = WITHHELD.every((what) => this.withheld[what].size === 0);
    if (isNothing && Object.values(this.#inner).every((ids) => ids.size === 0)) return false;
    for (const [id] of contents.matchAll(/(?<=")[A-Za-z0-9_-]{6,64}(?=")/gu)) if (this.#isOut(id)) return true;
    return false;
  }

  /** Is an event about what the pack leaves out? */
  hides(name: string, contents: string): boolean {
    return this.names(contents) || (name === "contract.noted" && isEnd((JSON.parse(contents) as Row)["kind"]));
  }

  /** Is a text what somebody wrote of one of those, and more than a word or two? */
  isWordOf(text: string): boolean {
    return this.#words.has(text);
  }

  person(id: string | null): void {
    if (id !== null) this.#people.add(id);
  }

  /** A stored row as it stands in a pack: instants as text, the supplier by the number it has by now. */
  #shown(row: Row): Row {
    const shown: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(row)) {
      if (isPersonColumn(name) && typeof value === "string") this.person(value);
      if (!COLUMNS_LEFT_OUT.has(name)) shown[name] = value instanceof Date ? value.toISOString() : value;
    }
    const no = row["supplierNo"];
    if (typeof no === "number") shown["supplier"] = this.#became.get(no) ?? no;
    return shown;
  }

  async *#rows(table: Table, keep: (row: Row) => boolean = () => true): AsyncGenerator<Row[]> {
    for await (const page of rowsOfWorkspace(this.db, table, this.scope.workspaceNo))
      yield page.filter(keep).map((row) => this.#shown(row));
  }

  /** Answers in force that may be shown outside; of a released one neither its source nor its person nor when it was told, by its place among them either. */
  async *readings(): AsyncGenerator<ReadingRow[]> {
    const { db, scope, at } = this;
    const stored = at === null ? await openReadingsInForce(db, scope) : await openReadingsAt(db, scope, at);
    const rows = stored.map((row) => {
      const [one] = openReadings([readReading(row)]);
      if (!one) throw new Error(`The reading ${row.id} may not be shown outside`);
      if (!one.isProtected) this.person(row.recordedBy);
      return {
        // An id begins with the instant it was made.
        id: one.isProtected ? createHash("sha256").update(row.id).digest("hex") : row.id,
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
    // Of what was told in one instant by its id, which of a released answer is a hash: not by when it came.
    const ids = (a: ReadingRow, b: ReadingRow) => (a.id < b.id ? -1 : 1);
    const instants = (a: ReadingRow, b: ReadingRow) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0); // prettier-ignore
    const sorted = rows.toSorted((a, b) => a.supplier - b.supplier || instants(a, b) || ids(a, b));
    for (let from = 0; from < sorted.length; from += AT_A_TIME) yield sorted.slice(from, from + AT_A_TIME);
  }

  matches = () => this.#rows(this.db.t.matchDecisions);
  editions = () => this.#rows(this.db.t.listEditions);
  findings = () => this.#rows(this.db.t.findings, ({ id }) => !this.isWithheld(id));
  findingSteps = () => this.#rows(this.db.t.findingSteps, ({ findingId }) => !this.isWithheld(findingId));
  actions = () => this.#rows(this.db.t.correctiveActions, ({ id }) => !this.#isOut(id));
  actionSteps = () => this.#rows(this.db.t.actionSteps, ({ actionId }) => !this.#isOut(actionId));
  decisions = () => this.#rows(this.db.t.supplierDecisions, ({ id }) => !this.#isOut(id));
  contracts = () => this.#rows(this.db.t.contracts, ({ id }) => !this.#isOut(id));
  /** What ending or changing a contract does to those who work for it is told of few people. */
  contractEntries = () => this.#rows(this.db.t.contractEntries, ({ contractId, kind }) => !this.#isOut(contractId) && !isEnd(kind)); // prettier-ignore
  buying = () => this.#rows(this.db.t.buyingEntries, ({ id }) => !this.#isOut(id));

  /** Documents by their hash, with what they back; the files themselves stay. */
  async *documents(): AsyncGenerator<Row[]> {
    const uses = new Map<string, { usedFor: unknown; usedForId: unknown }[]>();
    for await (const page of this.#rows(this.db.t.evidenceUses))
      for (const { evidenceId, usedFor, usedForId } of page) {
        const known = uses.get(String(evidenceId)) ?? [];
        if (!this.#isOut(usedForId)) uses.set(String(evidenceId), [...known, { usedFor, usedForId }]);
      }
    for await (const page of this.#rows(this.db.t.evidence, ({ id }) => !this.isWithheld(id)))
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
    for await (const page of this.#rows(this.db.t.repaymentGroups, ({ id }) => !this.#isOut(id)))
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
