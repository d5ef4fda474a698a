package gradientlab.reproductions;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.run.ParallelMap;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which tanh nets can be trained, by the variance of their weights and their depth. */
record TrainedMap() implements Reproduction {

    private static final int STEPS = 201;

    /** A hundredth of the accuracy at the worst, where neighbours of the published map differ by several. */
    private static final int EXAMPLES = 2_000;

    private static final int ALL_EXAMPLES = 10_000;

    /** The mean of two seeds: a single one scatters by as much as neighbouring cells of the published map differ. */
    private static final int SEEDS = 2;

    private static final double LEAST_CORRELATION = 0.95;

    private static final double CRITICAL = 1.76;
    private static final double MARGIN = 0.15;

    /** Below this, nets of the published map have learned nothing. */
    private static final double CHANCE = 0.2;

    /** From here on only nets near criticality can be trained. */
    private static final int DEEP = 70;

    private static final int LAST_ROW = 90;

    /** Places in the published 90 columns and 91 rows. */
    private record Places(int width, List<Integer> columns, List<Integer> rows) {}

    /**
     * Closer together around the ridge than far from it; depths 10, 13, 17 … 77, 100 in equal ratios, since off the ridge all
     * that is deep has learned nothing, and a cell costs as much as it is deep.
     */
    private static final Places SUBGRID = new Places(
            300, List.of(0, 7, 13, 18, 22, 27, 33, 42, 59, 89), List.of(0, 3, 7, 12, 18, 26, 36, 50, 67, 90));

    /**
     * A third of the width, since theory knows none; depth 20, ordered, critical and chaotic: published 0.54, 0.83, 0.70. Three
     * seeds each came to 0.13 to 0.17, 0.55 to 0.56, 0.27 to 0.29.
     */
    private static final Places QUICK = new Places(100, List.of(0, 22, 89), List.of(10));

    @Override
    public String name() {
        return "schoenholz";
    }

    @Override
    public String title() {
        return "Deep tanh nets can be trained near the critical σw² = 1.76 alone";
    }

    @Override
    public String source() {
        return "Schoenholz et al. 2017, Deep information propagation, figure 5; 91 × 90 accuracies of"
                + " ghliu/mean-field-fcdnn";
    }

    @Override
    public String settings() {
        return SUBGRID.width + " units in every hidden layer, " + String.join(", ", TanhStack.settings()) + ", " + STEPS
                + " steps on MNIST; accuracy on the first " + EXAMPLES + " training images (in full " + ALL_EXAMPLES
                + "); depth counts linear layers, the output among them. A subgrid of 10 × 10 cells, each the mean of "
                + SEEDS
                + " seeds (published: one). In full all cells with one seed. Quick: three cells of depth 20 and "
                + QUICK.width + " units.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        Grid grid = Grid.of(
                switch (effort) {
                    case QUICK -> QUICK;
                    case DEFAULT -> SUBGRID;
                    case FULL -> all();
                });
        double[] measured = grid.measure(data, effort.of(EXAMPLES, EXAMPLES, ALL_EXAMPLES), effort.of(1, SEEDS, 1));
        List<Comparison> comparisons = new ArrayList<>();
        double correlation = Ranks.correlation(grid.published, measured);
        comparisons.add(new Comparison(
                "rank correlation with the published accuracies",
                1,
                correlation,
                correlation,
                LEAST_CORRELATION,
                1 + 1e-9));
        if (effort != Effort.QUICK) {
            double ridge = grid.ridge(measured);
            comparisons.add(new Comparison(
                    "σw² of the ridge, depth " + DEEP + " on (of the published cells "
                            + Comparison.text(grid.ridge(grid.published)) + ")",
                    CRITICAL,
                    ridge,
                    ridge,
                    CRITICAL - MARGIN,
                    CRITICAL + MARGIN));
        }
        return new Outcome(comparisons, grid.figures(measured), effort == Effort.QUICK ? "" : grid.remark());
    }

    private static Places all() {
        return new Places(
                SUBGRID.width,
                IntStream.range(0, 90).boxed().toList(),
                IntStream.rangeClosed(0, LAST_ROW).boxed().toList());
    }

    /**
     * The cells, row by row.
     *
     * @param weightVariance of each column, rising
     * @param depth of each row, rising
     * @param published the accuracy of each cell
     * @param deeper the published accuracy one layer deeper; of the deepest, one layer less deep
     */
    private record Grid(int width, double[] weightVariance, int[] depth, double[] published, double[] deeper) {

        static Grid of(Places places) {
            JsonNode json = Published.json("schoenholz-trainability.json");
            return new Grid(
                    places.width,
                    places.columns.stream()
                            .mapToDouble(column ->
                                    json.get("weightVariance").get(column).asDouble())
                            .toArray(),
                    places.rows.stream()
                            .mapToInt(row -> json.get("depth").get(row).asInt())
                            .toArray(),
                    accuracies(json, places, places.rows),
                    accuracies(
                            json, places, places.rows.stream().map(Grid::deeper).toList()));
        }

        private static int deeper(int row) {
            return row == LAST_ROW ? LAST_ROW - 1 : row + 1;
        }

        private static double[] accuracies(JsonNode json, Places places, List<Integer> rows) {
            return rows.stream()
                    .flatMapToDouble(row -> places.columns.stream()
                            .mapToDouble(column ->
                                    json.get("accuracy").get(row).get(column).asDouble()))
                    .toArray();
        }

        /** How well the published map agrees with itself. */
        String remark() {
            return String.format(
                    Locale.ROOT,
                    "Published is one seed a cell: the rank correlation of these cells with the published cells one layer"
                            + " deeper is %.3f.",
                    Ranks.correlation(published, deeper));
        }

        /** Mean accuracies over seeds; the deepest cells first, so that all cores are busy to the end. */
        double[] measure(MnistDataset data, int count, int seeds) {
            LabelledImages examples = TanhStack.centred(data.train(), count);
            int nets = published.length * seeds;
            List<Integer> order =
                    IntStream.range(0, nets).map(i -> nets - 1 - i).boxed().toList();
            List<Double> accuracies = ParallelMap.map(
                    order,
                    Runtime.getRuntime().availableProcessors(),
                    net -> net(net / seeds, net).accuracy(data, examples, STEPS));
            double[] measured = new double[published.length];
            for (int i = 0; i < nets; i++) {
                measured[order.get(i) / seeds] += accuracies.get(i) / seeds;
            }
            return measured;
        }

        private TanhStack net(int cell, int seed) {
            int columns = weightVariance.length;
            return new TanhStack(depth[cell / columns], width, weightVariance[cell % columns], seed);
        }

        /** The mean σw², each weighted by the accuracy above chance of its deep nets and by the distance of its neighbours. */
        double ridge(double[] accuracy) {
            double sum = 0;
            double weights = 0;
            int columns = weightVariance.length;
            for (int cell = 0; cell < accuracy.length; cell++) {
                int column = cell % columns;
                double span =
                        weightVariance[Math.min(column + 1, columns - 1)] - weightVariance[Math.max(column - 1, 0)];
                double weight = depth[cell / columns] < DEEP ? 0 : Math.max(0, accuracy[cell] - CHANCE) * span;
                sum += weight * weightVariance[column];
                weights += weight;
            }
            return sum / weights;
        }

        List<Figure> figures(double[] measured) {
            return List.of(
                    map("schoenholz-here", "here", measured), map("schoenholz-published", "published", published));
        }

        private Figure map(String name, String whose, double[] accuracy) {
            int columns = weightVariance.length;
            List<List<Double>> rows = IntStream.range(0, depth.length)
                    .mapToObj(row -> Arrays.stream(accuracy, row * columns, (row + 1) * columns)
                            .boxed()
                            .toList())
                    .toList();
            return new Figure(
                    name,
                    "Accuracy after " + STEPS + " steps, " + whose,
                    "tanh nets of " + width + " units on MNIST, accuracy on training images, " + whose + ".",
                    new Plot.Heat(
                            "σw²",
                            "linear layers",
                            Arrays.stream(weightVariance)
                                    .mapToObj(Comparison::text)
                                    .toList(),
                            Arrays.stream(depth).mapToObj(String::valueOf).toList(),
                            rows,
                            0,
                            1));
        }
    }
}
