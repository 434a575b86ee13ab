import { createContext } from 'preact';
import { useContext, useEffect, useReducer } from 'preact/hooks';
import type { SessionRun } from '../session/run';
import type { Keel } from './keel';

export const KeelContext = createContext<Keel | null>(null);

/* The app's object; the screen is drawn again when it says that it changed. */
export function useKeel(): Keel {
  const keel = useContext(KeelContext);
  const [, again] = useReducer((n: number) => n + 1, 0);
  if (!keel) throw new Error('outside the app');
  useEffect(() => keel.subscribe(() => again(0)), [keel]);
  return keel;
}

/* The same for what changes within a session (a repetition, a second), not each frame. */
export function useSession(run: SessionRun): SessionRun {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => run.subscribe(() => again(0)), [run]);
  return run;
}
