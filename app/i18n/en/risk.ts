export const risk = {
  band: { low: "Low", raised: "Raised", high: "High" },
  level: { listed: "Listed", placed: "Placed", indicative: "Indicative", assessed: "Assessed" },
  levelMeaning: {
    listed: "a name",
    placed: "a name and a country",
    indicative: "plus a sector or product",
    assessed: "plus a fact about the supplier itself",
  },
  role: {
    maker: "maker",
    trader: "trader",
    serviceOnOurPremises: "service on our premises",
    serviceElsewhere: "service elsewhere",
    labourProvider: "labour provider",
    agent: "agent",
    notASeller: "not a seller",
    unknown: "unknown",
  },
} as const;
