package gradientlab.diagnostics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.TrainingFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Structure EMPTY = new Structure(List.of());

    @Test
    void lossesWithoutTheRegularisationTermAreThoseOfTheData() {
        assertThat(run(List.of(0.5, 0.25)).dataLosses()).containsExactly(1.5, 0.75);
        assertThat(run(List.of()).dataLosses()).containsExactly(2.0, 1.0);
    }

    @Test
    void thereIsOnePenaltyForEachLoss() {
        assertThatThrownBy(() -> run(List.of(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is one penalty for each loss, but there were 1 for 2.");
    }

    @Test
    void whatAnOlderHistoryDidNotHaveIsUnknown() {
        History old = new History(EMPTY, List.of(), 0, List.of(1.0), List.of(), null, null, null);

        assertThat(old.training()).isEqualTo(TrainingFacts.NONE);
        assertThat(old.data()).isEqualTo(DataFacts.NONE);
        assertThat(old.training().known()).isFalse();
        assertThat(old.data().known()).isFalse();
        assertThat(old.dataLosses()).containsExactly(1.0);
    }

    @Test
    void aPartOfARunKeepsItsConfiguration() {
        TrainingFacts training = new TrainingFacts(List.of(), List.of(), false, true, 0, 7);
        History part = run(List.of(0.5, 0.25)).with(training, DataFacts.NONE).until(0, 1);

        assertThat(part.losses()).containsExactly(2.0);
        assertThat(part.penalties()).containsExactly(0.5);
        assertThat(part.training()).isEqualTo(training);
        assertThat(part.training().pretrained()).isTrue();
    }

    private static History run(List<Double> penalties) {
        return new History(
                EMPTY, List.of(), 0, List.of(2.0, 1.0), List.of(), penalties, TrainingFacts.NONE, DataFacts.NONE);
    }
}
