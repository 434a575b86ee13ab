/* The wasm instance: texts and bytes across the boundary, nothing else (docs/API.md, "wasm exports").
 *
 * A trap (an assertion inside the core, memory out of bounds) leaves the instance in an unknown state: every call after
 * it throws CoreTrap until restart() makes a new instance from the same module. */
import type { FigureRequest } from './figure';
import type { Moment } from './types';

const EVENTS_LEAST = 16_384;
const INPUT_BYTES_FIRST = 65_536;

export class CoreTrap extends Error {}

/* What the core refused, with its place. */
export class CoreRefusal extends Error {
  constructor(
    public readonly errorName: string,
    message: string,
    public readonly line: number,
    public readonly field: string,
  ) {
    super(message);
  }
}

/* keel_scene of core/coach/figure.h: 15 words; and the head of the picture that comes back. */
const SCENE_WORDS = 15;
const MIRRORED = 1;
const GHOST = 2;
const NO_DETAIL = 16;
const CAMERA = 32;
const ARROW = 128;
const PICTURE_HEAD_BYTES = 40;

const GLOW = 0.9;

/* Left and right exchanged: they are neighbouring bits. */
function otherSide(bits: number): number {
  return ((bits & 0x55555555) << 1) | ((bits >>> 1) & 0x55555555);
}

type Call = (...values: number[]) => number;

export class Engine {
  private instance!: WebAssembly.Instance;
  private memory!: WebAssembly.Memory;
  private trapped = false;
  private input = { ptr: 0, size: 0 };
  private scene = 0;
  private encoder = new TextEncoder();
  private decoder = new TextDecoder();

  constructor(
    private module: WebAssembly.Module,
    private catalogue: Uint8Array,
  ) {
    this.restart(0);
  }

  /* events: how many the record holds now; there is room for as many again. */
  restart(events: number): void {
    this.instance = new WebAssembly.Instance(this.module, {});
    this.memory = this.instance.exports['memory'] as WebAssembly.Memory;
    this.trapped = false;
    this.input = { ptr: 0, size: 0 };
    const ptr = this.call('alloc', this.catalogue.length);
    new Uint8Array(this.memory.buffer, ptr, this.catalogue.length).set(this.catalogue);
    this.checked(this.call('core_new', Math.max(EVENTS_LEAST, events * 2), ptr, this.catalogue.length));
    this.scene = this.call('alloc', SCENE_WORDS * 4);
  }

  add(lines: string): number {
    return this.checked(this.call('add', ...this.text(lines)));
  }

  counterMax(): number {
    return this.call('counter_max');
  }

  stateHash(): string {
    return this.out('state_hash');
  }

  today(now: Moment): string {
    return this.out('today', ...moment(now));
  }

  why(now: Moment, movement: string): string {
    return this.out('why', ...moment(now), this.name(movement));
  }

  progress(now: Moment): string {
    return this.out('progress', ...moment(now));
  }

  replay(now: Moment): string {
    return this.out('replay', ...moment(now));
  }

  clinician(now: Moment): string {
    return this.out('clinician', ...moment(now));
  }

  checkEdit(line: string): void {
    this.checked(this.call('check_edit', ...this.text(line)));
  }

  /* Another instance of the same program and catalogue, without a record. */
  another(): Engine {
    return new Engine(this.module, this.catalogue);
  }

  prescribe(now: Moment, session: string): string {
    return this.out('prescribe', ...moment(now), this.name(session));
  }

  prescribeTest(now: Moment, session: string): string {
    return this.out('prescribe_test', ...moment(now), this.name(session));
  }

  texts(language: string): string {
    return this.out('texts', this.name(language));
  }

  catalogueJson(): string {
    return this.out('catalogue');
  }

  playerStart(now: Moment, session: string): void {
    this.checked(this.call('player_start', ...moment(now), this.name(session)));
  }

  playerTick(elapsedMs: number): void {
    this.call('player_tick', elapsedMs);
  }

  playerCommand(json: string): void {
    this.checked(this.call('player_command', ...this.text(json)));
  }

  playerView(): string {
    return this.out('player_view');
  }

  playerDrafts(): string {
    return this.out('player_drafts');
  }

  playerSave(): Uint8Array {
    const n = this.checked(this.call('player_save'));
    const ptr = this.call('out');
    return new Uint8Array(this.memory.buffer, ptr, n).slice();
  }

  playerLoad(saved: Uint8Array): void {
    this.checked(this.call('player_load', ...this.bytes(saved)));
  }

  trackOpen(bytes: Uint8Array): void {
    this.checked(this.call('track_open', ...this.bytes(bytes)));
  }

  /* null when the open track has no such phase. Valid until the next call. */
  figure(request: FigureRequest): Int32Array | null {
    const ints = new Int32Array(this.memory.buffer, this.scene, SCENE_WORDS);
    const floats = new Float32Array(this.memory.buffer, this.scene, SCENE_WORDS);
    const ghost = request.ghost;
    ints.fill(0);
    ints[0] = (request.mirrored ? MIRRORED : 0) | (ghost ? GHOST : 0) | (request.detail ? 0 : NO_DETAIL);
    if (request.arrow) ints[0] |= ARROW;
    ints[3] = request.look.build;
    floats[13] = request.look.height;
    floats[14] = request.look.girth;
    ints[1] = request.phase;
    floats[2] = request.t01;
    if (request.camera) {
      ints[0] |= CAMERA;
      floats[11] = request.camera.yaw;
      floats[12] = request.camera.pitch;
    }
    if (request.glow) {
      const side = request.mirrored ? otherSide : (bits: number) => bits;
      floats[4] = GLOW;
      ints[5] = side(request.glow.stretch[0]);
      ints[6] = side(request.glow.stretch[1]);
      ints[7] = side(request.glow.work[0]);
      ints[8] = side(request.glow.work[1]);
    }
    ints[9] = ghost?.phase ?? 0;
    floats[10] = ghost?.t01 ?? 0;
    const ptr = this.call('figure', this.scene);
    if (ptr === 0) return null;
    const count = new Int32Array(this.memory.buffer, ptr, 1)[0] ?? 0;
    return new Int32Array(this.memory.buffer, ptr + PICTURE_HEAD_BYTES, count);
  }

  private call(name: string, ...values: number[]): number {
    if (this.trapped) throw new CoreTrap(name);
    try {
      return (this.instance.exports[`keel_wasm_${name}`] as Call)(...values);
    } catch (error) {
      this.trapped = true;
      throw new CoreTrap(`${name}: ${String(error)}`);
    }
  }

  /* Calls something that prints: a length, the text at out. */
  private out(name: string, ...values: number[]): string {
    const n = this.checked(this.call(name, ...values));
    return this.decoder.decode(new Uint8Array(this.memory.buffer, this.call('out'), n));
  }

  private checked(result: number): number {
    if (result >= 0) return result;
    const ptr = this.call('error');
    const bytes = new Uint8Array(this.memory.buffer, ptr);
    const error = JSON.parse(this.decoder.decode(bytes.subarray(0, bytes.indexOf(0)))) as Record<string, unknown>;
    throw new CoreRefusal(
      String(error['error']),
      String(error['message']),
      Number(error['line']),
      String(error['field']),
    );
  }

  /* A name that ends with a zero byte. */
  private name(text: string): number {
    return this.text(`${text}\0`)[0];
  }

  private text(text: string): [number, number] {
    return this.bytes(this.encoder.encode(text));
  }

  /* The instance never gives memory back: inputs share one space, which only grows. */
  private bytes(bytes: Uint8Array): [number, number] {
    if (this.input.size < bytes.length) {
      const size = Math.max(INPUT_BYTES_FIRST, bytes.length * 2);
      this.input = { ptr: this.call('alloc', size), size };
    }
    new Uint8Array(this.memory.buffer, this.input.ptr, bytes.length).set(bytes);
    return [this.input.ptr, bytes.length];
  }
}

/* 64-bit integers cross as two halves. */
function moment(now: Moment): [number, number, number, number] {
  return [now.utcMs >>> 0, Math.floor(now.utcMs / 2 ** 32), now.offsetMin, now.upMin];
}
