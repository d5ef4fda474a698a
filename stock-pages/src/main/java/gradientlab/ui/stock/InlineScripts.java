package gradientlab.ui.stock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scripts that stand in the text of DL4J's pages. */
public final class InlineScripts {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private InlineScripts() {}

    /**
     * Their hashes, as a content security policy has them: {@code 'sha256-...'}, with blanks between.
     *
     * <p>Of the templates, not of pages that were made from them: what gets into a page from outside has none.
     */
    public static String hashes() {
        return TemplateAmendments.PAGES.stream()
                .flatMap(InlineScripts::of)
                .map(script -> "'sha256-" + Base64.getEncoder().encodeToString(sha256(script)) + "'")
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> of(String template) {
        List<MatchResult> scripts = SCRIPT.matcher(StockTexts.amended(template).orElse(""))
                .results()
                .toList();
        // Line ends are one character to a browser.
        return scripts.stream().map(script -> script.group(1).replace("\r\n", "\n"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but not this one.", e);
        }
    }
}
