// The links of a map are a group of its own; there is no other element for that inside a drawing.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useTranslation } from "react-i18next";
import { useFollow } from "./follow";

export interface MapShape {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly path: string;
  /** Its shade, counted from the lightest; null: no shade. */
  readonly shade: number | null;
}

interface Props {
  readonly width: number;
  readonly height: number;
  /** All that has no link, as one path. */
  readonly land: string;
  readonly shapes: readonly MapShape[];
  /** The name of the map, and what it says in words. */
  readonly label: string;
  /** What a country is called with its number. */
  readonly describe: (code: string) => string;
  readonly href: (code: string) => string;
  /** Where the keyboard goes on past the map. */
  readonly after: string;
}

/**
 * A map of the world made on the server: each country that has a number is a link. The same numbers stand in the table that
 * `after` names. It shades numbers of suppliers or of money, never a judgement of a country.
 */
export function WorldMap({ width, height, land, shapes, label, describe, href, after }: Props) {
  const { t } = useTranslation();
  const follow = useFollow();
  return (
    <div className="relative">
      <a
        href={`#${after}`}
        className="button absolute start-2 top-2 z-10 -translate-y-1 opacity-0 focus-visible:opacity-100"
        data-size="small"
      >
        {t("overview.places.skipMap")}
      </a>
      <svg viewBox={`0 0 ${width} ${height}`} className="h-auto w-full" role="group" aria-label={label}>
        <path d={land} className="map-land" />
        {shapes.map(({ code, path, shade }) => {
          const said = describe(code);
          return (
            <a
              key={code}
              href={href(code)}
              onClick={follow}
              className="map-country"
              data-shade={shade ?? undefined}
              aria-label={said}
            >
              <title>{said}</title>
              <path d={path} />
            </a>
          );
        })}
      </svg>
    </div>
  );
}
