import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";
import { outcomeStateKey, whyKey } from "../i18n/plan-keys";
import { paths } from "../lib/paths";
import type { Why } from "../plan/order";
import { DueDay } from "./due-day";
import { Section } from "./page";
import { ReasonForm, type EntryView } from "./plan-entry";
import { OutcomeForm } from "./plan-outcomes";

/** A supplier's place in one plan, as a page needs it. */
export interface PlaceView {
  readonly state: "draft" | "accepted";
  readonly since: Date;
  readonly place: "in" | "reserve" | "out" | "waiting" | "not-a-seller";
  readonly drawn: boolean;
  /** Why it waits. */
  readonly why: Why | null;
  readonly outcome: EntryView["outcome"];
  readonly outcomeOn: string | null;
  readonly outcomeNote: string | null;
  readonly dueOn: string | null;
  /** Why a person moved it. */
  readonly reason: string | null;
}

interface Props {
  readonly workspace: string;
  readonly supplier: { readonly supplierId: string; readonly name: string };
  readonly inForce: PlaceView | null;
  readonly draft: PlaceView | null;
  readonly canWrite: boolean;
  /** ISO date. */
  readonly today: string;
}

const PLACE_KEY = {
  in: "supplier.place.in",
  reserve: "supplier.place.reserve",
  out: "supplier.place.out",
  waiting: "supplier.place.waiting",
  "not-a-seller": "supplier.place.notASeller",
} as const satisfies Record<PlaceView["place"], Key>;

/** Is it followed up, until when, what became of it; and the one thing a person can do about that. */
export function SupplierPlanCard({ workspace, supplier, inForce, draft, canWrite, today }: Props) {
  const { t } = useTranslation();
  const acting = draft ?? inForce;
  const isIn = acting?.place === "in" && acting.outcome !== "stopped";
  const isFollowed = inForce?.place === "in";
  return (
    <Section
      id="place"
      title={t("supplier.inPlan")}
      aside={
        acting && (
          <Link to={paths.plan(workspace)} className="text-sm text-accent underline underline-offset-4">
            {t(draft ? "plan.card.openDraft" : "plan.card.open")}
          </Link>
        )
      }
    >
      <div className="space-y-3">
        {inForce && <Place place={inForce} today={today} />}
        {draft && <Place place={draft} today={today} />}
        {!acting && (
          <p>
            {t("supplier.noPlan")} {canWrite && <Link to={paths.plan(workspace)}>{t("plan.start.submit")}</Link>}
          </p>
        )}
        {canWrite && acting && acting.place !== "not-a-seller" && (
          <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
            <Change supplierId={supplier.supplierId} to={isIn ? "out" : "in"} isDraft={draft !== null} />
            {isFollowed && (
              <OutcomeForm
                key={`${inForce.outcome} ${inForce.outcomeOn} ${inForce.dueOn}`}
                entry={{ ...supplier, ...inForce }}
                today={today}
                stacked
              />
            )}
          </div>
        )}
      </div>
    </Section>
  );
}

function Place({ place, today }: { place: PlaceView; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, since, outcome, outcomeOn, outcomeNote, dueOn, why, reason, drawn } = place;
  const followed = state === "accepted" && place.place === "in";
  return (
    <div className="text-[0.9375rem]">
      <p>
        <span className="font-semibold">
          {t(place.place === "in" && drawn ? "supplier.place.drawn" : PLACE_KEY[place.place])}
        </span>{" "}
        <span className="text-soft">
          {t(state === "draft" ? "supplier.planDraft" : "supplier.planAccepted", { day: format.day(since) })}
        </span>
      </p>
      {why !== null && <p>{t("supplier.waitsBecause", { why: t(whyKey[why]) })}</p>}
      {reason !== null && <p className="break-words">{t("supplier.movedBecause", { reason })}</p>}
      {followed && (
        <p className="flex flex-wrap gap-x-4">
          <span>
            {t("supplier.outcome")}{" "}
            <strong>
              {outcomeOn === null
                ? t(outcomeStateKey[outcome])
                : t("plan.outcomeOf.since", { outcome: t(outcomeStateKey[outcome]), day: format.day(outcomeOn) })}
            </strong>
          </span>
          {dueOn !== null && <DueDay dueOn={dueOn} isOverdue={dueOn < today} />}
        </p>
      )}
      {followed && outcomeNote !== null && <p className="break-words text-soft">{outcomeNote}</p>}
    </div>
  );
}

/** Asks for the reason, then takes it in or out; opens without script. */
function Change({ supplierId, to, isDraft }: { supplierId: string; to: "in" | "out"; isDraft: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <details className="min-w-0 flex-1 basis-56">
      <summary
        className="button list-none [&::-webkit-details-marker]:hidden"
        data-kind={to === "in" ? "primary" : undefined}
        data-size="small"
      >
        {t(to === "in" ? "supplier.addToPlan" : isDraft ? "supplier.takeOutOfPlan" : "supplier.stopFollowing")}
      </summary>
      <div className="mt-2 max-w-md">
        <ReasonForm supplierId={supplierId} to={to} id={id} />
      </div>
    </details>
  );
}

/** What was just done to suppliers, with its way back. */
export function TakenBack({ did, label }: { did: string; label: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="did" value={did} />
      <button className="button" data-size="small" name="intent" value="undo" aria-label={label}>
        {t("understand.undo")}
      </button>
    </Form>
  );
}
