package gradientlab.ui.guard;

import gradientlab.ui.stock.StockTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files that pages load, straight from the class path: DL4J's folder for them, and webjars.
 *
 * <p>DL4J copies each into a temporary file and never answers where there is none.
 */
final class Assets {
    private static final String OWN = "deeplearning4jUiAssets/";
    private static final String WEBJARS = "META-INF/resources/";
    private static final ClassLoader LOADER = Assets.class.getClassLoader();
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_@+~.-]+");

    private Assets() {}

    /**
     * A file.
     *
     * @param tag changes with the content, in the form of the header {@code ETag}
     */
    record Asset(String mediaType, byte[] content, String tag) {}

    /**
     * The file behind {@code /assets/}, with its amendments if it is one of DL4J's.
     *
     * @param path decoded parts, none of them {@code ..} or with a slash
     */
    static Optional<Asset> find(List<String> path) {
        if (path.isEmpty() || !path.stream().allMatch(part -> PART.matcher(part).matches())) {
            return Optional.empty();
        }
        String name = (path.get(0).equals("webjars") ? WEBJARS : OWN) + String.join("/", path);
        return MediaTypes.of(name)
                .flatMap(type -> content(name).map(content -> new Asset(type, content, tag(content))));
    }

    private static Optional<byte[]> content(String name) {
        return StockTexts.amended(name)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> read(name));
    }

    private static Optional<byte[]> read(String name) {
        URL url = LOADER.getResource(name);
        if (url == null || isFolder(url, name)) {
            return Optional.empty();
        }
        try (InputStream bytes = LOADER.getResourceAsStream(name)) {
            return Optional.of(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    // A folder can be opened too, and can have a name such as popper.js.
    private static boolean isFolder(URL url, String name) {
        return url.getProtocol().equals("file")
                ? Files.isDirectory(Path.of(URI.create(url.toString())))
                : LOADER.getResource(name + "/") != null;
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but not this one.", e);
        }
    }
}
