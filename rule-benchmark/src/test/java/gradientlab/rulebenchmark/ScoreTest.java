package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.model.MlpSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Arithmetic, counted by hand. */
class ScoreTest {

    private static final String RULES = "rules";
    private static final RunEnd GOOD = new RunEnd(0.9, 0.3, 0.6, true, 0);

    private static JudgedRun run(Fault fault, Label label, Set<FaultClass> named, Set<FaultClass> before) {
        LabelledRun healthy = new LabelledRun("id", "c", MlpSpec.lecture().build(), null, Half.SCORING, "id");
        return new JudgedRun(
                fault == null ? healthy : healthy.with(fault),
                GOOD,
                label,
                Map.of(RULES, new RuleSetVerdict(named, before)));
    }

    private static JudgedRun run(Fault fault, FaultClass... named) {
        return run(fault, Label.SCORED, Set.of(named), Set.of());
    }

    /**
     * Four healthy runs, one with an alarm; of five faulty ones three have the right name, one another name, one none.
     */
    private static final List<JudgedRun> RUNS = List.of(
            run(null),
            run(null),
            run(null),
            run(null, FaultClass.SATURATION),
            run(
                    Fault.STANDARD_NORMAL,
                    Label.SCORED,
                    Set.of(FaultClass.SATURATION, FaultClass.NOT_LEARNING),
                    Set.of(FaultClass.SATURATION)),
            run(Fault.STANDARD_NORMAL, FaultClass.INITIALISATION),
            run(Fault.ZERO_WEIGHTS, FaultClass.NOT_LEARNING),
            run(Fault.NAN_IN_ONE_BATCH, FaultClass.NON_FINITE),
            run(Fault.RATE_OVER_10000),
            run(Fault.RATE_OVER_10000, Label.DID_NOT_SUFFER, Set.of(), Set.of()),
            run(null, Label.DID_NOT_LEARN, Set.of(FaultClass.VANISHING), Set.of()));

    private static final Score SCORE = Score.of(RULES, RUNS);

    @Test
    void runsThatMayNotBeScoredAreLeftOut() {
        assertThat(SCORE.healthy()).isEqualTo(4);
        assertThat(SCORE.faulty()).isEqualTo(5);
    }

    @Test
    void theRightNameCountsForDiagnosisAndAnyAlarmForDetection() {
        assertThat(SCORE.falseAlarms()).isEqualTo(1);
        assertThat(SCORE.falseAlarmRate()).isEqualTo(0.25);
        assertThat(SCORE.diagnosis().truePositives()).isEqualTo(3);
        assertThat(SCORE.diagnosis().falseNegatives()).isEqualTo(2);
        assertThat(SCORE.diagnosis().precision()).isCloseTo(3.0 / 4, within(1e-12));
        assertThat(SCORE.diagnosis().recall()).isCloseTo(3.0 / 5, within(1e-12));
        assertThat(SCORE.diagnosis().f1()).isCloseTo(6.0 / 9, within(1e-12));
        assertThat(SCORE.detection().precision()).isCloseTo(4.0 / 5, within(1e-12));
        assertThat(SCORE.detection().recall()).isCloseTo(4.0 / 5, within(1e-12));
        assertThat(SCORE.detection().f1()).isCloseTo(8.0 / 10, within(1e-12));
    }

    @Test
    void onlyTheRightNameBeforeStep0CountsAsNamedThere() {
        assertThat(SCORE.ofInitialisation()).isEqualTo(3);
        assertThat(SCORE.namedBeforeStep0()).isEqualTo(1);
    }

    @Test
    void aFaultIsChargedWithFalseAlarmsThatBearOneOfItsNames() {
        assertThat(SCORE.faults().keySet())
                .containsExactly("STANDARD_NORMAL", "ZERO_WEIGHTS", "RATE_OVER_10000", "NAN_IN_ONE_BATCH");
        FaultScore normal = SCORE.faults().get("STANDARD_NORMAL");
        assertThat(normal).isEqualTo(new FaultScore(2, 2, 1, 2, Rates.of(2, 1, 0)));
        assertThat(normal.rates().precision()).isCloseTo(2.0 / 3, within(1e-12));
        FaultScore zero = SCORE.faults().get("ZERO_WEIGHTS");
        assertThat(zero).isEqualTo(new FaultScore(1, 0, 0, 1, Rates.of(0, 0, 1)));
        assertThat(zero.rates().precision()).isNaN();
        assertThat(zero.rates().f1()).isZero();
    }
}
