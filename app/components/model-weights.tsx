import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DIMENSIONS } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { dimensionKey } from "../i18n/keys";
import type { DerivedView, ModelsView } from "../services/models/models-view.server";
import { ModelMoves } from "./model-moves";
import { Section } from "./page";

interface Props {
  readonly workspace: string;
  readonly view: ModelsView;
  readonly may: { readonly canChange: boolean; readonly canAgree: boolean; readonly canExport: boolean };
}

/** Weights of the workspace's own: tried, proposed, agreed to by a second person, withdrawn. */
export function OwnWeights(props: Props) {
  const { t } = useTranslation();
  const { view, may } = props;
  if (!may.canChange && view.derived.length === 0) return null;
  return (
    <Section id="own-weights" title={t("model.own.title")} note={t("model.own.lead")}>
      <div className="space-y-6">
        {may.canChange && <TryWeights view={view} />}
        {view.derived.map((derived) => (
          <Derived key={derived.id} derived={derived} {...props} />
        ))}
      </div>
    </Section>
  );
}

function TryWeights({ view: { weights, inForce, shown } }: Pick<Props, "view">) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const isBusy = useNavigation().state === "submitting";
  if (shown === null) return null;
  return (
    <Form method="post">
      <input type="hidden" name="from" value={shown.modelId} />
      <input type="hidden" name="base" value={inForce} />
      <div className="grid gap-4 sm:grid-cols-3">
        {DIMENSIONS.map((name) => {
          const { percent, least, most } = weights[name];
          return (
            <div key={name}>
              <label htmlFor={`weight-${name}`} className="block font-semibold">
                {t("model.own.percent", { name: t(dimensionKey[name]) })}
              </label>
              <p id={`limits-${name}`} className="mb-1 text-sm text-soft">
                {t("model.own.limits", { least: count(least), most: count(most), percent: count(percent) })}
              </p>
              <input
                id={`weight-${name}`}
                name={name}
                type="number"
                inputMode="numeric"
                min={least}
                max={most}
                step={1}
                required
                defaultValue={percent}
                aria-describedby={`limits-${name}`}
                className="input w-28"
              />
            </div>
          );
        })}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button className="button" name="intent" value="try" disabled={isBusy}>
          {t("model.own.try")}
        </button>
        <span className="text-sm text-soft">{t("model.own.sum")}</span>
      </div>
    </Form>
  );
}

function Derived({ derived, workspace, view, may }: Props & { readonly derived: DerivedView }) {
  const { t } = useTranslation();
  const { shown } = view;
  const found = view.comparisons.find(({ from, to }) => from === shown?.modelId && to === derived.id);
  return (
    <section className="border-t border-line pt-4">
      <WeightsHead derived={derived} />
      {found && found.summary === null && <output className="mt-3 block">{t("model.counting")}</output>}
      {found?.summary && shown && (
        <div className="mt-4">
          <ModelMoves
            workspace={workspace}
            from={shown.modelId}
            to={derived.id}
            summary={found.summary}
            canExport={may.canExport}
          />
        </div>
      )}
      <Decisions derived={derived} view={view} may={may} />
    </section>
  );
}

/** Which weights they are, and how far they have come. */
export function WeightsHead({ derived }: { readonly derived: DerivedView }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { country, sector, recruitment } = derived.percents;
  return (
    <>
      <h3>
        {t("model.own.weights", {
          country: count(country),
          sector: count(sector),
          recruitment: count(recruitment),
        })}
      </h3>
      <p className="text-sm text-soft">
        {t("model.own.of", { model: derived.base })} · <span className="figures">{derived.id}</span>
      </p>
      <Standing derived={derived} />
    </>
  );
}

function Standing({ derived: { proposal } }: { readonly derived: DerivedView }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  if (!proposal) return <p className="mt-2">{t("model.own.tried")}</p>;
  const someone = t("model.own.someone");
  const dayOf = (at: Date | string) => day(new Date(at).toISOString().slice(0, 10));
  return (
    <div className="prose-width mt-2 space-y-1">
      <p>
        {t("model.own.proposed", { who: proposal.by ?? someone, day: dayOf(proposal.at), reason: proposal.reason })}
      </p>
      {proposal.agreedAt !== null && proposal.validFrom !== null ? (
        <p>
          {t("model.own.agreed", {
            who: proposal.agreedBy ?? someone,
            day: dayOf(proposal.agreedAt),
            from: day(proposal.validFrom),
          })}
        </p>
      ) : (
        <p>{t(proposal.isMine ? "model.own.waitsForYou" : "model.own.waits")}</p>
      )}
    </div>
  );
}

function Decisions({ derived, view: { shown }, may }: Omit<Props, "workspace"> & { readonly derived: DerivedView }) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state === "submitting";
  const { proposal, percents, base } = derived;
  const button = (intent: string, text: string, kind?: "primary") => (
    <button className="button" data-kind={kind} name="intent" value={intent} disabled={isBusy}>
      {text}
    </button>
  );
  if (!proposal)
    return may.canChange ? (
      <Form method="post" className="mt-4 max-w-xl">
        <input type="hidden" name="base" value={base} />
        {DIMENSIONS.map((name) => (
          <input key={name} type="hidden" name={name} value={percents[name]} />
        ))}
        <label className="block font-semibold" htmlFor={`reason-${derived.id}`}>
          {t("model.own.reason")}
        </label>
        <textarea id={`reason-${derived.id}`} name="reason" rows={2} required maxLength={1000} className="input mt-1" />
        <div className="mt-3">{button("propose", t("model.own.propose"))}</div>
      </Form>
    ) : null;
  const isShown = shown?.modelId === derived.id || shown?.changingTo === derived.id;
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      {may.canAgree && !proposal.isMine && proposal.agreedAt === null && (
        <Form method="post">
          <input type="hidden" name="id" value={proposal.id} />
          {button("agree", t("model.own.agree"), "primary")}
        </Form>
      )}
      {may.canChange && derived.isUsable && shown && !isShown && shown.changingTo === null && (
        <Form method="post">
          <input type="hidden" name="to" value={derived.id} />
          {button("change", t("model.change", { model: derived.id }), "primary")}
        </Form>
      )}
      {may.canChange && !isShown && (
        <Form method="post">
          <input type="hidden" name="id" value={proposal.id} />
          {button("withdraw", t("model.own.withdraw"))}
        </Form>
      )}
    </div>
  );
}
