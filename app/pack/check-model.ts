/** The model and the reference data inside a pack: are they what the manifest says, and is a released model the released one? */
import { canonicalJson } from "../../db/canonical-json";
import { createEngine } from "../../risk-models/engine";
import { RiskModel } from "../../risk-models/model-file";
import { isDerived, releasedIdOf } from "../../risk-models/models/derived";
import { modelOrVariant } from "../../risk-models/models/registry";
import type { RiskReference } from "../../risk-models/reference-types";
import type { Engine } from "../../risk-models/types";
import type { Faults } from "./faults";
import { DOCUMENTS, OPTIONAL, type Manifest } from "./format";
import { canonicalValue, parsedAs, type ReadDocument } from "./read-files";

/** What scores the suppliers of a pack. */
export interface PackEngines {
  readonly own: Engine;
  /** Of a derived model: the released one under it. */
  readonly released: Engine | null;
}

type Documents = ReadonlyMap<string, ReadDocument>;

/** A model inside the pack; null, with the fault noted, when it cannot be used or is not the verifier's own of that id. */
function modelIn(
  documents: Documents,
  file: string,
  id: string,
  sha256: string | null,
  faults: Faults,
): RiskModel | null {
  const found = documents.get(file);
  if (!found) return null;
  if (found.sha256 !== sha256) faults.add("model.changed", file, null, { model: id });
  const model = parsedAs(RiskModel, found.bytes);
  if (model === null) {
    faults.add("file.shape", file);
    return null;
  }
  if (model.id !== id) faults.add("model.changed", file, null, { model: id });
  const own = modelOrVariant(id);
  if (own === null) faults.add("model.unknown", file, null, { model: id });
  else if (canonicalJson(own) !== canonicalJson(model)) faults.add("model.other", file, null, { model: id });
  return model;
}

/** The engines made of what lies in the pack; null when that cannot be done. */
export function enginesIn(documents: Documents, { model, data }: Manifest, faults: Faults): PackEngines | null {
  if (isDerived(model.id) !== (model.releasedSha256 !== null))
    faults.add("model.changed", DOCUMENTS.model, null, { model: model.id });
  const own = modelIn(documents, DOCUMENTS.model, model.id, model.sha256, faults);
  const base = isDerived(model.id)
    ? modelIn(documents, OPTIONAL.released, releasedIdOf(model.id), model.releasedSha256, faults)
    : null;
  const reference = referenceIn(documents, data.sha256, faults);
  if (own === null || reference === null || (isDerived(model.id) && base === null)) return null;
  try {
    return { own: createEngine(own, reference), released: base === null ? null : createEngine(base, reference) };
  } catch {
    faults.add("file.shape", DOCUMENTS.reference);
    return null;
  }
}

function referenceIn(documents: Documents, sha256: string, faults: Faults): RiskReference | null {
  const found = documents.get(DOCUMENTS.reference);
  if (!found) return null;
  if (found.sha256 !== sha256) faults.add("reference.changed", DOCUMENTS.reference);
  const value = parsedReference(found.bytes);
  if (value === null) faults.add("file.shape", DOCUMENTS.reference);
  return value;
}

/** Kept as the very text it is named after, which need not be canonical. */
function parsedReference(bytes: Uint8Array): RiskReference | null {
  try {
    const value: unknown =
      canonicalValue(bytes) ?? JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    return typeof value === "object" && value !== null ? (value as RiskReference) : null;
  } catch {
    return null;
  }
}
