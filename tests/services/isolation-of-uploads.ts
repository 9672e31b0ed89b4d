/** What the isolation test asks of files that are received: with the scope of one workspace and the ids of another. */
import path from "node:path";
import { Readable } from "node:stream";
import { receiveFile } from "../../app/services/imports/receive-file.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aFolder } from "../builders";

export const receiveChanges = (db: () => Database): Readonly<Record<string, (scope: Scope) => Promise<unknown>>> => ({
  "app/services/imports/receive-file.server.ts receiveFile": async (scope) => {
    const folder = aFolder();
    try {
      const config = { dataDir: folder.path, uploadsDir: path.join(folder.path, "uploads"), maxUploadBytes: 1000 };
      return await receiveFile(
        db(),
        scope,
        { fileName: "list.csv", body: Readable.from([Buffer.from("name\nMill\n")]) },
        config,
        A_DAY,
      );
    } finally {
      folder.remove();
    }
  },
});
