/**
 * Sessions made of drawn arrays, and an explorer of recorded answers, so that the pages can be looked at and tested without any training.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.judge}, {@code gradientlab.language}, {@code gradientlab.session}, {@code gradientlab.ui.explorer},
 * {@code com.fasterxml.jackson}, {@code org.deeplearning4j}, {@code org.slf4j}.
 */
package gradientlab.ui.demo;
