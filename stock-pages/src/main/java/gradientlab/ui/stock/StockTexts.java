package gradientlab.ui.stock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DL4J's texts with their amendments. */
public final class StockTexts {
    private static final Logger LOG = LoggerFactory.getLogger(StockTexts.class);
    private static final Map<String, Optional<String>> AMENDED = new ConcurrentHashMap<>();

    private StockTexts() {}

    /**
     * An amended text, or nothing where there is nothing to amend or no such text on the class path.
     *
     * <p>An amendment that does not fit, because DL4J has changed, is left out and logged: the page then has its old
     * fault.
     *
     * @param resource its name on the class path
     */
    public static Optional<String> amended(String resource) {
        List<Amendment> amendments = Amendments.of(resource);
        return amendments.isEmpty()
                ? Optional.empty()
                : AMENDED.computeIfAbsent(resource, name -> original(name).map(text -> amend(text, amendments)));
    }

    /** A text as DL4J has it, or nothing where there is none of that name. */
    static Optional<String> original(String resource) {
        try (InputStream bytes = StockTexts.class.getClassLoader().getResourceAsStream(resource)) {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("DL4J's " + resource + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    static String amend(String text, List<Amendment> amendments) {
        String amended = text;
        for (Amendment amendment : amendments) {
            if (amendment.fits(amended)) {
                amended = amendment.applyTo(amended);
            } else {
                LOG.warn(
                        "DL4J's {} has changed, so this fault of it is not repaired: {}.",
                        amendment.resource(),
                        amendment.why());
            }
        }
        return amended;
    }
}
