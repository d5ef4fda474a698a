import {smoothingControl} from '../controls.js';
import {acrossOf, placed, placer} from '../draw/across.js';
import {curves} from '../draw/curves.js';
import {Picture} from '../draw/picture.js';
import {whole} from '../numbers.js';
import {acrossToggle, box, heading, legend, lineKey, note} from '../parts.js';
import {swatch} from '../sessionlist.js';
import {el, show} from '../dom.js';
import {say} from '../words.js';

/** The loss over the iterations, with the one that is shown; a click goes to the kept one nearest to it. */
export function lossChart(store) {
  const about = note();
  const smoothing = smoothingControl(store);
  const across = acrossToggle(store);
  const keys = legend();
  const picture = new Picture(width => drawing(store, width, smoothing.weight()), say('loss.label'));
  const element = box(
    heading(say('loss.title')),
    about,
    el('div', {class: 'gl-controls'}, across.element, smoothing.element),
    keys,
    picture.root,
  );
  let drawn = '';
  const update = () => {
    smoothing.update();
    across.update(axisOf(store), [store.session]);
    about.textContent = describe(store.session.loss);
    show(
      keys,
      shown(store).map(({look, name}) => lineKey(swatch(look), name)),
    );
    const now = JSON.stringify([store.version(), smoothing.weight(), axisOf(store)]);
    if (now === drawn) return picture.mark();
    drawn = now;
    picture.redraw();
  };
  return {element, update, destroy: () => picture.destroy()};
}

function shown({session}) {
  const {loss, testLoss} = session;
  const all = [
    {name: say('loss.batch'), look: 0, ...loss},
    {name: say('compare.testLoss'), look: 1, ...testLoss},
  ];
  return all.filter(({iterations}) => iterations.length > 0);
}

function drawing(store, width, smooth) {
  if (!store.session) return null;
  const across = axisOf(store);
  const place = placer(across, store.session);
  const all = shown(store).map(curve => placed(curve, place));
  return curves(all, {
    width,
    across,
    height: 240,
    kind: 'linear',
    logarithmic: false,
    title: say('loss.axis'),
    smooth,
    chosen: () => place(store.iteration),
    pick: at => store.setIteration(nearestTo(store.session.loss.iterations, place, at)),
    file: 'loss',
  });
}

/** What the address asks for, where the session tells it. */
const axisOf = store => (placer(acrossOf(store), store.session) ? acrossOf(store) : 'iteration');

/** The iteration that stands nearest to a place. */
const nearestTo = (iterations, place, at) =>
  iterations.reduce((best, n) => (Math.abs(place(n) - at) < Math.abs(place(best) - at) ? n : best), 0);

function describe(loss) {
  const lost = loss.iterations.filter((_, i) => !Number.isFinite(loss.values[i]));
  const of = {n: whole(lost.length), of: whole(loss.iterations.length), first: whole(lost[0] ?? NaN)};
  return `${lost.length > 0 ? `${say('loss.notFinite', of)} ` : ''}${say('loss.how')}`;
}
