package gradientlab.sweep.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as an Apache Parquet file: one row group, one uncompressed page a column, so that of the same rows come the same
 * bytes; Spark, DuckDB, pandas and others read it.
 *
 * <p>Parquet's own Java library needs Hadoop; the libraries that do without bring classes by Hadoop's names, which on Spark's
 * class path are in the way of the real ones. A flat table needs little of the format. Source: the specification and
 * {@code parquet.thrift} of apache/parquet-format 2.
 */
public final class ParquetTable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int UNCOMPRESSED = 0;
    private static final int DATA_PAGE = 0;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;

    private final List<ColumnData> columns;
    private int rows;

    /** An empty table. */
    public ParquetTable(List<ParquetColumn> columns) {
        this.columns = columns.stream().map(ColumnData::new).toList();
    }

    /**
     * Adds a row.
     *
     * @param values one for each column, of its kind or null
     * @throws IllegalArgumentException if they are more or fewer than the columns
     */
    public void add(List<?> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + columns.size() + " columns needs as many values, not " + values.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(values.get(i));
        }
        rows++;
    }

    /** Where a column lies in the file. */
    private record Chunk(ParquetColumn column, long offset, int bytes) {}

    /** The file; nothing can be added after it. */
    public byte[] toBytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(MAGIC);
        List<Chunk> chunks = new ArrayList<>();
        for (ColumnData data : columns) {
            int offset = file.size();
            byte[] page = data.toPage();
            file.writeBytes(header(page.length));
            file.writeBytes(page);
            chunks.add(new Chunk(data.column(), offset, file.size() - offset));
        }
        byte[] footer = footer(chunks);
        file.writeBytes(footer);
        file.writeBytes(ColumnData.little(Integer.BYTES).putInt(footer.length).array());
        file.writeBytes(MAGIC);
        return file.toByteArray();
    }

    /** A PageHeader. */
    private byte[] header(int bytes) {
        return new ThriftWriter()
                .i32(1, DATA_PAGE)
                .i32(2, bytes)
                .i32(3, bytes)
                .struct(5)
                .i32(1, rows)
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .end()
                .toBytes();
    }

    /** The FileMetaData. */
    private byte[] footer(List<Chunk> chunks) {
        ThriftWriter out = new ThriftWriter().i32(1, 1).structs(2, chunks.size() + 1);
        out.element().text(4, "table").i32(5, chunks.size()).end();
        chunks.forEach(chunk -> schema(out, chunk.column()));
        out.i64(3, rows).structs(4, 1).element().structs(1, chunks.size());
        chunks.forEach(chunk -> metadata(out, chunk));
        long bytes = chunks.stream().mapToLong(Chunk::bytes).sum();
        return out.i64(2, bytes)
                .i64(3, rows)
                .end()
                .text(6, "Gradient Lab")
                .end()
                .toBytes();
    }

    /** A SchemaElement. */
    private static void schema(ThriftWriter out, ParquetColumn column) {
        out.element().i32(1, column.kind().type()).i32(3, OPTIONAL).text(4, column.name());
        if (column.kind() == ParquetColumn.Kind.TEXT) {
            out.i32(6, UTF8);
        }
        out.end();
    }

    /** A ColumnChunk with its ColumnMetaData. */
    private void metadata(ThriftWriter out, Chunk chunk) {
        out.element()
                .i64(2, chunk.offset())
                .struct(3)
                .i32(1, chunk.column().kind().type())
                .integers(2, PLAIN, RLE)
                .texts(3, chunk.column().name())
                .i32(4, UNCOMPRESSED)
                .i64(5, rows)
                .i64(6, chunk.bytes())
                .i64(7, chunk.bytes())
                .i64(9, chunk.offset())
                .end()
                .end();
    }
}
