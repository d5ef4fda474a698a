package gradientlab.rulebenchmark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The labelled runs: healthy ones of many kinds, and for every fault some of them with that fault.
 *
 * <p>Deterministic. The halves share no seed and no depth: tuning has 1, 3 and 5 hidden layers, scoring 2 and 4. Every
 * run has a seed of its own, but for a faulty run, which has that of its twin.
 *
 * @param runs twins come before the runs that need them
 */
public record Suite(List<LabelledRun> runs) {

    private record Shape(int depth, int width) {}

    private static final Map<Half, List<Shape>> SHAPES = Map.of(
            Half.TUNING, List.of(new Shape(1, 128), new Shape(3, 64), new Shape(5, 64)),
            Half.SCORING, List.of(new Shape(2, 64), new Shape(2, 128), new Shape(4, 64)));

    private static final Map<Half, Integer> FIRST_SEED = Map.of(Half.TUNING, 1_000, Half.SCORING, 2_000);

    /** Of every configuration, so that the spread over seeds is known. */
    private static final int SEEDS = 2;

    private static final int RUNS_PER_FAULT = 14;

    public Suite {
        runs = List.copyOf(runs);
    }

    /** All runs. */
    public static Suite full() {
        List<LabelledRun> runs = new ArrayList<>();
        for (Half half : Half.values()) {
            List<LabelledRun> healthy = healthy(half);
            runs.addAll(healthy);
            runs.addAll(faulty(healthy, RUNS_PER_FAULT));
        }
        return new Suite(runs);
    }

    /** One run per fault and half, with their twins. */
    public static Suite quick() {
        List<LabelledRun> runs = new ArrayList<>();
        for (Half half : Half.values()) {
            List<LabelledRun> healthy = healthy(half);
            List<LabelledRun> faulty = faulty(healthy, 1);
            Set<String> twins = new LinkedHashSet<>();
            faulty.forEach(run -> twins.add(run.twin()));
            healthy.stream().filter(run -> twins.contains(run.id())).forEach(runs::add);
            runs.addAll(faulty);
        }
        return new Suite(runs);
    }

    /** The runs of one half. */
    public Suite half(Half wanted) {
        return new Suite(runs.stream().filter(run -> run.half() == wanted).toList());
    }

    private static List<LabelledRun> healthy(Half half) {
        List<LabelledRun> runs = new ArrayList<>();
        for (Shape shape : SHAPES.get(half)) {
            for (HealthyRow row : HealthyRow.ALL) {
                if (shape.depth <= row.deepest()) {
                    for (int i = 0; i < SEEDS; i++) {
                        runs.add(healthy(half, row, shape, FIRST_SEED.get(half) + runs.size()));
                    }
                }
            }
        }
        return runs;
    }

    private static LabelledRun healthy(Half half, HealthyRow row, Shape shape, int seed) {
        String configuration = row.text() + "-" + shape.depth + "x" + shape.width;
        String id = configuration + "-seed" + seed;
        return new LabelledRun(id, configuration, row.spec(shape.depth, shape.width, seed), null, half, id);
    }

    private static List<LabelledRun> faulty(List<LabelledRun> healthy, int perFault) {
        List<LabelledRun> runs = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            List<LabelledRun> possible =
                    healthy.stream().filter(run -> fault.appliesTo(run.base())).toList();
            int count = Math.min(perFault, possible.size());
            for (int i = 0; i < count; i++) {
                runs.add(evenly(possible, i, count, fault.ordinal()).with(fault));
            }
        }
        return runs;
    }

    /** The i-th of a number of runs spread over the list; where the first one lies differs from fault to fault. */
    private static LabelledRun evenly(List<LabelledRun> possible, int i, int count, int offset) {
        return possible.get((i * possible.size() / count + offset) % possible.size());
    }
}
