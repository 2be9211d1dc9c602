import { createServer } from "node:net";
import { codeOf, reasonOf, StartError } from "./start-error.js";

/** What an error of `listen` says about HOST or PORT; any other error as it is. */
export function explainListenFailure(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new StartError("PORT", `${port} is in use on ${host}`);
    case "EACCES":
      return new StartError("PORT", `${port} may not be opened by this user`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EINVAL":
    case "EAFNOSUPPORT":
      return new StartError("HOST", `${host} is no address of this machine: ${reasonOf(error)}`);
    default:
      return error;
  }
}

/**
 * Opens and closes the port before anything else is started, so that a taken one costs no start of PostgreSQL.
 *
 * @throws StartError one line that names PORT or HOST
 */
export async function checkAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once("error", reject);
      probe.listen({ host, port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw explainListenFailure(error, host, port);
  }
  await new Promise<void>((resolve) => {
    probe.close(() => {
      resolve();
    });
  });
}
