import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Arithmetic, InputLine } from "../../risk-models/arithmetic";
import type { Equation } from "../../risk-models/equation";
import type { Dimension } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { dimensionKey, engineKey } from "../i18n/keys";
import { kindNameKey } from "../i18n/method-keys";
import { paths } from "../lib/paths";
import { FoundIn, type Origin } from "./line-origin";
import { Num, Sum, useSaid } from "./method-parts";
import { PlainTable } from "./plain-table";
import { told } from "./line-value";

/** What a line of the arithmetic is called, and where its source stands. */
export interface WorkedNames {
  readonly model: string;
  /** Name of each indicator, practice and floor in the model file. */
  readonly names: Readonly<Record<string, string>>;
  readonly origins: Readonly<Record<string, Origin>>;
}

interface Props extends WorkedNames {
  readonly arithmetic: Arithmetic;
}

/** The whole way from the raw values to the score and the points of each line. */
export function WorkedSteps({ arithmetic: found, ...names }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { countryUsed } = found.assessment;
  return (
    <div className="space-y-6" data-worked>
      <Step number={1} title={t("method.worked.country")}>
        {countryUsed.country !== null && (
          <p className="mb-2">{t("method.worked.countryUsed", { country: format.country(countryUsed.country) })}</p>
        )}
        <InputTable lines={found.country.lines} {...names} />
        <Line name={t("method.worked.weightedMean")} equation={found.country.value} />
      </Step>
      <Step number={2} title={t("method.worked.sector")}>
        <InputTable lines={found.sector.lines} {...names} />
        <Line name={t("method.worked.weightedMean")} equation={found.sector.value} />
      </Step>
      <Step number={3} title={t("method.worked.recruitment")}>
        <Recruitment recruitment={found.recruitment} {...names} />
      </Step>
      <Step number={4} title={t("method.worked.together")}>
        <Line name={t("method.worked.inherent")} equation={found.inherent} step="inherent" />
        <Line name={t("method.worked.score")} equation={found.afterControls} step="score" />
        {found.floor ? (
          <Line
            name={t("method.worked.floor", { ground: t(engineKey(`reason.floor.${found.floor.id}`)) })}
            equation={found.floor.equation}
            step="floor"
          />
        ) : (
          <p>{t("method.worked.noFloor")}</p>
        )}
        <Line name={t("method.worked.arithmetic")} equation={found.arithmeticMean} />
      </Step>
      <Step number={5} title={t("method.worked.shares")}>
        <Shares found={found} />
      </Step>
      <Step number={6} title={t("method.worked.lines")}>
        <PointsTable found={found} names={names.names} />
      </Step>
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="mb-2">{t("method.worked.step", { number: String(number), title })}</h3>
      {children}
    </section>
  );
}

function Line({ name, equation, step }: { name: string; equation: Equation; step?: string }) {
  return (
    <p className="mt-2" data-step={step}>
      <span className="font-semibold">{name}:</span> <Sum equation={equation} />
    </p>
  );
}

function InputTable({ lines, names, origins, model }: WorkedNames & { lines: readonly InputLine[] }) {
  const { t } = useTranslation();
  const say = useSaid();
  const format = useFormat();
  return (
    <PlainTable
      label={t("method.worked.input")}
      columns={[
        { head: t("method.worked.input") },
        { head: t("method.worked.raw"), end: true },
        { head: t("method.worked.year"), end: true },
        { head: t("method.worked.source") },
        { head: t("method.worked.onAnchors") },
        { head: t("method.worked.value"), end: true },
        { head: t("method.worked.weight"), end: true },
      ]}
      rows={lines.map((line) => ({
        key: line.indicator,
        cells: [
          <Link key="name" to={paths.method(model, `input-${line.indicator}`)}>
            {say(names[line.indicator] ?? line.indicator)}
          </Link>,
          line.raw ? (
            <Num key="raw" figure={line.raw} />
          ) : line.value === null ? (
            t("common.unknown")
          ) : (
            t(engineKey(`reason.sign.${line.value}`))
          ),
          line.year === null ? "" : String(line.year),
          <FoundIn key="source" origin={origins[line.indicator]} indicator={line.indicator} model={model} />,
          line.onAnchors ? (
            <Sum key="way" equation={line.onAnchors} />
          ) : (
            t(
              line.value === null
                ? "method.worked.blankClass"
                : line.raw
                  ? "method.worked.anchorValue"
                  : "method.worked.signHeight",
            )
          ),
          <Num key="value" figure={line.normalised} />,
          format.number(line.weight.value, 4),
        ],
      }))}
      className="worked"
    />
  );
}

function Recruitment({ recruitment, names, model }: WorkedNames & { recruitment: Arithmetic["recruitment"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  const { kind, norm, lines } = recruitment;
  return (
    <>
      <p className="mb-2">{t("method.worked.setting", { kind: t(kindNameKey[kind]) })}</p>
      {norm && (
        <div className="mb-3">
          <p>{t("method.worked.norm", { months: format.number(norm.months.value) })}</p>
          {norm.normalised && <Line name={t("method.worked.normHeight")} equation={norm.normalised} />}
          <Line name={t("method.worked.normSetting")} equation={norm.setting} />
        </div>
      )}
      <PlainTable
        label={t("method.worked.recruitment")}
        columns={[
          { head: t("method.worked.input") },
          { head: t("method.worked.answer") },
          { head: t("method.worked.height") },
          { head: t("method.worked.silence"), end: true },
          { head: t("method.worked.bound"), end: true },
          { head: t("method.worked.exposure") },
          { head: t("method.worked.after") },
          { head: t("method.worked.weight"), end: true },
        ]}
        rows={lines.map((line) => ({
          key: line.indicator,
          cells: [
            <Link key="name" to={paths.method(model, `input-${line.indicator}`)}>
              {say(names[line.indicator] ?? line.indicator)}
            </Link>,
            line.told === null
              ? t("common.unknown")
              : typeof line.answer === "string"
                ? told(t, line.answer)
                : line.answer !== null && format.number(line.answer),
            <Height key="height" line={line} />,
            line.setting ? <Num key="setting" figure={line.setting} /> : "",
            line.bound ? format.number(line.bound.value, 4) : "",
            <Sum key="inherent" equation={line.inherent} />,
            <Sum key="residual" equation={line.residual} />,
            format.number(line.weight.value, 4),
          ],
        }))}
        className="worked"
      />
      <Line name={t("method.worked.exposureMean")} equation={recruitment.inherent} />
      <Line name={t("method.worked.afterMean")} equation={recruitment.residual} />
    </>
  );
}

/** How bad an answer is, and where it is read against the kind of work, how. */
function Height({ line: { onAnchors, told: height, readAs } }: { line: Arithmetic["recruitment"]["lines"][number] }) {
  const { t } = useTranslation();
  return (
    <>
      {onAnchors ? <Sum equation={onAnchors} /> : height && <Num figure={height} />}
      {readAs && (
        <span className="mt-1 block">
          <span className="block text-xs text-soft">{t("method.worked.readAs")}</span>
          <Sum equation={readAs} />
        </span>
      )}
    </>
  );
}

function Shares({ found }: { found: Arithmetic }) {
  const { t } = useTranslation();
  const nameOf = (of: readonly Dimension[]) => of.map((one) => t(dimensionKey[one])).join(t("method.worked.plus"));
  return (
    <>
      <p className="mb-2 prose-width text-sm text-soft">{t("method.worked.sharesNote")}</p>
      <ul className="space-y-1">
        {found.coalitions.map(({ of, equation }) => (
          <li key={of.join()}>
            <span className="font-semibold">{nameOf(of)}:</span> <Sum equation={equation} />
          </li>
        ))}
      </ul>
      <ul className="mt-3 space-y-1" data-shares>
        {Object.entries(found.shapley).map(([dimension, equation]) => (
          <li key={dimension}>
            <span className="font-semibold">
              {t(dimensionKey[dimension as Dimension])}, {t("method.worked.points").toLocaleLowerCase()}:
            </span>{" "}
            <Sum equation={equation} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PointsTable({ found, names }: { found: Arithmetic; names: WorkedNames["names"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  const { residual, inherent } = found.assessment;
  return (
    <PlainTable
      label={t("method.worked.lines")}
      columns={[
        { head: t("method.worked.line") },
        { head: t("method.worked.way") },
        { head: t("method.worked.points"), end: true },
      ]}
      rows={found.lines.map(({ kind, indicator, equation }) => ({
        key: `${kind} ${indicator}`,
        cells: [
          kind === "floor" ? t(engineKey(`reason.floor.${indicator}`)) : say(names[indicator] ?? indicator),
          <Sum key="way" equation={equation} />,
          format.fixed(equation.result.value, 2),
        ],
      }))}
      foot={[t("method.worked.sum"), "", format.fixed(residual ?? inherent, 2)]}
    />
  );
}
