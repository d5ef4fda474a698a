import {button} from './controls.js';
import {el} from './dom.js';
import {csvOf, pngOf, save} from './save.js';
import {say} from './words.js';

/** Buttons that hand a chart to the reader: as a picture, as a drawing, as numbers. */

/**
 * @typedef {Object} Chart
 * @property {string} file its name without what follows the point
 * @property {string} svg the drawing as a document
 * @property {number} width
 * @property {number} height
 * @property {[string[], any[][]]} [csv] columns and rows
 *
 * @param {() => Chart|null} chart null while there is none
 */
export function takeaway(chart) {
  const take = async (end, type, content) => {
    const one = chart();
    if (one) save(`${one.file}.${end}`, await content(one), type);
  };
  return el(
    'p',
    {class: 'gl-take'},
    el('span', {text: say('take.as')}),
    button('PNG', () => take('png', 'image/png', ({svg, width, height}) => pngOf(svg, width, height))),
    button('SVG', () => take('svg', 'image/svg+xml', ({svg}) => svg)),
    button('CSV', () => take('csv', 'text/csv', ({csv}) => csvOf(...csv))),
  );
}
