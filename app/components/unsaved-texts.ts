/** What was typed into a page's long fields and not saved: read from the page as it stands. */

const sameText = (one: string, other: string): boolean =>
  one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");

/** Forms that were refused: what stands in their fields came with the page, and is saved nowhere. */
const refused = new WeakSet<HTMLFormElement>();
/** What was saved from a field that stayed on the page as it was. */
const saved = new WeakMap<HTMLTextAreaElement, string>();

/** A form as it was sent. */
export interface SentForm {
  readonly form: HTMLFormElement;
  readonly texts: readonly (readonly [field: HTMLTextAreaElement, text: string])[];
}

/** A form as it stands. */
export const asSent = (form: HTMLFormElement): SentForm => ({
  form,
  texts: [...form.querySelectorAll("textarea")].map((field) => [field, field.value]),
});

/** Notes how the sending of a form ended. */
export function formEnded({ form, texts }: SentForm, isSaved: boolean): void {
  if (!isSaved) return void refused.add(form);
  refused.delete(form);
  for (const [field, text] of texts) saved.set(field, text);
}

const isUnsaved = (field: HTMLTextAreaElement): boolean => {
  const { value, defaultValue, form } = field;
  if (form !== null && refused.has(form) && value.trim() !== "") return true;
  return !sameText(value, defaultValue) && value !== saved.get(field);
};

/** The long fields of forms that change something, in the order of the page. @param sent the form that is being sent: its texts are on their way */
export const unsavedTexts = (page: ParentNode, sent: HTMLFormElement | null = null): HTMLTextAreaElement[] =>
  [...page.querySelectorAll<HTMLTextAreaElement>("form[method=post] textarea")].filter(
    (field) => field.form !== sent && isUnsaved(field),
  );

/** Ids of the points of a report whose texts were typed and not saved, each once, in their order. */
export const unsavedPoints = (page: ParentNode): string[] => [
  ...new Set(
    unsavedTexts(page).flatMap((field) => field.closest("details[id^='point-']")?.id.slice("point-".length) ?? []),
  ),
];

/** What a field is called on its page: what it folds behind, or its part of the page, and its label. */
export function nameOfField(field: HTMLTextAreaElement): string {
  const summary = field.closest("details")?.querySelector("summary");
  const place = summary?.firstElementChild ?? summary ?? field.closest("section")?.querySelector("h2");
  const [around] = field.labels;
  const label = around?.querySelector("span") ?? around;
  return [place, label].flatMap((one) => one?.textContent?.trim() || []).join(": ");
}

interface Place {
  readonly pathname: string;
  readonly search: string;
}

/** Parts of an address that change no form of the page. */
const OF_THE_PAGE = ["write", "saved"];
const addressOf = ({ pathname, search }: Place): string => {
  const query = new URLSearchParams(search);
  for (const name of OF_THE_PAGE) query.delete(name);
  query.sort();
  return `${pathname}?${query}`;
};

/** Whether the forms of a page go away on the way from one address to the other. Pure. */
export const leaves = (here: Place, next: Place): boolean => addressOf(here) !== addressOf(next);
