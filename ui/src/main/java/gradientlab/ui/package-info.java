/**
 * DL4J's training dashboard for a run: its stock pages on a server of this machine, fed from memory.
 *
 * <p>May depend on {@code gradientlab.diagnostics}, DL4J and Vert.x; knows nothing of data sets, network
 * specifications or experiments.
 */
package gradientlab.ui;
