package gradientlab.benchmarks;

import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All contenders on one size after the other, in interleaved rounds, so that what else the machine does meets all alike.
 *
 * <p>First each takes {@value #CHECKED} steps, after which the losses must agree: who does other work is not timed.
 */
final class ContenderRounds {

    static final int CHECKED = 500;

    /** How far the losses may be apart, relative: float32 sums in other orders, 500 steps long. */
    private static final double TOLERANCE = 0.02;

    /** The aim for the length of one contender's turn. */
    private static final double TURN_MICROS = 200_000;

    private final MnistDataset data;
    private final Map<Contender, WorkerProcess> workers;
    private final int rounds;
    private final Consumer<String> progress;

    ContenderRounds(MnistDataset data, Map<Contender, WorkerProcess> workers, int rounds, Consumer<String> progress) {
        this.data = data;
        this.workers = workers;
        this.rounds = rounds;
        this.progress = progress;
    }

    /** @throws IllegalStateException if the losses do not agree */
    List<Row> on(Size size) throws IOException {
        progress.accept(size.toString());
        Map<Contender, Timing> checked = new EnumMap<>(Contender.class);
        try (Workplace place = Workplace.open()) {
            Task.write(data, size, place.path());
            for (Map.Entry<Contender, WorkerProcess> entry : workers.entrySet()) {
                if (entry.getKey().takes(size)) {
                    entry.getValue().open(place.path(), size);
                    checked.put(entry.getKey(), entry.getValue().run(CHECKED));
                }
            }
        }
        requireSameLosses(size, checked);
        return rows(size, timed(checked));
    }

    private static void requireSameLosses(Size size, Map<Contender, Timing> checked) {
        double expected = checked.get(Contender.DIRECT).loss();
        checked.forEach((contender, timing) -> {
            boolean agrees = Math.abs(timing.loss() - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
            if (contender.trains() && !agrees) {
                throw new IllegalStateException("After " + CHECKED + " steps at " + size + " the loss of "
                        + contender.label() + " is " + timing.loss() + ", not " + expected);
            }
        });
    }

    private Map<Contender, List<Timing>> timed(Map<Contender, Timing> checked) throws IOException {
        Map<Contender, List<Timing>> timings = new EnumMap<>(Contender.class);
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : checked.keySet()) {
                double guess = checked.get(contender).wallMicros();
                int steps = (int) Math.max(10, Math.min(2_000, TURN_MICROS / guess));
                timings.computeIfAbsent(contender, any -> new ArrayList<>())
                        .add(workers.get(contender).run(steps / 10 * 10));
            }
        }
        return timings;
    }

    private static List<Row> rows(Size size, Map<Contender, List<Timing>> timings) {
        List<Row> rows = new ArrayList<>();
        double pytorch = cpu(timings, Contender.PYTORCH);
        double openblas = cpu(timings, Contender.PYTORCH_OPENBLAS);
        timings.forEach((contender, runs) -> {
            Timing median = Timing.median(runs);
            rows.add(new Row(
                    size,
                    contender.label(),
                    median.cpuMicros(),
                    median.wallMicros(),
                    median.cpuMicros() / pytorch,
                    median.cpuMicros() / openblas));
        });
        return rows;
    }

    private static double cpu(Map<Contender, List<Timing>> timings, Contender contender) {
        return timings.containsKey(contender)
                ? Timing.median(timings.get(contender)).cpuMicros()
                : Double.NaN;
    }
}
