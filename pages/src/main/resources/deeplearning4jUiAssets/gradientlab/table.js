import {el, show} from './dom.js';
import {say} from './words.js';

/**
 * The data of a chart, to be read: a table that opens below it.
 * @param {string} caption what the chart shows
 * @returns {{element: HTMLElement, update: (columns: string[], rows: () => (string|Node)[][]) => void}} `rows` is asked only
 *     while the table is open
 */
export function tableBelow(caption) {
  const box = el('div', {class: 'gl-scroll', tabindex: 0, role: 'region', 'aria-label': caption});
  const element = el('details', {class: 'gl-table'}, el('summary', {text: say('table.open')}), box);
  let draw = () => {};
  element.addEventListener('toggle', () => draw());
  const update = (columns, rows) => {
    draw = () => element.open && show(box, table(caption, columns, rows()));
    draw();
  };
  return {element, update};
}

function table(caption, columns, rows) {
  return el(
    'table',
    {class: 'table table-striped'},
    el('caption', {text: caption}),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        columns.map(column => el('th', {scope: 'col', text: column})),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map(row =>
        el(
          'tr',
          {},
          row.map((cell, i) => el(i === 0 ? 'th' : 'td', i === 0 ? {scope: 'row'} : {}, cell)),
        ),
      ),
    ),
  );
}
