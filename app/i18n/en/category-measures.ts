/** What can be put into a tender: title, wording to start from, and how the buyer will see it. And what must not go in. */
export const measure = {
  staffing: {
    title: "Hours, shifts and staff in the specification",
    text: "State the hours, shifts and number of people the work takes, so that every bidder prices the same work and the price can be held against wages.",
    check: "Hours × wage × on-costs of each bid, on one sheet.",
  },
  recruitmentLine: {
    title: "A line for recruitment in the price sheet",
    text: "The price sheet has a line for what it costs to recruit the staff of this contract. It is the employer’s cost; zero has to be explained.",
    check: "The line is filled in, and bills of recruiters match it.",
  },
  traceSpec: {
    title: "Which stages of the chain are documented",
    text: "For the goods of this contract the supplier documents the stages named here, from the material on: maker, place, and the papers that link one stage to the next.",
    check: "A map of the stages with maker and place, before the first delivery.",
  },
  labelOrEqual: {
    title: "A label on working conditions, or equal proof",
    text: "A label that covers forced labour in making these goods, open to all and tied to them, is one way to show it; equal proof is accepted.",
    check: "The label’s own rules say what it covers; an audit alone is not proof of fair recruitment.",
  },
  grounds: {
    title: "Convictions and breaches of labour law",
    text: "Each bidder declares final convictions for trafficking or child labour, and breaches of labour law, with the measures it took since; the likely winner shows the proof.",
    check: "Declaration of all, proof of the likely winner, the bidder’s own account before any exclusion.",
  },
  wholeBidder: {
    title: "Everyone the bidder relies on",
    text: "The same is asked of members of a group, of those whose capacity is relied on, and of subcontractors known at that stage.",
    check: "A list of all of them with their part of the work.",
  },
  chainSystem: {
    title: "A system that follows the chain",
    text: "The bidder shows the supply chain management and tracking system it can use for this contract.",
    check: "One delivery of the last year followed back to the material.",
  },
  recruitmentMeans: {
    title: "How the staff is found",
    text: "The bidder shows how it finds and hires people for such work: own staff, which agencies with which licence, in which countries.",
    check: "Agencies by name and licence; a contract in the worker’s own language.",
  },
  traceAward: {
    title: "Points for how far the chain is shown",
    text: "Points for the plan to trace these goods: how many stages, how often, by which papers. The origin itself earns or loses nothing.",
    check: "A scale written before the notice: what earns how many points.",
  },
  workersAward: {
    title: "Points for how this work is staffed",
    text: "Points for what the bidder will do for the people on this contract: recruitment at its own cost, steady staff, pay above the floor, a channel for complaints.",
    check: "A scale written before the notice, and the promise as a clause of the contract.",
  },
  lowTender: {
    title: "Prices below the cost of labour are explained",
    text: "A price that hours × legal or agreed wage × on-costs cannot explain is questioned; if wages or social law are what it saves on, the bid is rejected.",
    check: "The floor is worked out before the bids are opened, and held against all of them.",
  },
  labourLaw: {
    title: "Labour law and the core conventions",
    text: "Labour and social law, collective agreements and the ILO’s core conventions hold for everyone who works on this contract, subcontractors included.",
    check: "A named person at the contractor; your right to look and to ask.",
  },
  employerPays: {
    title: "No worker pays for the job",
    text: "Fees and costs of recruitment are the employer’s, from the first village agent on. What workers paid is found and repaid within 90 days, never out of wages.",
    check: "Bills for each hire; workers asked in private by somebody they trust.",
  },
  papersAndLeave: {
    title: "Papers stay with the worker, who may leave",
    text: "Passports and papers stay with the worker. No deposit, no penalty, no debt ties anybody to the job or the housing.",
    check: "Workers asked in private; a place of their own for papers.",
  },
  namedChain: {
    title: "Agencies and subcontractors are named",
    text: "Agencies and subcontractors are named before they start, with their part of the work; others only with your consent, under the same terms.",
    check: "A current list, held against the people on site.",
  },
  originProof: {
    title: "Origin with each delivery",
    text: "Each delivery comes with maker, place and origin of the materials named here. A change of origin is told before it happens.",
    check: "Papers of a drawn delivery, link by link.",
  },
  channel: {
    title: "A channel workers can use",
    text: "Workers, those of agencies and subcontractors too, know a channel for complaints in their language that does not run through their supervisor. Nobody suffers for using it.",
    check: "The number on the wall, and somebody who answers it.",
  },
  remedyFirst: {
    title: "Put right first, end last",
    text: "What is found is put right to a plan with days and a person. The contract ends for it only after what ending does to the workers was weighed, and wages and repayments are settled.",
    check: "The plan, its days, and workers’ word that it happened.",
  },
  yearlyAnswers: {
    title: "Five questions on recruitment, once a year",
    text: "Recruited from where, by whom, at what cost to the employer, who holds papers, who was repaid: once a year for this contract.",
    check: "Answers with proof, compared with those of the year before.",
  },
  makersList: {
    title: "Makers and sites, twice a year",
    text: "A current list of makers and sites of these goods with each one’s share of what was delivered; unknown is written as unknown.",
    check: "Shares that add up to what was delivered.",
  },
  payRecords: {
    title: "Hours and pay of a drawn month",
    text: "For a month that you draw, hours and pay of those on the contract, without names, agencies included.",
    check: "Hours × wage against what was paid.",
  },
} as const;

export const never = {
  nationality:
    "Nothing that depends on the nationality of workers, on a bidder’s country, or on the country goods come from.",
  scorePoints: "No points, no rank and no exclusion from a score or a band, whosever they are.",
  notTied: "No question and no demand that is not tied to this contract: no general policy of the whole firm.",
  withoutHearing: "No exclusion without hearing the bidder, proof, proportion, an end date and a second person.",
  foreignList: "No foreign list as a ground of exclusion: in EU law it is a reason to ask, and no more.",
  oneBidder: "No check of one bidder alone: what is asked of one is asked of all at that stage.",
  silence: "No ground out of silence: “not known” is answered by asking.",
  workersNames: "No names of workers, no copies of their papers, no statements of theirs in the file.",
} as const;
