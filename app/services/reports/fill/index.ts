import type { Database, Scope } from "../../../../db/database";
import type { ReportType } from "../../../reports/model";
import type { ReportSettings } from "../../../reports/settings";
import type { Fillings, Template } from "../../../reports/template";
import { dayOf } from "../../scoring/assessor.server";
import { subjectStanding } from "../subject-standing.server";
import type { Fill, FillContext } from "./fill";
import { fillDemand } from "./demand.server";
import { fillEspd } from "./espd.server";
import { fillCategory } from "./category.server";
import { fillResponse } from "./response.server";
import { fillRegister } from "./register.server";
import { fillRemediation } from "./remediation.server";
import { fillTender } from "./tender.server";
import { fillStatement } from "./statement.server";
import { sharedFacts } from "./shared-facts.server";

/** What the records say, by the type of the report. */
const FILL: Readonly<Record<ReportType, Fill>> = {
  register: fillRegister,
  statement: fillStatement,
  category: fillCategory,
  espd: fillEspd,
  response: fillResponse,
  "tender-check": fillTender,
  remediation: fillRemediation,
  demand: fillDemand,
};

/** A period that runs ends today: of days to come nothing is known, and nothing is late on them. Pure. */
const untilToday = <S extends Pick<ReportSettings, "to">>(settings: S, now: Date): S =>
  settings.to > dayOf(now) ? { ...settings, to: dayOf(now) } : settings;

/** What the records of the workspace say of the template's points; nothing of a filed record that was changed since it was filed. */
export const fillingsOf = async (
  db: Database,
  scope: Scope,
  { type }: Template,
  context: FillContext,
): Promise<Fillings> => {
  if ((await subjectStanding(db, scope, context.settings.subject))?.isIntact === false) return {};
  const settings = untilToday(context.settings, context.now);
  const shared = sharedFacts(db, scope, settings, context.now, context.list);
  return FILL[type](db, scope, { ...context, settings, shared });
};
