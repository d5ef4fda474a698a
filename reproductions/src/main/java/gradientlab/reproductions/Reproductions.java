package gradientlab.reproductions;

import gradientlab.lab.report.Section;
import java.util.List;

/** Everything published that is run again, and how the outcome is told. */
public final class Reproductions {

    /** All of them, in the order of the report. */
    public static final List<Reproduction> ALL = List.of(
            NielsenGradients.atTheStart(),
            NielsenGradients.whileTraining(),
            new NielsenAccuracy(),
            DeltaFactors.ofGlorot(),
            new LayerJacobian(),
            new ReluDepth.XavierFades(),
            new ReluDepth.Moments(),
            new ReluDepth.BornDead(),
            new DyingRelu(),
            new SeluFixedPoint(),
            new ShatteredGradients(),
            new SingularValues(),
            new CorrelationDepth(),
            new TrainedMap(),
            DeltaFactors.ofBatchNorm(),
            DeltaFactors.ofLayerNorm(),
            new BatchNormTraining(),
            new CoordinateCheck());

    private Reproductions() {}

    /** What was published, what came out, and the verdict. */
    public static Section section(Reproduction reproduction, Outcome outcome) {
        long holding = outcome.comparisons().stream().filter(Comparison::holds).count();
        Section.Builder section = Section.of(reproduction.name(), reproduction.title(), reproduction.source())
                .answer(("Verdict: " + outcome.verdict() + " (" + holding + " of "
                                + outcome.comparisons().size() + " numbers agree). " + outcome.remark())
                        .strip())
                .text(reproduction.settings())
                .table(
                        "Published numbers beside ours",
                        List.of("quantity", "published", "measured", "rule", "holds"),
                        outcome.comparisons().stream().map(Reproductions::row).toList());
        outcome.figures().forEach(section::figure);
        return section.build();
    }

    private static List<String> row(Comparison comparison) {
        return List.of(
                comparison.quantity(),
                Comparison.text(comparison.published()),
                Comparison.text(comparison.measured()),
                comparison.rule(),
                comparison.holds() ? "yes" : "no");
    }
}
