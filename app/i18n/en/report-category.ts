/** The report of a category assessment. */
export const reportCategory = {
  title: "Category assessment",
  lead: "What was known of a kind of purchase before the notice, where the risk lies and why, and what goes into the tender against it. It is about no firm.",
  variant: { assessment: "Assessment of a category" },
  variantNote: {
    assessment:
      "For the file of the procedure. It may not be used to exclude a bidder, to give points, or to leave out a country.",
  },
  fact: { title: "What is bought", number: "Number and version", filed: "Filed by", corrects: "Corrects" },
  section: {
    categoryStated: "1 What was stated",
    categoryResult: "2 Where the risk lies",
    categoryTender: "3 What goes into the tender",
  },
  point: {
    categoryFacts: "The category",
    usedFor: "The procedure it is used for",
    spread: "From the lowest to the highest end",
    places: "Each code with each place",
    categoryFloors: "What lifts a score by itself",
    listedMaterials: "Materials that stand on lists of goods",
    traits: "What is so of this category",
    categoryLimits: "What is not known",
    measures: "Measures that go in",
    ownText: "In the officer's own words",
    notChosen: "Measures that fitted and were left out",
    nevers: "What must not go into it",
  },
  ask: {
    usedFor: "Reference of the procedure, and the day of its notice if there is one.",
    categoryLimits: "Origins or places still open, and who asks for them until when.",
  },
  table: {
    categoryFacts: "As filed",
    places: "A score says where to look first, within its range",
    reasons:
      "Every reason with its points; together they are the score. Where a place is not known there is no score: there the points are those of a middle case, and the range says how far it could lie from it",
    categoryFloors: "Grounds that hold a score up",
    listedMaterials: "Where they are listed; where a State is known to impose the work",
    measures: "Where in the tender, in which words, and how it is looked at",
    backing: "Why each fits, and by what it is backed",
  },
  column: {
    categoryFacts: { what: "What", told: "As filed" },
    places: {
      code: "Code",
      place: "Place",
      level: "Known",
      band: "Band",
      score: "Score",
      range: "Range",
      because: "Strongest reasons",
    },
    reasons: { place: "Place", code: "Code", reason: "Reason", points: "Points", year: "Year", source: "Source" },
    categoryFloors: { place: "Place", code: "Code", floor: "Ground", height: "At least", source: "Source" },
    listedMaterials: {
      good: "Material",
      listed: "Listed for",
      stateImposed: "Imposed by a State in",
      source: "Source",
    },
    measures: { stage: "Part", measure: "Measure", wording: "Wording", check: "How it is looked at" },
    backing: {
      measure: "Measure",
      because: "Fits because",
      rows: "Rows of the catalogue",
      laws: "Articles from memory",
    },
  },
} as const;
