package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import gradientlab.ui.demo.LiveDemo;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a browser with the demo's dashboard, one for all tests, and fails it if the console said anything or a
 * request went elsewhere.
 *
 * <p>Without a browser the tests are skipped; with {@code -Dgradientlab.browser.required=true}, and where the environment variable
 * CI is true, they fail.
 */
final class InBrowser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final String REQUIRED = "gradientlab.browser.required";
    private static final int HEIGHT = 900;

    @Override
    public void beforeAll(ExtensionContext context) {
        installed();
        stage(context);
    }

    /** The browser of this machine; ends the test where there is none. */
    static Chromium installed() {
        Optional<Chromium> chromium = Chromium.installed();
        if (Boolean.getBoolean(REQUIRED) || Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(chromium).as(Chromium.NOT_FOUND).isPresent();
        }
        assumeTrue(chromium.isPresent(), Chromium.NOT_FOUND);
        return chromium.orElseThrow();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Browser browser = stage(context).browser();
        browser.dark(false);
        browser.size(Browser.LAPTOP, HEIGHT);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertQuiet(stage(context).browser());
    }

    /** Leaves the page, and fails if its console said anything or it asked elsewhere. */
    static void assertQuiet(Browser browser) {
        browser.leave();
        assertSoftly(softly -> {
            softly.assertThat(browser.console()).as("said by the console").isEmpty();
            softly.assertThat(browser.requests())
                    .as("requests that leave 127.0.0.1")
                    .isNotEmpty()
                    .noneMatch(uri ->
                            uri.getScheme().startsWith("http") && !uri.getHost().equals("127.0.0.1"));
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stage(context).browser();
    }

    private static Stage stage(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(InBrowser.class))
                .getOrComputeIfAbsent(Stage.class, none -> Stage.start(), Stage.class);
    }

    /** Server, demo and browser: closed after the last test. */
    private record Stage(Dashboard dashboard, LiveDemo demo, Browser browser) implements AutoCloseable {

        static Stage start() {
            Dashboard dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
            LiveDemo demo = dashboard.demo();
            return new Stage(dashboard, demo, new Browser(installed(), dashboard.address()));
        }

        @Override
        public void close() {
            browser.close();
            demo.close();
            dashboard.close();
        }
    }
}
