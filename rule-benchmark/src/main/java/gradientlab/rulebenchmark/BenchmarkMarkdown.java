package gradientlab.rulebenchmark;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The result as Markdown: what was run, one table over all faults, one table per fault. */
public final class BenchmarkMarkdown {

    private BenchmarkMarkdown() {}

    /** The whole text, without a heading of its own. */
    public static String of(BenchmarkResult result) {
        List<String> lines = new ArrayList<>(counts(result));
        for (Half half : List.of(Half.SCORING, Half.TUNING)) {
            lines.addAll(List.of("", "**" + title(half) + "**", ""));
            lines.addAll(overall(result, half));
        }
        lines.addAll(List.of("", "**Runs named rightly, per fault (scoring half)**", ""));
        lines.addAll(perFault(result));
        return String.join("\n", lines) + "\n";
    }

    private static String title(Half half) {
        return half == Half.SCORING ? "Scoring half (2 and 4 hidden layers)" : "Tuning half (1, 3 and 5 hidden layers)";
    }

    private static List<String> counts(BenchmarkResult result) {
        String labels = result.labels().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
        return List.of(
                result.runs().size() + " runs on " + result.dataset() + ": " + labels + ".",
                "Label check: margins " + fixed(result.suffering().accuracyMargin(), 3) + " of accuracy, "
                        + fixed(result.suffering().lossMargin(), 3) + " of held-out loss, "
                        + fixed(result.suffering().meanLossMargin(), 3) + " of mean training loss.");
    }

    private static List<String> overall(BenchmarkResult result, Half half) {
        List<String> lines = new ArrayList<>(List.of(
                "| rules | precision | recall | F1 | false alarms | any alarm: recall | any alarm: F1 | named before step 0"
                        + " |",
                "|---|---|---|---|---|---|---|---|"));
        for (String rules : result.ruleSets()) {
            lines.add(row(rules, result.score(rules, half)));
        }
        return lines;
    }

    private static String row(String rules, Score score) {
        return "| "
                + String.join(
                        " | ",
                        rules,
                        fixed(score.diagnosis().precision(), 3),
                        fixed(score.diagnosis().recall(), 3),
                        fixed(score.diagnosis().f1(), 3),
                        percent(score.falseAlarmRate(), 1) + " of " + score.healthy(),
                        fixed(score.detection().recall(), 3),
                        fixed(score.detection().f1(), 3),
                        score.namedBeforeStep0() + " of " + score.ofInitialisation())
                + " |";
    }

    private static List<String> perFault(BenchmarkResult result) {
        List<String> lines = new ArrayList<>(List.of(
                "| fault | runs | " + String.join(" | ", result.ruleSets()) + " |",
                "|---|---" + "|---".repeat(result.ruleSets().size()) + "|"));
        List<Map<String, FaultScore>> scores = result.ruleSets().stream()
                .map(rules -> result.score(rules, Half.SCORING).faults())
                .toList();
        for (String fault : scores.get(0).keySet()) {
            List<String> cells = scores.stream()
                    .map(score -> Integer.toString(score.get(fault).named()))
                    .toList();
            lines.add("| " + Fault.valueOf(fault).label() + " | "
                    + scores.get(0).get(fault).runs() + " | " + String.join(" | ", cells) + " |");
        }
        return lines;
    }
}
