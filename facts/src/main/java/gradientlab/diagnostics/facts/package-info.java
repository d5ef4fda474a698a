/**
 * What is known about a training besides its measurements: how it is configured, and what its data look like.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}.
 */
package gradientlab.diagnostics.facts;
