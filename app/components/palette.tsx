import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { languageCodes, LANGUAGES } from "../i18n/languages";
import { holding } from "../lib/palette-search";
import { paths } from "../lib/paths";
import { THEMES } from "../lib/theme";
import type { loader as paletteLoader } from "../routes/palette";
import type { loader as findLoader } from "../routes/w.$workspace.find";
import { Dialog } from "./dialog";
import { themeKey, useTheme } from "./page-menu";
import { PaletteList, type Entry, type Group } from "./palette-list";
import type { FurtherPlace } from "./workspace-nav";

/** Asks after so many ms without a further letter. */
const PAUSE_MS = 120;

/** Sends a form as the page would, so that it loads anew: language and theme hold for the whole page. */
function post(action: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/** Suppliers the words find; while `known` is false, those of the words before. */
function useFound(workspace: string | null, words: string) {
  const { load, data } = useFetcher<typeof findLoader>();
  useEffect(() => {
    if (workspace === null || words === "") return;
    const timer = setTimeout(() => load(paths.find(workspace, words)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [workspace, words, load]);
  const known = workspace === null || words === "" || data?.words === words;
  return { known, found: words === "" ? [] : (data?.found ?? []) };
}

/** What can be done besides going to a page, in the reader's words. */
function useSettings({ workspace, shortcuts, guideHidden, onShortcuts }: Omit<PaletteProps, "places" | "onClose">) {
  const { t, i18n } = useTranslation();
  const theme = useTheme();
  const here = () => location.pathname + location.search;
  const entries: Entry[] = languageCodes
    .filter((code) => code !== i18n.language)
    .map((code) => ({
      id: `language ${code}`,
      text: t("shell.palette.language", { name: LANGUAGES[code].name }),
      run: () => post(paths.language(), { language: code, next: here() }),
    }));
  for (const other of THEMES.filter((one) => one !== theme))
    entries.push({
      id: `theme ${other}`,
      text: t("shell.palette.theme", { name: t(themeKey[other]) }),
      run: () => post(paths.theme(), { theme: other, next: here() }),
    });
  entries.push(
    { id: "shortcuts", text: t("shell.palette.shortcuts"), run: onShortcuts },
    {
      id: "switch shortcuts",
      text: t(shortcuts ? "shell.palette.shortcutsOff" : "shell.palette.shortcutsOn"),
      run: () => post(paths.shortcuts(), { shortcuts: shortcuts ? "off" : "on", next: here() }),
    },
  );
  if (workspace !== null && guideHidden)
    entries.push({
      id: "guide",
      text: t("shell.palette.guide"),
      run: () => post(paths.guide(workspace), { guide: "show" }),
    });
  entries.push({ id: "sign out", text: t("common.signOut"), run: () => post(paths.logout(), {}) });
  return entries;
}

interface PaletteProps {
  readonly workspace: string | null;
  readonly places: readonly FurtherPlace[];
  readonly shortcuts: boolean;
  readonly guideHidden: boolean;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** One field for everything: suppliers in any script, pages, workspaces, settings. */
export default function Palette({ places, onClose, ...rest }: PaletteProps) {
  const { workspace } = rest;
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const { known, found } = useFound(workspace, words);
  const { load, data } = useFetcher<typeof paletteLoader>();
  useEffect(() => {
    load(paths.palette());
  }, [load]);

  const to = (address: string) => () => {
    onClose();
    void navigate(address);
  };
  const pages = holding<Entry>(
    [
      ...places.map((place) => ({ id: place.to, text: place.label, run: to(place.to) })),
      ...(workspace === null ? [] : [{ id: "help", text: t("shell.help"), run: to(paths.help(workspace)) }]),
    ],
    words,
  );
  const others = holding<Entry>(
    [
      ...(data?.workspaces ?? [])
        .filter(({ slug }) => slug !== workspace)
        .map(({ slug, name }) => ({ id: `w ${slug}`, text: name, run: to(paths.workspace(slug)) })),
      { id: "workspaces", text: t("shell.workspaces"), run: to(`${paths.workspaces()}?all=1`) },
    ],
    words,
  );
  const settings = holding(useSettings(rest), words);
  const suppliers: Entry[] =
    workspace === null
      ? []
      : found.map(({ id, name, city, seat }) => ({
          id: `s ${id}`,
          text: name,
          note: [city, seat && format.country(seat)].filter(Boolean).join(t("common.separator")),
          run: to(paths.supplier(workspace, id)),
        }));
  if (workspace !== null && suppliers.length > 0)
    suppliers.push({
      id: "all",
      text: t("shell.palette.all", { words }),
      run: to(paths.suppliers(workspace, new URLSearchParams({ q: words }).toString())),
    });
  const groups: readonly Group[] = [
    { id: "pages", heading: t("shell.palette.pages"), entries: pages },
    { id: "suppliers", heading: t("shell.palette.suppliers"), entries: suppliers },
    { id: "workspaces", heading: t("shell.palette.workspaces"), entries: others },
    { id: "settings", heading: t("shell.palette.settings"), entries: settings },
  ];
  const status = !known
    ? t("shell.palette.searching")
    : found.length === 0
      ? t("shell.palette.noSupplier")
      : t("shell.palette.shown", { formatted: format.count(found.length) });
  return (
    <Dialog label={t("shell.palette.title")} onClose={onClose}>
      <PaletteList
        label={t("shell.palette.title")}
        placeholder={t("shell.palette.placeholder")}
        typed={typed}
        onType={setTyped}
        groups={groups.filter(({ entries }) => entries.length > 0)}
        nothing={known ? t("shell.palette.nothing") : ""}
        status={words === "" || workspace === null ? "" : status}
        onClose={onClose}
      />
    </Dialog>
  );
}
