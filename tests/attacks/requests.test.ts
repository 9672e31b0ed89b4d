/** What every answer carries, and what a request may be: headers, cookies, where changes come from, methods, addresses, sessions. */
import { createHash } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endedCookie, sessionCookie, startSession } from "../../app/lib/session.server";
import { inTurns, isExpected, type Ask } from "./attacker";
import { addressOf, routesOfBuild, type Route } from "./routes";
import { startWorld, stateOf, type World } from "./world";

const routes = routesOfBuild();
let world: World;
const address = (route: Route): string => addressOf(route, world.ours.examples).replace("/*", "/none");
const now = () => stateOf(world, world.ours);

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The same for everybody, and says nothing of any workspace: it may lie in a cache. */
const TOLD_TO_ALL = ["/.well-known/candour-key", "/reports/schema.json"];

test("every answer carries the headers that keep it on this site, and a browser keeps none of a workspace", async () => {
  const us = await world.ours.as("owner");
  const wrong: string[] = [];
  await inTurns(routes, async (route) => {
    for (const who of [us, world.nobody]) {
      const told = await who.ask(address(route));
      const has = (name: string) => told.headers.get(name) ?? "";
      const policy = has("content-security-policy");
      const held = [
        /no-store/.test(has("cache-control")) || TOLD_TO_ALL.includes(route.pattern),
        has("x-content-type-options") === "nosniff",
        has("referrer-policy") === "same-origin",
        has("cross-origin-resource-policy") === "same-origin",
        has("cross-origin-opener-policy") === "same-origin",
        has("x-frame-options") !== "",
        /camera=\(\)/.test(has("permissions-policy")),
        /default-src 'self'/.test(policy) && !/unsafe-eval|https?:|\*/.test(policy),
        /script-src 'self' 'nonce-[\w+/]+=*'/.test(policy) && !/script-src[^;]*unsafe-inline/.test(policy),
        /object-src 'none'/.test(policy) && /base-uri 'none'/.test(policy) && /frame-ancestors 'none'/.test(policy),
        has("x-powered-by") === "" && has("access-control-allow-origin") === "",
      ].indexOf(false);
      if (held >= 0) wrong.push(`${route.pattern}: header check ${held + 1}`);
      if (/^(?!text\/html)/.test(has("content-type")) && /\.(?:csv|xlsx|pdf|ics|zip)$|\/original$/.test(route.pattern))
        if (told.status === 200 && !has("content-disposition").startsWith("attachment"))
          wrong.push(`${route.pattern}: no attachment`);
    }
  });
  expect(wrong).toEqual([]);
});

test("a nonce is never used twice, stands on every script, and no page has a style element of its own", async () => {
  const us = await world.ours.as("owner");
  const seen = new Set<string>();
  for (const route of routes.filter(({ isPage }) => isPage)) {
    const told = await us.ask(address(route));
    if (!told.headers.get("content-type")?.startsWith("text/html")) continue;
    const nonce = /'nonce-([^']+)'/.exec(told.headers.get("content-security-policy") ?? "")![1]!;
    expect(seen.has(nonce), route.pattern).toBe(false);
    seen.add(nonce);
    const bare = [...told.text.matchAll(/<script\b([^>]*)>/g)].filter(
      ([, inside]) => !inside!.includes(`nonce="${nonce}"`),
    );
    expect(bare, route.pattern).toEqual([]);
    expect(told.text, route.pattern).not.toMatch(/<style\b|\son(?:click|load|error|submit)=|javascript:/i);
  }
  expect(seen.size).toBeGreaterThan(20);
});

const FOREIGN: Readonly<Record<string, Ask>> = {
  "without saying where from": { withoutOrigin: true },
  "from another site": { headers: { Origin: "https://evil.example" } },
  "from a page without an origin": { headers: { Origin: "null" } },
  "from a site whose name begins alike": { headers: { Origin: "http://127.0.0.1.evil.example" } },
  "from another port": { headers: { Origin: "http://127.0.0.1:1" } },
  "that the browser calls cross-site": { headers: { "Sec-Fetch-Site": "cross-site" } },
  "that the browser calls same-site": { headers: { "Sec-Fetch-Site": "same-site" } },
  "with another host forwarded": { headers: { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" } },
};

test.each(Object.entries(FOREIGN))(
  "no change %s is taken, at any address, as a form, as data or by another method",
  async (_what, ask) => {
    const us = await world.ours.as("owner");
    const before = await now();
    const wrong: string[] = [];
    await inTurns(
      routes.filter(({ hasAction }) => hasAction),
      async (route) => {
        for (const at of [address(route), `${address(route)}.data`, `${address(route)}?_method=GET`])
          for (const method of ["POST", "PUT"]) {
            const told = await us.ask(at, { ...ask, method, form: { intent: "x", language: "ru", theme: "dark" } });
            if (told.status !== 403 || told.headers.has("set-cookie")) wrong.push(`${method} ${at}: ${told.status}`);
          }
      },
    );
    expect(wrong).toEqual([]);
    expect(await now()).toBe(before);
  },
);

test("a method nothing answers to is refused; asking for the head gives no body; what may be asked is told to nobody else's page", async () => {
  const us = await world.ours.as("owner");
  const wrong: string[] = [];
  await inTurns(routes, async (route) => {
    for (const method of ["DELETE", "PATCH", "PROPFIND"]) {
      const { status } = await us.ask(address(route), { method });
      if (status !== 405) wrong.push(`${method} ${route.pattern}: ${status}`);
    }
    const options = await us.ask(address(route), {
      method: "OPTIONS",
      headers: { "Access-Control-Request-Method": "POST" },
    });
    if (options.status !== 204 || options.headers.has("access-control-allow-methods"))
      wrong.push(`OPTIONS ${route.pattern}`);
    const head = await us.ask(address(route), { method: "HEAD" });
    if (!isExpected(head) || head.text !== "") wrong.push(`HEAD ${route.pattern}: ${head.status}`);
  });
  expect(wrong).toEqual([]);
});

test("a form of another kind, without an end or too large is refused before a route sees it", async () => {
  const us = await world.ours.as("owner");
  const before = await now();
  const wrong: string[] = [];
  const bodies: readonly Ask[] = [
    { method: "POST" },
    { body: '{"intent":"x"}', headers: { "Content-Type": "application/json" } },
    { body: "intent=x", headers: { "Content-Type": "text/plain" } },
    { body: "x", headers: { "Content-Type": "multipart/form-data" } },
    { body: "--e\r\nnothing", headers: { "Content-Type": "multipart/form-data; boundary=e" } },
  ];
  await inTurns(
    routes.filter(({ hasAction }) => hasAction),
    async (route) => {
      for (const [at, ask] of bodies.entries()) {
        const { status } = await us.ask(address(route), ask);
        if (![400, 413, 415, 422].includes(status)) wrong.push(`${route.pattern}, body ${at}: ${status}`);
      }
    },
  );
  expect(wrong).toEqual([]);
  expect(await now()).toBe(before);
});

/** Sends bytes as they are, which no client of good manners would. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(world.server.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = "";
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (piece) => (answer += piece.toString("latin1")));
    socket.on("end", () => resolve(answer));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

test.each([
  ["a path that cannot be decoded", "GET /w/%E0%A4%A/x HTTP/1.1\r\nHost: a", 400],
  ["a path with an empty byte", "GET /w/%00/imports HTTP/1.1\r\nHost: a", 404],
  ["a path upwards", "GET /assets/../../../package.json HTTP/1.1\r\nHost: a", 403],
  ["an encoded path upwards", "GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1\r\nHost: a", 403],
  ["a file that begins with a point", "GET /.vite/manifest.json HTTP/1.1\r\nHost: a", 404],
  ["an address with a host of its own", "GET http://evil.example/login HTTP/1.1\r\nHost: a", 400],
  ["a host that is none", "GET /login HTTP/1.1\r\nHost: a b", 400],
  ["no host at all", "GET /login HTTP/1.1", 400],
  [
    "a form too large",
    "POST /login HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000",
    413,
  ],
  [
    "a form that does not say its length",
    "POST /login HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked",
    411,
  ],
  ["a head too long", `GET /login HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(40_000)}`, 431],
  ["an address too long", `GET /login?next=${"x".repeat(40_000)} HTTP/1.1\r\nHost: a`, 431],
])("%s is answered, without a word of the program's inside", async (_what, text, status) => {
  const answer = await raw(`${text}\r\nConnection: close\r\n\r\n`);
  expect(answer.split("\r\n", 1)[0]).toContain(` ${status} `);
  expect(/node_modules|\.js:\d|devDependencies/.test(answer)).toBe(false);
});

test("a header or an address in a redirect never leads away from this site nor breaks its line", async () => {
  const wrong: string[] = [];
  const us = await world.ours.as("owner");
  const places = [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/%0d%0aX-Evil: 1",
    "/\r\nX-Evil: 1",
    "/\tevil",
    "javascript:alert(1)",
    "\\\\evil.example",
    "/.//evil.example",
    "",
  ];
  for (const place of places)
    for (const [at, ask] of [
      [`/login?next=${encodeURIComponent(place)}`, {}],
      ["/language", { form: { language: "en", next: place } }],
      ["/theme", { form: { theme: "dark", next: place } }],
      ["/shortcuts", { form: { shortcuts: "on", next: place } }],
      [`/w/${world.ours.workspace.slug}/guide`, { form: { next: place } }],
    ] as readonly [string, Ask][]) {
      const told = await us.ask(at, ask);
      const location = told.headers.get("location");
      if (!isExpected(told) || told.headers.has("x-evil")) wrong.push(`${at} ${place}: ${told.status}`);
      if (location !== null && new URL(location, us.origin).origin !== us.origin)
        wrong.push(`${at} ${place}: to ${location}`);
    }
  expect(wrong).toEqual([]);
});

test("a session that is forged, altered, over, ended or another's shape opens nothing", async () => {
  const { db, ours, nobody } = world;
  const at = `/w/${ours.workspace.slug}/suppliers.data`;
  const token = await startSession(db, ours.workspace.userId, new Date());
  const asked = async (cookie: string) =>
    (await nobody.ask(at, { headers: { Cookie: cookie } })).text.includes(ours.word);
  expect(await asked(`candour_session=${token}`)).toBe(true);
  const altered = token.slice(0, -1) + (token.endsWith("A") ? "B" : "A");
  const old = await startSession(db, ours.workspace.userId, new Date(Date.now() - 20 * 86_400_000));
  for (const cookie of [
    `candour_session=${altered}`,
    `candour_session=${token}x`,
    `candour_session=${token.toUpperCase()}`,
    `candour_session=${createHash("sha256").update(token).digest("hex")}`,
    `candour_session=${createHash("sha256").update(token).digest("hex").slice(0, 43)}`,
    `candour_session=${old}`,
    `candour_session=' or '1'='1`,
    `candour_session=`,
    `candour_session=${"A".repeat(43)}`,
    `other=candour_session=${token}`,
    `__Host-candour_session=${token}`,
    `candour_session=${encodeURIComponent(`%${token}`)}`,
  ])
    expect(await asked(cookie), cookie).toBe(false);
  await nobody.ask("/logout", { form: {}, headers: { Cookie: `candour_session=${token}` } });
  expect(await asked(`candour_session=${token}`)).toBe(false);
});

test("a cookie is the server's alone; over TLS it is this host's alone", async () => {
  const told = [
    await world.nobody.ask("/language", { form: { language: "ru", next: "/" } }),
    await world.nobody.ask("/theme", { form: { theme: "dark", next: "/" } }),
  ].flatMap(({ headers }) => headers.getSetCookie());
  expect(told.length).toBe(2);
  for (const cookie of [...told, sessionCookie("x", false), endedCookie(false)])
    expect(cookie).toMatch(/; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/);
  for (const cookie of [sessionCookie("x", true), endedCookie(true)])
    expect(cookie).toMatch(/^__Host-candour_session=[^;]*; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly; Secure$/);
});

test("behind a proxy that is trusted, over TLS, only the host's own cookie signs anybody in", async () => {
  const behind = await startWorld({ CANDOUR_TRUST_PROXY: "1" });
  try {
    const token = await startSession(behind.db, behind.ours.workspace.userId, new Date());
    const tls = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "candour.example" };
    const asked = (cookie: string, headers = {}) =>
      behind.nobody.ask(`/w/${behind.ours.workspace.slug}/suppliers.data`, { headers: { ...headers, Cookie: cookie } });
    expect((await asked(`__Host-candour_session=${token}`, tls)).text).toContain(behind.ours.word);
    expect((await asked(`candour_session=${token}`, tls)).text).not.toContain(behind.ours.word);
    const form = { language: "ru", next: "/" };
    const ours = await behind.nobody.ask("/language", { form, headers: { ...tls, Origin: "https://candour.example" } });
    expect(ours.status).toBe(302);
    expect(ours.headers.get("set-cookie")).toMatch(/; Secure$/);
    expect(ours.headers.get("strict-transport-security")).toMatch(/max-age=\d{7,}/);
    const foreign = await behind.nobody.ask("/language", { form, headers: { ...tls, Origin: "https://evil.example" } });
    expect(foreign.status).toBe(403);
  } finally {
    await behind.close();
  }
});
