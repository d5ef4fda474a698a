package gradientlab.explorer;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.language.Words;
import gradientlab.ui.explorer.Picture;
import java.util.List;

/** What is wrong with a fresh network, in a sentence or two: the first cause and what would help. */
final class FreshVerdict {

    private FreshVerdict() {}

    static String of(List<Finding> findings, List<Picture.Layer> layers, Words words) {
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAULT)
                .toList();
        if (!faults.isEmpty()) {
            return sentence(faults, words);
        }
        return findings.isEmpty()
                ? words.text("verdict.none") + comparison(layers, words)
                : words.text("verdict.hint", sentence(findings, words));
    }

    /** The first of some findings. */
    private static String sentence(List<Finding> findings, Words words) {
        Finding first = findings.get(0).in(words.language());
        String place = first.layer().isEmpty() ? "" : words.text("verdict.place", first.layer());
        String others = findings.size() == 1 ? "" : words.text("verdict.others", findings.size() - 1);
        return words.text("verdict.sentence", first.rule().title(words.language()), place, first.cause(), others);
    }

    /** How δ of the first hidden layer compares with that of the last, where there are two that can be compared. */
    private static String comparison(List<Picture.Layer> layers, Words words) {
        int last = layers.size() - 2;
        double ratio = layers.get(0).delta().std() / layers.get(last).delta().std();
        return last == 0 || !Double.isFinite(ratio)
                ? ""
                : " " + words.text("verdict.ratio", Figures.text(ratio), last + 1);
    }
}
