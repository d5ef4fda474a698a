package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.model.MlpSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuiteTest {

    private static final Suite FULL = Suite.full();

    @Test
    void theSuiteIsTheSameEveryTime() {
        assertThat(Suite.full()).isEqualTo(FULL);
        assertThat(Suite.quick()).isEqualTo(Suite.quick());
    }

    @Test
    void theSuiteHasFiveHundredRunsOrMore() {
        assertThat(FULL.runs()).hasSizeGreaterThanOrEqualTo(500);
        assertThat(FULL.runs()).extracting(LabelledRun::id).doesNotHaveDuplicates();
    }

    /** At most one per cent of false alarms can only be told with a hundred healthy runs or more. */
    @Test
    void bothHalvesHaveAHundredHealthyRunsAndEveryFaultTenTimes() {
        for (Half half : Half.values()) {
            List<LabelledRun> runs = FULL.half(half).runs();
            assertThat(runs.stream().filter(LabelledRun::healthy)).hasSizeGreaterThanOrEqualTo(100);
            for (Fault fault : Fault.values()) {
                assertThat(runs.stream().filter(run -> run.fault() == fault))
                        .as("%s, %s", fault, half)
                        .hasSizeGreaterThanOrEqualTo(10);
            }
        }
    }

    @Test
    void theHalvesShareNoSeedAndNoDepth() {
        assertThat(values(Half.TUNING, MlpSpec::seed)).doesNotContainAnyElementsOf(values(Half.SCORING, MlpSpec::seed));
        assertThat(values(Half.TUNING, spec -> spec.hidden().size()))
                .doesNotContainAnyElementsOf(
                        values(Half.SCORING, spec -> spec.hidden().size()));
    }

    private static <T> Set<T> values(Half half, Function<MlpSpec, T> figure) {
        return FULL.half(half).runs().stream()
                .map(run -> figure.apply(run.base()))
                .collect(Collectors.toSet());
    }

    @Test
    void healthyConfigurationsAreOfManyKinds() {
        List<MlpSpec> specs = FULL.runs().stream()
                .filter(LabelledRun::healthy)
                .map(LabelledRun::spec)
                .toList();
        assertThat(specs.stream().map(MlpSpec::activation).distinct()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(specs.stream().map(MlpSpec::initialisation).distinct()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(specs.stream().map(MlpSpec::normalisation).distinct()).hasSize(2);
        assertThat(specs.stream().map(MlpSpec::optimiser).distinct()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(specs.stream().map(MlpSpec::learningRate).distinct()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void aTwinIsTheSameRunWithoutTheFault() {
        Map<String, LabelledRun> byId =
                FULL.runs().stream().collect(Collectors.toMap(LabelledRun::id, Function.identity()));
        assertThat(FULL.runs()).allSatisfy(run -> {
            LabelledRun twin = byId.get(run.twin());
            assertThat(twin.healthy()).isTrue();
            assertThat(twin.base()).isEqualTo(run.base());
            assertThat(twin.half()).isEqualTo(run.half());
        });
    }

    @Test
    void theQuickSuiteHasEveryFaultOncePerHalfAndTheirTwins() {
        Suite quick = Suite.quick();
        assertThat(quick.runs().stream().filter(run -> !run.healthy())).hasSize(2 * Fault.values().length);
        Set<String> ids = quick.runs().stream().map(LabelledRun::id).collect(Collectors.toSet());
        assertThat(quick.runs()).allMatch(run -> ids.contains(run.twin()));
        assertThat(Arrays.asList(Fault.values()))
                .allMatch(fault -> quick.runs().stream()
                                .filter(run -> run.fault() == fault)
                                .count()
                        == 2);
    }
}
