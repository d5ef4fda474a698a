/**
 * Says which layer loses the gradient, why, and what would help: a pure function of measurements and limits.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}.
 */
package gradientlab.diagnostics.judge;
