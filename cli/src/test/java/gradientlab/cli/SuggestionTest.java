package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    /** Counted by hand: Damerau 1964, with neighbours exchanged at most once. */
    @ParameterizedTest
    @CsvSource({
        "train, train, 0",
        "trian, train, 1",
        "tran, train, 1",
        "traain, train, 1",
        "--dmeo, --demo, 1",
        "'', ui, 2",
        "abc, xyz, 3"
    })
    void theDistanceIsTheNumberOfMistakes(String typed, String meant, int mistakes) {
        assertThat(Suggestion.distance(typed, meant)).isEqualTo(mistakes);
        assertThat(Suggestion.distance(meant, typed)).isEqualTo(mistakes);
    }
}
