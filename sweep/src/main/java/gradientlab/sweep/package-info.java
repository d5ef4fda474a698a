/**
 * Sweeps: a training or a fresh network for each cell of a grid of settings, and the table that comes of them. A cell is a
 * function of its plan; it knows nothing of folders, threads and the console.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.continuation}, {@code gradientlab.diagnostics},
 * {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits}, {@code gradientlab.diagnostics.probe}, {@code gradientlab.engine},
 * {@code gradientlab.engine.probe}, {@code gradientlab.lab}, {@code gradientlab.lab.figure},
 * {@code gradientlab.lab.report}, {@code gradientlab.lab.run}, {@code gradientlab.mnist}, {@code gradientlab.model},
 * {@code gradientlab.runfolder}, {@code gradientlab.sweep.parquet}, {@code gradientlab.theory}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.sweep;
