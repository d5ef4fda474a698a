/**
 * What the dashboard keeps of a training, how it is recorded, and how it goes through DL4J's storages.
 *
 * <p>May depend on {@code gradientlab.diagnostics}, DL4J's listeners and storages, and Jackson; knows nothing of servers
 * and pages.
 */
package gradientlab.ui.session;
