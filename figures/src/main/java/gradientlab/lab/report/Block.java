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

    /** The lines that do it, in Java with DL4J and in Python with PyTorch. */
    record Code(String java, String pytorch) implements Block {}

    /**
     * A formula.
     *
     * @param mathml its MathML, the element math
     * @param text what its letters are
     */
    record Formula(String mathml, String text) implements Block {}

    /**
     * How the reader does it.
     *
     * @param command what to type
     * @param address what the explorer's page shows for it, without its host; empty where that page has no such thing
     */
    record TryIt(String command, String address) implements Block {}

    /** Terms with their meaning, and the same in the other language. */
    record Glossary(List<Term> terms) implements Block {}

    /** One of them. */
    record Term(String term, String other, String meaning) {}
}
