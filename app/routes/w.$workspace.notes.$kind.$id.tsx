import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHead, Section } from "../components/page";
import { Refused } from "../components/refused";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { useFormat } from "../i18n/format";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { noteKindKey, recordKindKey } from "../i18n/trail-keys";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { NOTE_LENGTH } from "../lib/note-length";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { nameOfRecord } from "../lib/record-name.server";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { kindOf } from "../lib/trail-groups";
import { addNote } from "../services/notes/add-note.server";
import { notesView, type NoteLine } from "../services/notes/notes-view.server";
import { takeBackNote } from "../services/notes/take-back-note.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

function recordIn(params: Readonly<Record<string, string | undefined>>) {
  const kind = kindOf(params["kind"]);
  if (!kind) throw notFound();
  return { kind, id: params["id"] ?? "" };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const record = recordIn(params);
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  const db = await getDb();
  const view = await notesView(db, scope, record, day).catch(orNotFound);
  return {
    title: pageTitle(request, "trail.notes.title"),
    workspace: scope.workspaceSlug,
    day,
    today,
    record,
    name: await nameOfRecord(db, scope, record),
    most: NOTE_LENGTH,
    ...view,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "record:comment");
  const record = recordIn(params);
  const [db, now] = [await getDb(), new Date()];
  const form = await request.formData();
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  try {
    if (said("intent") === "take-back") await takeBackNote(db, scope, said("note"), now);
    else {
      const kind = said("intent") === "sign-off" ? "sign-off" : "comment";
      await addNote(db, scope, record, { kind, text: said("text") }, now);
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    const problem = problemSentence(requestI18n(request), error);
    return data({ problem, text: said("text"), intent: said("intent") }, { status: error.status });
  }
  throw redirect(paths.notes(scope.workspaceSlug, record.kind, record.id));
}

/** What did others remark about this record, who signed it off, and do I? */
export default function Notes() {
  const { t } = useTranslation();
  const { workspace, record, name, notes, canComment, canSign, most, day, today } = useLoaderData<typeof loader>();
  const format = useFormat();
  const sameDay = useSameDay();
  const returned = useActionData<typeof action>();
  /** Its form is empty again once what was typed stands above: its key counts. */
  const told = (kind: NoteLine["kind"]) => notes.filter((note) => note.kind === kind).length;
  const textOf = (intent: string) => (returned?.intent === intent ? returned.text : "");
  return (
    <>
      <PageHead
        title={t("trail.notes.of", { record: t(recordKindKey[record.kind]) })}
        lead={
          <>
            {name !== null && <bdi className="mb-1 block font-semibold break-words text-ink">{name}</bdi>}
            {t("trail.notes.lead")}
          </>
        }
        above={<Link to={sameDay(paths.record(workspace, record.kind, record.id))}>{t("trail.notes.back")}</Link>}
      />
      <PastDay day={day} />
      <div className="max-w-3xl space-y-5">
        {returned && <Refused>{returned.problem}</Refused>}
        <Section id="notes" title={t("trail.notes.title")}>
          {notes.length === 0 && <p className="text-soft">{t("trail.notes.none")}</p>}
          <ul className="divide-y divide-line">
            {notes.map((note) => (
              <li key={note.id} className="py-3">
                <Note note={note} />
              </li>
            ))}
          </ul>
        </Section>
        {canComment && (
          <Form key={told("comment")} method="post" className="card no-print space-y-3 p-4 sm:p-5">
            <label className="block">
              <span className="block font-semibold">{t("trail.notes.text")}</span>
              <span className="block text-sm text-soft">{t("trail.notes.textHint", { most: format.count(most) })}</span>
              <textarea
                name="text"
                rows={4}
                maxLength={most}
                required
                defaultValue={textOf("comment")}
                className="input"
              />
            </label>
            <button className="button" data-kind="primary" name="intent" value="comment">
              {t("trail.notes.addComment")}
            </button>
          </Form>
        )}
        {canSign && (
          <Form key={told("sign-off")} method="post" className="card no-print space-y-3 p-4 sm:p-5">
            <label className="block">
              <span className="block font-semibold">{t("trail.notes.signText")}</span>
              <textarea name="text" rows={2} maxLength={most} defaultValue={textOf("sign-off")} className="input" />
            </label>
            <button className="button" name="intent" value="sign-off">
              {t("trail.notes.addSignOff")}
            </button>
          </Form>
        )}
        <PastDayForm today={today} day={day} />
      </div>
    </>
  );
}

function Note({ note: { id, kind, text, who, at, takenBackAt, isMine } }: { note: NoteLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p className="text-sm text-soft">
        <strong className="text-ink">{t(noteKindKey[kind])}</strong> · {who ?? t("common.unknown")} ·{" "}
        <time dateTime={at.toISOString()}>{format.minute(at)}</time>
        {takenBackAt && ` · ${t("trail.notes.takenBack", { when: format.minute(takenBackAt) })}`}
      </p>
      {text !== "" && <p className={`break-words whitespace-pre-line ${takenBackAt ? "line-through" : ""}`}>{text}</p>}
      {isMine && (
        <Form method="post" className="no-print mt-1">
          <input type="hidden" name="note" value={id} />
          <button className="button" data-size="small" name="intent" value="take-back">
            {t("trail.notes.takeBack")}
          </button>
        </Form>
      )}
    </>
  );
}
