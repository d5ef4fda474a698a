/**
 * The parts of the lecture: one class each, with a main, a method that returns its result, and what is made of that
 * result, figures and a section of the report.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.cli}, {@code gradientlab.diagnostics},
 * {@code gradientlab.lab}, {@code gradientlab.lab.figure}, {@code gradientlab.lab.report},
 * {@code gradientlab.lab.run}, {@code gradientlab.language}, {@code gradientlab.mnist}, {@code gradientlab.model}, {@code org.deeplearning4j},
 * {@code org.nd4j}.
 */
package gradientlab.experiments.lesson;
