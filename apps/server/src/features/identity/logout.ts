import type { RequestContext } from "../../access/request-context.js";
import { endPresentSession } from "./begin-session.js";

/** Section 10: ends the session of this browser and takes its cookie away. @returns whether there was one to end */
export async function logout(context: RequestContext): Promise<boolean> {
  const hasEnded = await endPresentSession(context);
  context.become(null);
  return hasEnded;
}
