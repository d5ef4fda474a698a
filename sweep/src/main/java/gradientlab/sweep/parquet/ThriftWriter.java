package gradientlab.sweep.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Apache Thrift's compact protocol, as much of it as Parquet's headers need: structs of 32- and 64-bit integers, texts, lists
 * and structs. Fields are written in rising order.
 *
 * <p>Source: "Thrift Compact protocol encoding" of the Thrift documentation.
 */
final class ThriftWriter {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int MOST_IN_SHORT_FORM = 14;
    private static final int LONG_FORM = 0xF0;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    ThriftWriter i32(int field, int value) {
        header(field, I32);
        zigzag(value);
        return this;
    }

    ThriftWriter i64(int field, long value) {
        header(field, I64);
        zigzag(value);
        return this;
    }

    ThriftWriter text(int field, String value) {
        header(field, BINARY);
        element(value);
        return this;
    }

    /** Begins a struct that is a field; {@link #end()} ends it. */
    ThriftWriter struct(int field) {
        header(field, STRUCT);
        return element();
    }

    ThriftWriter structs(int field, int size) {
        return list(field, STRUCT, size);
    }

    ThriftWriter integers(int field, int... values) {
        list(field, I32, values.length);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    ThriftWriter texts(int field, String... values) {
        list(field, BINARY, values.length);
        for (String value : values) {
            element(value);
        }
        return this;
    }

    /** Begins a struct that is an element of a list; {@link #end()} ends it. */
    ThriftWriter element() {
        outer.push(last);
        last = 0;
        return this;
    }

    ThriftWriter end() {
        bytes.write(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }

    private void element(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        variable(text.length);
        bytes.writeBytes(text);
    }

    private ThriftWriter list(int field, int type, int size) {
        header(field, LIST);
        if (size <= MOST_IN_SHORT_FORM) {
            bytes.write(size << 4 | type);
        } else {
            bytes.write(LONG_FORM | type);
            variable(size);
        }
        return this;
    }

    /** The distance to the field before and the type; fields are close enough for the short form. */
    private void header(int field, int type) {
        bytes.write((field - last) << 4 | type);
        last = field;
    }

    private void zigzag(long value) {
        variable(value << 1 ^ value >> 63);
    }

    private void variable(long value) {
        variable(bytes, value);
    }

    /** An integer of variable length: seven bits a byte, the lowest first; the eighth says that more follow. */
    static void variable(ByteArrayOutputStream bytes, long value) {
        long left = value;
        for (; (left & ~0x7FL) != 0; left >>>= 7) {
            bytes.write((int) (left & 0x7F | 0x80));
        }
        bytes.write((int) left);
    }
}
