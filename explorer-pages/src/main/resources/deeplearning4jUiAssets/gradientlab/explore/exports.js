import {csvOf} from '../save.js';

/** The numbers of a chart as text, to be taken away. */

/**
 * @typedef {{name: string, values: (number|null|undefined)[], colour?: string, dash?: number[], width?: number, points?: boolean}} Column
 * @typedef {{title: string, xTitle: string, yTitle: string, log: boolean, x: number[], columns: Column[]}} ChartData
 */

/** Comma-separated values with a line of names and of what their values are; NaN and ±Infinity are written out, what does not exist is empty. */
export function csv({xTitle, yTitle, x, columns}) {
  return csvOf(
    [xTitle, ...columns.map(column => `${column.name}, ${yTitle}`)],
    x.map((value, i) => [value, ...columns.map(column => column.values[i])]),
  );
}
