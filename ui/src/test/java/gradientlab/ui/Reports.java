package gradientlab.ui;

import java.util.List;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsReport;

/** A session's reports as the pages read them. */
final class Reports {
    private Reports() {}

    static List<StatsReport> of(StatsStorage storage, String session) {
        return storage.getAllUpdatesAfter(session, StatsListener.TYPE_ID, 0).stream()
                .map(StatsReport.class::cast)
                .toList();
    }

    static List<Integer> iterations(StatsStorage storage, String session) {
        return of(storage, session).stream().map(StatsReport::getIterationCount).toList();
    }
}
