/** What pages say of a past day beside what they say of today: lists, corridors, model, commitments, disclosure and packs. */
export const pastPages = {
  lists: {
    shipped:
      "Of the editions that came with Candour, those are known that a comparison had used by then. One that an update brought and nothing had been compared with yet is left out.",
    ofWhichList: "Whether it compared the list shown at the end of the day is not kept.",
    none: "No edition is known to have been in force on that day.",
    noneLoaded: "No edition had been loaded by then.",
  },
  corridors: {
    categories: "The table of who should pay which cost is not kept by day and is left out.",
    untold_one:
      "{{formatted}} withdrawal or putting back by then can no longer be told: what the record said of it was erased. The row it was about may have stood otherwise.",
    untold_other:
      "{{formatted}} withdrawals or puttings back by then can no longer be told: what the record said of them was erased. The rows they were about may have stood otherwise.",
    tables: "The published tables with which the list shown then was scored: data of {{day}}.",
    noTables:
      "Which published figures and rules stood here is told by the list that was shown on that day. None was shown, or it is not kept, so they are left out.",
  },
  model: {
    noMoves: "Who would have moved with another model is not kept by day and is left out.",
    untold_one: "{{formatted}} change by then can no longer be told: what the record said of it was erased.",
    untold_other: "{{formatted}} changes by then can no longer be told: what the record said of them was erased.",
    newest: "Newest released model in force then",
    notKept: "not kept: the list shown then was built again since, and was not sealed",
    changes: "Who chose the model and the data",
    noChanges: "Nobody had chosen another model or other data by then: a list has those of the day it was published.",
    when: "When",
    change: "Change",
    modelChange: "model {{from}} → {{to}}",
    usable: "A list could be scored with them on that day.",
  },
  commitments: {
    asOf: "What was in force, what was to come and what may have applied is worked out for that day.",
    same: "The last record by then that names the edition of the table, made on {{when}}, names the one shown here, of {{day}}.",
    other:
      "The last record by then that names the edition of the table, made on {{when}}, names the one of {{day}}. It is not kept here: the rows shown are those of today’s edition, of {{today}}, and may have said something else then.",
    noEdition:
      "No record by then names the edition of the table that was in use, so the rows shown are today’s and may have said something else then.",
    erased: "Who buys had been stated; what was stated can no longer be told: what the record said of it was erased.",
  },
  disclosure: {
    names: "Names of suppliers are today’s.",
    given: "What a file could have held on that day",
    findings: "Findings",
    steps: "Steps",
    documents: "Documents",
    leftOut: "Left out",
  },
  packs: {
    notMade_one: "{{formatted}} more had been asked for and was not made by then.",
    notMade_other: "{{formatted}} more had been asked for and were not made by then.",
  },
  tools: {
    title: "What was worked with",
    editions_one: "{{formatted}} edition loaded",
    editions_other: "{{formatted}} editions loaded",
    ownRows_one: "{{formatted}} own row in force",
    ownRows_other: "{{formatted}} own rows in force",
    noWeights: "no weights of our own",
    weights_one: "{{formatted}} set of own weights agreed to",
    weights_other: "{{formatted}} sets of own weights agreed to",
    buyer: "stated who buys",
    erased: "what was stated was erased",
    records_one: "{{formatted}} record that can be asked for",
    records_other: "{{formatted}} records that can be asked for",
    packs_one: "{{formatted}} pack made",
    packs_other: "{{formatted}} packs made",
  },
} as const;
