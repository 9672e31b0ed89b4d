/** Removing generations that nobody can publish any more. */
import { and, asc, eq, gt, inArray, ne, notExists, or } from "drizzle-orm";
import type { Database, Queries } from "./database";
import { bulkKey, bulkRange } from "./keys";
import { buildPages, deleteSlices, dropPages } from "./pages";
import { pause } from "./retry";
import type { Tables } from "./schema/tables";

const SLICE = 5000;

/**
 * Nobody owns it: discarded, or unpublished and not held (any more) by an import that is at work or waits to be confirmed.
 * Published and superseded generations are history and stay, and so do past ones until they are discarded. One condition of one statement, for an import may be confirmed
 * between any two.
 */
function isAbandoned(q: Queries, { generations, imports }: Tables) {
  const owner = q
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.id, generations.importId),
        eq(imports.generation, generations.no),
        inArray(imports.state, ["building", "preview"]),
      ),
    );
  return or(
    eq(generations.state, "discarded"),
    and(inArray(generations.state, ["building", "ready"]), notExists(owner)),
  );
}

/** Generations that the next sweep removes. */
export async function abandonedGenerations(db: Database): Promise<{ no: number; workspaceNo: number }[]> {
  const { generations } = db.t;
  return db.q
    .select({ no: generations.no, workspaceNo: generations.workspaceNo })
    .from(generations)
    .where(isAbandoned(db.q, db.t))
    .orderBy(asc(generations.no));
}

/** Takes a generation out of everybody's reach. @returns false when someone has published it meanwhile. */
async function discardAbandoned(db: Database, generation: number): Promise<boolean> {
  const { generations } = db.t;
  return db.transact(function* (q) {
    const { changes } = yield q
      .update(generations)
      .set({ state: "discarded" })
      .where(and(eq(generations.no, generation), isAbandoned(q, db.t)));
    return changes > 0;
  });
}

/**
 * Deletes abandoned generations with everything that belongs to them, in slices with gaps between, never one long
 * transaction, and writes pages of an older version again; safe to be killed and run again. Call it from the job process while no import is being built.
 * @returns how many generations went.
 */
export async function sweepGenerations(db: Database): Promise<number> {
  for (const generation of await outdatedPages(db)) await buildPages(db, generation);
  let gone = 0;
  for (const { no, workspaceNo } of await abandonedGenerations(db)) {
    if (!(await discardAbandoned(db, no))) continue;
    await deleteGeneration(db, workspaceNo, no);
    gone++;
  }
  return gone;
}

/** Published generations whose pages an older version wrote: they do not say what a supplier is filtered by. */
async function outdatedPages(db: Database): Promise<number[]> {
  const { workspaces, generations, summaryCounts } = db.t;
  const shown = await db.q
    .select({ no: generations.no })
    .from(workspaces)
    .innerJoin(generations, eq(generations.no, workspaces.publishedGeneration))
    .where(and(eq(generations.pagesReady, true), gt(generations.suppliers, 0)));
  const outdated: number[] = [];
  for (const { no } of shown) {
    const [counted] = await db.q
      .select({ key: summaryCounts.key })
      .from(summaryCounts)
      .where(and(eq(summaryCounts.generation, no), eq(summaryCounts.kind, "traits")))
      .limit(1);
    if (!counted) outdated.push(no);
  }
  return outdated;
}

async function deleteGeneration(db: Database, workspaceNo: number, generation: number): Promise<void> {
  const { generationGroups, generationPayees, generationUnresolved, decidedSuppliers, toldSuppliers } = db.t;
  const { generationSeals } = db.t;
  const { registerRows, sourceRows, rowIssues, controlTotals, summaryCounts } = db.t;
  const { renameProposals, listDifferences, supplierGroups, generations } = db.t;
  const range = bulkRange(generation);
  await db.search.drop(generation);
  await dropPages(db, generation);
  await deleteSlices(db, sourceRows, sourceRows.key, range);
  await deleteSlices(db, rowIssues, rowIssues.key, range);
  await deleteSlices(db, registerRows, registerRows.key, range);
  await deleteSlices(db, decidedSuppliers, decidedSuppliers.key, range);
  await deleteSlices(db, toldSuppliers, toldSuppliers.key, range);
  await deleteBornSuppliers(db, workspaceNo, generation);
  await db.transact(function* (q) {
    yield q.delete(controlTotals).where(eq(controlTotals.generation, generation));
    yield q.delete(summaryCounts).where(eq(summaryCounts.generation, generation));
    yield q.delete(renameProposals).where(eq(renameProposals.generation, generation));
    yield q.delete(generationGroups).where(eq(generationGroups.generation, generation));
    yield q.delete(generationPayees).where(eq(generationPayees.generation, generation));
    yield q.delete(generationUnresolved).where(eq(generationUnresolved.generation, generation));
    yield q.delete(generationSeals).where(eq(generationSeals.generation, generation));
    yield q.delete(listDifferences).where(eq(listDifferences.generation, generation));
    yield q.delete(supplierGroups).where(eq(supplierGroups.generation, generation));
    // Last: while it stands, the next sweep finds what is left.
    yield q.delete(generations).where(eq(generations.no, generation));
  });
}

/**
 * Suppliers first seen in the generation go with it, unless another generation has come to hold them, or somebody said something
 * about them: what was recorded is kept under the number, which must not become another supplier's.
 */
async function deleteBornSuppliers(db: Database, workspaceNo: number, generation: number): Promise<void> {
  const { suppliers, registerRows, generations } = db.t;
  const others = await db.q
    .select({ no: generations.no })
    .from(generations)
    .where(and(eq(generations.workspaceNo, workspaceNo), ne(generations.no, generation)))
    .orderBy(asc(generations.no));
  for (let after = 0; ;) {
    const born = await db.q
      .select({ no: suppliers.no })
      .from(suppliers)
      .where(
        and(eq(suppliers.workspaceNo, workspaceNo), eq(suppliers.bornGeneration, generation), gt(suppliers.no, after)),
      )
      .orderBy(asc(suppliers.no))
      .limit(SLICE);
    const last = born.at(-1);
    if (!last) return;
    after = last.no;
    const gone = new Set(born.map(({ no }) => no));
    const move = async (kept: readonly number[], to: number) => {
      for (const no of kept) gone.delete(no);
      if (kept.length > 0)
        await db.transact(function* (q) {
          yield q
            .update(suppliers)
            .set({ bornGeneration: to })
            .where(inArray(suppliers.no, [...kept]));
        });
    };
    for (const other of others) {
      const numbers = [...gone];
      for (let at = 0; at < numbers.length; at += 500) {
        const keys = numbers.slice(at, at + 500).map((no) => bulkKey(other.no, no));
        const held = await db.q
          .select({ no: registerRows.supplierNo })
          .from(registerRows)
          .where(inArray(registerRows.key, keys));
        await move(
          held.map(({ no }) => no),
          other.no,
        );
      }
    }
    // With no list left they stay under this one; the next that is built finds them by their keys.
    await move(await spokenOf(db, workspaceNo, [...gone]), others.at(-1)?.no ?? generation);
    const numbers = [...gone];
    for (let at = 0; at < numbers.length; at += 500)
      await db.transact(function* (q) {
        yield q.delete(suppliers).where(inArray(suppliers.no, numbers.slice(at, at + 500)));
      });
    await pause(12);
  }
}

/** Those of the suppliers that an answer, a finding, a plan, a follow-up, or a decision about a match or a merge names. */
async function spokenOf(db: Database, workspaceNo: number, nos: readonly number[]): Promise<number[]> {
  const { duplicateDecisions: d, readings, floorFindings, matchDecisions, planEntries } = db.t;
  const { findings, protectedFindings, evidence, protectedEvidence, supplierHolds } = db.t;
  const documents = [evidence, protectedEvidence];
  const recorded = [readings, floorFindings, matchDecisions, planEntries];
  const { correctiveActions, repaymentGroups, supplierDecisions } = db.t;
  const followUp = [correctiveActions, repaymentGroups, supplierDecisions];
  const pairs = await db.q.select({ fromNo: d.fromNo, intoNo: d.intoNo }).from(d).where(eq(d.workspaceNo, workspaceNo));
  const named = new Set(pairs.flatMap(({ fromNo, intoNo }) => [fromNo, intoNo]));
  for (let at = 0; at < nos.length; at += 500)
    for (const table of [...recorded, ...followUp, ...documents, findings, protectedFindings, supplierHolds]) {
      const found = await db.q
        .selectDistinct({ no: table.supplierNo })
        .from(table)
        .where(and(eq(table.workspaceNo, workspaceNo), inArray(table.supplierNo, nos.slice(at, at + 500))));
      for (const { no } of found) named.add(no);
    }
  return nos.filter((no) => named.has(no));
}
