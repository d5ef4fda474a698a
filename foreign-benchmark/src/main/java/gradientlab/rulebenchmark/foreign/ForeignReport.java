package gradientlab.rulebenchmark.foreign;

import gradientlab.rulebenchmark.Half;
import gradientlab.rulebenchmark.cases.CaseBenchmark;
import gradientlab.rulebenchmark.cases.CaseJudge;
import gradientlab.rulebenchmark.cases.CaseReport;
import gradientlab.rulebenchmark.cases.CaseVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The result on foreign programs as Markdown and as JSON. The text has no single run of the scoring half: who reads it may
 * be who chooses limits.
 */
public final class ForeignReport {

    private ForeignReport() {}

    /** The scores of each half; of the tuning half also a table by fault, one by family, and every run. */
    public static String markdown(Map<Half, CaseBenchmark> results) {
        List<String> lines = new ArrayList<>();
        results.forEach((half, result) -> {
            boolean open = half == Half.TUNING;
            lines.addAll(List.of("## " + (open ? "Tuning half" : "Scoring half"), ""));
            lines.addAll(CaseReport.scores(result));
            lines.add("");
            if (open) {
                lines.addAll(byFault(result.verdicts()));
                lines.add("");
                lines.addAll(byFamily(result.verdicts()));
                lines.add("");
                lines.addAll(CaseReport.runs(result));
                lines.add("");
            }
        });
        return String.join("\n", lines);
    }

    private static List<String> byFault(List<CaseVerdict> verdicts) {
        List<String> lines = new ArrayList<>(List.of(
                "| fault | runs | first finding names it | any finding names it | cause or symptom named | any alarm |",
                "|---|---|---|---|---|---|"));
        for (ForeignFault fault : Faults.ALL_FAULTS) {
            List<CaseVerdict> runs = verdicts.stream()
                    .filter(each -> each.id().endsWith("/" + fault.id()))
                    .toList();
            if (!runs.isEmpty()) {
                lines.add(row(
                        fault.id(),
                        runs.size(),
                        count(runs, each -> each.hits(CaseJudge.OWN_FIRST, each.cause())),
                        count(runs, each -> each.hits(CaseJudge.OWN, each.cause())),
                        count(runs, ForeignReport::causeOrSymptom),
                        count(runs, each -> each.alarm(CaseJudge.OWN))));
            }
        }
        return lines;
    }

    private static List<String> byFamily(List<CaseVerdict> verdicts) {
        List<String> lines = new ArrayList<>(List.of(
                "| family | faulty runs | cause named | healthy runs | false alarms |", "|---|---|---|---|---|"));
        for (Family family : Family.values()) {
            List<CaseVerdict> runs = verdicts.stream()
                    .filter(each -> each.id().startsWith(family.label() + "/"))
                    .toList();
            if (!runs.isEmpty()) {
                lines.add(row(
                        family.label(),
                        count(runs, CaseVerdict::faulty),
                        count(runs, each -> each.faulty() && each.hits(CaseJudge.OWN, each.cause())),
                        count(runs, each -> !each.faulty()),
                        count(runs, each -> !each.faulty() && each.alarm(CaseJudge.OWN))));
            }
        }
        return lines;
    }

    private static boolean causeOrSymptom(CaseVerdict each) {
        return each.hits(CaseJudge.OWN, each.cause()) || each.hits(CaseJudge.OWN, each.symptom());
    }

    private static long count(List<CaseVerdict> runs, Predicate<CaseVerdict> wanted) {
        return runs.stream().filter(wanted).count();
    }

    private static String row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(String.valueOf(cell));
        }
        return "| " + String.join(" | ", texts) + " |";
    }

    /**
     * As the JSON of published cases has it. Where both halves were run, that of the scoring half, with that of the tuning
     * half as {@code tuning}.
     */
    public static Map<String, Object> json(Map<Half, CaseBenchmark> results) {
        Half top = results.containsKey(Half.SCORING) ? Half.SCORING : Half.TUNING;
        Map<String, Object> json = new LinkedHashMap<>(CaseReport.json(results.get(top)));
        json.put("half", top);
        if (results.size() > 1) {
            json.put("tuning", CaseReport.json(results.get(Half.TUNING)));
        }
        return json;
    }
}
