/* A list of named tests, run one after the other; ends with "N passed, N failed". */
const list = [];

export function test(name, run) {
  list.push({ name, run });
}

export async function runAll(given, only) {
  let passed = 0;
  let failed = 0;
  for (const { name, run } of list) {
    if (only && !name.includes(only)) continue;
    const began = Date.now();
    try {
      await run(given);
      passed += 1;
      console.log(`ok    ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      failed += 1;
      console.log(
        `FAIL  ${name}\n      ${String(error.stack ?? error)
          .split('\n')
          .slice(0, 8)
          .join('\n      ')}`,
      );
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

export function equal(got, wanted, what) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: got ${a}, wanted ${b}`);
}

export function ok(value, what) {
  if (!value) throw new Error(what);
}
