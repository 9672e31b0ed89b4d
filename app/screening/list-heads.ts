/** The lists this product knows: who publishes them, where, under which licence, and what a listing means in law. */
import type { EffectIn, ListGround, ListHead } from "./types";

/** A listing abroad is shown with what it does there; for an award in the EU it does nothing by itself. */
const NONE_IN_AN_EU_AWARD: EffectIn = { jurisdiction: "EU", effect: "none-in-an-award" };

export interface Legal {
  readonly ground: ListGround;
  readonly effects: readonly EffectIn[];
}

/** @param effect what the listing does in the US. */
export const inUs = (ground: ListGround, effect: EffectIn["effect"]): Legal => ({
  ground,
  effects: [{ jurisdiction: "US", effect }, NONE_IN_AN_EU_AWARD],
});

export const LEGAL = {
  uflpa: inUs("forced-labour-or-state-imposed", "import-presumption"),
  cbp: inUs("forced-labour", "import-ban"),
  brazil: {
    ground: "forced-labour",
    effects: [{ jurisdiction: "BR", effect: "public-register" }, NONE_IN_AN_EU_AWARD],
  },
  norway: {
    ground: "human-rights",
    effects: [{ jurisdiction: "NO", effect: "fund-exclusion" }, NONE_IN_AN_EU_AWARD],
  },
  euSanctions: { ground: "sanctions", effects: [{ jurisdiction: "EU", effect: "asset-freeze" }] },
  worldBank: {
    ground: "debarment",
    effects: [{ jurisdiction: "WB", effect: "funder-debarment" }, NONE_IN_AN_EU_AWARD],
  },
} as const satisfies Record<string, Legal>;

/**
 * Lists a person loads from the publisher's own file. Those that are also shipped have the same id there.
 * The World Bank reserves redistribution of its list: it is loaded by its user and never shipped.
 */
export const LIST_HEADS = {
  "US-UFLPA": {
    listId: "US-UFLPA",
    title: "UFLPA Entity List",
    publisher: "US Department of Homeland Security / FLETF",
    url: "https://www.dhs.gov/uflpa-entity-list",
    licence: "US Government work (public domain in the US; 17 USC 105)",
  },
  "US-CBP-WRO": {
    listId: "US-CBP-WRO",
    title: "Withhold Release Orders and Findings",
    publisher: "US Customs and Border Protection",
    url: "https://www.cbp.gov/document/stats/withhold-release-orders-findings",
    licence: "US Government work (public domain in the US)",
  },
  "US-CSL": {
    listId: "US-CSL",
    title: "Consolidated Screening List",
    publisher: "US International Trade Administration",
    url: "https://www.trade.gov/consolidated-screening-list",
    licence: "US Government work (public domain in the US)",
  },
  "EU-FSF": {
    listId: "EU-FSF",
    title: "Consolidated list of persons, groups and entities subject to EU financial sanctions",
    publisher: "European Commission",
    url: "https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions",
    licence: "Reuse under Commission Decision 2011/833/EU; the Official Journal alone is authentic",
  },
  "WB-DEBARRED": {
    listId: "WB-DEBARRED",
    title: "World Bank Listing of Ineligible Firms and Individuals",
    publisher: "World Bank Group",
    url: "https://projects.worldbank.org/en/projects-operations/procurement/debarred-firms",
    licence: "Redistribution reserved by the World Bank: for the use of whoever downloaded it",
  },
  "BR-LISTA-SUJA": {
    listId: "BR-LISTA-SUJA",
    title: "Cadastro de Empregadores (lista suja)",
    publisher: "Brazil Ministry of Labour and Employment",
    url: "https://www.gov.br/trabalho-e-emprego/pt-br/assuntos/inspecao-do-trabalho/areas-de-atuacao/combate-ao-trabalho-escravo-e-analogo-ao-de-escravo",
    licence: "Official act of government (Brazil law 9.610/98 art. 8); permission to redistribute not confirmed",
  },
} as const satisfies Record<string, ListHead>;

export type KnownList = keyof typeof LIST_HEADS;
export const isKnownList = (listId: string): listId is KnownList => Object.hasOwn(LIST_HEADS, listId);
