package gradientlab.sweep;

import java.util.List;

/**
 * The row of a cell.
 *
 * @param values one for each measure, numbers as Java writes them; empty where there is an error
 * @param error why the cell could not be built or trained, in one sentence; empty where it could
 */
public record CellRow(List<String> values, String error) {

    /** Copies the list. */
    public CellRow {
        values = List.copyOf(values);
    }

    /** Of a cell that could not be built or trained: what was thrown, in one line. */
    static CellRow failed(RuntimeException e) {
        String said =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return new CellRow(List.of(), said.isBlank() ? e.getClass().getSimpleName() : said);
    }

    boolean isError() {
        return !error.isEmpty();
    }
}
