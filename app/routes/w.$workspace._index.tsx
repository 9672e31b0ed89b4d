import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { importOfGeneration, listImports } from "../../db/queries/imports";
import { findGeneration, summaryCounts } from "../../db/queries/register";
import { BANDS, LEVELS } from "../../risk-models/types";
import { Shares } from "../components/figures";
import { BandTag, LevelTag } from "../components/marks";
import { PageHead, Section } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { UnderstandHint } from "../components/understand-hint";
import { UploadBox, UploadTips } from "../components/upload-box";
import { useFormat } from "../i18n/format";
import { importStateKey, levelMeaningKey } from "../i18n/keys";
import { getConfig, getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { notUnderstood } from "../services/understanding/counted-list.server";

export const meta = titleMeta;

const LISTS_SHOWN = 10;
const AT_WORK: ReadonlySet<string> = new Set(["received", "inspecting", "building"]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:read");
  const db = await getDb();
  const readsImports = can(scope.role, "import:read");
  const imports = readsImports ? await listImports(db, scope, { limit: LISTS_SHOWN }) : [];
  const no = scope.publishedGeneration;
  const generation = no === null ? null : await findGeneration(db, scope, no);
  const counts = generation ? await summaryCounts(db, scope, generation.no, ["level", "band"]) : [];
  const source = generation && readsImports ? await importOfGeneration(db, scope, generation.no) : null;
  const countOf = (kind: string, key: string) =>
    counts.find((count) => count.kind === kind && count.key === key)?.count ?? 0;
  return {
    title: pageTitle(request, "workspace.home.title"),
    workspace: scope.workspaceSlug,
    canUpload: can(scope.role, "import:write"),
    limit: getConfig().maxUploadBytes,
    open: generation && (await notUnderstood(db, scope, generation.no)),
    waiting: imports.some(({ state }) => AT_WORK.has(state)),
    published: generation && {
      suppliers: generation.suppliers,
      when: source?.publishedAt ?? generation.createdAt,
      file: source?.upload.fileName ?? null,
      modelId: generation.modelId,
      dataDate: generation.dataDate,
      levels: LEVELS.map((level) => ({ level, count: countOf("level", level) })),
      bands: BANDS.map((band) => ({ band, count: countOf("band", band) })),
    },
    imports: imports.map(({ id, state, createdAt, upload }) => ({ id, state, createdAt, file: upload.fileName })),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function WorkspaceHome() {
  const { t } = useTranslation();
  const { workspace, published, imports, canUpload, limit, waiting } = useLoaderData<typeof loader>();
  useRefreshWhile(waiting);
  if (!published && imports.length === 0) {
    return (
      <div className="mx-auto max-w-3xl py-2 sm:py-8">
        <PageHead title={t("workspace.home.emptyTitle")} lead={t("workspace.home.emptyLead")} />
        {canUpload && <UploadBox workspace={workspace} limit={limit} />}
        <UploadTips />
      </div>
    );
  }
  return (
    <>
      <PageHead title={t("workspace.home.title")} />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-5">
          {published && <Published workspace={workspace} published={published} />}
          <Lists workspace={workspace} imports={imports} />
        </div>
        {canUpload && (
          <section aria-labelledby="new-list" className="space-y-3">
            <h2 id="new-list">{t("workspace.home.newList")}</h2>
            <UploadBox workspace={workspace} limit={limit} />
            {published && <p className="text-sm text-soft">{t("workspace.home.newListNote")}</p>}
          </section>
        )}
      </div>
    </>
  );
}

function Published({ workspace, published }: { workspace: string; published: NonNullable<Loaded["published"]> }) {
  const { t } = useTranslation();
  const { open } = useLoaderData<typeof loader>();
  const format = useFormat();
  const { suppliers, when, file, levels, bands } = published;
  const part = (count: number) => (suppliers > 0 ? count / suppliers : 0);
  const none = suppliers - bands.reduce((sum, { count }) => sum + count, 0);
  const filtered = (query: string) => paths.suppliers(workspace, query);
  return (
    <Section
      id="latest"
      title={t("workspace.home.latest")}
      aside={
        <Link to={paths.suppliers(workspace)} className="button" data-kind="primary" data-size="small">
          {t("workspace.home.openSuppliers")}
        </Link>
      }
    >
      <p>
        {t("workspace.home.published", {
          count: suppliers,
          suppliers: format.count(suppliers),
          when: format.minute(when),
        })}
      </p>
      <UnderstandHint workspace={workspace} open={open} />
      <p className="text-sm break-words text-soft">
        {file !== null && <>{t("workspace.home.fromFile", { file })} · </>}
        {t("supplier.model", { model: published.modelId, date: format.day(published.dataDate) })}
      </p>
      <h3 className="mt-5 mb-2">{t("workspace.home.bands")}</h3>
      <Shares
        shares={[
          ...bands.toReversed().map(({ band, count }) => ({
            key: band,
            label: (
              <Link to={filtered(`band=${band}`)} className="rounded">
                <BandTag band={band} />
              </Link>
            ),
            count: format.count(count),
            fraction: part(count),
          })),
          {
            key: "none",
            label: <Link to={filtered("band=none")}>{t("workspace.home.noBand")}</Link>,
            count: format.count(none),
            fraction: part(none),
          },
        ]}
      />
      <p className="mt-2 text-sm text-soft">{t("workspace.home.bandsNote")}</p>
      <h3 className="mt-5 mb-2">{t("workspace.home.levels")}</h3>
      <Shares
        shares={levels.toReversed().map(({ level, count }) => ({
          key: level,
          label: (
            <Link to={filtered(`level=${level}`)}>
              <LevelTag level={level} />
            </Link>
          ),
          note: t(levelMeaningKey[level]),
          count: format.count(count),
          fraction: part(count),
        }))}
      />
    </Section>
  );
}

function Lists({ workspace, imports }: { workspace: string; imports: Loaded["imports"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (imports.length === 0) return null;
  return (
    <Section id="history" title={t("workspace.home.history")}>
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("workspace.home.file")}</th>
              <th scope="col">{t("workspace.home.state")}</th>
              <th scope="col">{t("workspace.home.when")}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, file, state, createdAt }) => (
              <tr key={id}>
                <th scope="row" className="break-words">
                  <Link to={paths.import(workspace, id)}>{file}</Link>
                </th>
                <td>{t(importStateKey[state])}</td>
                <td className="whitespace-nowrap">{format.minute(createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
