import type { MappingProposal } from "../../imports/types";
import type { IsoDate } from "../../../risk-models/types";
import type { Understanding } from "../../groups/decision";
import type { RiskData } from "../scoring/assessor.server";
import type { ListContext } from "../scoring/supplier-facts";
import type { ImportSettings } from "./settings";

/** Words of a name column that lists places of production rather than firms. */
const SITE_WORDS =
  /\b(factory|factories|facility|mill|plant|site|production unit|fabrik|betrieb|produktionsst[äa]tte|usine|f[áa]brica|fabrikk)\b|工厂|厂/i;

/** What a list as a whole says about its rows. */
export function listContextOf(
  proposal: MappingProposal,
  settings: ImportSettings,
  asOf: IsoDate,
  understanding: Understanding | null,
  data: RiskData | null = null,
): ListContext {
  const nameColumn = proposal.columns.find((column) => column.index === proposal.mapping.name);
  return {
    asOf,
    model: settings.model,
    data,
    understanding,
    countryFromAddress: settings.countryFromAddress,
    rowsSpeak: proposal.kind === "list",
    namesSites: SITE_WORDS.test((nameColumn?.header ?? "").replace(/[_-]/g, " ")),
  };
}
