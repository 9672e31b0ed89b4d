import { useTranslation } from "react-i18next";
import type { MatchAnswer } from "../matching/types";
import { markName, type WordMark } from "../screening/marked-words";

/** Names that stand open; the others fold. */
const SHOWN = 4;

interface Props {
  readonly names: readonly string[];
  readonly answer: MatchAnswer;
  readonly side: "left" | "right";
  /** All spellings of this side. */
  readonly all: readonly string[];
  /** `names` is the name itself: it is marked when no spelling is the one that was compared. */
  readonly isName?: boolean;
}

/** Names as they were written, the one that was compared with its words marked; what cannot be seen in it is written out below. */
export function MatchName({ names, answer, side, all, isName = false }: Props) {
  const { t } = useTranslation();
  const spelling = answer.compared[side === "left" ? 0 : 1];
  // A spelling may be a part of what stands in a cell ("… formerly …"), and one name a part of another.
  const isWhole = all.includes(spelling);
  const holds = (name: string) => (isWhole ? name === spelling : name.includes(spelling));
  let at = names.findIndex(holds);
  if (at < 0 && isName && !all.some(holds)) at = 0;
  // The spelling that was compared stands first.
  const ordered = at > 0 ? [names[at]!, ...names.slice(0, at), ...names.slice(at + 1)] : names;
  const shown = ordered.map((name, place) =>
    place === 0 && at >= 0 ? (
      <Marked key={name} name={name} answer={answer} side={side} />
    ) : (
      <bdi key={name} className={isName ? "font-semibold" : undefined}>
        {name}
      </bdi>
    ),
  );
  if (names.length === 1) return shown[0]!;
  const folded = shown.slice(SHOWN);
  return (
    <>
      <ul className="space-y-0.5">
        {shown.slice(0, SHOWN).map((name) => (
          <li key={name.key}>{name}</li>
        ))}
      </ul>
      {folded.length > 0 && (
        <details>
          <summary className="py-0.5 text-accent">{t("match.moreNames", { count: folded.length })}</summary>
          <ul className="space-y-0.5">
            {folded.map((name) => (
              <li key={name.key}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Marked({ name, answer, side }: { name: string; answer: MatchAnswer; side: Props["side"] }) {
  const { t } = useTranslation();
  const { pieces, readAs } = markName(name, answer.because, side);
  return (
    <>
      <bdi className="font-semibold">
        {pieces.map(({ text, mark }, place) => (mark === null ? text : <Word key={place} text={text} mark={mark} />))}
      </bdi>
      {readAs.length > 0 && (
        <span className="block text-sm text-soft">
          {t("match.readAs")}
          {readAs.map(({ word, mark }, place) => (
            <span key={place}>
              {" "}
              <Word text={word} mark={mark} />
            </span>
          ))}
        </span>
      )}
    </>
  );
}

/** The mark is a line that the style sheet draws; who hears the page is told of what is not the same. */
function Word({ text, mark }: { text: string; mark: WordMark }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="word" data-mark={mark}>
        {text}
      </span>
      {mark !== "same" && <span className="sr-only"> {t(mark === "other" ? "match.differing" : "match.nearly")}</span>}
    </>
  );
}
