import {button} from './controls.js';
import {el} from './dom.js';
import {say} from './words.js';

/** What every key does, in a window over the page: by "?" or by its button. */

/** What is printed on the keys; their words are `help.NAME`. */
const KEYS = {
  help: '?',
  play: '␣',
  slider: '← →',
  read: '← → ↑ ↓',
  pick: 'Enter',
  zoom: '+ −',
  all: '0',
  tab: 'Tab',
  close: 'Esc',
};

/** A button that opens the help. */
export function helpButton() {
  return button('?', openHelp, {class: 'gl-help', title: say('help.title'), 'aria-label': say('help.title')});
}

/** Opens the help; there is one at a time. */
export function openHelp() {
  if (document.querySelector('dialog.gl-keys')) return;
  const rows = Object.entries(KEYS).map(([name, key]) => [
    el('dt', {}, el('kbd', {text: key})),
    el('dd', {text: say(`help.${name}`)}),
  ]);
  const window = el(
    'dialog',
    {class: 'gl-keys', 'aria-label': say('help.title')},
    el('h2', {text: say('help.title')}),
    el('dl', {}, rows.flat()),
  );
  window.append(
    el('p', {text: say('help.mouse')}),
    button(say('help.ok'), () => window.close()),
  );
  window.addEventListener('close', () => window.remove());
  document.body.append(window);
  window.showModal();
}
