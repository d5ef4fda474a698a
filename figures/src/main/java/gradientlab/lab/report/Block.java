package gradientlab.lab.report;

import gradientlab.lab.figure.Figure;
import java.util.List;

/** A part of a section. */
public sealed interface Block {

    /** A paragraph. */
    record Text(String text) implements Block {}

    /** What came out, in one sentence with its numbers. */
    record Answer(String text) implements Block {}

    /** A table; the first column is its rows' names. */
    record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {

        /** @throws IllegalArgumentException if a row has not as many cells as there are columns */
        public Table {
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("Table '" + caption + "' has " + columns.size()
                            + " columns, but a row of " + row.size() + ": " + row);
                }
            }
        }
    }

    /** A figure. */
    record Picture(Figure figure) implements Block {}
}
