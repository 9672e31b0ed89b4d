/** What the pages of the demand side, and of evidence and judgements, say of a past day beside what they say of today. */
export const pastDuties = {
  demand: {
    period: "The time shown ends on that day at the latest.",
    untold_one:
      "{{formatted}} record of the follow-up is left out of the measures: what it said at the end of the time shown was not kept exactly.",
    untold_other:
      "{{formatted}} records of the follow-up are left out of the measures: what they said at the end of the time shown was not kept exactly.",
  },
  evidence: {
    rules: "Which kinds of records speak for which row is told by today’s rules. Ages are counted to that day.",
    untold_one: "{{formatted}} record that stood on that day is in no count: what it said then was not kept exactly.",
    untold_other:
      "{{formatted}} records that stood on that day are in no count: what they said then was not kept exactly.",
    judged: "What named people judged by then. What was replaced or taken back later stands here.",
    noJudgement: "Nobody had judged this row by then.",
    beforeEvidence: "Made before the newest evidence of that day.",
    beforeEdition: "Made on another edition of the table than the last one that records by then name.",
    noProfile: "Nobody had said by then who buys, so all rows are shown.",
    erased:
      "Who buys had been stated; what was stated can no longer be told, because what the record said of it was erased. So all rows are shown.",
  },
  tools: {
    buying_one: "{{formatted}} thing told of our ways of buying",
    buying_other: "{{formatted}} things told of our ways of buying",
    judgements_one: "{{formatted}} judgement in force",
    judgements_other: "{{formatted}} judgements in force",
  },
} as const;
