import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CheckPage } from "../lib/check-page.server";
import { FIRM_KINDS, PAIR_DECISIONS } from "../checks/words";
import type { DecidedCandidate, Firm } from "../checks/state";
import { firmKindKey, pairDecisionKey } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import { AreaInput, Choices, FormName, SelectInput, TextInput } from "./check-fields";
import { ListingStrip } from "./listing-strip";
import { MatchCompare } from "./match-compare";
import { Section } from "./page";

/** Who stands behind the tender, and what comparing them with the lists in force gave. */
export function Circle({ page }: { page: CheckPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, canWrite, isOpen, completion } = page;
  const isDue = completion.toDo.some((one) => one === "screening" || one === "lists-changed");
  return (
    <Section id="circle" title={t("checks.circle.title")} note={t("checks.circle.note")}>
      <ul className="divide-y divide-line">
        {status.firms.map((one) => (
          <FirmLine key={one.firm.firmId} one={one} page={page} />
        ))}
      </ul>
      {status.left.map(({ firmId, name, reason, at }) => (
        <p key={firmId} className="mt-2 text-sm text-soft">
          {t("checks.circle.left", { name, reason, when: format.day(at) })}
        </p>
      ))}
      <p className="mt-3 text-sm" role={page.isReviewPending ? "status" : undefined}>
        {page.isReviewPending
          ? t("checks.circle.pending", { count: status.firms.length, formatted: format.count(status.firms.length) })
          : t("checks.circle.compared", { count: status.firms.length, formatted: format.count(status.firms.length) })}
      </p>
      {canWrite && isOpen && isDue && (
        <Form method="post" className="mt-3">
          <button name="intent" value="compare" className="button">
            {t("checks.circle.compare")}
          </button>
        </Form>
      )}
      {status.candidates.length > 0 && (
        <div className="mt-4 space-y-4">
          {status.candidates.map((one) => (
            <Pair key={one.candidateId} one={one} page={page} />
          ))}
        </div>
      )}
      {canWrite && isOpen && <AddFirm countries={page.countries} />}
    </Section>
  );
}

function FirmLine({ one: { firm, screened }, page }: { one: Firm; page: CheckPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stale = screened?.lists.filter(({ outOfDate }) => outOfDate) ?? [];
  return (
    <li className="py-2.5 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0">
          <bdi className="font-semibold break-words">{firm.name}</bdi>{" "}
          <span className="text-sm text-soft">
            {[t(firmKindKey[firm.kind]), firm.country && format.country(firm.country), firm.identifier]
              .filter(Boolean)
              .join(t("common.separator"))}
          </span>
        </p>
        {page.canWrite && page.isOpen && firm.kind !== "bidder" && (
          <details className="text-sm">
            <summary className="py-1 text-accent">
              {t("checks.circle.remove")}
              <span className="sr-only">: {firm.name}</span>
            </summary>
            <Form method="post" className="mt-1 flex flex-wrap items-end gap-2">
              <input type="hidden" name="firm" value={firm.firmId} />
              <TextInput name="reason" label={t("checks.reason")} required />
              <button name="intent" value="circle-left" className="button" data-size="small">
                {t("checks.circle.remove")}
              </button>
            </Form>
          </details>
        )}
      </div>
      {screened === null ? (
        <p className="text-sm text-soft">{t("checks.circle.notCompared")}</p>
      ) : (
        <details className="text-sm">
          <summary className="py-1 text-accent">
            {t("checks.circle.lists", {
              count: screened.lists.length,
              formatted: format.count(screened.lists.length),
              when: format.day(screened.at),
            })}
          </summary>
          <ul className="list-disc space-y-0.5 ps-5">
            {screened.lists.map((list) => (
              <li key={list.listId}>
                {list.title}
                {t("common.separator")}
                {t("listing.readOn", { day: format.day(list.readOn) })}
                {list.outOfDate && <strong> {t("listing.outOfDate")}</strong>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {stale.length > 0 && (
        <p className="text-sm font-semibold">
          <span aria-hidden="true">! </span>
          {t("checks.circle.stale", { lists: stale.map(({ title }) => title).join("; ") })}
        </p>
      )}
    </li>
  );
}

/** A firm of the circle beside an entry of a list: those who may see it decide whether they are one. */
function Pair({ one, page }: { one: DecidedCandidate; page: CheckPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decided, entry, list, answer, candidateId } = one;
  const firm = page.status.firms.find(({ firm: { firmId } }) => firmId === one.firmId);
  if (!firm) return null;
  const party = firm.screened?.party ?? { name: firm.firm.name, country: firm.firm.country, ids: {} };
  return (
    <div className="border-t border-line pt-4">
      <h3 className="mb-2 break-words">
        <bdi>{firm.firm.name}</bdi> – <bdi>{entry.name}</bdi>
      </h3>
      {decided === null ? (
        <MatchCompare
          left={party}
          entry={entry}
          answer={answer}
          list={list}
          id={`pair-${candidateId}`}
          apart={list.title}
          isCard={false}
        />
      ) : (
        <>
          <p className="mb-2">
            <strong>{t(pairDecisionKey[decided.decision])}</strong>
            {t("common.separator")}
            {t("checks.signed", { who: page.names[decided.by] ?? t("checks.nobody"), when: format.minute(decided.at) })}
            <span className="block break-words whitespace-pre-wrap text-soft">{decided.reason}</span>
          </p>
          {decided.decision === "match" && <ListingStrip score={answer.score} entry={entry} list={list} />}
        </>
      )}
      {decided?.decision === "match" && <p className="mt-2 text-sm">{t("checks.circle.noGround")}</p>}
      {page.canDecidePairs && page.isOpen && (
        <details open={decided === null} className="mt-3">
          <summary className="py-1 text-accent">
            {t(decided === null ? "checks.pair.decide" : "checks.pair.again")}
          </summary>
          <FormName.Provider value={`match-decided ${candidateId}`}>
            <Form method="post" className="mt-2 space-y-3">
              <input type="hidden" name="candidate" value={candidateId} />
              <Choices
                name="decision"
                legend={t("checks.pair.question")}
                columns="sm:grid-cols-3"
                options={PAIR_DECISIONS.map((value) => ({ value, label: t(pairDecisionKey[value]) }))}
              />
              <AreaInput name="reason" label={t("checks.reason")} rows={2} required />
              <button name="intent" value="match-decided" className="button">
                {t("checks.pair.save")}
              </button>
            </Form>
          </FormName.Provider>
        </details>
      )}
    </div>
  );
}

function AddFirm({ countries }: { countries: CheckPage["countries"] }) {
  const { t } = useTranslation();
  return (
    <details className="mt-3 border-t border-line pt-2">
      <summary className="py-1 text-accent">{t("checks.circle.add")}</summary>
      <FormName.Provider value="circle">
        <Form method="post" className="mt-2 grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <SelectInput
            name="kind"
            label={t("checks.circle.kind")}
            required
            blank={t("checks.choose")}
            options={FIRM_KINDS.filter((kind) => kind !== "bidder").map((kind) => [kind, t(firmKindKey[kind])])}
          />
          <TextInput name="name" label={t("checks.firmName")} required />
          <SelectInput
            name="country"
            label={t("checks.country")}
            blank={t("checks.notStated")}
            options={countries.map(({ code, name }) => [code, name])}
          />
          <TextInput name="identifier" label={t("checks.identifier")} />
          <button name="intent" value="circle" className="button justify-self-start">
            {t("checks.circle.addIt")}
          </button>
        </Form>
      </FormName.Provider>
    </details>
  );
}
