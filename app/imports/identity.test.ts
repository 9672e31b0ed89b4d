import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Hash64, PairSet } from "./hash";
import { identityOf, secondaryKeys } from "./identity";
import type { Identity, IdentifiedRow, IdentityOptions } from "./identity";
import { nameKey } from "./name-key";

const list: IdentityOptions = { kind: "list", weakIds: [] };
const ledger: IdentityOptions = { kind: "ledger", weakIds: [] };
const aRow = (parts: Partial<IdentifiedRow> & { name?: string } = {}): IdentifiedRow => ({
  nameKey: nameKey(parts.name ?? "Mill"), supplierNumber: "", registrationId: "", address: "", city: "", postalCode: "", ...parts,
}); // prettier-ignore
const idOf = (row: IdentifiedRow, country = "", options = list): Identity =>
  identityOf(row, country, options, { kind: "number", hi: 0, lo: 0 });

describe("identityOf", () => {
  test("the first of number, registration with country, name with address, name with country identifies", () => {
    const full = aRow({ supplierNumber: "S1", registrationId: "DE1", address: "Road 1" });
    expect(idOf(full).kind).toBe("number");
    expect(idOf({ ...full, supplierNumber: "" }).kind).toBe("registration");
    expect(idOf({ ...full, supplierNumber: "", registrationId: "" }).kind).toBe("name-address");
    expect(idOf(aRow()).kind).toBe("name-country");
  });

  test("two sites of one name at different addresses stay two", () => {
    expect(idOf(aRow({ address: "Road 1" }))).not.toEqual(idOf(aRow({ address: "Road 2" })));
    expect(idOf(aRow({ address: "Zone 1", city: "Bursa" }))).not.toEqual(
      idOf(aRow({ address: "Zone 1", city: "Izmir" })),
    );
  });

  test("in a ledger the address does not split a payee", () => {
    expect(idOf(aRow({ address: "Road 1" }), "GB", ledger)).toEqual(idOf(aRow({ address: "Road 2" }), "GB", ledger));
  });

  test("the same name in two countries is two suppliers, and the same registration number too", () => {
    expect(idOf(aRow(), "PK")).not.toEqual(idOf(aRow(), "IN"));
    expect(idOf(aRow({ registrationId: "123" }), "NO")).not.toEqual(idOf(aRow({ registrationId: "123" }), "DE"));
  });

  test("an identifier shared by several names does not identify", () => {
    const weak: IdentityOptions = { kind: "list", weakIds: ["registrationId"] };
    expect(idOf(aRow({ registrationId: "1210" }), "US", weak).kind).toBe("name-country");
  });

  test("a supplier number never meets a name", () => {
    const number = idOf(aRow({ supplierNumber: "Mill" }));
    const name = idOf(aRow({ name: "Mill" }));
    expect([number.hi, number.lo]).not.toEqual([name.hi, name.lo]);
  });

  test("case, spaces and punctuation of number and address do not matter", () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(" ", "  ", ", ", " - ", "."),
        (words, glue) => {
          const plain = words.join(" ");
          const written = ` ${words.join(glue).toUpperCase()}.`;
          expect(idOf(aRow({ address: written }))).toEqual(idOf(aRow({ address: plain })));
          expect(idOf(aRow({ supplierNumber: written }))).toEqual(idOf(aRow({ supplierNumber: plain })));
        },
      ),
    );
  });

  test("accents in an address do not matter", () => {
    expect(idOf(aRow({ address: "Polígono Industrial El Álamo" }))).toEqual(
      idOf(aRow({ address: "POLIGONO INDUSTRIAL EL ALAMO" })),
    );
  });

  test("the row before never changes the identity of the next", () => {
    const row = fc.record({ name: fc.string(), supplierNumber: fc.string(), address: fc.string() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
        const forward = rows.map((one) => idOf(aRow(one)));
        const backward = [...rows].reverse().map((one) => idOf(aRow(one)));
        expect(backward.reverse()).toEqual(forward);
      }),
    );
  });

  test("stored identities stay valid: known values of this release", () => {
    expect(idOf(aRow({ supplierNumber: "S0000001" }))).toMatchInlineSnapshot(`
      {
        "hi": 1686029347,
        "kind": "number",
        "lo": 2132416029,
      }
    `);
    expect(idOf(aRow({ name: "Mill" }), "PK")).toMatchInlineSnapshot(`
      {
        "hi": 1471209123,
        "kind": "name-country",
        "lo": 1777839640,
      }
    `);
  });
});

describe("secondaryKeys", () => {
  test("give what there is, and meet for the same parts", () => {
    const one = secondaryKeys(aRow({ supplierNumber: "A", registrationId: "X 1", address: "Road 1" }), "PK");
    const two = secondaryKeys(
      aRow({ supplierNumber: "B", registrationId: "x-1", address: "road 1", name: "Mill Ltd" }),
      "PK",
    );
    expect(two.registration).toEqual(one.registration);
    expect(two.addressCountry).toEqual(one.addressCountry);
    expect(two.nameCountry).not.toEqual(one.nameCountry);
    expect(secondaryKeys(aRow(), "PK").registration).toBeNull();
  });
});

describe("Hash64 and PairSet", () => {
  test("a hundred thousand names do not clash, and halves are spread", () => {
    const hash = new Hash64();
    const set = new PairSet();
    let low = 0;
    let clashes = 0;
    for (let i = 0; i < 100_000; i++) {
      hash.start(4);
      hash.text(`supplier ${i}`);
      hash.end();
      if (!set.add(hash.hi, hash.lo)) clashes++;
      if (hash.hi < 0x80000000) low++;
    }
    expect(clashes).toBe(0);
    expect(Math.abs(low - 50_000)).toBeLessThan(1000);
    expect(set.size).toBe(100_000);
  });

  test("where one text ends and the next begins matters", () => {
    const of = (...texts: string[]): string => {
      const hash = new Hash64();
      hash.start(1);
      texts.forEach((text) => hash.text(text));
      hash.end();
      return `${hash.hi}:${hash.lo}`;
    };
    expect(of("ab", "c")).not.toBe(of("a", "bc"));
    expect(of("", "a")).not.toBe(of("a", ""));
  });

  test("a pair is new once, the pair of zeros too", () => {
    const set = new PairSet();
    expect([set.add(0, 0), set.add(0, 0), set.add(1, 0), set.add(0, 1), set.add(1, 0)]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
