/**
 * The command line: options, console and exit codes. The only package that prints.
 *
 * <p>The experiments are handed to it.
 *
 * <p>May depend on: {@code gradientlab.continuation}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits},
 * {@code gradientlab.diagnostics.probe}, {@code gradientlab.engine}, {@code gradientlab.engine.probe}, {@code gradientlab.explorer},
 * {@code gradientlab.export},
 * {@code gradientlab.lab}, {@code gradientlab.lab.proof}, {@code gradientlab.lab.report},
 * {@code gradientlab.lab.run}, {@code gradientlab.language}, {@code gradientlab.mnist}, {@code gradientlab.model}, {@code gradientlab.reproductions}, {@code gradientlab.rulebenchmark},
 * {@code gradientlab.rulebenchmark.cases},
 * {@code gradientlab.rulebenchmark.foreign}, {@code gradientlab.runfolder},
 * {@code gradientlab.session}, {@code gradientlab.sweep}, {@code gradientlab.ui}, {@code gradientlab.ui.demo}, {@code ch.qos.logback},
 * {@code com.fasterxml.jackson}, {@code me.tongfei}, {@code org.deeplearning4j}, {@code org.nd4j}, {@code picocli}.
 */
package gradientlab.cli;
