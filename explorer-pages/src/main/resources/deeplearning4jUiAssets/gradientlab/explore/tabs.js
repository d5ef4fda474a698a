import {el, show} from '../dom.js';
import {say} from './words.js';

/** The share of the window above a panel from which on too little of the panel is seen. */
const MOST_ABOVE = 0.6;

/**
 * Panels of which one is shown, chosen by tabs; a panel is made when it is first shown.
 * @param {import('./state.js').ExploreState} state
 * @param {{name: string, make: () => {element: HTMLElement, update: () => void, hidden?: () => void}}[]} views
 */
export function tabs(state, views) {
  const made = new Map();
  const chosen = () => views.find(view => view.name === state.view) ?? views[0];
  const buttons = views.map(({name}) =>
    el('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${name}`,
      'aria-controls': 'panel',
      text: say(`tab.${name}`),
      on: {click: () => open(name)},
    }),
  );
  const list = el(
    'div',
    {class: 'ex-tabs', role: 'tablist', 'aria-label': say('tabs.label'), on: {keydown: event => move(event)}},
    buttons,
  );
  const panel = el('div', {id: 'panel', class: 'ex-panel', role: 'tabpanel', tabindex: -1});
  let shown = null;
  /** On a small screen the panel lies below what is seen: then the tabs go to the top. */
  const open = name => {
    state.look({view: name});
    if (panel.getBoundingClientRect().top > innerHeight * MOST_ABOVE) list.scrollIntoView({block: 'start'});
  };
  const move = event => {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = (views.indexOf(chosen()) + by + views.length) % views.length;
    state.look({view: views[to].name});
    buttons[to].focus();
  };
  const update = () => {
    const view = chosen();
    if (!made.has(view.name)) made.set(view.name, view.make());
    const part = made.get(view.name);
    if (shown !== part) {
      shown?.hidden?.();
      show(panel, el('h2', {class: 'sr-only', text: say(`tab.${view.name}`)}), part.element);
    }
    shown = part;
    buttons.forEach((button, i) => {
      button.setAttribute('aria-selected', views[i] === view);
      button.tabIndex = views[i] === view ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', `tab-${view.name}`);
    part.update();
  };
  return {element: el('section', {class: 'ex-side'}, list, panel), update};
}
