package gradientlab.spark;

import gradientlab.lab.run.Interruption;
import gradientlab.sweep.CellRow;
import gradientlab.sweep.CellWorker;
import gradientlab.sweep.ResultsParquet;
import gradientlab.sweep.SweepSpec;
import java.io.IOException;
import java.util.BitSet;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Does some cells on an executor and writes their rows, so that whoever does them after a failure finds which are finished.
 *
 * <p>Rows of neighbouring cells are gathered for some seconds and written as one file: what a failure loses are these.
 */
final class CellTask implements VoidFunction<int[]> {

    private static final long serialVersionUID = 1;
    private static final double NANOS = 1e9;

    private final Broadcast<ClusterTask> task;

    CellTask(Broadcast<ClusterTask> task) {
        this.task = task;
    }

    @Override
    public void call(int[] cells) throws IOException {
        new Attempt(task.value(), TaskContext.get()).run(cells);
    }

    /** One attempt at the cells. */
    private static final class Attempt {
        private final ClusterTask task;
        private final TaskContext context;
        private final SweepSpec spec;
        private final RowFolder folder;
        private final CellWorker worker;
        private ResultsParquet rows;
        private int first;
        private int next = -1;
        private long begun;

        Attempt(ClusterTask task, TaskContext context) throws IOException {
            this.task = task;
            this.context = context;
            spec = SweepSpec.of(task.spec());
            folder = new RowFolder(
                    task.folder(),
                    SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()));
            worker = new CellWorker(spec, Executor.data(task), new Interruption());
        }

        void run(int[] cells) throws IOException {
            BitSet before = isFirst() ? new BitSet() : folder.finished();
            for (int cell : cells) {
                if (context.isInterrupted()) {
                    break;
                }
                if (!before.get(cell)) {
                    add(cell, worker.row(cell));
                }
            }
            write();
        }

        /** The driver leaves out what was finished before the first. */
        private boolean isFirst() {
            return context.attemptNumber() == 0 && context.stageAttemptNumber() == 0;
        }

        private void add(int cell, CellRow row) throws IOException {
            if (cell != next) {
                write();
                rows = new ResultsParquet(spec);
                first = cell;
                begun = System.nanoTime();
            }
            rows.add(cell, row);
            next = cell + 1;
            if ((System.nanoTime() - begun) / NANOS >= task.secondsBetweenFiles()) {
                write();
            }
        }

        private void write() throws IOException {
            if (next >= 0) {
                folder.put(first, next - 1, rows.toBytes(), "attempt-" + context.taskAttemptId());
                next = -1;
            }
        }
    }
}
