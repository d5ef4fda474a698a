package gradientlab.ui.browser;

import java.net.URI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a browser with the pages of a server, one for all tests, and fails it if the console said anything or a
 * request went elsewhere.
 */
public abstract class PagesInBrowser
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final int HEIGHT = 900;

    /**
     * A server that runs.
     *
     * @param address where its pages are
     * @param end closes it
     */
    public record Server(URI address, Runnable end) {}

    /** Starts the server; asked once, and only where there is a browser. */
    protected abstract Server start();

    @Override
    public final void beforeAll(ExtensionContext context) {
        stage(context);
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        Browser browser = stage(context).browser();
        browser.dark(false);
        browser.size(Browser.LAPTOP, HEIGHT);
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        stage(context).browser().assertQuiet();
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stage(context).browser();
    }

    private Stage stage(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(getClass()))
                .getOrComputeIfAbsent(Stage.class, none -> open(), Stage.class);
    }

    private Stage open() {
        Chromium chromium = Chromium.installed();
        Server server = start();
        return new Stage(server, new Browser(chromium, server.address()));
    }

    /** Closed after the last test. */
    private record Stage(Server server, Browser browser) implements AutoCloseable {

        @Override
        public void close() {
            browser.close();
            server.end().run();
        }
    }
}
