/**
 * What an experiment is, the laboratory it works in, and the folder and report that come of it; knows no experiment.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits}, {@code gradientlab.diagnostics.probe}, {@code gradientlab.engine},
 * {@code gradientlab.engine.probe}, {@code gradientlab.lab.figure}, {@code gradientlab.lab.report},
 * {@code gradientlab.lab.run}, {@code gradientlab.language}, {@code gradientlab.mnist}, {@code gradientlab.model}, {@code gradientlab.runfolder},
 * {@code gradientlab.session}, {@code com.fasterxml.jackson}, {@code org.bytedeco}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.lab;
