package gradientlab.ui.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A page from the class path. */
final class Page {

    static final String PATH = "/gradients";

    /** The page that holds all views of {@link #PATH}. */
    static final String GRADIENTS = "/gradientlab/ui/pages/gradients.html";

    private static final String TYPE = "text/html; charset=utf-8";
    private static final int OK = 200;

    private Page() {}

    static Reply reply(String resource) {
        try (InputStream page = Page.class.getResourceAsStream(resource)) {
            if (page == null) {
                throw Refusal.notThere("The page " + resource + " is not on the class path.");
            }
            return new Reply(OK, TYPE, Buffer.buffer(page.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + resource + " cannot be read.", e);
        }
    }
}
