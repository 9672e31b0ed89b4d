import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { sourceListKey } from "../i18n/method-keys";
import type { SourceLine, sourcesView } from "../lib/method-sources.server";
import { useSaid } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

export type SourcesView = ReturnType<typeof sourcesView>;

/** The edition of the reference data, and each table with its day and hash. */
export function Tables({ view: { dataDate, hash, tables } }: { view: SourcesView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Section id="edition" title={t("method.sources.edition")}>
        <p>{t("method.sources.editionText", { date: format.day(dataDate) })}</p>
        <p className="hash">{hash}</p>
      </Section>
      <Section id="tables" title={t("method.sources.tables")} note={t("method.sources.tablesNote")}>
        <PlainTable
          columns={[
            { head: t("method.sources.table") },
            { head: t("method.sources.rows"), end: true },
            { head: t("method.sources.day") },
            { head: t("method.sources.licence") },
            { head: t("method.sources.hash") },
          ]}
          rows={tables.map(({ name, title, publisher, rows, retrievedOn, carriedOverOn, licence, sha256 }) => ({
            key: name,
            id: `table-${name}`,
            cells: [
              <span key="name">
                {name}
                <span className="block font-normal text-soft" lang="en">
                  {title}. {publisher}
                </span>
              </span>,
              format.count(rows),
              retrievedOn === null
                ? t("method.sources.carried", { date: format.day(carriedOverOn) })
                : t("method.sources.read", { date: format.day(retrievedOn) }),
              <span key="licence" lang="en">
                {licence}
              </span>,
              <span key="hash" className="hash">
                {sha256}
              </span>,
            ],
          }))}
        />
      </Section>
    </>
  );
}

/** One list of sources; each has an address of its own. Titles, publishers and licences are as published. */
export function SourceList({ list, sources }: SourcesView["lists"][number]) {
  const { t } = useTranslation();
  return (
    <Section id={list} title={t(sourceListKey[list])}>
      <ul>
        {sources.map((source) => (
          <SourceEntry key={source.id} source={source} />
        ))}
      </ul>
    </Section>
  );
}

function SourceEntry({ source }: { source: SourceLine }) {
  const { t } = useTranslation();
  const say = useSaid();
  const { id, title, publisher, year, url, licence, readFrom, inputs, tables } = source;
  const list = (words: readonly string[]) => words.join(t("common.separator"));
  const uses = [
    inputs.length > 0 && t("method.sources.inModel", { names: list(inputs.map(say)) }),
    tables.length > 0 && t("method.sources.inTables", { names: list(tables) }),
  ].filter(Boolean);
  return (
    <li id={`source-${id}`} className="source-entry">
      <h3 lang="en">
        {title}
        {year && `, ${year}`}
      </h3>
      <p className="text-sm text-soft">
        <span className="hash">{id}</span>
        {publisher !== null && (
          <>
            {" · "}
            <span lang="en">{publisher}</span>
          </>
        )}
      </p>
      <dl className="facts mt-1">
        <div>
          <dt>{t("method.sources.address")}</dt>
          <dd className="break-all">
            {url === null ? (
              t("method.sources.noAddress")
            ) : (
              <a href={url} rel="noreferrer" target="_blank">
                {url}
              </a>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("method.sources.licence")}</dt>
          <dd>{licence === null ? t("method.sources.notStated") : <span lang="en">{licence}</span>}</dd>
        </div>
        <div>
          <dt>{t("method.sources.usedFor")}</dt>
          <dd>{uses.length === 0 ? t("method.sources.notUsed") : uses.join("; ")}</dd>
        </div>
        {readFrom !== null && (
          <div>
            <dt>{t("method.sources.readFrom")}</dt>
            <dd className="break-words" lang="en">
              {readFrom}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
