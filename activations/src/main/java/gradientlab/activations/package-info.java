/**
 * The activation functions, one row each: formula, slope, gain and where it comes from, and where it saturates.
 *
 * <p>May depend on: the JDK alone.
 */
package gradientlab.activations;
