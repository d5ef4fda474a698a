package gradientlab.lab.report;

import java.util.List;
import java.util.Map;

/**
 * A report.
 *
 * @param title the heading of the page
 * @param introduction the first paragraph
 * @param warnings why its numbers may not be those that were measured, a sentence each; above everything else
 * @param sections in reading order
 * @param provenance what it was made from and with, by name
 */
public record Report(
        String title,
        String introduction,
        List<String> warnings,
        List<Section> sections,
        Map<String, String> provenance) {

    /** A report without warnings. */
    public Report(String title, String introduction, List<Section> sections, Map<String, String> provenance) {
        this(title, introduction, List.of(), sections, provenance);
    }
}
