/**
 * A calendar file (iCalendar, RFC 5545): days on which something is due. Pure.
 * https://www.rfc-editor.org/rfc/rfc5545 : lines end in CRLF and are folded at 75 octets (3.1), text is escaped (3.3.11),
 * an all-day event has DATE values and an end that is the next day (3.6.1).
 */
import type { IsoDate } from "../../risk-models/types";
import { addDays } from "./days";

export interface CalendarDay {
  /** Unique in the world, and the same at the next export, so that a calendar replaces what it has. */
  readonly uid: string;
  readonly on: IsoDate;
  readonly summary: string;
  readonly url: string;
}

const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(/\r\n|\r|\n/gu, "\\n")
    // A control character has no place in a calendar (3.1).
    .replaceAll(/\p{Cc}/gu, " ")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,");

const compact = (day: IsoDate): string => day.replaceAll("-", "");

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** A line in pieces of at most 75 octets, never through a character; the following begin with a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  for (const character of line) {
    if (octets(piece + character) > 75) {
      pieces.push(piece);
      piece = " ";
    }
    piece += character;
  }
  return [...pieces, piece].join("\r\n");
}

/** @param now when it was written. */
export function calendarFile(name: string, days: readonly CalendarDay[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/gu, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Candour//Follow-up//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, on, summary, url }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      `URL:${url.replaceAll(/\p{Cc}/gu, "")}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
