package gradientlab.mnist;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One IDX file of unsigned bytes: its dimensions and its values, row-major.
 *
 * <p>The values are not copied, since an image file has tens of megabytes: whoever holds the record must not write into
 * them. Two of them are equal when dimensions and values are. Format: the IDX description on the MNIST page of LeCun,
 * Cortes and Burges.
 *
 * @param dimensions 1 to 255 sizes, each at least 1; the slowest-varying one (the number of items) first
 * @param values as many bytes as the product of the dimensions; read each with {@link #value(int)}
 */
public record IdxArray(List<Integer> dimensions, byte[] values) {
    /** What can follow an empty list of dimensions in an array of the JVM, a few words below the greatest int. */
    static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    static final int MAX_DIMENSIONS = 255;
    static final byte UNSIGNED_BYTE = 0x08;

    /**
     * Checks that the values fill the dimensions.
     *
     * @throws IllegalArgumentException if there is no dimension or more than 255, one is below 1, or their product is
     *     not the number of values
     */
    public IdxArray {
        dimensions = List.copyOf(dimensions);
        Objects.requireNonNull(values, "values");
        if (dimensions.isEmpty() || dimensions.size() > MAX_DIMENSIONS) {
            throw new IllegalArgumentException("dimensions must be 1 to 255 numbers, but are " + dimensions.size());
        }
        if (dimensions.stream().anyMatch(d -> d < 1) || length(dimensions) != values.length) {
            throw new IllegalArgumentException("dimensions must be at least 1 and have the number of values, "
                    + values.length + ", as their product, but are " + text(dimensions));
        }
    }

    /** The value at a row-major index, 0 to 255. */
    public int value(int index) {
        return Byte.toUnsignedInt(values[index]);
    }

    /**
     * The SHA-256 of the uncompressed file, in hexadecimal.
     *
     * <p>An IDX file of unsigned bytes has one form only, so that the digest follows from dimensions and values and is
     * the same for a file with and without gzip.
     */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(header());
            digest.update(values);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256, but this one does not", e);
        }
    }

    private byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.size());
        header.put((byte) 0).put((byte) 0).put(UNSIGNED_BYTE).put((byte) dimensions.size());
        dimensions.forEach(header::putInt);
        return header.array();
    }

    /** The product of dimensions that are at least 1, or a number above {@link #MAX_LENGTH} where it is too great. */
    static long length(List<Integer> dimensions) {
        long product = 1;
        for (int dimension : dimensions) {
            product = Math.min(product * dimension, MAX_LENGTH + 1L);
        }
        return product;
    }

    /** Dimensions as people write them: 60000 x 28 x 28. */
    static String text(List<Integer> dimensions) {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdxArray that
                && dimensions.equals(that.dimensions)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * dimensions.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "IdxArray[" + text(dimensions) + "]";
    }
}
