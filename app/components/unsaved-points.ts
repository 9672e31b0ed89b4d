const sameText = (one: string, other: string): boolean =>
  one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");

/** Ids of the points of a report whose texts were typed and not saved, in their order; reads the page as it stands. */
export function unsavedPoints(page: ParentNode): string[] {
  return [...page.querySelectorAll<HTMLDetailsElement>("details[id^='point-']")]
    .filter((point) =>
      [...point.querySelectorAll("textarea")].some(({ value, defaultValue }) => !sameText(value, defaultValue)),
    )
    .map(({ id }) => id.slice("point-".length));
}
