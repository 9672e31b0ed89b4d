import { Form, useFetcher } from "@remix-run/react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DECIDABLE_ROLES, NOT_SELLER_KINDS, type DecidableRole, type DecisionScope } from "../groups/decision";
import type { LabourKind } from "../groups/labour-heavy";
import { useFormat } from "../i18n/format";
import { labourKey, notSellerKey, supplierRoleKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import type { Choice } from "../services/understanding/choices.server";

/** A form that came back, with what was typed into it. */
export interface ReturnedForm {
  readonly key: string;
  readonly problem: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The element id of the list of countries that place inputs offer. */
export const COUNTRIES_ID = "understand-countries";
const TYPING_MS = 250;
/** For browsers that do not fit a field to its text themselves. */
const CHARS_A_LINE = 32;

/** An ISIC code and its name as a person may type them. */
export const sectorText = (isic: string, name: string | null | undefined): string => (name ? `${isic} ${name}` : isic);

interface Reading {
  readonly words: string;
  readonly found: { readonly isic: string; readonly name: string | null; readonly role: DecidableRole | null } | null;
}

/** What the typed words are read as, asked a moment after typing stops; null while nothing new was typed. */
function useReading(workspace: string, words: string, first: string): Reading | null {
  const { load, data } = useFetcher<Reading>();
  useEffect(() => {
    if (words === first || words.trim() === "") return;
    const timer = setTimeout(() => load(paths.sectorOfWords(workspace, words)), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, first, workspace, load]);
  return words !== first && words.trim() !== "" && data?.words === words ? data : null;
}

/** Says what one group or payee is: words with a suggestion filled in, a role and places, or why it is no purchase. */
export function DecisionForm({
  workspace,
  scope,
  choice,
  label,
  premises,
  returned,
}: {
  workspace: string;
  scope: DecisionScope;
  choice: Choice;
  label: string;
  /** ISO 3166-1 alpha-2 of our own premises, as far as it is known. */
  premises: string | null;
  returned: ReturnedForm | null;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { proposal, key } = choice;
  const suggested = proposal.sector ? sectorText(proposal.sector.isic, proposal.sectorLabel?.name) : "";
  const first = returned?.values["words"] ?? suggested;
  const [words, setWords] = useState(first);
  const reading = useReading(workspace, words, first);
  const [role, setRole] = useState(returned?.values["role"] ?? choice.decided?.role ?? "");
  const usual = reading ? reading.found?.role : words === "" ? null : proposal.role;
  const atOurs = (role || usual) === "service-on-our-premises";
  const place = usePlace(choice, returned, atOurs ? premises : null);
  return (
    <Form method="post" preventScrollReset className="min-w-0 space-y-2">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="scope" value={scope} />
      <input type="hidden" name="key" value={key} />
      <label htmlFor={`${id}-words`} className="block text-sm font-semibold">
        {t("understand.whatShort")} <span className="sr-only">{label}</span>
      </label>
      <div className="flex flex-wrap gap-2 sm:flex-nowrap">
        {/* A proposal may be longer than one line of a phone: the field grows with it, and Enter still settles. */}
        <textarea
          id={`${id}-words`}
          name="words"
          rows={Math.min(3, Math.ceil((words.length + 1) / CHARS_A_LINE))}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value.replace(/\s*\n\s*/gu, " "))}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
          placeholder={t("understand.placeholder")}
          autoComplete="off"
          maxLength={200}
          aria-describedby={`${id}-read`}
          aria-invalid={returned ? true : undefined}
          data-row-input
          className="input field-sizing-content min-h-10! min-w-0 resize-none"
        />
        <button className="button w-full self-start sm:w-auto" data-kind="primary">
          {t("understand.settle")} <span className="sr-only">{label}</span>
        </button>
      </div>
      <p id={`${id}-read`} aria-live="polite" className="text-sm text-soft empty:hidden">
        <Note choice={choice} scope={scope} words={words} reading={reading} returned={returned} />
      </p>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 text-sm">
        {proposal.notSeller && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <button className="button" data-size="small" name="notSeller" value={proposal.notSeller.kind}>
              {t("understand.setAsideAs", { kind: t(notSellerKey[proposal.notSeller.kind]) })}
              <span className="sr-only">{label}</span>
            </button>
            <span className="text-soft">{t("understand.proposedAside", { word: proposal.notSeller.word })}</span>
          </div>
        )}
        <details className="max-w-full">
          <summary className="py-1 font-semibold text-accent">{t("understand.notPurchase")}</summary>
          <p className="text-soft">{t("understand.notPurchaseNote")}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            {NOT_SELLER_KINDS.map((kind) => (
              <button key={kind} className="button" data-size="small" name="notSeller" value={kind}>
                {t(notSellerKey[kind])}
              </button>
            ))}
          </div>
        </details>
        {atOurs && (
          <div className="flex flex-wrap items-center gap-x-2">
            <PlaceField id={id} place={place} />
          </div>
        )}
        <Places
          id={id}
          choice={choice}
          returned={returned}
          role={role}
          onRole={setRole}
          place={atOurs ? null : place}
        />
      </div>
    </Form>
  );
}

/** Why the suggestion stands there, what the typed words are read as, or what is wrong with them. */
function Note({
  choice: { proposal },
  scope,
  words,
  reading,
  returned,
}: {
  choice: Choice;
  scope: DecisionScope;
  words: string;
  reading: Reading | null;
  returned: ReturnedForm | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reading) {
    if (!reading.found) return <span className="font-semibold text-ink">{t("understand.notRead")}</span>;
    const { isic, name, role } = reading.found;
    return (
      <>
        {t("understand.readAs", { isic: sectorText(isic, name) })}
        {role && ` · ${t(supplierRoleKey[role])}`}
      </>
    );
  }
  if (returned)
    return (
      <span className="font-semibold text-high">
        <span aria-hidden="true">! </span>
        {returned.problem}
      </span>
    );
  if (words === "" || !proposal.why) return null;
  const why =
    proposal.why === "rows"
      ? t("understand.whyRows", { share: format.percent(proposal.share ?? 0) })
      : t(scope === "payee" ? "understand.whyName" : "understand.whyLabel");
  return (
    <>
      {why}
      {proposal.role && ` · ${t(supplierRoleKey[proposal.role])}`}
    </>
  );
}

/** The name of a place of work: as typed, as decided, or as proposed until something is typed. */
function usePlace({ decided }: Choice, returned: ReturnedForm | null, proposed: string | null) {
  const format = useFormat();
  const [typed, setTyped] = useState(
    returned?.values["placeOfWork"] ?? (decided?.placeOfWork ? format.country(decided.placeOfWork) : null),
  );
  return { value: typed ?? (proposed === null ? "" : format.country(proposed)), onType: setTyped };
}
type PlaceOfWork = ReturnType<typeof usePlace>;

function PlaceField({ id, place: { value, onType } }: { id: string; place: PlaceOfWork }) {
  const { t } = useTranslation();
  return (
    <>
      <label htmlFor={`${id}-place`}>{t("understand.placeOfWork")}</label>
      <input
        id={`${id}-place`}
        name="placeOfWork"
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
        list={COUNTRIES_ID}
        autoComplete="off"
        className="input"
        data-size="small"
      />
    </>
  );
}

/** Role, place of work and origin: open when something was typed or said there. `place`: null when it is asked outside. */
function Places({
  id,
  choice,
  returned,
  role,
  onRole,
  place,
}: {
  id: string;
  choice: Choice;
  returned: ReturnedForm | null;
  role: string;
  onRole: (role: string) => void;
  place: PlaceOfWork | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { decided } = choice;
  const origin = returned?.values["origin"] ?? decided?.origin?.map(format.country).join(t("common.separator")) ?? "";
  const [wasSaid] = useState((place !== null && place.value !== "") || origin !== "");
  return (
    <details className="max-w-full" open={wasSaid}>
      <summary className="py-1 font-semibold text-accent">{t("understand.more")}</summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        <div>
          <label htmlFor={`${id}-role`}>{t("understand.role")}</label>
          <select
            id={`${id}-role`}
            name="role"
            value={role}
            onChange={(event) => onRole(event.currentTarget.value)}
            className="input"
            data-size="small"
          >
            <option value="">{t("understand.roleUsual")}</option>
            <option value="none">{t("understand.roleNone")}</option>
            {DECIDABLE_ROLES.map((role) => (
              <option key={role} value={role}>
                {t(supplierRoleKey[role])}
              </option>
            ))}
          </select>
        </div>
        {place && (
          <div>
            <PlaceField id={id} place={place} />
          </div>
        )}
        <div>
          <label htmlFor={`${id}-origin`}>{t("understand.origin")}</label>
          <input
            id={`${id}-origin`}
            name="origin"
            defaultValue={origin}
            autoComplete="off"
            aria-describedby={`${id}-origin-hint`}
            className="input"
            data-size="small"
          />
          <p id={`${id}-origin-hint`} className="mt-1 text-xs text-soft">
            {t("understand.originHint")}
          </p>
        </div>
      </div>
    </details>
  );
}

/** What the work of a sector is called where it needs many hands. */
export function LabourTag({ kind }: { kind: LabourKind | null }) {
  const { t } = useTranslation();
  if (!kind) return null;
  return <span className="tag border border-line-strong bg-note-wash text-ink">{t(labourKey[kind])}</span>;
}
