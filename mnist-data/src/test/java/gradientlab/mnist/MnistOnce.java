package gradientlab.mnist;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The bundled MNIST, loaded once for all tests of this module. */
public final class MnistOnce {

    private static final MnistDataset DATA = load();

    private MnistOnce() {}

    public static MnistDataset data() {
        return DATA;
    }

    private static MnistDataset load() {
        try {
            return MnistDataset.bundled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
