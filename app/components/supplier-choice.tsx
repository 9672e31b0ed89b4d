import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useState, type FormEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { CHOICE_FORM, CHOICE_NAME } from "../lib/supplier-query";
import { useHydrated } from "./hydrated";

const boxesIn = (place: HTMLElement | null) => [
  ...(place?.querySelectorAll<HTMLInputElement>(`input[name="${CHOICE_NAME}"][form="${CHOICE_FORM}"]`) ?? []),
];

/** The rows that are selected, over all pages; the boxes inside `place` follow, a range with Shift. */
export function useChoice(place: RefObject<HTMLElement | null>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  const put = useCallback((boxes: readonly HTMLInputElement[], checked: boolean) => {
    for (const box of boxes) box.checked = checked;
    setChosen((before) => {
      const next = new Set(before);
      for (const { value } of boxes)
        if (checked) next.add(value);
        else next.delete(value);
      return next;
    });
  }, []);

  useEffect(() => {
    const element = place.current;
    let last: string | null = null;
    const click = (event: MouseEvent) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.name !== CHOICE_NAME) return;
      const boxes = boxesIn(element);
      const [from, to] = [boxes.findIndex(({ value }) => value === last), boxes.indexOf(box)];
      last = box.value;
      put(event.shiftKey && from >= 0 ? boxes.slice(Math.min(from, to), Math.max(from, to) + 1) : [box], box.checked);
    };
    element?.addEventListener("click", click);
    // What was ticked before the script came counts.
    const early = setTimeout(() => {
      const ticked = boxesIn(element).filter(({ checked }) => checked);
      if (ticked.length > 0) put(ticked, true);
    });
    return () => {
      clearTimeout(early);
      element?.removeEventListener("click", click);
    };
  }, [place, put]);

  return {
    chosen,
    all: (checked: boolean) => put(boxesIn(place.current), checked),
    none: () => {
      for (const box of boxesIn(place.current)) box.checked = false;
      setChosen(new Set());
    },
  };
}

interface BarProps {
  readonly workspace: string;
  readonly chosen: ReadonlySet<string>;
  /** Ids of the rows on this page: their boxes are sent by themselves. */
  readonly onPage: readonly string[];
  /** Order and columns, which the answer keeps. */
  readonly keep: readonly (readonly [name: string, value: string])[];
  readonly canExport: boolean;
  /** May say what suppliers are, and move them in the plan. */
  readonly canChange: boolean;
  readonly onNone: () => void;
}

/** What can be done with the selected rows. Without script the buttons send the boxes that are ticked. */
export function ChoiceBar({ workspace, chosen, onPage, keep, canExport, canChange, onNone }: BarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hydrated = useHydrated();
  /** The link to the selection it was made for: "" once it is copied. */
  const [made, setMade] = useState<{ readonly chosen: ReadonlySet<string>; readonly link: string } | null>(null);
  const link = made?.chosen === chosen ? made.link : null;
  const elsewhere = [...chosen].filter((id) => !onPage.includes(id));
  const idle = hydrated && chosen.size === 0;
  const navigate = useNavigate();
  /** The address that shows exactly the selected ones. */
  const picked = () => {
    const query = new URLSearchParams(keep.map(([name, value]) => [name, value]));
    query.set(CHOICE_NAME, [...chosen].join(","));
    return query.toString().replaceAll("%2C", ",");
  };
  const address = () => paths.suppliers(workspace, picked());
  const show = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const changes = submitter?.hasAttribute("data-change") ?? false;
    // A file is no page: the browser itself fetches it.
    if (submitter?.hasAttribute("formaction") && !changes) return;
    event.preventDefault();
    void navigate(changes ? paths.suppliersChange(workspace, picked()) : address());
  };
  const copy = async () => {
    const link = new URL(address(), window.location.origin).href;
    await navigator.clipboard.writeText(link).then(
      () => setMade({ chosen, link: "" }),
      () => setMade({ chosen, link }),
    );
  };
  return (
    <form
      id={CHOICE_FORM}
      method="get"
      action={paths.suppliers(workspace)}
      onSubmit={show}
      className={`card flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 text-sm ${idle ? "" : "sticky bottom-[calc(var(--foot)+0.5rem)] z-10"}`}
    >
      {[...keep, ...elsewhere.map((id) => [CHOICE_NAME, id] as const)].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <p aria-live="polite" className={idle ? "text-soft" : "font-semibold"}>
        {chosen.size > 0
          ? t("table.picked", { count: chosen.size, formatted: format.count(chosen.size) })
          : t("table.pickNone")}
      </p>
      {!idle && (
        <div className="scroll-x flex items-center gap-2 whitespace-nowrap sm:flex-wrap">
          {canChange && (
            <button
              formAction={paths.suppliersChange(workspace)}
              data-change=""
              data-kind="primary"
              data-size="small"
              className="button"
            >
              {t("table.change.open")}
            </button>
          )}
          <button className="button" data-size="small">
            {t("table.showPicked")}
          </button>
          {hydrated && (
            <button type="button" className="button" data-size="small" onClick={() => void copy()}>
              {t("table.copy")}
            </button>
          )}
          {canExport && (
            <span className="flex items-center gap-2">
              <span className="text-soft">{t("table.pickedAs")}</span>
              {(["csv", "xlsx"] as const).map((kind) => (
                <button
                  key={kind}
                  formAction={paths.suppliersFile(workspace, kind)}
                  className="button"
                  data-size="small"
                >
                  {t(kind === "csv" ? "suppliers.asCsv" : "suppliers.asXlsx")}
                </button>
              ))}
            </span>
          )}
          {hydrated && (
            <button type="button" className="button" data-kind="quiet" data-size="small" onClick={onNone}>
              {t("table.unpick")}
            </button>
          )}
        </div>
      )}
      {idle && <p className="text-soft">{t("table.keys")}</p>}
      {link !== null && (
        <output className="block w-full">
          {link === "" ? (
            t("table.copied")
          ) : (
            <label className="flex items-center gap-2">
              {t("table.notCopied")}
              <input readOnly value={link} className="input" onFocus={(event) => event.currentTarget.select()} />
            </label>
          )}
        </output>
      )}
    </form>
  );
}
