/** A group as the importer writes it. */
export const A_GROUP = {
  generation: 0,
  no: 0,
  key: "account:cleaning",
  kind: "account",
  label: "Cleaning",
  suppliers: 1,
  rows: 1,
  amounts: "{}",
  knownRows: 0,
  knownAmounts: "{}",
  asideRows: 0,
  asideAmounts: "{}",
  asideReasons: "{}",
  guess: null,
  guessRows: 0,
  samples: "[]",
};
