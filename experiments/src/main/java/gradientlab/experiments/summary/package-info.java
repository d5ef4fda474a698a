/**
 * The promises of the lecture's summary as experiments: what it says about depth, dead units, residual connections,
 * normalisation layers and optimisers without showing it.
 *
 * <p>One class each, with a main, as in the package of the lessons; may depend on everything but the lessons.
 */
package gradientlab.experiments.summary;
