/**
 * The speed of training and of measuring, against peers on the same data with the same parameters and updates.
 *
 * <p>May depend on every other module; nothing depends on it, and the default build leaves it out. Each contender is a
 * process of its own that takes orders line by line.
 */
package gradientlab.benchmarks;
