package gradientlab.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * MNIST itself, from the class path.
 *
 * @param resources opens a resource by its name beside this class, or gives null where there is none
 */
record BundledFiles(Function<String, InputStream> resources) implements MnistSource {
    BundledFiles() {
        this(BundledFiles.class::getResourceAsStream);
    }

    @Override
    public String path(MnistFile file) {
        return "bundled resource gradientlab/mnist/" + resource(file);
    }

    @Override
    public String name(MnistFile file) {
        return file.mnistName();
    }

    @Override
    public IdxArray read(MnistFile file) throws IOException {
        InputStream in = resources.apply(resource(file));
        if (in == null) {
            throw new IdxFormatException(path(file), "this file on the class path", "none");
        }
        return IdxReader.read(in, path(file));
    }

    @Override
    public void requireSha256(MnistFile file, String sha256) throws IdxFormatException {
        if (!sha256.equals(file.mnistSha256())) {
            throw new IdxFormatException(path(file), "content with the SHA-256 " + file.mnistSha256(), sha256);
        }
    }

    private static String resource(MnistFile file) {
        return file.mnistName() + ".gz";
    }
}
