package gradientlab.mnist;

import java.io.IOException;

/** Where the four files of a data set come from. */
interface MnistSource {
    /** What error messages call the file. */
    String path(MnistFile file);

    /** The uncompressed file's name, as provenance records it. */
    String name(MnistFile file);

    /** Reads the file whole, checking its format but not what it means. */
    IdxArray read(MnistFile file) throws IOException;

    /**
     * Checks the uncompressed file's SHA-256, where it is known beforehand.
     *
     * @throws IdxFormatException if it is another one
     */
    void requireSha256(MnistFile file, String sha256) throws IdxFormatException;
}
