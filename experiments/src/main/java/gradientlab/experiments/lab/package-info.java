/**
 * What an experiment is, the laboratory it works in, and the folder and report that come of it.
 *
 * <p>May depend on every module but the dashboard, and on the packages run, figure and report; knows no experiment.
 */
package gradientlab.experiments.lab;
