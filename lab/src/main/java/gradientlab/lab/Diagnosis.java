package gradientlab.lab;

import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.UnitLife;
import gradientlab.diagnostics.history.UnitLives;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.RunFolder;
import gradientlab.language.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges a run by what was kept of it: today's limits, whenever it was trained. */
final class Diagnosis {

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
    static Section section(RunFolder folder, History history, Words words) throws IOException {
        List<Finding> findings = findings(folder, history);
        return Understood.of(folder.historyFile(), () -> section(findings, history, words));
    }

    private static Section section(List<Finding> findings, History history, Words words) {
        Section.Builder section = Section.of("diagnosis", words.text("diagnosis.title"), words.text("diagnosis.asked"));
        long faults = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAULT)
                .count();
        section.answer(
                findings.isEmpty()
                        ? words.text("diagnosis.nothing")
                        : words.text("diagnosis.answer", faults, findings.size() - faults));
        for (Finding finding : findings) {
            section.answer(finding.headedLine(words.language()))
                    .text(words.text("diagnosis.source", finding.source(words.language())));
        }
        List<UnitLife> lives = UnitLives.of(history);
        if (!lives.isEmpty()) {
            section.table(
                    words.text("lives.title"),
                    columns(words, "layer", "units", "alive", "saturated", "dead", "ever-dead", "revived"),
                    byLayer(lives));
        }
        List<List<String>> changes = changes(lives);
        if (!changes.isEmpty()) {
            section.table(
                    words.text("lives.changes"),
                    columns(words, "iterations", "died", "became-saturated", "came-to-life"),
                    changes);
        }
        return section.build();
    }

    private static List<String> columns(Words words, String... keys) {
        return Stream.of(keys).map(key -> words.text("lives." + key)).toList();
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
