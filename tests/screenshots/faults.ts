/** What a machine can see wrong on a page as it stands. */
import type { Page } from "@playwright/test";

/** Sentences, one a fault; none when nothing was found. */
export const faultsOf = (page: Page): Promise<string[]> => page.evaluate(look);

/** Runs in the page; knows nothing but the page. */
function look(): string[] {
  const faults: string[] = [];
  const { documentElement: root } = document;
  const width = root.clientWidth;
  const name = (element: Element): string => {
    const text = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ");
    const kind = element.tagName.toLowerCase();
    const own = element.getAttribute("name") ?? element.getAttribute("class")?.split(" ")[0] ?? "";
    return `${kind}${own ? `.${own}` : ""} "${text.slice(0, 50)}"`;
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  /** Kept for readers of the screen, or moved out of it until it has the focus. */
  const isAway = (box: DOMRect): boolean => box.width <= 1 || box.height <= 1 || box.bottom <= 0 || box.right <= 0;

  if (root.scrollWidth > width) {
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      if (element.getBoundingClientRect().right <= width + 1 || !isShown(element)) return false;
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== "visible") return false;
      return true;
    });
    faults.push(
      `wider than the screen: ${root.scrollWidth} px of ${width}, at ${wide.slice(-2).map(name).join(" and ")}`,
    );
  }

  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    if (element.scrollWidth <= element.clientWidth + 1 || element.closest("[title]") || !element.innerText) continue;
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== "hidden" && overflowX !== "clip") continue;
    if (isShown(element) && !isAway(element.getBoundingClientRect())) faults.push(`text cut off: ${name(element)}`);
  }

  // WCAG 2.2, 2.5.8: 24 × 24, or far enough from every other target. A link in a line of text is excepted, and a box with
  // its label counts with it; the countries of a map are as large as they are.
  const LEAST = 24;
  const targets = [
    ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [role=button]"),
  ]
    .filter((element) => isShown(element) && !element.closest("svg") && element.getAttribute("type") !== "hidden")
    .map((element) => {
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      return { element, box: (label?.contains(element) ? label : element).getBoundingClientRect() };
    })
    .filter(({ box }) => !isAway(box));
  const inText = (element: HTMLElement): boolean => {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const line = element.parentElement?.closest("p, li, td, th, dd, dt, div, summary");
    return (line?.textContent ?? "").trim().length > (element.textContent ?? "").trim().length;
  };
  /** What lies over the page: nobody touches what is under it. */
  const layerOf = (element: HTMLElement): Element | null => {
    for (let up: HTMLElement | null = element; up && up !== document.body; up = up.parentElement)
      if (["absolute", "fixed", "sticky"].includes(getComputedStyle(up).position)) return up;
    return null;
  };
  for (const { element, box } of targets) {
    if ((box.width >= LEAST && box.height >= LEAST) || inText(element)) continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const near = targets.find((other) => {
      if (other.element === element || other.element.contains(element) || element.contains(other.element)) return false;
      if (layerOf(element) !== layerOf(other.element)) return false;
      const [dx, dy] = [
        Math.max(other.box.left - x, 0, x - other.box.right),
        Math.max(other.box.top - y, 0, y - other.box.bottom),
      ];
      return Math.hypot(dx, dy) < LEAST / 2;
    });
    if (near)
      faults.push(
        `small target: ${name(element)} is ${Math.round(box.width)} × ${Math.round(box.height)}, close to ${name(near.element)}`,
      );
  }
  return [...new Set(faults)];
}
