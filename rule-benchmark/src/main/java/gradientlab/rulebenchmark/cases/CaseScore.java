package gradientlab.rulebenchmark.cases;

import java.util.List;

/**
 * How one set of rules did. A run counts once: named rightly (a true positive), an alarm without the right name on a faulty
 * run or any alarm on a healthy one (a false positive), a faulty run without the right name (a false negative).
 *
 * @param rules name of the set
 * @param precision true positives among alarms
 * @param recall faulty runs whose cause is named
 * @param f1 of the two
 * @param mainRecall faulty runs whose first fault is named
 * @param lenientRecall faulty runs with a cause or a symptom named
 * @param detectionRecall faulty runs with any alarm
 * @param falseAlarmRate healthy runs with any alarm
 * @param faultyRuns how many
 * @param healthyRuns how many
 */
public record CaseScore(
        String rules,
        double precision,
        double recall,
        double f1,
        double mainRecall,
        double lenientRecall,
        double detectionRecall,
        double falseAlarmRate,
        int faultyRuns,
        int healthyRuns) {

    /** The score of a set of rules; a rate of no runs is NaN. */
    public static CaseScore of(String rules, List<CaseVerdict> verdicts) {
        List<CaseVerdict> faulty = verdicts.stream().filter(CaseVerdict::faulty).toList();
        List<CaseVerdict> healthy =
                verdicts.stream().filter(verdict -> !verdict.faulty()).toList();
        double hits = count(faulty, verdict -> verdict.hits(rules, verdict.cause()));
        double detected = count(faulty, verdict -> verdict.alarm(rules));
        double falseAlarms = count(healthy, verdict -> verdict.alarm(rules));
        double precision = hits / (detected + falseAlarms);
        double recall = hits / faulty.size();
        return new CaseScore(
                rules,
                precision,
                recall,
                2 * hits / (detected + falseAlarms + faulty.size()),
                count(faulty, verdict -> verdict.hits(rules, verdict.main())) / faulty.size(),
                count(faulty, v -> v.hits(rules, v.cause()) || v.hits(rules, v.symptom())) / faulty.size(),
                detected / faulty.size(),
                falseAlarms / healthy.size(),
                faulty.size(),
                healthy.size());
    }

    private static double count(List<CaseVerdict> verdicts, java.util.function.Predicate<CaseVerdict> wanted) {
        return verdicts.stream().filter(wanted).count();
    }
}
