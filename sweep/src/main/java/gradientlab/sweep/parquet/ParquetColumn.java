package gradientlab.sweep.parquet;

/** A column of a table: its name and the kind of its values. Any value may be null. */
public record ParquetColumn(String name, Kind kind) {

    /** What values a column has, and Parquet's number of their type. */
    public enum Kind {
        /** {@link Boolean}. */
        FLAG(0),
        /** {@link Number}, as a 64-bit whole number. */
        WHOLE(2),
        /** {@link Number}, as an IEEE double with all of its bits; NaN is NaN. */
        NUMBER(5),
        /** Text in UTF-8. */
        TEXT(6);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }
}
