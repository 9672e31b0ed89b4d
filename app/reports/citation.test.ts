import { expect, test } from "vitest";
import { isCitation, isLikeAddress } from "./citation";

test.each([
  "Company register, 3 March 2026, intranet",
  "Audit report, SGS, 2026-03-03",
  "Протокол совета, 3 марта 2026 г., архив",
  "Board minutes of March 3rd, 2026",
  "Policy on recruitment, 03/03/2026, binder 4",
  "Sitzungsprotokoll vom 3. März 2026",
  "劳动合同，2026年3月3日",
])("%s names a document and its day", (line) => {
  expect(isCitation(line)).toBe(true);
});

test.each([
  ".",
  "see file",
  "Audit report, SGS",
  "Audit report 2026",
  "2026-03-03",
  "a b 2026-03-03",
  "ISO 20400:2017",
])("%s names no document, or no day", (line) => {
  expect(isCitation(line)).toBe(false);
});

test("what begins like an address here is known as one, whole or cut, of this workspace or another", () => {
  for (const line of [
    "/w/ours",
    "/w/ours/find",
    "https://candour.example/w/ours/findings/01jx",
    "w/ours/evidence/",
    "/w/theirs/findings/01",
  ])
    // prettier-ignore
    expect([line, isLikeAddress(line, "ours")]).toEqual([line, true]);
  for (const line of [
    "https://en.wikipedia.org/w/index.php?title=Debt, read on 3 March 2026",
    "Letter, 3 March 2026",
    "/w/theirs",
  ])
    // prettier-ignore
    expect([line, isLikeAddress(line, "ours")]).toEqual([line, false]);
});
