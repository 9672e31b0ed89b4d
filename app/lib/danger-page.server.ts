import { z } from "zod";
import { isAloneWith } from "../services/accounts/alone.server";
import type { Database, Scope } from "../../db/database";
import { namesOfUsers } from "../../db/names-of-users";
import { contactsOfCountry } from "../../db/queries/holds";
import { CONTACT_KINDS } from "../../db/schema/evidence";
import { addContact, withdrawContact } from "../services/findings/danger-contacts.server";
import { agreeToLift, askToLift, holdInForce, placeHold } from "../services/findings/hold-supplier.server";
import { namedSupplier } from "../services/findings/supplier-name.server";
import { lineIfShown } from "../services/readings/undo-readings.server";
import { lastDayOf } from "../services/trail/list-then.server";
import { can } from "./permissions";

/** What the page shows: whether the supplier is written to, and who can help where its work is done. */
export async function dangerPage(db: Database, scope: Scope, supplierId: string) {
  const supplier = await namedSupplier(db, scope, supplierId);
  const [hold, alone, contacts] = await Promise.all([
    holdInForce(db, scope, supplier.no),
    isAloneWith(db, scope, "danger:hold"),
    supplier.country === null ? [] : contactsOfCountry(db, scope, supplier.country),
  ]);
  const isShown = (await lineIfShown(db, scope, supplier.id)) !== null;
  const names = await namesOfUsers(db, [hold?.liftAskedBy ?? null]);
  return {
    supplier,
    /** The list of today has it, or a day that ended with one which had it can be shown. */
    hasPage: isShown || (await lastDayOf(db, scope, supplier.id)) !== null,
    canHold: can(scope.role, "danger:hold"),
    alone,
    hold: hold && {
      since: hold.placedAt.toISOString(),
      asked:
        hold.liftAskedBy === null
          ? null
          : {
              who: names.get(hold.liftAskedBy) ?? null,
              reason: hold.liftReason ?? "",
              isOwn: hold.liftAskedBy === scope.userId,
            },
    },
    contacts: CONTACT_KINDS.map((kind) => ({
      kind,
      entries: contacts
        .filter((one) => one.kind === kind)
        .map(({ id, name, contact, source, checkedOn }) => ({ id, name, contact, source, checkedOn })),
    })),
  };
}
export type DangerPage = Awaited<ReturnType<typeof dangerPage>>;

const text = z.string().max(20_000).default("");

export const DangerForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("place") }),
  z.object({ intent: z.literal("ask"), reason: text }),
  z.object({ intent: z.literal("agree") }),
  z.object({
    intent: z.literal("contact"),
    kind: z.enum(CONTACT_KINDS),
    name: text,
    contact: text,
    source: text,
    checkedOn: text,
  }),
  z.object({ intent: z.literal("withdraw"), contact: text }),
]);
export type DangerForm = z.infer<typeof DangerForm>;

/** @throws Problem as each decision. */
export async function changeDanger(
  db: Database,
  scope: Scope,
  supplierId: string,
  form: DangerForm,
  now: Date,
): Promise<void> {
  if (form.intent === "place") await placeHold(db, scope, supplierId, now);
  else if (form.intent === "ask") await askToLift(db, scope, supplierId, form.reason, now);
  else if (form.intent === "agree") await agreeToLift(db, scope, supplierId, now);
  else if (form.intent === "withdraw") await withdrawContact(db, scope, form.contact, now);
  else {
    const { country } = await namedSupplier(db, scope, supplierId);
    const { intent: _contact, ...given } = form;
    await addContact(db, scope, { ...given, country: country ?? "" }, now);
  }
}
