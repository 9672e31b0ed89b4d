/**
 * What the hashes of the audit chain are over, as text: no engine and no hash function, so that a chain can be recomputed where
 * there is no database (`app/pack`, docs/evidence-pack.md).
 */
import { canonicalJson } from "./canonical-json";

/** What stands before the first event. */
export const FIRST_HASH = "0".repeat(64);

export interface ChainLink {
  readonly workspaceNo: number;
  readonly seq: number;
  readonly at: Date;
  readonly actorUserId: string | null;
  readonly name: string;
  readonly digest: string;
  /** Of the rows it wrote: `sealsDigest`. */
  readonly seals: string;
}

/** The SHA-256 of this text, UTF-8, is the `digest` of an event: its salt, then its canonical contents. */
export const contentsText = (salt: string, contents: string): string => salt + contents;

/** The SHA-256 of this text, UTF-8, is the `hash` of an event. */
export const linkText = (previousHash: string, link: ChainLink): string =>
  previousHash +
  canonicalJson({
    workspaceNo: link.workspaceNo,
    seq: link.seq,
    at: link.at.toISOString(),
    actor: link.actorUserId,
    name: link.name,
    digest: link.digest,
    seals: link.seals,
  });
