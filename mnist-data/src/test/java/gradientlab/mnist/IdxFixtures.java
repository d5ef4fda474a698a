package gradientlab.mnist;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Small IDX files, written down field by field as the format's description has them. */
final class IdxFixtures {
    static final int UNSIGNED_BYTE = 8;

    private IdxFixtures() {}

    /** A file of bytes 0, 1, 2, … that fills its dimensions. */
    static byte[] counting(int... dimensions) {
        int length = 1;
        for (int dimension : dimensions) {
            length *= dimension;
        }
        byte[] values = new byte[length];
        for (int i = 0; i < length; i++) {
            values[i] = (byte) i;
        }
        return idx(UNSIGNED_BYTE, dimensions, values);
    }

    static byte[] labels(int... labels) {
        byte[] values = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = (byte) labels[i];
        }
        return idx(UNSIGNED_BYTE, new int[] {labels.length}, values);
    }

    static byte[] idx(int type, int[] dimensions, byte[] values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(0);
            out.writeByte(0);
            out.writeByte(type);
            out.writeByte(dimensions.length);
            for (int dimension : dimensions) {
                out.writeInt(dimension);
            }
            out.write(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] concat(byte[] first, byte... second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    /** Three training and two test images of 2 x 3 pixels, under MNIST's names, gzipped. */
    static Map<String, byte[]> tinyDataset() {
        return new TreeMap<>(Map.of(
                "train-images-idx3-ubyte.gz", gzip(counting(3, 2, 3)),
                "train-labels-idx1-ubyte.gz", gzip(labels(4, 9, 0)),
                "t10k-images-idx3-ubyte.gz", gzip(counting(2, 2, 3)),
                "t10k-labels-idx1-ubyte.gz", gzip(labels(1, 1))));
    }

    static Path write(Path folder, Map<String, byte[]> files) {
        files.forEach((name, content) -> write(folder.resolve(name), content));
        return folder;
    }

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
