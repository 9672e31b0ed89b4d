import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";
import { Empty } from "./empty";
import { PageHead } from "./page";

interface Props {
  readonly title: string;
  readonly workspace: string;
  readonly canUpload: boolean;
  /** What will stand here once there is a list. */
  readonly children: ReactNode;
}

/** A page about the suppliers of a list, before there is one. */
export function NoList({ title, workspace, canUpload, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={title} />
      <Empty
        title={t("shell.empty.noListTitle")}
        to={canUpload ? paths.newImport(workspace) : undefined}
        action={t("shell.empty.upload")}
      >
        {children}
      </Empty>
    </>
  );
}
