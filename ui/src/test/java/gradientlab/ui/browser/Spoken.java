package gradientlab.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Everything that a page says: its texts, its labels, what stands on its canvases. */
public final class Spoken {

    /** A key of a catalogue where its sentence should be. */
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-zA-Z0-9]+)+");

    /** An English word, where it is no name: lower case but for its first letter. */
    private static final Pattern ENGLISH = Pattern.compile("(?<![\\p{L}\\d_.-])[A-Za-z]?[a-z]{2,}(?![\\p{L}\\d_.-])");

    /** What is the same in both languages: functions, abbreviations, the menu of languages. */
    private static final List<String> SAME = List.of(
            "std",
            "log",
            "ln",
            "tanh",
            "sqrt",
            "gain",
            "fan",
            "seed",
            "softmax",
            "ctrl",
            "java",
            "english",
            "language",
            "gradient",
            "lab");

    private final Browser browser;

    private Spoken(Browser browser) {
        this.browser = browser;
    }

    /** From now on, what is written on canvases is kept. */
    public static Spoken on(Browser browser) {
        browser.script("""
                window.written = new Set();
                const fillText = CanvasRenderingContext2D.prototype.fillText;
                CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
                  if (this.canvas.isConnected) window.written.add(String(text));
                  return fillText.call(this, text, ...place);
                };
                """);
        return new Spoken(browser);
    }

    /** Changes the language by the menu, as a reader does, without loading the page anew. */
    public void speak(String code) {
        browser.element(".gl-language option[value=" + code + "]").click();
        browser.until(
                "the page speaks " + code, () -> code.equals(browser.script("return document.documentElement.lang")));
        forget();
    }

    /** What was written on canvases so far counts no more. */
    public void forget() {
        browser.script("window.written.clear()");
    }

    /** Fails if the page shows a key, or a word that is English and no name. */
    public void assertRussian(List<String> names) {
        TreeSet<String> english = new TreeSet<>();
        for (String text : texts()) {
            assertThat(text).doesNotMatch(KEY).doesNotContain("undefined", "[object");
            ENGLISH.matcher(without(names, text))
                    .results()
                    .filter(word -> !SAME.contains(word.group().toLowerCase(Locale.ROOT)))
                    .forEach(word -> english.add(word.group() + " in " + text));
        }
        assertThat(english).as("English at %s", browser.address()).isEmpty();
    }

    private static String without(List<String> names, String text) {
        String rest = text;
        for (String name : names) {
            rest = rest.replace(name, "");
        }
        return rest;
    }

    private List<String> texts() {
        Object found = browser.script("""
                const seen = element => !element.closest('script, style, noscript, code, pre, [hidden]');
                const texts = [...window.written];
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) if (seen(walker.currentNode.parentElement)) texts.push(walker.currentNode.data.trim());
                for (const name of ['title', 'aria-label', 'aria-valuetext', 'placeholder', 'alt'])
                  for (const element of document.querySelectorAll(`[${name}]`)) if (seen(element)) texts.push(element.getAttribute(name));
                return [...new Set(texts)].filter(text => text !== '');
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
