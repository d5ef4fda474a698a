/**
 * Training runs: a plan is trained to figures, and the figures with all that made them are kept in a run folder.
 *
 * <p>May depend on the modules mnist-data, model and diagnostics; knows nothing of figures, reports, lessons or the
 * command line.
 */
package gradientlab.experiments.run;
