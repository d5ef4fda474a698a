package gradientlab.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsInitializationReport;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsInitializationReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsReport;

/**
 * The reports of DL4J's own listener in DL4J's own binary form, for the stock pages.
 *
 * @param facts static infos
 * @param updates reports, oldest first
 */
public record StockReports(List<byte[]> facts, List<byte[]> updates) {

    /** None: the stock pages have nothing to show. */
    public static final StockReports NONE = new StockReports(List.of(), List.of());

    /** Copies the lists. */
    public StockReports {
        facts = List.copyOf(facts);
        updates = List.copyOf(updates);
    }

    static StockReports of(StatsStorage storage, String session) {
        return new StockReports(
                encoded(storage.getAllStaticInfos(session, StatsListener.TYPE_ID), SbeStatsInitializationReport.class),
                encoded(
                        storage.getAllUpdatesAfter(session, StatsListener.TYPE_ID, Long.MIN_VALUE),
                        SbeStatsReport.class));
    }

    private static List<byte[]> encoded(List<Persistable> reports, Class<? extends Persistable> type) {
        return reports.stream()
                .filter(type::isInstance)
                .map(Persistable::encode)
                .toList();
    }

    /** @param worker who goes on with them; empty for none */
    void into(StatsStorageRouter router, String session, Optional<String> worker) {
        for (byte[] bytes : facts) {
            StatsInitializationReport report = decoded(new SbeStatsInitializationReport(), bytes);
            report.reportIDs(session, report.getTypeID(), worker.orElse(report.getWorkerID()), report.getTimeStamp());
            router.putStaticInfo(report);
        }
        for (byte[] bytes : updates) {
            StatsReport report = decoded(new SbeStatsReport(), bytes);
            report.reportIDs(session, report.getTypeID(), worker.orElse(report.getWorkerID()), report.getTimeStamp());
            router.putUpdate(report);
        }
    }

    /** @throws IOException if one of them cannot be decoded */
    void check() throws IOException {
        try {
            facts.forEach(bytes -> decoded(new SbeStatsInitializationReport(), bytes));
            updates.forEach(bytes -> decoded(new SbeStatsReport(), bytes));
        } catch (RuntimeException | OutOfMemoryError e) {
            // A count that was damaged asks for any amount of memory.
            throw new IOException("not a recorded session: a report of DL4J's listener is damaged (" + e + ")", e);
        }
    }

    private static <T extends Persistable> T decoded(T empty, byte[] bytes) {
        // Seen as a Persistable: the other overloads of decode would need a library at compile time.
        ((Persistable) empty).decode(bytes);
        return empty;
    }
}
