/** Erlang's loss formula by its recursion, B(c) = a B(c − 1) / (c + a B(c − 1)); checked against printed tables in its test. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (load * blocked) / (c + load * blocked);
  return blocked;
}
