/** From the form of a supplier's answers to answers that can be tried or kept, with what is wrong with it by field. */
import { z } from "zod";
import { PROTECTED_SOURCES, type ProtectedSource } from "../../db/schema/readings";
import { PROOF_LEVELS, WorkerGroup, type Proof } from "../../risk-models/facts";
import type { FormFault } from "../i18n/recruitment-keys";
import { currencyCode } from "../imports/currencies";
import type { MaterialPlace } from "../recruitment/materials";
import { Denomination, ENGINE_CURRENCY, inUsd, Rate } from "../recruitment/money";
import { isWorkforceKey, KEYS_OF, QUESTION_IDS, type AnswerKey, type QuestionId } from "../recruitment/questions";
import type { Resolver } from "../resolve/types";
import { parseValue } from "../services/readings/stored-answers";
import type { NewAnswer } from "../services/readings/record-readings.server";

/** What is wrong with a field, and the text it is about. */
export interface Fault {
  readonly fault: FormFault;
  readonly text: string;
}

export interface ReadForm {
  readonly answers: readonly NewAnswer[];
  readonly source: string;
  readonly protectedSource: ProtectedSource | null;
  /** By the name of the field. */
  readonly faults: Readonly<Record<string, Fault>>;
}

/** Facts that are amounts of money. */
export const MONEY_KEYS = [
  "employerCostTotalUsd",
  "amountRepaidUsd",
  "corridorCostPerWorkerUsd",
  "monthlyContractPayUsd",
  "feePerWorkerUsd",
] as const satisfies readonly AnswerKey[];
type MoneyKey = (typeof MONEY_KEYS)[number];
const isMoney = (key: AnswerKey): key is MoneyKey => (MONEY_KEYS as readonly string[]).includes(key);

/** Amounts of a worker group, by the name of their field. */
export const GROUP_AMOUNTS = {
  costsPaid: "costsPaidUsd",
  interest: "interestUsd",
  advances: "wageAdvancesUsd",
  deposits: "depositsHeldUsd",
  repaid: "repaidUsd",
  pay: "monthlyContractPayUsd",
} as const satisfies Readonly<Record<string, keyof WorkerGroup>>;

/** Rows of rates a form has. */
export const RATE_ROWS = 6;
export const MOST_GROUPS = 12;
const HUNDREDTHS: ReadonlySet<AnswerKey> = new Set(["migrantShare", "agencyShare", "womenShare", "youngShare"]);
const NUMBERS: ReadonlySet<AnswerKey> = new Set(["workersRecruited", "workersRepaid", "workers", ...HUNDREDTHS]);

/** Reads fields by their names, and keeps what is wrong with them. */
export class FormReader {
  readonly faults: Record<string, Fault> = {};
  readonly #rates = new Map<string, Rate>();
  readonly on: string;

  constructor(
    readonly form: FormData,
    readonly resolver: Resolver,
    readonly today: string,
  ) {
    this.on = this.day("on") || today;
    for (let row = 0; row < RATE_ROWS; row++) this.#readRate(`rate.${row}`);
  }

  text(name: string): string {
    const value = this.form.get(name);
    return typeof value === "string" ? value.trim().slice(0, 5000) : "";
  }

  fault(name: string, fault: FormFault, text = ""): void {
    this.faults[name] ??= { fault, text };
  }

  /** A day that has come; "" for none. */
  day(name: string): string {
    const text = this.text(name);
    if (text === "") return "";
    if (z.iso.date().safeParse(text).success && text <= this.today) return text;
    this.fault(name, "day");
    return "";
  }

  number(name: string): number | null {
    const text = this.text(name)
      .replace(",", ".")
      .replaceAll(/[\s\u00A0]/gu, "");
    if (text === "") return null;
    const value = Number(text);
    if (/^\d+(\.\d+)?$/u.test(text) && Number.isFinite(value)) return value;
    this.fault(name, "number");
    return null;
  }

  #readRate(name: string): void {
    const [currency, on, source] = ["currency", "on", "source"].map((part) => this.text(`${name}.${part}`));
    const perUsd = this.number(`${name}.perUsd`);
    if (!currency || perUsd === null) return;
    const rate = Rate.safeParse({ perUsd, on: this.day(`${name}.on`) || on, source });
    const code = currencyCode(currency);
    if (code === "") this.fault(`${name}.currency`, "currency");
    else if (rate.success) this.#rates.set(code, rate.data);
    else this.fault(`${name}.perUsd`, "rate", code);
  }

  /** The currency a field names with its rate; null when one of them is missing, which is said. */
  denomination(name: string): Denomination | null {
    const code = currencyCode(this.text(name));
    if (code === "") {
      this.fault(name, "currency");
      return null;
    }
    if (code === ENGINE_CURRENCY) return { currency: code, rate: null };
    const rate = this.#rates.get(code);
    if (!rate) this.fault(name, "rate", code);
    return rate ? { currency: code, rate } : null;
  }

  /** Countries, and regions that matter to the method, each once. */
  places(name: string): MaterialPlace[] {
    const words = this.text(name).split(/[,;\n]+/u).map((one) => one.trim()).filter(Boolean); // prettier-ignore
    const read = words.map((word) => ({ word, found: this.resolver.country(word) }));
    const unread = read.filter(({ found }) => found === null).map(({ word }) => word);
    if (unread.length > 0) this.fault(name, "country", unread.join(", "));
    const places = read.flatMap(({ found }) => (found ? { country: found.iso2, region: found.region ?? null } : []));
    return [...new Map(places.map((place) => [`${place.country} ${place.region}`, place])).values()];
  }

  countries(name: string): string[] {
    return [...new Set(this.places(name).map(({ country }) => country))];
  }
}

/** The facts of one question; a field left blank is "not known" and comes as null. */
function answersOf(reader: FormReader, question: QuestionId): NewAnswer[] {
  const proof = z
    .enum(PROOF_LEVELS)
    .catch("statement")
    .parse(reader.text(`proof.${question}`) || "statement") as Proof;
  const own = reader.day(`day.${question}`);
  const common = { proof, validFrom: own || reader.on, ...(own !== "" && { isDated: true }) };
  return KEYS_OF[question].map((what): NewAnswer => {
    const { value, money } = valueOf(reader, what);
    try {
      return { ...common, what, value: parseValue(what, value), money: value === null ? null : money };
    } catch {
      reader.fault(what, "number");
      return { ...common, what, value: null, money: null };
    }
  });
}

function valueOf(reader: FormReader, what: AnswerKey): Pick<NewAnswer, "value" | "money"> {
  if (isMoney(what)) {
    const amount = reader.number(what);
    const told = amount === null ? null : reader.denomination(`currency.${what}`);
    if (amount === null || told === null) return { value: null, money: null };
    return { value: inUsd(amount, told), money: { amount, ...told } };
  }
  if (what === "groups") return groupsOf(reader);
  if (what === "recruitedFrom") {
    const countries = reader.countries(what);
    return { value: countries.length > 0 ? countries : null, money: null };
  }
  if (NUMBERS.has(what)) {
    const number = reader.number(what);
    return { value: number !== null && HUNDREDTHS.has(what) ? number / 100 : number, money: null };
  }
  const text = reader.text(what).slice(0, isWorkforceKey(what) ? 20 : 500);
  return { value: text === "" ? null : text, money: null };
}

function groupsOf(reader: FormReader): Pick<NewAnswer, "value" | "money"> {
  const rows: { readonly at: number; readonly amounts: readonly (readonly [keyof WorkerGroup, number])[] }[] = [];
  for (let at = 0; at < MOST_GROUPS; at++) {
    const amounts = Object.entries(GROUP_AMOUNTS).flatMap(([field, key]) => {
      const amount = reader.number(`group.${at}.${field}`);
      return amount === null ? [] : [[key, amount] as const];
    });
    if (amounts.length > 0 || reader.text(`group.${at}.workers`) !== "") rows.push({ at, amounts });
  }
  const told = rows.some(({ amounts }) => amounts.length > 0) ? reader.denomination("currency.groups") : null;
  const groups = rows.flatMap(({ at, amounts }): WorkerGroup[] => {
    const name = (part: string) => `group.${at}.${part}`;
    const [origin] = reader.countries(name("origin"));
    const [destination] = reader.countries(name("destination"));
    const workers = reader.number(name("workers"));
    const year = reader.number(name("year"));
    const recruiter = reader.text(name("recruiter"));
    if (workers === null) reader.fault(name("workers"), "workers");
    const group = WorkerGroup.safeParse({
      ...(origin && { origin }),
      ...(destination && { destination }),
      ...(recruiter && { recruiter }),
      ...(year !== null && { year }),
      workers,
      ...(told && Object.fromEntries(amounts.map(([key, amount]) => [key, inUsd(amount, told)]))),
    });
    if (group.success) return [group.data];
    const field = String(group.error.issues[0]?.path[0] ?? "workers");
    reader.fault(name(field === "year" ? "year" : "workers"), field === "workers" ? "workers" : "number");
    return [];
  });
  return { value: groups.length > 0 ? groups : null, money: told };
}

/**
 * Reads the form. What cannot be read is left out of the answers and named among the faults, so that the rest can be tried.
 * @param today the day it is, `YYYY-MM-DD`; it stands for a day that is left blank.
 */
export function readRecruitmentForm(form: FormData, resolver: Resolver, today: string): ReadForm {
  const reader = new FormReader(form, resolver, today);
  const answers = QUESTION_IDS.flatMap((question) => answersOf(reader, question));
  const source = reader.text("source").slice(0, 500);
  if (source === "") reader.fault("source", "source");
  const isProtected = reader.text("mode") === "protected";
  const named = z.enum(PROTECTED_SOURCES).safeParse(reader.text("protectedSource"));
  if (isProtected && !named.success) reader.fault("protectedSource", "protectedSource");
  const broken = new Set(Object.keys(reader.faults));
  // A field that could not be read says nothing: least of all that it is not known any more.
  const readable = answers.filter(
    ({ what }) =>
      !broken.has(what) && !broken.has(`currency.${what}`) && !(what === "groups" && [...broken].some(ofGroup)),
  );
  return {
    answers: readable,
    source,
    protectedSource: isProtected ? (named.data ?? "workers") : null,
    faults: reader.faults,
  };
}

const ofGroup = (name: string) => name.startsWith("group.");
