package gradientlab.rulebenchmark.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.rulebenchmark.Half;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignSuiteTest {

    @ParameterizedTest
    @EnumSource(Half.class)
    void aSuiteIsTheSameEveryTimeAndHasNoProgramTwice(Half half) {
        List<String> ids = ids(ForeignSuite.full(half));

        assertThat(ids).isEqualTo(ids(ForeignSuite.full(half))).doesNotHaveDuplicates();
    }

    @Test
    void theHalvesShareNoFamily() {
        assertThat(families(Half.TUNING)).isNotEmpty().doesNotContainAnyElementsOf(families(Half.SCORING));
    }

    @Test
    void someFaultsOccurInTheScoringHalfAlone() {
        Set<String> scoringOnly = Faults.ALL_FAULTS.stream()
                .filter(ForeignFault::scoringOnly)
                .map(ForeignFault::id)
                .collect(Collectors.toSet());

        assertThat(scoringOnly).hasSizeGreaterThan(10);
        assertThat(faults(Half.TUNING)).doesNotContainAnyElementsOf(scoringOnly);
        assertThat(faults(Half.SCORING)).containsAll(scoringOnly);
    }

    @Test
    void everyFaultIsPlantedSomewhere() {
        Set<String> planted = faults(Half.TUNING);
        planted.addAll(faults(Half.SCORING));

        assertThat(planted)
                .containsExactlyInAnyOrderElementsOf(
                        Faults.ALL_FAULTS.stream().map(ForeignFault::id).toList());
    }

    @ParameterizedTest
    @EnumSource(Half.class)
    void aFaultyProgramComesWithItsTwin(Half half) {
        for (ForeignSuite suite : List.of(ForeignSuite.full(half), ForeignSuite.quick(half))) {
            List<Configuration> all = suite.configurations();

            assertThat(all)
                    .allSatisfy(each -> assertThat(all.indexOf(each.twin())).isBetween(0, all.indexOf(each)));
        }
    }

    @ParameterizedTest
    @EnumSource(Half.class)
    void theQuickSuiteHasOneProgramForEachFault(Half half) {
        assertThat(ForeignSuite.quick(half).configurations().stream()
                        .flatMap(each -> each.fault().stream())
                        .toList())
                .doesNotHaveDuplicates()
                .hasSize(faults(half).size());
    }

    private static List<String> ids(ForeignSuite suite) {
        return suite.configurations().stream().map(Configuration::id).toList();
    }

    private static Set<Family> families(Half half) {
        return ForeignSuite.full(half).configurations().stream()
                .map(Configuration::family)
                .collect(Collectors.toSet());
    }

    private static Set<String> faults(Half half) {
        return ForeignSuite.full(half).configurations().stream()
                .flatMap(each -> each.fault().stream())
                .map(ForeignFault::id)
                .collect(Collectors.toSet());
    }
}
