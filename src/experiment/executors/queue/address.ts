/** Where a queue is: `redis://…` or `postgres://…`, its name after `#`. */

import { JourneybenchError } from "../../../errors.ts";

export interface QueueAddress {
  readonly kind: "redis" | "postgres";
  /** What is connected to, with the password. */
  readonly url: string;
  /** Studies and workers meet under the same name. */
  readonly name: string;
  /** The address without the password, for messages. */
  readonly shown: string;
}

const KINDS: Readonly<Record<string, QueueAddress["kind"]>> = {
  "redis:": "redis",
  "rediss:": "redis",
  "postgres:": "postgres",
  "postgresql:": "postgres",
};
const USUAL_NAME = "journeybench";

function refuse(hint: string): never {
  throw new JourneybenchError("usage", "--queue expects the address of a Redis, Valkey or PostgreSQL server.", { hint });
}

/** @throws JourneybenchError `usage` */
export function parseQueueAddress(written: string): QueueAddress {
  const url = URL.canParse(written) ? new URL(written) : refuse("For example: redis://localhost:6379 or postgres://user@host/database.");
  const kind = KINDS[url.protocol] ?? refuse(`Found "${url.protocol}//"; known are redis, rediss, postgres and postgresql.`);
  const name = url.hash === "" ? USUAL_NAME : decodeURIComponent(url.hash.slice(1));
  if (!/^[\w.-]+$/.test(name)) refuse(`The queue's name after # consists of letters, digits, "_", "." and "-"; found "${name}".`);
  url.hash = "";
  const connected = url.href;
  url.password = "";
  return { kind, url: connected, name, shown: url.href };
}
