/*
 * What DL4J's own pages lack: a word about values that are not finite (the charts leave a gap there), the graph of the
 * session that is shown now, a sign that the server is gone, the session in the link to our pages, and buttons and
 * lists without scripts in their attributes.
 */
(function (window, $) {
  'use strict';

  const SHOWN_SERIES = 3;

  /** Puts a text below an element, or takes it away; data is only ever set as text. */
  function note(chart, id, text) {
    let line = document.getElementById(id);
    if (text === '') {
      if (line) line.remove();
      return;
    }
    if (!line) {
      line = document.createElement('p');
      line.id = id;
      line.className = 'gradientlab-note';
      line.setAttribute('role', 'status');
      document.getElementById(chart).after(line);
    }
    if (line.textContent !== text) line.textContent = text;
  }

  /** Says what is missing from one line, such as "0_W at 3 of 20 iterations, first at 17"; "" if nothing is. */
  function missing(name, values, iterations) {
    const at = iterations.filter((iteration, i) => i < values.length && !isFinite(values[i]));
    return at.length === 0 ? '' : `${name} at ${at.length} of ${values.length} points, first at iteration ${at[0]}`;
  }

  function missingOf(lines, iterations) {
    const found = Object.keys(lines)
      .map(name => missing(name, lines[name], iterations))
      .filter(text => text !== '');
    if (found.length === 0) return '';
    const more = found.length - SHOWN_SERIES;
    const list = found.slice(0, SHOWN_SERIES).join('; ') + (more > 0 ? `; and ${more} more` : '');
    return 'NaN or infinite, not drawn: ' + list;
  }

  function tellNotFiniteOverview(data, deviations) {
    const iterations = data.scoresIter;
    note('scoreiterchart', 'scoreNotFinite', missingOf({score: data.scores}, iterations));
    note('updateRatioChart', 'ratioNotFinite', missingOf(data.updateRatios, iterations));
    note('stdevChart', 'stdevNotFinite', missingOf(data[deviations], iterations));
  }

  function tellNotFiniteModel(data, magnitudes) {
    const {activations, meanMag} = data;
    note('meanmag', 'meanmagNotFinite', missingOf(meanMag[magnitudes], meanMag.iterCounts));
    const lines = {mean: activations.mean, 'standard deviation': activations.stdev};
    note('activations', 'activationsNotFinite', missingOf(lines, activations.iterCount));
  }

  /** The graph is drawn once by DL4J: again for another session, whose layers are others. */
  let graphOf = null;
  function followSession(session) {
    if (graphOf !== null && graphOf !== session && typeof window.renderModelGraph === 'function') {
      window.selectedVertex = -1;
      $('#layers').empty();
      window.renderModelGraph();
    }
    graphOf = session;
  }

  /** DL4J fits the graph into the space it has before the other columns are shown or hidden. */
  function refitGraph() {
    if (window.cy) {
      window.cy.resize();
      window.cy.fit(undefined, 50);
    }
  }

  function linkSession(session) {
    const link = document.getElementById('gradientsLink');
    if (link) link.href = '/gradients' + (session ? '#/flow?' + new URLSearchParams({session}) : '');
  }

  /** Only a request that was never answered: the page tries again every two seconds by itself. */
  function tellGone(gone) {
    let banner = document.getElementById('gradientlabGone');
    if (gone && !banner) {
      banner = document.createElement('div');
      banner.id = 'gradientlabGone';
      banner.className = 'gradientlab-gone';
      banner.setAttribute('role', 'alert');
      banner.textContent = 'The dashboard does not answer: its program may have ended. This page shows what it had.';
      document.body.append(banner);
    } else if (!gone && banner) {
      banner.remove();
    }
  }

  $(document).ajaxSuccess(function (event, request, options, data) {
    tellGone(false);
    if (options.url === '/train/sessions/current') {
      followSession(data);
      linkSession(data);
    }
  });
  $(document).ajaxError(function (event, request) {
    if (request.status === 0 && request.statusText !== 'abort') tellGone(true);
  });

  const graph = document.getElementById('layers');
  if (graph && window.ResizeObserver) new ResizeObserver(refitGraph).observe(graph);

  /** The buttons say what they do as DL4J wrote it, such as languageSelect('de', 'overview'), in a data attribute. */
  const CALL = /^(languageSelect|selectStdevChart|setSelectMeanMagChart)\('(\w+)'(?:, '(\w+)')?\)$/;
  $(document).on('click', 'a[href="#"]', function (event) {
    event.preventDefault();
    const call = CALL.exec(this.dataset.click || '');
    if (call) window[call[1]](...call.slice(2));
  });

  $(document).on('change', '#sessionSelect', () => window.selectNewSession());
  $(document).on('change', '#workerSelect', () => window.selectNewWorker());

  window.GradientLab = {tellNotFiniteOverview, tellNotFiniteModel};
})(window, window.jQuery);
