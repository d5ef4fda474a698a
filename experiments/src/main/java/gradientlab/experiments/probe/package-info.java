/**
 * Measures the networks that the direct engine covers by the passes of that engine, for a fraction of what a replica costs.
 *
 * <p>Where {@code gradientlab.model.engine} and {@code gradientlab.diagnostics.probe} meet, which know nothing of each
 * other; depends on nothing else of this module.
 */
package gradientlab.experiments.probe;
