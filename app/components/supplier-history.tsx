import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SupplierRole } from "../../risk-models/types";
import { useFormat, type Format } from "../i18n/format";
import { bandKey, levelKey, supplierRoleKey, type Key } from "../i18n/keys";
import { decisionKey } from "../i18n/screening-keys";
import { supplierDecisionEventKey, supplierDecisionKey } from "../i18n/remedy-keys";
import { outcomeStateKey } from "../i18n/plan-keys";
import type { SectorLabel } from "../lib/sector-names.server";
import type { HistoryEvent, HistoryFact, Measured } from "../services/suppliers/supplier-history.server";
import { Amounts } from "./amounts";
import { Section } from "./page";
import { AnswersEvent } from "./recruitment-event";
import { SectorName } from "./sector-name";
import { Said } from "./understand-decided";

interface Props {
  readonly events: readonly HistoryEvent[];
  /** What the ISIC codes of the events are called. */
  readonly sectors: Readonly<Record<string, SectorLabel>>;
}

const FACT_KEY = {
  name: "supplier.history.name",
  seat: "supplier.seat",
  placeOfWork: "supplier.placeOfWork",
  origin: "supplier.origin",
  role: "supplier.role",
  sector: "supplier.sector",
  product: "supplier.product",
  workers: "supplier.workers",
} as const satisfies Record<HistoryFact, Key>;

/** What changed from list to list and what was decided, with day and person, the newest first. */
export function SupplierHistory({ events, sectors }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="history" title={t("supplier.history.title")} note={t("supplier.history.note")}>
      {events.length === 0 && <p className="text-soft">{t("supplier.history.none")}</p>}
      <ol className="space-y-3 border-s-2 border-line ps-4">
        {events.map((event, at) => (
          <li key={`${event.kind} ${event.at.getTime()} ${at}`} className="text-[0.9375rem]">
            <p className="text-sm text-soft">
              <time dateTime={event.at.toISOString()}>{format.minute(event.at)}</time>
              {event.who !== null && ` · ${t("supplier.history.by", { who: event.who })}`}
            </p>
            <What event={event} sectors={sectors} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function What({ event, sectors }: { event: HistoryEvent; sectors: Props["sectors"] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  switch (event.kind) {
    case "list":
      return <ListEvent event={event} sectors={sectors} />;
    case "decided":
    case "undone": {
      const { said, label } = event;
      return (
        <p className="break-words">
          {t(event.kind === "decided" ? "supplier.history.decided" : "supplier.history.undone", {
            label: label || t("understand.noDescription"),
          })}{" "}
          <Said of={{ said, sector: said.sector ? (sectors[said.sector.isic] ?? null) : null }} />
        </p>
      );
    }
    case "answered":
    case "answers-undone":
    case "answers-released":
      return <AnswersEvent event={event} />;
    case "renamed":
      return <p>{t("supplier.history.renamed")}</p>;
    case "not-renamed":
      return <p>{t("supplier.history.notRenamed")}</p>;
    case "moved": {
      const { to, isInForce, reason } = event;
      const key = isInForce
        ? to === "in"
          ? "supplier.history.moved.inForce"
          : "supplier.history.moved.stopped"
        : to === "in"
          ? "supplier.history.moved.inDraft"
          : "supplier.history.moved.outDraft";
      return (
        <p className="break-words">
          {t(key)} {t("supplier.movedBecause", { reason })}
        </p>
      );
    }
    case "match-decided":
    case "match-confirmed":
    case "match-taken-back":
      return <MatchEventText event={event} />;
    case "supplier-decided":
    case "supplier-proposed":
    case "supplier-confirmed":
    case "supplier-refused":
      return (
        <p className="break-words">
          {t(supplierDecisionEventKey[event.kind], { decision: t(supplierDecisionKey[event.decision]) })}.{" "}
          {event.reason}
        </p>
      );
    case "move-undone":
      return <p>{t("supplier.history.moveUndone")}</p>;
    case "accepted":
      return <p>{t("supplier.history.accepted")}</p>;
    case "outcome":
      return (
        <p className="break-words first-letter:uppercase">
          {t("supplier.history.outcome", {
            outcome: t(outcomeStateKey[event.outcome]),
            day: format.day(event.on),
          })}{" "}
          {event.note} {event.dueOn !== null && t("plan.due.by", { day: format.day(event.dueOn) })}
        </p>
      );
  }
}

const MATCH_EVENT_KEY = {
  "match-decided": "matches.story.decided",
  "match-confirmed": "matches.story.confirmed",
  "match-taken-back": "matches.story.takenBack",
} as const;

function MatchEventText({ event }: { event: Extract<HistoryEvent, { readonly matchId: string }> }) {
  const { t } = useTranslation();
  return (
    <p className="break-words">
      {t(MATCH_EVENT_KEY[event.kind], {
        entry: event.entry,
        list: event.list,
        decision: t(decisionKey[event.decision]),
      })}
      {event.kind === "match-decided" && ` ${event.reason}`}
    </p>
  );
}

/** Level, band and score in a few words. */
function resultText(t: TFunction, format: Format, { level, band, score, low, high }: Measured): string {
  const told =
    score === null
      ? t("plan.noScoreTag")
      : t("supplier.history.scored", {
          score: format.score(score),
          low: format.score(low ?? score),
          high: format.score(high ?? score),
        });
  const words = band === null ? told : `${t(bandKey[band])}, ${told}`;
  return t("supplier.history.standing", { level: t(levelKey[level]), score: words });
}

function ListEvent({
  event: { fileName, modelId, before, now, changes },
  sectors,
}: {
  event: Extract<HistoryEvent, { kind: "list" }>;
  sectors: Props["sectors"];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = (fact: HistoryFact, value: string | null): ReactNode => {
    if (value === null) return t("common.unknown");
    if (fact === "seat" || fact === "placeOfWork" || fact === "origin") return format.country(value);
    if (fact === "role") return t(supplierRoleKey[value as SupplierRole]);
    if (fact === "workers") return format.count(Number(value));
    if (fact === "sector") return sectors[value] ? <SectorName sector={sectors[value]} /> : value;
    return value;
  };
  const result = resultText(t, format, now);
  const resultBefore = before && resultText(t, format, before);
  const isSame = before !== null && result === resultBefore && changes.length === 0 && now.amounts === before.amounts;
  const lines: readonly (readonly [label: string, from: ReactNode, to: ReactNode])[] = [
    ...(result === resultBefore ? [] : [[t("supplier.history.result"), resultBefore, result] as const]),
    ...(before !== null && now.amounts === before.amounts
      ? []
      : [
          [
            t("supplier.history.spend"),
            before && (before.amounts ? <Amounts key="before" stored={before.amounts} /> : t("common.unknown")),
            now.amounts ? <Amounts key="now" stored={now.amounts} /> : t("common.unknown"),
          ] as const,
        ]),
    ...changes.map(({ fact, from, to }) => [t(FACT_KEY[fact]), word(fact, from), word(fact, to)] as const),
  ];
  return (
    <>
      <p className="break-words">
        {t(before === null ? "supplier.history.first" : "supplier.history.list", { file: fileName })}{" "}
        <span className="text-sm text-soft">· {t("supplier.history.model", { model: modelId })}</span>
      </p>
      {isSame && <p className="text-soft">{t("supplier.history.same")}</p>}
      <dl className="text-sm">
        {lines.map(([label, from, to]) => (
          <div key={label} className="flex flex-wrap gap-x-1.5">
            <dt className="text-soft">{label}:</dt>
            <dd className="min-w-0 break-words [&_.amount]:inline">
              {from !== null && from !== undefined && <>{from} → </>}
              {to}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
