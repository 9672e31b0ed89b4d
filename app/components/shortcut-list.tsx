import { Form, useLocation } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";
import { GO_KEYS } from "../lib/shortcuts";
import type { Place } from "./workspace-nav";

/** Every key and what it does, with the switch that turns single keys off. */
export function ShortcutList({ places, on }: { places: readonly Place[]; on: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const goes = Object.entries(GO_KEYS).flatMap(([key, to]) => {
    const place = places.find(({ icon }) => icon === to);
    return place ? [{ keys: ["g", key], text: t("shell.shortcuts.go", { page: place.label }) }] : [];
  });
  const single = [
    { keys: ["?"], text: t("shell.shortcuts.help") },
    { keys: ["/"], text: t("shell.shortcuts.search") },
    ...goes,
    { keys: ["j"], text: t("shell.shortcuts.next") },
    { keys: ["k"], text: t("shell.shortcuts.previous") },
  ];
  const all = [{ keys: ["Ctrl+K"], text: t("shell.shortcuts.palette") }, ...(on ? single : [])];
  return (
    <>
      <table className="table">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("shell.shortcuts.key")}</th>
            <th scope="col">{t("shell.shortcuts.does")}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ keys, text }) => (
            <tr key={text}>
              <th scope="row" className="font-normal! whitespace-nowrap">
                {keys.map((key, at) => (
                  <Fragment key={key}>
                    {at > 0 && <span className="text-sm text-soft"> {t("shell.shortcuts.andThen")} </span>}
                    <kbd>{key}</kbd>
                  </Fragment>
                ))}
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Form method="post" action={paths.shortcuts()} className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <input type="hidden" name="next" value={pathname + search} />
        <p className="min-w-0 flex-1 basis-56 text-sm text-soft">
          {t(on ? "shell.shortcuts.single" : "shell.shortcuts.areOff")}
        </p>
        <button className="button" data-size="small" name="shortcuts" value={on ? "off" : "on"}>
          {t(on ? "shell.shortcuts.switchOff" : "shell.shortcuts.switchOn")}
        </button>
      </Form>
    </>
  );
}
