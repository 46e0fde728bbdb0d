/** Servers that queues need, for the length of a test: PostgreSQL from npm packages, Redis where it is installed. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { servePostgres } from "./postgres-server.ts";

export interface QueueServer {
  readonly url: string;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** A PostgreSQL in memory: what was committed is still there when it comes back. */
export async function startPostgres(): Promise<QueueServer> {
  const db = await PGlite.create();
  // Its connections share one session, so what a connection asks for when it begins is said here.
  await db.exec("CREATE SCHEMA bullmq; SET search_path = bullmq, public");
  let server = await servePostgres(db);
  const { port } = server;
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    goAway: async () => server.stop(),
    comeBack: async () => {
      server = await servePostgres(db, port);
    },
    stop: async () => {
      await server.stop();
      await db.close();
    },
  };
}

/** Debian: `apt-get install redis-server`. */
export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const answered = await Promise.race([once(socket, "connect").then(() => true), setTimeout(1000, false)]).catch(() => false);
  socket.destroy();
  return answered;
}

async function spawnRedis(port: number): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "journeybench-redis-"));
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const server = spawn("redis-server", settings, { stdio: "ignore" });
  const ended = once(server, "exit");
  while (!(await isListening(port))) await setTimeout(50);
  return async () => {
    server.kill("SIGKILL");
    await ended;
  };
}

/** A Redis without memory: what it held is gone when it stops. */
export async function startRedis(): Promise<QueueServer> {
  const port = await freePort();
  let end = await spawnRedis(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    goAway: async () => end(),
    comeBack: async () => {
      end = await spawnRedis(port);
    },
    stop: async () => end(),
  };
}
