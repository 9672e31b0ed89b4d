/** Texts of the risk engine's keys; `REASON_KEYS`, `MISSING_KEYS`, `CONCERN_KEYS` of the engine say which there are. */
export const reason = {
  governance: "Governance of the country: corruption, rule of law, stability",
  voice: "How far people in the country can speak and organise",
  labourRights: "Freedom of association and collective bargaining in practice",
  organiseConventions: "ILO conventions on the freedom to organise not in force",
  listedGoods: "Goods from this country listed with forced labour",
  tipTier: "Tier in the US Trafficking in Persons Report: it judges the government's efforts",
  forcedLabourConventions: "ILO forced-labour conventions not in force",
  sectorEvidence: "Published sources that name forced labour in this sector",
  sign: {
    labourProvider: "Provides workers to others",
    goodForcedAtOrigin: "The good is listed with forced labour for its stated origin",
    goodForcedAtDerivedOrigin:
      "The good is listed with forced labour for the country where the supplier works; the origin is not stated",
    labourHeavyService: "Labour-heavy service, such as cleaning, catering, security or construction",
    goodForcedOriginUnknown: "The good is listed with forced labour for some countries; its origin is not known",
    sectorGoodForcedAtOrigin:
      "The sector makes a good listed with forced labour for this country; the product is not named",
    goodChildAtOrigin: "The good is listed with child labour for its origin",
    inputForcedAtOrigin: "A material in it is listed with forced labour where it comes from",
    goodForcedElsewhere: "The good is listed with forced labour for other countries",
    sectorGoodForcedElsewhere:
      "The sector makes goods listed with forced labour for other countries; the product is not named",
    goodChildElsewhere: "The good is listed with child labour for other countries",
    productUnknown: "A trader whose goods are not named",
    none: "No listed good and no labour-heavy service; that is no proof of absence",
    unknown: "What is bought is not known",
  },
  debt: "Fees and costs workers paid, and debt they carry",
  recruiter: "Who recruits the workers",
  papers: "Who holds passports and papers",
  deposits: "Deposits or bonds held from workers",
  wages: "Wages withheld to recover recruitment costs",
  freedom: "Whether workers can leave without penalty",
  contract: "Whether workers signed a contract in their own language before leaving home",
  grievance: "Whether there is a complaints channel workers trust",
  exposedWorkers: "Share of workers exposed to how recruitment was done",
  setting: {
    "labour-provider": "Recruitment not told: typical of labour providers",
    "labour-heavy-service": "Recruitment not told: typical of labour-heavy services",
    "labour-intensive-production": "Recruitment not told: typical of labour-intensive production",
    "other-production": "Recruitment not told: typical of other production",
    "other-service": "Recruitment not told: typical of other services",
    unknown: "Recruitment not told, and the kind of work is not known",
  },
  floor: {
    authorityFinding: "Finding of an authority or court on this supplier",
    confirmedMatch: "Confirmed match with a list whose ground is forced labour or a State-imposed programme",
    iclsPair: "Signs of involuntary work and of threat, both with evidence",
    stateImposed: "State-imposed programme for the region or for the good and its origin",
    listedPair: "The good is listed with forced labour for this country",
  },
  control: {
    feesPractice: "Answer on recruitment fees, as far as it is proven",
    recruiterPractice: "Answer on who recruits, as far as it is proven",
    papersPractice: "Answer on who holds the papers, as far as it is proven",
    depositsPractice: "Answer on deposits, as far as it is proven",
    wagesPractice: "Answer on wages, as far as it is proven",
    freedomPractice: "Answer on freedom to leave, as far as it is proven",
    contractPractice: "Answer on contracts, as far as it is proven",
    grievancePractice: "Answer on a complaints channel, as far as it is proven",
  },
} as const;

/** A context input that is not known: the middle value of its class stands in. */
export const reasonBlank = {
  governance: "Governance of the country: not known",
  voice: "How far people can speak and organise: not known",
  labourRights: "Freedom of association in practice: not known",
  organiseConventions: "Conventions on the freedom to organise: not known",
  listedGoods: "Goods listed with forced labour: not known",
  tipTier: "Trafficking in Persons tier: not known, or a special case",
  forcedLabourConventions: "Forced-labour conventions: not known",
  sectorEvidence: "Published evidence on the sector: not known",
} as const;

export const missing = {
  seat: "the country of the supplier",
  sector: "the sector",
  product: "what is bought",
  origin: "the origin of the goods",
  inputOrigin: "the origin of a listed input",
  governance: "governance of the country",
  voice: "how far people can speak and organise",
  labourRights: "freedom of association in practice",
  organiseConventions: "conventions on the freedom to organise",
  listedGoods: "goods of the country listed with forced labour",
  tipTier: "the Trafficking in Persons tier",
  forcedLabourConventions: "forced-labour conventions in force",
  sectorEvidence: "published evidence on the sector",
  boughtSign: "what is bought",
  debt: "what workers paid for the job, and debt they carry",
  recruiter: "who recruits the workers",
  papers: "who holds passports and papers",
  deposits: "whether deposits are held",
  wages: "whether wages are withheld",
  freedom: "whether workers can leave freely",
  contract: "whether contracts were signed in the workers' own language",
  grievance: "whether there is a trusted complaints channel",
  exposedWorkers: "how many workers come from abroad or through agencies",
} as const;

export const concern = {
  nationalPattern: "A pattern of State-imposed forced labour is reported for the country as a whole",
  newOnList: "The good was newly listed in the latest edition",
  childLabourOnly: "The good is listed with child labour for this country",
  madeWithListedInput:
    "The good is made with an input that is listed with forced labour; ask where the input comes from",
  originOpen: "The origin of the goods is open; the range covers the countries where the good is listed",
  notASeller: "This is not a seller",
  noStructuralData: "There are no structural data for this recruitment corridor; the full range is shown",
} as const;

/** What lifts a floor again. */
export const floorLiftedBy = {
  authorityFinding: "that authority closes the case",
  confirmedMatch: "the publisher takes the supplier off the list",
  iclsPair: "the remedy is verified",
  stateImposed: "the goods are traced to another origin",
  listedPair: "there is evidence of another origin",
} as const;

/** Answers of closed lists, as they stand in readings. */
export const answer = {
  yes: "yes",
  no: "no",
  unknown: "unknown",
  "own-staff": "own staff",
  "licensed-agent": "licensed agent",
  "sub-agent": "sub-agent",
  worker: "the worker",
  employer: "the employer",
  agent: "the agent",
} as const;

export const unit = {
  months: "{{formatted}} months of pay",
  goods_one: "{{formatted}} good",
  goods_other: "{{formatted}} goods",
  sources_one: "{{formatted}} source",
  sources_other: "{{formatted}} sources",
  shareNotInForce: "{{formatted}} not in force",
  zeroToTen: "{{formatted}} of 10",
  estimate: "{{formatted}} on a scale of −2.5 to 2.5",
  takenOff: "{{formatted}} taken off",
} as const;

/** Where a value comes from when it is no published source. */
export const origin = {
  stated: "stated by the supplier or the list",
  setting: "model {{model}}, typical of the kind of work",
  class: "model {{model}}, middle of a class",
  sign: "model {{model}}, table of signs",
  silence: "no published source names it",
} as const;

export const likelihood = {
  "less-likely": "less likely",
  possible: "possible",
  likely: "likely",
  "very-likely": "very likely",
  unknown: "unknown",
} as const;

export const severity = {
  moderate: "moderate",
  serious: "serious",
  severe: "severe",
  critical: "critical",
  unknown: "unknown",
} as const;

/** What to ask first. */
export const ask = {
  seat: "Which country is the supplier in?",
  sector: "What sector does it work in?",
  product: "What exactly is bought?",
  origin: "Where do the goods come from?",
  debt: "What did workers pay for their job, and what debt do they still carry?",
  recruiter: "Who recruits the workers: own staff, licensed agents, sub-agents?",
  papers: "Who holds the workers’ passports and papers?",
  deposits: "Are deposits or bonds held from workers?",
  wages: "Are wages withheld or cut to recover recruitment costs?",
  freedom: "Can workers leave the job and the housing without penalty?",
  contract: "Did workers sign a contract in their own language before leaving home?",
  grievance: "Is there a complaints channel that workers trust, in their languages?",
} as const;

/** Practices and remedies that would lower the risk: the closed list. */
export const change = {
  employerPays: "The employer pays for recruitment, shown by worker interviews",
  repayment: "Fees and debt are repaid to the workers, with confirmation",
  papersReturned: "Passports and papers are given back to the workers",
  licensedAgents: "Only licensed agents or own staff recruit",
  contract: "Workers sign a contract in their own language before leaving home",
  wages: "Wages are paid in full and no deposits are held",
  channel: "A complaints channel that workers trust is set up",
  freedomToLeave: "Workers can leave the job and the housing without penalty",
} as const;
