/**
 * Says which layer loses the gradient, why, and what would help: a pure function of measurements and limits.
 *
 * <p>A limit is a row of {@link gradientlab.diagnostics.limits.Limit}, a rule a row of
 * {@link gradientlab.diagnostics.judge.Rule} with one class, a sentence a key of {@code findings.properties}.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.change},
 * {@code gradientlab.diagnostics.facts}, {@code gradientlab.diagnostics.history}, {@code gradientlab.diagnostics.limits},
 * {@code gradientlab.language}.
 */
package gradientlab.diagnostics.judge;
