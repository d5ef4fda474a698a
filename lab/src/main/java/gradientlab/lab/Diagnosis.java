package gradientlab.lab;

import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.UnitLife;
import gradientlab.diagnostics.history.UnitLives;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.judge.Limits;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges a run by what was kept of it: today's limits, whenever it was trained. */
final class Diagnosis {

    private static final Map<Severity, String> WORDS =
            new EnumMap<>(Map.of(Severity.FAULT, "", Severity.ALSO_SEEN, "Also seen: ", Severity.HINT, "Hint: "));

    private Diagnosis() {}

    /**
     * What the rules find.
     *
     * @throws IOException if the history is none that a run can have, so that a rule fails on it; the message names the file
     */
    static List<Finding> findings(RunFolder folder, History history) throws IOException {
        return Understood.of(folder.historyFile(), () -> Judge.judge(history, Limits.DEFAULT));
    }

    /** The section of a report; throws {@link IOException} as {@link #findings} does. */
    static Section section(RunFolder folder, History history) throws IOException {
        List<Finding> findings = findings(folder, history);
        return Understood.of(folder.historyFile(), () -> section(findings, history));
    }

    private static Section section(List<Finding> findings, History history) {
        Section.Builder section =
                Section.of("diagnosis", "Diagnosis", "Does a layer lose the gradient, why, and what would help?");
        long faults = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAULT)
                .count();
        section.answer(
                findings.isEmpty()
                        ? "Nothing found."
                        : (faults == 1 ? "1 fault" : faults + " faults") + ", and " + (findings.size() - faults)
                                + " more findings: consequences and hints.");
        for (Finding finding : findings) {
            section.answer(WORDS.get(finding.severity()) + finding.line())
                    .text("Source of the limit: " + finding.source() + ".");
        }
        List<UnitLife> lives = UnitLives.of(history);
        if (!lives.isEmpty()) {
            section.table(
                    "Unit lives, first repetition: hidden units on the first 1,000 training examples",
                    List.of("layer", "units", "alive at the end", "saturated", "dead", "ever dead", "revived"),
                    byLayer(lives));
        }
        List<List<String>> changes = changes(lives);
        if (!changes.isEmpty()) {
            section.table(
                    "When units changed state, between which two iterations",
                    List.of("iterations", "died", "became saturated", "came to life"),
                    changes);
        }
        return section.build();
    }

    /** One row per iteration at which a unit was first seen in another state than before. */
    private static List<List<String>> changes(List<UnitLife> lives) {
        Map<String, Map<UnitState, Integer>> counts = new LinkedHashMap<>();
        lives.stream()
                .flatMap(life -> life.changes().stream().skip(1))
                .sorted(Comparator.comparingInt(UnitLives.Change::iteration))
                .forEach(change -> counts.computeIfAbsent(
                                change.after() + " … " + change.iteration(), key -> new EnumMap<>(UnitState.class))
                        .merge(change.state(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> List.of(
                        entry.getKey(),
                        count(entry.getValue(), UnitState.DEAD),
                        count(entry.getValue(), UnitState.SATURATED),
                        count(entry.getValue(), UnitState.ALIVE)))
                .toList();
    }

    private static String count(Map<UnitState, Integer> counts, UnitState state) {
        return String.valueOf(counts.getOrDefault(state, 0));
    }

    private static List<List<String>> byLayer(List<UnitLife> units) {
        Map<String, List<UnitLife>> byLayer = new LinkedHashMap<>();
        units.forEach(unit -> byLayer.computeIfAbsent(unit.layer(), layer -> new ArrayList<>())
                .add(unit));
        List<List<String>> rows = new ArrayList<>();
        byLayer.forEach((layer, lives) -> rows.add(List.of(
                layer,
                String.valueOf(lives.size()),
                count(lives, UnitState.ALIVE),
                count(lives, UnitState.SATURATED),
                count(lives, UnitState.DEAD),
                String.valueOf(lives.stream().filter(Diagnosis::everDead).count()),
                String.valueOf(lives.stream().filter(UnitLife::revived).count()))));
        return rows;
    }

    private static String count(List<UnitLife> lives, UnitState state) {
        return String.valueOf(
                lives.stream().filter(life -> life.state() == state).count());
    }

    private static boolean everDead(UnitLife life) {
        return life.changes().stream().anyMatch(change -> change.state() == UnitState.DEAD);
    }
}
