package gradientlab.rulebenchmark.foreign;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.rulebenchmark.Half;
import gradientlab.rulebenchmark.foreign.RemedyTrial.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether remedies helped, as Markdown and as JSON. The text has no single run of the scoring half. */
public final class RemedyReport {

    /**
     * How often something was applied, and what it did.
     *
     * @param applied runs
     * @param helped runs of these
     * @param unchanged runs of these
     * @param worse runs of these
     * @param helpedTogether runs of these that it helped alone, or with remedies of its kind for other faults
     */
    public record Counts(long applied, long helped, long unchanged, long worse, long helpedTogether) {

        static Counts of(List<RemedyTrial> trials) {
            return new Counts(
                    trials.stream()
                            .filter(each -> each.alone().outcome().applied())
                            .count(),
                    count(trials, Outcome.HELPED),
                    count(trials, Outcome.UNCHANGED),
                    count(trials, Outcome.WORSE),
                    trials.stream().filter(each -> each.together().helped()).count());
        }

        /** Helped / applied; NaN where nothing was applied. */
        public double share() {
            return (double) helped / applied;
        }

        private String row(String name) {
            return "| " + name + " | " + applied + " | " + helped + " | " + unchanged + " | " + worse + " | "
                    + helpedTogether + " |";
        }
    }

    private RemedyReport() {}

    /** A table by kind of remedy and the share that helped, for each half; of the tuning half, what did not help, too. */
    public static String markdown(Map<Half, List<RemedyTrial>> results) {
        List<String> lines = new ArrayList<>();
        results.forEach((half, trials) -> {
            boolean open = half == Half.TUNING;
            lines.addAll(List.of("## Remedies, " + (open ? "tuning half" : "scoring half"), ""));
            lines.addAll(byKind(trials));
            lines.addAll(List.of("", total(trials), ""));
            if (open) {
                lines.addAll(failures(trials));
                lines.add("");
            }
        });
        return String.join("\n", lines);
    }

    private static List<String> byKind(List<RemedyTrial> trials) {
        List<String> lines = new ArrayList<>(List.of(
                "| remedy | applied | helped | no difference | worse | helped with all of its kind |",
                "|---|---|---|---|---|---|"));
        kinds(trials).forEach((kind, counts) -> lines.add(counts.row(label(kind))));
        lines.add(Counts.of(trials).row("all"));
        return lines;
    }

    /** Of the kinds that were applied. */
    private static Map<Remedy.Kind, Counts> kinds(List<RemedyTrial> trials) {
        Map<Remedy.Kind, Counts> kinds = new LinkedHashMap<>();
        for (Remedy.Kind kind : Remedy.Kind.values()) {
            Counts counts = Counts.of(
                    trials.stream().filter(each -> each.remedy().kind() == kind).toList());
            if (counts.applied > 0) {
                kinds.put(kind, counts);
            }
        }
        return kinds;
    }

    private static String total(List<RemedyTrial> trials) {
        Counts all = Counts.of(trials);
        return String.format(
                Locale.ROOT,
                "%d faulty runs: %d remedies applied, of which %s helped (%s with all of their kind); %d faults with no change that a program can make; "
                        + "%d runs without a fault named.",
                trials.size(),
                all.applied,
                percent(all.helped, all.applied),
                percent(all.helpedTogether, all.applied),
                count(trials, Outcome.NO_CHANGE),
                count(trials, Outcome.NO_FAULT));
    }

    private static String percent(long part, long all) {
        return all == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }

    private static List<String> failures(List<RemedyTrial> trials) {
        List<String> lines = new ArrayList<>(List.of(
                "| did not help | remedy | what it did | metric before | after | with all of its kind | finding |",
                "|---|---|---|---|---|---|---|"));
        trials.stream()
                .filter(each -> !each.alone().helped() && each.alone().outcome() != Outcome.NO_FAULT)
                .forEach(each -> lines.add(String.format(
                        Locale.ROOT,
                        "| %s, seed %d | %s | %s | %.3f | %.3f | %.3f | %s |",
                        each.id(),
                        each.seed(),
                        label(each.remedy().kind()),
                        label(each.alone().outcome()),
                        each.before(),
                        each.alone().metric(),
                        each.together().metric(),
                        each.finding())));
        return lines;
    }

    private static String label(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long count(List<RemedyTrial> trials, Outcome outcome) {
        return trials.stream().filter(each -> each.alone().outcome() == outcome).count();
    }

    /**
     * Of each half the counts by kind of remedy, those of all remedies, what was not applied, and every trial, by the name of
     * the half in lower case.
     */
    public static Map<String, Object> json(Map<Half, List<RemedyTrial>> results) {
        Map<String, Object> json = new LinkedHashMap<>();
        results.forEach((half, trials) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kinds", kinds(trials));
            one.put("all", Counts.of(trials));
            one.put("share", Counts.of(trials).share());
            one.put("noChange", count(trials, Outcome.NO_CHANGE));
            one.put("noFault", count(trials, Outcome.NO_FAULT));
            one.put("trials", trials);
            json.put(half.name().toLowerCase(Locale.ROOT), one);
        });
        return json;
    }
}
