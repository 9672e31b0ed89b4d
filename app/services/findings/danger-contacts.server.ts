import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { CONTACT_KINDS, type ContactKind } from "../../../db/schema/evidence";
import { reference } from "../../lib/reference.server";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { dayUntil, LINE_LENGTH } from "./finding-texts";

export interface NewContact {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly kind: ContactKind;
  readonly name: string;
  readonly contact: string;
  readonly source: string;
  /** `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

function line(given: string): string {
  const text = given.trim();
  if (text === "" || text.length > LINE_LENGTH)
    throw new Problem(
      "contact.text",
      "Name the body, how it is reached and where that stands, each in at most {{longest}} characters.",
      { longest: LINE_LENGTH },
      422,
    );
  return text;
}

/** Adds where people in danger find help in a country. @throws Problem `contact.text`, `contact.country`, `finding.day` (422). */
export async function addContact(db: Database, scope: Scope, given: NewContact, now: Date): Promise<void> {
  const isCountry = reference()
    .table("countries")
    .some(({ iso2 }) => iso2 === given.country);
  if (!isCountry || !CONTACT_KINDS.includes(given.kind))
    throw new Problem("contact.country", "Choose the country and the kind of body from the list.", {}, 422);
  const row = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    country: given.country,
    kind: given.kind,
    name: line(given.name),
    contact: line(given.contact),
    source: line(given.source),
    checkedOn: dayUntil(given.checkedOn, dayOf(now)),
    addedBy: scope.userId,
    addedAt: now,
  };
  const { addedAt: _now, workspaceNo: _ours, ...contact } = row;
  await db.commit(scope, event("danger-contact.added", { contact }), (q) => [
    q.insert(db.t.dangerContacts).values(row),
  ]);
}

/** Takes an entry out of use; it stays in the history. @throws Problem `contact.not-found` (404). */
export async function withdrawContact(db: Database, scope: Scope, contactId: string, now: Date): Promise<void> {
  const { dangerContacts: c } = db.t;
  await db
    .commit(scope, event("danger-contact.withdrawn", { contactId }), (q) => [
      {
        write: q
          .update(c)
          .set({ withdrawnBy: scope.userId, withdrawnAt: now })
          .where(and(eq(c.id, contactId), eq(c.workspaceNo, scope.workspaceNo), isNull(c.withdrawnAt))),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      throw isStaleWrite(error)
        ? new Problem("contact.not-found", "There is no such entry in this workspace.", {}, 404)
        : error;
    });
}
