package gradientlab.cli;

import gradientlab.lab.ReportStyle;
import gradientlab.lab.report.HtmlPage;
import picocli.CommandLine.Option;

/** Whether the answers to a report's questions stand open. */
final class AnswersOption {

    @Option(names = "--answers", paramLabel = "HOW", defaultValue = "folded", descriptionKey = "report.answers")
    private HtmlPage.Answers answers;

    ReportStyle style(Terminal terminal) {
        return new ReportStyle(terminal.language(), answers);
    }
}
