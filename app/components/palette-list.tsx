import { useTranslation } from "react-i18next";
import { useCombobox } from "./use-combobox";

export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly run: () => void;
}

export interface Group {
  readonly id: string;
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** The field of the palette and what it finds, in groups. */
export function PaletteList({
  label,
  placeholder,
  typed,
  onType,
  groups,
  nothing,
  status,
  onClose,
}: {
  label: string;
  placeholder: string;
  typed: string;
  onType: (text: string) => void;
  /** None of them empty. */
  groups: readonly Group[];
  /** Said when there is no group. */
  nothing: string;
  /** Said of the list to who cannot see it grow. */
  status: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const entries = groups.flatMap((group) => group.entries);
  const { field, list, group, heading, option } = useCombobox({
    ids: entries.map(({ id }) => id),
    onType,
    onTake: (id) => entries.find((entry) => entry.id === id)?.run(),
  });
  return (
    <div className="palette">
      <div className="flex items-center gap-2 border-b border-line p-2">
        <input
          {...field}
          type="text"
          aria-label={label}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={typed}
          placeholder={placeholder}
          maxLength={200}
          className="input border-transparent!"
        />
        <button type="button" className="button sm:hidden!" data-size="small" data-kind="quiet" onClick={onClose}>
          {t("shell.palette.close")}
        </button>
      </div>
      {groups.length === 0 && <p className="p-4 text-soft">{nothing}</p>}
      <div {...list} aria-label={t("shell.palette.results")} className="palette-list">
        {groups.map(({ id, heading: title, entries: inGroup }) => (
          <div key={id} {...group(id)}>
            <p {...heading(id)} className="palette-heading">
              {title}
            </p>
            {inGroup.map(({ id: entryId, text, note }) => (
              <div key={entryId} {...option(entryId)} className="palette-option">
                <span className="min-w-0 break-words">{text}</span>
                {note && <span className="ms-auto shrink-0 text-sm text-soft">{note}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className="flex items-center gap-4 border-t border-line px-4 py-2 text-sm text-soft">
        <output className="block min-w-0 flex-1">{status}</output>
        <p className="max-sm:sr-only">{t("shell.palette.keys")}</p>
      </div>
    </div>
  );
}
