package gradientlab.rulebenchmark;

import java.util.List;

/**
 * How well a set of rules does on one fault.
 *
 * @param runs scored runs with this fault
 * @param named those of which it is named rightly
 * @param namedBeforeStep0 those of which it is named rightly before the first update
 * @param detected those with any alarm
 * @param rates of the right name; a false positive is a healthy run on which a name that is right for this fault is
 *     raised
 */
public record FaultScore(int runs, int named, int namedBeforeStep0, int detected, Rates rates) {

    static FaultScore of(String rules, Fault fault, List<JudgedRun> faulty, List<JudgedRun> healthy) {
        List<JudgedRun> ours =
                faulty.stream().filter(run -> run.run().fault() == fault).toList();
        int named = (int) ours.stream().filter(run -> run.namedBy(rules)).count();
        long falsePositives = healthy.stream()
                .filter(run -> run.verdicts().get(rules).named().stream().anyMatch(fault.names()::contains))
                .count();
        return new FaultScore(
                ours.size(),
                named,
                (int) ours.stream().filter(run -> run.namedBeforeStep0By(rules)).count(),
                (int) ours.stream().filter(run -> run.alarmBy(rules)).count(),
                Rates.of(named, falsePositives, ours.size() - named));
    }
}
