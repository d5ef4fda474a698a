import {button} from '../controls.js';
import {el} from '../dom.js';
import {key} from '../parts.js';
import {effectText, settingsText} from './differences.js';
import {say} from './words.js';

/** Undo, and net A beside net B: what differs between them and what that does. */
export function compareBar(state) {
  const back = button(say('step.back'), () => state.travel(-1), {title: say('step.backHelp')});
  const on = button(say('step.on'), () => state.travel(1), {title: say('step.onHelp')});
  const pin = button(say('compare.pin'), () => state.pin(), {title: say('compare.pinHelp')});
  const unpin = button(say('compare.unpin'), () => state.unpin());
  const swap = button(say('compare.swap'), () => state.swap(), {title: say('compare.swapHelp')});
  const text = el('p', {class: 'ex-difference', role: 'status'});
  const keys = el('span', {class: 'ex-nets'});
  const element = el(
    'section',
    {class: 'ex-compare', 'aria-label': say('compare.label')},
    el('div', {class: 'gl-controls'}, back, on, pin, swap, unpin, keys, text),
  );
  let seen = '';
  const update = () => {
    const {pinned, settings, controls} = state;
    back.disabled = !state.steps.can(-1);
    on.disabled = !state.steps.can(1);
    swap.disabled = unpin.disabled = pinned === null;
    const layers = state.shown?.a && [state.shown.a.layers, state.shown.b.layers];
    const now = pinned
      ? [settingsText(controls, pinned, settings), layers ? effectText(...layers) : ''].join(' ')
      : say('compare.none');
    if (text.textContent !== now) text.textContent = now;
    text.classList.toggle('gl-note', pinned === null);
    const titles = pinned ? `${state.pinnedPicture?.title ?? ''}|${state.picture?.title ?? ''}` : '';
    if (titles !== seen) keys.replaceChildren(...(pinned ? netKeys(state) : []));
    seen = titles;
  };
  return {element, update};
}

const netKeys = ({pinnedPicture, picture}) => [
  key('var(--s1)', say('compare.net', {net: 'A', title: pinnedPicture?.title ?? ''})),
  key('var(--s0)', say('compare.net', {net: 'B', title: picture?.title ?? ''})),
];
