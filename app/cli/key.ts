/** `candour key show`: the fingerprint by which others know what this installation signs. */
import { readConfig } from "../lib/config.server";
import { Problem } from "../lib/problem";
import { signingKey } from "../files/signing-key.server";
import { fingerprintShown } from "../pack/fingerprint";

export const KEY_HELP = `candour key: the key this installation signs evidence packs with

  candour key show   its fingerprint: SHA-256 of the public key (Ed25519)

The key lies in the data folder (CANDOUR_DATA) as signing.key and is made when it
is first needed. Tell the fingerprint to whoever is to check your packs, by another
channel than the packs. It also stands at /.well-known/candour-key.
`;

export async function key(args: readonly string[]): Promise<void> {
  if (args.length !== 1 || args[0] !== "show")
    throw new Problem("cli.usage", "Write: candour key show. `candour key --help` tells more.");
  const { fingerprint } = await signingKey(readConfig(process.env).dataDir);
  process.stdout.write(`${fingerprintShown(fingerprint)}\n`);
}
