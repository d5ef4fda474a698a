/**
 * Reports: sections of text, tables and figures as plain values, and their two readers, the page and the console.
 *
 * <p>May depend on: {@code gradientlab.lab.figure}, {@code gradientlab.language}.
 */
package gradientlab.lab.report;
