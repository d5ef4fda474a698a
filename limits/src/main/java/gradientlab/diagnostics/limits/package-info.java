/**
 * The limits of all rules, and another set of them for somebody who wants other ones.
 *
 * <p>A limit is a row of {@link gradientlab.diagnostics.limits.Limit}.
 *
 * <p>May depend on: nothing but the JDK.
 */
package gradientlab.diagnostics.limits;
