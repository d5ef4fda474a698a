package gradientlab.ui.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A browser that is installed on this machine, and the driver that steers it; nothing is ever downloaded.
 *
 * @param browser the program
 * @param driver its WebDriver
 */
record Chromium(Path browser, Path driver) {

    static final String NOT_FOUND =
            "No Chromium with its driver was found: the pages are not tested in a browser. On Debian or Ubuntu: apt-get install chromium chromium-driver.";

    private static final List<String> BROWSERS = List.of(
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome");
    private static final List<String> DRIVERS = List.of(
            "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver");

    /** The first of the usual places that holds one. */
    static Optional<Chromium> installed() {
        return first(BROWSERS).flatMap(browser -> first(DRIVERS).map(driver -> new Chromium(browser, driver)));
    }

    private static Optional<Path> first(List<String> places) {
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
