import { expect, test } from "vitest";
import { ROLES } from "../../db/schema/codes";
import { abilitiesOf, ABILITIES, permissionsOf } from "./abilities";
import { grants, PERMISSIONS } from "./permissions";

test("what a role is said to be able to do is exactly what the permission table grants it", () => {
  for (const role of ROLES) {
    const said = abilitiesOf(role).flatMap((ability) => permissionsOf(ability));
    expect([...said].sort()).toEqual([...grants[role]].sort());
  }
});

test("every ability stands for something, and every permission for one ability", () => {
  expect(ABILITIES.filter((ability) => permissionsOf(ability).length === 0)).toEqual([]);
  expect(ABILITIES.flatMap((ability) => permissionsOf(ability)).sort()).toEqual([...PERMISSIONS].sort());
});
