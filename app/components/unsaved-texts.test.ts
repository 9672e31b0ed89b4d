/** Which of a page's texts are typed and not saved, and which ways lead away from them. */
import { expect, test } from "vitest";
import { asSent, formEnded, leaves, nameOfField, unsavedPoints, unsavedTexts } from "./unsaved-texts";

const aForm = () => ({}) as HTMLFormElement;
interface Field {
  readonly value: string;
  readonly defaultValue?: string;
  readonly form?: HTMLFormElement;
  readonly point?: string;
}
const aField = ({ value, defaultValue = "", form = aForm(), point }: Field) =>
  ({
    value,
    defaultValue,
    form,
    closest: () => (point === undefined ? null : { id: `point-${point}` }),
  }) as unknown as HTMLTextAreaElement;
const aPage = (...fields: readonly HTMLTextAreaElement[]) =>
  ({ querySelectorAll: () => fields }) as unknown as ParentNode;

test("a text that was typed is unsaved; one that came with the page is not, however its lines end", () => {
  const typed = aField({ value: "new", defaultValue: "old" });
  const emptied = aField({ value: "", defaultValue: "old" });
  const page = aPage(aField({ value: "a\nb", defaultValue: "a\r\nb" }), typed, aField({ value: "" }), emptied);
  expect(unsavedTexts(page)).toEqual([typed, emptied]);
});

test("the texts of the form that is being sent are on their way, those of others are not", () => {
  const form = aForm();
  const beside = aField({ value: "a remark" });
  expect(unsavedTexts(aPage(aField({ value: "an answer", form }), beside), form)).toEqual([beside]);
});

test("what a refused form brings back is unsaved until the form is accepted", () => {
  const form = aForm();
  const back = aField({ value: "too long", defaultValue: "too long", form });
  const page = aPage(back, aField({ value: "", form }));
  expect(unsavedTexts(page)).toEqual([]);
  formEnded({ form, texts: [] }, false);
  expect(unsavedTexts(page)).toEqual([back]);
  formEnded({ form, texts: [] }, true);
  expect(unsavedTexts(page)).toEqual([]);
});

test("a text that was saved and stays in its field is unsaved once it is typed on", () => {
  const field = { ...aField({ value: "a remark" }) };
  const form = { querySelectorAll: () => [field] } as unknown as HTMLFormElement;
  const page = aPage(field);
  const sent = asSent(form);
  expect(unsavedTexts(page)).toEqual([field]);
  formEnded(sent, true);
  expect(unsavedTexts(page)).toEqual([]);
  field.value = "a remark, and more";
  expect(unsavedTexts(page)).toEqual([field]);
});

test("a point of a report is named once for both of its texts, and a text outside of the points not at all", () => {
  const page = aPage(
    aField({ value: "what is so", point: "policies" }),
    aField({ value: "what it rests on", point: "policies" }),
    aField({ value: "a note" }),
  );
  expect(unsavedPoints(page)).toEqual(["policies"]);
});

test("a field is named by what it folds behind, else by its part of the page, and its label", () => {
  const called = (textContent: string) => ({ textContent, firstElementChild: null, querySelector: () => null });
  const field = (around: Readonly<Record<string, object>>) =>
    ({
      labels: [called(" What is so ")],
      closest: (part: string) => (part in around ? { querySelector: () => around[part] } : null),
    }) as unknown as HTMLTextAreaElement;
  const summary = { ...called("Policies needed"), firstElementChild: called("Policies") };
  expect(nameOfField(field({ details: summary, section: called("Points") }))).toBe("Policies: What is so");
  expect(nameOfField(field({ section: called("Points") }))).toBe("Points: What is so");
  expect(nameOfField(field({}))).toBe("What is so");
});

test("another page, another day and another filter lead away; the next point of the same page does not", () => {
  const place = (pathname: string, search = "") => ({ pathname, search });
  const here = place("/w/one/reports/r", "?saved=1");
  expect(leaves(here, place("/w/one/reports/r", "?write=policies"))).toBe(false);
  expect(leaves(here, place("/w/one/reports/r", "?on=2026-01-01"))).toBe(true);
  expect(leaves(here, place("/w/one/reports"))).toBe(true);
  expect(leaves(place("/a", "?b=1&c=2"), place("/a", "?c=2&b=1"))).toBe(false);
});
