/**
 * Reports: sections of text, tables and figures as plain values, and their two readers, the page and the console.
 *
 * <p>May depend on figures; knows nothing of networks or how a result came about.
 */
package gradientlab.experiments.report;
