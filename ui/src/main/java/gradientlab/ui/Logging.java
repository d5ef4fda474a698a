package gradientlab.ui;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Sends the log of the libraries behind the pages through SLF4J, as everything else's. */
final class Logging {
    // Both would otherwise take java.util.logging, which prints to the standard error stream.
    private static final Map<String, String> CHOICES = Map.of(
            "vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.SLF4JLogDelegateFactory",
            "org.freemarker.loggerLibrary", "SLF4J");

    /** A system property: true leaves Netty's debug log to SLF4J, whatever that prints. */
    static final String NETTY_DEBUG = "gradientlab.netty.debug";

    private static final String NETTY = "io.netty";

    private Logging() {}

    /** Chooses SLF4J where the user has not chosen; to be called before Vert.x is first used. */
    static void throughSlf4j() {
        CHOICES.forEach((property, choice) -> System.setProperty(property, System.getProperty(property, choice)));
    }

    /**
     * Keeps Netty's debug log away from who has not configured SLF4J, which then prints everything: it goes to
     * java.util.logging, which leaves it out. To be called before Netty is first used.
     */
    static void withoutNettyDebug() {
        if (LoggerFactory.getLogger(NETTY).isDebugEnabled() && !Boolean.getBoolean(NETTY_DEBUG)) {
            InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        }
    }
}
