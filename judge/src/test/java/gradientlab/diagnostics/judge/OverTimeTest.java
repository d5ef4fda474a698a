package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.GateCapture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.TimeProfile;
import gradientlab.diagnostics.WeightLayout;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Vanishing and exploding over time at their limits, on a hand-made layer of 16 units that runs for 31 steps. */
class OverTimeTest {

    private static final int UNITS = 16;
    private static final int STEPS = 31;
    private static final int ROWS = 64;

    private ActivationFunction nonlinearity = ActivationFunction.TANH;
    /** √n · rms(RW). */
    private double byWeights = 1;

    private double perStep = 0.9;
    private double z = 0.5;
    /** NaN for a layer without gates. */
    private double forgetGate = Double.NaN;

    @Test
    void aThousandthOfTheGradientIsTheLimitAndAHintAtAUsualRate() {
        perStep = Math.pow(1.1e-3, 1.0 / 30);
        assertThat(findings(0)).isEmpty();
        perStep = Math.pow(0.9e-3, 1.0 / 30);
        Finding finding = findings(0).get(0);

        assertThat(finding.rule()).isEqualTo(Rule.VANISHING_OVER_TIME);
        assertThat(finding.severity()).isEqualTo(Severity.HINT);
        assertThat(finding.layer()).isEqualTo("rnn");
        assertThat(finding.evidence())
                .isEqualTo(
                        "of a delta of norm 2.00 that arrives at the last step, 0.00180 is left at the first, 30 steps"
                                + " back: 9.0e-04 times as much (0.792 per step), limit 0.00100");
        assertThat(finding.cause())
                .isEqualTo(
                        "each step multiplies delta by the recurrent weights, about 1.00 in norm, and by the derivative"
                                + " of tanh, together by 0.792");
        assertThat(finding.remedy())
                .isEqualTo("none where the task does not look so far back; otherwise use an LSTM for rnn, or draw its"
                        + " recurrent weights orthogonal");
        assertThat(finding.change()).isEqualTo(Remedy.OTHER);
    }

    @Test
    void aFreshLayerThatLosesMoreThanHalfAtEachStepIsAFault() {
        perStep = 0.45;
        byWeights = 0.48;

        Finding finding = findings(0).get(0);

        assertThat(finding.severity()).isEqualTo(Severity.FAULT);
        assertThat(finding.cause())
                .isEqualTo(
                        "the recurrent weights of rnn are too narrow: they multiply the norm of delta by about 0.480 at"
                                + " each step");
        assertThat(finding.remedy())
                .isEqualTo("rnn: draw the recurrent weights with std 0.250 instead of 0.120, or orthogonal (16 units)");
        assertThat(finding.change().kind()).isEqualTo(Remedy.Kind.SCALE_RECURRENT_WEIGHTS);
        assertThat(finding.change().number("std")).isEqualTo(0.25);
        assertThat(findings(7).get(0).severity())
                .as("it may have learnt to forget")
                .isEqualTo(Severity.HINT);
    }

    @Test
    void aRectifierNeedsTwiceTheVariance() {
        nonlinearity = ActivationFunction.RELU;
        perStep = 0.1;
        byWeights = 0.1;

        assertThat(findings(0).get(0).change().number("std")).isEqualTo(Math.sqrt(2) / 4);
    }

    @Test
    void anLstmForgetsAtTheRateOfItsForgetGates() {
        perStep = 0.7;
        forgetGate = 0.71;

        Finding finding = findings(0).get(0);

        assertThat(finding.severity()).isEqualTo(Severity.HINT);
        assertThat(finding.cause())
                .isEqualTo(
                        "the forget gates of rnn are 0.710 on average: at each step the cell keeps that share of itself");
        assertThat(finding.remedy())
                .isEqualTo(
                        "none where the task does not look so far back; otherwise rnn: forget gate bias 3.40 = ln 30");
        assertThat(finding.change()).isEqualTo(Remedy.setForgetBias("rnn", Math.log(30)));
    }

    @Test
    void flatSlopesAreBlamedWhereTheLayerIsSaturated() {
        perStep = 0.3;
        z = 4;

        List<Finding> findings = findings(0);

        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly(Rule.HIDDEN_SATURATION, Rule.VANISHING_OVER_TIME);
        assertThat(findings.get(1).cause()).isEqualTo(findings.get(0).cause());
    }

    @Test
    void aHundredfoldIsTheLimitOfGrowth() {
        perStep = Math.pow(95, 1.0 / 30);
        byWeights = 2.5;
        assertThat(findings(0)).isEmpty();
        perStep = 1.2;
        Finding fresh = findings(0).get(0);
        Finding later = findings(7).get(0);

        assertThat(fresh.rule()).isEqualTo(Rule.EXPLODING_OVER_TIME);
        assertThat(fresh.severity()).isEqualTo(Severity.FAULT);
        assertThat(fresh.evidence())
                .isEqualTo(
                        "a delta of norm 2.00 that arrives at the last step has grown to 475 at the first, 30 steps back:"
                                + " 237 times as much (1.20 per step), limit 100");
        assertThat(fresh.cause())
                .isEqualTo(
                        "the recurrent weights of rnn are too wide: they multiply the norm of delta by about 2.50 at each"
                                + " step");
        assertThat(fresh.change().kind()).isEqualTo(Remedy.Kind.SCALE_RECURRENT_WEIGHTS);
        assertThat(later.severity()).isEqualTo(Severity.HINT);
        assertThat(later.cause()).startsWith("the recurrent weights of rnn have grown");
        assertThat(later.remedy())
                .isEqualTo(
                        "clip the norm of the gradient of rnn, at 1 to begin with, or shorten the sequences (truncated"
                                + " backpropagation through time)");
    }

    @Test
    void growthThatTheSizeOfTheWeightsDoesNotExplainHasNoCause() {
        perStep = 1.2;
        byWeights = 0.9;

        assertThat(findings(0).get(0).cause()).startsWith("not determined: the recurrent weights of rnn");
        assertThat(findings(0).get(0).change()).isEqualTo(Remedy.OTHER);
    }

    @Test
    void aGradientThatNeverArrivesSaysNothing() {
        perStep = Double.NaN;

        assertThat(findings(0)).isEmpty();
    }

    @Test
    void aHintExplainsNoLossThatDoesNotFall() {
        perStep = 0.7;
        List<Double> losses =
                DoubleStream.generate(() -> Math.log(4)).limit(300).boxed().toList();

        List<Finding> findings = Said.judge(new History(structure(), List.of(at(0)), 0, losses, List.of()));

        assertThat(findings).extracting(Finding::rule).contains(Rule.VANISHING_OVER_TIME, Rule.LOSS_NOT_FALLING);
        assertThat(findings.get(0).cause()).startsWith("not determined: nothing that is measured explains it");
        perStep = 0.3;
        byWeights = 0.3;
        findings = Said.judge(new History(structure(), List.of(at(0)), 0, losses, List.of()));
        assertThat(findings.get(findings.size() - 1).cause()).startsWith("the recurrent weights of rnn are too narrow");
    }

    private List<Finding> findings(int iteration) {
        return Said.judge(History.of(structure(), at(iteration)));
    }

    private Structure structure() {
        return new Structure(List.of(
                new LayerFacts("rnn", "SimpleRnn", Role.RECURRENT, nonlinearity, true, false, List.of("input")),
                new LayerFacts(
                        "out", "OutputLayer", Role.OUTPUT, ActivationFunction.SOFTMAX, true, false, List.of("rnn"))));
    }

    private Observation at(int iteration) {
        Matrix values = Runs.gaussian(ROWS, UNITS, z, 1);
        Matrix logits = Runs.gaussian(ROWS, 4, 0.3, 2);
        List<LayerCapture> layers = List.of(
                new LayerCapture(
                        "rnn",
                        "SimpleRnn",
                        nonlinearity,
                        values,
                        values,
                        values,
                        List.of(weights("W", 0.25), weights("RW", byWeights / Math.sqrt(UNITS))),
                        gates(),
                        time()),
                new LayerCapture("out", "OutputLayer", ActivationFunction.SOFTMAX, logits, logits, logits, List.of()));
        Capture capture = new Capture(iteration, Math.log(4), layers, logits);
        return Observation.of(structure(), capture, ROWS, Map.of("input", Runs.gaussian(ROWS, UNITS, 1, 5)));
    }

    /** What arrives at the last step has the norm 2. */
    private TimeProfile time() {
        List<Double> back = IntStream.range(0, STEPS)
                .mapToObj(k -> 2 * Math.pow(perStep, k))
                .toList();
        return new TimeProfile(back, back);
    }

    private List<GateCapture> gates() {
        float[] open = new float[ROWS * UNITS];
        Arrays.fill(open, (float) forgetGate);
        Matrix gate = new Matrix(ROWS, UNITS, open);
        return Double.isNaN(forgetGate)
                ? List.of()
                : List.of(new GateCapture("forget", ActivationFunction.SIGMOID, gate, gate));
    }

    private static ParameterCapture weights(String name, double rms) {
        Matrix w = Runs.gaussian(UNITS, UNITS, rms, name.hashCode());
        return new ParameterCapture(
                name,
                "0_" + name,
                new long[] {UNITS, UNITS},
                w.values(),
                null,
                WeightLayout.alongAxis(UNITS, UNITS, 1, new long[] {UNITS, UNITS}, 'f'));
    }
}
