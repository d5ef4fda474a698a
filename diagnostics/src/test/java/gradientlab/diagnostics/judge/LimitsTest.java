package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String[] NAMES = Arrays.stream(Limits.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toArray(String[]::new);

    @Test
    void everyLimitHasASource() {
        assertThat(Limits.sources()).containsOnlyKeys(NAMES);
        assertThat(Limits.sources().values()).allMatch(source -> source.length() > 10);
    }

    @Test
    void aSourceOfNoLimitIsRefused() {
        assertThatThrownBy(() -> Limits.source("taste")).hasMessage("There is no limit \"taste\".");
    }

    @Test
    void theReadmeNamesEveryRuleAndEveryLimit() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Rule.values()).allMatch(rule -> readme.contains("`" + rule.label() + "`"));
        assertThat(NAMES).allMatch(name -> readme.contains("`" + name + "`"));
    }
}
