import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { Empty } from "./empty";
import { GuideSteps } from "./guide";
import { PageHead } from "./page";
import { ScrollRegion } from "./scroll-region";
import { UploadBox, UploadTips } from "./upload-box";

const NOTHING_YET = { hasList: false, open: null, plan: "none" } as const;

/** A workspace without a list: what to bring, what comes of it, and where to see that first. */
export function FirstPage({
  workspace,
  canUpload,
  limit,
  demo,
}: {
  workspace: string;
  canUpload: boolean;
  limit: number;
  /** Slug of a demo workspace this person may enter. */
  demo: string | null;
}) {
  const { t } = useTranslation();
  if (!canUpload)
    return (
      <>
        <PageHead title={t("workspace.home.title")} />
        <Empty title={t("shell.first.waitTitle")}>{t("shell.first.wait")}</Empty>
      </>
    );
  return (
    <>
      <PageHead title={t("workspace.home.emptyTitle")} lead={t("workspace.home.emptyLead")} />
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <div>
          <UploadBox workspace={workspace} limit={limit} />
          <Sample />
          <UploadTips />
        </div>
        <section aria-labelledby="next">
          <h2 id="next" className="mb-4">
            {t("shell.first.next")}
          </h2>
          <GuideSteps workspace={workspace} facts={NOTHING_YET} waiting={null} isDemo={false} plain />
          {demo !== null && (
            <p className="mt-6 border-t border-line pt-4">
              {t("shell.first.demo")}
              <Link to={paths.workspace(demo)}>{t("shell.first.demoLink")}</Link>
            </p>
          )}
        </section>
      </div>
    </>
  );
}

/** Two lines of a list, with what each column is worth. */
function Sample() {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    { head: t("shell.first.name"), worth: t("shell.first.needed"), cells: ["Baltic Workwear AS", "Hansa Facility OÜ"] },
    {
      head: t("shell.first.country"),
      worth: t("shell.first.helps"),
      cells: [format.country("TR"), format.country("EE")],
    },
    {
      head: t("shell.first.product"),
      worth: t("shell.first.helps"),
      cells: [t("shell.first.productA"), t("shell.first.productB")],
    },
    { head: t("shell.first.amount"), worth: t("shell.first.more"), cells: ["48 200,00", "131 750,50"] },
    { head: t("shell.first.number"), worth: t("shell.first.more"), cells: ["10201", "10202"] },
  ];
  return (
    <section aria-labelledby="sample" className="mt-8">
      <h2 id="sample" className="text-base!">
        {t("shell.first.sample")}
      </h2>
      <p className="mt-1 mb-3 prose-width text-[0.9375rem] text-soft">{t("shell.first.sampleNote")}</p>
      <ScrollRegion label={t("shell.first.sampleCaption")} className="card">
        <table className="table">
          <caption className="sr-only">{t("shell.first.sampleCaption")}</caption>
          <thead>
            <tr>
              {columns.map(({ head, worth }) => (
                <th key={head} scope="col">
                  {head}
                  <span className="block text-xs font-normal text-soft">{worth}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[0, 1].map((row) => (
              <tr key={row}>
                {columns.map(({ head, cells }) => (
                  <td key={head} className="figures">
                    {cells[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="mt-3 prose-width text-[0.9375rem] text-soft">{t("shell.first.ledger")}</p>
    </section>
  );
}
