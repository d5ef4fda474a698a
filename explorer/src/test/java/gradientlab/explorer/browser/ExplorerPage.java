package gradientlab.explorer.browser;

import gradientlab.ui.browser.Browser;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;

/** The explorer page as a reader uses it. */
final class ExplorerPage {

    static final String HEADLINE = ".ex-headline";
    static final String VERDICT = ".ex-verdict";
    static final String FACTS = ".ex-facts";
    static final String APPLY = ".ex-remedy button";
    static final String DIFFERENCE = ".ex-difference";

    private static final String READY = ".ex-summary[data-kind]:not(.waiting)";

    private final Browser browser;

    private ExplorerPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens the page at an address, such as {@code depth=5&view=map}, and waits for its picture. */
    static ExplorerPage open(Browser browser, String hash) {
        browser.open("/explore#" + hash);
        var page = new ExplorerPage(browser);
        page.awaitPicture();
        page.watch();
        return page;
    }

    /** Counts the pictures asked for at a time, and keeps what would be downloaded. */
    private void watch() {
        browser.script("""
                window.seen = {now: 0, most: 0, pictures: 0, saved: []};
                const [fetch, click] = [window.fetch, HTMLAnchorElement.prototype.click];
                window.fetch = async (address, ...more) => {
                  if (!/picture/.test(address)) return fetch(address, ...more);
                  seen.pictures++;
                  seen.most = Math.max(seen.most, ++seen.now);
                  try { return await fetch(address, ...more); } finally { seen.now--; }
                };
                const blobs = new Map(), make = URL.createObjectURL;
                URL.createObjectURL = blob => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
                HTMLAnchorElement.prototype.click = function () {
                  if (this.download) seen.saved.push({name: this.download, blob: blobs.get(this.href)});
                  else click.call(this);
                };
                """);
    }

    /** How many pictures were asked for, and how many at a time at most, since the page was opened. */
    Map<?, ?> pictures() {
        return (Map<?, ?>) browser.script("return {pictures: seen.pictures, most: seen.most}");
    }

    /** What a click on a button of the tab Export saves: the file's name, its type and its text. */
    List<?> saved(String button) {
        browser.script("seen.saved.length = 0");
        click("#panel", button);
        browser.until(button + " saves a file", () -> (Boolean) browser.script("return seen.saved.length === 1"));
        return (List<?>) browser.script(
                "const {name, blob} = seen.saved[0]; return blob.text().then(text => [name, blob.type, text])");
    }

    /** Waits until a picture has been asked for and every question is answered. */
    void awaitAnswers() {
        browser.until("the questions are answered", () ->
                (Boolean) browser.script("return seen.pictures > 0 && seen.now === 0"));
    }

    /** Waits until the picture is that of the controls. */
    void awaitPicture() {
        browser.until("the picture is there", () -> browser.count(READY) == 1);
    }

    /** Waits until nothing fades or moves any more. */
    void awaitStill() {
        browser.until("nothing moves", () ->
                (Boolean) browser.script("return document.getAnimations().every(one => one.playState !== 'running')"));
    }

    /** Goes to another address without loading the page anew. */
    void go(String hash) {
        browser.script("location.hash = arguments[0]", hash);
        awaitPicture();
    }

    /** Sets a control. */
    void set(String name, String value) {
        if (browser.count("select#control-" + name) == 1) {
            browser.choose("control-" + name, value);
        } else {
            type("#control-" + name, value);
        }
    }

    /** Types into a field in place of what stands there. */
    void type(String field, String value) {
        browser.element(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.ENTER);
    }

    /** Waits until the address says something. */
    void awaitAddress(String part) {
        browser.until(part + " in the address", () -> browser.address().contains(part));
    }

    /** Clicks the button inside a part of the page that says this. */
    void click(String part, String text) {
        browser.until("a button \"" + text + "\" is in " + part, () -> (Boolean) browser.script("""
                        const button = [...document.querySelectorAll(arguments[0] + ' button')]
                          .find(one => one.textContent === arguments[1] && !one.disabled && one.getClientRects().length);
                        button?.scrollIntoView({block: 'center'});
                        button?.click();
                        return button !== undefined;
                        """, part, text));
    }

    void tab(String name) {
        browser.click("#tab-" + name);
    }

    /** The values of all layers as the table below the charts says them. */
    String table() {
        browser.script("document.querySelector('.ex-charts details').open = true");
        browser.awaitElement(".ex-charts tbody td");
        return browser.text(".ex-charts tbody");
    }

    /** Every control, as the server lists it. */
    List<Map<?, ?>> controls() {
        return maps(browser.script("return fetch('/explore/api/controls').then(a => a.json()).then(a => a.controls)"));
    }

    /** Every step of the lecture, as the server lists it. */
    List<Map<?, ?>> tour() {
        return maps(browser.script("return fetch('/explore/api/controls').then(a => a.json()).then(a => a.tour)"));
    }

    private static List<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }
}
