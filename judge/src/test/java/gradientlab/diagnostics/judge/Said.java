package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.limits.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the judge said in tests: they ask it through here, so that {@link EverySentenceTest} hears every finding. */
final class Said {

    private static final List<Finding> HEARD = Collections.synchronizedList(new ArrayList<>());

    private Said() {}

    static List<Finding> judge(History history) {
        return judge(history, Limits.DEFAULT);
    }

    static List<Finding> judge(History history, Limits limits) {
        List<Finding> findings = Judge.judge(history, limits);
        HEARD.addAll(findings);
        return findings;
    }

    /** The findings of all that is judged while something runs. */
    static List<Finding> during(Runnable tests) {
        HEARD.clear();
        tests.run();
        synchronized (HEARD) {
            return List.copyOf(HEARD);
        }
    }
}
