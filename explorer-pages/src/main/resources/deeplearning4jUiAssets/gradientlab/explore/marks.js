import {colour} from '../theme.js';
import {undrawable} from './series.js';

/** What lines cannot show, drawn into a chart over the layers. */

/** A cross on the upper edge where a value is NaN or infinite; a triangle on the lower edge of a logarithmic axis for 0. */
export function markUndrawable(u, series, log) {
  const g = u.ctx;
  const {left, top, width, height} = u.bbox;
  const unit = devicePixelRatio || 1;
  g.save();
  series
    .filter(one => one.kind === 'measured')
    .forEach(({values, shade}, k) => {
      const {notFinite, zero} = undrawable(values, log);
      const at = i => u.valToPos(u.data[0][i], 'x', true);
      const inside = i => at(i) >= left - 1 && at(i) <= left + width + 1;
      g.strokeStyle = colour(shade);
      g.lineWidth = 2 * unit;
      for (const i of notFinite.filter(inside)) cross(g, at(i), top + (6 + 9 * (k % 2)) * unit, 4 * unit);
      for (const i of zero.filter(inside)) triangle(g, at(i), top + height - 3 * unit, 5 * unit);
    });
  g.restore();
}

/** The layer that one looks into. */
export function markLayer(u, layer) {
  const x = Math.round(u.valToPos(layer, 'x', true));
  if (!(x >= u.bbox.left && x <= u.bbox.left + u.bbox.width)) return;
  u.ctx.save();
  u.ctx.strokeStyle = colour('ink');
  u.ctx.lineWidth = devicePixelRatio || 1;
  u.ctx.beginPath();
  u.ctx.moveTo(x, u.bbox.top);
  u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
  u.ctx.stroke();
  u.ctx.restore();
}

/** A ground behind layers. */
export function shade(u, layers) {
  if (layers.length === 0) return;
  const {left, top, width, height} = u.bbox;
  const [from, to] = [layers[0] - 0.5, layers.at(-1) + 0.5].map(v =>
    Math.min(left + width, Math.max(left, u.valToPos(v, 'x', true))),
  );
  u.ctx.save();
  u.ctx.fillStyle = colour('bad');
  u.ctx.fillRect(from, top, to - from, height);
  u.ctx.restore();
}

function cross(g, x, y, size) {
  g.beginPath();
  g.moveTo(x - size, y - size);
  g.lineTo(x + size, y + size);
  g.moveTo(x + size, y - size);
  g.lineTo(x - size, y + size);
  g.stroke();
}

function triangle(g, x, y, size) {
  g.beginPath();
  g.moveTo(x - size, y - size);
  g.lineTo(x + size, y - size);
  g.lineTo(x, y);
  g.closePath();
  g.stroke();
}
