/** Comments stand beside the section they are about, with what this reader may do; of a past day there is nothing to do. */
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test, vi } from "vitest";
import { catalogue as en } from "../i18n/en";
import { createTranslator } from "../i18n/translator";
import type { CommentBeside } from "../lib/report-comments.server";
import type { Block } from "../reports/pdf-document";
import { SentForm } from "./check-fields";
import { CommentedBlocks, CommentsOverview, type OnSections } from "./report-comments";

vi.mock("@remix-run/react", () => ({
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
  Form: ({ method = "get", children }: { method?: string; children: ReactNode }) => (
    <form method={method}>{children}</form>
  ),
  useSearchParams: () => [new URLSearchParams()],
}));

const shown = (element: ReactNode): string =>
  renderToStaticMarkup(<I18nextProvider i18n={createTranslator("en", en)}>{element}</I18nextProvider>);

const BLOCKS: readonly Block[] = [
  { kind: "heading", level: 1, text: "Signatures" },
  { kind: "heading", level: 1, text: "Risks", section: "risks" },
  { kind: "text", text: "What is told of risks" },
  { kind: "heading", level: 1, text: "Training", section: "training" },
];
const at = new Date("2026-03-02T10:00:00Z");
const aComment = (change: Partial<CommentBeside> = {}): CommentBeside => ({
  id: "c",
  section: "risks",
  title: "Risks",
  text: "Who counted?",
  who: "Ann",
  at,
  takenBackAt: null,
  isMine: false,
  sentAt: at,
  isEarlier: false,
  isOpen: true,
  answers: [],
  ...change,
});
const page = (comments: readonly CommentBeside[], may: Partial<OnSections> = {}) =>
  shown(<CommentedBlocks blocks={BLOCKS} on={{ comments, version: 2, commentOn: null, mayAnswer: false, ...may }} />);
const buttons = (html: string) => [...html.matchAll(/name="intent" value="([^"]*)"/gu)].map(([, value]) => value);

test("a comment stands between the heading of its section and what the section says", () => {
  const html = page([aComment()]);
  const places = ["Risks</h2>", "Who counted?", "What is told of risks", "Training</h2>"].map((one) =>
    html.indexOf(one),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(html).toContain("About version 2, sent to review");
  expect(page([aComment({ isEarlier: true })])).toContain("About an earlier text of version 2, given back since");
});

test("who may comment has a form beside each section, who may answer one under each open comment of others, and nobody one on a past day", () => {
  const comments = [aComment(), aComment({ id: "own", isMine: true })];
  expect(buttons(page(comments))).toEqual(["take-back"]);
  expect(buttons(page(comments, { mayAnswer: true }))).toEqual(["answer", "take-back"]);
  expect(buttons(page([], { commentOn: "0".repeat(64) }))).toEqual(["comment", "comment"]);
  const settled = aComment({ isOpen: false, answers: [{ ...aComment({ id: "a" }), text: "Ann did." }] });
  expect(buttons(page([settled], { mayAnswer: true }))).toEqual([]);
  expect(page([settled])).toContain("Ann did.");
});

test("a form that came back is open, keeps what was typed and says what is wrong beside it", () => {
  const on = { comments: [aComment()], version: 2, commentOn: null, mayAnswer: true, problem: "Write what was done." };
  const html = shown(
    <SentForm.Provider value={{ sent: "answer c", values: { text: [" typed "] } }}>
      <CommentedBlocks blocks={BLOCKS} on={on} />
    </SentForm.Provider>,
  );
  expect(html).toContain('<details open="">');
  expect(html).toContain("> typed </textarea>");
  expect(html).toContain("! Write what was done.");
  expect(page([aComment()], { mayAnswer: true, problem: "Another form." })).not.toContain("Another form.");
});

test("a comment on a section that the text does not have stands below it, by the name it had", () => {
  const html = page([aComment({ section: "gone", title: "What is gone" })], { mayAnswer: true });
  expect(html.indexOf("What is gone")).toBeGreaterThan(html.indexOf("Training</h2>"));
  expect(html).toContain("Comments on sections that are not in this text");
  expect(buttons(html)).toEqual(["answer"]);
});

test("of a long comment and of many settled ones the rest folds, and not a word is lost", () => {
  const long = `${"words ".repeat(600)}end`;
  const html = page([aComment({ text: long })]);
  const said = [...html.matchAll(/whitespace-pre-line[^>]*>([^<]*)</gu)].map(([, text]) => text!.replace("…", ""));
  expect(said).toHaveLength(2);
  expect(said.join(" ").replaceAll(/\s+/gu, " ")).toBe(long);
  const many = ["1", "2", "3"].map((id) => aComment({ id, isOpen: false, takenBackAt: at, text: `Taken ${id}` }));
  const folded = page([...many, aComment({ text: "Still open" })]);
  expect(folded.indexOf("Still open")).toBeLessThan(folded.indexOf("3 settled comments"));
  expect(folded.indexOf("3 settled comments")).toBeLessThan(folded.indexOf("Taken 1"));
  expect(page(many.slice(1))).not.toContain("settled comments");
});

test("the list of sections with comments counts the open ones in the order of the report", () => {
  const comments = [
    aComment({ id: "1", section: "training", title: "Training" }),
    aComment({ isOpen: false }),
    aComment(),
  ];
  const html = shown(
    <CommentsOverview workspace="x" blocks={BLOCKS} comments={comments} before={{ id: "v1", open: 3 }} />,
  );
  expect([...html.matchAll(/href="([^"]*)"/gu)].map(([, to]) => to)).toEqual(["#comments-risks", "#comments-training", "/w/x/reports/v1"]); // prettier-ignore
  expect(html).toContain("1 open of 2");
  expect(html).toContain("3 comments on the version before are open.");
  expect(shown(<CommentsOverview workspace="x" blocks={BLOCKS} comments={[]} before={null} />)).toBe("");
});
