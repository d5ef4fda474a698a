package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DashboardLogTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final List<ILoggingEvent> log = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Appender<ILoggingEvent> console = root.getAppender("STDERR");

    @BeforeEach
    void listen() {
        appender.list = log;
        appender.start();
        root.addAppender(appender);
        root.detachAppender(console);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(appender);
        root.addAppender(console);
    }

    @Test
    void aHostThatOthersReachIsWarnedOf() {
        assertThat(warningsOfAStartOn("0.0.0.0"))
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("0.0.0.0", "no authentication"));
    }

    @Test
    void theLoopbackAddressIsNotWarnedOf() {
        assertThat(warningsOfAStartOn("localhost")).isEmpty();
    }

    /** Vert.x would otherwise print: it takes java.util.logging when nobody chooses. */
    @Test
    void theServersOwnErrorsAreLoggedThroughSlf4j() {
        Dashboard.start(DashboardOptions.defaults().withPort(0)).close();
        io.vertx.core.logging.LoggerFactory.getLogger("vert.x").warn("a test");

        assertThat(messages()).containsExactly("a test");
    }

    private List<String> warningsOfAStartOn(String host) {
        Dashboard.start(DashboardOptions.defaults().withHost(host).withPort(0)).close();
        return messages();
    }

    private List<String> messages() {
        return log.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
