/**
 * The proof of a remedy: trains a plan as it is and with the one change that a finding proposes.
 *
 * <p>May depend on the modules model and diagnostics and on the packages run, lab, figure and report.
 */
package gradientlab.experiments.remedy;
