package gradientlab.sweep.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The values of one column as the body of a Parquet data page: which are there (definition levels in runs), then those that
 * are, one after the other (encoding PLAIN).
 */
final class ColumnData {

    private final ParquetColumn column;
    private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final BitSet flags = new BitSet();
    private int flagCount;
    private boolean there;
    private int run;

    ColumnData(ParquetColumn column) {
        this.column = column;
    }

    ParquetColumn column() {
        return column;
    }

    void add(Object value) {
        if (run > 0 && there != (value != null)) {
            endRun();
        }
        there = value != null;
        run++;
        if (value != null) {
            put(value);
        }
    }

    private void put(Object value) {
        switch (column.kind()) {
            case FLAG -> flags.set(flagCount++, (Boolean) value);
            case WHOLE ->
                values.writeBytes(
                        little(Long.BYTES).putLong(((Number) value).longValue()).array());
            case NUMBER ->
                values.writeBytes(little(Double.BYTES)
                        .putDouble(((Number) value).doubleValue())
                        .array());
            case TEXT -> {
                byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                values.writeBytes(little(Integer.BYTES).putInt(text.length).array());
                values.writeBytes(text);
            }
        }
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A run of the hybrid encoding: twice its length as a variable-length integer, and its level in a byte. */
    private void endRun() {
        ThriftWriter.variable(runs, (long) run << 1);
        runs.write(there ? 1 : 0);
        run = 0;
    }

    /** The body of the page; nothing can be added after it. */
    byte[] toPage() {
        if (run > 0) {
            endRun();
        }
        if (column.kind() == ParquetColumn.Kind.FLAG) {
            byte[] packed = new byte[(flagCount + Byte.SIZE - 1) / Byte.SIZE];
            byte[] set = flags.toByteArray();
            System.arraycopy(set, 0, packed, 0, set.length);
            values.writeBytes(packed);
        }
        byte[] levels = runs.toByteArray();
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(little(Integer.BYTES).putInt(levels.length).array());
        page.writeBytes(levels);
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }
}
