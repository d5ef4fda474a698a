package gradientlab.spark;

import java.io.Serializable;
import java.util.Map;

/**
 * What all tasks of a sweep have in common, as it is sent to executors.
 *
 * @param spec a {@link gradientlab.sweep.SweepSpec} as bytes
 * @param data the folder of the data as executors see it; null for the bundled ones, which are in a jar that is sent
 * @param sha256 the SHA-256 of each file of the data
 * @param folder that of the finished rows
 * @param secondsBetweenFiles how long rows are gathered before they are written
 */
record ClusterTask(byte[] spec, String data, Map<String, String> sha256, String folder, double secondsBetweenFiles)
        implements Serializable {}
