package gradientlab.sweep;

import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Progress;
import gradientlab.runfolder.Specification;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;

/** Other machines that do the cells of a sweep. Module {@code spark} has one, and {@link ServiceLoader} finds it. */
public interface Cluster {

    /**
     * What is to be done.
     *
     * @param spec the sweep
     * @param specification all that decides the rows
     * @param sha256 the SHA-256 of each file of the data
     * @param missing the cells, counted from 0, in rising order
     * @param interruption asks to stop
     * @param progress has a step for each cell
     */
    record Work(
            SweepSpec spec,
            Specification specification,
            Map<String, String> sha256,
            int[] missing,
            Interruption interruption,
            Progress.Task progress) {}

    /**
     * Where it is done.
     *
     * @param master the address of the cluster, as Spark writes it
     * @param folder where finished rows are kept until all are; every machine can write it
     */
    record Place(String master, String folder) {}

    /** Takes rows. */
    interface Rows {
        /** Takes the row of a cell; one that it has already is of no effect. */
        void take(int cell, CellRow row);
    }

    /**
     * Does the cells that are missing and not yet finished in the folder, and hands over the rows of all that are.
     *
     * @throws IOException if the cluster or the folder cannot be used, or the folder is another sweep's, or it was asked to
     *     stop; the message says which and why
     */
    void run(Work work, Place place, Rows rows) throws IOException;

    /**
     * The one on the class path.
     *
     * @throws IllegalArgumentException if there is none; the message says how to build it
     */
    static Cluster ofClassPath() {
        return ServiceLoader.load(Cluster.class)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--spark needs the module spark, which the default build"
                                + " leaves out: mvn -Pspark -DskipTests package builds spark/target/gradient-lab-spark.jar, which"
                                + " takes the same commands"));
    }
}
