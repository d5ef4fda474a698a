/**
 * The command line: options, console and exit codes. The only package that prints.
 *
 * <p>May depend on everything but the experiments themselves, which are handed to it.
 */
package gradientlab.experiments.cli;
