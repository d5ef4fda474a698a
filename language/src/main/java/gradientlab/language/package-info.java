/**
 * The languages in which the program speaks, and catalogues of sentences in them.
 *
 * <p>May depend on: the JDK alone.
 */
package gradientlab.language;
