// Many simulated records: wasm answers what the native program did, byte for byte.
//
//   keel sim --people N --days D --answers | node many.mjs keel.wasm catalogue.bin
//
// The native answers come on standard input, each behind the record it is about (sim/answers.c).
import { readFileSync } from "node:fs";

const [wasmPath, cataloguePath] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(wasmPath));
const catalogue = readFileSync(cataloguePath);

function compare(head, record, today) {
  const [person, moment, , , hash] = head.split(" ");
  const { exports: wasm } = new WebAssembly.Instance(module, {});
  const put = (bytes) => {
    const at = wasm.keel_wasm_alloc(bytes.length);
    new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  const out = (length) => Buffer.from(wasm.memory.buffer, wasm.keel_wasm_out(), length);
  const events = record.reduce((count, byte) => count + (byte === 10), 1);
  if (wasm.keel_wasm_core_new(events, put(catalogue), catalogue.length) !== 0) throw new Error("no core");
  const added = wasm.keel_wasm_add(put(record), record.length);
  if (added < 0) throw new Error(`person ${person}: the record is refused`);
  const at = BigInt(moment);
  const when = [Number(BigInt.asIntN(32, at)), Number(BigInt.asIntN(32, at >> 32n)), 60, -1];
  const length = wasm.keel_wasm_today(...when);
  const same = length >= 0 && out(length).equals(today);
  wasm.keel_wasm_state_hash();
  const stateSame = out(16).toString() === hash;
  const word = (is) => (is ? "same" : "differs");
  if (!same || !stateSame) console.error(`person ${person}: today ${word(same)}, state ${word(stateSame)}`);
  return same && stateSame;
}

let rest = Buffer.alloc(0), seen = 0, differ = 0;
for await (const chunk of process.stdin) {
  rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
  for (;;) {
    const newline = rest.indexOf(10);
    if (newline < 0) break;
    const head = rest.subarray(0, newline).toString();
    const [, , recordBytes, todayBytes] = head.split(" ").map(Number);
    const end = newline + 1 + recordBytes + todayBytes;
    if (rest.length < end) break;
    const middle = newline + 1 + recordBytes;
    if (!compare(head, rest.subarray(newline + 1, middle), rest.subarray(middle, end))) differ++;
    seen++;
    rest = rest.subarray(end);
  }
}
console.log(`${seen} records, ${differ} differ`);
process.exit(seen === 0 || differ > 0 || rest.length > 0 ? 1 : 0);
