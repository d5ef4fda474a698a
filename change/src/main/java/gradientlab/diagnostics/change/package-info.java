/**
 * What a finding proposes to change, as a value that a program can apply, store and compare.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}.
 */
package gradientlab.diagnostics.change;
