/**
 * The pages under {@code /gradients} and the JSON they are drawn from, as a module of DL4J's UI.
 *
 * <p>May depend on {@code gradientlab.ui.session}, {@code gradientlab.diagnostics}, DL4J's UI, Vert.x and Jackson; works
 * on any server of DL4J's.
 */
package gradientlab.ui.web;
