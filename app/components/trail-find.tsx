import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { trailGroupKey } from "../i18n/trail-keys";
import { paths } from "../lib/paths";
import { TRAIL_GROUP_NAMES } from "../lib/trail-groups";
import { trailAddress, type TrailQuery } from "../lib/trail-query";

/** Narrows the events: words, person, subject, days. A plain form, so that its address can be kept and sent. */
export function TrailFind({
  workspace,
  query,
  people,
  today,
}: {
  workspace: string;
  query: TrailQuery;
  people: readonly { readonly id: string; readonly name: string }[];
  today: string;
}) {
  const { t } = useTranslation();
  const isNarrowed = trailAddress(query) !== "";
  return (
    <section aria-labelledby="find" className="card no-print p-4 sm:p-5">
      <h2 id="find" className="mb-3">
        {t("trail.find.title")}
      </h2>
      <Form
        key={trailAddress(query)}
        method="get"
        action={paths.trail(workspace)}
        className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1.4fr)_auto_auto]"
      >
        <label className="max-lg:col-span-2">
          <span className="block text-sm text-soft">{t("trail.find.words")}</span>
          <input type="search" name="q" defaultValue={query.q} maxLength={200} className="input" />
        </label>
        <label className="max-sm:col-span-2">
          <span className="block text-sm text-soft">{t("trail.find.person")}</span>
          <select name="person" defaultValue={query.person} className="input">
            <option value="">{t("trail.find.anyone")}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="max-sm:col-span-2">
          <span className="block text-sm text-soft">{t("trail.find.what")}</span>
          <select name="what" defaultValue={query.what} className="input">
            <option value="">{t("trail.find.anything")}</option>
            {TRAIL_GROUP_NAMES.map((name) => (
              <option key={name} value={name}>
                {t(trailGroupKey[name])}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="block text-sm text-soft">{t("trail.find.from")}</span>
          <input type="date" name="from" defaultValue={query.from} max={today} className="input" />
        </label>
        <label>
          <span className="block text-sm text-soft">{t("trail.find.to")}</span>
          <input type="date" name="to" defaultValue={query.to} max={today} className="input" />
        </label>
        {query.record !== "" && <input type="hidden" name="record" value={query.record} />}
        <p className="flex flex-wrap items-center gap-3 col-span-full">
          <button className="button" data-kind="primary">
            {t("trail.find.show")}
          </button>
          {isNarrowed && <Link to={paths.trail(workspace)}>{t("trail.find.clear")}</Link>}
        </p>
      </Form>
      {query.record !== "" && (
        <p className="mt-3 text-sm">
          {t("trail.find.record")}{" "}
          <Link to={paths.trail(workspace, trailAddress({ ...query, record: "" }))}>{t("trail.find.recordClear")}</Link>
        </p>
      )}
    </section>
  );
}
