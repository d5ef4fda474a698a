import {button, selectControl} from '../controls.js';
import {el, message} from '../dom.js';
import {say} from './words.js';

/** The lecture's questions: guess first, then look at the net, then read the answer. */

const KEPT = 'gradientlab.explore.guess.';

/** @param {import('./state.js').ExploreState} state */
export function tourPanel(state) {
  const {tour} = state.served;
  if (tour.length === 0) return {element: message(say('tour.none')), update: () => {}};
  let at = 0;
  const choose = selectControl(say('tour.step'), value => go(Number(value)));
  const back = button(say('tour.back'), () => go(at - 1));
  const on = button(say('tour.on'), () => go(at + 1));
  const title = el('h3', {class: 'ex-question'});
  const question = el('p');
  const guess = el('textarea', {id: 'guess', rows: 2, on: {input: () => remember(tour[at], guess.value)}});
  const summary = el('summary', {text: say('tour.answer')});
  const answer = el('p');
  const folded = el('details', {class: 'gl-table'}, summary, answer);
  const set = button(
    say('tour.set'),
    () => {
      const {settings, compared} = tour[at];
      state.replace(settings, Object.keys(compared).length ? {...standardsOf(state), ...compared} : null);
    },
    {class: 'gl-button ex-apply'},
  );
  const element = el(
    'div',
    {class: 'ex-tour'},
    el('div', {class: 'gl-controls'}, choose.element, back, on),
    title,
    question,
    el('label', {for: 'guess', text: say('tour.guess')}),
    guess,
    el('div', {class: 'gl-controls'}, set),
    folded,
  );
  const go = to => {
    at = Math.min(tour.length - 1, Math.max(0, to));
    folded.open = false;
    draw();
  };
  const draw = () => {
    const step = tour[at];
    choose.update(
      tour.map((one, i) => ({value: String(i), label: `${one.part} ${one.title}`})),
      String(at),
    );
    back.disabled = at === 0;
    on.disabled = at === tour.length - 1;
    title.textContent = say('tour.title', {part: step.part, title: step.title});
    question.textContent = step.question;
    answer.textContent = step.answer;
    guess.value = remembered(step);
  };
  draw();
  return {element, update: () => {}};
}

const standardsOf = ({controls}) => Object.fromEntries(controls.map(control => [control.name, control.standard]));

/** A browser may refuse to keep anything: then the guess lasts as long as the page. */
const lasting = new Map();

function remember({part, title}, text) {
  lasting.set(title, text);
  try {
    localStorage.setItem(`${KEPT}${part} ${title}`, text);
  } catch {
    // It is kept in the page.
  }
}

function remembered({part, title}) {
  try {
    return localStorage.getItem(`${KEPT}${part} ${title}`) ?? '';
  } catch {
    return lasting.get(title) ?? '';
  }
}
