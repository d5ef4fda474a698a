package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Wording;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our rules in the benchmark's words. */
class OwnRulesTest {

    private static final MlpSpec HEALTHY = MlpSpec.lecture()
            .hidden(2, 32)
            .initialisation(InitialisationScheme.XAVIER_NORMAL)
            .build();

    @BeforeAll
    static void start() {
        Backend.start();
    }

    private static Finding finding(Rule rule, Remedy change) {
        return Finding.of(rule, "", -1, 0, Wording.verbatim("evidence", "cause", "remedy"), change, "source");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasAName(Rule rule) {
        assertThat(OwnRules.troubles(finding(rule, Remedy.OTHER))).isNotEmpty();
    }

    @Test
    void aFindingAboutStepsNamesTheLearningRateItProposesToChange() {
        assertThat(OwnRules.troubles(finding(Rule.UPDATE_RATIO, Remedy.RAISE_LEARNING_RATE)))
                .contains(FaultClass.LEARNING_RATE_TOO_LOW)
                .doesNotContain(FaultClass.LEARNING_RATE_TOO_HIGH);
        assertThat(OwnRules.troubles(finding(Rule.LOSS_OSCILLATING, Remedy.LOWER_LEARNING_RATE)))
                .contains(FaultClass.LEARNING_RATE_TOO_HIGH);
        assertThat(OwnRules.troubles(finding(Rule.HIDDEN_SATURATION, Remedy.LOWER_LEARNING_RATE)))
                .containsExactly(FaultClass.SATURATION);
    }

    @Test
    void aFaultOfInitialisationIsNamedBeforeStep0AndStaysNamed() {
        LabelledRun healthy = new LabelledRun("id", "c", HEALTHY, null, Half.TUNING, "id");
        RunTrace trace =
                TracedTraining.of(healthy.with(Fault.STANDARD_NORMAL), MnistOnce.data(), 2, new Interruption());
        RuleSetVerdict verdict = OwnRules.DEFAULT.judge(trace);
        Set<FaultClass> right = Fault.STANDARD_NORMAL.names();
        assertThat(verdict.namedBeforeStep0()).containsAnyElementsOf(right);
        assertThat(verdict.named()).containsAll(verdict.namedBeforeStep0());
    }

    @Test
    void aHealthyStartIsNoAlarm() {
        LabelledRun healthy = new LabelledRun("id", "c", HEALTHY, null, Half.TUNING, "id");
        RunTrace trace = TracedTraining.of(healthy, MnistOnce.data(), 2, new Interruption());
        assertThat(OwnRules.DEFAULT.judge(trace).alarm()).isFalse();
    }
}
