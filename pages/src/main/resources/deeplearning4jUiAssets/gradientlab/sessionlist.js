/** The list of sessions to compare: check boxes that are the legend as well. */
import {MOST_SESSIONS} from './comparison.js';
import {el, show, svg} from './dom.js';
import {number, whole} from './numbers.js';
import {seriesColour, seriesDash} from './theme.js';
import {say} from './words.js';

/** @param {import('./store.js').Store} store */
export function sessionList(store) {
  const list = el('div', {class: 'cmp-list'});
  const hint = el('p', {class: 'gl-note'});
  const element = el(
    'fieldset',
    {class: 'cmp-sessions'},
    el('legend', {text: say('compare.sessions', {n: MOST_SESSIONS})}),
    list,
    hint,
  );
  const boxes = new Map();
  const toggle = id => {
    const chosen = chosenSessions(store);
    store.set({session: chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id]}, true);
  };
  const row = id => {
    const box = el('input', {type: 'checkbox', on: {change: () => toggle(id)}});
    const [look, about] = [el('span', {class: 'cmp-look'}), el('span', {class: 'cmp-about'})];
    return {
      box,
      look,
      about,
      element: el('label', {class: 'cmp-session'}, box, look, el('span', {class: 'cmp-name', text: id}), about),
    };
  };
  const update = () => {
    const chosen = chosenSessions(store);
    const ids = store.sessions.map(session => session.id);
    if (JSON.stringify(ids) !== JSON.stringify([...boxes.keys()])) {
      boxes.clear();
      ids.forEach(id => boxes.set(id, row(id)));
      show(
        list,
        [...boxes.values()].map(one => one.element),
      );
    }
    for (const {id, iterations, latest, loss} of store.sessions) {
      const {box, look, about} = boxes.get(id);
      const place = chosen.indexOf(id);
      box.checked = place >= 0;
      box.disabled = place >= 0 ? chosen.length === 1 : chosen.length >= MOST_SESSIONS;
      show(look, place >= 0 ? swatch(place) : null);
      about.textContent =
        `${place === 0 && chosen.length > 1 ? `${say('compare.first')} · ` : ''}` +
        (latest < 0
          ? say('about.none')
          : say('compare.about', {n: whole(iterations), latest: whole(latest), loss: number(loss)}));
    }
    hint.textContent = chosen.length < 2 ? say('compare.another') : '';
    hint.hidden = chosen.length > 1;
  };
  return {element, update};
}

/** The sessions of the address that are there, up to a limit; the chosen one otherwise. */
export function chosenSessions(store) {
  const asked = [...new Set(store.params('session'))].filter(id => store.row(id));
  return asked.length ? asked.slice(0, MOST_SESSIONS) : [store.sessionId].filter(id => store.row(id));
}

/** A line as it is drawn in the charts. */
export const swatch = look =>
  svg(
    'svg',
    {width: 34, height: 12, 'aria-hidden': 'true'},
    svg('line', {
      x1: 1,
      x2: 33,
      y1: 6,
      y2: 6,
      'stroke-width': 3,
      stroke: seriesColour(look),
      'stroke-dasharray': seriesDash(look).join(' '),
    }),
  );
