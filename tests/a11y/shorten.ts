import type { Page } from "@playwright/test";

/** Lines of one kind that are left: two, so that what must not be said twice would be seen. */
const OF_A_KIND = 2;
/** More kinds than any table or list has. */
const MOST = 15;

/**
 * Takes lines of tables and lists away, and choices of fields, of which others of the same kind are left: what axe asks of one
 * it asks of all. Of one kind are those that differ in words, addresses, ids, names and numbers alone: same elements, same
 * classes, same states, and with words or without.
 */
export const shorten = (page: Page): Promise<void> =>
  page.evaluate(
    ({ ofAKind, most }) => {
      const namesOne =
        /^(?:id|name|for|href|src|action|value|title|datetime|style|d|points|x\d?|y\d?|cx|cy|r|width|height|transform|aria-(?:label|labelledby|describedby|controls|details))$/u;
      const attributesOf = (element: Element): string =>
        Array.from(element.attributes, ({ name, value }) =>
          namesOne.test(name) ? `${name}=${value === "" ? 0 : 1}` : `${name}=${value}`,
        ).join();
      const kindOf = (node: Node): string => {
        if (node instanceof Element)
          return `${node.tagName}[${attributesOf(node)}](${Array.from(node.childNodes, kindOf).join("")})`;
        return node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "" ? "words" : "";
      };
      for (const list of document.querySelectorAll("main :is(tbody, ul, ol, dl, select, optgroup)")) {
        const kinds = new Map<string, number>();
        let left = 0;
        for (const line of Array.from(list.children)) {
          const kind = kindOf(line);
          const before = kinds.get(kind) ?? 0;
          kinds.set(kind, before + 1);
          if (before < ofAKind && left < most) left++;
          else line.remove();
        }
      }
    },
    { ofAKind: OF_A_KIND, most: MOST },
  );
