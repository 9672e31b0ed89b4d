import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { telling, toldIn, toldOnce } from "./told.server";

const cookieOf = (init: ResponseInit) => new Headers(init.headers).get("Set-Cookie")!;
const carrying = (cookie: string) => new Request("http://localhost/w/mill", { headers: { Cookie: cookie } });
const context = { secure: true } as AppLoadContext;

test("what was done is told to the page after, with what it was done to", () => {
  const [pair] = cookieOf(telling(context, "plan-in", "01J9-abc")).split(";");
  expect(toldIn(carrying(`candour_language=en; ${pair}`))).toMatchObject({ what: "plan-in", of: "01J9-abc" });
});

test("it is kept from scripts, and for a minute at most", () => {
  const cookie = cookieOf(telling(context, "list-published", "i"));
  for (const part of ["HttpOnly", "SameSite=Lax", "Secure", "Max-Age=60"]) expect(cookie).toContain(part);
  expect(toldOnce(false)).toContain("Max-Age=0");
  expect(toldOnce(false)).not.toContain("Secure");
});

test("a cookie that says something unknown says nothing", () => {
  for (const text of [
    "candour_told=you-won.x.1",
    "candour_told=list-published",
    "candour_told=list-published.<b>.1",
    "",
  ])
    expect(toldIn(carrying(text))).toBeNull();
});
