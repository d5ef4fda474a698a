package gradientlab.cli;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks an array inside a network that DL4J saved, before DL4J reads it: DL4J reserves what the array's header claims, and its
 * native code trusts shape and strides, so that a damaged file could end the process.
 *
 * <p>Layout of ND4J: a header (allocation mode as text, number of values, type as text) and the values of the shape
 * information (rank, sizes, strides, options, element-wise stride, order); then a header and the values of the array.
 */
final class SavedArray {

    /** Deflate makes at most this of a byte. */
    private static final long MOST_PER_BYTE = 1032;

    /** Allocation modes whose length has 64 bits; that of older ones has 32. */
    private static final Set<String> LONG_LENGTHS = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");

    private static final int MOST_DIMENSIONS = 32;
    private static final int BESIDE_SIZES_AND_STRIDES = 4;

    private SavedArray() {}

    /** @throws IOException with what does not fit, if the entry is there and is no such array */
    static void check(ZipFile zip, String name, long fileSize) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
            long numbers = length(in);
            if (numbers < BESIDE_SIZES_AND_STRIDES || numbers > BESIDE_SIZES_AND_STRIDES + 2 * MOST_DIMENSIONS) {
                throw new IOException(name + " has a shape of " + numbers + " numbers");
            }
            long[] shape = new long[(int) numbers];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = in.readLong();
            }
            long values = length(in);
            if (values < 1 || values > Math.min(entry.getSize(), MOST_PER_BYTE * fileSize)) {
                throw new IOException(name + " claims " + values + " values, and has " + entry.getSize() + " bytes");
            }
            checkShape(name, shape, values);
        } catch (java.io.EOFException e) {
            throw new IOException(name + " breaks off", e);
        }
    }

    private static long length(DataInputStream in) throws IOException {
        String mode = in.readUTF();
        long length = LONG_LENGTHS.contains(mode) ? in.readLong() : in.readInt();
        in.readUTF();
        return length;
    }

    /** The last element that sizes and strides reach must be one of the values. */
    private static void checkShape(String name, long[] shape, long values) throws IOException {
        long rank = shape[0];
        if (rank < 0 || shape.length != 2 * rank + BESIDE_SIZES_AND_STRIDES) {
            throw new IOException(name + " has the rank " + rank + " and a shape of " + shape.length + " numbers");
        }
        double elements = 1;
        double last = 0;
        for (int i = 1; i <= rank; i++) {
            double size = shape[i];
            double stride = shape[(int) rank + i];
            elements *= size;
            last += (size - 1) * stride;
            if (size < 1 || stride < 0) {
                throw new IOException(name + " has a dimension of size " + size + " and stride " + stride);
            }
        }
        if (elements != values || last >= values) {
            throw new IOException(name + " has a shape of " + elements + " elements that reach to the one at " + last
                    + ", and " + values + " values");
        }
    }
}
