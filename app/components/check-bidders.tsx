import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { stageKey } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { LotView } from "../services/checks/lot-view.server";
import { AreaInput, Choices, FormName, SelectInput, TextInput } from "./check-fields";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { useSameDay } from "./trail-day";

interface Props {
  readonly workspace: string;
  readonly view: LotView;
  readonly canWrite: boolean;
}

const STAGE_WORDS = ["selection", "award", "contract"] as const;

/** How far the checks of all bidders are, in the order in which they were added; nothing of what was found. */
export function Bidders({
  workspace,
  view,
  canWrite,
  countries,
}: Props & { readonly countries: readonly { code: string; name: string }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const { lot, bidders } = view;
  return (
    <Section id="bidders" title={t("checks.bidders.title")} note={t("checks.bidders.note")}>
      {bidders.length === 0 ? (
        <p className="text-soft">{t("checks.bidders.none")}</p>
      ) : (
        <PlainTable
          label={t("checks.bidders.title")}
          columns={[{ head: t("checks.bidder") }, ...lot.stages.map((stage) => ({ head: t(stageKey[stage]) }))]}
          rows={bidders.map(({ id, name, checks }) => ({
            key: id,
            cells: [
              <bdi key="name">{name}</bdi>,
              ...lot.stages.map((stage) => {
                const check = checks.find((one) => one.stage === stage);
                if (!check) return "–";
                return (
                  <Link key={stage} to={sameDay(paths.check(workspace, check.id))}>
                    {check.state === "filed" && check.fileNo !== null
                      ? t("checks.bidders.filed", { no: format.count(check.fileNo) })
                      : t("checks.bidders.answered", {
                          answered: format.count(check.answered),
                          asked: format.count(check.asked),
                        })}
                    <span className="sr-only">: {name}</span>
                  </Link>
                );
              }),
            ],
          }))}
        />
      )}
      {canWrite && <AddBidder key={bidders.length} countries={countries} opened={lot.stages.length === 0} />}
    </Section>
  );
}

function AddBidder({ countries, opened }: { countries: readonly { code: string; name: string }[]; opened: boolean }) {
  const { t } = useTranslation();
  return (
    <details open={opened} className="mt-3">
      <summary className="py-1 text-accent">{t("checks.bidders.add")}</summary>
      <FormName.Provider value="add-bidder">
        <Form method="post" className="mt-2 space-y-3">
          <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
            <TextInput name="name" label={t("checks.firmName")} required />
            <SelectInput
              name="country"
              label={t("checks.country")}
              blank={t("checks.notStated")}
              options={countries.map(({ code, name }) => [code, name])}
            />
            <TextInput name="identifier" label={t("checks.identifier")} />
            <TextInput name="supplier" label={t("checks.bidders.supplier")} hint={t("checks.bidders.supplierHint")} />
          </div>
          <button name="intent" value="add-bidder" className="button">
            {t("checks.bidders.addIt")}
          </button>
        </Form>
      </FormName.Provider>
    </details>
  );
}

/** The stages: their checks are opened for every bidder at once. */
export function StagesOf({ view, canWrite }: Omit<Props, "workspace">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { stages } = view.lot;
  const count = view.bidders.length;
  return (
    <Section id="stages" title={t("checks.stages.title")} note={t("checks.stages.note")}>
      <ul className="max-w-xl space-y-2">
        {STAGE_WORDS.map((stage) => (
          <li key={stage} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span>{t(stageKey[stage])}</span>
            {stages.includes(stage) ? (
              <span className="text-soft">{t("checks.stages.open")}</span>
            ) : canWrite && count > 0 ? (
              <Form method="post">
                <input type="hidden" name="stage" value={stage} />
                <button name="intent" value="open-stage" className="button">
                  {t("checks.stages.openAll", { count, formatted: format.count(count) })}
                  <span className="sr-only">: {t(stageKey[stage])}</span>
                </button>
              </Form>
            ) : (
              <span className="text-soft">{t(canWrite ? "checks.stages.afterBidders" : "checks.stages.notOpen")}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Questions of the buyer's own: each says how it is linked to the contract, and every bidder gets it. */
export function OwnQuestions({ view, canWrite }: Omit<Props, "workspace">) {
  const { t } = useTranslation();
  return (
    <Section id="questions" title={t("checks.questions.title")} note={t("checks.questions.note")}>
      {view.questions.length === 0 && <p className="text-soft">{t("checks.questions.none")}</p>}
      <ul className="divide-y divide-line">
        {view.questions.map(({ id, stage, text, link }) => (
          <li key={id} className="py-2 break-words">
            <span className="font-semibold">{text}</span>
            <span className="block text-sm text-soft">
              {t(stageKey[stage])}
              {t("common.separator")}
              {t("checks.steps.linked", { link })}
            </span>
          </li>
        ))}
      </ul>
      {canWrite && (
        <details className="mt-2">
          <summary className="py-1 text-accent">{t("checks.questions.add")}</summary>
          <FormName.Provider value="ask">
            <Form method="post" className="mt-2 space-y-3">
              <Choices
                name="stage"
                legend={t("checks.questions.stage")}
                columns="sm:grid-cols-3"
                options={STAGE_WORDS.map((value) => ({ value, label: t(stageKey[value]) }))}
              />
              <AreaInput name="text" label={t("checks.questions.text")} rows={2} required maxLength={1000} />
              <AreaInput
                name="link"
                label={t("checks.questions.link")}
                hint={t("checks.questions.linkHint")}
                rows={2}
                required
                maxLength={1000}
              />{" "}
              {/* prettier-ignore */}
              <button name="intent" value="ask" className="button">
                {t("checks.questions.save")}
              </button>
            </Form>
          </FormName.Provider>
        </details>
      )}
    </Section>
  );
}
