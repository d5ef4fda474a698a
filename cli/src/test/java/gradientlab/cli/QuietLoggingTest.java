package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QuietLoggingTest {

    private static final String FILE = "logback.configurationFile";

    /** The context that SLF4J has set up by itself. */
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @AfterEach
    void noFile() {
        System.clearProperty(FILE);
    }

    @Test
    void logbackFindsItByItself() {
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("org.nd4j.linalg.factory.Nd4jBackend").getLevel())
                .isEqualTo(Level.OFF);
        assertThat(context.getLogger("org.nd4j.linalg.factory.Nd4j").getLevel()).isEqualTo(Level.OFF);
        assertThat(root.iteratorForAppenders()).toIterable().hasSize(1);
    }

    @Test
    void aWarningIsOneLineOnStandardErrorWithoutATrace() {
        ConsoleAppender<ILoggingEvent> appender =
                (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
        LoggingEvent event = new LoggingEvent(
                "", root, Level.WARN, "größer als {}", new IllegalStateException("not shown"), new Object[] {3});
        assertThat(appender.getTarget()).isEqualTo("System.err");
        assertThat(appender.getEncoder().encode(event))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("WARN  größer als 3" + System.lineSeparator());
    }

    @Test
    void aFileOfTheUsersTakesItsPlace() {
        System.setProperty(FILE, "mine.xml");
        LoggerContext fresh = new LoggerContext();
        assertThat(new QuietLogging().configure(fresh)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
        assertThat(fresh.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .isExhausted();
    }
}
