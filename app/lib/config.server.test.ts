import { expect, test } from "vitest";
import { readConfig } from "./config.server";

const SMTP = "smtps://user:secret@mail.example.org:465";
const ALL = {
  CANDOUR_SMTP_URL: SMTP,
  CANDOUR_MAIL_FROM: "Candour <c@example.org>",
  CANDOUR_URL: "https://c.example.org/",
};

test("mail is configured with a server, a sender and the address links lead to", () => {
  expect(readConfig(ALL)).toMatchObject({
    mail: { smtpUrl: SMTP, from: "Candour <c@example.org>" },
    publicUrl: "https://c.example.org",
  });
  expect(readConfig({})).toMatchObject({ mail: null, publicUrl: null });
});

test.each([
  [{ ...ALL, CANDOUR_URL: undefined }, /CANDOUR_SMTP_URL/],
  [{ ...ALL, CANDOUR_MAIL_FROM: undefined }, /CANDOUR_SMTP_URL/],
  [{ ...ALL, CANDOUR_SMTP_URL: "mail.example.org" }, /CANDOUR_SMTP_URL/],
  [{ ...ALL, CANDOUR_URL: "javascript:alert(1)" }, /CANDOUR_URL/],
])("a mail configuration that lacks a part is refused, and the server's password is not repeated", (env, named) => {
  expect(() => readConfig(env)).toThrow(named);
  expect(() => readConfig(env)).not.toThrow(/secret/);
});
