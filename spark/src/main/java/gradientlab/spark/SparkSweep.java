package gradientlab.spark;

import gradientlab.sweep.Cluster;
import gradientlab.sweep.ResultsParquet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One sweep on a cluster: sends the cells that are missing, waits, and reads the rows of all that are finished. */
final class SparkSweep {

    /** How long an executor gathers rows before it writes them; a failure loses no more. */
    private static final String SECONDS_BETWEEN_FILES = "spark.gradientlab.secondsBetweenFiles";

    private static final double USUAL_SECONDS = 10;

    /** Neighbouring cells take equally long, and others not: with several parts a core, all cores are busy to the end. */
    private static final int PARTS_PER_CORE = 16;

    private static final long MILLIS_BETWEEN_LOOKS = 200;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final Cluster.Work work;
    private final RowFolder folder;
    private final String place;

    SparkSweep(SparkSession session, Cluster.Work work, String place) throws IOException {
        this.session = session;
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.work = work;
        this.place = place;
        this.folder = new RowFolder(place, spark.hadoopConfiguration());
    }

    void run(Cluster.Rows rows) throws IOException {
        folder.begin(work.specification());
        int[] left = left();
        IOException failure = null;
        if (left.length > 0) {
            try {
                compute(parts(left));
            } catch (IOException e) {
                failure = e;
            }
        }
        if (work.interruption().isRequested()) {
            // The virtual machine is ending, and with it Spark's context: there is nothing left to read by.
            throw new IOException(
                    "Interrupted; the rows of what is finished are in " + place + ", and the same command goes on");
        }
        hand(rows);
        if (failure != null) {
            throw failure;
        }
    }

    /** The cells that are missing and not in the folder; progress is told of the others. */
    private int[] left() throws IOException {
        BitSet finished = folder.finished();
        int[] left = Arrays.stream(work.missing())
                .filter(cell -> !finished.get(cell))
                .toArray();
        step(work.missing().length - left.length);
        return left;
    }

    private void step(int cells) {
        for (int i = 0; i < cells; i++) {
            work.progress().step();
        }
    }

    private List<int[]> parts(int[] cells) {
        int count = Math.min(cells.length, PARTS_PER_CORE * spark.defaultParallelism());
        List<int[]> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(Arrays.copyOfRange(
                    cells, (int) ((long) cells.length * i / count), (int) ((long) cells.length * (i + 1) / count)));
        }
        return parts;
    }

    private void compute(List<int[]> parts) throws IOException {
        SparkListener progress = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                if (end.taskInfo().successful()) {
                    step(parts.get(end.taskInfo().index()).length);
                }
            }
        };
        spark.sc().addSparkListener(progress);
        try {
            await(spark.parallelize(parts, parts.size()).foreachAsync(new CellTask(spark.broadcast(task()))));
        } finally {
            spark.sc().removeSparkListener(progress);
        }
    }

    private ClusterTask task() throws IOException {
        String data = work.spec().data();
        Map<String, String> sums = new TreeMap<>(work.sha256());
        return new ClusterTask(
                work.spec().toBytes(),
                data == null ? null : Path.of(data).toAbsolutePath().toString(),
                sums,
                place,
                session.sparkContext().conf().getDouble(SECONDS_BETWEEN_FILES, USUAL_SECONDS));
    }

    private void await(JavaFutureAction<Void> job) throws IOException {
        while (true) {
            try {
                job.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (work.interruption().isRequested()) {
                    job.cancel(true);
                    return;
                }
            } catch (ExecutionException e) {
                throw new IOException(
                        "Spark has given up: " + Failures.sentence(e.getCause())
                                + "; what is finished is kept, and the same command goes on",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The thread was interrupted while Spark did the cells", e);
            }
        }
    }

    private void hand(Cluster.Rows rows) throws IOException {
        if (folder.finished().isEmpty()) {
            return;
        }
        for (Row row : session.read().parquet(folder.rows()).collectAsList()) {
            rows.take(
                    Math.toIntExact(row.<Long>getAs(ResultsParquet.CELL)),
                    ResultsParquet.row(work.spec(), name -> row.getAs(name)));
        }
    }
}
