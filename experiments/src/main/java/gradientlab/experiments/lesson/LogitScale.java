package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.Trainer;
import gradientlab.language.Words;
import gradientlab.model.InitialisationScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Step 1.1 of the lecture: which loss to expect, and how it depends on the scale of the logits. */
public final class LogitScale implements LessonExperiment<LogitScale.Result> {

    private static final int CLASSES = 10;
    private static final int DRAWS = 20_000;

    /** The mean of the largest of ten draws from N(0, 1) (Tippett 1925): for wide logits the loss is its multiple. */
    static final double MEAN_LARGEST_OF_TEN = 1.53875;

    private static final List<InitialisationScheme> NETS = List.of(
            InitialisationScheme.STANDARD_NORMAL,
            InitialisationScheme.KAIMING_NORMAL,
            InitialisationScheme.TORCH_LINEAR,
            InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT);

    /** The mean loss of logits drawn from N(0, std²). */
    public record Point(double std, double loss) {}

    /** A fresh network on 1,000 examples. */
    public record Net(String label, double logitStd, double loss) {}

    public record Result(double expectedLoss, List<Point> drawn, List<Net> nets) {}

    public static void main(String[] args) {
        Launch.main(new LogitScale(), args);
    }

    @Override
    public String name() {
        return "logit-scale";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        List<Point> drawn = new ArrayList<>();
        for (double exponent = -2; exponent <= 1.5 + 1e-9; exponent += 0.125) {
            double std = Math.pow(10, exponent);
            drawn.add(new Point(std, meanLoss(std)));
        }
        List<Net> nets = new ArrayList<>();
        for (InitialisationScheme scheme : NETS) {
            Capture capture = lab.fresh(lab.plan(b -> b.initialisation(scheme)), Trainer.INSIDE_EXAMPLES);
            nets.add(new Net(scheme.label(), MlpCapture.std(capture.logits().values()), capture.loss()));
        }
        return new Result(Math.log(CLASSES), drawn, nets);
    }

    /** The same draws for every scale, so that the curve shows the scale and nothing else. */
    static double meanLoss(double std) {
        Random random = new Random(1);
        double sum = 0;
        double[] z = new double[CLASSES];
        for (int draw = 0; draw < DRAWS; draw++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < CLASSES; c++) {
                z[c] = std * random.nextGaussian();
                largest = Math.max(largest, z[c]);
            }
            double exponentials = 0;
            for (double logit : z) {
                exponentials += Math.exp(logit - largest);
            }
            sum += largest + Math.log(exponentials) - z[0];
        }
        return sum / DRAWS;
    }

    @Override
    public Section told(Result result, Words words) {
        Net worst = result.nets().get(0);
        Net best = result.nets().get(result.nets().size() - 1);
        return Section.of(name(), words.text("logit-scale.title"), words.text("logit-scale.asked"))
                .answer(words.text(
                        "logit-scale.answer",
                        fixed(result.expectedLoss(), 4),
                        significant(worst.logitStd()),
                        fixed(worst.loss(), 2),
                        significant(best.logitStd()),
                        fixed(best.loss(), 3)))
                .table(
                        words.text("logit-scale.nets"),
                        List.of("", words.text("logit-scale.std"), words.text("logit-scale.loss")),
                        rows(result.nets()))
                .figure(new Figure(
                        "loss-by-logit-scale",
                        words.text("loss-by-logit-scale.title"),
                        words.text("loss-by-logit-scale.caption"),
                        new Plot.Curves(
                                Axis.log(words.text("loss-by-logit-scale.x")),
                                Axis.log(words.text("loss-by-logit-scale.y"))
                                        .from(1)
                                        .to(100),
                                curves(result, words))))
                .text(words.text("logit-scale.text"))
                .build();
    }

    private static List<List<String>> rows(List<Net> nets) {
        return nets.stream()
                .map(net -> List.of(net.label(), significant(net.logitStd()), fixed(net.loss(), 3)))
                .toList();
    }

    private static List<Curve> curves(Result result, Words words) {
        double[] x = result.drawn().stream().mapToDouble(Point::std).toArray();
        double[] y = result.drawn().stream().mapToDouble(Point::loss).toArray();
        List<Curve> curves = new ArrayList<>();
        curves.add(Curve.line(words.text("loss-by-logit-scale.drawn"), x, y));
        curves.add(Curve.reference("ln 10", x[0], result.expectedLoss(), x[x.length - 1], result.expectedLoss()));
        curves.add(Curve.reference("1.54 s", 1, MEAN_LARGEST_OF_TEN, 30, 30 * MEAN_LARGEST_OF_TEN));
        for (Net net : result.nets()) {
            curves.add(new Curve(
                    net.label(), new double[] {net.logitStd()}, new double[] {net.loss()}, Curve.Style.POINTS));
        }
        return curves;
    }
}
