/** The pages of a supplier as known on a past day, as plain values. */
import type { Database, Scope } from "../../db/database";
import { CONTACT_KINDS } from "../../db/schema/evidence";
import { countriesOfAnswer } from "../recruitment/questions";
import { dangerThen } from "../services/findings/danger-then.server";
import { readingsForThen } from "../services/readings/readings-of.server";
import { decisionLinesThen } from "../services/remedy/follow-up-then.server";
import { plainAsOf } from "./as-of.server";
import { decisionView } from "./decision-page.server";
import { materialsView } from "./materials-page.server";
import { can } from "./permissions";
import { recordedAnswers } from "./recruitment-page.server";
import type { SupplierDay } from "./supplier-day.server";

const whyNot = ({ asOf }: SupplierDay) => (asOf.known ? null : asOf.why);

const dayOfPage = (then: SupplierDay) => ({
  day: then.day,
  today: then.today,
  name: then.name,
  whyNot: whyNot(then),
});

/** What had been stated about materials by then, and where they were listed in the data of that day. */
export async function materialsDay(db: Database, scope: Scope, then: SupplierDay) {
  const { asOf, numbers, end } = then;
  const readings = asOf.known ? await readingsForThen(db, scope, numbers, end) : [];
  return {
    ...dayOfPage(then),
    view: asOf.known ? materialsView(asOf.view.facts, readings, asOf.modelId, asOf.risk) : null,
  };
}
export type MaterialsDay = Awaited<ReturnType<typeof materialsDay>>;

/** What had been answered by then, what of it had been replaced or taken back, and the result it made. */
export async function recruitmentDay(db: Database, scope: Scope, then: SupplierDay) {
  const { asOf, numbers, end } = then;
  const readings = asOf.known ? await readingsForThen(db, scope, numbers, end) : [];
  return {
    ...dayOfPage(then),
    asOf: plainAsOf(asOf),
    answers: asOf.known ? recordedAnswers({ readings, outside: asOf.view }) : [],
    /** The assessment with what was told in confidence is not made anew for a past day. */
    leavesInternal: can(scope.role, "protected:read"),
    countries: readings.flatMap(({ what, value }) => countriesOfAnswer(what, value)),
  };
}
export type RecruitmentDay = Omit<Awaited<ReturnType<typeof recruitmentDay>>, "countries">;

/** What had been decided about going on with the supplier, and how each decision stood. */
export async function decisionDay(db: Database, scope: Scope, then: SupplierDay) {
  const { lines, untold } = await decisionLinesThen(db, scope, then.day, then.numbers);
  // Decisions stand without the list.
  return { ...dayOfPage(then), whyNot: null, decisions: lines.map(decisionView), untold };
}
export type DecisionDay = Awaited<ReturnType<typeof decisionDay>>;

/** Whether the supplier could be written to, and who could help where its work was done. */
export async function dangerDay(db: Database, scope: Scope, then: SupplierDay) {
  const { asOf, numbers, day } = then;
  const country = asOf.known ? (asOf.line.placeOfWork ?? asOf.line.seat) : null;
  const { hold, contacts } = await dangerThen(db, scope, { supplierNos: numbers, country }, day);
  return {
    ...dayOfPage(then),
    country,
    hold,
    contacts: CONTACT_KINDS.map((kind) => ({
      kind,
      entries: contacts
        .filter((one) => one.kind === kind)
        .map(({ id, name, contact, source, checkedOn }) => ({ id, name, contact, source, checkedOn })),
    })),
  };
}
export type DangerDay = Awaited<ReturnType<typeof dangerDay>>;
