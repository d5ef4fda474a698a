import {button, toggleControl} from '../controls.js';
import {el} from '../dom.js';
import {number, whole} from '../numbers.js';
import {letter} from './traincharts.js';
import {say} from './words.js';

/** Beside the charts, how the training stands that one watches in them. */

/**
 * @param {import('./state.js').ExploreState} state
 * @param {import('./training.js').Training} training
 */
export function trainStrip(state, training) {
  const run = button('', () => training.tell(training.running ? 'pause' : 'run'), {class: 'gl-button gl-play'});
  const which = toggleControl(
    say('train.charts'),
    ['fresh', 'now'].map(value => ({value, label: say(`train.${value}`)})),
    value => state.look({now: value === 'now'}),
  );
  const text = el('span', {class: 'ex-stand'});
  const element = el('div', {class: 'gl-controls ex-strip', hidden: true}, run, which.element, text);
  const update = () => {
    const now = state.training;
    element.hidden = !now;
    if (!now) return;
    run.textContent = say(training.running ? 'train.pause' : 'train.run');
    run.disabled = training.over;
    which.update(state.now ? 'now' : 'fresh');
    const losses = now.nets.map((net, i) =>
      say('train.loss', {net: letter(i, now.nets.length), loss: number(net.curve.at(-1) ?? NaN)}),
    );
    text.textContent = say(now.step > 0 ? 'train.stand' : 'train.standFresh', {
      step: whole(now.step),
      steps: whole(now.steps),
      losses: losses.join(', '),
    });
  };
  return {element, update};
}
