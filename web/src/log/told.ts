/* What the person has told about themselves, read back from the record for showing: the settings' ticks, the name, the
 * country. Nothing is decided from it; the core reads the record itself. */
import type { Envelope } from '../gen/events';
import type { Log } from './log';

export interface Told {
  cannot: string[];
  has: string[];
  kit: string[];
  name: string;
  country: string;
}

type Line = Envelope & Record<string, string | number | undefined>;

export const TOLD_TYPES: ReadonlySet<string> = new Set(['ability', 'condition', 'equipment', 'profile']);

function inOrder(a: Line, b: Line): number {
  return a.counter - b.counter || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq);
}

function setTo(set: Set<string>, name: string | number | undefined, on: boolean): void {
  if (on) set.add(String(name));
  else set.delete(String(name));
}

export async function readTold(log: Log): Promise<Told> {
  const rows = await log.linesAfter(0);
  const lines = rows.map((row) => JSON.parse(row.line) as Line).filter((line) => TOLD_TYPES.has(line.type));
  const [cannot, has, kit] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let name = '';
  let country = '';
  for (const line of lines.sort(inOrder)) {
    if (line.type === 'ability') setTo(cannot, line['ability'], line['can'] === 0);
    else if (line.type === 'condition') setTo(has, line['condition'], line['has'] === 1);
    else if (line.type === 'equipment') setTo(kit, line['item'], line['have'] === 1);
    else {
      name = String(line['name'] ?? name);
      country = String(line['country'] ?? country);
    }
  }
  return { cannot: [...cannot], has: [...has], kit: [...kit], name, country };
}
