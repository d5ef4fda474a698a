/** Axes around a box on a canvas: lines, ticks, labels with units. */

/** @typedef {{left: number, top: number, width: number, height: number}} Box */

/** A value axis left of the box, low values at the bottom. */
export function axisLeft(g, box, ticks, title, theme, grid = true) {
  pen(g, theme);
  g.textAlign = 'right';
  g.textBaseline = 'middle';
  let free = Infinity;
  for (const t of [...ticks].sort((a, b) => b.at - a.at)) {
    if (t.at < -1 || t.at > box.height + 1) continue;
    const y = box.top + t.at;
    if (grid) line(g, box.left, y, box.left + box.width, y, theme.grid);
    line(g, box.left - 4, y, box.left, y, theme.faint);
    if (free - t.at < 13) continue;
    g.fillText(t.label, box.left - 6, y);
    free = t.at;
  }
  g.save();
  g.translate(11, box.top + box.height / 2);
  g.rotate(-Math.PI / 2);
  g.textAlign = 'center';
  g.fillStyle = theme.ink;
  g.fillText(title, 0, 0, box.height + 60);
  g.restore();
}

/** An axis below the box; labels that would run into others are left out, 0 last of all. */
export function axisBottom(g, box, ticks, title, theme, grid = true) {
  pen(g, theme);
  g.textAlign = 'center';
  g.textBaseline = 'top';
  const y = box.top + box.height;
  const free = vacancy();
  for (const t of zeroFirst(ticks)) {
    if (t.at < -1 || t.at > box.width + 1) continue;
    const x = box.left + t.at;
    if (grid) line(g, x, box.top, x, y, theme.grid);
    line(g, x, y, x, y + 4, theme.faint);
    if (free(x, g.measureText(t.label).width / 2 + 4)) g.fillText(t.label, x, y + 6);
  }
  g.fillStyle = theme.ink;
  g.fillText(title, box.left + box.width / 2, y + 22, box.width + 60);
}

/** The frame of a box. */
export function outline(g, box, theme) {
  g.strokeStyle = theme.faint;
  g.lineWidth = 1;
  g.strokeRect(Math.round(box.left) - 0.5, Math.round(box.top) - 0.5, Math.round(box.width) + 1, Math.round(box.height) + 1);
}

/** A thin line, sharp when horizontal or vertical. */
export function line(g, x1, y1, x2, y2, colour, width = 1, dash = []) {
  const sharp = v => Math.round(v) + (width % 2 ? 0.5 : 0);
  g.strokeStyle = colour;
  g.lineWidth = width;
  g.setLineDash(dash);
  g.beginPath();
  g.moveTo(sharp(x1), sharp(y1));
  g.lineTo(sharp(x2), sharp(y2));
  g.stroke();
  g.setLineDash([]);
}

/** Ticks of a scale along a number of pixels; upwards when flipped. */
export const scaleTicks = (scale, size, spacing, flipped = false) =>
  scale
    .ticks(Math.max(4, Math.floor(size / spacing)))
    .map(t => ({at: size * (flipped ? 1 - scale.at(t.value) : scale.at(t.value)), label: t.label}));

const zeroFirst = ticks => [...ticks].sort((a, b) => (b.label === '0') - (a.label === '0'));

/** Tells whether a label so wide to both sides still has room, and if so takes it. */
function vacancy() {
  const taken = [];
  return (at, half) => {
    const room = taken.every(other => Math.abs(other.at - at) >= other.half + half);
    if (room) taken.push({at, half});
    return room;
  };
}

function pen(g, theme) {
  g.font = theme.font;
  g.fillStyle = theme.faint;
  g.lineWidth = 1;
}
