import {el, message, show} from '../dom.js';
import {theme} from '../draw/colours.js';
import {Picture} from '../draw/picture.js';
import {NOT_FINITE, unitmap, unitMapOf} from '../draw/unitmap.js';
import {number, percent, whole} from '../numbers.js';
import {key} from '../parts.js';
import {saturatedWhen} from '../unitwords.js';
import {say} from './words.js';

/** The saturation map of a layer of one net, or why there is none. */
export function mapPicture(net) {
  let map = null;
  let grey = false;
  const title = el('b');
  const note = el('p', {class: 'gl-note'});
  const legend = el('p', {class: 'pic-legend'});
  const picture = new Picture(
    width =>
      map &&
      unitmap(map, {
        width,
        order: [...Array(map.units).keys()],
        grey,
        left: 56,
        right: 16,
        sorted: say('inside.byNumber'),
      }),
    '',
  );
  const reason = el('div');
  const body = el('div', {}, note, legend, picture.root);
  const element = el('section', {hidden: true}, title, reason, body);
  const explain = () =>
    show(
      legend,
      ...(grey
        ? [key('#000', say('inside.zero')), key('#fff', say('inside.scale', {scale: number(map.scale)}))]
        : [key('#fff', say('inside.white', {when: saturatedWhen(map.nonlinearity)})), key('#000', say('inside.black'))]),
      key(theme().notFinite, say('inside.notFinite')),
    );
  return {
    element,
    /** Shows how large the activations are, or only where they are saturated. */
    shade(level) {
      grey = level;
      if (!map) return;
      explain();
      picture.redraw();
    },
    /** @param {{value?: Object, error?: string}|null} answer */
    show(answer) {
      element.hidden = answer === null;
      if (answer === null) return;
      title.textContent = say('inside.map', {net});
      body.hidden = !answer.value;
      show(reason, answer.value ? null : message(answer.error));
      map = answer.value ? unitMapOf(answer.value) : null;
      if (!map) return;
      note.textContent = mapText(map);
      picture.setLabel(`${title.textContent}. ${note.textContent}`);
      explain();
      picture.redraw();
    },
  };
}

/** Which share of the activations shown is saturated. */
function mapText(map) {
  const finite = map.level.reduce((n, level) => n + (level !== NOT_FINITE ? 1 : 0), 0);
  const saturated = map.state.reduce((n, state, i) => n + (state >= 1 && map.level[i] !== NOT_FINITE ? 1 : 0), 0);
  return say('inside.saturated', {
    layer: map.layer,
    examples: whole(map.examples),
    units: whole(map.units),
    share: percent(saturated / finite),
  });
}
