package gradientlab.ui.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page that holds all views, from the class path. */
final class Page {

    static final String PATH = "/gradients";

    private static final String RESOURCE = "/gradientlab/ui/pages/gradients.html";
    private static final String TYPE = "text/html; charset=utf-8";
    private static final int OK = 200;

    private Page() {}

    static Reply reply() {
        try (InputStream page = Page.class.getResourceAsStream(RESOURCE)) {
            if (page == null) {
                throw Refusal.notThere("The page " + RESOURCE + " is not on the class path.");
            }
            return new Reply(OK, TYPE, Buffer.buffer(page.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + RESOURCE + " cannot be read.", e);
        }
    }
}
