package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with the pages of one server; the tests of other modules use it too. */
public final class Browser implements AutoCloseable {

    public static final int PHONE = 390;
    public static final int LAPTOP = 1280;
    public static final int DESKTOP = 1920;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    // Far above what is waited for: it only turns a hang into a failure.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    // Selenium says here that it knows no newer DevTools than its own; none of theirs are used.
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final URI server;
    private final Path profile;
    private final ChromeDriver driver;

    /** Starts a browser for the pages of a server. */
    public Browser(Chromium chromium, URI server) {
        this.server = server;
        this.profile = emptyFolder();
        DEVTOOLS.setLevel(Level.OFF);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        this.driver = new ChromeDriver(service, options(chromium));
        // Without it a page that no window manager has raised gets no focus events.
        driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    private ChromeOptions options(Chromium chromium) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        return options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("gradientlab-browser");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the browser's profile.", e);
        }
    }

    /** Leaves the pages: nothing of theirs is under way any more. */
    public void leave() {
        driver.get("about:blank");
    }

    /** Loads a page of the server anew, such as {@code /gradients#/flow}. */
    public void open(String path) {
        leave();
        driver.get(server.resolve("/") + path.substring(1));
    }

    /** Makes the window as wide and as high as this, in CSS pixels. */
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width == PHONE));
    }

    /** What the page is told that the reader prefers. */
    public void dark(boolean dark) {
        var feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /** What a function body of JavaScript returns. */
    public Object script(String body, Object... arguments) {
        return driver.executeScript(body, arguments);
    }

    /** Where the browser is. */
    public String address() {
        return driver.getCurrentUrl();
    }

    /** The first element of a kind. */
    public WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** What has the focus. */
    public WebElement active() {
        return driver.switchTo().activeElement();
    }

    /** Chooses from a list as a reader does. */
    public void choose(String id, String value) {
        element("#" + id + " option[value=\"" + value + "\"]").click();
    }

    /**
     * Clicks the first element of a kind once nothing lies over its middle. Looking and clicking are one turn of the
     * page, since what it draws meanwhile may move the element away from where a pointer was sent.
     */
    public void click(String css) {
        until(css + " can be clicked", () -> (Boolean) script("""
                const one = document.querySelector(arguments[0]);
                const open = block => {
                  one?.scrollIntoView({block, behavior: 'instant'});
                  const box = one?.getClientRects()[0];
                  return box && one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
                };
                if (!['nearest', 'center', 'start', 'end'].some(open)) return false;
                one.focus({preventScroll: true});
                one.click();
                return true;
                """, css));
    }

    /** What a pointer and keys do together. */
    Actions actions() {
        return new Actions(driver);
    }

    public int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** What can be read in the first element of a kind; empty where there is none. */
    public String text(String css) {
        return texts(css).stream().findFirst().orElse("");
    }

    /** What can be read in all elements of a kind. */
    public List<String> texts(String css) {
        Object found = script(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length > 0)"
                        + ".map(e => (e.innerText ?? e.textContent).trim())",
                css);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Waits until an element of a kind can be seen. */
    public void awaitElement(String css) {
        until("an element " + css + " is seen", () -> !texts(css).isEmpty());
    }

    /** Waits until the first element of a kind says something. */
    public void awaitText(String css, String part) {
        until("\"" + part + "\" is read in " + css, () -> text(css).contains(part));
    }

    /** Waits until something holds. */
    public void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime()).as("%s, at %s", what, address()).isLessThan(end);
            sleep();
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (StaleElementReferenceException e) {
            return false; // the page has drawn anew in between
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the browser.", e);
        }
    }

    /** How many different colours the canvases of a kind that can be seen show at least; 1 is an empty one. */
    public long colours(String css) {
        return (Long) script("""
                const colours = canvas => {
                  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {willReadFrequently: true});
                  copy.drawImage(canvas, 0, 0);
                  return new Set(new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
                };
                const seen = [...document.querySelectorAll(arguments[0])].filter(canvas => canvas.getClientRects().length > 0);
                return seen.length === 0 ? 0 : Math.min(...seen.map(colours));
                """, css);
    }

    /** Keeps a picture of the whole page. */
    public void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("The screenshot " + name + " cannot be kept.", e);
        }
    }

    /** Presses keys as a reader does, wherever the focus is. */
    public void press(CharSequence... keys) {
        active().sendKeys(keys);
    }

    /** Leaves the page, and fails if its console said anything or it asked elsewhere. */
    public void assertQuiet() {
        leave();
        assertSoftly(softly -> {
            softly.assertThat(console()).as("said by the console").isEmpty();
            softly.assertThat(requests())
                    .as("requests that leave 127.0.0.1")
                    .isNotEmpty()
                    .noneMatch(uri ->
                            uri.getScheme().startsWith("http") && !uri.getHost().equals("127.0.0.1"));
        });
    }

    /** What the console said since the last call. */
    public List<String> console() {
        return log(LogType.BROWSER).map(LogEntry::toString).toList();
    }

    /** The addresses asked for since the last call; what stands in the page itself is none. */
    public List<URI> requests() {
        return log(LogType.PERFORMANCE)
                .map(entry -> (Map<?, ?>) entryOf(entry).get("message"))
                .filter(message -> "Network.requestWillBeSent".equals(message.get("method")))
                .map(message -> (Map<?, ?>) ((Map<?, ?>) message.get("params")).get("request"))
                .map(request -> String.valueOf(request.get("url")).split("#", 2)[0])
                .filter(address -> !address.startsWith("data:") && !address.equals("about:blank"))
                .map(URI::create)
                .toList();
    }

    private Stream<LogEntry> log(String type) {
        return driver.manage().logs().get(type).getAll().stream();
    }

    private static Map<String, Object> entryOf(LogEntry entry) {
        return new Json().toType(entry.getMessage(), Json.MAP_TYPE);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("The browser's profile " + profile + " cannot be removed.", e);
        }
    }
}
