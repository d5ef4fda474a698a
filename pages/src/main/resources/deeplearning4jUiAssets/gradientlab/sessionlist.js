/** The list of sessions to compare: check boxes that are the legend as well; filtered, ordered, pinned, hidden. */
import {MOST_SESSIONS} from './comparison.js';
import {button, checkControl, selectControl} from './controls.js';
import {el, show, svg} from './dom.js';
import {number, whole} from './numbers.js';
import {arranged, hide, ORDERS, pin, preferences, recolour} from './sessionprefs.js';
import {seriesColour, seriesDash} from './theme.js';
import {say} from './words.js';

/** @param {import('./store.js').Store} store */
export function sessionList(store) {
  const list = el('div', {class: 'cmp-list'});
  const hint = el('p', {class: 'gl-note'});
  const changed = () => store.changed();
  const filter = el('input', {type: 'search', class: 'gl-search', placeholder: say('sessions.filter'), on: {input: changed}});
  filter.ariaLabel = say('sessions.filter');
  const order = selectControl(say('sessions.order'), value => store.set({order: value}));
  const all = checkControl('', on => store.set({hidden: on ? 1 : null}));
  const bar = el('div', {class: 'gl-controls'}, filter, order.element, all.element);
  const title = el('legend', {text: say('compare.sessions', {n: MOST_SESSIONS})});
  const element = el('fieldset', {class: 'cmp-sessions'}, title, bar, list, hint);
  const rows = new Map();
  const row = id => rows.get(id) ?? rows.set(id, sessionRow(id, store)).get(id);
  let listed = '';

  const update = () => {
    const [chosen, wanted] = [chosenSessions(store), preferences()];
    const choice = {
      filter: filter.value,
      order: store.param('order', 'started'),
      all: store.param('hidden') !== null,
      keep: chosen,
    };
    const shown = arranged(store.sessions, choice, wanted);
    const now = JSON.stringify(shown.map(({id}) => id));
    if (now !== listed)
      show(
        list,
        shown.map(({id}) => row(id).element),
      );
    listed = now;
    shown.forEach(session => row(session.id).update(session, chosen, wanted));
    order.update(
      Object.keys(ORDERS).map(value => ({value, label: say(`sessions.${value}`)})),
      choice.order,
    );
    all.update(choice.all);
    const hidden = store.sessions.filter(({id}) => wanted.hidden.includes(id)).length;
    all.name(say('sessions.hidden', {n: whole(hidden)}));
    all.element.hidden = hidden === 0;
    hint.textContent = shown.length === 0 ? say('sessions.none') : chosen.length < 2 ? say('compare.another') : '';
    hint.hidden = hint.textContent === '';
  };
  return {element, update};
}

/** A session of the list. */
function sessionRow(id, store) {
  const toggle = () => {
    const chosen = chosenSessions(store);
    store.set({session: chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id]}, true);
  };
  const then = change => () => {
    change();
    store.changed();
  };
  const box = el('input', {type: 'checkbox', on: {change: toggle}});
  const look = button('', () => {}, {class: 'cmp-look', title: say('sessions.recolour')});
  const pinned = button(
    '',
    then(() => pin(id)),
    {class: 'cmp-pin', title: say('sessions.pin')},
  );
  const away = button(
    '',
    then(() => hide(id)),
    {class: 'cmp-hide'},
  );
  const about = el('span', {class: 'cmp-about'});
  const name = el('label', {class: 'cmp-name'}, box, ` ${id}`);
  look.addEventListener('click', () => then(() => recolour(id, lookOf(store, id)))());
  const update = ({iterations, latest, loss}, chosen, wanted) => {
    const place = chosen.indexOf(id);
    box.checked = place >= 0;
    box.disabled = place >= 0 ? chosen.length === 1 : chosen.length >= MOST_SESSIONS;
    show(look, swatch(lookOf(store, id)));
    look.style.visibility = place >= 0 ? 'visible' : 'hidden';
    pinned.textContent = wanted.pinned.includes(id) ? '★' : '☆';
    pinned.ariaPressed = wanted.pinned.includes(id);
    away.textContent = say(wanted.hidden.includes(id) ? 'sessions.show' : 'sessions.hide');
    about.textContent =
      `${place === 0 && chosen.length > 1 ? `${say('compare.first')} · ` : ''}` +
      (latest < 0 ? say('about.none') : say('compare.about', {n: whole(iterations), latest: whole(latest), loss: number(loss)}));
  };
  return {element: el('div', {class: 'cmp-session'}, look, name, pinned, away, about), update};
}

/** The sessions of the address that are there, up to a limit; the chosen one otherwise. */
export function chosenSessions(store) {
  const asked = [...new Set(store.params('session'))].filter(id => store.row(id));
  return asked.length ? asked.slice(0, MOST_SESSIONS) : [store.sessionId].filter(id => store.row(id));
}

/** The look of a session: the reader's, else that of its place among those compared. */
export const lookOf = (store, id) => preferences().looks[id] ?? Math.max(0, chosenSessions(store).indexOf(id));

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
