/**
 * The parts of the lecture: one class each, with a main, a method that returns its result, and what is made of that
 * result, figures and a section of the report.
 *
 * <p>May depend on every module and on the packages run, figure and report; knows nothing of the command line.
 */
package gradientlab.experiments.lesson;
