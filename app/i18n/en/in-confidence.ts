/** What findings told in confidence do in the internal assessment: for those who may read them. */
export const inConfidence = {
  title: "Told in confidence, and what it does here",
  note: "These findings count in the internal assessment alone, which is computed when you look and stored nowhere.",
  without: "Without these findings: {{score}} ({{low}} to {{high}})",
  same: "None of these findings moves the number.",
  effect: "In the internal assessment",
  moves: {
    papers:
      "Counts as the answer that identity papers are kept back: what the supplier’s own word on papers took off is taken away, and the severity is at least severe. It stands until its remedy is verified.",
    floor:
      "Holds the floor of {{height}}: it was settled with signs of both sides of the ICLS guidelines. It stands until its remedy is verified.",
  },
  still: {
    notSettled: "Moves no number: nobody has settled it, and an allegation is no proof.",
    rejected: "Moves no number: it was rejected.",
    remedied: "Moves no number any more: its remedy was verified.",
    noInput:
      "Moves no number: the risk model asks nothing that means the same as its signs. What was told of fees, debt or practices moves it once it is entered as protected answers.",
  },
  would: {
    papers: "Substantiated, it would count as the answer that identity papers are kept back.",
    floor: "Substantiated with signs of both sides of the ICLS guidelines, it would hold the floor of {{height}}.",
  },
  pair: "A sign that work is not voluntary stands beside a sign of threat or penalty, the two sides of the ICLS guidelines of 2018, and what was told in confidence and substantiated is among them. Act on it now; do not wait for a score.",
  settle: {
    signs: "Does the evidence show signs of both sides?",
    signsNote:
      "Only where it does, for “substantiated”. Work that is not voluntary and a threat together hold the floor of the risk model for this pair (ICLS guidelines of 2018), in the internal assessment alone. One side alone moves nothing.",
    involuntary: "Work that is not voluntary",
    threat: "Threat and menace of penalty",
    reasonHint: "What it rests on. Only owners and legal reviewers read it.",
    remedied: "the remedy was verified",
    from: "told in confidence, substantiated",
    shows: "With signs of: {{list}}",
  },
  sign: {
    i1: "birth into the work, sale, or bonded labour",
    i2: "another job than agreed",
    i3: "overtime or on-call work not agreed",
    i4: "hazardous work without consent",
    i5: "very low or no pay",
    i6: "degrading housing by the employer",
    i7: "work for other employers than agreed",
    i8: "kept longer than agreed",
    i9: "no freedom to end the contract",
    c1: "threats or violence to workers or those near them",
    c2: "restricted movement",
    c3: "debt bondage or manipulated debt",
    c4: "wages or benefits withheld",
    c5: "papers withheld",
    c6: "abuse of vulnerability: rights denied, threat of dismissal or deportation",
  },
} as const;
