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
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.ResidualScaling;
import gradientlab.model.ResidualSpec;
import java.util.ArrayList;
import java.util.List;
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
    public String summary() {
        return "Identity skips around the layers of deep nets, with and without norm, and with Fixup's scaling";
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
    public Section section(Result result) {
        int deepest = result.deepest();
        return Section.of(
                        name(),
                        "Residual connections",
                        "Do identity skips make depth harmless, and what do they need besides?")
                .answer(answer(result))
                .table(
                        "ReLU nets from Kaiming's initialisation, mean over "
                                + result.nets().get(0).runs().size() + " seeds, loss and accuracy with ± std",
                        List.of(
                                "",
                                "hidden layers",
                                "std z: first",
                                "last",
                                "δ: first : last",
                                "initial loss",
                                "loss at the end",
                                "accuracy"),
                        result.nets().stream().map(ResidualNets::row).toList())
                .figure(new Figure(
                        "loss-of-residual-nets",
                        "Loss after " + result.steps() + " steps by depth",
                        "Mean over the seeds of the loss of the last steps; a bar is missing where a net diverged.",
                        bars(result)))
                .figure(layers(
                        result,
                        "signal-of-residual-nets",
                        "The signal layer by layer before training, " + deepest + " hidden layers",
                        "std of the pre-activations z (with skips: of the sum)",
                        DeepRun::zStd))
                .figure(layers(
                        result,
                        "delta-of-residual-nets",
                        "The gradient layer by layer before training, " + deepest + " hidden layers",
                        "std of δ",
                        DeepRun::deltaStd))
                .text(
                        "With skips, zₖ = zₖ₋₁ + Wₖ f(zₖ₋₁) + bₖ: the sum carries the signal forward and δ backward whatever"
                                + " the branch does, so nothing vanishes. But every branch adds variance: with Kaiming's weights"
                                + " each sum has twice the variance of the one before, 2^(d/2) in std after d layers. A norm"
                                + " inside the branch makes what it adds the same every time, so the variance grows with d and"
                                + " not with 2^d; Fixup's scaling (the branches start at 0 and count 1/√L each) adds nothing at"
                                + " the start. Where δ is 0 at the start, as with Fixup, whose output layer starts at 0, it is left"
                                + " out of the figure. The parameters of plain and residual net are the same bit for bit but for"
                                + " Fixup's zeros.")
                .build();
    }

    private static String answer(Result result) {
        int d = result.deepest();
        StringBuilder text =
                new StringBuilder("With " + d + " hidden layers the loss after " + result.steps() + " steps is ");
        for (Kind kind : Kind.values()) {
            text.append(kind == Kind.PLAIN ? "" : ", ")
                    .append(loss(result.at(kind, d)))
                    .append(" (")
                    .append(kind.label)
                    .append(")");
        }
        return text + "; with one hidden layer and no skip it is " + loss(result.at(Kind.PLAIN, 1)) + ".";
    }

    private static String loss(Measured measured) {
        return measured.diverged() ? "not finite" : fixed(measured.endLoss().mean(), 2);
    }

    private static List<String> row(Measured net) {
        List<DeepRun> runs = net.runs();
        int last = net.depth() - 1;
        return List.of(
                net.kind(),
                String.valueOf(net.depth()),
                significant(Seeds.mean(runs, run -> run.zStd().get(0))),
                significant(Seeds.mean(runs, run -> run.zStd().get(last))),
                ratio(runs, last),
                significant(Seeds.mean(runs, DeepRun::initialLoss)),
                net.diverged() ? "diverged" : net.endLoss().text(3),
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

    private static Plot.Bars bars(Result result) {
        List<Plot.Series> series = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Double> means = result.depths().stream()
                    .map(depth -> result.at(kind, depth))
                    .map(net -> net.diverged() ? 0 : net.endLoss().mean())
                    .toList();
            series.add(new Plot.Series(kind.label, means, null));
        }
        return new Plot.Bars(
                "hidden layers",
                Axis.linear("loss (nats)").from(0).to(3),
                result.depths().stream().map(String::valueOf).toList(),
                series);
    }

    private static Figure layers(
            Result result, String name, String title, String unit, Function<DeepRun, List<Double>> values) {
        List<Curve> curves = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<DeepRun> runs = result.at(kind, result.deepest()).runs();
            List<Double> means = new ArrayList<>();
            for (int l = 0; l < result.deepest(); l++) {
                int layer = l;
                means.add(Seeds.mean(runs, run -> values.apply(run).get(layer)));
            }
            if (means.stream().anyMatch(mean -> mean > 0)) {
                curves.add(Curve.counted(kind.label, 1, means));
            }
        }
        return new Figure(
                name,
                title,
                "Hidden layer 1 is at the input; mean over the seeds, on the first batch.",
                new Plot.Curves(Axis.linear("hidden layer"), Axis.log(unit), curves));
    }
}
