import { explain, MISSING_KEYS, type Reason } from "../../risk-models";
import type { Assessment, Contribution, Floor } from "../../risk-models/types";
import type { FigureLine } from "../components/supplier-figures";
import type { ReasonLine } from "../components/supplier-reasons";
import type { PlaceView } from "../components/supplier-plan";
import type { Language } from "../i18n/languages";
import { countriesOfAnswer } from "../recruitment/questions";
import type { PlanPlace, SupplierPlan } from "../services/plan/supplier-plan.server";
import type { HistoryEvent } from "../services/suppliers/supplier-history.server";
import { originOf, sourceNotes } from "./line-origin.server";
import { sectorLabel, type SectorLabel } from "./sector-names.server";

const figuresOf = (line: Contribution): FigureLine => ({
  kind: line.kind,
  indicator: line.indicator,
  value: line.value,
  year: line.year,
  estimated: line.basis === "reference-class",
  normalised: line.normalised,
  weight: line.weight,
  points: line.points,
  origin: originOf(line),
});

function lineOf({ key, kind, points, lines }: Reason): ReasonLine {
  const [first] = lines;
  return {
    key,
    kind,
    points,
    indicator: first?.indicator ?? "",
    value: first?.value ?? null,
    year: first?.year ?? null,
    origin: first ? originOf(first) : { from: "silence" },
    estimated: first?.basis === "reference-class",
    normalised: first?.normalised ?? 0,
  };
}

/** Every line of the sum with its figures, in the order of the model. */
export const figureLines = (assessment: Assessment): FigureLine[] => assessment.contributions.map(figuresOf);

/** The reasons of a result as the page shows them, strongest first; their points sum to the score. */
export const reasonLines = (assessment: Assessment): ReasonLine[] => explain(assessment).map(lineOf);

export const floorLines = (floors: readonly Floor[]) =>
  floors.map((floor) => ({ ...floor, sources: sourceNotes(floor) }));

/** What is missing beside what is asked first, as keys of the catalogue. */
export const furtherMissing = (assessment: Assessment, asked: readonly string[]): string[] =>
  assessment.missing
    .filter((id) => !asked.includes(id))
    .map((id) => `missing.${id}`)
    .filter((key) => MISSING_KEYS.includes(key));

const placeOf = (place: PlanPlace): PlaceView => {
  const { entry, state, since, why } = place;
  const added = entry !== null && entry.addedAt !== null;
  return {
    state,
    since,
    place: place.place,
    why,
    drawn: entry?.part === "drawn",
    outcome: entry?.outcome ?? "not-started",
    outcomeOn: entry?.outcomeOn ?? null,
    outcomeNote: entry?.outcomeNote ?? null,
    dueOn: entry?.dueOn ?? null,
    reason: (added ? entry.addedReason : entry?.movedReason) ?? null,
  };
};

/** What to ask first and a supplier's places in plans, as its page shows them; places only for who may know of plans. */
export function planView({ next, inForce, draft }: SupplierPlan, seesPlan: boolean) {
  return {
    step: next.nextStep.step,
    how: next.actionKind,
    inForce: seesPlan && inForce ? placeOf(inForce) : null,
    draft: seesPlan && draft ? placeOf(draft) : null,
  };
}

/** The ISIC codes that a history and a supplier name, with what they are called. */
export function sectorsOf(
  events: readonly HistoryEvent[],
  isic: string | null,
  language: Language,
): Record<string, SectorLabel> {
  const codes = events.flatMap((event) => {
    if (event.kind === "decided" || event.kind === "undone") return event.said.sector?.isic ?? [];
    if (event.kind !== "list") return [];
    return event.changes.flatMap(({ fact, from, to }) => (fact === "sector" ? [from, to] : []));
  });
  const named: Record<string, SectorLabel> = {};
  for (const code of [...codes, isic]) {
    const label = code && sectorLabel(code, language);
    if (label) named[label.code] = label;
  }
  return named;
}

/** The countries that a history names. */
export const countriesOf = (events: readonly HistoryEvent[]): (string | null | undefined)[] =>
  events.flatMap((event) => {
    if (event.kind === "decided" || event.kind === "undone")
      return [event.said.placeOfWork, event.said.country, ...(event.said.origin ?? [])];
    if (event.kind === "answered" || event.kind === "answers-undone")
      return event.answers.flatMap(({ what, value }) => countriesOfAnswer(what, value));
    if (event.kind !== "list") return [];
    return event.changes.flatMap(({ fact, from, to }) =>
      fact === "seat" || fact === "placeOfWork" || fact === "origin" ? [from, to] : [],
    );
  });
