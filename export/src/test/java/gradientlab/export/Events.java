package gradientlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader of event files by the published formats alone: it shares no code with what writes them.
 *
 * @param version what the first event says
 * @param values of the other events, in their order
 */
record Events(String version, List<Value> values) {

    /** CRC-32C: the reflected polynomial of Castagnoli (RFC 3720, section 12.1). */
    private static final int POLYNOMIAL = 0x82f63b78;

    /** @param histogram min, max, num, sum, sum of squares, limits and counts of the buckets; null for a scalar */
    record Value(long step, double wallTime, String tag, float scalar, Histo histogram) {}

    record Histo(double min, double max, double num, double sum, double squares, double[] limits, double[] counts) {}

    static Events read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        String version = null;
        List<Value> values = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] length = take(in, 8);
            assertThat(in.getInt()).as("checksum of a length").isEqualTo(masked(crc(length)));
            byte[] data = take(in, (int)
                    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
            assertThat(in.getInt()).as("checksum of an event").isEqualTo(masked(crc(data)));
            String said = event(data, values);
            version = version == null ? said : version;
        }
        return new Events(version, values);
    }

    private static String event(byte[] data, List<Value> values) {
        double wallTime = Double.NaN;
        long step = 0;
        String version = null;
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            switch ((int) varint(in)) {
                case 1 << 3 | 1 -> wallTime = in.getDouble();
                case 2 << 3 -> step = varint(in);
                case 3 << 3 | 2 -> version = new String(take(in, (int) varint(in)), StandardCharsets.UTF_8);
                case 5 << 3 | 2 -> summary(take(in, (int) varint(in)), step, wallTime, values);
                default -> throw new AssertionError("an unknown field of an event");
            }
        }
        return version;
    }

    private static void summary(byte[] data, long step, double wallTime, List<Value> values) {
        ByteBuffer in = ByteBuffer.wrap(data);
        while (in.hasRemaining()) {
            assertThat(varint(in)).as("a value").isEqualTo(1 << 3 | 2);
            values.add(value(take(in, (int) varint(in)), step, wallTime));
        }
    }

    private static Value value(byte[] data, long step, double wallTime) {
        String tag = null;
        float scalar = Float.NaN;
        Histo histogram = null;
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            switch ((int) varint(in)) {
                case 1 << 3 | 2 -> tag = new String(take(in, (int) varint(in)), StandardCharsets.UTF_8);
                case 2 << 3 | 5 -> scalar = in.getFloat();
                case 5 << 3 | 2 -> histogram = histogram(take(in, (int) varint(in)));
                default -> throw new AssertionError("an unknown field of a value");
            }
        }
        return new Value(step, wallTime, tag, scalar, histogram);
    }

    private static Histo histogram(byte[] data) {
        double[] numbers = new double[6];
        double[][] packed = new double[8][];
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            int field = key >> 3;
            if ((key & 7) == 1) {
                numbers[field] = in.getDouble();
            } else {
                packed[field] = doubles(take(in, (int) varint(in)));
            }
        }
        return new Histo(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], packed[6], packed[7]);
    }

    private static double[] doubles(byte[] data) {
        double[] doubles = new double[data.length / Double.BYTES];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(doubles);
        return doubles;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static int crc(byte[] data) {
        int crc = -1;
        for (byte next : data) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
            }
        }
        return ~crc;
    }

    private static int masked(int crc) {
        return (crc >>> 15 | crc << 17) + 0xa282ead8;
    }
}
