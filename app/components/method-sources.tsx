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
      <PlainTable
        columns={[
          { head: t("method.sources.source") },
          { head: t("method.sources.licence") },
          { head: t("method.sources.usedFor") },
        ]}
        rows={sources.map((source) => ({
          key: source.id,
          id: `source-${source.id}`,
          cells: [
            <Described key="source" source={source} />,
            source.licence === null ? (
              t("method.sources.notStated")
            ) : (
              <span key="licence" lang="en">
                {source.licence}
              </span>
            ),
            <Uses key="uses" source={source} />,
          ],
        }))}
        className="sources"
      />
    </Section>
  );
}

/** What it is, who published it when, under which id, and where it can be read. */
function Described({ source: { id, title, publisher, year, url, readFrom } }: { source: SourceLine }) {
  const { t } = useTranslation();
  return (
    <>
      <span lang="en">
        {url === null ? (
          title
        ) : (
          <a href={url} rel="noreferrer" target="_blank">
            {title}
          </a>
        )}
        {year && `, ${year}`}
      </span>
      <span className="block font-normal text-soft">
        {publisher !== null && (
          <>
            <span lang="en">{publisher}</span>
            {" · "}
          </>
        )}
        <span className="hash">{id}</span>
      </span>
      <span className="block font-normal break-words text-soft">
        {url === null ? t("method.sources.noAddress") : <span className="break-all">{url}</span>}
      </span>
      {readFrom !== null && (
        <span className="block font-normal break-words text-soft">
          {t("method.sources.readFrom")}: <span lang="en">{readFrom}</span>
        </span>
      )}
    </>
  );
}

function Uses({ source: { inputs, tables } }: { source: SourceLine }) {
  const { t } = useTranslation();
  const say = useSaid();
  const list = (words: readonly string[]) => words.join(t("common.separator"));
  if (inputs.length + tables.length === 0) return <>{t("method.sources.notUsed")}</>;
  return (
    <>
      {inputs.length > 0 && (
        <span className="block">{t("method.sources.inModel", { names: list(inputs.map(say)) })}</span>
      )}
      {tables.length > 0 && (
        <span className="block text-soft">{t("method.sources.inTables", { names: list(tables) })}</span>
      )}
    </>
  );
}
