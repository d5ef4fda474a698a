import assert from 'node:assert/strict';
import {test} from 'node:test';
import {csvOf} from '../../main/resources/deeplearning4jUiAssets/gradientlab/save.js';
import {SvgContext} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/svgcontext.js';

const drawn = draw => {
  const g = new SvgContext();
  draw(g);
  return g.parts.join('');
};

test('a line has the pen of its canvas', () => {
  const svg = drawn(g => {
    g.strokeStyle = '#123456';
    g.lineWidth = 2;
    g.setLineDash([7, 4]);
    g.beginPath();
    g.moveTo(1, 2);
    g.lineTo(3.125, 4);
    g.stroke();
  });
  assert.equal(
    svg,
    '<path d="M1 2L3.13 4" fill="none" stroke="#123456" stroke-width="2" stroke-linejoin="miter" stroke-dasharray="7 4"/>',
  );
});

test('a group that save opens ends at restore', () => {
  const svg = drawn(g => {
    g.save();
    g.translate(5, 6);
    g.rotate(-Math.PI / 2);
    g.fillText('a < b', 0, 0);
    g.restore();
    g.fillRect(0, 0, 1, 1);
  });
  assert.match(svg, /^<g transform="translate\(5 6\)"><g transform="rotate\(-90\)"><text .*>a &lt; b<\/text><\/g><\/g><path /);
});

test('numbers of a file are those of a program, and a comma is quoted', () =>
  assert.equal(
    csvOf(
      ['step', 'loss, "a"'],
      [
        [1000, 0.5],
        [2000, NaN],
        [3000, undefined],
      ],
    ),
    'step,"loss, ""a"""\r\n1000,0.5\r\n2000,NaN\r\n3000,\r\n',
  ));
