/*
 * Two more charts on DL4J's Model page, for the layer that is chosen there: the histogram of its activations, and those of
 * the gradients of its parameters, from the newest report. Data is only ever set as text.
 */
(function ($) {
  'use strict';

  /** Parameters of a BatchNormalization that no gradient flows to. */
  const RUNNING_STATISTICS = ['mean', 'var', 'log10stdev'];
  const LAYER = /\/model\/data\/(\d+)$/;

  /** One box like the page's own, with a title, buttons, a sentence of figures and a place for the chart. */
  function box(id, title) {
    const make = (tag, className, parent) => {
      const element = document.createElement(tag);
      element.className = className;
      parent.append(element);
      return element;
    };
    const outer = document.createElement('div');
    outer.className = 'box';
    outer.id = id;
    const header = make('div', 'chart-header', outer);
    const heading = make('b', '', make('h2', '', header));
    heading.textContent = title;
    const buttons = make('div', '', header);
    buttons.style.float = 'right';
    const content = make('div', 'box-content', outer);
    const chart = make('div', 'center', content);
    chart.style.height = '300px';
    const figures = make('p', '', content);
    return {outer, buttons, chart, figures};
  }

  const activations = box('activationHistogram', 'Layer Activations Histogram');
  const gradients = box('gradientHistogram', 'Layer Gradients Histogram');
  let parameter = null;
  let layer = null;
  let newest = null;

  function number(value) {
    const n = Number(value);
    return Number.isFinite(n) ? n.toPrecision(4) : String(n).replace('-', '\u2212');
  }

  function sentence(histogram, what, iteration) {
    const start = `${what}, iteration ${iteration}: mean ${number(histogram.mean)}, standard deviation ${number(histogram.std)}`;
    return histogram.counts.length === 0 ? `${start}; NaN or infinite values: no histogram.` : `${start}; counts by value.`;
  }

  function bars(histogram) {
    const width = (histogram.high - histogram.low) / histogram.counts.length;
    // All values the same: a bar still needs a width.
    const shown = width > 0 ? width : Math.max(1e-12, Math.abs(histogram.low) * 1e-3);
    return {width: shown, points: histogram.counts.map((count, i) => [histogram.low + i * width, count])};
  }

  function draw(place, histogram, what, iteration, otherwise) {
    const {width, points} = histogram ? bars(histogram) : {width: 1, points: []};
    $.plot($(place.chart), [points], {
      series: {bars: {show: true, barWidth: width}},
      yaxis: {min: 0},
      grid: {borderWidth: 1, borderColor: '#545454'},
      colors: ['#2FABE9'],
    });
    place.figures.textContent = histogram ? sentence(histogram, what, iteration) : otherwise;
  }

  function drawButtons(names) {
    const shown = Array.from(gradients.buttons.children, button => button.value);
    if (JSON.stringify(shown) === JSON.stringify(names)) return;
    gradients.buttons.replaceChildren(
      ...names.map(name => {
        const button = document.createElement('input');
        button.type = 'button';
        button.className = 'btn btn-small';
        button.value = name;
        button.id = 'gradientBtn_' + name;
        button.addEventListener('click', () => {
          parameter = name;
          render();
        });
        return button;
      }),
    );
  }

  function render() {
    if (newest === null) return;
    const names = Object.keys(newest.gradients);
    drawButtons(names);
    const chosen = names.includes(parameter) ? parameter : names.includes('W') ? 'W' : names[0];
    draw(activations, newest.activations, 'a', newest.iteration, 'DL4J reports no activations of this layer.');
    const what = RUNNING_STATISTICS.includes(chosen)
      ? `Step of the running statistic ${chosen} (no gradient)`
      : `\u2202L/\u2202${chosen}, summed over the batch`;
    draw(gradients, newest.gradients[chosen], what, newest.iteration, 'This layer has no parameters.');
  }

  function tell(text) {
    newest = null;
    drawButtons([]);
    for (const place of [activations, gradients]) {
      $(place.chart).empty();
      place.figures.textContent = text;
    }
  }

  async function load(session, index) {
    if (index !== layer) parameter = null;
    layer = index;
    try {
      const response = await fetch('/gradients/api/model?' + new URLSearchParams({session, layer: index}));
      const data = await response.json();
      if (layer !== index) return; // another one was chosen meanwhile
      if (!response.ok) throw new Error(data.error);
      newest = data;
      render();
    } catch (error) {
      if (layer === index) tell('No histograms: ' + error.message);
    }
  }

  $(function () {
    $('#updateshistogram').closest('.box').after(activations.outer, gradients.outer);
  });
  $(document).ajaxSuccess(function (event, request, options) {
    const match = LAYER.exec(options.url);
    if (match) load(window.currSession, match[1]);
  });
})(window.jQuery);
