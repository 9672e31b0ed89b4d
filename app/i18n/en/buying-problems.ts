/** Sentences for expected failures of what is told of own ways of buying. */
export const buyingProblems = {
  "buying.contract-unfit":
    "Choose a contract. A cost of recruitment needs its currency, and stands only where it is a part of the price; a depth is a whole number from 0 to 20.",
  "buying.day-to-come": "What is counted cannot lie on a day to come. Correct the day.",
  "buying.floor-unfit":
    "Choose a contract. Its floor is worked out from the price, its currency, the hours, the hourly wage, the on-costs, and the law or agreement that sets the wage with its source and day.",
  "buying.ledger-long": "At most {{most}} lines are counted at once. Paste a shorter time.",
  "buying.ledger-unread":
    "No line was found with a day by which payment was due that is over. Paste two columns: the day due, and the day paid.",
  "buying.not-found": "There is no such entry in this workspace.",
  "buying.orders-unfit":
    "Say of whom, from which day to which, how many orders, and where the numbers are from. No part may be larger than the orders, and orders that left enough time need the days the supplier says it needs.",
  "buying.overlapping-ledger":
    "These lines are due from {{from}} to {{to}}, and “{{source}}” already counts those from {{countedFrom}} to {{countedTo}}: payments of the same days would count twice. Take that entry back and paste the lines of both together, or paste other days only.",
  "buying.owner-unfit": "Name a function or a person in at most 120 characters.",
  "buying.payments-unfit": "Say which ledger the lines are from, in at most 300 characters.",
  "buying.reason-missing": "Say in at most 300 characters why the entry does not count.",
  "buying.same-ledger":
    "These lines were counted before. Take the earlier entry back first if they should be counted anew.",
  "buying.sent-twice":
    "You noted exactly this less than a minute ago, and it counts. Nothing was added. If there is another one just like it, note it in a minute.",
  "buying.training-unfit":
    "A training needs its day, what it was about, for whom, and how many took part: at least one, and no more than there are in all.",
  "buying.withdrawn": "This entry was taken back already. Nothing was changed.",
} as const;
