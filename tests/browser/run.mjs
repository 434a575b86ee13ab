/* Journeys through the app in a real browser: node run.mjs [part of a name]
 *
 * The app as built (KEEL_APP, else web/dist) is served by a tiny file server; the same journey runs against a real
 * `keel serve` (KEEL, else build/release/cli/keel) with its own store. KEEL_SHOTS=folder takes pictures as well. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './lib/browser.mjs';
import { serveStatic } from './lib/static.mjs';
import { runAll } from './lib/tests.mjs';
import './journey.mjs';
import './screening.mjs';
import './pain.mjs';
import './resume.mjs';
import './offline.mjs';
import './sync.mjs';
import './record.mjs';
import './measures.mjs';
import './access.mjs';
import './clinician.mjs';
import './pictures.mjs';
import './selftest.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const app = process.env.KEEL_APP ?? path.join(root, 'web/dist');
const keel = process.env.KEEL ?? path.join(root, 'build/release/cli/keel');
for (const needed of [path.join(app, 'keel.wasm'), keel]) {
  if (!existsSync(needed)) {
    console.error(`${path.relative(root, needed)} is not there: build first (tools/build release)`);
    process.exit(4);
  }
}
const site = await serveStatic(app);
const browser = await launch();
const failed = await runAll(
  { browser, site, url: `${site.url}/`, keel, app, shots: process.env.KEEL_SHOTS ?? null },
  process.argv[2],
);
await browser.close();
await site.close();
process.exit(failed > 0 ? 1 : 0);
