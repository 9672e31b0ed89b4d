/** The verifier as a page: verify.html. */
export const verifyPage = {
  title: "Check an evidence pack",
  warning:
    "If this page came to you in a pack, or from whoever gave you the pack, it could have been changed along with it: take the verifier from the Candour project instead.",
  fromProject:
    "There it is the command “candour verify”, and this same page: “npm run build” makes it anew as build/verify.html.",
  lead: "It checks the hash of every file and row, the signature, the time stamp where there is one, the chain of events and the totals, and computes every score again with the model in the pack. Nothing leaves your machine: the page sends nothing and fetches nothing.",
  languages: "Language",
  pack: "The pack",
  packHint: "A file that ends in .zip, as it was handed to you. You can also drop it on this page.",
  packMissing: "No pack has been chosen. Choose the .zip file.",
  key: "Fingerprint of the key (optional)",
  keyHint:
    "64 digits and letters a to f. Ask the organisation for it by another channel than the one the pack came by. Without it the signer is not checked.",
  keyWrong: "This is no fingerprint: one has 64 digits and letters a to f. Copy it whole.",
  authority: "SHA-256 of the time-stamping authority's certificate (optional)",
  authorityHint:
    "64 digits and letters a to f, of its certificate or of one above it. Ask the authority itself for it. Without it, whose time stamp it is is not checked.",
  authorityWrong: "This is no SHA-256: one has 64 digits and letters a to f. Copy it whole.",
  check: "Check the pack",
  stop: "Stop",
  running: "Checking {{file}}: {{percent}} %",
  progress: "How far the check is",
  intact: "Intact, the signer is the one you named",
  intactUnchecked: "Intact, signer not checked",
  notIntact: "Not intact",
  refused: "Not looked into",
  notChecked: "Not checked",
  signerNotChecked:
    "The signer was not checked: anyone can make a pack and sign it with a key of their own. Ask the organisation for the fingerprint of its key by another channel, enter it above, and check again.",
  authorityNotChecked:
    "The time-stamping authority was not checked: anyone can run a service that stamps any time. Ask the authority itself for the SHA-256 of its certificate, enter it above, and check again.",
  stopped: "You stopped the check. Nothing is known of the pack.",
  unusable:
    "This browser cannot check an Ed25519 signature, or cannot unpack a pack strictly enough. Take a newer one (Chrome or Edge 137, Firefox 129, Safari 17, or later), or the command line.",
  unreadable:
    "The file cannot be read, or was changed or moved after it was chosen. Nothing is known of the pack. Choose it again.",
  failed: "The check broke off with a fault of this page, and nothing is known of the pack: {{message}}",
  noScript: "This page works with JavaScript, which is switched off here. Switch it on, or take the command line.",
  made: "Made from {{program}}, with reference data {{hash}}.",
} as const;
