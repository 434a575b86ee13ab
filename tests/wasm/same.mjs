// Native and wasm say the same, byte for byte, and a damaged record fails alike.
//
//   node same.mjs KEEL keel.wasm catalogue.bin
//
// Method: the command line leads sessions of several days into a file (--fast), each with other answers; `keel replay
// --json` and replay.mjs must agree after each. Then the exports: all there, none more, no imports. Prints TAP.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [keel, wasmPath, cataloguePath] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "keel-same-"));
const log = join(folder, "log.jsonl");
const env = { ...process.env, XDG_DATA_HOME: folder };
const results = [];
const test = (name, ok, note = "") => results.push({ name, ok, note });

const replay = join(here, "replay.mjs");
const wasm = (...more) => spawnSync(process.execPath, [replay, wasmPath, cataloguePath, log, ...more]);
const native = () => spawnSync(keel, ["replay", log, "--json"], { env });

const noes = Array(40).fill("n").join("\n");
// morning pain, soreness, pain now, place, then answers; what is left over is not read
const days = [
  `${noes}`,
  "3\n1\n3\nb\ns\n50\ns\n50\ns\n50\ns\n50\n",
  "s\n3\n0\n4\nu\nb\ny\n40\nc\n8\nn\nn\n",
  "w\n5\n2\n5\nk\nc\n7\ny\n\n\n\n\n",
  "t\n6\n\n8\nf\n\n\n\n\n",
];
days.forEach((input, i) => {
  const at = `2026-03-0${i + 2}T08:00:00+01:00`;
  const led = spawnSync(keel, ["do", "--log", log, "--fast", "--at", at], { input, encoding: "utf8", env });
  const n = native(), w = wasm();
  test(`day ${i + 1}: replay is the same`, n.status === 0 && n.stdout.length > 500 && n.stdout.equals(w.stdout),
    `do ${led.status}, native ${n.status} ${n.stdout.length}, wasm ${w.status} ${w.stdout.length} ${w.stderr}`);
});

const state = JSON.parse(native().stdout).state;
test("the state hash is the same", wasm("--hash").stdout.toString().trim() === state);

const whole = readFileSync(log);
writeFileSync(log, Buffer.concat([whole.subarray(0, whole.length - 40), Buffer.from("\n")]));
const bad = native(), badWasm = wasm();
test("a damaged record fails alike", bad.status === 3 && badWasm.status === 3, `${bad.status} ${badWasm.status}`);
const place = /:(\d+):(\d+): /.exec(bad.stderr.toString());
const told = JSON.parse(badWasm.stderr.toString() || "{}");
test("... at the same place", place && Number(place[1]) === told.line && Number(place[2]) === told.column,
  `${bad.stderr} ${badWasm.stderr}`);

const module = new WebAssembly.Module(readFileSync(wasmPath));
const wanted = readFileSync(join(here, "../../wasm/exports.txt"), "utf8").trim().split("\n").sort();
const got = WebAssembly.Module.exports(module).map((e) => e.name).sort();
test("exports are those of the list", JSON.stringify(got) === JSON.stringify(wanted), `${got}`);
test("no imports", WebAssembly.Module.imports(module).length === 0);

rmSync(folder, { recursive: true });
console.log(`1..${results.length}`);
results.forEach(({ name, ok, note }, i) => {
  console.log(`${ok ? "" : "not "}ok ${i + 1} - ${name}`);
  if (!ok) console.log(`# ${note}`);
});
process.exitCode = results.every((r) => r.ok) ? 0 : 1;
