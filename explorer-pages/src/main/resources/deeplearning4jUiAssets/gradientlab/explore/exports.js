/** The numbers of a chart as text, to be taken away. */

/**
 * @typedef {{name: string, values: (number|null|undefined)[], colour?: string, dash?: number[], width?: number, points?: boolean}} Column
 * @typedef {{title: string, xTitle: string, yTitle: string, log: boolean, x: number[], columns: Column[]}} ChartData
 */

/** Comma-separated values with a line of names and of what their values are; NaN and ±Infinity are written out, what does not exist is empty. */
export function csv({xTitle, yTitle, x, columns}) {
  const lines = [[xTitle, ...columns.map(column => `${column.name}, ${yTitle}`)].map(quoted)];
  x.forEach((value, i) => lines.push([value, ...columns.map(column => column.values[i] ?? '')]));
  return lines.map(line => `${line.join(',')}\r\n`).join('');
}

const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
