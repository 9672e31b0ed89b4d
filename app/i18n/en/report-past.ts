/** Reports as they stood on a past day. */
export const reportPast = {
  none: "No report had been started by then.",
  names:
    "Names of people are today’s, and so are the headings of a report. Links lead to the same day wherever a page can show it.",
  draft: "A draft on this day",
  draftNote:
    "What people had written by then stands below. What the draft worked out of the records on that day was not kept and cannot be made again exactly, so it is left out.",
  unsaid: "nothing was written by then",
  shown: "The report as it stood",
  givenBack:
    "These contents were given back to their author on {{day}}. They are kept as they were, with their hash and what was signed under it.",
  files: "Of a past day only what was published by then is given as a file. It holds the signatures of that day.",
  noFiles: "It was not published by then, so of that day there is no file.",
} as const;
