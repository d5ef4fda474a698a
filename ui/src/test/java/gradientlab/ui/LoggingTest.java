package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {

    private static final String FREEMARKER = "org.freemarker.loggerLibrary";

    private final String library = System.getProperty(FREEMARKER);
    private final InternalLoggerFactory before = InternalLoggerFactory.getDefaultFactory();
    private final Logger netty = (Logger) LoggerFactory.getLogger("io.netty");
    private final Level level = netty.getLevel();

    @AfterEach
    void restore() {
        if (library == null) {
            System.clearProperty(FREEMARKER);
        } else {
            System.setProperty(FREEMARKER, library);
        }
        System.clearProperty(Logging.NETTY_DEBUG);
        netty.setLevel(level);
        InternalLoggerFactory.setDefaultFactory(before);
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

    private InternalLoggerFactory chosenAt(Level configured) {
        netty.setLevel(configured);
        InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
        Logging.withoutNettyDebug();
        return InternalLoggerFactory.getDefaultFactory();
    }

    /** Logback without a configuration has every logger at DEBUG; a dashboard's start has some seventy lines of Netty's. */
    @Test
    void whereEverythingIsPrintedNettysDebugLogIsNot() {
        assertThat(chosenAt(Level.DEBUG)).isInstanceOf(JdkLoggerFactory.class);
        assertThat(InternalLoggerFactory.getInstance("io.netty").isDebugEnabled())
                .isFalse();
    }

    @Test
    void whatIsConfiguredOrAskedForStays() {
        assertThat(chosenAt(Level.WARN)).isInstanceOf(Slf4JLoggerFactory.class);
        System.setProperty(Logging.NETTY_DEBUG, "true");
        assertThat(chosenAt(Level.DEBUG)).isInstanceOf(Slf4JLoggerFactory.class);
    }
}
