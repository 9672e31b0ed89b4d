import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { waitingKey } from "../i18n/keys";
import type { Edition } from "../lib/overview-page.server";
import { paths } from "../lib/paths";
import { Section } from "./page";

interface Props {
  readonly workspace: string;
  readonly waiting: readonly { readonly id: string; readonly file: string; readonly state: "mapping" | "preview" }[];
  /** The model in force when the list was scored with another; null when it is the same. */
  readonly newerModel: string | null;
}

/** Is there anything that waits for a decision? */
export const isDue = ({ waiting, newerModel }: Pick<Props, "waiting" | "newerModel">): boolean =>
  waiting.length > 0 || newerModel !== null;

/** What waits for a decision; nothing where nothing does. */
export function Due({ workspace, waiting, newerModel }: Props) {
  const { t } = useTranslation();
  if (!isDue({ waiting, newerModel })) return null;
  return (
    <Section id="due" title={t("overview.due.title")}>
      <ul className="space-y-2">
        {waiting.map(({ id, file, state }) => (
          <li key={id}>
            <Link
              to={paths.import(workspace, id)}
              className="break-words font-semibold text-accent underline underline-offset-4"
            >
              {file}
            </Link>
            <span className="block text-sm text-soft">{t(waitingKey[state])}</span>
          </li>
        ))}
        {newerModel !== null && <li>{t("overview.due.newerModel", { model: newerModel })}</li>}
      </ul>
    </Section>
  );
}

/** How old the facts are that every score rests on: each table with its publisher and its day, the oldest first. */
export function Editions({ editions }: { readonly editions: readonly Edition[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [oldest, newest] = [editions[0], editions.at(-1)];
  if (!oldest || !newest) return null;
  return (
    <Section id="facts" title={t("overview.due.facts")}>
      <details className="text-sm">
        <summary>
          {oldest.day === newest.day
            ? t("overview.due.editionsOneDay", { count: editions.length, day: format.day(newest.day) })
            : t("overview.due.editions", {
                count: editions.length,
                oldest: format.day(oldest.day),
                newest: format.day(newest.day),
              })}
        </summary>
        <ul className="mt-2 space-y-1.5">
          {editions.map(({ name, title, publisher, day }) => (
            <li key={name}>
              <span lang="en">{title}</span>
              <span className="block text-xs text-soft">
                <span lang="en">{publisher}</span> · {format.day(day)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
