/**
 * DL4J's own pages with their faults mended: small amendments to its templates and scripts, made when they are served,
 * and to its JSON, made from the storage it was gathered from.
 *
 * <p>May depend on DL4J and Vert.x; knows nothing of the rest of the dashboard.
 */
package gradientlab.ui.stock;
