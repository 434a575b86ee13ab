/* Every sentence the app asks for by a plain key stands in ui.yaml, and every key there is asked for. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const yaml = await readFile(path.join(here, '../catalogue/text/en/ui.yaml'), 'utf8');
const keys = new Set([...yaml.matchAll(/^(ui\.[\w.-]+):/gm)].map((match) => match[1]));
let source = '';
for (const name of await readdir(path.join(here, 'src'), { recursive: true })) {
  if (/\.tsx?$/.test(name)) source += await readFile(path.join(here, 'src', name), 'utf8');
}
const asked = new Set([...source.matchAll(/['"](ui\.[\w.-]+)['"]/g)].map((match) => match[1]));
const patterns = [...source.matchAll(/`(ui\.[^`]*\$\{[^`]*)`/g)].map((match) => match[1]);
const wide = patterns.map(
  (one) =>
    new RegExp(
      `^${one.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, one.startsWith('ui.$') ? '[\\w-]*' : '[\\w.-]*')}$`,
    ),
);
const prefixes = [...source.matchAll(/prefix="(ui\.[\w.-]+)"/g)].map((match) => match[1]);
const missing = [...asked].filter((key) => !keys.has(key) && !prefixes.includes(key));
const isUsed = (key) =>
  asked.has(key) ||
  asked.has(key.replace(/\.one$/, '')) ||
  wide.some((one) => one.test(key)) ||
  wide.some((one) => one.test(key.replace(/\.one$/, ''))) ||
  prefixes.some((prefix) => key.startsWith(`${prefix}.`));
const unused = [...keys].filter((key) => !isUsed(key));
const screening = await readFile(path.join(here, '../catalogue/screening.yaml'), 'utf8');
for (const [, id] of screening.matchAll(/id: ([\w-]+), tier: (?:emergency|same-day|clinician-soon)/g)) {
  if (!keys.has(`ui.sign.${id}`)) missing.push(`ui.sign.${id}`);
}
for (const key of missing) console.error(`missing in ui.yaml: ${key}`);
for (const key of unused) console.error(`never asked for: ${key}`);
console.log(`${keys.size} sentences, ${missing.length} missing, ${unused.length} unused`);
if (missing.length + unused.length > 0) process.exitCode = 1;
