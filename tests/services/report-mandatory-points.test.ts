/** Every mandatory point of the written templates has a place in our reports, or a reason why it has none. */
import { expect, test } from "vitest";
import { catalogue as en } from "../../app/i18n/en";
import { FiledReport, Reference, Report } from "../../app/reports/model";
import { TEMPLATES } from "../../app/reports/templates";
import { EXPORT_HEADERS } from "../../app/services/register/register-export.server";
import { MANDATORY_POINTS } from "./mandatory-points-more";

const ALL = Object.entries(MANDATORY_POINTS).flatMap(([group, points]) =>
  Object.entries(points).map(([words, where]) => ({ name: `${group}: ${words}`, where })),
);

const textOf = (key: string): unknown =>
  key.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], en);

/** Is there such a place? */
function exists(place: string): boolean {
  const [of = "", ...rest] = place.split(":");
  const at = rest.join(":");
  if (of === "head") return at in Report.shape;
  if (of === "filed") return at in FiledReport.shape;
  if (of === "reference") return at in Reference.shape;
  if (of === "text") return typeof textOf(at) === "string";
  if (of === "file") return EXPORT_HEADERS.includes(at);
  const points = TEMPLATES.find(({ type }) => type === of)?.sections.flatMap((section) => section.points) ?? [];
  const [id, table, column] = at.split(".");
  const point = points.find((one) => one.id === id);
  if (!point) return false;
  if (table === undefined) return true;
  const found = (point.tables ?? []).find((one) => one.id === table);
  return found !== undefined && found.columns.some((one) => one.id === column);
}

test("each place that is named is there", () => {
  const wrong = ALL.flatMap(({ name, where }) => ("not" in where ? [] : where.filter((place) => !exists(place)).map((place) => `${name} → ${place}`))); // prettier-ignore
  expect(wrong).toEqual([]);
});

test("a point has a place, or says in a sentence why it has none", () => {
  const bare = ALL.filter(({ where }) => ("not" in where ? where.not.split(" ").length < 8 : where.length === 0));
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test("no point of a written template is left out: as many as it has, part by part", () => {
  const counts = Object.fromEntries(Object.entries(MANDATORY_POINTS).map(([group, points]) => [group, Object.keys(points).length])); // prettier-ignore
  expect(counts).toEqual({
    "0.2 head": 19,
    "0.3 evidence": 11,
    "0.4 annex on demand": 20,
    "0.5 and 0.7 keeping and asking": 3,
    "1 register": 73,
    "2 statement": 21,
    "3 vendor check memo": 45,
    "4 questionnaire": 16,
    "5 corrective actions and remediation": 44,
    "7 response folder": 57,
  });
});

test("a mandatory point of our templates is one that a written template asks for", () => {
  const named = new Set(ALL.flatMap(({ where }) => ("not" in where ? [] : where)).map((place) => place.split(".")[0]));
  const ours = TEMPLATES.filter(({ type }) => type !== "category").flatMap(
    ({ type, sections }) =>
    sections
      .filter(({ only, words }) => only === undefined && words === undefined)
      .flatMap(({ points }) => points.filter((point) => point.mandatory && !named.has(`${type}:${point.id}`)).map(({ id }) => `${type}:${id}`)), // prettier-ignore
  );
  expect(ours).toEqual([]);
});
