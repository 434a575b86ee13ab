/* What a frame of a session costs in the browser, and whether anything blocks it.
 *
 *   node bench/app_bench.mjs [seconds]      needs tools/build release and tests/browser's npm ci
 *
 * Real Chromium, phone size, CPU slowed four times (CDP). A session of the five best is led; every animation frame's
 * own script (player tick, wasm figure, canvas calls) is timed, the figure's part of it apart, and the browser's own
 * record of tasks over 50 ms is read. Prints the median and the 95th percentile. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { launch, PHONE } = await import(path.join(root, 'tests/browser/lib/browser.mjs'));
const { serveStatic } = await import(path.join(root, 'tests/browser/lib/static.mjs'));
const SLOWDOWN = 4;
const seconds = Number(process.argv[2] ?? 40);

const site = await serveStatic(path.join(root, 'web/dist'));
const browser = await launch();
const page = await (await browser.newContext({ viewport: PHONE })).newPage();
await page.addInitScript(() => {
  window.frames_ms = [];
  window.figures_ms = [];
  window.figure_from_ms = 0;
  const Original = WebAssembly.Instance;
  WebAssembly.Instance = function Instance(module, imports) {
    const instance = new Original(module, imports);
    const figure = instance.exports.keel_wasm_figure;
    const timed = (scene) => {
      window.figure_from_ms = performance.now();
      return figure(scene);
    };
    return { exports: { ...instance.exports, keel_wasm_figure: timed } };
  };
  window.long_tasks_ms = [];
  const original = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    original((time) => {
      const from = performance.now();
      window.figure_from_ms = 0;
      callback(time);
      const to = performance.now();
      window.frames_ms.push(to - from);
      if (window.figure_from_ms > 0) window.figures_ms.push(to - window.figure_from_ms);
    });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.long_tasks_ms.push(task.duration);
  }).observe({ type: 'longtask' });
});

const press = async (name) => {
  await page.getByRole('button', { name }).first().click({ timeout: 10_000 });
  await page.waitForTimeout(150);
};
await page.goto(`${site.url}/`);
await press('Pick up a child');
await press('Continue');
await press(/^6\b/);
await page.getByLabel('Year of birth').fill('1985');
await press('No');
await press('Continue');
await press('None of these');
await press('Continue');
while ((await page.getByRole('button', { name: 'No', exact: true }).count()) > 0) {
  await page.getByRole('button', { name: 'No', exact: true }).first().click();
  await page.waitForTimeout(120);
}
await press('Yes, this is right');
await press('Five best');
await press('Start with this');
await press(/^Start ·/);
await press(/^3\b/);
await press(/^\d Back$/);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
await press('I am ready');
await page.evaluate(() => {
  window.frames_ms.length = 0;
  window.figures_ms.length = 0;
  window.long_tasks_ms.length = 0;
});
await page.waitForTimeout(seconds * 1000);
const seen = await page.evaluate(() => ({
  frames: window.frames_ms,
  figures: window.figures_ms,
  tasks: window.long_tasks_ms,
}));
await browser.close();
await site.close();

function row(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(2);
  console.log(`${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`);
}
console.log(`${seen.frames.length} frames in ${seconds} s, CPU ${SLOWDOWN}x slower`);
row('whole frame (player, view, figure, page)', seen.frames);
row('figure (wasm and canvas calls)', seen.figures);
console.log(`tasks over 50 ms: ${seen.tasks.length}, worst ${Math.max(0, ...seen.tasks)} ms`);
