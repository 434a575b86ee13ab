/* Starts the app. */
import { render } from 'preact';
import { App } from './app/app';
import { KeelContext } from './app/context';
import { Keel } from './app/keel';
import { workOffline } from './app/offline';

const keel = new Keel();
const root = document.getElementById('app');
if (root)
  render(
    <KeelContext.Provider value={keel}>
      <App />
    </KeelContext.Provider>,
    root,
  );
void keel.start().then(() => workOffline(() => keel.session !== null));
