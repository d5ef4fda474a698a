package gradientlab.cli;

import gradientlab.lab.run.SmallFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads an array that {@code numpy.save} wrote, as float32.
 *
 * <p>Layout (NumPy's documentation, "NPY format"): the bytes 93 4E 55 4D 50 59, two bytes of version, the length of the
 * header (16 bit from version 1 on, 32 bit from version 2 on, little-endian), the header as a Python dictionary, the values.
 * In Java and not by ND4J, whose native reader believes the header: a file that is damaged ended the process.
 *
 * @param file the file
 */
record NpyFile(Path file) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int FIXED = MAGIC.length + 2;
    private static final Pattern KIND = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([fiub])([1248])'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d, ]*)\\)");

    /** @throws IOException with a sentence that names the file and what does not fit */
    INDArray read() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(SmallFile.bytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        String header = header(bytes);
        Matcher kind = found(KIND, header, "numbers of 1, 2, 4 or 8 bytes");
        boolean fortran = found(FORTRAN, header, "an order").group(1).equals("True");
        long[] shape = shape(found(SHAPE, header, "a shape").group(1));
        int size = Integer.parseInt(kind.group(3));
        long count = count(shape);
        if (count != bytes.remaining() / size || bytes.remaining() % size != 0) {
            throw refused("its shape " + Arrays.toString(shape) + " needs " + count + " values of " + size
                    + " bytes, and " + bytes.remaining() + " bytes follow the header");
        }
        bytes.order(kind.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(bytes, kind.group(2).charAt(0), size);
        }
        return Nd4j.create(values, shape, fortran ? 'f' : 'c');
    }

    private String header(ByteBuffer bytes) throws IOException {
        byte[] magic = new byte[MAGIC.length];
        if (bytes.remaining() >= FIXED + 2) {
            bytes.get(magic);
        }
        if (!Arrays.equals(magic, MAGIC)) {
            throw refused("it does not begin as such a file does");
        }
        boolean wide = bytes.get() >= 2;
        bytes.position(FIXED);
        if (wide && bytes.remaining() < Integer.BYTES) {
            throw refused("it ends within the header");
        }
        int length = wide ? bytes.getInt() : Short.toUnsignedInt(bytes.getShort());
        if (length < 0 || length > bytes.remaining()) {
            throw refused("its header of " + Integer.toUnsignedString(length) + " bytes does not fit into the file");
        }
        byte[] header = new byte[length];
        bytes.get(header);
        return new String(header, StandardCharsets.UTF_8);
    }

    private Matcher found(Pattern pattern, String header, String what) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw refused("its header names no " + what.replaceFirst("^an? ", "") + " that can be read");
        }
        return matcher;
    }

    private long[] shape(String text) throws IOException {
        long[] shape;
        try {
            shape = Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IOException(refused("its shape (" + text + ") is none").getMessage(), e);
        }
        if (shape.length == 0 || Arrays.stream(shape).anyMatch(size -> size < 1)) {
            throw refused("its shape (" + text + ") has no examples with values");
        }
        return shape;
    }

    /** The product, or the largest number where it is too large. */
    private static long count(long[] shape) {
        long count = 1;
        for (long size : shape) {
            count = count > Integer.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
            if (count == Long.MAX_VALUE) {
                break;
            }
        }
        return count;
    }

    private float value(ByteBuffer bytes, char kind, int size) throws IOException {
        return switch ("" + kind + size) {
            case "f4" -> bytes.getFloat();
            case "f8" -> (float) bytes.getDouble();
            case "i1" -> bytes.get();
            case "i2" -> bytes.getShort();
            case "i4" -> bytes.getInt();
            case "i8" -> bytes.getLong();
            case "u1", "b1" -> Byte.toUnsignedInt(bytes.get());
            case "u2" -> Short.toUnsignedInt(bytes.getShort());
            case "u4" -> Integer.toUnsignedLong(bytes.getInt());
            default -> throw refused("its numbers are of the kind " + kind + size + ", which is not read");
        };
    }

    private IOException refused(String why) {
        return new IOException(file + " must be an array that NumPy saved, but " + why);
    }
}
