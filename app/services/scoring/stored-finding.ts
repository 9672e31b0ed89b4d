import type { StoredFinding } from "../../../db/queries/floor-findings";
import type { Finding } from "../../../risk-models/types";

/** A finding that stands as the engine takes it; one that was lifted or taken back is not given to the engine at all. */
export const asFinding = ({ ground, source, year }: StoredFinding): Finding => ({
  ground,
  source,
  year,
  liftedOn: null,
});
