/**
 * Says which layer loses the gradient, why, and what would mend it: a pure function of measurements and limits.
 *
 * <p>Depends on the JDK and on {@link gradientlab.diagnostics} alone, so that a stored run can be judged again.
 */
package gradientlab.diagnostics.judge;
