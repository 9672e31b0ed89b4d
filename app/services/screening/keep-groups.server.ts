import { eq } from "drizzle-orm";
import type { Database, SystemScope } from "../../../db/database";
import { findGeneration } from "../../../db/queries/register";
import { eachFirm, type FirmLine } from "../../../db/queries/screening";
import { supplierGroups, type GroupLine, type SupplierGroup } from "../../screening/groups";

const AT_A_TIME = 1000;

/** Of a longer list only suppliers that state an owner are grouped: all of its names would not fit. */
const MOST_AT_ONCE = 100_000;

/** Which suppliers of a list belong together, worked out from its lines. */
export async function groupsIn(firms: AsyncIterable<readonly FirmLine[]>, suppliers: number): Promise<SupplierGroup[]> {
  const lines: GroupLine[] = [];
  for await (const some of firms)
    for (const { supplierNo, name, parent, seat, city } of some)
      if (suppliers <= MOST_AT_ONCE || parent !== null)
        lines.push({ no: supplierNo, name, parent, country: seat, city });
  return supplierGroups(lines);
}

/**
 * Works out which suppliers of a list belong together, and keeps it beside the list. Done again, it gives the same; of a list that
 * is not the workspace's it keeps nothing.
 */
export async function keepGroups(
  db: Database,
  scope: SystemScope,
  { no: generation, suppliers }: { readonly no: number; readonly suppliers: number },
): Promise<void> {
  if (!(await findGeneration(db, scope, generation))) return;
  const { supplierGroups: g } = db.t;
  const rows = (await groupsIn(eachFirm(db, scope, generation), suppliers)).flatMap(({ key, head, members }) =>
    members.map((supplierNo) => ({ generation, groupKey: key, supplierNo, groupName: head })),
  );
  await db.commitPlain((q) => [q.delete(g).where(eq(g.generation, generation))]);
  for (let at = 0; at < rows.length; at += AT_A_TIME)
    await db.commitPlain((q) => [q.insert(g).values(rows.slice(at, at + AT_A_TIME))]);
}
