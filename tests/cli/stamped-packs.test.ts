/** Time stamps on the command line: `assess --pack --timestamp`, and `verify --timestamp-authority`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MANIFEST, STAMP } from "../../app/pack/format";
import { aFolder } from "../builders";
import { filesOf, zipped } from "../services/small-pack";
import { aHolder, aStampService, stampAnswer, type StampService } from "../stamp-authority";
import { builtProgram } from "./built-program";

const LIST = `Supplier name,Country,Category
Alder Cleaning Ltd,NO,Cleaning of buildings
Birch Mill Ltd,BD,Clothing
`;
const folder = aFolder();
const program = builtProgram("stamped-packs", folder.path);
const data = { CANDOUR_DATA: path.join(folder.path, "data") };
const authority = aHolder("p256", "Alder Stamps", null);
const at = (name: string) => path.join(folder.path, name);
let service: StampService;
let made: Awaited<ReturnType<typeof program.start>>;

beforeAll(async () => {
  await program.make();
  writeFileSync(at("list.csv"), LIST);
  service = await aStampService((question, response) =>
    response.end(stampAnswer(authority, authority, question, { time: new Date() })),
  );
  made = await assess("one.zip", "--timestamp", service.address);
});
afterAll(async () => {
  await service.close();
  folder.remove();
  program.remove();
});

function assess(pack: string, ...more: readonly string[]) {
  return program.start(["assess", "list.csv", "--out", `out-${pack}`, "--pack", pack, ...more], data);
}
const verify = (pack: string, ...more: readonly string[]) => program.run(["verify", pack, ...more], "", data);

describe("candour assess --pack --timestamp", () => {
  test("writes a pack with the stamp of that service, which verify tells of without the network", async () => {
    expect(made).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(service.asked).toHaveLength(1);
    const { status, stdout, stderr } = verify("one.zip");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/Time stamp intact: “Alder Stamps, Alder Time” .* at \d{4}-\d\d-\d\dT/u);
    expect(stdout).toContain("The time-stamping authority was not checked");
    expect(service.asked).toHaveLength(1);
    expect(verify("one.zip", "--language", "ru").stdout).toContain("Отметка времени цела");
  });

  test("writes nothing when no stamp can be had, and says what to do", async () => {
    const { status, stdout, stderr } = await assess("two.zip", "--timestamp", "http://127.0.0.1:9/stamps");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(
      "The time-stamping service 127.0.0.1:9 did not answer, also when asked again. Nothing was made. Try later, or ask for the pack without a time stamp.\n",
    );
    expect(existsSync(at("two.zip")) || existsSync(at("out-two.zip"))).toBe(false);
  });

  test("does not ask a service that only the environment names, and takes no address that is none", async () => {
    const before = service.asked.length;
    const args = ["assess", "list.csv", "--out", "out3", "--pack", "three.zip"];
    expect(await program.start(args, { ...data, CANDOUR_TIMESTAMP_URL: service.address })).toMatchObject({ status: 0 });
    expect(service.asked).toHaveLength(before);
    expect(verify("three.zip").stdout).toContain("No time stamp:");
    for (const wrong of ["stamps.example", "ftp://stamps.example", "http://ines:salt@stamps.example"]) {
      const { status, stderr } = await assess("four.zip", "--timestamp", wrong);
      expect([wrong, status]).toEqual([wrong, 2]);
      expect(stderr).toMatch(/^--timestamp: this is no address of a time-stamping service/u);
      expect(stderr).not.toContain("salt");
    }
    const alone = await program.start(["assess", "list.csv", "--out", "o", "--timestamp", service.address], data);
    expect(alone).toMatchObject({ status: 2, stderr: "--timestamp stamps a pack: write --pack FILE.zip as well.\n" });
  });
});

describe("candour verify --timestamp-authority", () => {
  test("knows the authority by its certificate, in groups or without, and ends with 1 for another", () => {
    for (const given of [authority.fingerprint, authority.fingerprint.toUpperCase().replaceAll(/(..)(?=.)/gu, "$1:")]) {
      const { status, stdout } = verify("one.zip", "--timestamp-authority", given);
      expect(status).toBe(0);
      expect(stdout).toContain("The time-stamping authority is the one you named.");
    }
    const other = verify("one.zip", "--timestamp-authority", "0".repeat(64));
    expect(other.status).toBe(1);
    expect(other.stdout).toContain("! timestamp.tsr: Stamped by an authority whose certificate has the SHA-256");
    const wrong = verify("one.zip", "--timestamp-authority", "abc");
    expect(wrong).toMatchObject({ status: 2, stdout: "" });
    expect(wrong.stderr).toContain("--timestamp-authority abc: a fingerprint is 64 digits");
  });

  test("ends with 1 where the stamp was taken out or there never was one, and tells it as JSON", async () => {
    const files = await filesOf(readFileSync(at("one.zip")));
    expect(Buffer.from(files.get(MANIFEST)!).toString("utf8")).toContain('"timestamp":"RFC 3161"');
    files.delete(STAMP);
    writeFileSync(at("without.zip"), await zipped(files));
    const gone = verify("without.zip");
    expect(gone.status).toBe(1);
    expect(gone.stdout).toContain("! timestamp.tsr: The manifest says that this pack has a time stamp");
    expect(verify("three.zip", "--timestamp-authority", authority.fingerprint)).toMatchObject({ status: 1 });
    expect(JSON.parse(verify("one.zip", "--json").stdout)).toMatchObject({
      isIntact: true,
      stamp: { authority: "not-checked", authorities: [{ fingerprint: authority.fingerprint }] },
    });
  });
});
