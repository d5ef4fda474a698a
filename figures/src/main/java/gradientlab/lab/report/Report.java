package gradientlab.lab.report;

import java.util.List;
import java.util.Map;

/**
 * A report.
 *
 * @param title the heading of the page
 * @param introduction the first paragraph
 * @param sections in reading order
 * @param provenance what it was made from and with, by name
 */
public record Report(String title, String introduction, List<Section> sections, Map<String, String> provenance) {}
