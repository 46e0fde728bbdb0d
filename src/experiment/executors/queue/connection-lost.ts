/** Whether an error says that a server went away, rather than that something is wrong. */

/** Names and codes under which Node, ioredis and PostgreSQL (classes 08 and 57P) say so. */
const CODE = /^(E[A-Z]+|08\w{3}|57P0\d)$/;
const NAME = /^(MaxRetriesPerRequestError|ConnectionClosedError)$/;
const MESSAGE = /connection|timeout exceeded when trying to connect|Stream isn't writeable|LOADING/i;

export function isConnectionLost(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return CODE.test(code) || NAME.test(error.name) || MESSAGE.test(error.message);
}
