import { explain, MISSING_KEYS, sourcesOf, type Reason } from "../../risk-models";
import type { Assessment, Contribution, Floor } from "../../risk-models/types";
import type { ReasonLine, SourceNote } from "../components/supplier-reasons";
import type { PlaceView } from "../components/supplier-plan";
import type { Language } from "../i18n/languages";
import type { PlanPlace, SupplierPlan } from "../services/plan/supplier-plan.server";
import type { HistoryEvent } from "../services/suppliers/supplier-history.server";
import { reference } from "./reference.server";
import { sectorLabel, type SectorLabel } from "./sector-names.server";

type SourceTable = Parameters<typeof sourcesOf>[1];

let table: SourceTable | undefined;

/** Title, year, address and licence of every source id of the reference data; read once a process. */
function sourceTable(): SourceTable {
  const data = reference();
  table ??= Object.fromEntries(
    [...data.table("sources-countries"), ...data.table("sources-sectors")].map(
      ({ sourceId: id, title, year, url, licence }) => [
        id,
        { title: title ?? "", year: String(year ?? ""), url: url ?? "", licence: licence ?? "" },
      ],
    ),
  );
  return table;
}

/** The sources of a line, each named once. */
export function sourceNotes(line: Pick<Contribution, "source">): SourceNote[] {
  const found = new Map(sourcesOf(line, sourceTable()).map((source) => [source.id, source]));
  return [...found.values()].map(({ id, title, year, url, licence }) => ({
    id,
    title,
    year,
    url: /^https?:\/\//u.test(url) ? url : null,
    licence,
  }));
}

function lineOf({ key, kind, points, lines }: Reason): ReasonLine {
  const [first] = lines;
  const silent = first?.basis === "reference-class";
  return {
    key,
    kind,
    points,
    indicator: first?.indicator ?? "",
    value: first?.value ?? null,
    year: first?.year ?? null,
    origin:
      first?.basis === "stated" ? "stated" : silent && first.dimension === "recruitment" ? "setting" : "published",
    estimated: silent,
    normalised: first?.normalised ?? 0,
    sources: first ? sourceNotes(first) : [],
  };
}

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
      return event.answers.flatMap(({ what, value }) =>
        what === "recruitedFrom" ? ((value as string[] | null) ?? []) : [],
      );
    if (event.kind !== "list") return [];
    return event.changes.flatMap(({ fact, from, to }) =>
      fact === "seat" || fact === "placeOfWork" || fact === "origin" ? [from, to] : [],
    );
  });
