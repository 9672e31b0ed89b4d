/** What a template asks for beside the records and the words of its points: days, names and choices that a person enters. Pure. */
import { isDay } from "../screening/age";

/** `lines`: one a line. `days`: days of the calendar, one a line. `suppliers`: addresses of suppliers, one a line, kept as their ids. */
export const FACT_KINDS = ["day", "text", "lines", "days", "choice", "count", "suppliers"] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface TemplateFact {
  readonly id: string;
  readonly kind: FactKind;
  /** Of a choice. */
  readonly choices?: readonly string[];
}

/** What was entered, by the fact's id; what was left empty is not there. */
export type Facts = Readonly<Record<string, string>>;

/** Characters of a line, and lines of one fact. */
export const FACT_LENGTH = 400;
export const MOST_FACT_LINES = 200;

/** Why a fact cannot be kept. */
export type FactFault = "day" | "too-long" | "choice" | "count" | "too-many";
export interface WrongFact {
  readonly fault: FactFault;
  /** The part that is wrong. */
  readonly found: string;
}

/** The lines of what was entered, each once, without what is blank. */
export const linesOf = (given: string | undefined): string[] => [
  ...new Set((given ?? "").split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== "")), // prettier-ignore
];

/** What was entered as it is kept, or what is wrong with it. "" for nothing. Suppliers are looked up by whoever calls. */
export function readFact({ kind, choices = [] }: TemplateFact, given: string): string | WrongFact {
  const entered = given.trim();
  if (entered === "") return "";
  const lines = linesOf(entered);
  const long = lines.find((line) => line.length > FACT_LENGTH);
  if (long !== undefined) return { fault: "too-long", found: long };
  if (lines.length > MOST_FACT_LINES) return { fault: "too-many", found: String(lines.length) };
  switch (kind) {
    case "text":
      return lines.join(" ").length > FACT_LENGTH ? { fault: "too-long", found: entered } : lines.join(" ");
    case "day":
      return isDay(entered) ? entered : { fault: "day", found: entered };
    case "choice":
      return choices.includes(entered) ? entered : { fault: "choice", found: entered };
    case "count":
      return /^\d{1,9}$/u.test(entered) ? String(Number(entered)) : { fault: "count", found: entered };
    case "days": {
      const wrong = lines.find((line) => !isDay(line));
      return wrong === undefined ? lines.toSorted().join("\n") : { fault: "day", found: wrong };
    }
    case "lines":
    case "suppliers":
      return lines.join("\n");
  }
}
