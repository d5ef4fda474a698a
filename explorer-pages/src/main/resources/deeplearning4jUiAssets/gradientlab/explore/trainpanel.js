import {button, copyButton, selectControl} from '../controls.js';
import {el, message, show} from '../dom.js';
import {key} from '../parts.js';
import {whole} from '../numbers.js';
import {same} from './settings.js';
import {letter, trainCharts} from './traincharts.js';
import {say} from './words.js';

/** Trains A and B from exactly the weights that are shown, and lets one watch. */

const PAUSES = [0, 50, 200, 1000];

/**
 * @param {import('./state.js').ExploreState} state
 * @param {import('./training.js').Training} training
 */
export function trainPanel(state, training) {
  if (state.served.training) return {element: message(state.served.training), update: () => {}};
  const start = button('', () => training.start(), {class: 'gl-button ex-apply'});
  const run = button('', () => training.tell(training.running ? 'pause' : 'run'), {class: 'gl-button gl-play'});
  const one = button(say('train.one'), () => training.tell('step', 1));
  const ten = button(say('train.ten'), () => training.tell('step', 10));
  const rewind = button(say('train.rewind'), () => training.tell('rewind'), {title: say('train.rewindHelp')});
  const end = button(say('train.end'), () => training.tell('end'));
  const record = button(say('train.record'), () => training.tell('record'), {title: say('train.recordHelp')});
  const save = button(say('train.save'), () => training.tell('save'), {title: say('train.saveHelp')});
  let pause = 0;
  const speed = selectControl(say('train.speed'), value => {
    pause = Number(value);
    if (state.training) training.tell('speed', pause);
  });
  const status = el('p', {role: 'status'});
  const problem = el('p', {class: 'gl-banner', role: 'alert', hidden: true});
  const nets = el('div', {class: 'ex-trained'});
  const charts = trainCharts();
  const deaths = el('ol', {class: 'ex-deaths', 'aria-label': say('train.deaths')});
  const live = el('div', {}, nets, charts.element, el('h3', {text: say('train.deaths')}), deaths);
  const element = el(
    'div',
    {},
    el('div', {class: 'gl-controls'}, start, run, one, ten, rewind, record, save, end, speed.element),
    problem,
    status,
    live,
  );
  let shown = '';
  let died = '';
  const update = () => {
    const now = state.training;
    start.textContent = say(now ? 'train.again' : state.pinned ? 'train.both' : 'train.start');
    run.textContent = say(training.running ? 'train.pause' : 'train.run');
    [run, one, ten].forEach(control => (control.disabled = training.over));
    rewind.disabled = end.disabled = !now;
    record.disabled = !now || now.step === 0 || training.busy || now.nets.every(net => net.session);
    save.disabled = !now || training.busy || !now.nets.some(({saved}) => saved.hindrance === 'NONE' && saved.step !== now.step);
    speed.update(
      PAUSES.map(value => ({value: String(value), label: say(`train.speed.${value}`)})),
      String(pause),
    );
    problem.textContent = training.problem;
    problem.hidden = training.problem === '';
    write(status, statusOf(state));
    live.hidden = !now;
    if (!now) return;
    const structure = JSON.stringify([
      now.training,
      now.nets.map(net => [net.session, net.learningRate, net.diverged, net.command, net.saved]),
    ]);
    if (structure !== shown)
      show(
        nets,
        now.nets.map((net, i) => netLine(net, i, now.nets.length, training)),
      );
    shown = structure;
    charts.update(now);
    const events = now.nets.flatMap((net, i) => net.dead.map(event => ({...event, net: letter(i, now.nets.length)})));
    if (JSON.stringify(events) !== died) show(deaths, deathLines(events));
    died = JSON.stringify(events);
  };
  return {element, update};
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function statusOf({training, controls, settings, pinned}) {
  if (!training) return say('train.none');
  const sentence = training.sentence || say(`train.phase.${training.phase}`);
  const counted = say('train.status', {step: whole(training.step), steps: whole(training.steps), sentence});
  const {of} = training;
  const changed = of && (!same(controls, of.settings, settings) || !samePinned(controls, of.pinned, pinned));
  return changed ? `${counted} ${say('train.changed')}` : counted;
}

const samePinned = (controls, a, b) => (a === null || b === null ? a === b : same(controls, a, b));

/** A net: its learning rate, which can be changed meanwhile, its session, the command that trains it again, its run folder. */
function netLine(net, i, count, training) {
  const name = letter(i, count);
  const rate = el('input', {
    type: 'text',
    inputmode: 'decimal',
    'aria-label': say('train.rateOf', {net: name}),
    on: {
      change: () => {
        const value = Number(rate.value.replace(',', '.'));
        const right = value > 0 && Number.isFinite(value);
        rate.setAttribute('aria-invalid', !right);
        if (right) training.tell('rate', value, i);
      },
    },
  });
  rate.value = net.learningRate;
  const session = `/gradients#/flow?${new URLSearchParams({session: net.session})}`;
  return el(
    'p',
    {},
    key(name === 'B' ? 'var(--s0)' : 'var(--s1)', say('compare.net', {net: name, title: net.title})),
    el('label', {}, say('train.rate'), ' ', rate),
    net.session ? el('a', {href: session, text: say('train.session')}) : null,
    net.command ? copyButton(() => net.command, say('train.command')) : null,
    savedLine(net.saved),
    net.diverged ? el('b', {class: 'ex-diverged', text: net.diverged}) : null,
  );
}

/** Where a net was saved, or else why it cannot be. */
function savedLine({step, folder, hindrance}) {
  if (folder) return el('span', {class: 'ex-saved', text: say('train.saved', {step: whole(step), folder})});
  if (['NONE', 'NO_STEP'].includes(hindrance)) return null;
  return el('span', {class: 'ex-saved', text: say('train.unsaved', {why: say(`train.hindrance.${hindrance}`)})});
}

const MOST_DEATHS = 200;

/** The newest first. */
function deathLines(events) {
  const sorted = [...events].sort((a, b) => b.step - a.step).slice(0, MOST_DEATHS);
  const line = ({net, step, layer, units}) =>
    say(units === 1 ? 'train.died' : 'train.diedMany', {net, step: whole(step), layer, units: whole(units)});
  return sorted.length ? sorted.map(event => el('li', {text: line(event)})) : [el('li', {text: say('train.noDeaths')})];
}
