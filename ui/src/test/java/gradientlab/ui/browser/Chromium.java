package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A browser that is installed on this machine, and the driver that steers it; nothing is ever downloaded.
 *
 * <p>Without a browser the tests are skipped; with {@code -Dgradientlab.browser.required=true}, and where the environment variable
 * CI is true, they fail.
 *
 * @param browser the program
 * @param driver its WebDriver
 */
public record Chromium(Path browser, Path driver) {

    private static final String REQUIRED = "gradientlab.browser.required";
    private static final String NOT_FOUND =
            "No Chromium with its driver was found: the pages are not tested in a browser. On Debian or Ubuntu: apt-get install chromium chromium-driver.";

    private static final List<String> BROWSERS = List.of(
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome");
    private static final List<String> DRIVERS = List.of(
            "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver");

    /** The browser of this machine; ends the test where there is none. */
    public static Chromium installed() {
        Optional<Chromium> chromium = found();
        if (Boolean.getBoolean(REQUIRED) || Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(chromium).as(NOT_FOUND).isPresent();
        }
        assumeTrue(chromium.isPresent(), NOT_FOUND);
        return chromium.orElseThrow();
    }

    /** The first of the usual places that holds one. */
    private static Optional<Chromium> found() {
        return first(BROWSERS).flatMap(browser -> first(DRIVERS).map(driver -> new Chromium(browser, driver)));
    }

    private static Optional<Path> first(List<String> places) {
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
