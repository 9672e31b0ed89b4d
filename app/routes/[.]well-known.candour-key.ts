import { signingKey } from "../files/signing-key.server";
import { getConfig } from "../lib/db.server";

/** The key by which anybody can tell what this installation has signed. Says nothing about any workspace. */
export async function loader() {
  const { publicKey, fingerprint } = await signingKey(getConfig().dataDir);
  return Response.json(
    { algorithm: "Ed25519", publicKey: publicKey.toString("hex"), fingerprint },
    { headers: { "Cache-Control": "public, max-age=3600" } },
  );
}
