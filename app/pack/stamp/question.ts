/** What a time-stamping service is asked (RFC 3161, 2.4.1): a hash, a number, and the certificate. Nothing else leaves. */
import { SHA256 } from "./algorithms";
import { TAG } from "./der";
import { integer, NULL, oid, sequence, tagged, TRUE } from "./der-out";

/**
 * A TimeStampReq.
 * @param stamped SHA-256, 32 bytes
 * @param nonce number that the answer has to repeat
 */
export const stampQuestion = (stamped: Uint8Array, nonce: Uint8Array): Uint8Array =>
  sequence(
    integer(Uint8Array.of(1)),
    sequence(sequence(oid(SHA256), NULL), tagged(TAG.octets, stamped)),
    integer(nonce),
    TRUE,
  );
