// The record through wasm: prints what `keel replay --json` prints, byte for byte.
//
//   node replay.mjs keel.wasm catalogue.bin LOG.jsonl [--at UTC_MS OFFSET_MIN] [--hash]
//
// Without --at the moment is that of the last event, as the command line takes it. --hash prints the state hash only.
import { readFileSync } from "node:fs";

const HEADROOM = 64;

export function open(wasmBytes, catalogue, eventsMax) {
  const module = new WebAssembly.Module(wasmBytes);
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) throw new Error(`keel.wasm wants imports: ${imports.map((i) => i.name)}`);
  const { exports: wasm } = new WebAssembly.Instance(module, {});
  const put = (bytes) => {
    const at = wasm.keel_wasm_alloc(bytes.length);
    new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  const error = () => {
    const bytes = new Uint8Array(wasm.memory.buffer, wasm.keel_wasm_error());
    return Buffer.from(bytes.subarray(0, bytes.indexOf(0))).toString();
  };
  const answer = (name, ...rest) => {
    const length = wasm[name](...rest);
    if (length < 0) throw new Error(`${name}: ${error()}`);
    return Buffer.from(Buffer.from(wasm.memory.buffer, wasm.keel_wasm_out(), length));
  };
  if (wasm.keel_wasm_core_new(eventsMax, put(catalogue), catalogue.length) !== 0) throw new Error(`core: ${error()}`);
  return { wasm, put, answer, error };
}

// A moment as the wasm boundary takes it: two halves of the time, offset, minutes since getting up.
export function moment(utcMs, offsetMin, upMin = -1) {
  const utc = BigInt(utcMs);
  return [Number(BigInt.asIntN(32, utc)), Number(BigInt.asIntN(32, utc >> 32n)), offsetMin, upMin];
}

// The time and zone of the newest event: what `keel replay` takes for now.
export function lastMoment(text) {
  let utc = 0, offset = 0;
  for (const line of text.split("\n")) {
    const time = /"utc_ms":(-?\d+)/.exec(line);
    if (!time || Number(time[1]) < utc) continue;
    utc = Number(time[1]);
    offset = Number(/"offset_min":(-?\d+)/.exec(line)?.[1] ?? offset);
  }
  return [utc, offset];
}

function main(args) {
  const [wasmPath, cataloguePath, logPath, ...options] = args;
  if (!logPath) {
    console.error("node replay.mjs keel.wasm catalogue.bin LOG.jsonl [--at UTC_MS OFFSET_MIN] [--hash]");
    return 2;
  }
  const log = readFileSync(logPath);
  const at = options.indexOf("--at");
  const [utc, offset] = at < 0 ? lastMoment(log.toString()) : [Number(options[at + 1]), Number(options[at + 2])];
  const lines = log.toString().split("\n").length;
  const k = open(readFileSync(wasmPath), readFileSync(cataloguePath), lines + HEADROOM);
  if (k.wasm.keel_wasm_add(k.put(log), log.length) < 0) {
    console.error(k.error());
    return 3;
  }
  if (options.includes("--hash")) process.stdout.write(`${k.answer("keel_wasm_state_hash").subarray(0, 16)}\n`);
  else process.stdout.write(Buffer.concat([k.answer("keel_wasm_replay", ...moment(utc, offset)), Buffer.from("\n")]));
  return 0;
}

if (process.argv[1]?.endsWith("replay.mjs")) process.exitCode = main(process.argv.slice(2));
