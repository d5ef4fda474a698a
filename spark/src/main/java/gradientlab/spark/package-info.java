/**
 * Sweeps on an Apache Spark cluster: the cells are those of the module {@code sweep}, unchanged; Spark sends them to executors,
 * and their rows are kept in a folder of a Hadoop file system.
 *
 * <p>May depend on: {@code gradientlab.lab.run}, {@code gradientlab.mnist}, {@code gradientlab.runfolder},
 * {@code gradientlab.sweep}, {@code org.apache.hadoop}, {@code org.apache.spark}, {@code scala}.
 */
package gradientlab.spark;
