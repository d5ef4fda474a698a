/**
 * What was measured of a run over time: observations, and what became of every unit. Plain data that rules, pages and
 * reports read.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.facts}.
 */
package gradientlab.diagnostics.history;
