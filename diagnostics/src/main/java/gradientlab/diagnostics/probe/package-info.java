/**
 * Reads the quantities of {@link gradientlab.diagnostics} out of a DL4J network without disturbing it, and has
 * {@link gradientlab.diagnostics.judge} judge them before and during training.
 *
 * <p>The only package of this module that may depend on DL4J and ND4J.
 */
package gradientlab.diagnostics.probe;
