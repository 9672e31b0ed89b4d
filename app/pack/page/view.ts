/** The page around the verifier: takes the pack and the fingerprint, and says what was found. */
import { pack as packEn } from "../../i18n/en/pack";
import { verifyPage as pageEn } from "../../i18n/en/verify-page";
import { pack as packRu } from "../../i18n/ru/pack";
import { verifyPage as pageRu } from "../../i18n/ru/verify-page";
import { createTranslator } from "../../i18n/translator";
import { fingerprintGiven } from "../fingerprint";
import { checkWords, refusalSentence } from "../words";
import type { Message, Outcome, Task } from "./worker";

const TRANSLATORS = {
  en: createTranslator("en", { pack: packEn, verifyPage: pageEn }),
  ru: createTranslator("ru", { pack: packRu, verifyPage: pageRu }),
} as const;
type Spoken = keyof typeof TRANSLATORS;

/** SHA-256 of the reference data of the version this page is made from. */
const ownData = (): string => document.body.dataset["reference"] ?? "";

/** Fields that may be filled in wrong, in their order. */
const FIELDS = ["pack", "key", "authority"] as const;
type Field = (typeof FIELDS)[number];

/** What the reader sees below the form. */
type Shown =
  | { readonly kind: "nothing" | "stopped" }
  | { readonly kind: "running"; readonly name: string; readonly percent: number }
  | Outcome;

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const typed = (field: Field): string => byId<HTMLInputElement>(field).value.trim();

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function list(sentences: readonly string[], kind: string): HTMLUListElement {
  const element = document.createElement("ul");
  element.className = kind;
  for (const sentence of sentences) {
    const item = document.createElement("li");
    item.textContent = sentence;
    element.append(item);
  }
  return element;
}

/** Sentences under a heading of their own; nothing where there are none. */
function under(title: string, sentences: readonly string[]): HTMLElement[] {
  if (sentences.length === 0) return [];
  const heading = document.createElement("h3");
  heading.textContent = title;
  return [heading, list(sentences, "notes")];
}

interface Answer {
  readonly title: string;
  /** `wrong` stands out; nothing looks as if it cleared anybody. */
  readonly tone: "plain" | "wrong";
  readonly parts: readonly HTMLElement[];
}

function answerOf(language: Spoken, outcome: Outcome | { readonly kind: "stopped" }): Answer {
  const translator = TRANSLATORS[language];
  const { t } = translator;
  const wrong = (title: string, sentence: string): Answer => ({ title, tone: "wrong", parts: [paragraph(sentence)] });
  switch (outcome.kind) {
    case "checked": {
      const own = {
        dataHash: ownData(),
        signerNotChecked: t("verifyPage.signerNotChecked"),
        authorityNotChecked: t("verifyPage.authorityNotChecked"),
      };
      const { isIntact, signer } = outcome.check;
      const { verdict, faults, notes, counted, absent } = checkWords(translator, outcome.check, own);
      const intact = signer === "not-checked" ? t("verifyPage.intactUnchecked") : t("verifyPage.intact");
      return {
        title: isIntact ? intact : t("verifyPage.notIntact"),
        tone: isIntact ? "plain" : "wrong",
        parts: [
          paragraph(verdict),
          ...(faults.length > 0 ? [list(faults, "faults")] : []),
          list(notes, "notes"),
          ...under(t("pack.countedTitle"), counted),
          ...under(t("pack.absentTitle"), absent),
        ],
      };
    }
    case "refused":
      return wrong(t("verifyPage.refused"), refusalSentence(translator, outcome));
    case "unusable":
      return wrong(t("verifyPage.notChecked"), t("verifyPage.unusable"));
    case "unreadable":
      return wrong(t("verifyPage.notChecked"), t("verifyPage.unreadable"));
    case "failed":
      return wrong(t("verifyPage.notChecked"), t("verifyPage.failed", { message: outcome.message }));
    case "stopped":
      return { title: t("verifyPage.notChecked"), tone: "plain", parts: [paragraph(t("verifyPage.stopped"))] };
  }
}

class View {
  #language: Spoken = navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en";
  #shown: Shown = { kind: "nothing" };
  #worker: Worker | null = null;
  #hasError = { pack: false, key: false, authority: false };

  /** Address of the thread's script, which is the page's own. */
  readonly #thread: string;

  constructor(script: string) {
    this.#thread = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const file = byId<HTMLInputElement>("pack");
    byId("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#start(file.files?.[0], typed("key"), typed("authority"));
    });
    byId("stop").addEventListener("click", () => this.#end({ kind: "stopped" }));
    for (const button of document.querySelectorAll<HTMLElement>("[data-language]"))
      button.addEventListener("click", () => {
        this.#language = button.dataset["language"] as Spoken;
        this.#draw();
      });
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      const files = event.dataTransfer?.files;
      if (files && files.length > 0 && this.#worker === null) file.files = files;
    });
    byId("form").hidden = false;
    this.#draw();
  }

  #start(file: File | undefined, key: string, stamper: string): void {
    const [fingerprint, authority] = [fingerprintGiven(key), fingerprintGiven(stamper)];
    this.#hasError = {
      pack: file === undefined,
      key: key !== "" && fingerprint === null,
      authority: stamper !== "" && authority === null,
    };
    const wrong = FIELDS.find((field) => this.#hasError[field]);
    this.#worker?.terminate();
    this.#worker = null;
    this.#shown = { kind: "nothing" };
    if (file !== undefined && wrong === undefined) this.#run({ file, fingerprint, authority }, file.name);
    this.#draw();
    byId(wrong ?? "stop").focus();
  }

  #run(task: Task, name: string): void {
    let worker: Worker;
    try {
      worker = new Worker(this.#thread);
    } catch (error) {
      // Where a policy of the browser forbids it.
      return this.#end({ kind: "failed", message: String(error) });
    }
    this.#worker = worker;
    this.#shown = { kind: "running", name, percent: 0 };
    worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if (data.kind !== "progress") return this.#end(data);
      this.#shown = { kind: "running", name, percent: Math.floor((100 * data.done) / Math.max(data.total, 1)) };
      this.#drawProgress();
    });
    worker.addEventListener("error", ({ message }) => this.#end({ kind: "failed", message }));
    worker.postMessage(task);
  }

  #end(outcome: Outcome | { readonly kind: "stopped" }): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#shown = outcome;
    this.#draw();
    byId("answer-title").focus();
  }

  #draw(): void {
    const { t } = TRANSLATORS[this.#language];
    document.documentElement.lang = this.#language;
    document.title = t("verifyPage.title");
    for (const element of document.querySelectorAll<HTMLElement>("[data-text]"))
      element.textContent = t(element.dataset["text"] as "verifyPage.title");
    for (const button of document.querySelectorAll<HTMLElement>("[data-language]"))
      button.setAttribute("aria-pressed", String(button.dataset["language"] === this.#language));
    const made = byId("made");
    const { program = "" } = made.dataset;
    made.textContent = t("verifyPage.made", { program, hash: ownData() });
    for (const field of FIELDS) this.#drawError(field, this.#hasError[field]);
    this.#drawProgress();
    this.#drawAnswer();
  }

  #drawError(field: Field, isWrong: boolean): void {
    byId(`${field}-error`).hidden = !isWrong;
    if (isWrong) byId(field).setAttribute("aria-invalid", "true");
    else byId(field).removeAttribute("aria-invalid");
  }

  #drawProgress(): void {
    const running = this.#shown.kind === "running" ? this.#shown : null;
    byId("running").hidden = running === null;
    byId<HTMLButtonElement>("check").disabled = running !== null;
    if (running === null) return;
    const { name, percent } = running;
    byId("how-far").textContent = TRANSLATORS[this.#language].t("verifyPage.running", {
      file: name,
      percent: String(percent),
    });
    byId<HTMLProgressElement>("bar").value = percent;
  }

  #drawAnswer(): void {
    const shown = this.#shown;
    const isDone = shown.kind !== "nothing" && shown.kind !== "running";
    byId("answer").hidden = !isDone;
    if (!isDone) return;
    const { title, tone, parts } = answerOf(this.#language, shown as Outcome | { readonly kind: "stopped" });
    byId("answer").dataset["tone"] = tone;
    byId("answer-title").textContent = title;
    byId("answer-parts").replaceChildren(...parts);
  }
}

/** Brings the page to life. @param script the text of the script that runs. */
export function showPage(script: string): void {
  new View(script);
}
