package gradientlab.rulebenchmark.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The result on published programs as Markdown and as JSON. */
public final class CaseReport {

    private CaseReport() {}

    /** A table of the scores, a row for each faulty program with what our rules said first, and what was left out. */
    public static String markdown(CaseBenchmark result) {
        List<String> lines = new ArrayList<>(scores(result));
        lines.add("");
        lines.addAll(runs(result));
        return String.join("\n", lines);
    }

    /** How many runs there are, and a row of figures for each set of rules. */
    public static List<String> scores(CaseBenchmark result) {
        List<String> lines = new ArrayList<>();
        CaseScore any = result.scores().isEmpty() ? null : result.scores().get(0);
        lines.add((any == null ? 0 : any.faultyRuns()) + " runs of faulty programs and "
                + (any == null ? 0 : any.healthyRuns()) + " of healthy or fixed ones; "
                + result.dropped().size() + " programs left out.");
        lines.add("");
        lines.add(
                "| rules | precision | recall | F1 | first fault named | cause or symptom named | any alarm | false alarms |");
        lines.add("|---|---|---|---|---|---|---|---|");
        result.scores().forEach(score -> lines.add(row(score)));
        return lines;
    }

    /** What our rules said first of each faulty run, the false alarms, and what was left out. */
    public static List<String> runs(CaseBenchmark result) {
        List<String> lines = new ArrayList<>();
        lines.add("| faulty program | its fault | our first finding says | named |");
        lines.add("|---|---|---|---|");
        result.verdicts().stream()
                .filter(CaseVerdict::faulty)
                .forEach(verdict -> lines.add("| " + verdict.id() + ", seed "
                        + verdict.seed() + " | " + String.join(", ", sorted(verdict.cause())) + " | "
                        + String.join(", ", verdict.named().get(CaseJudge.OWN_FIRST)) + " | "
                        + (verdict.hits(CaseJudge.OWN_FIRST, verdict.cause()) ? "yes" : "no") + " |"));
        lines.add("");
        lines.add("| false alarm on | our first finding says |");
        lines.add("|---|---|");
        result.verdicts().stream()
                .filter(verdict -> !verdict.faulty() && verdict.alarm(CaseJudge.OWN))
                .forEach(verdict -> lines.add("| " + verdict.id() + ", seed " + verdict.seed() + " | "
                        + String.join(", ", verdict.named().get(CaseJudge.OWN_FIRST)) + " |"));
        lines.add("");
        lines.add("| left out | why |");
        lines.add("|---|---|");
        result.dropped().forEach(each -> lines.add("| " + each.id() + " | " + each.reason() + " |"));
        return lines;
    }

    private static List<String> sorted(java.util.Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static String row(CaseScore s) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.1f %% |",
                s.rules(),
                s.precision(),
                s.recall(),
                s.f1(),
                s.mainRecall(),
                s.lenientRecall(),
                s.detectionRecall(),
                100 * s.falseAlarmRate());
    }

    /** Scores by rule set, every verdict, and what was left out. */
    public static Map<String, Object> json(CaseBenchmark result) {
        Map<String, Object> rules = new TreeMap<>();
        result.scores().forEach(score -> rules.put(score.rules(), score));
        Map<String, Object> json = new TreeMap<>();
        json.put("ruleSets", rules);
        json.put("verdicts", result.verdicts());
        json.put("dropped", result.dropped());
        return json;
    }
}
