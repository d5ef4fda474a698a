package gradientlab.ui;

import java.util.Map;

/** Sends the log of the libraries behind the pages through SLF4J, as everything else's. */
final class Logging {
    // Both would otherwise take java.util.logging, which prints to the standard error stream.
    private static final Map<String, String> CHOICES = Map.of(
            "vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.SLF4JLogDelegateFactory",
            "org.freemarker.loggerLibrary", "SLF4J");

    private Logging() {}

    /** Chooses SLF4J where the user has not chosen; to be called before Vert.x is first used. */
    static void throughSlf4j() {
        CHOICES.forEach((property, choice) -> System.setProperty(property, System.getProperty(property, choice)));
    }
}
