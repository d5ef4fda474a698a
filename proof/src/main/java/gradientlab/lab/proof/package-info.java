/**
 * The proof of a remedy: trains a plan as it is and with the one change that a finding proposes.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.lab},
 * {@code gradientlab.lab.report}, {@code gradientlab.lab.run}, {@code gradientlab.language}, {@code gradientlab.model}.
 */
package gradientlab.lab.proof;
