package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.facts.BatchFacts;
import gradientlab.diagnostics.facts.ClassFacts;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.ColumnFacts;
import gradientlab.diagnostics.facts.HeldOut;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.facts.InputKind;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.Padding;
import gradientlab.diagnostics.facts.Relation;
import gradientlab.diagnostics.facts.TargetKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about inputs and targets, on facts that are made by hand. */
class DataRulesTest extends FactRun {

    @Test
    void targetsThatAreAllTheSameAreLost() {
        end = 0.01;
        targets = targets(TargetKind.ONE_HOT, 0, 1, 0, classes(1, 60), Relation.NONE);
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_CONSTANT);
        targets = targets(TargetKind.BINARY, 0, 0, 0, classes(1, 60), Relation.NONE);
        assertThat(headline().cause()).endsWith("all of them are 0");
    }

    @Test
    void targetsThatDoNotFollowAreSaidToOnlyOfARunThatDoesNotLearn() {
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 0), UNRELATED);
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_UNRELATED);
        assertThat(headline().evidence())
                .startsWith("of 300 examples")
                .contains("0.500 standard deviations, limit 3.00");
        steps = -5;
        assertThat(faults()).as("parameters that stay where they are").doesNotContain("labels-unrelated");
        steps = -3;
        end = 0.5;
        assertThat(faults()).as("a relation that hides, such as parity").isEmpty();
    }

    @Test
    void batchesOfASingleClassAreSorted() {
        end = 1.5;
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 40), RELATED);

        assertThat(headline().rule()).isEqualTo(Rule.LABELS_SORTED);
        assertThat(headline().evidence()).startsWith("40 of 60 batches hold a single class");
    }

    @Test
    void valuesThatDifferBetweenTheBatchesAloneAreSorted() {
        output = output("identity", LossKind.MSE, 1);
        targets = targets(TargetKind.VALUE, -1, 1, 1, new ClassFacts(1000, 0.001, 60, 0, 0.01, 0.9), RELATED);
        end = 0.9;
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_SORTED);
        assertThat(headline().evidence())
                .isEqualTo(
                        "90.0 % of the variance of the targets lies between the batches, by chance it would be about 3.13 %,"
                                + " limit 50.0 %");
        end = 0.1;
        assertThat(headline().rule()).as("a network that follows them").isEqualTo(Rule.LABELS_SORTED);
        end = 0.9;
        targets = targets(TargetKind.VALUE, -1, 1, 1, new ClassFacts(1000, 0.001, 60, 0, 0.01, 0.1), RELATED);
        assertThat(faults()).doesNotContain("labels-sorted");
    }

    @Test
    void oneSmallBatchAgainAndAgainIsNoDataSet() {
        end = 0.01;
        batches = new BatchFacts(STEPS, 60, 32, 32, 1, 1920, 32, 0);
        assertThat(headline().rule()).isEqualTo(Rule.BATCH_REPEATED);
        batches = new BatchFacts(STEPS, 60, 4, 4, 1, 240, 4, 0);
        assertThat(faults()).as("XOR has four examples").isEmpty();
        batches = new BatchFacts(STEPS, 60, 150, 150, 1, 9000, 150, 0);
        assertThat(faults()).as("the whole of a small data set").isEmpty();
    }

    @Test
    void targetsOutOfReachAreNamedWithTheRange() {
        output = output("sigmoid", LossKind.MSE, 1);
        targets = targets(TargetKind.VALUE, -3, 9, 8, classes(512, 0), RELATED);
        end = 7.9;
        assertThat(headline().rule()).isEqualTo(Rule.TARGETS_OUT_OF_RANGE);
        assertThat(headline().evidence())
                .isEqualTo("targets from -3.00 to 9.00, but sigmoid gives values from 0 to 1.00");
        targets = targets(TargetKind.CLASS_INDEX, 0, 9, 8, classes(10, 0), RELATED);
        assertThat(headline().cause()).startsWith("the targets are class numbers");
    }

    /** Of several targets that may be 1 only the mean of the column counts here: 1.5 of a row. */
    @ParameterizedTest
    @CsvSource({
        "softmax,  MSE,    1,  VALUE,       9, a softmax over one unit is 1,                          IDENTITY",
        "identity, XENT,   1,  VALUE,       9, a cross entropy takes the targets for probabilities,   IDENTITY",
        "sigmoid,  KL_DIVERGENCE, 5, ONE_HOT, 1, the loss takes the outputs for probabilities that sum, SOFTMAX",
        "softmax,  MCXENT, 10, MULTI_LABEL, 3, several targets of a row are 1,                        SIGMOID",
        "sigmoid,  HINGE,  10, ONE_HOT,     1, a hinge loss asks for targets of -1 and 1,             SOFTMAX",
        "identity, HINGE,  1,  BINARY,      1, a hinge loss asks for targets of -1 and 1,             SIGMOID",
        "identity, MAPE,    1, VALUE,       9, the loss divides each error by its target,             IDENTITY",
        "identity, POISSON, 1, VALUE,       9, 'the loss takes the logarithm of the output',          SOFTPLUS",
    })
    void theTargetsDecideWhichOutputWouldFit(
            String activation, LossKind loss, int units, TargetKind kind, double max, String cause, String better) {
        output = output(activation, loss, units);
        targets = targets(kind, 0, max, LN_10, classes(2, 0), RELATED);

        assertThat(headline().rule()).isEqualTo(Rule.OUTPUT_MISMATCH);
        assertThat(headline().cause()).startsWith(cause);
        assertThat(headline().change().activation()).isEqualTo(better);
    }

    @Test
    void theLogarithmOfTargetsOfMinusOneIsNoLossHoweverTheRunGoes() {
        end = 0.1;
        output = output("identity", LossKind.MSLE, 1);
        targets = targets(TargetKind.VALUE, -1, 4, LN_10, classes(512, 0), RELATED);
        assertThat(headline().cause()).startsWith("the loss takes the logarithm of 1 + target");
        targets = targets(TargetKind.VALUE, -0.9, 4, LN_10, classes(512, 0), RELATED);
        assertThat(faults()).isEmpty();
        output = output("identity", LossKind.MAPE, 1);
        assertThat(faults()).as("percentages that are learnt all the same").isEmpty();
        end = 2;
        output = output("softplus", LossKind.POISSON, 1);
        assertThat(faults()).as("an output that is never negative").doesNotContain("output-mismatch");
    }

    @Test
    void rowsOfZerosAndASingleOneAreNotSeveral() {
        end = 0.3;
        targets = targets(TargetKind.MULTI_LABEL, 0, 1, LN_10, classes(2, 0), RELATED);

        assertThat(faults()).isEmpty();
    }

    @Test
    void targetsThatAreTheSameWithinEachBatchAreLost() {
        output = output("identity", LossKind.MSE, 1);
        targets = targets(TargetKind.VALUE, -1, 1, 1, classes(60, 60), RELATED);
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_CONSTANT);
        assertThat(headline().cause()).startsWith("the targets were averaged over the batch");
        targets = targets(TargetKind.VALUE, -1, 1, 1, classes(60, 59), RELATED);
        assertThat(headline().rule()).isNotEqualTo(Rule.LABELS_CONSTANT);
    }

    @Test
    void anAbsoluteErrorIsNotComparedWithTheEntropyOfAGuess() {
        output = output("softmax", LossKind.MAE, 10);
        targets = targets(TargetKind.ONE_HOT, 0, 1, Double.NaN, classes(10, 0), RELATED);
        end = 0.9; // below half of ln 10, but not below half of the start, which is ln 10 here
        assertThat(faults()).isEmpty();
        end = 2;
        assertThat(headline().rule()).isEqualTo(Rule.OUTPUT_MISMATCH);
    }

    @Test
    void targetsOfARegressionThatAreFarFromOneAreNotScaled() {
        output = output("identity", LossKind.MSE, 1);
        targets = targets(TargetKind.VALUE, -10, 50, 200, classes(512, 0), RELATED);
        end = 199;

        assertThat(headline().rule()).isEqualTo(Rule.TARGETS_NOT_SCALED);
        assertThat(headline().change().number("std")).isEqualTo(15);
        end = 9;
        assertThat(faults()).as("they are learned all the same").isEmpty();
        targets = targets(TargetKind.VALUE, -100, 500, 20_000, classes(512, 0), RELATED);
        assertThat(hints()).as("far beyond, and learned").contains("targets-not-scaled");
        end = 15_000;
        assertThat(headline().rule()).as("far beyond").isEqualTo(Rule.TARGETS_NOT_SCALED);
    }

    @Test
    void oneAnswerToImbalancedClassesExplainsALossThatDoesNotFall() {
        observed = new int[] {0, 100};
        runs.rows = 100;
        runs.logitStd = 0;
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, new ClassFacts(10, 0.9, 60, 0, 0.01), RELATED);
        assertThat(headline().rule()).isEqualTo(Rule.LOSS_NOT_FALLING);
        assertThat(headline().cause()).startsWith("the classes are imbalanced");
        assertThat(hints()).contains("labels-imbalanced");
        end = 1;
        assertThat(faults()).as("a run that learns").isEmpty();
        assertThat(hints()).as("and answers the same all the same").contains("labels-imbalanced");
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, new ClassFacts(10, 0.96, 60, 0, 0.01), RELATED);
        assertThat(hints()).as("4 of 100 examples are too few").doesNotContain("labels-imbalanced");
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 0), RELATED);
        assertThat(hints()).as("balanced classes").doesNotContain("labels-imbalanced");
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, new ClassFacts(10, 0.9, 60, 0, 0.01), RELATED);
        runs.logitStd = 1;
        assertThat(hints()).as("several answers").doesNotContain("labels-imbalanced");
    }

    @Test
    void repeatedColumnsAreCountedWhereEnoughRowsWereSeen() {
        end = 1;
        inputs = List.of(input(400, 3));
        assertThat(hints()).contains("columns-repeated");
        assertThat(faults()).isEmpty();
        inputs = List.of(input(99, 3));
        assertThat(hints()).as("99 rows").doesNotContain("columns-repeated");
        inputs = List.of(input(400, 0));
        assertThat(hints()).doesNotContain("columns-repeated");
    }

    @Test
    void zerosThatFillSequencesUpAreTheCauseOnlyWhereTheRunDoesNotLearn() {
        inputs = List.of(sequences(new Padding(0.4, 12)));
        assertThat(headline().rule()).isEqualTo(Rule.PADDING_UNMASKED);
        assertThat(headline().evidence())
                .isEqualTo("40.0 % of all steps are zeros at the end of sequences of 12 different lengths,"
                        + " and no mask leaves them out; limit 20.0 %");
        end = 0.5;
        assertThat(faults()).isEmpty();
        assertThat(hints()).contains("padding-unmasked");
        end = LN_10;
        inputs = List.of(sequences(new Padding(0.4, 2)));
        assertThat(faults()).as("values that are 0 in half of the sequences").doesNotContain("padding-unmasked");
        inputs = List.of(sequences(new Padding(0.1, 12)));
        assertThat(faults()).doesNotContain("padding-unmasked");
    }

    private static InputFacts sequences(Padding padding) {
        InputFacts table = input(400, 0);
        return new InputFacts("input", InputKind.SEQUENCE, 400, 0, table.columns(), padding);
    }

    @Test
    void labelsThatAreLearntByHeartDoNotFollowEither() {
        end = 0.5;
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 0), UNRELATED);
        heldOut = new HeldOut(3, Map.of());
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_UNRELATED);
        assertThat(headline().evidence()).contains("the loss of held-out examples is 3.00 against 2.30");
        heldOut = new HeldOut(2, Map.of());
        assertThat(faults()).isEmpty();
        heldOut = new HeldOut(3, Map.of("input", Statistics.of(new float[] {99, 101})));
        assertThat(faults()).as("prepared otherwise").isEqualTo("held-out-differs");
    }

    private static InputFacts input(long rows, int duplicates) {
        List<Column> none = List.of();
        var columns =
                new ColumnFacts(20, 20, 0, 0, duplicates, 0, 0, 1, 1, 0.05, 0, false, -3, 3, none, none, none, none);
        return new InputFacts("input", InputKind.TABLE, rows, 0, columns, Padding.NONE);
    }

    private String hints() {
        return Said.judge(history()).stream()
                .filter(finding -> finding.severity() == Severity.HINT)
                .map(finding -> finding.rule().label())
                .collect(Collectors.joining(" "));
    }
}
