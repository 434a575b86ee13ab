// Every JSON answer of the core against its schema (docs/schema), over sessions led through wasm by a seeded person.
//
//   node check.mjs keel.wasm catalogue.bin
//
// Method: a person answers, prescribes, is led, swaps, hurts, stops; after each step every answer is checked. A wrong
// field in the schema, or in the core, fails with the path of the value. Prints TAP.
import Ajv from "ajv";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { moment, open } from "../wasm/replay.mjs";

const DAY_MS = 86400000;
const START_MS = Date.UTC(2026, 2, 2, 7, 0);
const DAYS = 12;
const here = dirname(fileURLToPath(import.meta.url));
const schemas = join(here, "../../docs/schema");
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true });
for (const name of readdirSync(schemas).filter((n) => n.endsWith(".json"))) {
  const schema = JSON.parse(readFileSync(join(schemas, name), "utf8"));
  if (schema.$id) ajv.addSchema(schema);
}

const counts = {};
const failures = [];
function check(name, value) {
  const validate = ajv.getSchema(`${name}.json`);
  counts[name] = (counts[name] ?? 0) + 1;
  if (validate(value) || failures.length > 8) return value;
  const first = validate.errors[0];
  failures.push(`${name}${first.instancePath}: ${first.message} ${JSON.stringify(first.params)}`);
  return value;
}

// A small generator: the same numbers every time.
function generator(seed) {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

class Person {
  constructor(wasm, catalogue, seed) {
    this.k = open(wasm, catalogue, 8192);
    this.draw = generator(seed);
    this.seed = seed;
    this.seq = 0;
    this.now = START_MS;
    this.told = [];
    this.offered = new Set();
  }
  text(s) { return this.k.put(Buffer.from(`${s}\0`)); }
  ask(name, schema, ...rest) {
    return check(schema, JSON.parse(this.k.answer(`keel_wasm_${name}`, ...rest).toString()));
  }
  when() { return moment(this.now, 60, 90); }
  id(n) { return (BigInt(this.seed) * 1000003n + BigInt(n)).toString(16).padStart(32, "0"); }
  keep(drafts) {
    for (const draft of drafts) {
      this.seq++;
      const safety = ["unwell", "screening-answer", "symptom", "clearance"].includes(draft.type) ? 1 : 0;
      const event = {
        id: this.id(this.seq), person: "00000000000000aa", device: "0000000b", seq: this.seq,
        counter: this.seq, utc_ms: this.now, offset_min: 60, v: 1, safety, ...draft,
      };
      const line = Buffer.from(`${JSON.stringify(event)}\n`);
      if (this.k.wasm.keel_wasm_add(this.k.put(line), line.length) !== 1) throw new Error(`${this.k.error()}: ${line}`);
    }
  }
  command(command) {
    const bytes = Buffer.from(JSON.stringify(command));
    const code = this.k.wasm.keel_wasm_player_command(this.k.put(bytes), bytes.length);
    if (code < 0) check("error", JSON.parse(this.k.error()));
    this.keep(this.ask("player_drafts", "drafts"));
    return code === 0;
  }
  all() {
    const today = this.ask("today", "today", ...this.when());
    this.ask("progress", "progress", ...this.when());
    this.ask("replay", "replay", ...this.when());
    this.ask("clinician", "clinician", ...this.when());
    for (const movement of ["cat-cow", "donkey-kick", today.items[0]?.movement ?? "plank"])
      this.ask("why", "why", ...this.when(), this.text(movement));
    return today;
  }
  answerAsks(today) {
    for (const ask of today.ask) {
      if (ask.kind === "screening")
        this.keep(ask.questions.map((question, i) => ({
          type: "screening-answer", question, tier: this.tiers[question],
          answer: this.draw(60) === 0 ? "unsure" : "no", round: ask.rounds[i],
        })));
      if (ask.kind === "review") this.keep([{ type: "screening-review", answer: "none" }]);
      if (ask.kind === "morning")
        this.keep([{ type: "morning-check", pain: 2 + this.draw(4), soreness: this.draw(3) }]);
      if (ask.kind === "direction-after") this.told.push(ask.event);
      if (ask.kind === "after-effect" && ask.session)
        this.keep([{ type: "after-effect", session: ask.session, answer: "settled" }]);
    }
  }
  // Own activities and every other instrument, so that each series stands in the progress.
  measure(day) {
    const value = 10 * this.draw(11);
    this.keep(["psfs", "roland-morris", "global-change", "oswestry", "start-back", "nprs"].map((measure) => ({
      type: "measure", measure, value: measure === "psfs" || measure === "oswestry" ? value : this.draw(3),
      ...(measure === "psfs" ? { item: `activity ${day % 2}` } : {}),
      ...(measure === "roland-morris" ? { yes: [1, 24] } : {}),
    })));
  }
  answer(view) {
    const command = { do: "answer" };
    if (view.ask.includes("end-pain")) command.pain = 3;
    if (view.ask.includes("change"))
      command.change = ["same-or-less", "same-or-less", "less", "a-bit-more", "clearly-more"][this.draw(5)];
    if (view.ask.includes("pain")) command.pain = 3 + this.draw(4);
    if (view.ask.includes("settled")) command.settled = this.draw(2);
    if (view.ask.includes("challenge")) command.challenge = 30 + this.draw(60);
    return this.command(command);
  }
  press(view) {
    const what = view.can[this.draw(view.can.length)];
    if (what === "unwell" && this.draw(30) > 0) return;
    if (what === "end" && this.draw(20) > 0) return;
    if (what === "pain") this.command({ do: "pain", pain: 2 + this.draw(5), further: this.draw(12) === 0 ? 1 : 0 });
    else if (what === "swap") this.command({ do: "swap", movement: view.choices.swaps[0], reason: "dislike" });
    else if (what === "unwell") this.command({ do: "unwell", sign: "balance" });
    else if (what === "answer") this.answer(view);
    else this.command({ do: what });
  }
  // Today's self-test: put off, or led and answered.
  selfTest(offer) {
    if (this.draw(3) === 0) return this.keep([{ type: "test-skipped", test: offer.test }]);
    this.session("prescribe_test");
    const places = ["back", "buttock", "thigh"];
    const sides = ["psoas-length", "side-hold"].includes(offer.test) ? ["left", "right"] : ["both"];
    if (["flexion", "extension", "side", "rotation"].includes(offer.test))
      return this.keep([{ type: "direction-test", direction: offer.test, pain_before: 3, pain_after: 3 + this.draw(3),
        place_before: places[this.draw(3)], place_after: places[this.draw(2)], reps: 10 }]);
    const { test, movement } = offer;
    this.keep(sides.map((side) => ({ type: "baseline", test, side, value: this.draw(3), movement })));
  }
  session(prescribe = "prescribe") {
    const session = this.id(1000000 + this.seq);
    this.keep(this.ask(prescribe, "drafts", ...this.when(), this.text(session)));
    if (this.k.wasm.keel_wasm_player_start(...this.when(), this.text(session)) < 0) throw new Error(this.k.error());
    for (let i = 0; i < 400 && !this.k.wasm.keel_wasm_player_ended(); i++) {
      const view = this.ask("player_view", "view");
      this.now += 5000;
      if (view.step === "before") this.command({ do: "fly" });
      if (view.step === "before") this.command({ do: "start", pain: 2 + this.draw(3), place: "back" });
      else if (view.ask.includes("change") || view.ask.includes("end-pain") || view.step === "ask") this.answer(view);
      else if (view.can.includes("continue")) this.command({ do: "continue" });
      else if (view.ask.includes("settled")) this.command({ do: "pain", settled: this.draw(2) });
      else if (this.draw(10) === 0) this.press(view);
      else this.k.wasm.keel_wasm_player_tick(5000);
      this.keep(this.ask("player_drafts", "drafts"));
    }
    this.ask("player_view", "view");
    this.ask("today", "today", ...this.when());
    if (!this.k.wasm.keel_wasm_player_ended()) this.command({ do: "end" });
  }
  // A physiotherapist looks in: edits that stand, that are out of bounds, that are over and that are taken back.
  clinician() {
    const who = { role: "physiotherapist", name: "A. Example", reason: "seen today" };
    const edits = [
      { edit: "prescribe", movement: "glute-bridge", sets: 1, reps: 8 }, { edit: "prescribe", movement: "cat-cow" },
      { edit: "threshold", threshold: "rise-stop", value: 2 }, { edit: "threshold", threshold: "rise-stop", value: 9 },
      { edit: "dose", movement: "cat-cow", reps: 600 }, { edit: "dose", movement: "cat-cow", reps: 5, until_date: 100 },
      { edit: "override-gate", gate: "end-flexion" }, { edit: "forbid", movement: "half-moon" },
      { edit: "pin", movement: "cat-cow" },
    ].map((edit) => ({ type: "clinician-edit", ...edit, ...who }));
    this.keep(edits.filter((e) => e.reps !== 600));
    this.keep([{ type: "retraction", event: this.id(this.seq) }]);
    const standings = new Set(this.ask("clinician", "clinician", ...this.when()).edits.map((e) => e.standing));
    for (const wanted of ["stands", "over", "refused", "taken-back"])
      if (!standings.has(wanted)) failures.push(`clinician: no edit ${wanted}: ${[...standings]}`);
    this.check(edits[1], 0);
    this.check(edits[3], -1, "value");
    this.check(edits[4], -1, "reps");
    this.check(edits[6], -1, "until_date");
  }
  check(draft, wanted, field) {
    const envelope = { id: this.id(7), person: "00000000000000aa", device: "0000000b", seq: 1, counter: 1,
      utc_ms: this.now, offset_min: 60, v: 1, safety: 0 };
    const line = Buffer.from(JSON.stringify({ ...envelope, ...draft }));
    const code = this.k.wasm.keel_wasm_check_edit(this.k.put(line), line.length);
    const error = code < 0 ? check("error", JSON.parse(this.k.error())) : null;
    if (Math.sign(code) !== wanted || (field && error.field !== field))
      failures.push(`clinician: ${JSON.stringify(draft)} gives ${code} ${JSON.stringify(error)}`);
  }
  live() {
    const facts = this.ask("catalogue", "catalogue");
    this.tiers = Object.fromEntries(facts.questions.map((q) => [q.id, q.tier]));
    this.all();
    this.keep([{ type: "profile", birth_year: 1980 }, { type: "goal", text: "pick up \"my\" daughter", confidence: 4 },
      { type: "measure", measure: "confidence", value: 5 }]);
    for (let day = 0; day < DAYS; day++) {
      this.now = START_MS + day * DAY_MS;
      for (let i = 0; i < 3; i++) this.answerAsks(this.all());
      let today = this.all();
      if (today.lock === null && today.test !== null) {
        this.offered.add(today.test.test);
        this.selfTest(today.test);
        this.now += 40 * 60000;
        for (let i = 0; i < 2; i++) this.answerAsks(this.all());
        today = this.all();
      }
      if (day % 3 === 2) this.measure(day);
      if (day === 6) this.clinician();
      if (today.lock === null) this.session();
      this.all();
    }
  }
}

const [wasmPath, cataloguePath] = process.argv.slice(2);
if (!cataloguePath) {
  console.error("node check.mjs keel.wasm catalogue.bin");
  process.exit(2);
}
const offered = new Set();
let told = 0;
for (let seed = 1; seed <= 6; seed++) {
  const person = new Person(readFileSync(wasmPath), readFileSync(cataloguePath), seed);
  person.live();
  for (const test of person.offered) offered.add(test);
  told += person.told.length;
}
if (offered.size < 6 || told === 0)
  failures.push(`today: ${offered.size} self-tests offered, ${told} asked about after`);
// The schemas bite: one field more, one fewer, one of another type.
const sample = { rule: "pain.clean", inputs: [1] };
const bites = (value) => !ajv.validate("defs.json#/definitions/reason", value);
const wrong = [{ ...sample, more: 1 }, { rule: "pain.clean" }, { ...sample, inputs: ["1"] }];
if (bites(sample) || !wrong.every(bites))
  failures.push("error: the schemas do not bite");
const names = ["today", "why", "progress", "replay", "clinician", "catalogue", "view", "drafts", "error"];
console.log(`1..${names.length}`);
names.forEach((name, i) => {
  const mine = failures.filter((f) => f.startsWith(name));
  const ok = mine.length === 0 && counts[name] > 0;
  console.log(`${ok ? "" : "not "}ok ${i + 1} - ${name}.json: ${counts[name] ?? 0} answers`);
  for (const line of mine) console.log(`# ${line}`);
});
process.exitCode = failures.length > 0 ? 1 : 0;
