/** What the verifier says of a pack, in plain words: on the command line and on the page. */
import type { i18n } from "i18next";
import { absentSentences, changeSentences, measureSentences } from "./counted-words";
import type { PackFault } from "./faults";
import { fingerprintShown } from "./fingerprint";
import { LISTS } from "./format";
import type { PackRefusal } from "./refusal";
import type { PackCheck } from "./verify";

const numbers = (language: string) => new Intl.NumberFormat(language);

/** A pack is somebody else's: what it says must not steer where it is shown. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, "\ufffd");

/** One fault: where, then what. */
function faultSentence({ t }: Pick<i18n, "t">, { code, file, row, block, values }: PackFault): string {
  const place = { file, row: String(row), block: String(block) };
  const where =
    row !== null
      ? t("pack.where.row", place)
      : block !== null
        ? t("pack.where.block", place)
        : t("pack.where.file", place);
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === "fingerprint" || name === "expected" ? fingerprintShown(String(value)) : value,
    ]),
  );
  return `${where}: ${t(`pack.fault.${code}`, { path: "", part: "", ...shown } as never) as unknown as string}`;
}

export function refusalSentence({ t }: Pick<i18n, "t">, { code, file }: Pick<PackRefusal, "code" | "file">): string {
  const why = t(`pack.refusal.${code}`);
  return file === "" ? t("pack.refused", { why }) : t("pack.refusedIn", { why, file });
}

function keptSentence({ t }: Pick<i18n, "t">, { manifest }: PackCheck): string {
  const { kept } = manifest.list;
  if (kept === null) return t("pack.keptNone");
  if (!kept.cut) return t("pack.kept");
  return kept.emptied.length > 0 ? t("pack.keptCut", { columns: kept.emptied.join(", ") }) : t("pack.keptCutSome");
}

/** The whole answer. */
export interface CheckWords {
  readonly verdict: string;
  /** What is wrong, each with its place; none when the pack is intact. */
  readonly faults: readonly string[];
  /** The signer, the key, and what the pack is and holds. */
  readonly notes: readonly string[];
  /** What it measures of itself, and what happened since the pack before; none of a pack from before it did. */
  readonly counted: readonly string[];
  /** What is not in it, and why. */
  readonly absent: readonly string[];
}

/** What whoever verifies knows and the pack does not. */
export interface VerifierWords {
  /** SHA-256 of the reference data of this version of Candour, hex. */
  readonly dataHash: string;
  /** What is said when no fingerprint was given: how it is given. */
  readonly signerNotChecked: string;
  /** The same of the time-stamping authority. */
  readonly authorityNotChecked: string;
}

/** When the pack was there by somebody else's clock, and by whose; nothing where the stamp is at fault. */
function stampSentences({ t }: Pick<i18n, "t">, { manifest, stamp }: PackCheck, notChecked: string): string[] {
  if (manifest.timestamp === undefined) return [t("pack.stamp.none")];
  if (stamp === null) return [];
  const named = stamp.authorities.map(({ name, fingerprint }) => ({
    name: name || t("pack.stamp.nameless"),
    fingerprint: fingerprintShown(fingerprint),
  }));
  const [{ name, fingerprint }, ...above] = named as [(typeof named)[0], ...typeof named];
  const authority = {
    "as-expected": () => t("pack.stamp.expected"),
    "not-as-expected": () => t("pack.stamp.other"),
    "not-checked": () => notChecked,
  }[stamp.authority];
  return [
    t("pack.stamp.intact", { name, time: stamp.time }),
    authority(),
    t("pack.stamp.certificate", { fingerprint }),
    ...above.map((one) => t("pack.stamp.above", one)),
  ];
}

/** @param own of the verifier. */
export function checkWords(translator: i18n, check: PackCheck, own: VerifierWords): CheckWords {
  const { t, language } = translator;
  const count = (value: number) => numbers(language).format(value);
  const { manifest, faults, faultCount, events } = check;
  const { by, list, model, data } = manifest;
  const { decisions, ...withheld } = manifest.withheld;
  const areReportsWhole = !faults.some(({ file, code }) => file === LISTS.reports || code === "report.gone");
  const reportsKey = areReportsWhole ? "pack.reports" : "pack.reportsSome";
  const signer = {
    "as-expected": () => t("pack.signerExpected"),
    "not-as-expected": () => t("pack.signerOther"),
    "not-checked": () => own.signerNotChecked,
  }[check.signer];
  const wrong = faults.map((fault) => faultSentence(translator, fault));
  if (faultCount > faults.length) wrong.push(t("pack.more", { formatted: count(faultCount - faults.length) }));
  const notes = [
    signer(),
    t("pack.key", { fingerprint: fingerprintShown(check.fingerprint) }),
    by.kind === "person"
      ? t("pack.byPerson", { at: manifest.madeAt, name: by.name, workspace: manifest.workspace.name })
      : t("pack.byCommand", { at: manifest.madeAt }),
    ...stampSentences(translator, check, own.authorityNotChecked),
    t("pack.list", { file: list.fileName, day: list.day, sha256: list.sha256, suppliers: count(list.suppliers) }),
    ...(manifest.report === undefined ? [] : [t("pack.ofReport", { id: manifest.report })]),
    ...(list.until === undefined ? [] : [t("pack.until", { until: list.until })]),
    keptSentence(translator, check),
    t("pack.model", { model: model.id, date: data.date, recomputed: count(check.recomputed) }),
    data.sha256 === own.dataHash ? t("pack.dataOwn") : t("pack.dataOther"),
    ...(check.reports > 0 ? [t(reportsKey, { reports: count(check.reports) })] : []),
    ...(check.onOtherLists > 0 ? [t("pack.onOtherLists", { formatted: count(check.onOtherLists) })] : []),
    ...(check.movedLines > 0 ? [t("pack.movedLines", { formatted: count(check.movedLines) })] : []),
    t("pack.trail", {
      open: count(events.open),
      closed: count(events.closed),
      head: count(manifest.trail.headSeq),
    }),
    check.sealedBy === null ? t("pack.notSealed") : t("pack.sealed", { event: count(check.sealedBy) }),
    ...(check.inConfidence > 0 ? [t("pack.inConfidence", { formatted: count(check.inConfidence) })] : []),
    ...(events.erased > 0 ? [t("pack.erased", { formatted: count(events.erased) })] : []),
    ...(Object.values(withheld).some((one) => one > 0)
      ? [
          t("pack.withheld", {
            findings: count(withheld.findings),
            documents: count(withheld.documents),
            actions: count(withheld.actions + withheld.repayments),
            reports: count(withheld.reports),
            upTo: manifest.upTo,
          }),
        ]
      : []),
    ...(decisions === undefined ? [] : [t("pack.withheldDecisions", { formatted: count(decisions) })]),
  ];
  return {
    verdict: check.isIntact ? t("pack.intact") : t("pack.broken", { count: faultCount, formatted: count(faultCount) }),
    faults: wrong.map(printable),
    notes: notes.map(printable),
    counted: [...measureSentences(translator, check.measures), ...changeSentences(translator, check.changes, list)].map(
      printable,
    ),
    absent: absentSentences(translator, manifest).map(printable),
  };
}
