/**
 * The port of the explorer page: what somebody who can build and train networks has to answer.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.language}, {@code gradientlab.session}.
 */
package gradientlab.ui.explorer;
