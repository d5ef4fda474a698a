package gradientlab.rulebenchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a set of rules does on some runs.
 *
 * @param healthy scored healthy runs
 * @param faulty scored faulty runs
 * @param falseAlarms healthy runs with any alarm
 * @param falseAlarmRate their share of the healthy runs
 * @param diagnosis a faulty run counts as caught when its fault is named rightly
 * @param detection a faulty run counts as caught when there is any alarm
 * @param ofInitialisation scored runs with a fault of initialisation
 * @param namedBeforeStep0 those of which the fault is named rightly before the first update
 * @param faults by the name of the fault, those without a scored run left out
 */
public record Score(
        int healthy,
        int faulty,
        int falseAlarms,
        double falseAlarmRate,
        Rates diagnosis,
        Rates detection,
        int ofInitialisation,
        int namedBeforeStep0,
        Map<String, FaultScore> faults) {

    /** Scores a set of rules on runs, those that may not be scored left out. */
    static Score of(String rules, List<JudgedRun> runs) {
        List<JudgedRun> scored =
                runs.stream().filter(run -> run.label() == Label.SCORED).toList();
        List<JudgedRun> healthy =
                scored.stream().filter(run -> run.run().healthy()).toList();
        List<JudgedRun> faulty =
                scored.stream().filter(run -> !run.run().healthy()).toList();
        List<JudgedRun> initial = faulty.stream()
                .filter(run -> run.run().fault().ofInitialisation())
                .toList();
        long falseAlarms = healthy.stream().filter(run -> run.alarmBy(rules)).count();
        long named = faulty.stream().filter(run -> run.namedBy(rules)).count();
        long detected = faulty.stream().filter(run -> run.alarmBy(rules)).count();
        return new Score(
                healthy.size(),
                faulty.size(),
                (int) falseAlarms,
                (double) falseAlarms / healthy.size(),
                Rates.of(named, falseAlarms, faulty.size() - named),
                Rates.of(detected, falseAlarms, faulty.size() - detected),
                initial.size(),
                (int) initial.stream()
                        .filter(run -> run.namedBeforeStep0By(rules))
                        .count(),
                perFault(rules, faulty, healthy));
    }

    private static Map<String, FaultScore> perFault(String rules, List<JudgedRun> faulty, List<JudgedRun> healthy) {
        Map<String, FaultScore> scores = new LinkedHashMap<>();
        for (Fault fault : Fault.values()) {
            FaultScore score = FaultScore.of(rules, fault, faulty, healthy);
            if (score.runs() > 0) {
                scores.put(fault.name(), score);
            }
        }
        return scores;
    }
}
