package gradientlab.lab.report;

import gradientlab.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A report.
 *
 * @param language in which it is written
 * @param title the heading of the page
 * @param introduction the first paragraph
 * @param warnings why its numbers may not be those that were measured, a sentence each; above everything else
 * @param sections in reading order
 * @param provenance what it was made from and with, by name
 */
public record Report(
        Language language,
        String title,
        String introduction,
        List<String> warnings,
        List<Section> sections,
        Map<String, String> provenance) {

    /** The sections as a page shows them: part by part, within a part in reading order. */
    List<Section> inOrder() {
        return sections.stream()
                .sorted(Comparator.comparingInt(section -> section.part().place()))
                .toList();
    }

    /** A report in English. */
    public Report(
            String title,
            String introduction,
            List<String> warnings,
            List<Section> sections,
            Map<String, String> provenance) {
        this(Language.ENGLISH, title, introduction, warnings, sections, provenance);
    }

    /** A report in English without warnings. */
    public Report(String title, String introduction, List<Section> sections, Map<String, String> provenance) {
        this(title, introduction, List.of(), sections, provenance);
    }
}
