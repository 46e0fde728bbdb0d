/**
 * PostgreSQL on a port, from npm packages. PGlite has one session; connections have it in turns, each until its transaction ends, and a transaction
 * whose client went away is rolled back, as PostgreSQL does.
 */

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";

/** What a connection may begin with instead of a startup message (PostgreSQL's protocol, section "Message Formats"). */
const ENCRYPTION = new Set([80877103, 80877104]);
const CANCEL = 80877102;
/** Messages after which a client waits for an answer: Query, Sync, FunctionCall, Flush. */
const ENDS = new Set(["Q", "S", "F", "H"]);
/** Milliseconds for which a transaction may wait for its client (PostgreSQL: `idle_in_transaction_session_timeout`). */
const IDLE = 5000;
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

interface PostgresServer {
  readonly port: number;
  /** Ends all connections; what was committed stays in the database. */
  stop(): Promise<void>;
}

/** The messages of a text of them: a letter, a length that counts itself, the rest. */
function* messagesOf(text: Buffer): Generator<Buffer> {
  for (let at = 0; at < text.length;) {
    const end = at + 1 + text.readInt32BE(at + 1);
    yield text.subarray(at, end);
    at = end;
  }
}

const letterOf = (message: Buffer) => message.toString("latin1", 0, 1);

/** What a client says, cut where it waits for an answer, so that nobody has the session while a message is on its way. */
async function* batchesOf(socket: Socket): AsyncGenerator<readonly Buffer[]> {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  let batch: Buffer[] = [];
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    while (rest.length >= 5) {
      const length = isStarted ? 1 + rest.readInt32BE(1) : rest.readInt32BE(0);
      if (rest.length < length) break;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      const code = isStarted ? 0 : message.readInt32BE(4);
      if (code === CANCEL || (isStarted && letterOf(message) === "X")) return;
      if (ENCRYPTION.has(code)) {
        socket.write("N");
        continue;
      }
      batch.push(message);
      if (isStarted && !ENDS.has(letterOf(message))) continue;
      isStarted = true;
      yield batch;
      batch = [];
    }
  }
}

class Session {
  readonly #db: PGlite;
  readonly #clients = new Set<Socket>();
  readonly #talks = new Set<Promise<void>>();
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(db: PGlite) {
    this.#db = db;
  }

  meet(client: Socket): void {
    client
      .setNoDelay(true)
      .on("error", () => {})
      .on("timeout", () => client.destroy());
    this.#clients.add(client);
    const talk = this.#talk(client).finally(() => {
      client.destroy();
      this.#clients.delete(client);
      this.#talks.delete(talk);
    });
    this.#talks.add(talk);
  }

  async end(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    await Promise.all(this.#talks);
  }

  async #talk(client: Socket): Promise<void> {
    let endTurn: (() => void) | undefined;
    try {
      for await (const batch of batchesOf(client)) {
        endTurn ??= await this.#turn();
        const isIdle = (await this.#answer(client, batch)) === "I";
        client.setTimeout(isIdle ? 0 : IDLE);
        if (!isIdle) continue;
        endTurn();
        endTurn = undefined;
      }
    } catch (error) {
      // A connection that breaks off is no news; anything else is.
      if (!client.destroyed) throw error;
    } finally {
      if (endTurn !== undefined) await this.#rollBack().finally(endTurn);
    }
  }

  /** Waits for the session. */
  async #turn(): Promise<() => void> {
    const before = this.#lastTurn;
    let end = () => {};
    this.#lastTurn = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }

  /** @returns the transaction's status when the client is to go on (`I`: there is none), or nothing while an answer is not at its end */
  async #answer(client: Socket, batch: readonly Buffer[]): Promise<string> {
    let status = "";
    for (const message of batch) {
      const answer = await this.#run(message);
      for (const part of messagesOf(answer)) {
        const letter = letterOf(part);
        if (letter === "Z") status = part.toString("latin1", 5, 6);
        // The session listens for all; who did not ask does not mind.
        if (letter === "A") for (const other of this.#clients) if (other !== client) other.write(part);
      }
      client.write(answer);
    }
    return status;
  }

  async #run(message: Buffer): Promise<Buffer> {
    const parts: Buffer[] = [];
    const onRawData = (data: Uint8Array) => parts.push(Buffer.from(data));
    await this.#db.runExclusive(async () => this.#db.execProtocolRawStream(message, { onRawData }));
    return Buffer.concat(parts);
  }

  async #rollBack(): Promise<void> {
    await this.#run(SYNC);
    await this.#db.exec("ROLLBACK");
  }
}

/** @param port 0: any that is free */
export async function servePostgres(db: PGlite, port = 0): Promise<PostgresServer> {
  const session = new Session(db);
  const server = createServer((client) => session.meet(client)).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      await session.end();
      await closed;
    },
  };
}
