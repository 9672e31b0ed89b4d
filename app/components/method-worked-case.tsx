import { useTranslation } from "react-i18next";
import type { Arithmetic } from "../../risk-models/arithmetic";
import { PROOF_LEVELS } from "../../risk-models/facts";
import type { ShortFacts } from "../../risk-models/study/suppliers";
import { ROLES } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { fieldName, regionName, supplierRoleKey } from "../i18n/keys";
import { proofKey } from "../i18n/method-keys";
import type { FieldName } from "../imports/fields";
import type { Origin } from "./line-origin";
import { BandTag, LevelTag } from "./marks";
import { useSaid } from "./method-parts";
import { WorkedSteps } from "./method-worked";
import { Section } from "./page";
import { told } from "./line-value";

interface Props {
  readonly worked: {
    readonly id: string;
    readonly title: string;
    readonly facts: ShortFacts;
    readonly arithmetic: Arithmetic;
    readonly origins: Readonly<Record<string, Origin>>;
  };
  readonly names: Readonly<Record<string, string>>;
  readonly model: string;
}

/** One supplier: what is known of it, its score, and the whole arithmetic. */
export function WorkedCase({ worked: { id, title, facts, arithmetic, origins }, names, model }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  const { level, band, residual } = arithmetic.assessment;
  return (
    <Section id={id} title={`${id} ${say(title)}`}>
      <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
        <strong className="figures text-2xl" data-score>
          {residual === null ? t("supplier.noScore") : format.fixed(residual, 2)}
        </strong>
        {band && <BandTag band={band} />}
        <LevelTag level={level} />
      </p>
      <KnownFacts facts={facts} />
      <WorkedSteps arithmetic={arithmetic} names={names} origins={origins} model={model} />
    </Section>
  );
}

function KnownFacts({ facts }: { facts: ShortFacts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = (text: string) => {
    const [country = "", region] = text.split("/");
    return region ? `${format.country(country)}, ${regionName(t, region)}` : format.country(country);
  };
  const role = ROLES.find((one) => one === facts.role);
  const { proof, ...answers } = facts.recruitment ?? {};
  const proven = typeof proof === "string" ? PROOF_LEVELS.find((one) => one === proof) : undefined;
  const lines = [
    facts.seat && `${t("supplier.seat")}: ${place(facts.seat)}`,
    facts.placeOfWork && `${t("supplier.placeOfWork")}: ${place(facts.placeOfWork)}`,
    facts.origin && `${t("supplier.origin")}: ${place(facts.origin)}`,
    role && `${t("supplier.role")}: ${t(supplierRoleKey[role])}`,
    facts.isic && `ISIC: ${facts.isic}`,
    facts.goods && facts.goods.length > 0 && `${t("supplier.goods")}: ${facts.goods.join(", ")}`,
    ...Object.entries(answers).map(([field, value]) => told(t, `${field}: ${String(value)}`)),
    ...Object.entries(facts.workforce ?? {}).map(
      ([field, value]) => `${fieldName(t, field as FieldName)}: ${format.number(Number(value))}`,
    ),
    proven && t("method.worked.proofIs", { proof: t(proofKey[proven]) }),
  ].filter(Boolean);
  return (
    <div className="mb-5">
      <h3 className="mb-1">{t("method.worked.told")}</h3>
      <p className="prose-width">
        {lines.join("; ")}.{Object.keys(answers).length === 0 && ` ${t("method.worked.nothing")}`}
      </p>
    </div>
  );
}
