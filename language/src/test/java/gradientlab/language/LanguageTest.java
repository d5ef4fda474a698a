package gradientlab.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static final Catalogue SAMPLE = Catalogue.of(LanguageTest.class, "sample");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    /** The rules of Unicode CLDR for Russian: one, few, many; a fraction takes the genitive singular. */
    @ParameterizedTest
    @CsvSource({
        "0, нейронов", "1, нейрон", "2, нейрона", "4, нейрона", "5, нейронов", "11, нейронов", "12, нейронов",
        "14, нейронов", "21, нейрон", "22, нейрона", "100, нейронов", "101, нейрон", "111, нейронов", "1024, нейрона",
        "1.5, нейрона", "1.5e+06, нейронов", "NaN, нейронов"
    })
    void aRussianNounHasThreeForms(String number, String form) {
        String[] forms = {"нейрон", "нейрона", "нейронов"};
        assertThat(forms[Language.RUSSIAN.form(number)]).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"0, units", "1, unit", "2, units", "21, units", "1.5, units"})
    void anEnglishNounHasTwo(String number, String form) {
        String[] forms = {"unit", "units"};
        assertThat(forms[Language.ENGLISH.form(number)]).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "83.7 %, '83,7 %'",
        "1.0e-05, '1,0·10⁻⁵'",
        "2.5e+06 and 3e-10, '2,5·10⁶ and 3·10⁻¹⁰'",
        "'0.5, or 0.25.', '0,5, or 0,25.'",
        "normal:0.01, normal:0.01",
        "раздел 4.6, раздел 4.6",
        "loss-0.1.csv, loss-0.1.csv",
        "10^-5.23, '10^-5,23'",
        "|tanh z| > 0.97, '|tanh z| > 0,97'",
        "784, 784",
        "conv1.2, conv1.2",
        "2.0.1, 2.0.1",
        "-0.5, '-0,5'"
    })
    void russianNumbersHaveACommaAndNamesAreLeftAlone(String english, String russian) {
        assertThat(Language.RUSSIAN.numbers(english)).isEqualTo(russian);
        assertThat(Language.ENGLISH.numbers(english)).isEqualTo(english);
    }

    @Test
    void aSentenceIsFilledInEitherLanguage() {
        assertThat(SAMPLE.in(Language.ENGLISH).text("units", 1, "2.30")).isEqualTo("1 unit is dead, loss 2.30");
        assertThat(SAMPLE.in(Language.RUSSIAN).text("units", 22, "2.30")).isEqualTo("22 нейрона мертвы, потери 2,30");
        assertThat(SAMPLE.in(Language.RUSSIAN).text("code", "h$1", "0.5")).isEqualTo("h$1: dropOut(0.5)");
    }

    @Test
    void anEnglishTextIsRetoldPhraseByPhrase() {
        assertThat(SAMPLE.in(Language.RUSSIAN).retold("tanh, hidden weights × 0.2, weights × 3", "phrase."))
                .isEqualTo("tanh, скрытые веса × 0.2, веса × 3");
        assertThat(SAMPLE.in(Language.ENGLISH).retold("tanh, hidden weights × 0.2", "phrase."))
                .isEqualTo("tanh, hidden weights × 0.2");
    }

    @Test
    void aSentenceThatALanguageLacksIsEnglish() {
        assertThat(SAMPLE.in(Language.RUSSIAN).text("english.alone", "7")).isEqualTo("Only here, it's 7");
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale.setDefault(Language.RUSSIAN.locale());

        assertThat(SAMPLE.in(Language.ENGLISH).text("units", 2, "2.30")).isEqualTo("2 units are dead, loss 2.30");
        assertThat(Language.ofSystem()).isEqualTo(Language.RUSSIAN);
        Locale.setDefault(Locale.GERMANY);
        assertThat(Language.ofSystem()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        assertThatThrownBy(() -> Language.of("de")).hasMessage("There is no language 'de': use one of en, ru");
        assertThatThrownBy(() -> SAMPLE.text(Language.ENGLISH, "no.such.key"))
                .isInstanceOf(MissingResourceException.class);
        assertThatThrownBy(() -> SAMPLE.text(Language.ENGLISH, "units", 1))
                .hasMessage("The sentence units has a place {1}, but 1 arguments.");
    }
}
