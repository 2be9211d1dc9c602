const THIS_MACHINE = ["127.0.0.1", "0.0.0.0", "[::1]", "[::]"];

/** The address for a person to open: whatever stands for this machine is called localhost. */
export function readyUrl(url: string): string {
  const parsed = new URL(url);
  if (THIS_MACHINE.includes(parsed.hostname)) parsed.hostname = "localhost";
  return parsed.origin;
}
