package gradientlab.sweep;

import gradientlab.continuation.Specifications;
import gradientlab.lab.ReportStyle;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Json;
import gradientlab.lab.run.ParallelMap;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistDataset;
import gradientlab.runfolder.Specification;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** A sweep in its folder: does the cells that are missing, keeps each as soon as it is finished, and writes the table. */
public final class Sweep implements AutoCloseable {

    private final SweepSpec spec;
    private final MnistDataset data;
    private final WorkFolder work;
    private final Journal journal;
    private final Provenance provenance;
    private final int before;

    private Sweep(SweepSpec spec, MnistDataset data, WorkFolder work, Journal journal, Provenance provenance) {
        this.spec = spec;
        this.data = data;
        this.work = work;
        this.journal = journal;
        this.provenance = provenance;
        this.before = journal.finished();
    }

    /**
     * Begins a sweep in a folder, or goes on with the one that is there.
     *
     * @param work the folder, claimed
     * @param now the provenance of a sweep that begins now; one that goes on has that of its begin
     * @throws IOException if the folder holds something else; the message says what differs
     */
    public static Sweep begin(SweepSpec spec, MnistDataset data, WorkFolder work, Provenance now) throws IOException {
        work.begin(specification(spec, now), List.of(SweepRecord.FILE, Journal.FILE));
        if (!work.isWhole(SweepRecord.FILE)) {
            work.put(Map.of(SweepRecord.FILE, Json.toBytes(SweepRecord.of(spec, now))));
        }
        Provenance begun = Json.read(work.path().resolve(SweepRecord.FILE), SweepRecord.class)
                .provenance();
        return new Sweep(spec, data, work, Journal.open(work.path(), spec.cells()), begun);
    }

    private static Specification specification(SweepSpec spec, Provenance now) {
        Map<String, String> parts =
                new LinkedHashMap<>(Specifications.ofExperiments("a sweep", spec.common(), spec.engine(), now)
                        .parts());
        parts.putAll(spec.parts());
        return new Specification(parts);
    }

    /** How many cells were finished before. */
    public int before() {
        return before;
    }

    /** How many cells are finished. */
    public int finished() {
        return journal.finished();
    }

    /** How many finished cells are done again, because what was kept of them is damaged. */
    public int damaged() {
        return journal.damaged();
    }

    /**
     * Does the cells that are missing, side by side.
     *
     * @return whether all are finished; false if asked to stop
     * @throws UncheckedIOException if a row cannot be kept
     */
    public boolean run(Watch watch, int workers) {
        int missing = spec.cells() - before;
        if (missing == 0) {
            return true;
        }
        Team team = new Team(watch.interruption(), new AtomicInteger(), new AtomicReference<>());
        try (Progress.Task task = watch.progress().begin("sweep, " + missing + " cells", missing)) {
            ParallelMap.map(IntStream.range(0, workers).boxed().toList(), workers, worker -> work(team, task));
        }
        team.throwFailure();
        return finished() == spec.cells();
    }

    /**
     * Does the cells that are missing on other machines.
     *
     * @return whether all are finished; false if asked to stop
     * @throws IOException if the cluster cannot do them, or a row cannot be kept
     */
    public boolean run(Watch watch, Cluster cluster, Cluster.Place place) throws IOException {
        int[] missing = IntStream.range(0, spec.cells())
                .filter(cell -> !journal.has(cell))
                .toArray();
        if (missing.length == 0) {
            return true;
        }
        try (Progress.Task task = watch.progress().begin("sweep, " + missing.length + " cells", missing.length)) {
            cluster.run(
                    new Cluster.Work(spec, work.specification(), data.sha256(), missing, watch.interruption(), task),
                    place,
                    this::keepOnce);
        }
        return finished() == spec.cells();
    }

    private void keepOnce(int cell, CellRow row) {
        if (!journal.has(cell)) {
            keep(cell, row);
        }
    }

    /** What the workers have in common: the next cell, and the first failure. */
    private record Team(Interruption interruption, AtomicInteger next, AtomicReference<Throwable> failure) {

        boolean goesOn() {
            return failure.get() == null && !interruption.isRequested();
        }

        void throwFailure() {
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            } else if (thrown != null) {
                throw (RuntimeException) thrown;
            }
        }
    }

    /**
     * Takes one cell after the other, so that nothing lies in memory for those to come. Never throws: the other workers end in
     * peace, as a thread that is interrupted while it writes would close the journal.
     *
     * @return how many cells it has done
     */
    private int work(Team team, Progress.Task task) {
        CellWorker worker = new CellWorker(spec, data, team.interruption());
        int done = 0;
        try {
            for (int cell = team.next().getAndIncrement();
                    cell < spec.cells() && team.goesOn();
                    cell = team.next().getAndIncrement()) {
                if (!journal.has(cell)) {
                    keep(cell, worker.row(cell));
                    task.step();
                    done++;
                }
            }
        } catch (Interruption.Interrupted e) {
            return done;
        } catch (RuntimeException | Error e) {
            team.failure().compareAndSet(null, e);
        }
        return done;
    }

    private void keep(int cell, CellRow row) {
        try {
            journal.append(cell, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Writes results.csv, results.parquet, summary.csv, dictionary.json, figures and report of the cells that are finished.
     *
     * @param style how the report is shown
     * @return the summary, and where the report is
     */
    public Outcome write(ReportStyle style) throws IOException {
        ResultsCsv results = new ResultsCsv(spec);
        ResultsParquet parquet = new ResultsParquet(spec);
        SweepSummary.Builder summary = new SweepSummary.Builder(spec);
        for (int cell = 0; cell < spec.cells(); cell++) {
            CellRow row = journal.row(cell).orElse(null);
            if (row != null) {
                results.add(cell, row);
                parquet.add(cell, row);
                summary.add(cell, row);
            }
        }
        SweepSummary all = summary.build();
        work.put(Map.of(
                "results.csv", results.toBytes(),
                "results.parquet", parquet.toBytes(),
                "summary.csv", SummaryCsv.bytes(spec, all),
                "dictionary.json", Json.toBytes(Dictionary.of(spec))));
        return new Outcome(
                all,
                SweepReport.section(spec, all, style.language()),
                SweepReport.write(work, spec, all, provenance, style));
    }

    /** What was written: the summary, what of it people read, and where the report is. */
    public record Outcome(SweepSummary summary, Section section, Path report) {}

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
