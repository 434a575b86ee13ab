/* Builds the app into dist/ (or --out): static files for any host.
 *
 *   node build.mjs [--native DIR] [--out DIR]
 *
 * --native: a build folder with wasm/keel.wasm, catalogue/catalogue.bin and catalogue/tracks.
 *
 * What the service worker caches is one set: the list of every file with its hash is written into sw.js, and the set's
 * name is the hash of that list. Sizes are printed; a first load over the limit fails. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const FIRST_LOAD_BYTES_MAX = 300 * 1024;

function folder(option) {
  const at = process.argv.indexOf(option);
  return at > 0 ? path.resolve(process.argv[at + 1]) : null;
}

const native = folder('--native');
const dist = folder('--out') ?? path.join(here, 'dist');

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await cp(path.join(here, 'static'), dist, { recursive: true });

const common = {
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome109', 'safari16.4', 'firefox115'],
  logLevel: 'warning',
};
await esbuild.build({
  ...common,
  entryPoints: { app: path.join(here, 'src/main.tsx') },
  outdir: dist,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  absWorkingDir: here,
});
await esbuild.build({ ...common, entryPoints: { app: path.join(here, 'src/style/index.css') }, outdir: dist });

if (native) {
  await cp(path.join(native, 'wasm/keel.wasm'), path.join(dist, 'keel.wasm'));
  await cp(path.join(native, 'catalogue/catalogue.bin'), path.join(dist, 'catalogue.bin'));
  await cp(path.join(native, 'catalogue/tracks'), path.join(dist, 'tracks'), { recursive: true });
}

const files = [];
for (const name of await readdir(dist, { recursive: true })) {
  const relative = name.split(path.sep).join('/');
  if ((await stat(path.join(dist, name))).isDirectory()) continue;
  const bytes = await readFile(path.join(dist, name));
  files.push({ path: relative, hash: createHash('sha256').update(bytes).digest('hex'), bytes });
}
files.sort((a, b) => (a.path < b.path ? -1 : 1));
const list = files.map((file) => [file.path, file.hash]);
const version = createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16);
await esbuild.build({
  ...common,
  entryPoints: { sw: path.join(here, 'src/sw/sw.ts') },
  outdir: dist,
  format: 'iife',
  define: { SET_VERSION: JSON.stringify(version), SET_FILES: JSON.stringify(list) },
});

const first = ['index.html', 'app.js', 'app.css', 'keel.wasm', 'catalogue.bin', 'manifest.webmanifest', 'icon.svg'];
let gzip = 0;
let brotli = 0;
for (const file of files.filter((one) => first.includes(one.path))) {
  const g = gzipSync(file.bytes, { level: 9 }).length;
  const b = brotliCompressSync(file.bytes).length;
  gzip += g;
  brotli += b;
  const sizes = [file.bytes.length, g, b].map((bytes) => String(bytes).padStart(8));
  console.log(`${file.path.padEnd(22)} ${sizes[0]} bytes ${sizes[1]} gzip ${sizes[2]} br`);
}
console.log(`first load ${gzip} bytes gzip, ${brotli} brotli; set ${version}, ${files.length} files`);
if (gzip > FIRST_LOAD_BYTES_MAX) {
  console.error(`first load is over ${FIRST_LOAD_BYTES_MAX} bytes`);
  process.exitCode = 1;
}
