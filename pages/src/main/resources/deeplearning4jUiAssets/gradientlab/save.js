import {el} from './dom.js';

/** Files that the page hands to the reader. */

/** Lets the browser keep a text or a blob as a file. */
export function save(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
  el('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** The picture of an SVG document, twice as fine. @returns {Promise<Blob>} */
export async function pngOf(svg, width, height) {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
  try {
    image.src = url;
    await image.decode();
    const canvas = el('canvas', {width: 2 * width, height: 2 * height});
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Comma-separated values as RFC 4180 has them: a line of names, then a line for each row. Numbers as programs write them, in
 * every language; NaN and ±Infinity are written out, what does not exist is empty.
 */
export const csvOf = (columns, rows) =>
  [columns, ...rows].map(row => `${row.map(cell => quoted(String(cell ?? ''))).join(',')}\r\n`).join('');

const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
