import {Api} from './api.js';
import {el, message, show} from './dom.js';
import {helpButton, openHelp} from './help.js';
import {language, languageMenu, onLanguage} from './language.js';
import {choose, keepLive} from './live.js';
import {number, whole} from './numbers.js';
import {arranged, preferences} from './sessionprefs.js';
import {currentSession, tellSession} from './stock.js';
import {Store} from './store.js';
import {known, say} from './words.js';

/** The shell: tabs, session selector, routes, and the view of the address. */

const VIEWS = [
  {name: 'flow', load: () => import('./views/flow.js')},
  {name: 'histograms', more: true, load: () => import('./views/histograms.js')},
  {name: 'units', load: () => import('./views/units.js')},
  {name: 'findings', load: () => import('./views/findings.js')},
  {name: 'compare', load: () => import('./views/compare.js')},
];

const KEEP_LAYER = new Set(['histograms', 'units']);
const store = new Store(new Api());
const parts = Object.fromEntries(
  ['warning', 'tabs', 'about', 'view', 'sessionSelect', 'sessionSelectDiv'].map(id => [id, document.getElementById(id)]),
);
let shown = {name: null, view: null};

function route() {
  store.read();
  if (!VIEWS.some(view => view.name === store.view)) {
    store.view = 'flow';
    history.replaceState(null, '', store.address());
  }
  choose(store);
  store.changed();
}

function update() {
  updateTabs();
  updateSelector();
  updateAbout();
  updateWarning();
  nameWindow();
  if (shown.name !== store.view) mount(store.view);
  else shown.view?.update();
}

async function mount(name) {
  shown.view?.destroy();
  shown = {name, view: null};
  try {
    const {view} = await VIEWS.find(candidate => candidate.name === name).load();
    if (shown.name !== name) return;
    show(parts.view);
    shown.view = view.mount(parts.view, store);
    shown.view.update();
  } catch (error) {
    show(parts.view, message(say('shell.failed', {problem: error.message}), 'error'));
  }
}

function updateWarning() {
  const ended = say('shell.ended', {origin: location.origin});
  const warning = [...store.problems, ...(store.gone ? [ended] : [])].join(' ');
  parts.warning.hidden = warning === '';
  if (parts.warning.textContent !== warning) parts.warning.textContent = warning;
}

function updateTabs() {
  if (!parts.tabs.hasChildNodes()) {
    parts.tabs.append(
      ...VIEWS.map(view =>
        el(
          'a',
          {data: {view: view.name}},
          say(`tab.${view.name}`),
          view.more ? el('span', {class: 'wide', text: say(`tab.${view.name}.more`)}) : null,
        ),
      ),
    );
  }
  const row = store.row(store.sessionId);
  for (const tab of parts.tabs.children) {
    const name = tab.dataset.view;
    tab.href = store.link(name, {
      session: store.params('session').length ? store.params('session') : store.sessionId,
      layer: KEEP_LAYER.has(name) ? store.param('layer') : null,
    });
    tab.toggleAttribute('aria-current', false);
    if (name === store.view) tab.setAttribute('aria-current', 'page');
    if (name === 'findings') showCount(tab, row);
  }
}

function showCount(tab, row) {
  const found = row ? row.faults + row.hints : 0;
  show(
    tab,
    say('tab.findings'),
    found > 0
      ? el('span', {
          class: row.faults > 0 ? 'gl-count fault' : 'gl-count hint',
          text: whole(found),
          role: 'img',
          'aria-label': say('tab.found', {faults: whole(row.faults), hints: whole(row.hints)}),
        })
      : null,
  );
}

function moveAmongTabs(event) {
  const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
  const tabs = [...parts.tabs.children];
  const at = tabs.indexOf(document.activeElement);
  if (by === undefined || at < 0) return;
  event.preventDefault();
  tabs[(at + by + tabs.length) % tabs.length].focus();
}

function updateSelector() {
  const shownSession = store.sessionId === null ? [] : [store.sessionId];
  const ids = arranged(store.sessions ?? [], {keep: shownSession}, preferences()).map(row => row.id);
  const select = parts.sessionSelect;
  parts.sessionSelectDiv.hidden = ids.length === 0;
  if (JSON.stringify(ids) !== JSON.stringify([...select.options].map(option => option.value))) {
    show(
      select,
      ids.map(id => el('option', {value: id, text: id})),
    );
  }
  select.value = store.sessionId;
}

/** The window says which page of which session it shows. */
function nameWindow() {
  document.title = [say(`tab.${store.view}`), store.sessionId, 'Gradient Lab'].filter(Boolean).join(' · ');
}

function updateAbout() {
  const row = store.row(store.sessionId);
  const session = store.session;
  const shownSession = row && session && session.id === row.id;
  parts.about.textContent = shownSession
    ? [
        say('about.layers', {n: whole(session.layers.length)}),
        say('about.batch', {n: whole(session.batchSize)}),
        row.latest < 0 ? say('about.none') : say('about.snapshots', {n: whole(row.iterations), latest: whole(row.latest)}),
        say('about.loss', {loss: number(row.loss)}),
        say('about.started', {time: startedAt(row.started)}),
      ].join(' · ')
    : '';
}

function startedAt(text) {
  const time = new Date(text);
  return Number.isNaN(time.getTime())
    ? say('about.unknown')
    : time.toLocaleString(language() === 'ru' ? 'ru' : 'en-GB', {dateStyle: 'medium', timeStyle: 'medium'});
}

function navigationEntry({name, path}) {
  const key = `page.${path.slice(1)}`;
  const word = known(key) ? el('span', {data: {say: key}, text: say(key)}) : name;
  return el('li', {class: 'nav-item'}, el('a', {class: 'nav-link', href: path}, el('i', {class: 'nav-icon cui-map'}), word));
}

function onKey(event) {
  if (event.key === '?' && !event.target.closest('input:not([type=range]), textarea')) return openHelp();
  if (event.key !== ' ' || event.target.closest('input:not([type=range]), button, select, summary, textarea')) return;
  event.preventDefault();
  store.setPlaying(!store.playing);
}

/** The words around the views. */
function nameShell() {
  document.querySelectorAll('[data-say]').forEach(element => (element.textContent = say(element.dataset.say)));
  document.querySelectorAll('[data-say-label]').forEach(element => (element.ariaLabel = say(element.dataset.sayLabel)));
}

/** Says everything anew in another language. */
function speakAnew() {
  nameShell();
  show(help, helpButton());
  parts.tabs.replaceChildren();
  store.api.forget();
  shown.view?.destroy();
  shown = {name: null, view: null};
  update();
}

const help = el('span', {}, helpButton());
document.querySelector('.app-header').append(languageMenu(), help);
nameShell();
onLanguage(speakAnew);
parts.tabs.addEventListener('keydown', moveAmongTabs);
parts.sessionSelect.addEventListener('change', () => {
  store.setSession(parts.sessionSelect.value);
  tellSession(parts.sessionSelect.value);
});
store.subscribe(() => {
  if (store.sessions && store.sessionId !== null && store.param('session') === null) store.set({session: store.sessionId});
  choose(store);
  update();
});
addEventListener('hashchange', route);
addEventListener('popstate', route);
document.addEventListener('keydown', onKey);
store.api.pages().then(
  pages => document.querySelector('.sidebar-nav .nav').append(...pages.map(navigationEntry)),
  () => {}, // a server without the list has no other pages
);
currentSession().then(id => {
  store.preferred = id;
  route();
  keepLive(store);
});
