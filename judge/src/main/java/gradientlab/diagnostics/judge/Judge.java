package gradientlab.diagnostics.judge;

import java.util.Arrays;
import java.util.List;

/** Applies every rule to a history: the same history and limits give the same findings. */
public final class Judge {

    private Judge() {}

    /** All findings with the limits of this project, in the order of {@link Rule}. */
    public static List<Finding> judge(History history) {
        return judge(history, Limits.DEFAULT);
    }

    /** All findings, in the order of {@link Rule}, then of the layers; empty when nothing is wrong. */
    public static List<Finding> judge(History history, Limits limits) {
        RuleContext run = new RuleContext(history, limits);
        return Arrays.stream(Rule.values())
                .flatMap(rule -> run.findings(rule).stream())
                .toList();
    }
}
