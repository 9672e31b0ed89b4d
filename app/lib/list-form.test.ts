import { expect, test } from "vitest";
import { keptInMemory } from "./list-form.server";

const part = (name: string, bytes: number) => ({
  name,
  filename: name,
  contentType: "text/csv",
  data: (async function* () {
    yield new Uint8Array(bytes);
  })(),
});

test("the parts of a form are kept up to a limit for all of them together", async () => {
  const keep = keptInMemory(1000);
  expect(await keep(part("file", 600))).toMatchObject({ size: 600 });
  await expect(keep(part("file", 600))).rejects.toMatchObject({ code: "upload.too-large", status: 413 });
});
