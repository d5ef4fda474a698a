package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggingTest {
    private static final String FREEMARKER = "org.freemarker.loggerLibrary";

    private final String before = System.getProperty(FREEMARKER);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(FREEMARKER);
        } else {
            System.setProperty(FREEMARKER, before);
        }
    }

    @Test
    void slf4jIsChosenWhereNothingElseIs() {
        System.clearProperty(FREEMARKER);
        Logging.throughSlf4j();

        assertThat(System.getProperty(FREEMARKER)).isEqualTo("SLF4J");
    }

    @Test
    void theUsersChoiceStands() {
        System.setProperty(FREEMARKER, "none");
        Logging.throughSlf4j();

        assertThat(System.getProperty(FREEMARKER)).isEqualTo("none");
    }
}
