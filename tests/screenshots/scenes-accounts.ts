/** People and their access: members, settings, the account, and the ways in. */
import { paths } from "../../app/lib/paths";
import { at, openAll, type Stage } from "./scene";
import { invite } from "./steps";

export const WAYS_IN: Stage = {
  as: "nobody",
  scenes: [
    { name: "forgot", address: () => paths.forgot() },
    { name: "reset-gone", address: () => paths.reset("A".repeat(43)), refused: true },
    { name: "invitation-gone", address: () => paths.invitation("A".repeat(43)), refused: true },
    {
      name: "invitation",
      address: ({ made }) => made.get("invitation")!,
      open: openAll,
      narrow: true,
    },
  ],
};

export const MEMBERS: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    made.set("invitation", await invite(page, made.get("list")!, "auditor@candour.example"));
  },
  scenes: [
    { name: "members", address: at(paths.members), narrow: true },
    { name: "settings", address: at(paths.settings), open: openAll, narrow: true },
    {
      name: "settings-refused",
      refused: true,
      address: at(paths.settings),
      async open(page) {
        await openAll(page);
        await page.locator("section:has(#delete) input[name=name]").fill("Another name");
        await page.locator("section:has(#delete) input[name=password]").fill("not the password");
        await page.locator("section:has(#delete) form button").click();
        await page.locator("[role=alert]").waitFor();
      },
    },
    { name: "account", address: () => paths.account(), open: openAll, narrow: true },
    {
      name: "account-refused",
      refused: true,
      address: () => paths.account(),
      async open(page) {
        await page.locator("section:has(#password) input[name=password]").fill("wrong");
        await page.locator("section:has(#password) input[name=newPassword]").fill("a new password of mine");
        await page.locator("section:has(#password) button").click();
        await page.locator("[role=alert]").waitFor();
      },
    },
  ],
};
