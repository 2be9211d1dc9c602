import type { Access } from "./access/request-context.js";
import { fillDemo, isEmptyDatabase } from "./demo/fill-demo.js";
import { setUpLink } from "./features/identity/set-up-link.js";
import { refreshStatistics } from "./platform/db/prepare.js";
import type { DemoScale } from "./platform/settings.js";

export interface FirstStartSettings {
  readonly demo?: boolean;
  readonly demoScale?: DemoScale;
  readonly demoPassword?: string | null;
}

/** Six logins a line, so that a terminal shows them all. */
function loginLines(logins: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < logins.length; at += 6) lines.push(`  ${logins.slice(at, at + 6).join(" ")}`);
  return lines;
}

/**
 * What an empty database needs before anybody can sign in: the demo company, or a link to set up one's own.
 *
 * @returns lines for whoever started the server; none when there is a company
 */
export async function firstStart(
  access: Access,
  { demo = false, demoScale = "small", demoPassword = null }: FirstStartSettings,
  url: string,
): Promise<string[]> {
  if (!demo || !(await isEmptyDatabase(access))) {
    // Not of an empty database alone: a demo company whose first boss was not made yet still waits for them.
    const link = await setUpLink(access, url);
    return link === null ? [] : [`Set up your company (the link works once): ${link}`];
  }
  const filled = await fillDemo(access, { scale: demoScale, password: demoPassword, now: new Date() });
  if (!filled) return [];
  await refreshStatistics(access.database.connection);
  return [`Demo logins, all with the password ${filled.password}`, ...loginLines(filled.logins)];
}
