// The golden records through wasm: the same bytes as natively, or the story fails.
//
//   node wasm.mjs keel.wasm catalogue.bin DIR [STORY_PROGRAM STORIES_DIR]
//
// DIR holds what the native runner wrote: <story>.jsonl, <story>.now, <story>.out (replay, today, state hash). With the
// runner's program and the folder of the stories, that is done first.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [wasmPath, cataloguePath, directory, program, stories] = process.argv.slice(2);
if (!directory) {
  console.error("node wasm.mjs keel.wasm catalogue.bin DIR");
  process.exit(2);
}
if (program) {
  mkdirSync(directory, { recursive: true });
  const files = readdirSync(stories).filter((n) => n.endsWith(".story")).map((n) => join(stories, n));
  spawnSync(program, ["-o", directory, "--golden", directory, ...files], { maxBuffer: 1 << 26 });
}
const module = new WebAssembly.Module(readFileSync(wasmPath));
const catalogue = readFileSync(cataloguePath);
const EVENTS_MAX = 8192;

function open() {
  const { exports: wasm } = new WebAssembly.Instance(module, {});
  const put = (bytes) => {
    const at = wasm.keel_wasm_alloc(bytes.length);
    new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  const text = (at, length) => Buffer.from(wasm.memory.buffer, at, length);
  const error = () => {
    const bytes = new Uint8Array(wasm.memory.buffer, wasm.keel_wasm_error());
    return Buffer.from(bytes.subarray(0, bytes.indexOf(0))).toString();
  };
  const core = wasm.keel_wasm_core_new(EVENTS_MAX, put(catalogue), catalogue.length);
  if (core !== 0) throw new Error(`core: ${error()}`);
  return { wasm, put, text, error };
}

function answer(k, name, ...rest) {
  const length = k.wasm[name](...rest);
  if (length < 0) throw new Error(`${name}: ${k.error()}`);
  return Buffer.from(k.text(k.wasm.keel_wasm_out(), length)); // a copy: the next answer overwrites it
}

// What the native runner calls .out, made by wasm.
function ending(record, now) {
  const k = open();
  const [utc, offset, up] = now.trim().split(" ").map(BigInt);
  const low = Number(BigInt.asIntN(32, utc)), high = Number(BigInt.asIntN(32, utc >> 32n));
  const when = [low, high, Number(offset), Number(up)];
  const added = k.wasm.keel_wasm_add(k.put(record), record.length);
  if (added < 0) throw new Error(`add: ${k.error()}`);
  const newline = Buffer.from("\n");
  const replay = answer(k, "keel_wasm_replay", ...when);
  const today = answer(k, "keel_wasm_today", ...when);
  k.wasm.keel_wasm_state_hash();
  const hash = Buffer.from(k.text(k.wasm.keel_wasm_out(), 16));
  return Buffer.concat([replay, newline, today, newline, hash, newline]);
}

const names = readdirSync(directory).filter((n) => n.endsWith(".jsonl")).map((n) => n.slice(0, -6)).sort();
let failed = 0;
console.log(`1..${names.length}`);
names.forEach((name, i) => {
  const file = (end) => readFileSync(join(directory, name + end));
  let problem = "";
  try {
    const got = ending(file(".jsonl"), file(".now").toString());
    const wanted = file(".out");
    if (!got.equals(wanted)) {
      const at = got.findIndex((byte, k) => byte !== wanted[k]);
      problem = `differs at byte ${at}: wasm …${got.subarray(Math.max(0, at - 60), at + 60)}…`;
    }
  } catch (error) {
    problem = String(error.message);
  }
  if (problem) failed++;
  console.log(`${problem ? "not " : ""}ok ${i + 1} - ${name}${problem ? `\n# ${problem}` : ""}`);
});
process.exit(failed || names.length === 0 ? 1 : 0);
