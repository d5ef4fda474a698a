/** What a drawing needs of a canvas, written as an SVG document: the same lines, areas and texts. */

const BASELINES = {middle: 0.35, top: 0.8, alphabetic: 0};
const ANCHORS = {left: 'start', center: 'middle', right: 'end'};
const LETTER = 0.55;

export class SvgContext {
  /** @param {(text: string, font: string) => number} [measure] pixels of a text */
  constructor(measure = (text, font) => text.length * sizeOf(font) * LETTER) {
    this.measure = measure;
    this.parts = [];
    this.path = '';
    this.states = [];
    this.open = 0;
    Object.assign(this, {font: '13px sans-serif', fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, globalAlpha: 1});
    Object.assign(this, {lineJoin: 'miter', textAlign: 'left', textBaseline: 'alphabetic', dash: []});
  }

  save() {
    const {font, fillStyle, strokeStyle, lineWidth, globalAlpha, lineJoin, textAlign, textBaseline, dash, open} = this;
    this.states.push({font, fillStyle, strokeStyle, lineWidth, globalAlpha, lineJoin, textAlign, textBaseline, dash, open});
  }

  restore() {
    const {open, ...state} = this.states.pop();
    for (; this.open > open; this.open--) this.parts.push('</g>');
    Object.assign(this, state);
  }

  translate(x, y) {
    this.group(`transform="translate(${r(x)} ${r(y)})"`);
  }

  rotate(angle) {
    this.group(`transform="rotate(${r((angle * 180) / Math.PI)})"`);
  }

  clip() {
    const id = `clip${this.parts.length}`;
    this.parts.push(`<clipPath id="${id}"><path d="${this.path}"/></clipPath>`);
    this.group(`clip-path="url(#${id})"`);
  }

  group(attributes) {
    this.parts.push(`<g ${attributes}>`);
    this.open++;
  }

  beginPath() {
    this.path = '';
  }

  moveTo(x, y) {
    this.path += `M${r(x)} ${r(y)}`;
  }

  lineTo(x, y) {
    this.path += `${this.path ? 'L' : 'M'}${r(x)} ${r(y)}`;
  }

  closePath() {
    this.path += 'z';
  }

  rect(x, y, width, height) {
    this.path += rectangle(x, y, width, height);
  }

  /** All around: the drawings have no other arcs. */
  arc(x, y, radius) {
    this.path += `M${r(x - radius)} ${r(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  fill() {
    this.parts.push(`<path d="${this.path}" ${this.ink()}/>`);
  }

  stroke() {
    this.parts.push(`<path d="${this.path}" ${this.pen()}/>`);
  }

  fillRect(x, y, width, height) {
    this.parts.push(`<path d="${rectangle(x, y, width, height)}" ${this.ink()}/>`);
  }

  strokeRect(x, y, width, height) {
    this.parts.push(`<path d="${rectangle(x, y, width, height)}" ${this.pen()}/>`);
  }

  fillText(text, x, y) {
    const size = sizeOf(this.font);
    const place = `x="${r(x)}" y="${r(y + BASELINES[this.textBaseline] * size)}"`;
    const look = `text-anchor="${ANCHORS[this.textAlign]}" font-size="${size}" font-family="${escaped(familyOf(this.font))}"`;
    this.parts.push(`<text ${place} ${look} ${this.ink()}>${escaped(String(text))}</text>`);
  }

  measureText(text) {
    return {width: this.measure(String(text), this.font)};
  }

  ink() {
    return `fill="${this.fillStyle}"${this.alpha()}`;
  }

  pen() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.join(' ')}"` : '';
    const line = `stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}" stroke-linejoin="${this.lineJoin}"`;
    return `fill="none" ${line}${dash}${this.alpha()}`;
  }

  alpha() {
    return this.globalAlpha < 1 ? ` opacity="${r(this.globalAlpha)}"` : '';
  }

  /** The document, on a ground of one colour. */
  document(width, height, paper) {
    const size = `width="${r(width)}" height="${r(height)}"`;
    const ground = `<rect width="100%" height="100%" fill="${paper}"/>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${r(width)} ${r(height)}">${ground}${this.parts.join('')}</svg>`;
  }
}

const rectangle = (x, y, width, height) => `M${r(x)} ${r(y)}h${r(width)}v${r(height)}h${r(-width)}z`;

const sizeOf = font => parseFloat(/([\d.]+)px/.exec(font)[1]);

const familyOf = font => font.replace(/^.*?px\s*/, '');

const r = v => Number(v.toFixed(2));

/** A text as it stands in an SVG document. */
export const escaped = words =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
