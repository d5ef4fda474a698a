package gradientlab.lab;

import gradientlab.lab.report.HtmlPage;
import gradientlab.language.Language;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a report is shown.
 *
 * @param language the language that is shown first; the page has the others as well
 * @param answers whether the answers to its questions stand open
 */
public record ReportStyle(Language language, HtmlPage.Answers answers) {

    /** In English, with open answers. */
    public static final ReportStyle DEFAULT = new ReportStyle(Language.ENGLISH, HtmlPage.Answers.OPEN);

    /** Every language, the one that is shown first in front. */
    public List<Language> languages() {
        return Stream.concat(Stream.of(language), Stream.of(Language.values()).filter(other -> other != language))
                .toList();
    }
}
