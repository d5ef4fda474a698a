/**
 * Sessions made of drawn arrays, so that the pages can be looked at and tested without any training.
 *
 * <p>May depend on {@code gradientlab.ui.session} and {@code gradientlab.diagnostics}; what is drawn goes through the
 * same measurements and rules as a real training.
 */
package gradientlab.ui.demo;
