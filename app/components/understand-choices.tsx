import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { GroupKind } from "../groups/group-key";
import { groupKindKey } from "../i18n/keys";
import type { Choice, GroupChoice, PayeeChoice } from "../services/understanding/choices.server";
import { DecisionForm, LabourTag, sectorText, type ReturnedForm } from "./understand-form";

interface ListProps {
  readonly workspace: string;
  /** ISO 4217 of the amounts shown; "" when the list does not say. */
  readonly currency: string;
  readonly canDecide: boolean;
  /** ISO 3166-1 alpha-2 of our own premises, as far as it is known. */
  readonly premises: string | null;
  readonly returned: ReturnedForm | null;
}

const INPUTS = "[data-row-input]";

/**
 * Up and down go from one choice to the next; after a decision the next choice stands where the last one stood, and has the
 * focus.
 */
function useRows(keys: string) {
  const list = useRef<HTMLUListElement>(null);
  const decidedAt = useRef<number | null>(null);
  const inputs = () => [...(list.current?.querySelectorAll<HTMLTextAreaElement>(INPUTS) ?? [])];
  useEffect(() => {
    const at = decidedAt.current;
    decidedAt.current = null;
    if (at === null) return;
    const all = [...(list.current?.querySelectorAll<HTMLTextAreaElement>(INPUTS) ?? [])];
    (all[Math.min(at, all.length - 1)] ?? list.current)?.focus({ preventScroll: true });
  }, [keys]);
  return {
    list,
    onKeyDown(event: KeyboardEvent) {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0 || !(event.target instanceof HTMLTextAreaElement) || !event.target.matches(INPUTS)) return;
      const all = inputs();
      const next = all[all.indexOf(event.target) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.select();
    },
    onSubmit(event: FormEvent) {
      const input = (event.target as HTMLElement).querySelector<HTMLTextAreaElement>(INPUTS);
      decidedAt.current = input ? inputs().indexOf(input) : null;
    },
  };
}

function Rows({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  const { list, onKeyDown, onSubmit } = useRows(keys.join("\n"));
  return (
    // The keys move between the inputs inside; the list itself is not a control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} tabIndex={-1} className="space-y-3 outline-none" onKeyDown={onKeyDown} onSubmit={onSubmit}>
      {children}
    </ul>
  );
}

/** The sums that deciding it settles. */
function Sums({ choice, currency, payees, kind }: Pick<RowProps, "choice" | "currency" | "payees" | "kind">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { spendShare, rowShare, rows, amounts } = choice;
  const amount = amounts[currency];
  const parts = [
    kind === null || kind === "none" ? null : t(groupKindKey[kind]),
    amount === undefined ? null : `${format.count(Number(BigInt(amount) / 10_000n))} ${currency}`.trim(),
    t("understand.rows", { count: rows, formatted: format.count(rows) }),
    payees === null ? null : t("understand.payees", { count: payees, formatted: format.count(payees) }),
    spendShare === null ? null : t("understand.ofRows", { share: format.share(rowShare) }),
  ].filter((part) => part !== null);
  return <p className="figures text-sm text-soft">{parts.join(" · ")}</p>;
}

interface RowProps extends ListProps {
  readonly scope: "group" | "payee";
  readonly choice: Choice;
  readonly label: ReactNode;
  readonly plainLabel: string;
  readonly payees: number | null;
  readonly kind: GroupKind | null;
  readonly examples: ReactNode;
}

function Row({ scope, choice, label, plainLabel, payees, kind, examples, ...list }: RowProps) {
  const format = useFormat();
  const { t } = useTranslation();
  const { workspace, currency, canDecide, premises, returned } = list;
  const share = choice.spendShare ?? choice.rowShare;
  const bar = Math.max(0, Math.min(1, share));
  return (
    <li className="card relative overflow-hidden p-4 sm:p-5">
      <span aria-hidden="true" className="absolute inset-x-0 top-0 h-1 bg-sunken">
        <span className="block h-1 bg-accent" style={{ width: `${bar * 100}%` }} />
      </span>
      <div className="grid grid-cols-1 gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="flex min-w-0 gap-2">
          <p className="figures w-[4.75rem] shrink-0">
            <span className="block text-xl leading-7 font-semibold whitespace-nowrap">{format.share(share)}</span>
            <span className="block text-xs text-soft">
              {t(choice.spendShare === null ? "understand.rowsWord" : "understand.spendWord")}
            </span>
          </p>
          <div className="min-w-0 space-y-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="max-w-full min-w-0 text-lg! break-words">
                <bdi>{label}</bdi>
              </h3>
              <LabourTag kind={choice.proposal.labour} />
            </div>
            <Sums choice={choice} currency={currency} payees={payees} kind={kind} />
            {examples && <p className="text-sm break-words text-soft">{examples}</p>}
          </div>
        </div>
        {canDecide && (
          <DecisionForm
            workspace={workspace}
            scope={scope}
            choice={choice}
            label={plainLabel}
            premises={premises}
            returned={returned?.key === choice.key ? returned : null}
          />
        )}
      </div>
    </li>
  );
}

/** Groups nobody has settled, largest first. */
export function GroupList({ groups, ...list }: ListProps & { readonly groups: readonly GroupChoice[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Rows keys={groups.map(({ key }) => key)}>
      {groups.map((group) => {
        const { key, kind, label, groupName, suppliers, payees } = group;
        const name =
          kind === "none"
            ? t("understand.noDescription")
            : kind === "sector"
              ? sectorText(label, groupName?.name)
              : label;
        return (
          <Row
            key={key}
            {...list}
            scope="group"
            choice={group}
            kind={kind}
            label={kind === "sector" ? <span lang={groupName?.lang}>{name}</span> : name}
            plainLabel={name}
            payees={suppliers}
            examples={payees
              .map(({ name: payee, amount }) =>
                amount === null ? payee : `${payee} ${format.count(Number(BigInt(amount) / 10_000n))}`,
              )
              .join(" · ")}
          />
        );
      })}
    </Rows>
  );
}

/** The largest payees in the groups that are still open. */
export function PayeeList({ payees, ...list }: ListProps & { readonly payees: readonly PayeeChoice[] }) {
  const { t } = useTranslation();
  return (
    <Rows keys={payees.map(({ key }) => key)}>
      {payees.map((payee) => (
        <Row
          key={payee.key}
          {...list}
          scope="payee"
          choice={payee}
          label={payee.label}
          plainLabel={payee.label}
          payees={null}
          kind={null}
          examples={
            payee.groups.length > 0 && t("understand.inGroups", { groups: payee.groups.join(t("common.separator")) })
          }
        />
      ))}
    </Rows>
  );
}
