/**
 * The program: hands the lecture's parts to the command line.
 *
 * <p>May depend on: {@code gradientlab.cli}, {@code gradientlab.experiments.lesson},
 * {@code gradientlab.experiments.summary}, {@code gradientlab.lab}.
 */
package gradientlab.experiments;
