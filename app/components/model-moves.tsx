import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { bandKey } from "../i18n/keys";
import { moverKey } from "../i18n/model-keys";
import { paths } from "../lib/paths";
import type { Band } from "../../risk-models/types";
import type { Move, MovesSummary, Printed } from "../services/models/what-moved.server";
import { as } from "./block-table";
import { Figures } from "./figures";
import { BandTag } from "./marks";
import { PlainTable } from "./plain-table";
import { ScrollRegion } from "./scroll-region";

interface Props {
  readonly workspace: string;
  readonly from: string;
  readonly to: string;
  readonly summary: MovesSummary;
  readonly canExport: boolean;
}

/** Who moves from one model to the other: how many, between which results, by what; then the suppliers. */
export function ModelMoves({ workspace, from, to, summary, canExport }: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const moved = summary.printed.reduce((sum, one) => sum + one.suppliers, 0);
  return (
    <>
      <Figures
        figures={[
          { label: t("model.suppliers"), value: count(summary.suppliers) },
          { label: t("model.newResult"), value: count(moved) },
          { label: t("model.up"), value: count(summary.changed.up) },
          { label: t("model.down"), value: count(summary.changed.down) },
        ]}
      />
      <p className="mt-3 text-sm text-soft">{t("model.isWhat")}</p>
      {moved === 0 ? (
        <p className="mt-4">{t("model.none")}</p>
      ) : (
        <div className="mt-5 grid grid-cols-1 items-start gap-x-8 gap-y-5 lg:grid-cols-2">
          <Results summary={summary} />
          <Movers summary={summary} />
        </div>
      )}
      {summary.moves.length > 0 && <Moves workspace={workspace} moves={summary.moves} total={moved} />}
      {canExport && (
        <p className="mt-4 text-sm">
          {t("model.download")}:{" "}
          {(["csv", "xlsx"] as const).map((format, at) => (
            <span key={format}>
              {at > 0 && " · "}
              <Link reloadDocument to={paths.modelMoves(workspace, format, from, to)}>
                {format.toUpperCase()}
              </Link>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** A result as it is printed on the supplier's page. */
function Result({ printed }: { printed: Printed }) {
  const { t } = useTranslation();
  if (printed === "none") return <span className="none">{t("model.noResult")}</span>;
  const [low, high] = printed.split("-") as [Band, Band?];
  if (!high) return <BandTag band={low} />;
  return <>{t("model.between", { low: t(bandKey[low]), high: t(bandKey[high]) })}</>;
}

function Results({ summary: { printed } }: { summary: MovesSummary }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  return (
    <div>
      <h3 className="mb-2">{t("model.resultsTitle")}</h3>
      <PlainTable
        label={t("model.resultsTitle")}
        columns={[{ head: t("model.before") }, { head: t("model.after") }, { head: t("model.count"), end: true }]}
        rows={printed.map((one) => ({
          key: `${one.from} ${one.to}`,
          cells: [
            <Result key="before" printed={one.from} />,
            <Result key="after" printed={one.to} />,
            count(one.suppliers),
          ],
        }))}
      />
    </div>
  );
}

function Movers({ summary: { movers } }: { summary: MovesSummary }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  return (
    <div>
      <h3>{t("model.moversTitle")}</h3>
      <p className="mb-2 text-sm text-soft">{t("model.moversText")}</p>
      <dl className="figures divide-y divide-line border-y border-line text-[0.9375rem]">
        {movers.map(({ indicator, suppliers }) => (
          <div key={indicator} className="flex items-baseline gap-x-3 py-1.5">
            <dt className="min-w-0 flex-1">
              <MoverName indicator={indicator} />
            </dt>
            <dd className="font-semibold">{count(suppliers)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function MoverName({ indicator }: { indicator: string }) {
  const { t } = useTranslation();
  const key = moverKey(indicator);
  return <>{key === null ? indicator : t(key)}</>;
}

function Moves({ workspace, moves, total }: { workspace: string; moves: readonly Move[]; total: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const head = {
    supplier: t("model.supplier"),
    before: t("model.before"),
    after: t("model.after"),
    points: t("model.points"),
    mover: t("model.mover"),
  };
  const standing = ({ score, printed }: Move["from"]) => (
    <>
      <Result printed={printed} /> {score !== null && <span className="text-soft">{format.score(score)}</span>}
    </>
  );
  return (
    <div className="mt-6">
      <h3 id="moves">{t("model.movesTitle")}</h3>
      <p className="mb-2 text-sm text-soft">
        {t("model.movesText", { shown: format.count(moves.length), total: format.count(total) })}
      </p>
      <ScrollRegion labelledBy="moves">
        <table {...as.table} className="table blocks">
          <thead {...as.group}>
            <tr {...as.row}>
              {Object.values(head).map((text) => (
                <th key={text} {...as.columnHead} scope="col" data-align={text === head.points ? "end" : undefined}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as.group}>
            {moves.map((move) => (
              <tr key={move.supplierId} {...as.row}>
                <th {...as.rowHead} scope="row" className="break-words">
                  <Link to={paths.supplier(workspace, move.supplierId)}>{move.name}</Link>
                </th>
                <td {...as.cell} data-label={head.before}>
                  {standing(move.from)}
                </td>
                <td {...as.cell} data-label={head.after}>
                  {standing(move.to)}
                </td>
                <td {...as.cell} data-align="end" data-label={head.points}>
                  {move.points === null ? "" : format.points(move.points)}
                </td>
                <td {...as.cell} data-label={head.mover}>
                  {move.mover && <MoverName indicator={move.mover.indicator} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
