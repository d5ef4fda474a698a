/**
 * Networks as others write them, with one planted fault each: plain DL4J layers, small synthetic data, short trainings.
 *
 * <p>May depend on: {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.remedy}, {@code gradientlab.lab}, {@code gradientlab.lab.run},
 * {@code gradientlab.mnist}, {@code gradientlab.rulebenchmark}, {@code gradientlab.rulebenchmark.cases}, {@code org.deeplearning4j},
 * {@code org.nd4j}.
 */
package gradientlab.rulebenchmark.foreign;
