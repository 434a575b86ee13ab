// What a frame of the figure costs in wasm: node bench/figure_wasm.mjs [BUILD FOLDER]
//
// Every shipped movement, every phase, 20 moments each, with ghost and arrow, as a session asks for it: interpolate the
// track and make the display list. Prints the median and the 95th percentile of all frames, and the slowest movement.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const build = process.argv[2] ?? 'build/release';
const MOMENTS = 20;
const GHOST_AND_ARROW = 2 | 128;
const SCENE_WORDS = 16;

const bytes = readFileSync(path.join(build, 'wasm/keel.wasm'));
const { instance } = await WebAssembly.instantiate(bytes, {});
const call = (name, ...values) => instance.exports[`keel_wasm_${name}`](...values);
const put = (data) => {
  const ptr = call('alloc', data.length);
  new Uint8Array(instance.exports.memory.buffer).set(data, ptr);
  return ptr;
};
const scene = call('alloc', SCENE_WORDS * 4);

function frames(movement, phases) {
  const us = [];
  for (let phase = 0; phase < phases; phase += 1)
    for (let i = 0; i < MOMENTS; i += 1) {
      const ints = new Int32Array(instance.exports.memory.buffer, scene, SCENE_WORDS);
      const floats = new Float32Array(instance.exports.memory.buffer, scene, SCENE_WORDS);
      ints.fill(0);
      ints[0] = GHOST_AND_ARROW;
      ints[1] = phase;
      floats[2] = i / MOMENTS;
      ints[9] = phase;
      const began = performance.now();
      if (call('figure', scene) === 0) throw new Error(`${movement}: no picture`);
      us.push((performance.now() - began) * 1000);
    }
  return us;
}

const middle = (list, part) => [...list].sort((a, b) => a - b)[Math.floor(list.length * part)];
const folder = path.join(build, 'catalogue/tracks');
const files = readdirSync(folder).filter((name) => name.endsWith('.ktr'));
const all = [];
let slowest = ['', 0];
for (let round = 0; round < 2; round += 1) {
  all.length = 0; // the first round only warms up
  for (const file of files) {
    const data = readFileSync(path.join(folder, file));
    const us = frames(file, call('track_open', put(data), data.length));
    all.push(...us);
    if (round === 1 && middle(us, 0.5) > slowest[1]) slowest = [file, middle(us, 0.5)];
  }
}
console.log(`wasm frame with ghost and arrow: ${files.length} movements, ${all.length} frames`);
console.log(`median ${middle(all, 0.5).toFixed(0)} us, 95 % ${middle(all, 0.95).toFixed(0)} us`);
console.log(`slowest movement: ${slowest[0]}, median ${slowest[1].toFixed(0)} us`);
