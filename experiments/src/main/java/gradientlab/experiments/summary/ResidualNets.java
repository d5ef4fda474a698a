package gradientlab.experiments.summary;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.lab.Cell;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.Net;
import gradientlab.language.Words;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.ResidualScaling;
import gradientlab.model.ResidualSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** "Residual connections": the same depths with identity skips, with and without norm, and with Fixup-style scaling. */
public final class ResidualNets implements SummaryExperiment<ResidualNets.Result> {

    private static final ActivationFunction RELU = ActivationFunction.RELU;

    /** A kind of net; without scaling it has no skips. */
    enum Kind {
        PLAIN("plain", Normalisation.NONE, null),
        PLAIN_BATCH("plain, batch norm", Normalisation.BATCH, null),
        SKIP("skips", Normalisation.NONE, ResidualScaling.NONE),
        SKIP_BATCH("skips, batch norm", Normalisation.BATCH, ResidualScaling.NONE),
        SKIP_LAYER("skips, layer norm", Normalisation.LAYER, ResidualScaling.NONE),
        FIXUP("skips, Fixup's scaling", Normalisation.NONE, ResidualScaling.FIXUP);

        private final String label;
        private final Normalisation normalisation;
        private final ResidualScaling scaling;

        Kind(String label, Normalisation normalisation, ResidualScaling scaling) {
            this.label = label;
            this.normalisation = normalisation;
            this.scaling = scaling;
        }

        /** The kind of a label, which results keep. */
        static Kind of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst()
                    .orElseThrow();
        }

        private String told(Words words) {
            return words.text("kind." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        private DeepRun.Maker maker(int depth, long seed) {
            MlpSpec spec = MlpSpec.lecture()
                    .hidden(depth, DepthGrid.WIDTH)
                    .activation(RELU)
                    .initialisation(InitialisationScheme.KAIMING_NORMAL)
                    .normalisation(normalisation)
                    .seed(seed)
                    .build();
            String name = label + ", depth " + depth + ", seed " + seed;
            return scaling == null
                    ? new DeepRun.Maker(name, depth, RELU, first -> Net.of(spec.toNetwork()), k -> "hidden-" + k)
                    : new DeepRun.Maker(
                            name,
                            depth,
                            RELU,
                            first -> Net.of(new ResidualSpec(spec, scaling).toGraph()),
                            k -> k == 1 ? "hidden-1" : "skip-" + k);
        }
    }

    /** One kind at one depth with its repetitions. */
    public record Measured(String kind, int depth, List<DeepRun> runs) {

        MeanStd endLoss() {
            return Seeds.spread(runs, DeepRun::endLoss);
        }

        boolean diverged() {
            return runs.stream().anyMatch(DeepRun::diverged);
        }
    }

    /**
     * What came out.
     *
     * @param steps steps of training at learning rate 0.1
     */
    public record Result(int steps, List<Measured> nets) {

        Measured at(Kind kind, int depth) {
            return nets.stream()
                    .filter(each -> each.kind().equals(kind.label) && each.depth() == depth)
                    .findFirst()
                    .orElseThrow();
        }

        List<Integer> depths() {
            return nets.stream().map(Measured::depth).distinct().toList();
        }

        int deepest() {
            return depths().get(depths().size() - 1);
        }
    }

    public static void main(String[] args) {
        Launch.main(new ResidualNets(), args);
    }

    @Override
    public String name() {
        return "residual-nets";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        int steps = lab.scale().of(30, 101, 1_010);
        List<Integer> depths = lab.scale().of(List.of(1, 20), List.of(1, 5, 20, 50), List.of(1, 2, 5, 10, 20, 50));
        List<Long> seeds = Seeds.of(lab);
        List<Cell<DeepRun>> cells = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int depth : depths) {
                seeds.forEach(seed -> cells.add(cell(lab, kind.maker(depth, seed), seed, steps)));
            }
        }
        List<DeepRun> runs = lab.cells(name(), DeepRun.class, cells);
        List<Measured> nets = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int depth : depths) {
                int from = nets.size() * seeds.size();
                nets.add(new Measured(kind.label, depth, runs.subList(from, from + seeds.size())));
            }
        }
        return new Result(steps, nets);
    }

    private static Cell<DeepRun> cell(Lab lab, DeepRun.Maker maker, long seed, int steps) {
        return new Cell<>(
                maker.name() + ", " + steps + " steps", steps, task -> DeepRun.of(lab, maker, seed, steps, task));
    }

    @Override
    public Section told(Result result, Words words) {
        return Section.of(name(), words.text("residual-nets.title"), words.text("residual-nets.asked"))
                .answer(answer(result, words))
                .table(
                        words.text(
                                "residual-nets.nets",
                                result.nets().get(0).runs().size()),
                        List.of(
                                "",
                                words.text("axis.hidden-layers"),
                                words.text("cell.first-z"),
                                words.text("cell.last"),
                                words.text("cell.delta"),
                                words.text("residual-nets.initial-loss"),
                                words.text("cell.loss-at-end"),
                                words.text("cell.accuracy")),
                        result.nets().stream().map(net -> row(net, words)).toList())
                .figure(new Figure(
                        "loss-of-residual-nets",
                        words.text("loss-of-residual-nets.title", result.steps()),
                        words.text("loss-of-residual-nets.caption"),
                        bars(result, words)))
                .figure(layers(result, "signal-of-residual-nets", DeepRun::zStd, words))
                .figure(layers(result, "delta-of-residual-nets", DeepRun::deltaStd, words))
                .text(words.text("residual-nets.text"))
                .build();
    }

    private static String answer(Result result, Words words) {
        int d = result.deepest();
        List<String> losses = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            losses.add(words.text("residual-nets.loss", loss(result.at(kind, d), words), kind.told(words)));
        }
        return words.text(
                "residual-nets.answer",
                d,
                result.steps(),
                String.join(", ", losses),
                loss(result.at(Kind.PLAIN, 1), words));
    }

    private static String loss(Measured measured, Words words) {
        return measured.diverged()
                ? words.text("residual-nets.not-finite")
                : fixed(measured.endLoss().mean(), 2);
    }

    private static List<String> row(Measured net, Words words) {
        List<DeepRun> runs = net.runs();
        int last = net.depth() - 1;
        return List.of(
                Kind.of(net.kind()).told(words),
                String.valueOf(net.depth()),
                significant(Seeds.mean(runs, run -> run.zStd().get(0))),
                significant(Seeds.mean(runs, run -> run.zStd().get(last))),
                ratio(runs, last),
                significant(Seeds.mean(runs, DeepRun::initialLoss)),
                net.diverged()
                        ? words.text("residual-nets.diverged")
                        : net.endLoss().text(3),
                net.diverged() ? "–" : Seeds.spread(runs, DeepRun::testAccuracy).text(3));
    }

    /** Where δ is 0 everywhere there is no ratio. */
    private static String ratio(List<DeepRun> runs, int last) {
        boolean zero = runs.stream().anyMatch(run -> run.deltaStd().get(last) == 0);
        return zero
                ? "–"
                : significant(Seeds.mean(
                        runs, run -> run.deltaStd().get(0) / run.deltaStd().get(last)));
    }

    private static Plot.Bars bars(Result result, Words words) {
        List<Plot.Series> series = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Double> means = result.depths().stream()
                    .map(depth -> result.at(kind, depth))
                    .map(net -> net.diverged() ? 0 : net.endLoss().mean())
                    .toList();
            series.add(new Plot.Series(kind.told(words), means, null));
        }
        return new Plot.Bars(
                words.text("axis.hidden-layers"),
                Axis.linear(words.text("axis.loss")).from(0).to(3),
                result.depths().stream().map(String::valueOf).toList(),
                series);
    }

    private static Figure layers(Result result, String name, Function<DeepRun, List<Double>> values, Words words) {
        List<Curve> curves = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<DeepRun> runs = result.at(kind, result.deepest()).runs();
            List<Double> means = new ArrayList<>();
            for (int l = 0; l < result.deepest(); l++) {
                int layer = l;
                means.add(Seeds.mean(runs, run -> values.apply(run).get(layer)));
            }
            if (means.stream().anyMatch(mean -> mean > 0)) {
                curves.add(Curve.counted(kind.told(words), 1, means));
            }
        }
        return new Figure(
                name,
                words.text(name + ".title", result.deepest()),
                words.text("residual-nets.caption"),
                new Plot.Curves(
                        Axis.linear(words.text("axis.hidden-layer")), Axis.log(words.text(name + ".y")), curves));
    }
}
