package gradientlab.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.Control.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetSettingsTest {

    private static final int PIXELS = 784;

    static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(" ")) {
            settings.put(part.split("=")[0], part.split("=")[1]);
        }
        return settings;
    }

    static ExploredNet net(String text) {
        return NetSettings.read(settings(text), PIXELS);
    }

    @Test
    void withoutAnySettingEachHasItsStandardValue() {
        Map<String, String> written = NetSettings.write(net(""));
        ControlTable.ALL.forEach(control -> assertThat(written).containsEntry(control.name(), control.standard()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init=scaled weightStd=1.25 biasStd=0.05 depth=7",
                "init=kaiming-uniform fan=fan-out activation=relu width=64",
                "init=constant amount=0.5 norm=group width=32 normPosition=after",
                "skip=fixup input=standardised batchSize=16 seed=7 outputScale=0.01",
                "optimizer=adam lr=0.001 steps=50"
            })
    void whatIsReadIsWrittenAgain(String text) {
        assertThat(NetSettings.write(net(text))).containsAllEntriesOf(settings(text));
        assertThat(NetSettings.read(NetSettings.write(net(text)), PIXELS)).isEqualTo(net(text));
    }

    /** Every value that the page offers is one that a network can have. */
    static Stream<Map<String, String>> offered() {
        return ControlTable.ALL.stream().flatMap(NetSettingsTest::values);
    }

    private static Stream<Map<String, String>> values(Control control) {
        return control.kind() == Kind.CHOICE
                ? control.choices().stream().map(choice -> Map.of(control.name(), choice.value()))
                : Stream.of(control.low(), control.high())
                        .map(bound -> Map.of(
                                control.name(),
                                control.kind() == Kind.WHOLE ? String.valueOf(bound.intValue()) : bound.toString()));
    }

    @ParameterizedTest
    @MethodSource("offered")
    void everyValueThatIsOfferedCanBeHad(Map<String, String> settings) {
        assertThat(NetSettings.read(settings, PIXELS).depth()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth=0                  | depth must be 1 to 100 here, not 0",
                "depth=1.5                | depth must be a whole number, not '1.5'",
                "lr=NaN                   | lr must be 1.0E-5 to 100 here, not NaN",
                "lr=fast                  | lr must be a number, not 'fast'",
                "activation=cube          | activation must be one of identity, ",
                "hiddenBias=true          | there is no setting 'hiddenBias': use init, ",
                "norm=group width=100     | width: ",
                "skip=identity init=lsuv  | lsuv scales a chain of layers: it needs skip none, not identity",
                "skip=identity norm=batch normPosition=after | a network with skips is normalised before the nonlinearity",
                "skip=identity activation=prelu | DL4J takes batches of up to 64 examples through prelu",
                "width=1024 depth=30      | a network may have 24 million weights here, and 30 layers of 1024 have 31 million"
            })
    void whatCannotBeIsRefusedWithASentence(String text, String sentence) {
        assertThatThrownBy(() -> net(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }
}
