package gradientlab.explorer;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.ui.explorer.Picture;
import java.util.List;
import java.util.Locale;

/** What is wrong with a fresh network, in a sentence or two: the first cause and what would help. */
final class Verdict {

    private Verdict() {}

    static String of(List<Finding> findings, List<Picture.Layer> layers) {
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAULT)
                .toList();
        if (!faults.isEmpty()) {
            return sentence(faults);
        }
        return findings.isEmpty()
                ? "No rule finds a fault in the fresh net." + comparison(layers)
                : "No fault, but worth knowing: " + sentence(findings);
    }

    /** The first of some findings. */
    private static String sentence(List<Finding> findings) {
        Finding first = findings.get(0);
        String place = first.layer().isEmpty() ? "" : " at " + first.layer();
        String others = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more below)";
        return first.rule().title() + place + ": " + first.cause() + others + ".";
    }

    /** How δ of the first hidden layer compares with that of the last, where there are two that can be compared. */
    private static String comparison(List<Picture.Layer> layers) {
        int last = layers.size() - 2;
        double ratio = layers.get(0).delta().std() / layers.get(last).delta().std();
        return last == 0 || !Double.isFinite(ratio)
                ? ""
                : String.format(
                        Locale.ROOT, " δ of layer 1 is %s times that of layer %d.", Figures.text(ratio), last + 1);
    }
}
