/** Comments beside the sections of a report, what was answered, and the forms to do both. */
import { Form, Link } from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { groupBy } from "../lib/group-by";
import type { CommentBeside } from "../lib/report-comments.server";
import { paths } from "../lib/paths";
import { NOTE_LENGTH } from "../lib/note-length";
import type { Block } from "../reports/pdf-document";
import { AreaInput, FormName, SentForm } from "./check-fields";
import { Section } from "./page";
import { ReportBlocks, sectionsIn } from "./report-blocks";
import { useSameDay } from "./trail-day";

/** What the page tells of comments, and what its reader may do. */
export interface OnSections {
  readonly comments: readonly CommentBeside[];
  readonly version: number;
  /** Hash of the contents that can be commented on; null: none can, or not by this reader. */
  readonly commentOn: string | null;
  readonly mayAnswer: boolean;
  /** Why a form of the page came back. */
  readonly problem?: string | undefined;
}

/** So many settled comments on a section stand open to be read; more fold. */
const SETTLED_SHOWN = 2;
/** Longer comments fold after so many characters, at the end of a word. */
const SHOWN_LENGTH = 420;

const commentsAnchor = (section: string): string => `comments-${section}`;

/** A report's blocks with the comments beside their sections, and those on sections that it does not have. */
export function CommentedBlocks({ blocks, on }: { blocks: readonly Block[]; on: OnSections }) {
  return (
    <>
      <ReportBlocks
        blocks={blocks}
        beside={(section, title) => {
          const comments = on.comments.filter((one) => one.section === section);
          if (comments.length === 0 && on.commentOn === null) return null;
          const what = <Comments on={on} section={section} title={title} comments={comments} />;
          return { what, isWide: comments.length > 0 };
        }}
      />
      <CommentsElsewhere on={on} sections={sectionsIn(blocks)} />
    </>
  );
}

function Comments({
  on,
  section,
  title,
  comments,
}: {
  on: OnSections;
  section: string;
  title: string;
  comments: readonly CommentBeside[];
}) {
  const { t } = useTranslation();
  const settled = comments.filter(({ isOpen }) => !isOpen);
  const folds = settled.length > SETTLED_SHOWN;
  const shown = folds ? comments.filter(({ isOpen }) => isOpen) : comments;
  return (
    <div id={commentsAnchor(section)} className="no-print min-w-0 scroll-mt-4 space-y-3 text-sm">
      {shown.length > 0 && <List on={on} comments={shown} label={t("reportComments.beside", { section: title })} />}
      {folds && (
        <details>
          <summary className="py-1 text-accent">{t("reportComments.settled", { count: settled.length })}</summary>
          <List on={on} comments={settled} label={t("reportComments.settled", { count: settled.length })} />
        </details>
      )}
      {on.commentOn !== null && (
        <CommentForm key={comments.length} section={section} sha256={on.commentOn} problem={on.problem} />
      )}
    </div>
  );
}

function List({ on, comments, label }: { on: OnSections; comments: readonly CommentBeside[]; label: string }) {
  return (
    <ul aria-label={label} className="space-y-3">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          <Comment on={on} comment={comment} />
        </li>
      ))}
    </ul>
  );
}

function Comment({ on, comment }: { on: OnSections; comment: CommentBeside }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { section, isOpen, takenBackAt, isMine, answers } = comment;
  return (
    <div className={`border-l-2 py-1 pl-3 ${isOpen ? "border-accent bg-note-wash pr-2" : "border-line-strong"}`}>
      <p className="font-semibold">
        {takenBackAt
          ? t("reportComments.takenBack", { when: format.minute(takenBackAt) })
          : t(isOpen ? "reportComments.open" : "reportComments.answered")}
      </p>
      <WhoAndWhen said={comment} />
      <Words said={comment} />
      <p className="mt-1 text-xs text-soft">{useAbout(comment, on.version)}</p>
      {isMine && <TakeBack section={section} note={comment.id} of="comment" />}
      {answers.map((answer) => (
        <div key={answer.id} className="mt-2 border-l-2 border-line-strong pl-3">
          <WhoAndWhen said={answer} />
          {answer.takenBackAt && (
            <p className="text-xs text-soft">
              {t("trail.notes.takenBack", { when: format.minute(answer.takenBackAt) })}
            </p>
          )}
          <Words said={answer} />
          {answer.isMine && <TakeBack section={section} note={answer.id} of="answer" />}
        </div>
      ))}
      {on.mayAnswer && isOpen && !isMine && <AnswerForm section={section} comment={comment.id} problem={on.problem} />}
    </div>
  );
}

/** Which text it is about. */
function useAbout({ sentAt, isEarlier }: CommentBeside, version: number): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (sentAt === null)
    return t(isEarlier ? "reportComments.earlierUnknown" : "reportComments.aboutUnknown", { version: String(version) });
  const of = { version: String(version), when: format.minute(sentAt) };
  return t(isEarlier ? "reportComments.earlier" : "reportComments.about", of);
}

type Said = Pick<CommentBeside, "who" | "at" | "text" | "takenBackAt">;

function WhoAndWhen({ said: { who, at } }: { said: Said }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="text-soft">
      <bdi className="break-words text-ink">{who ?? t("common.unknown")}</bdi>
      {t("common.separator")}
      <time dateTime={at.toISOString()}>{format.minute(at)}</time>
    </p>
  );
}

/** What was said; the rest of a long text folds. */
function Words({ said: { text, takenBackAt } }: { said: Said }) {
  const { t } = useTranslation();
  const [first, rest] = foldedText(text);
  const look = `mt-1 break-words whitespace-pre-line ${takenBackAt ? "line-through" : ""}`;
  return (
    <>
      <p className={look}>
        {first}
        {rest !== "" && "…"}
      </p>
      {rest !== "" && (
        <details>
          <summary className="py-1 text-accent">{t("reportComments.more")}</summary>
          <p className={look}>{rest}</p>
        </details>
      )}
    </>
  );
}

/** What is shown at once, and the rest. Pure. */
function foldedText(text: string): readonly [first: string, rest: string] {
  if (text.length <= SHOWN_LENGTH * 1.5) return [text, ""];
  const end = text.slice(0, SHOWN_LENGTH).search(/\s\S*$/u);
  const at = end > 0 ? end : SHOWN_LENGTH;
  return [text.slice(0, at), text.slice(at).trimStart()];
}

function TakeBack({ section, note, of }: { section: string; note: string; of: "comment" | "answer" }) {
  const { t } = useTranslation();
  const [intent, label] =
    of === "comment"
      ? (["take-back", t("trail.notes.takeBack")] as const)
      : (["take-back-answer", t("reportComments.takeBackAnswer")] as const);
  return (
    <Form method="post" replace data-stays className="mt-1">
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="note" value={note} />
      <button className="button" data-size="small" name="intent" value={intent}>
        {label}
      </button>
    </Form>
  );
}

/** A form behind its name; open where it came back with what was typed. */
function Folded({
  name,
  title,
  problem,
  children,
}: {
  name: string;
  title: string;
  problem: OnSections["problem"];
  children: ReactNode;
}) {
  const { sent } = useContext(SentForm);
  return (
    <details open={sent === name}>
      <summary className="py-1 text-accent">{title}</summary>
      <FormName.Provider value={name}>
        <Form method="post" replace data-stays className="mt-1 space-y-2">
          {children}
          {sent === name && problem && (
            <p role="alert" className="font-semibold text-high">
              ! {problem}
            </p>
          )}
        </Form>
      </FormName.Provider>
    </details>
  );
}

/** Empty and closed again once its comment stands: its key counts them. */
function CommentForm({
  section,
  sha256,
  problem,
}: {
  section: string;
  sha256: string;
  problem: OnSections["problem"];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Folded name={`comment ${section}`} title={t("reportComments.begin")} problem={problem}>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="contentSha256" value={sha256} />
      <p className="text-soft">{t("reportComments.note")}</p>
      <AreaInput
        name="text"
        label={t("trail.notes.text")}
        hint={t("trail.notes.textHint", { most: format.count(NOTE_LENGTH) })}
        rows={4}
        maxLength={NOTE_LENGTH}
        required
      />
      <button className="button" data-size="small" name="intent" value="comment">
        {t("trail.notes.addComment")}
      </button>
    </Folded>
  );
}

function AnswerForm({
  section,
  comment,
  problem,
}: {
  section: string;
  comment: string;
  problem: OnSections["problem"];
}) {
  const { t } = useTranslation();
  return (
    <Folded name={`answer ${comment}`} title={t("reportComments.answer")} problem={problem}>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="note" value={comment} />
      <AreaInput name="text" label={t("reportComments.answerText")} rows={3} maxLength={NOTE_LENGTH} required />
      <button className="button" data-size="small" name="intent" value="answer">
        {t("reportComments.addAnswer")}
      </button>
    </Folded>
  );
}

/** Comments on sections that the text which is shown does not have. */
function CommentsElsewhere({ on, sections }: { on: OnSections; sections: readonly string[] }) {
  const { t } = useTranslation();
  const bySection = groupBy(
    on.comments.filter(({ section }) => !sections.includes(section)),
    ({ section }) => section,
  );
  if (bySection.size === 0) return null;
  return (
    <section aria-labelledby="comments-elsewhere" className="no-print mt-6 space-y-3 border-t border-line pt-5">
      <h2 id="comments-elsewhere">{t("reportComments.elsewhere")}</h2>
      {[...bySection].map(([section, comments]) => (
        <div key={section} className="space-y-2">
          <h3 className="font-semibold">{comments[0]!.title}</h3>
          <Comments on={{ ...on, commentOn: null }} section={section} title={comments[0]!.title} comments={comments} />
        </div>
      ))}
    </section>
  );
}

/** Which sections have comments, how many are open, and how many of the version before. */
export function CommentsOverview({
  workspace,
  comments,
  blocks,
  before,
}: Pick<OnSections, "comments"> & {
  workspace: string;
  blocks: readonly Block[];
  before: { readonly id: string; readonly open: number } | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  if (comments.length === 0 && before === null) return null;
  const bySection = groupBy(comments, ({ section }) => section);
  const sections = [...new Set([...sectionsIn(blocks), ...bySection.keys()])];
  return (
    <Section id="comments" title={t("reportComments.title")}>
      <ul className="space-y-1 text-sm">
        {sections.map((section) => {
          const all = bySection.get(section) ?? [];
          if (all.length === 0) return null;
          const open = all.filter(({ isOpen }) => isOpen).length;
          return (
            <li key={section}>
              <a href={`#${commentsAnchor(section)}`}>{all[0]!.title}</a>{" "}
              <span className={open > 0 ? "font-semibold" : "text-soft"}>
                {open > 0
                  ? t("reportComments.openOf", { open: format.count(open), all: format.count(all.length) })
                  : t("reportComments.noneOpen", { all: format.count(all.length) })}
              </span>
            </li>
          );
        })}
      </ul>
      {before && (
        <p className="mt-2 text-sm">
          {t("reportComments.before", { count: before.open })}{" "}
          <Link to={sameDay(paths.report(workspace, before.id))}>{t("reportComments.toBefore")}</Link>
        </p>
      )}
    </Section>
  );
}
