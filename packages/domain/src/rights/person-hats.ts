import type { UserId } from "../shared/ids.js";
import { bitsOf, HAT_BITS, NO_HATS, type HatBits } from "./hats.js";
import type { Viewer } from "./viewer.js";

/** What a viewer is towards a person (R8): themselves, an admin, or a manager of any unit. */
export function hatsOnPerson(viewer: Viewer, personId: UserId): HatBits {
  const self = viewer.userId === personId ? HAT_BITS.SELF : NO_HATS;
  const admin = viewer.isAdmin ? HAT_BITS.ADMIN : NO_HATS;
  return self | admin | (bitsOf(viewer.possibleHats) & HAT_BITS.MANAGER);
}
