/**
 * Writes flat tables as Apache Parquet files, which know nothing of sweeps.
 *
 * <p>May depend on: nothing but the JDK.
 */
package gradientlab.sweep.parquet;
