package gradientlab.cli;

import gradientlab.lab.ReportStyle;
import gradientlab.lab.report.HtmlPage;
import picocli.CommandLine.Option;

/** Whether the answers to a report's questions stand open. */
final class AnswersOption {

    @Option(
            names = "--answers",
            paramLabel = "HOW",
            defaultValue = "folded",
            description = "In the lecture's report: open, or folded behind the reader's guess (default folded).")
    private HtmlPage.Answers answers;

    ReportStyle style(Terminal terminal) {
        return new ReportStyle(terminal.language(), answers);
    }
}
