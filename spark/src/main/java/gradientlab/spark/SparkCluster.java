package gradientlab.spark;

import gradientlab.sweep.Cluster;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Does the cells of a sweep on an Apache Spark cluster. */
public final class SparkCluster implements Cluster {

    /** Called by {@link java.util.ServiceLoader}. */
    public SparkCluster() {}

    @Override
    public void run(Work work, Place place, Rows rows) throws IOException {
        try (SparkSession session = Sessions.open(place.master())) {
            new SparkSweep(session, work, place.folder()).run(rows);
        }
    }
}
