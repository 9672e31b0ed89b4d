import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { acceptedByKey, basisKey, entryKey, notCountedKey, partyKey, wayKey } from "../i18n/remedy-keys";
import type { EntryView, GroupView } from "../lib/remedy-page.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { Choice, NumberInput, TextArea, TextInput, useOptions } from "./remedy-fields";

/** A number of workers, or that it is not shown. */
export function WorkerCount({ count }: { count: number | "<5" | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === null) return <span className="text-soft">{t("remedy.repayment.partHidden")}</span>;
  return <>{count === "<5" ? "<5" : format.count(count)}</>;
}

/** What is owed and how it is worked out: every basis with the one that counts. */
export function OwedOfGroup({ group }: { group: GroupView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { owed, working, currency } = group;
  const amount = (text: string) => `${format.amount(BigInt(text))} ${currency}`;
  return (
    <Section id="owed" title={t("remedy.repayment.owed")}>
      {owed === null ? (
        <p>{t("remedy.repayment.none")}</p>
      ) : (
        <p className="figures mb-3 text-2xl font-semibold">{amount(owed)}</p>
      )}
      {working === null && <p className="text-sm text-soft">{t("remedy.repayment.hidden")}</p>}
      {working && working.bases.length > 0 && (
        <>
          <h3 className="mb-1 text-sm text-soft">{t("remedy.repayment.working")}</h3>
          <ul className="space-y-1">
            {working.bases.map(({ kind, amount: whole, of }) => (
              <li key={kind} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1">
                <span>
                  {t(basisKey[kind])}{" "}
                  {kind === working.basis && <strong className="font-semibold">({t("remedy.repayment.taken")})</strong>}
                  {of && (
                    <span className="figures block text-sm text-soft">
                      {t("remedy.repayment.scaled", {
                        amount: amount(of.amount),
                        formatted: format.count(of.workers),
                      })}
                    </span>
                  )}
                  {kind === "corridor" && working.corridorSource !== "" && (
                    <span className="block text-sm break-words text-soft">{working.corridorSource}</span>
                  )}
                </span>
                <span className="figures">{amount(whole)}</span>
              </li>
            ))}
          </ul>
          {working.interestTerms && (
            <p className="mt-2 text-sm">
              {t("remedy.repayment.withInterest", { interest: amount(working.interest) })}:{" "}
              {working.interestTerms.percent} %, {format.day(working.interestTerms.from)} –{" "}
              {format.day(working.interestTerms.to)} ({working.interestTerms.source})
            </p>
          )}
        </>
      )}
    </Section>
  );
}

/** Paid, confirmed, unconfirmed, open and overdue of one group. */
export function StandingOfGroup({ group }: { group: GroupView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { standing, currency } = group;
  const figures = [
    ["paid", t("remedy.col.paid")],
    ["confirmed", t("remedy.col.confirmed")],
    ["unconfirmed", t("remedy.col.unconfirmed")],
    ["open", t("remedy.col.open")],
    ["overdue", t("remedy.col.overdue")],
  ] as const;
  return (
    <dl className="card grid grid-cols-2 gap-4 p-4 sm:grid-cols-5 sm:p-5">
      {figures.map(([part, label]) => (
        <div key={part} className="min-w-0">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="figures text-lg font-semibold break-words">
            {part === "overdue" && standing.overdue !== "0" && <span className="text-high">! </span>}
            {format.amount(BigInt(standing[part]))} <span className="text-sm font-normal">{currency}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EntryText({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { kind, way, party, acceptedBy, inPrivate, proof, notCounted, withdrawn } = entry;
  const said =
    kind === "confirmation"
      ? [
          party && t(partyKey[party]),
          acceptedBy && `${t("remedy.repayment.acceptedBy").toLocaleLowerCase()}: ${t(acceptedByKey[acceptedBy])}`,
          `${t("remedy.repayment.inPrivate").toLocaleLowerCase()}: ${t(inPrivate ? "remedy.repayment.yes" : "remedy.repayment.no")}`,
        ]
      : [way && t(wayKey[way])];
  return (
    <>
      <span className="block">{said.filter(Boolean).join("; ")}</span>
      {notCounted !== null && <strong className="block font-semibold">! {t(notCountedKey[notCounted])}</strong>}
      {proof !== "" && <span className="block text-sm break-words text-soft">{proof}</span>}
      {withdrawn && <em className="block text-sm">{t("remedy.repayment.withdrawn", withdrawn)}</em>}
    </>
  );
}

/** Every entry, withdrawn ones among them, by day. */
export function LedgerTable({ group, canWrite }: { group: GroupView; canWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    { head: t("remedy.col.day") },
    { head: t("remedy.col.what") },
    { head: `${t("remedy.col.amount")}, ${group.currency}`, end: true },
    { head: t("remedy.repayment.proof") },
    { head: t("remedy.col.by") },
  ];
  const rows = group.entries.map((entry) => ({
    key: entry.id,
    cells: [
      format.day(entry.on),
      entry.withdrawn ? <s key="kind">{t(entryKey[entry.kind])}</s> : t(entryKey[entry.kind]),
      entry.withdrawn ? <s key="amount">{format.amount(BigInt(entry.amount))}</s> : format.amount(BigInt(entry.amount)),
      <EntryText key="text" entry={entry} />,
      <div key="who">
        {entry.who ?? "–"}
        {canWrite && !entry.withdrawn && <WithdrawEntry id={entry.id} />}
      </div>,
    ],
  }));
  return <PlainTable label={t("remedy.repayment.ledger")} columns={columns} rows={rows} />;
}

function WithdrawEntry({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <details className="no-print text-sm">
      <summary className="text-accent">{t("remedy.repayment.withdraw")}</summary>
      <Form method="post" className="mt-1 space-y-2">
        <input type="hidden" name="entryId" value={id} />
        <TextInput name="withdrawReason" label={t("remedy.repayment.withdrawReason")} maxLength={500} />
        <button className="button" data-size="small" name="intent" value="withdraw">
          {t("remedy.repayment.withdraw")}
        </button>
      </Form>
    </details>
  );
}

/** One form each for an instalment, a payment and a confirmation: they ask for different things. */
export function EnterForms({ currency, open }: { currency: string; open: string | null }) {
  const { t } = useTranslation();
  const options = useOptions();
  const money = (
    <>
      <TextInput name="on" type="date" label={t("remedy.repayment.on")} />
      <NumberInput name="amount" label={t("remedy.repayment.amount", { currency })} />
    </>
  );
  return (
    <div className="no-print space-y-3">
      {(["payment", "confirmation", "instalment"] as const).map((kind) => (
        <details key={kind} className="rounded-md border border-line p-3 sm:p-4" open={open === kind}>
          <summary className="font-semibold text-accent">{t(entryKey[kind])}</summary>
          <Form method="post" className="mt-3 grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
            <input type="hidden" name="kind" value={kind} />
            {money}
            {kind === "confirmation" ? (
              <>
                <p className="prose-width text-sm text-soft sm:col-span-2">{t("remedy.repayment.confirmNote")}</p>
                <Choice name="party" label={t("remedy.repayment.party")} options={options(partyKey)} blank="–" />
                <Choice
                  name="acceptedBy"
                  label={t("remedy.repayment.acceptedBy")}
                  options={options(acceptedByKey)}
                  blank="–"
                />
                <Choice
                  name="inPrivate"
                  label={t("remedy.repayment.inPrivate")}
                  options={[
                    ["yes", t("remedy.repayment.yes")],
                    ["no", t("remedy.repayment.no")],
                  ]}
                  blank="–"
                />
              </>
            ) : (
              <Choice name="way" label={t("remedy.repayment.way")} options={options(wayKey)} blank="–" wide />
            )}
            <TextArea
              name="proof"
              label={t("remedy.repayment.proof")}
              hint={t("remedy.repayment.proofHint")}
              rows={2}
              maxLength={1000}
              wide
            />
            <div>
              <button
                className="button"
                data-kind={kind === "payment" ? "primary" : undefined}
                name="intent"
                value="enter"
              >
                {t("remedy.repayment.enter")}
              </button>
            </div>
          </Form>
        </details>
      ))}
    </div>
  );
}
