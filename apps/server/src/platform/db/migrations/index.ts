import { Foundation1764060000000 } from "./1764060000000-foundation.js";
import { CustomRoles1764070000000 } from "./1764070000000-custom-roles.js";
import { Handoff1764072000000 } from "./1764072000000-handoff.js";
import { RoleMatrixOfHandoffs1764073000000 } from "./1764073000000-role-matrix-of-handoffs.js";
import { RelationsAndDeputies1764088000000 } from "./1764088000000-relations-and-deputies.js";
import { Requests1764092000000 } from "./1764092000000-requests.js";
import { Notices1764096000000 } from "./1764096000000-notices.js";
import { Laws1764097000000 } from "./1764097000000-laws.js";
import { Undo1764098000000 } from "./1764098000000-undo.js";

/** In order; each is reviewed and never changed once it has landed. */
export const MIGRATIONS = [
  Foundation1764060000000,
  CustomRoles1764070000000,
  Handoff1764072000000,
  RoleMatrixOfHandoffs1764073000000,
  RelationsAndDeputies1764088000000,
  Requests1764092000000,
  Notices1764096000000,
  Laws1764097000000,
  Undo1764098000000,
];
