import { useTranslation } from "react-i18next";
import { memberRoleKey } from "../i18n/keys";
import { abilityKey } from "../i18n/people-keys";
import { abilitiesOf, ABILITIES } from "../lib/abilities";
import { INVITED_ROLES } from "../services/members/invited-roles";
import { Section } from "./page";
import { ScrollRegion } from "./scroll-region";

const SHOWN = ABILITIES.filter((ability) => INVITED_ROLES.some((role) => abilitiesOf(role).includes(ability)));

/** What each role may do, made from the table the server decides by. */
export function RoleTable() {
  const { t } = useTranslation();
  return (
    <Section id="roles" title={t("members.can.title")} note={t("members.can.note")}>
      <ScrollRegion label={t("members.can.title")}>
        <table className="table" aria-labelledby="roles">
          <thead>
            <tr>
              <th scope="col">{t("members.can.what")}</th>
              {INVITED_ROLES.map((role) => (
                <th key={role} scope="col">
                  {t(memberRoleKey[role])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SHOWN.map((ability) => (
              <tr key={ability}>
                <th scope="row" className="min-w-56 font-normal!">
                  {t(abilityKey[ability])}
                </th>
                {INVITED_ROLES.map((role) => {
                  const may = abilitiesOf(role).includes(ability);
                  return (
                    <td key={role} className={may ? "font-semibold" : "text-soft"}>
                      {t(may ? "members.can.yes" : "members.can.no")}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
